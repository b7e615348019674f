/**
 * Is the output what the input says? Three questions that anyone can ask of a conversion, from outside, with nothing but its
 * inputs and outputs: is it stable, is it identical in its words, is it valid.
 */
import type { Node } from '../ast.ts';
import type { FromTextResult } from '../parse/index.ts';
import { readXml } from '../xml/read.ts';
import { isElement, type XmlNode } from '../xml/tree.ts';

/** What a check found: one sentence for each fault, none when it holds. */
export interface Fidelity {
  check: 'stability' | 'identity' | 'validity';
  faults: string[];
}

/**
 * Stability: the same conversion gives the same bytes again.
 *
 * @param output what the conversion gave
 * @param again carries it out anew: from the same input, or from the output itself where it can be read back
 * @returns where the two part, in UTF-16 code units from 0
 * @example
 * checkStability(xml, () => toAkn(fromText(text).tree)).faults // []
 */
export function checkStability(output: string, again: () => string): Fidelity {
  const second = again();
  if (second === output) return { check: 'stability', faults: [] };
  let at = 0;
  while (output[at] === second[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 20));
  return { check: 'stability', faults: [`at offset ${at} stands ${around(output)}, the second time ${around(second)}`] };
}

/**
 * Identity: the characters of the text are the characters of the Akoma Ntoso, as often and no others, but for what was set aside.
 *
 * Order is not looked at, since notes move to their calls. Blanks count for nothing, nor do the marks of notes, which Akoma Ntoso
 * has in attributes, nor what XML cannot hold (control characters, halves of pairs). The book-keeping of `coverage` is not relied
 * upon, but for its list of what was set aside.
 *
 * @param text the input of `fromText`
 * @param result what `fromText` made of it
 * @param xml what `toAkn` made of the tree
 * @returns the characters that are missing or too many
 * @example
 * const result = fromText(text);
 * checkIdentity(text, result, toAkn(result.tree)).faults // []
 */
export function checkIdentity(text: string, { tree, coverage }: FromTextResult, xml: string): Fidelity {
  const { root } = readXml(xml);
  const counts = new Map<string, number>();
  count(counts, textWithout(text, [...coverage.setAside.map(({ position }) => rangeOf(position)), ...marksOf(tree, text)]), 1);
  for (const part of root ? textsOf(root) : []) count(counts, part, -1);
  const faults = [...counts]
    .filter(([, difference]) => difference !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([character, difference]) =>
        `${JSON.stringify(character)} is ${Math.abs(difference)} times ${difference > 0 ? 'missing' : 'too many'}`,
    );
  return { check: 'identity', faults };
}

/**
 * Validity: whatever the caller holds to be valid, such as the schema of OASIS.
 *
 * @param output what the conversion gave
 * @param validate gives what is wrong with it, nothing when it is valid
 * @example
 * checkValidity(xml, (document) => schemaErrors(document)).faults // []
 */
export function checkValidity(output: string, validate: (output: string) => readonly string[]): Fidelity {
  return { check: 'validity', faults: [...validate(output)] };
}

// ------------------------------------------------------------------------------------------------- characters

type Range = [start: number, end: number];

const rangeOf = ({ start, end }: NonNullable<Node['position']>): Range => [start.offset ?? 0, end.offset ?? 0];

/** Where the notes are called, and where their marks stand before them. A call that has no note is text in the output as well. */
function* marksOf(node: Node, text: string, known = new Set<string>()): Generator<Range> {
  if (node.type === 'authorialNote') known.add(node.marker);
  if (node.type === 'authorialNote' || (node.type === 'noteRef' && known.has(node.marker))) {
    const pieces = node.data?.pieces ?? (node.position ? [rangeOf(node.position)] : []);
    for (const [start, end] of pieces) if (spells(text.slice(start, end), node.marker)) yield [start, end];
  }
  for (const key of ['designation', 'title', 'heading'] as const) {
    const held = key in node ? (node as { [held in typeof key]?: Node | string })[key] : undefined;
    if (typeof held === 'object') yield* marksOf(held, text, known);
  }
  if ('children' in node) for (const child of node.children) yield* marksOf(child, text, known);
}

/** `(9)`, `⁹`, `9/` and `[^9]:` are the marker 9, and `9),` is not: the comma is text. */
const spells = (mark: string, marker: string) => mark.normalize('NFKC').replace(/[\s()[\]/^:]/g, '') === marker;

function textWithout(text: string, ranges: Range[]): string {
  ranges.sort(([a], [b]) => a - b);
  let kept = '';
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) kept += text.slice(at, start);
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}

/** The texts of an Akoma Ntoso document: all but its metadata. */
function* textsOf(node: XmlNode): Generator<string> {
  if (typeof node === 'string') yield node;
  else if (isElement(node) && node.name !== 'meta') for (const child of node.children) yield* textsOf(child);
}

/** Blanks, and what XML 1.0 has no way to write. */
const UNCOUNTED = /[\s\p{Cc}\p{Cs}\ufffd-\uffff]/u;

function count(counts: Map<string, number>, text: string, by: number): void {
  // a call without a note is `¹` in the text and a raised `1` in Akoma Ntoso
  for (const character of text.normalize('NFKC'))
    if (!UNCOUNTED.test(character)) counts.set(character, (counts.get(character) ?? 0) + by);
}
