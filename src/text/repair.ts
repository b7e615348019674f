/** Words that kerning split: `particul ier`, `d ’apporter`, `celles -ci`. Joined on evidence, each join recorded. */
import { concat, cut, type Excerpt, isLineEnd, originOf } from '../source.ts';

/** What was mended: a blank of the source that split a word and was left out; a line that stood before its own beginning. */
export interface Repair {
  reason: 'split word' | 'line order';
  /** [start, end) in the source: the blank, or the line that was moved. */
  start: number;
  end: number;
  original: string;
  replacement: string;
}

/** What the words of a document say about its splits. */
export interface Evidence {
  /** How often each word stands in it. */
  words: ReadonlyMap<string, number>;
  /** How often each word stands beside another with which it makes a word of the document. */
  fragments: ReadonlyMap<string, number>;
}

const WORD = /[\p{L}\p{M}]+/gu;
const LONGEST = 40;

/** A place where a word may be split. */
interface Split {
  /** Offset of the blank. */
  blank: number;
  first: string;
  /** What stands after the blank: a word, or an apostrophe or hyphen with the word after it. */
  second: string;
}

/** Finds the single blanks between words, and those before an apostrophe or hyphen that a word follows. */
function* splitsIn(value: string): Generator<Split> {
  let before: RegExpExecArray | undefined;
  for (const match of value.matchAll(WORD)) {
    const end = before ? before.index + before[0].length : 0;
    const between = before ? value.slice(end, Math.min(match.index, end + 3)) : '';
    if (before && /^ [’'‐‑-]?$/.test(between) && before[0].length + match[0].length <= LONGEST) {
      yield { blank: end, first: before[0], second: between.slice(1) + match[0] };
    }
    before = match;
  }
}

/** Counts the words of all texts of a document. */
export function gatherEvidence(texts: readonly Excerpt[]): Evidence {
  const words = new Map<string, number>();
  const fragments = new Map<string, number>();
  const count = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { value } of texts) for (const [word] of value.matchAll(WORD)) count(words, word);
  for (const { value } of texts) {
    for (const { first, second } of splitsIn(value)) {
      if (!words.has(first + second)) continue;
      count(fragments, first);
      count(fragments, second);
    }
  }
  return { words, fragments };
}

/**
 * Joins the words that kerning split in one text.
 *
 * A join needs evidence in the document: the joined word stands elsewhere in it and a fragment does not; where only one
 * fragment is no word of the document, the joined form must stand there twice (`de venir` beside one `devenir` is left). Before
 * an apostrophe that a word follows, and before such a hyphen, no language sets a blank.
 */
export function joinSplitWords(text: Excerpt, evidence: Evidence, repairs: Repair[]): Excerpt {
  const blanks: number[] = [];
  for (const { blank, first, second } of splitsIn(text.value)) {
    if (!isSplit(first, second, evidence) || isLineEnd(text, blank)) continue;
    blanks.push(blank);
    const start = originOf(text, blank);
    repairs.push({ reason: 'split word', start, end: start + 1, original: `${first} ${second}`, replacement: first + second });
  }
  if (blanks.length === 0) return text;
  const parts: Excerpt[] = [];
  let at = 0;
  for (const blank of blanks) {
    parts.push(cut(text, at, blank));
    at = blank + 1;
  }
  parts.push(cut(text, at));
  return concat(parts);
}

function isSplit(first: string, second: string, { words, fragments }: Evidence): boolean {
  if (/^[’']/.test(second)) return first.length <= 2;
  if (/^[‐‑-]/.test(second)) return true;
  const joined = words.get(first + second) ?? 0;
  if (joined === 0) return false;
  const lone = (word: string) => Number((words.get(word) ?? 0) <= (fragments.get(word) ?? 0));
  const fragmentsAlone = lone(first) + lone(second);
  return fragmentsAlone === 2 || (fragmentsAlone === 1 && joined >= 2);
}
