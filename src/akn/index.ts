/** Tree → Akoma Ntoso, and back. */
import type { Root } from '../ast.ts';
import { type ReadXmlOptions, readXml } from '../xml/read.ts';
import { writeXml } from '../xml/write.ts';
import { decodeDocument, encodeDocument, type FromAknResult } from './document.ts';
import type { ToAknOptions } from './encoding.ts';

export type { FromAknResult } from './document.ts';
export type { ToAknOptions } from './encoding.ts';

/**
 * Serialises a tree to Akoma Ntoso 3.0 in the AKN4UN profile.
 *
 * The result is valid against the OASIS schema whatever the tree holds, and every word of the tree is in it, in order (a
 * character that XML forbids as U+FFFD). What a text does not say is not written: a missing day or symbol is marked in the
 * identification and reported. The same tree and options give the same string. Levels below the 64th are kept as text.
 *
 * @param tree as `fromText` gives it, or plain JSON of the same shape
 * @throws TypeError when the argument is no such tree, or holds a node that is none of ours
 * @example
 * toAkn(tree, { adoptionDate: (symbol) => (symbol === 'A/RES/64/293' ? '2010-07-30' : undefined) })
 */
export function toAkn(tree: Root, options: ToAknOptions = {}): string {
  const { root, before, after } = encodeDocument(tree, options);
  return writeXml(root, { indent: options.indent ?? true, before, after });
}

/** How much is read at most. */
export type FromAknOptions = ReadXmlOptions;

/**
 * Reads Akoma Ntoso: what we write, what the United Nations publishes, and older forms.
 *
 * What the tree has no type for (the whole `meta`, attributes, comments, foreign elements, white space) is kept on the nodes, so
 * that `toAkn(tree)` is canonically equal to `xml`; after a change to the tree only what has changed is written anew. A document
 * that is no UN deliberation is kept whole in one opaque node, and reported.
 *
 * @param xml the document, as a string
 * @returns the tree and what is wrong. Of a malformed document the tree is what could be read, and `tree.data.incomplete` says so
 * @throws TypeError when `xml` is not a string; never because of what it says
 * @example
 * const { tree } = fromAkn(xml);
 * tree.metadata.symbol // 'A/RES/64/293'
 */
export function fromAkn(xml: string, options: FromAknOptions = {}): FromAknResult {
  if (typeof xml !== 'string') throw new TypeError(`fromAkn takes a string, not ${xml === null ? 'null' : typeof xml}`);
  return decodeDocument(readXml(xml, options));
}
