/**
 * Cells of tables that the end of a page cut in two, with the cells beside them between: `promedio del ingreso ⏎ Menos de 12.940
 * ⏎ 80 ⏎ ⏎ nacional bruto per ⏎ cápita`. Where the same words stand below each other elsewhere in the tables, they tell what
 * goes on.
 */
import { cut } from '../source.ts';
import { count, FIGURE, LONGEST, shapeOf } from './cells.ts';
import { type Line, lineWith } from './lines.ts';
import { moved } from './order.ts';
import type { Repair } from './repair.ts';

/** Lines within which the beginning of a cell stands. */
const REACH = 24;

/** How often two lines stand below each other on a page. */
type Pairs = ReadonlyMap<string, number>;

/**
 * Puts what goes on below the end of a page behind what it goes on with.
 *
 * @param tables the lines of each
 * @param repairs gets each line that was moved
 */
export function continueCells(tables: readonly (readonly Line[])[], repairs: Repair[]): Line[][] {
  const pairs = new Map<string, number>();
  // blank lines between those of one cell
  let leading = Number.POSITIVE_INFINITY;
  for (const lines of tables) {
    for (let k = 1; k < lines.length; k++) {
      const [above, line] = [lines[k - 1] as Line, lines[k] as Line];
      leading = Math.min(leading, line.gap);
      if (above.page === line.page) count(pairs, pairOf(above.excerpt.value, line));
    }
  }
  return tables.map((lines) => {
    const mended: Line[] = [];
    for (let k = 0; k < lines.length; ) {
      const line = lines[k] as Line;
      const isCut = k > 0 && line.page !== lines[k - 1]?.page && /^\p{Ll}/u.test(line.excerpt.value);
      const begun = isCut ? beginningOf(mended, line, pairs) : undefined;
      const end = begun ? endOfCell(lines, k, pairs) : k + 1;
      const own = lines.slice(k, end);
      if (begun) {
        for (const one of own) repairs.push(moved(one));
        insert(own, mended, begun, leading);
      } else mended.push(line);
      k = end;
    }
    return mended;
  });
}

const pairOf = (above: string, { excerpt }: Line) => `${shapeOf(above)}\n${shapeOf(excerpt.value)}`;

/** The beginning of a cell: a line, and how much of it. */
interface Beginning {
  at: number;
  length: number;
}

/** What a line goes on with that is no longer the last above it; a figure may stand beside it. */
function beginningOf(above: readonly Line[], line: Line, pairs: Pairs): Beginning | undefined {
  for (let at = above.length - 1; at >= Math.max(0, above.length - REACH); at--) {
    const { value } = (above[at] as Line).excerpt;
    if (value.length > LONGEST) continue;
    if (pairs.has(pairOf(value, line))) {
      const below = above[at + 1];
      const goesOn = !below || shapeOf(below.excerpt.value) === shapeOf(line.excerpt.value);
      return goesOn ? undefined : { at, length: value.length };
    }
    const blank = value.lastIndexOf(' ');
    if (blank > 0 && FIGURE.test(value.slice(blank + 1)) && pairs.has(pairOf(value.slice(0, blank), line)))
      return { at, length: blank };
  }
  return undefined;
}

/** Index after the lines from `k` on that stand below each other elsewhere too. */
function endOfCell(lines: readonly Line[], k: number, pairs: Pairs): number {
  let end = k + 1;
  const recurs = (at: number) => (pairs.get(pairOf((lines[at - 1] as Line).excerpt.value, lines[at] as Line)) ?? 0) > 1;
  while (end < lines.length && recurs(end)) end++;
  return end;
}

/** Puts lines behind the beginning of their cell, and the figure beside it behind them. */
function insert(own: readonly Line[], lines: Line[], { at, length }: Beginning, leading: number): void {
  const first = lines[at] as Line;
  const { excerpt, page } = first;
  const below = lines.splice(at + 1);
  if (length < excerpt.value.length) {
    lines[at] = lineWith(first, { excerpt: cut(excerpt, 0, length) });
    below.unshift(lineWith(first, { excerpt: cut(excerpt, length + 1), gap: leading + 1, indent: 1 }));
  }
  for (const line of own) lines.push(lineWith(line, { page, gap: leading }));
  lines.push(...below);
}
