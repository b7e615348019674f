/** XML that other libraries will write, which write what they get: what our writer does to strings, done beforehand. */
import type { XmlComment, XmlDocument, XmlElement, XmlInstruction } from './tree.ts';
import { legal, legalOther } from './write.ts';

export interface WrittenElement extends XmlElement {
  attributes: Record<string, string>;
  children: WrittenNode[];
}
export type WrittenNode = WrittenElement | XmlComment | XmlInstruction | string;

/**
 * An element as a reader finds it once it is written: adjoining strings are one and empty ones none, characters that XML forbids
 * are U+FFFD, an attribute without a value is not there.
 *
 * @example
 * asWritten(element('a', { b: undefined }, ['x', '\0', ''])) // { name: 'a', attributes: {}, children: ['x\ufffd'] }
 */
export function asWritten({ name, attributes, children }: XmlElement): WrittenElement {
  // not by assignment: `__proto__` is a legal name
  const values = Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, legal(value)]])),
  );
  const written: WrittenNode[] = [];
  for (const child of children) {
    const last = written.length - 1;
    if (typeof child !== 'string') written.push('name' in child ? asWritten(child) : legalOther(child));
    else if (typeof written[last] === 'string') written[last] += legal(child);
    else if (child !== '') written.push(legal(child));
  }
  return { name, attributes: values, children: written };
}

/** All nodes of a document in their order, as a reader finds them. */
export function documentAsWritten({ root, before, after }: XmlDocument): WrittenNode[] {
  return [...before.map(legalOther), asWritten(root), ...after.map(legalOther)];
}
