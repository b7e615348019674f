/** XML as plain data: elements and strings, nothing else. What is written is what is here. */

/** An attribute whose value is undefined is not written. */
export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlElement {
  /** Qualified name: `p`, `akn4un:voter`. Names are the program's own and are not checked. */
  name: string;
  attributes: Attributes;
  children: readonly XmlNode[];
  /** White space inside means something, so the writer adds none. An element that holds a string is mixed without saying so. */
  mixed?: true;
}
export type XmlNode = XmlElement | string;

/** An element that holds elements: its children may be put on lines of their own. */
export function element(name: string, attributes: Attributes = {}, children: readonly XmlNode[] = []): XmlElement {
  return { name, attributes, children };
}

/** An element of running text: it is written on one line, as it stands, even while it happens to hold no text. */
export function mixed(name: string, attributes: Attributes = {}, children: readonly XmlNode[] = []): XmlElement {
  return { name, attributes, children, mixed: true };
}
