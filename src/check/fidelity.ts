/**
 * Is the output what the input says? Three questions that anyone can ask of a conversion, from outside, with nothing but its
 * inputs and outputs: is it stable, is it identical in its words, is it valid.
 */
import { heldBy } from '../akn/depth.ts';
import type { AuthorialNote, Node, NoteRef, Root } from '../ast.ts';
import type { FromTextResult } from '../parse/index.ts';
import { hyphen } from '../source.ts';
import { withoutDirectionMarks } from '../text/invisible.ts';
import { NOTES_RULE } from '../text/print.ts';
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
 * A document in one of its forms: a text and what `fromText` made of it, Akoma Ntoso, a tree, or a tree and the canonical text (plain) that
 * `toText` made of it.
 */
export type Form = { text: string; result: FromTextResult } | { xml: string } | { tree: Root; text?: string };

/**
 * Identity: the characters that go in come out, as often and no others, but for what was set aside.
 *
 * Order is not looked at, since notes move to their calls. Blanks count for nothing, nor do the marks of notes and the rule above
 * them, which Akoma Ntoso has in attributes or not at all, nor its metadata, nor what XML cannot hold (control characters, halves of
 * pairs), nor direction marks where one form is canonical text, which has none. The book-keeping of `coverage` is not relied upon, but
 * for its list of what was set aside.
 *
 * @param input what was converted
 * @param output what it was converted to
 * @returns the characters that are missing or too many
 * @example
 * const result = fromText(text);
 * checkIdentity({ text, result }, { xml: toAkn(result.tree) }).faults // []
 */
export function checkIdentity(input: Form, output: Form): Fidelity {
  const counts = new Map<string, number>();
  for (const words of wordsOf(input)) count(counts, words, 1);
  for (const words of wordsOf(output)) count(counts, words, -1);
  for (const words of marksIn(input)) count(counts, words, -1);
  for (const words of marksIn(output)) count(counts, words, 1);
  const isCanonical = [input, output].some((form) => 'tree' in form && form.text !== undefined);
  const faults = [...counts]
    .filter(([character, difference]) => difference !== 0 && !(isCanonical && withoutDirectionMarks(character) === ''))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([character, difference]) => {
      const times = Math.abs(difference) === 1 ? 'once' : `${Math.abs(difference)} times`;
      return `${JSON.stringify(character)} is ${times} ${difference > 0 ? 'missing' : 'too many'}`;
    });
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

function wordsOf(form: Form): Iterable<string> {
  if ('tree' in form) return form.text === undefined ? wordsOfTree(form.tree) : [form.text];
  if ('xml' in form) {
    const { root } = readXml(form.xml);
    return root ? wordsOfXml(root) : [];
  }
  const { tree, coverage } = form.result;
  const setAside = coverage.setAside.map(({ position }) => rangeOf(position));
  const restored = coverage.repairs.filter(({ reason }) => reason === 'lost hyphen');
  return [textWithout(form.text, [...setAside, ...marksOf(tree, form.text)]), ...restored.map(() => hyphen.value)];
}

/** What a canonical text has more than the words of its tree: each note's mark at its call and before it, and what stands at the foot. */
function* marksIn(form: Form): Generator<string> {
  if (!('tree' in form) || form.text === undefined) return;
  const { tree } = form;
  let notes = 0;
  for (const { type, marker } of callsIn(tree)) {
    if (type === 'authorialNote') notes++;
    yield type === 'authorialNote' ? marker + marker : marker;
  }
  if (notes > 0) yield NOTES_RULE;
  yield tree.metadata.jobNumber ?? '';
}

type Range = [start: number, end: number];

const rangeOf = ({ start, end }: NonNullable<Node['position']>): Range => [start.offset ?? 0, end.offset ?? 0];

/** Where the notes are called, and where their marks stand before them. */
function* marksOf(tree: Root, text: string): Generator<Range> {
  for (const { data, position, marker } of callsIn(tree)) {
    const pieces = data?.pieces ?? (position ? [rangeOf(position)] : []);
    for (const [start, end] of pieces) if (spells(text.slice(start, end), marker)) yield [start, end];
  }
}

/** The calls of notes, each first one with its note. A call that has no note is none, but text. */
function* callsIn(tree: Root): Generator<AuthorialNote | NoteRef> {
  let known = new Set<string>();
  for (const node of nodesOf(tree)) {
    // the parts of a collection have notes of their own
    if (node.type === 'resolution') known = new Set();
    if (node.type === 'authorialNote') known.add(node.marker);
    if (node.type === 'authorialNote' || (node.type === 'noteRef' && known.has(node.marker))) yield node;
  }
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

/** The words of an Akoma Ntoso document: all but its metadata. */
function* wordsOfXml(node: XmlNode): Generator<string> {
  if (typeof node === 'string') yield node;
  else if (isElement(node) && node.name !== 'meta') for (const child of node.children) yield* wordsOfXml(child);
}

/** The words of a tree. */
function* wordsOfTree(tree: Root): Generator<string> {
  const calls = new Set<Node>(callsIn(tree));
  for (const node of nodesOf(tree)) {
    if (node.type === 'text' || node.type === 'num' || node.type === 'decoration') yield node.value;
    else if (node.type === 'noteRef' && !calls.has(node)) yield node.marker;
    else if (node.type === 'opaque') for (const xml of node.xml) yield* wordsOfXml(xml);
  }
}

/** All nodes in the order of their reading; without recursion, for a tree may be deeper than the stack. */
function* nodesOf(tree: Root): Generator<Node> {
  const stack: Node[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    stack.push(...heldBy(node).toReversed());
  }
}

/** Blanks, and what XML 1.0 has no way to write. */
const UNCOUNTED = /[\s\p{Cc}\p{Cs}\ufffd-\uffff]/u;

function count(counts: Map<string, number>, text: string, by: number): void {
  for (const character of text) {
    // a call without a note is `¹` in the text and a raised `1` in Akoma Ntoso; one by one, for an accent may stand in a node of its own
    const plain = character < '\u0080' ? character : character.normalize('NFKC');
    for (const one of plain) if (!UNCOUNTED.test(one)) counts.set(one, (counts.get(one) ?? 0) + by);
  }
}
