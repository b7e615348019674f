/** What the decoders of one document share. */
import type { LanguageCode, Organ } from '../ast.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';

export interface Decoding {
  /**
   * Whether the file is of our own making: then white space in running text is the text's, and what is not marked is not there.
   * In other files it may be layout, and the first words in italics are an opening phrase without being called so.
   */
  ours: boolean;
  language: LanguageCode;
  organ: Organ;
  /** Whether paragraphs open with a phrase: in resolutions, not in their annexes. */
  phrases: boolean;
  /** Markers of the notes so far: a raised `2` is a second call if there was a note 2. */
  markers: Set<string>;
}

/** Name of an element of Akoma Ntoso without its prefix; empty for an element of another namespace. */
export function nameOf(element: XmlElement): string {
  return element.uri === undefined ? (element.local ?? element.name) : '';
}

/** The elements among nodes. */
export function elementsIn(nodes: readonly XmlNode[]): XmlElement[] {
  return nodes.filter(isElement);
}

/** The first child element of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element) for (const child of element.children) if (isElement(child) && nameOf(child) === name) return child;
  return undefined;
}

/** All the text in a node, as it stands. */
export function textIn(node: XmlNode): string {
  if (typeof node === 'string') return node;
  let text = '';
  if (isElement(node)) for (const child of node.children) text += textIn(child);
  return text;
}

/** Whether there is no text in a node, or white space alone. */
export function isBlank(node: XmlNode): boolean {
  if (typeof node === 'string') return !/\S/.test(node);
  if (isElement(node)) for (const child of node.children) if (!isBlank(child)) return false;
  return true;
}

/** Whether text stands in an element itself, not in lines of it alone. */
export function isRunning({ children }: XmlElement): boolean {
  for (const child of children) if (typeof child === 'string' && !isBlank(child)) return true;
  return false;
}

/** Whether an element is of the text of a draft that stands beside the document that recommends it. */
export function isOfDraft(element: XmlElement): boolean {
  switch (nameOf(element)) {
    case 'coverPage':
    case 'preface':
    case 'preamble':
    case 'mainBody':
      return true;
    default:
      return false;
  }
}

/** Whether what an element holds is the empty paragraph that the schema wants. */
export function isPlaceholder(body: XmlElement): boolean {
  const elements = body.children.filter(isElement);
  return elements.length === 1 && elements[0]?.name === 'p' && elements[0].children.length === 0;
}

// ---------------------------------------------------------------------------- facts that Akoma Ntoso has no place for

/** Namespace of the attributes that say what the elements do not. */
export const NTOSO = 'https://www.npmjs.com/package/ntoso';

/** Whether an element, or one in it, has such an attribute or is such an element. */
export function usesOurNamespace({ name, attributes, children }: XmlElement): boolean {
  if (name.startsWith('ntoso:')) return true;
  for (const attribute in attributes) if (attribute.startsWith('ntoso:') && attributes[attribute] !== undefined) return true;
  for (const child of children) if (isElement(child) && usesOurNamespace(child)) return true;
  return false;
}

type Facts = Readonly<Record<string, string | undefined>>;

/** The facts that elements may not say, and the attributes that do. */
const ATTRIBUTES = {
  symbol: 'ntoso:symbol',
  date: 'ntoso:date',
  annex: 'ntoso:annex',
  paragraph: 'ntoso:paragraph',
  upTo: 'ntoso:upTo',
  target: 'ntoso:target',
  num: 'ntoso:num',
  value: 'ntoso:value',
  number: 'ntoso:number',
  meeting: 'ntoso:meeting',
} as const;

/**
 * Attributes for what a reader would not find by itself: `ntoso:symbol="A/DEC/64/293"`, `ntoso:absent="date"`.
 *
 * @param found what the reader finds in the element
 * @param facts what the node says
 */
export function beside(found: Facts, facts: Facts): Record<string, string | undefined> {
  const attributes: Record<string, string | undefined> = {};
  const absent: string[] = [];
  for (const key in { ...facts, ...found }) {
    if (facts[key] === found[key]) continue;
    if (facts[key] === undefined) absent.push(key);
    else attributes[`ntoso:${key}`] = facts[key];
  }
  if (absent.length > 0) attributes['ntoso:absent'] = absent.join(' ');
  return attributes;
}

/** The facts of an element: those found, but for what the attributes beside say. Undefined ones are left out. */
export function factsOf<Key extends keyof typeof ATTRIBUTES>(
  { attributes }: XmlElement,
  keys: readonly Key[],
  found: Partial<Record<Key, string | undefined>>,
): Partial<Record<Key, string>> {
  const absent = attributes['ntoso:absent']?.split(' ');
  const facts: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const value = attributes[ATTRIBUTES[key]] ?? (absent?.includes(key) ? undefined : found[key]);
    if (value !== undefined) facts[key] = value;
  }
  return facts;
}
