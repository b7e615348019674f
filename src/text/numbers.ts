/** Numbers of paragraphs that pdftotext puts before the list above them: `… including: ⏎ 19. ⏎ ⏎ (i) ⏎ ⏎ … ; ⏎ ⏎ Urges …`. */
import { foldedOf } from '../language/index.ts';
import type { Line } from './lines.ts';
import { readNumber } from './numbering.ts';
import { isNumberAlone, moved } from './order.ts';
import type { Repair } from './repair.ts';

/** Lines that the list takes at most. */
const REACH = 60;
const ENDED = /[;.；。]$/;

/**
 * Puts such numbers where the list has ended.
 *
 * What introduces a list, `… including:`, wants its first item: between the two no number belongs. Its paragraph is the text
 * behind the list that has none.
 *
 * @param repairs gets each number that was moved
 */
export function returnNumbers(lines: readonly Line[], repairs: Repair[]): Line[] {
  const returned = [...lines];
  for (let k = 1; k + 1 < returned.length; k++) {
    const number = returned[k] as Line;
    if (!isNumberAlone(number) || !foldedOf((returned[k - 1] as Line).excerpt).endsWith(':')) continue;
    if (!beginsList(returned[k + 1] as Line, number)) continue;
    const to = behindList(returned, k + 1);
    if (to === undefined) continue;
    returned.copyWithin(k, k + 1, to);
    returned[to - 1] = number;
    repairs.push(moved(number));
  }
  return returned;
}

/** `(i)` below `19.`; but `2.` below `1.` goes on with it. */
function beginsList(line: Line, above: Line): boolean {
  if (!isNumberAlone(line)) return false;
  const { format, readings } = readNumber(line.excerpt.value);
  return readNumber(above.excerpt.value).format !== format && readings.some(({ value }) => value === 1);
}

/** Index of the first line behind the list that begins at `from` that has no number of its own. */
function behindList(lines: readonly Line[], from: number): number | undefined {
  const end = Math.min(lines.length, from + REACH);
  for (let k = from + 2; k < end; k++) {
    const line = lines[k] as Line;
    const above = lines[k - 1] as Line;
    if (line.gap > 0 && !isNumberAlone(line) && !isNumberAlone(above) && ENDED.test(above.excerpt.value)) return k;
  }
  return undefined;
}
