/** Full dates in running text, whatever the language. */

import type { Language } from '../language/index.ts';
import { matchesOf } from '../text/matches.ts';

/** A full date: [start, end) of the text, and the day as `YYYY-MM-DD`. */
export interface FoundDate {
  start: number;
  end: number;
  date: string;
}

const monthTables = new WeakMap<Language, ReadonlyMap<string, number>>();

function monthsOf(language: Language): ReadonlyMap<string, number> {
  let table = monthTables.get(language);
  if (!table) {
    table = new Map(language.months.flatMap((names, index) => names.split('/').map((name) => [name.trim(), index + 1])));
    monthTables.set(language, table);
  }
  return table;
}

/** A month by its name, by two names joined by a stroke (`تموز/يوليه`), or by its figure (`7`). */
function monthNumber(text: string, language: Language): number | undefined {
  const months = monthsOf(language);
  for (const name of [text, ...text.split('/')]) {
    const month = months.get(name.trim().replace(/ +/g, ' '));
    if (month !== undefined) return month;
  }
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/**
 * Finds the full dates of a text: day, month and year.
 *
 * @param folded text as `fold` gives it; offsets are code units of it, from 0
 * @returns in the order of the text; only days that exist, from 1945 to 2100 (no resolution is older, and a year beyond is a
 *   misprint)
 * @example
 * findDates('resolution 64/293 of 30 july 2010', english) // [{ start: 21, end: 33, date: '2010-07-30' }]
 */
export function findDates(folded: string, language: Language): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of matchesOf(language.date, folded)) {
    const { day = '', month = '', year = '' } = match.groups ?? {};
    const y = Number(year);
    const m = monthNumber(month, language);
    const d = Number.parseInt(day, 10); // `1er`
    if (m === undefined || !(y >= 1945 && y <= 2100) || m < 1 || m > 12) continue;
    if (!(d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate())) continue;
    const date = `${year}-${twoDigits(m)}-${twoDigits(d)}`;
    found.push({ start: match.index, end: match.index + match[0].length, date });
  }
  return found;
}
