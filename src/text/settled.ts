/**
 * Rows of a scattered table that ends in figures, when cells came out with a neighbouring row: `ОО (ПР) ⏎ ⏎ С-3 ⏎ ⏎ Всего
 * должностей ⏎ ⏎ 2 ⏎ 4`. What the other rows have tells what is missing where.
 */
import { count, FIGURE, type Group, isHan, shapeOf } from './cells.ts';
import type { Line } from './lines.ts';
import { moved } from './order.ts';
import type { Repair } from './repair.ts';
import { quantile } from './width.ts';

/** In how many whole rows a cell stands in one column. */
const OFTEN = 2;
/** No table has more columns. */
const WIDEST = 40;
/** Share of the whole rows with such a cell. */
const NEARLY_ALL = 0.75;

/** The cells of a row in their order; one that is missing has no lines. */
export type Cells = Group[];

/**
 * Puts cells into the rows and columns that they are missing from.
 *
 * @param tables the rows of each
 * @param repairs gets each line that was moved
 */
export function settleRows(tables: readonly Cells[][], repairs: Repair[]): Cells[][] {
  const firsts = new Set(tables.flat().map(([first]) => textOf(first as Group)));
  return tables.map((rows) => {
    // Chinese cells tell themselves apart
    if (rows.filter(endsInFigure).length * 2 <= rows.length || rows.flat().some(([line]) => line && isHan(line.excerpt)))
      return rows;
    const full = quantile(
      rows.map(({ length }) => length),
      0.5,
    );
    if (full > WIDEST) return rows;
    const parted = rows.flatMap((row) => partFigures(row, firsts, repairs));
    const settled = handBack(parted, full, repairs);
    const columns = columnsOf(settled.filter(({ length }) => length === full));
    return takeStray(settled, full, repairs).map((row) => (row.length > full ? row : placed(row, columns, full, repairs)));
  });
}

const textOf = (cell: Group) => cell.map(({ excerpt }) => excerpt.value).join(' ');
const isFigure = (cell: Group | undefined) => cell?.length === 1 && FIGURE.test((cell[0] as Line).excerpt.value);
const endsInFigure = (row: Cells) => isFigure(row.at(-1));

/** The rows of one that ends in several figures, each on its line: what begins a row elsewhere, begins each of them. */
function partFigures(row: Cells, firsts: ReadonlySet<string>, repairs: Repair[]): Cells[] {
  const figures = row.at(-1) as Group;
  if (figures.length < 2 || !figures.every((line) => isFigure([line]))) return [row];
  const starts = row.slice(0, -1).flatMap((cell, k) => (k === 0 || firsts.has(textOf(cell)) ? [k] : []));
  if (starts.length !== figures.length) return [row];
  for (const line of figures.slice(0, -1)) repairs.push(moved(line));
  return starts.map((start, k) => [...row.slice(start, starts[k + 1] ?? -1), [figures[k] as Line]]);
}

/** What stands below the last figure is of the last row, when that is so much shorter. */
function takeStray(rows: readonly Cells[], full: number, repairs: Repair[]): readonly Cells[] {
  const stray = rows.at(-1) as Cells;
  const last = rows.at(-2);
  if (!last || !endsInFigure(last) || stray.some(isFigure) || last.length + stray.length !== full) return rows;
  for (const line of stray.flat()) repairs.push(moved(line));
  return [...rows.slice(0, -2), [...last.slice(0, -1), ...stray, ...last.slice(-1)]];
}

/** Where a row has one cell too few and the next one too many, that before the figure is of the row above. */
function handBack(rows: readonly Cells[], full: number, repairs: Repair[]): Cells[] {
  const settled = rows.map((row) => [...row]);
  settled.forEach((row, k) => {
    const above = settled[k - 1];
    if (!above || !endsInFigure(above) || !endsInFigure(row)) return;
    if (above.length !== full - 1 || row.length !== full + 1) return;
    const [cell] = row.splice(-2, 1) as [Group];
    above.splice(-1, 0, cell);
    for (const line of cell) repairs.push(moved(line));
  });
  return settled;
}

/** What a cell is like: all figures are alike. */
const likeness = (cell: Group) => (isFigure(cell) ? '0' : shapeOf(textOf(cell)));

/** The columns of cells that stand nearly always in one, in several whole rows. */
function columnsOf(rows: readonly Cells[]): ReadonlyMap<string, number> {
  const times = new Map<string, Map<number, number>>();
  for (const row of rows)
    row.forEach((cell, column) => {
      const own = times.get(likeness(cell)) ?? new Map<number, number>();
      count(own, column);
      times.set(likeness(cell), own);
    });
  const columns = new Map<string, number>();
  for (const [shape, own] of times) {
    const all = [...own.values()].reduce((sum, some) => sum + some, 0);
    for (const [column, some] of own) if (some >= OFTEN && some >= all * NEARLY_ALL) columns.set(shape, column);
  }
  return columns;
}

/** A row with each cell that is like others in their column, and the others around them in their order. */
function placed(row: Cells, columns: ReadonlyMap<string, number>, full: number, repairs: Repair[]): Cells {
  const cells = Array.from({ length: full }, (): Group => []);
  const others: Group[] = [];
  for (const cell of row) {
    const column = columns.get(likeness(cell));
    if (column === undefined || cells[column]?.length !== 0) others.push(cell);
    else cells[column] = cell;
  }
  for (const cell of others) cells[cells.findIndex(({ length }) => length === 0)] = cell;
  if (cells[0]?.length === 0) return row;
  while (cells.at(-1)?.length === 0) cells.pop();
  let last = -1;
  for (const cell of cells.filter(({ length }) => length > 0)) {
    const at = row.indexOf(cell);
    if (at < last) for (const line of cell) repairs.push(moved(line));
    last = Math.max(last, at);
  }
  return cells;
}
