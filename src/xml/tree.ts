/** XML as plain data: elements, strings, comments, instructions. What is written is what is here. */

/** An attribute whose value is undefined is not written. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** @typeParam Held what else may stand among the children: the place of a node of the tree, when this is what the node was read from */
export interface XmlElement<Held = never> {
  /** Qualified name: `p`, `akn4un:voter`. Names are the program's own, or were read, and are not checked. */
  name: string;
  attributes: Attributes;
  children: readonly XmlNode<Held>[];
  /** White space inside means something, so the writer adds none. An element that holds a string is mixed without saying so. */
  mixed?: true;
  /** Namespace of an element that was read, where it is not the root's. */
  uri?: string;
  /** The name without its prefix, of an element that has one in the namespace of the root. */
  local?: string;
}
export interface XmlComment {
  comment: string;
}
export interface XmlInstruction {
  instruction: string;
  target: string;
}
export type XmlNode<Held = never> = XmlElement<Held> | XmlComment | XmlInstruction | string | Held;

/** What stands before and after the root element, each on a line of its own. */
export interface Surroundings {
  before: readonly (XmlComment | XmlInstruction)[];
  after: readonly (XmlComment | XmlInstruction)[];
}
export interface XmlDocument extends Surroundings {
  root: XmlElement;
}

/** An element that holds elements: its children may be put on lines of their own. */
export function element(name: string, attributes: Attributes = {}, children: readonly XmlNode[] = []): XmlElement {
  return { name, attributes, children };
}

/** An element of running text: it is written on one line, as it stands, even while it happens to hold no text. */
export function mixed(name: string, attributes: Attributes = {}, children: readonly XmlNode[] = []): XmlElement {
  return { name, attributes, children, mixed: true };
}

/** Whether a node is an element. */
export function isElement(node: unknown): node is XmlElement {
  return typeof node === 'object' && node !== null && (node as Partial<XmlElement>).attributes !== undefined;
}
