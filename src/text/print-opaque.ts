/** XML that the tree has no type for → the words in it. */
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';

/**
 * The words of XML, a string for each element that holds text beside others or alone; metadata are no words.
 *
 * @param xml what an opaque node keeps
 */
export function printOpaque(xml: readonly XmlNode[]): string[] {
  if (xml.some((node) => typeof node === 'string' && node.trim() !== '')) return [tidy(xml.map(textOf).join(''))];
  return xml.filter(isElement).flatMap((element) => (isMeta(element) ? [] : printOpaque(element.children)));
}

const isMeta = ({ name }: XmlElement) => name === 'meta' || name.endsWith(':meta');

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node;
  return isElement(node) ? node.children.map(textOf).join('') : '';
}
