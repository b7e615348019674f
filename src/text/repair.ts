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

const WORD = /[\p{L}\p{M}]+/gu;
/** A blank inside a word or before its apostrophe or hyphen. */
const SPLIT = /(?<![\p{L}\p{M}])([\p{L}\p{M}]{1,30})( )(?:([’'])(?=\p{L})|([-‐‑])(?=\p{L})|([\p{L}\p{M}]{1,30})(?![\p{L}\p{M}]))/gu;

/** How often each word stands in the texts. */
export function countWords(texts: readonly Excerpt[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of texts) {
    for (const [word] of value.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * Joins the words that kerning split in one text.
 *
 * A join needs evidence in the document: the joined word stands elsewhere in it and a fragment does not; where only one
 * fragment is no word of the document, the joined form must stand there twice (`de venir` beside one `devenir` is left).
 *
 * @param counts of all words of the document, see `countWords`
 */
export function joinSplitWords(text: Excerpt, counts: ReadonlyMap<string, number>, repairs: Repair[]): Excerpt {
  const blanks: number[] = [];
  SPLIT.lastIndex = 0;
  for (let match = SPLIT.exec(text.value); match; match = SPLIT.exec(text.value)) {
    const [whole, first = '', , apostrophe, hyphen, second] = match;
    // the second word may be the first of the next pair
    if (second) SPLIT.lastIndex = match.index + first.length + 1;
    const joined = apostrophe ? counts.has(first) && first.length <= 2 : hyphen ? true : isSplit(first, second ?? '', counts);
    const blank = match.index + first.length;
    if (!joined || isLineEnd(text, blank)) continue;
    blanks.push(blank);
    const start = originOf(text, blank);
    repairs.push({ reason: 'split word', start, end: start + 1, original: whole, replacement: whole.replace(' ', '') });
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

function isSplit(first: string, second: string, counts: ReadonlyMap<string, number>): boolean {
  const joined = counts.get(first + second) ?? 0;
  if (joined === 0) return false;
  const fragments = Number((counts.get(first) ?? 0) <= 1) + Number((counts.get(second) ?? 0) <= 1);
  return fragments === 2 || (fragments === 1 && joined >= 2);
}
