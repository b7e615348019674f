/** Days that are facts about the document: of issuance, of adoption, of a session. */
import type { DateText, Inline } from '../ast.ts';
import { mixed, type XmlNode } from '../xml/tree.ts';
import { type Encoding, refer } from './encoding.ts';
import { encodeInlines } from './inline.ts';
import { isDay } from './iri.ts';
import type { ReferenceId } from './references.ts';

/**
 * Inlines in which dates are facts about the document.
 *
 * @param role element and entry of the ontology for the date that is the k-th of n
 */
export function withDates(
  nodes: readonly Inline[],
  encoding: Encoding,
  role: (k: number, n: number) => readonly ['date' | 'docDate', ReferenceId],
): XmlNode[] {
  const isMarked = (node: Inline): node is DateText => node.type === 'date' && isDay(node.date);
  const count = nodes.filter(isMarked).length;
  let k = 0;
  return nodes.flatMap((node) => {
    if (!isMarked(node)) return encodeInlines([node], encoding);
    const [name, entry] = role(k++, count);
    // a line's own day has no words of its own as a rule
    const marks = entry === 'dateOfIssuance' ? { 'ntoso:of': 'words' } : {};
    const attributes = { date: node.date, refersTo: refer(encoding, entry), ...marks };
    return [mixed(name, attributes, encodeInlines(node.children, encoding))];
  });
}

/** Inlines that are or hold a day: the date in them is marked, else all of them, if the day is known. */
export function encodeDay(
  nodes: readonly Inline[],
  day: string | undefined,
  entry: ReferenceId,
  encoding: Encoding,
): XmlNode[] {
  if (nodes.some((node) => node.type === 'date' && isDay(node.date)))
    return withDates(nodes, encoding, () => ['docDate', entry]);
  const children = encodeInlines(nodes, encoding);
  const marks = entry === 'dateOfIssuance' ? {} : { 'ntoso:of': 'line' };
  if (isDay(day)) return [mixed('docDate', { date: day, refersTo: refer(encoding, entry), ...marks }, children)];
  return [mixed('inline', { name: entry, title: day }, children)];
}
