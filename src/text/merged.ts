/**
 * Cells that an extraction set into one: `Estados Miembros con Menos de 21.566 ⏎ menos de 2 veces el`. A cell that stands alone
 * elsewhere in the table, figures aside, shows where they part; or the width of the column, which the first line exceeds.
 */
import { cut, type Excerpt } from '../source.ts';
import { count, type Group, isHan, LONGEST, shapeOf } from './cells.ts';
import { type Line, lineWith } from './lines.ts';
import { moved } from './order.ts';
import type { Repair } from './repair.ts';
import { widthOf } from './width.ts';

/** Share of the column's width that a line exceeds when the beginning of another cell is on it. */
const BEYOND = 1.2;
const WITHIN = 1.1;
/** How often a cell recurs. */
const OFTEN = 2;
/**
 * Parts the cells of each group of some tables; those that the extraction mixed into another come behind it. Chinese is left as
 * it is: its cells tell themselves apart.
 *
 * @param repairs gets each line, or piece of a line, that was moved
 */
export function partCells(tables: readonly Group[][], repairs: Repair[]): Group[][] {
  const isMixed = tables.map((groups) => !groups.some(([first]) => first && isHan(first.excerpt)));
  const mixed = tables.filter((_, k) => isMixed[k]);
  const parts = partLines(unravel(mixed, repairs), repairs);
  let k = 0;
  return tables.map((groups, t) => (isMixed[t] ? (parts[k++] as Group[]) : groups));
}

/** Cuts a cell off where another begins on its first line; takes a cell out that stands between its lines. */
function partLines(tables: readonly Group[][], repairs: Repair[]): Group[][] {
  const alone = new Map<string, number>();
  const tails = new Map<string, number>();
  for (const group of tables.flat()) {
    const first = (group[0] as Line).excerpt.value;
    if (group.length === 1) count(alone, shapeOf(first));
    const at = beyondAt(group);
    if (at !== undefined) count(tails, shapeOf(first.slice(at + 1)));
  }
  const recurs = (text: string) => /\p{L}/u.test(text) && (alone.get(shapeOf(text)) ?? 0) >= OFTEN;
  // from one cell to another: `ОО (ПР) в ОО (ВР)`
  const isSpan = (text: string) => {
    const blanks = [...text.matchAll(/ /g)].map(({ index }) => index);
    return blanks.some((at) => recurs(text.slice(0, at))) && blanks.some((at) => alone.has(shapeOf(text.slice(at + 1))));
  };
  const isOther = (text: string) => recurs(text) || (text.length <= LONGEST && isSpan(text));
  const parted = (group: Group): Group[] => {
    const [first, ...below] = group as [Line, ...Line[]];
    if (below.length === 0) return [group];
    const beyond = beyondAt(group);
    const isTail = beyond !== undefined && (tails.get(shapeOf(first.excerpt.value.slice(beyond + 1))) ?? 0) >= OFTEN;
    const at = tailAt(first.excerpt, recurs) ?? (isTail ? beyond : undefined);
    const own: Group = [at === undefined ? first : lineWith(first, { excerpt: cut(first.excerpt, 0, at) })];
    const others: Group = at === undefined ? [] : [lineWith(first, { gap: 1, excerpt: cut(first.excerpt, at + 1) })];
    for (const line of below) (below.length > 1 && isOther(line.excerpt.value) ? others : own).push(line);
    if (own.length > 1) for (const line of others) repairs.push(moved(line));
    return [own, ...others.map((line) => [line])];
  };
  return tables.map((groups) => groups.flatMap(parted));
}

/** Lines of the longest cell that is unravelled. */
const MOST_LINES = 24;

/**
 * Parts two cells side by side whose lines take turns, as far as the second goes: `Перевод (из ⏎ Старший ⏎ компонента ⏎ помощник
 * ⏎ «Программа работы»)`. The first stands elsewhere too, alone or with another.
 */
function unravel(tables: readonly Group[][], repairs: Repair[]): Group[][] {
  const times = new Map<string, number>();
  for (const group of tables.flat()) for (const reading of new Set(readingsOf(group))) count(times, reading);
  const parted = (group: Group): Group[] => {
    const own = readingsOf(group).map((reading) => times.get(reading) ?? 0);
    const most = own.reduce((best, value, turns) => (value > (own[best] ?? 0) ? turns : best), 0);
    const left = without(group, most);
    const right = group.filter((line) => !left.includes(line));
    // a cell begins as a sentence does
    if ((own[most] ?? 0) < OFTEN || left.length < 2 || !/^[\p{Lu}\p{N}]/u.test(right[0]?.excerpt.value ?? '')) return [group];
    for (const line of right) repairs.push(moved(line));
    return [left, right];
  };
  return tables.map((groups) => groups.flatMap(parted));
}

/** What a group is without the other cell's lines, when these are none, one, two … of it. */
function readingsOf(group: Group): string[] {
  const most = group.length < 3 || group.length > MOST_LINES ? 0 : group.length >> 1;
  return Array.from({ length: most + 1 }, (_, turns) =>
    without(group, turns)
      .map(({ excerpt }) => excerpt.value)
      .join(' '),
  );
}

/** The lines of a group without the second of each of its first pairs. */
const without = (group: Group, pairs: number): Group => group.filter((_, k) => k % 2 === 0 || k >= pairs * 2);

/** Where a line goes on with a cell that stands alone elsewhere; the longest one. */
function tailAt({ value }: Excerpt, recurs: (text: string) => boolean): number | undefined {
  if (value.length > LONGEST) return undefined;
  for (let at = value.indexOf(' '); at > 0; at = value.indexOf(' ', at + 1)) if (recurs(value.slice(at + 1))) return at;
  return undefined;
}

/** Where the first line of a cell exceeds all others of it. */
function beyondAt(group: Group): number | undefined {
  const [first, ...below] = group as [Line, ...Line[]];
  const { value } = first.excerpt;
  if (below.length < 2 || value.length > LONGEST) return undefined;
  const width = below.reduce((most, { excerpt }) => Math.max(most, widthOf(excerpt.value)), 0);
  if (widthOf(value) < width * BEYOND) return undefined;
  // a cell begins as a sentence does
  for (let at = value.lastIndexOf(' '); at > 0; at = value.lastIndexOf(' ', at - 1))
    if (widthOf(value.slice(0, at)) <= width * WITHIN && /[\p{Lu}\p{N}]/u.test(value.charAt(at + 1))) return at;
  return undefined;
}
