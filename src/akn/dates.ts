/** The entry `ntoso/dates`: days of adoption of resolutions, decisions and presidential statements. Source: United Nations. */
import { SERIES } from './dates.data.ts';

const DAY = 86_400_000;
let days: Map<string, string> | undefined;

/**
 * The day on which a document was adopted.
 *
 * Covers what the United Nations has published in Akoma Ntoso (General Assembly from 2020, the Councils earlier) and what those
 * documents say of others: 7,506 days. Read on the first call, in a few milliseconds.
 *
 * @param symbol canonical: `A/RES/64/293`, `S/RES/1325 (2000)`
 * @returns `YYYY-MM-DD`, or undefined when it is not known
 * @example
 * adoptionDate('A/RES/64/293') // '2010-07-30'
 */
export function adoptionDate(symbol: string): string | undefined {
  days ??= readSeries(SERIES);
  return days.get(symbol);
}

/**
 * Reads the table. A line is a series, `S/RES/# (2000)`, and its runs of adjoining numbers adopted on one day. A run is
 * `+skipped*length=days since the run before`, in base 36; nothing skipped and a length of 1 are left out. Numbers begin at 1, days
 * in 1970.
 */
function readSeries(table: string): Map<string, string> {
  const read = new Map<string, string>();
  for (const line of table.split('\n')) {
    const name = /^[^+*=]+/.exec(line)?.[0] ?? '';
    let number = 1;
    let day = 0;
    for (const [, skipped = '0', length = '1', passed = ''] of line.matchAll(/(?:\+(\w+))?(?:\*(\w+))?=(-?\w+)/g)) {
      number += Number.parseInt(skipped, 36);
      day += Number.parseInt(passed, 36);
      const date = new Date(day * DAY).toISOString().slice(0, 10);
      for (let left = Number.parseInt(length, 36); left > 0; left--) read.set(name.replace('#', String(number++)), date);
    }
  }
  return read;
}
