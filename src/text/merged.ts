/**
 * Cells that an extraction set into one: `Estados Miembros con Menos de 21.566 ⏎ menos de 2 veces el`. A cell that stands alone
 * elsewhere in the table, figures aside, shows where they part; or the width of the column, which the first line exceeds.
 */
import { cut, type Excerpt } from '../source.ts';
import type { Line } from './lines.ts';
import { moved } from './order.ts';
import type { Repair } from './repair.ts';
import type { Group } from './scattered.ts';
import { widthOf } from './width.ts';

/** Share of the column's width that a line exceeds when the beginning of another cell is on it. */
const BEYOND = 1.2;
const WITHIN = 1.1;
/** How often a cell recurs. */
const OFTEN = 2;
/** No line of a cell is longer. */
const LONGEST = 200;

/** A text that is like others but for its figures. */
export const shapeOf = (text: string) => text.replace(/\d+/g, '0');

/**
 * Parts the cells of each group; those that the extraction mixed into another come behind it.
 *
 * @param repairs gets each piece that was moved
 */
export function partCells(groups: readonly Group[], repairs: Repair[]): Group[] {
  const alone = new Map<string, number>();
  const tails = new Map<string, number>();
  const add = (counts: Map<string, number>, text: string) => counts.set(shapeOf(text), (counts.get(shapeOf(text)) ?? 0) + 1);
  for (const group of groups) {
    const first = (group[0] as Line).excerpt.value;
    if (group.length === 1) add(alone, first);
    const at = beyondAt(group);
    if (at !== undefined) add(tails, first.slice(at + 1));
  }
  const recurs = (text: string) => /\p{L}/u.test(text) && (alone.get(shapeOf(text)) ?? 0) >= OFTEN;
  return groups.flatMap((group) => {
    const [first, ...below] = group as [Line, ...Line[]];
    const beyond = beyondAt(group);
    const isTail = beyond !== undefined && (tails.get(shapeOf(first.excerpt.value.slice(beyond + 1))) ?? 0) >= OFTEN;
    const at = tailAt(first.excerpt, recurs) ?? (isTail ? beyond : undefined);
    const own: Group = [];
    const others: Group[] = [];
    if (at === undefined) own.push(first);
    else {
      own.push({ ...first, excerpt: cut(first.excerpt, 0, at) });
      others.push([{ ...first, gap: 1, excerpt: cut(first.excerpt, at + 1) }]);
    }
    for (const line of below) {
      if (group.length > 2 && recurs(line.excerpt.value)) others.push([line]);
      else own.push(line);
    }
    if (own.length > 1) for (const [line] of others) repairs.push(moved(line as Line));
    return [own, ...others];
  });
}

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
