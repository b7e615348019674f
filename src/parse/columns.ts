/** The columns of a letterhead: what stands side by side on the page is on one line of the text. */
import type { Language } from '../language/index.ts';
import { cut, type Excerpt, trim } from '../source.ts';
import { letterheadRole, symbolOf } from './masthead-roles.ts';
import { reading, tighten } from './spacing.ts';

/** A line, or one column of it. */
export interface Cell {
  excerpt: Excerpt;
  /** As patterns read it. */
  text: string;
  /** Blank lines above it. */
  gap: number;
}

/** No line of a masthead is longer; what is, is not read. */
const LONGEST_TEXT = 1200;

export function cellOf(excerpt: Excerpt, gap: number): Cell {
  return { excerpt, text: excerpt.value.length > LONGEST_TEXT ? '' : reading(excerpt.value), gap };
}

/** Characters of a line in two columns, the blanks between them included. */
const LONGEST_LINE = 300;

/**
 * Takes the items of the letterhead apart that share a line, in two columns or run together with one blank.
 *
 * @returns cells in the order in which to read them, all of the line's characters in them; undefined when the line has but one
 *   item, or something that is none
 */
export function columnsOf({ excerpt, gap }: Cell, language: Language): Cell[] | undefined {
  const { value } = excerpt;
  if (value.length > LONGEST_LINE) return undefined;
  const split = (ends: readonly number[], start = 0) =>
    ends.map((end, k) => cellOf(trim(cut(excerpt, ends[k - 1] ?? start, end)), k === 0 ? gap : 0));
  const ends = itemEnds(value, 0, language);
  if (ends && ends.length > 1) return split(ends);
  for (const { index } of value.matchAll(/\s{3,}/g)) {
    const left = itemEnds(value.slice(0, index), 0, language);
    // the right column goes on in the next line: `General Assembly      Distr. ⏎ GENERAL`
    if (left) return split([...left, value.length]);
    const right = itemEnds(value, index, language);
    // the left one does: `Экономический и Социальный      7 August 2023 ⏎ Совет`
    if (right) return [...split(right, index), cellOf(cut(excerpt, 0, index), 0)];
  }
  return undefined;
}

/** Words of the longest line of a letterhead: more are running text. */
const MOST_WORDS = 16;

/** Splits a text from `start` on, at blanks, into items of the letterhead: `Assemblée générale Distr. générale`. */
function itemEnds(value: string, start: number, language: Language): number[] | undefined {
  const ends = [...value.matchAll(/\s+|$/g)].map(({ index }) => index).filter((index) => index > start);
  if (ends.length > MOST_WORDS) return undefined;
  const dead = new Set<number>();
  const endsFrom = (from: number): number[] | undefined => {
    if (from === value.length) return [];
    if (dead.has(from)) return undefined;
    // the longest item first: `A/RES/75/254 A-C` before `A/RES/75/254`
    for (const end of ends.toReversed()) {
      if (end <= from) break;
      const part = value.slice(from, end);
      const text = reading(part);
      if (!symbolOf(part) && !letterheadRole({ text, tight: false }, language) && !letterheadRole(tighten(text), language))
        continue;
      const rest = endsFrom(end);
      if (rest) return [end, ...rest];
    }
    dead.add(from);
    return undefined;
  };
  return endsFrom(start);
}
