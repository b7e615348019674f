/** Tree → string. The one hot path of serialising: no work per character unless a character needs it. */
import type { Surroundings, XmlComment, XmlElement, XmlInstruction, XmlNode } from './tree.ts';

export interface WriteOptions {
  /** Each child of an element without text on a line of its own, two spaces a level (default). */
  indent?: boolean;
}

/**
 * What XML 1.0 cannot carry as it stands: mark-up, characters that a reader would normalise (CR; also TAB and LF in attributes),
 * and characters that it forbids even as references (most controls, halves of surrogate pairs, U+FFFE, U+FFFF). The first two
 * patterns only ask: one class, without the `u` flag, is six times as fast on text with a curly apostrophe, which most has. They
 * take whole pairs for suspicious too; the patterns that replace know better.
 */
const SUSPICIOUS_TEXT = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const SUSPICIOUS_VALUE = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
const UNSAFE_TEXT = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const UNSAFE_VALUE = /[&<>"\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
// a character that XML forbids is shown to have been there rather than dropped
const reference = (character: string) => ESCAPES[character] ?? '\ufffd';
const text = (value: string) => (SUSPICIOUS_TEXT.test(value) ? value.replace(UNSAFE_TEXT, reference) : value);
const quoted = (value: string) => (SUSPICIOUS_VALUE.test(value) ? value.replace(UNSAFE_VALUE, reference) : value);

/** A string with U+FFFD for each character that XML forbids. */
export const legal = (value: string): string => (SUSPICIOUS_VALUE.test(value) ? value.replace(FORBIDDEN, '\ufffd') : value);

/**
 * Writes an element and all that it holds as an XML document in UTF-8.
 *
 * The result is well-formed whatever the strings: each character that XML 1.0 forbids becomes U+FFFD, one for one. The same tree
 * gives the same string. White space is added only between the children of elements that are not mixed.
 *
 * @param root an element; its depth is the caller's affair (each level is a level of recursion)
 * @example
 * writeXml(element('a', { b: '1' }, [mixed('p', {}, ['x & y'])]), { indent: false })
 * // '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1"><p>x &amp; y</p></a>\n'
 */
export function writeXml(root: XmlElement, options: WriteOptions & Partial<Surroundings> = {}): string {
  const line = (node: XmlComment | XmlInstruction) => `${other(node)}\n`;
  const before = (options.before ?? []).map(line).join('');
  const after = (options.after ?? []).map(line).join('');
  const start = `<?xml version="1.0" encoding="UTF-8"?>\n${before}`;
  return `${append(start, root, options.indent === false ? '' : '\n')}\n${after}`;
}

function other(given: XmlComment | XmlInstruction): string {
  const node = legalOther(given);
  if ('comment' in node) return `<!--${node.comment}-->`;
  return `<?${node.target}${node.instruction ? ` ${node.instruction}` : ''}?>`;
}

/** A comment or an instruction as it can be written: `--` and `?>` would end them early. */
export function legalOther(node: XmlComment | XmlInstruction): XmlComment | XmlInstruction {
  if ('comment' in node) return { comment: legal(node.comment).replace(/-(?=-|$)/g, '- ') };
  return { target: node.target, instruction: legal(node.instruction).replace(/\?>/g, '? >') };
}

/**
 * All is appended to the one string, from left to right, so that V8 makes no others on the way.
 *
 * @param lineEnd what stands before the element on its line, from the line end on; empty where none may be added
 */
function append(before: string, element: XmlElement, lineEnd: string): string {
  const { name, attributes, children } = element;
  let xml = `${before}<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) xml = `${xml} ${key}="${quoted(value)}"`;
  }
  if (isEmpty(children)) return `${xml}/>`;
  xml += '>';
  if (lineEnd === '' || isMixed(element)) {
    for (const child of children) xml = appendNode(xml, child, '');
    return `${xml}</${name}>`;
  }
  const inner = `${lineEnd}  `;
  for (const child of children) xml = appendNode(xml + inner, child, inner);
  return `${xml}${lineEnd}</${name}>`;
}

/** @param lineEnd as for an element */
function appendNode(before: string, node: XmlNode, lineEnd: string): string {
  if (typeof node === 'string') return before + text(node);
  return 'name' in node ? append(before, node, lineEnd) : before + other(node);
}

/** An empty text is none to a reader. */
function isEmpty(children: readonly XmlNode[]): boolean {
  for (const child of children) if (child !== '') return false;
  return true;
}

function isMixed({ mixed, children }: XmlElement): boolean {
  if (mixed) return true;
  for (const child of children) if (typeof child === 'string') return true;
  return false;
}
