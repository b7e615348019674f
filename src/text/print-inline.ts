/** Inline nodes → characters, with the marks of a dialect. */
import type { AuthorialNote, Emphasis, Inline } from '../ast.ts';
import { withoutDirectionMarks } from './invisible.ts';
import { printOpaque } from './print-opaque.ts';

/** Prints inline nodes without the blanks at their ends; the notes called by them are gathered on the way. */
export interface PrintInline {
  /** @param before what stands directly before them */
  (nodes: readonly Inline[], before?: string): string;
  /** In the order of their calls. */
  notes: AuthorialNote[];
  /** The mark that calls a note. */
  mark: (marker: string) => string;
}

/** A style that is in force over some leaves. */
interface Mark {
  style: Emphasis['style'];
  /** Of a phrase, which stays apart from italics beside it. */
  phrase?: true;
  /** The nodes among which it is set: two side by side are two, but what the border of a date has cut is one. */
  among: readonly Inline[];
}

/** Characters, and the styles in force, outermost first: none is there twice. */
interface Leaf {
  text: string;
  marks: readonly Mark[];
}

const TAGS: Record<Emphasis['style'], string> = { italic: 'i', bold: 'b', underline: 'u', sup: 'sup', sub: 'sub' };
const RUNS: Partial<Record<Emphasis['style'], string>> = { italic: '*', bold: '**' };

/** A run of asterisks opens after one of these or at the start, closes before one of those or at the end; else there are tags. */
const BEFORE_RUN = /(?:^|[\s([{«“‘—–])$/u;
const AFTER_RUN = /^(?:$|[\s\p{Script=Han}.,;:!?)\]}»”’，。；：、（）《》،؛])/u;
/** Text that is marked by a run: no blanks at its ends, nor marks that would run together with it. */
const IN_RUN = /^[^\s*<](?:.*[^\s*>\\])?$/s;

export function inlinePrinter(markdown: boolean): PrintInline {
  const notes: AuthorialNote[] = [];

  const mark = (marker: string): string => {
    if (/^\*/.test(marker)) return markdown ? escapeMarks(marker) : marker;
    return markdown ? `<sup>${marker}</sup>` : raised(marker);
  };

  /** The leaves of nodes, without those that print nothing. */
  function gather(nodes: readonly Inline[], marks: readonly Mark[], leaves: Leaf[]): Leaf[] {
    const add = (text: string) => {
      if (text !== '') leaves.push({ text, marks });
    };
    for (const node of nodes) {
      if (node.type === 'text') add(plain(node.value));
      else if (node.type === 'break') add('\n');
      else if (node.type === 'opaque') add(plain(printOpaque(node.xml).join(' ')));
      else if (node.type === 'noteRef') add(mark(node.marker));
      else if (node.type === 'authorialNote') {
        notes.push(node);
        add(mark(node.marker));
      } else gather(node.children, marksWith(marks, node, nodes), leaves);
    }
    return leaves;
  }

  const plain = (text: string) => (markdown ? escapeMarks(oneLine(text)) : oneLine(text));

  function marksWith(marks: readonly Mark[], node: Inline, among: readonly Inline[]): readonly Mark[] {
    if (!markdown) return marks;
    // a phrase is known by its typography; its own italics would be it, but Chinese and Arabic set it in bold
    if (node.type === 'phrase' && !isBold(node.children)) return [...marks, { style: 'italic', phrase: true, among }];
    if (node.type !== 'emphasis' || marks.some(({ style }) => style === node.style)) return marks;
    return [...marks, { style: node.style, among }];
  }

  return Object.assign(
    (nodes: readonly Inline[], before = '') => before + printLeaves(trimLeaves(gather(nodes, [], [])), 0, before, ''),
    { notes, mark },
  );
}

/** Without the blanks at the ends, whatever their style. */
function trimLeaves(leaves: readonly Leaf[]): readonly Leaf[] {
  const solid = ({ text }: Leaf) => text.trim() !== '';
  const [first, last] = [leaves.findIndex(solid), leaves.findLastIndex(solid)];
  return leaves.slice(first, last + 1).map((leaf, k) => {
    if (k > 0 && k < last - first) return leaf;
    const text = k === 0 ? leaf.text.trimStart() : leaf.text;
    return { ...leaf, text: k === last - first ? text.trimEnd() : text };
  });
}

/**
 * Leaves with their marks, those of one style in one run.
 *
 * @param depth how many of their marks are set already
 * @param before what stands before them, and `after` behind
 */
function printLeaves(leaves: readonly Leaf[], depth: number, before: string, after: string): string {
  // asked for its last character, a string that grows by pieces is copied each time
  const pieces: string[] = [];
  let last = before;
  for (let k = 0; k < leaves.length; ) {
    const { text, marks } = leaves[k] as Leaf;
    const own = marks[depth];
    let end = k + 1;
    while (own && end < leaves.length && goesOn(own, leaves[end]?.marks[depth])) end++;
    const next = leaves[end];
    const piece = own ? marked(own, leaves.slice(k, end), depth, last, next ? firstOf(next, depth) : after) : text;
    pieces.push(piece);
    last = piece.slice(-1) || last;
    k = end;
  }
  return pieces.join('');
}

const goesOn = (mark: Mark, next: Mark | undefined) =>
  mark === next || (mark.style === next?.style && mark.among !== next.among && !mark.phrase && !next.phrase);

const firstOf = ({ text, marks }: Leaf, depth: number) => (marks.length > depth ? '<' : text.slice(0, 1));

function marked({ style, phrase }: Mark, leaves: readonly Leaf[], depth: number, before: string, after: string): string {
  const inner = printLeaves(leaves, depth + 1, '*', '*');
  if (inner.trim() === '') return inner;
  // the blank after a phrase is none of it
  const words = phrase ? inner.trimEnd() : inner;
  const rest = inner.slice(words.length);
  const run = RUNS[style];
  if (run && BEFORE_RUN.test(before) && AFTER_RUN.test(rest.slice(0, 1) || after) && IN_RUN.test(words))
    return run + words + run + rest;
  return `<${TAGS[style]}>${words}</${TAGS[style]}>${rest}`;
}

const isBold = ([only, ...others]: readonly Inline[]) =>
  only?.type === 'emphasis' && only.style === 'bold' && others.length === 0;

const oneLine = (text: string) => withoutDirectionMarks(text.replace(/[\n\r\u0085\u2028\u2029\f\v]/g, ' '));

/** What Markdown would read as a mark, with the backslash that makes it a character. */
const escapeMarks = (text: string) => text.replace(/[\\*_]|\[(?=[^[\]]{0,300}\]\()/g, '\\$&');

const RAISED: Record<string, string> = Object.fromEntries(
  [...'0123456789abcdefghijklmnoprstuvwxyz'].map((plain, k) => [
    plain,
    [...'⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'][k] as string,
  ]),
);

const raised = (marker: string) => [...marker].map((character) => RAISED[character] ?? character).join('');
