/** Lines broken at the page's width, in the frame of a document, where paragraphs are a line or two long. */
import type { Line } from '../text/lines.ts';

/** What tells whether a line goes on in the next one. */
export interface Wrapping {
  /** Characters that a line holds; `Infinity` when lines are not broken at all. */
  width: number;
  /** Blank lines that stand even between the lines of one paragraph (extractions that put one after every line). */
  gap: number;
}

/** Longer lines than a page is wide: the input has a paragraph a line. */
const UNBROKEN = 130;
/** Letters differ in width: a line of a proportional font is full a little before it has the most characters. */
const NEARLY = 0.85;

/** Reads the wrapping off the lines themselves. */
export function wrappingOf(lines: readonly Line[]): Wrapping {
  let width = 0;
  let gap = Number.POSITIVE_INFINITY;
  for (const [k, line] of lines.entries()) {
    // columns are apart by more blanks than the words of a justified line
    const { value } = line.excerpt;
    for (const column of /\s{5}/.test(value) ? value.split(/\s{5,}/) : [value]) width = Math.max(width, column.length);
    if (k > 0) gap = Math.min(gap, line.gap);
  }
  return { width: width > UNBROKEN ? Number.POSITIVE_INFINITY : width, gap };
}

/** Whether `line` goes on with the paragraph of the line before it: its first word would not have fitted there. */
export function runsOn(before: string, line: string, gap: number, wrapping: Wrapping): boolean {
  if (gap > wrapping.gap) return false;
  if (/^\p{Ll}/u.test(line)) return wrapping.width !== Number.POSITIVE_INFINITY;
  // Chinese is broken between any two characters
  const firstWord = /^\p{Script=Han}/u.test(line) ? 1 : (/^\S+/.exec(line)?.[0].length ?? 0);
  return before.length + 1 + firstWord > wrapping.width * NEARLY;
}
