/**
 * Tables of a layout, where blanks keep the columns apart: `A       Miembros permanentes      No se aplica      Prima`.
 *
 * The rows become lines with a tab between their cells. What is a column is where words begin on several lines; what is a row,
 * that its cells begin side by side and go on without a break below.
 */
import { foldedOf } from '../language/index.ts';
import { concat, cut, type Excerpt, lineEnd, tab, trim } from '../source.ts';
import { type Line, lineWith } from './lines.ts';
import { enumeratorLength } from './numbering.ts';

/** Words that stand together on a line, and the column of characters at which they begin. */
interface Cell {
  start: number;
  end: number;
  text: Excerpt;
}

export const RIGHT_TO_LEFT = /\p{Script=Arabic}/u;
/** Blanks that keep cells apart for certain; where a cell is full there is but one. */
const APART = / {3,}/g;
/** Characters that the start of a column may be off. */
const SLACK = 3;
/** Lines within which the second line of a table has to come. */
const NEAR = 12;

/** Puts the tables of a layout into rows; other lines stay as they are. */
export function setTables(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (let k = 0; k < lines.length; ) {
    const end = tableFrom(lines, k);
    if (end > k) result.push(...rowsOf(lines.slice(k, end)));
    else result.push(lines[k] as Line);
    k = Math.max(end, k + 1);
  }
  return result;
}

/** The cells of a line that blanks keep apart; of a numbered paragraph its number is none. */
function cellsOf({ excerpt, indent }: Line): Cell[] {
  const { value } = excerpt;
  if (!value.includes('   ')) return [{ start: indent, end: indent + value.length, text: excerpt }];
  const cells: Cell[] = [];
  const beginning = foldedOf(excerpt).slice(0, 24);
  // `"(a)    The abuses`: a statement is quoted paragraph by paragraph
  const quote = beginning.startsWith('"') ? 1 : 0;
  const number = quote + enumeratorLength(beginning.slice(quote));
  let at = 0;
  const add = (end: number) => cells.push({ start: indent + at, end: indent + end, text: cut(excerpt, at, end) });
  for (const { 0: blanks, index } of value.matchAll(APART)) {
    if (index === number) continue;
    add(index);
    at = index + blanks.length;
  }
  add(value.length);
  return cells;
}

/** Index after the table that begins at line `k`; `k` when none does: two lines with cells that begin in the same column. */
function tableFrom(lines: readonly Line[], k: number): number {
  const first = lines[k] as Line;
  // what is right to left has its columns so, and its words where the extraction put them
  if (!first.excerpt.value.includes('   ') || RIGHT_TO_LEFT.test(first.excerpt.value)) return k;
  const cells = cellsOf(first);
  if (cells.length < 2) return k;
  const columns = cells.map(({ start }) => start - first.indent);
  let base = first.indent;
  let end = k + 1;
  let rows = 1;
  for (let at = k + 1; at < lines.length; at++) {
    const line = lines[at] as Line;
    const newPage = line.page !== (lines[at - 1] as Line).page;
    if ((line.gap > 1 && !newPage) || (rows === 1 && at > k + NEAR)) break;
    const own = cellsOf(line);
    // a page may be set to the left or right of the one before, or wider
    if (newPage) {
      const there = columnsOf(lines.slice(at, endOfPage(lines, at)).filter((below) => cellsOf(below).length > 1));
      if (there.base < Number.POSITIVE_INFINITY) {
        columns.splice(0, columns.length, ...onPage(columns, there.starts));
        base = there.base;
      } else base += shiftOf(own, columns, base);
    }
    // a sentence below the table
    if (line.gap > 0 && !newPage && own.length === 1 && crossed(own[0] as Cell, columns, base) > 1) break;
    if (!own.every((cell, c) => fits(cell, own[c + 1], columns, base))) break;
    if (own.length > 1) {
      rows++;
      for (const { start } of own)
        if (!columns.some((column) => Math.abs(column + base - start) <= SLACK)) columns.push(start - base);
      columns.sort((a, b) => a - b);
    }
    end = at + 1;
  }
  return rows > 1 ? end : k;
}

/** Index after the lines from `k` on that stand on one page without a wide gap. */
function endOfPage(lines: readonly Line[], k: number): number {
  let end = k + 1;
  while (lines[end]?.page === lines[k]?.page && (lines[end] as Line).gap <= 1) end++;
  return end;
}

/** Characters that a column may stand elsewhere on another page. */
const DRIFT = 16;

/** The columns of a table as they stand on another page: there, or, where too few cells tell, as before. */
function onPage(columns: readonly number[], there: readonly number[]): number[] {
  if (there.length === columns.length) return [...there];
  return columns.map((column) => {
    const start = nearest(there, column);
    return Math.abs(start - column) <= DRIFT && nearest(columns, start) === column ? start : column;
  });
}

const nearest = (starts: readonly number[], to: number) =>
  starts.reduce((best, start) => (Math.abs(start - to) < Math.abs(best - to) ? start : best), Number.POSITIVE_INFINITY);

/** How far a page is set off from the one before: its first cell begins in the column that is nearest. */
function shiftOf(cells: readonly Cell[], columns: readonly number[], base: number): number {
  const start = cells[0]?.start ?? base;
  const shifts = columns.map((column) => start - base - column);
  return shifts.reduce((best, shift) => (Math.abs(shift) < Math.abs(best) ? shift : best), shifts[0] ?? 0);
}

/** How many columns begin inside a cell. */
const crossed = ({ start, end }: Cell, columns: readonly number[], base: number) =>
  columns.filter((column) => column + base > start + SLACK && column + base < end).length;

/** Whether a cell begins with a column, and ends before the next one; a line of running text runs through it. */
function fits(cell: Cell, next: Cell | undefined, columns: readonly number[], base: number): boolean {
  const at = columns.findLastIndex((column) => column + base <= cell.start + SLACK);
  const column = columns[at];
  if (column === undefined || cell.start - column - base > SLACK) return next !== undefined && at > 0;
  const limit = columns[at + 1];
  if (limit === undefined || cell.end <= limit + base) return true;
  // a full cell, or one that runs into the next column, whose words begin where they should
  return cell.end <= limit + base + 2 || cutsAt(cell, limit + base) !== undefined;
}

/** Where the words of the next column begin in a cell: near its start, behind a blank. */
function cutsAt({ start, end, text }: Cell, column: number): number | undefined {
  for (const offset of [-2, -1, 0, 1, 2]) {
    const at = column + offset - start;
    // a last word that only reaches there is the full cell's
    if (offset < 0 && end <= column + 2) continue;
    if (at > 0 && text.value[at - 1] === ' ' && text.value[at] !== ' ') return at;
  }
  return undefined;
}

/** The lines of a table as one line for each row. */
function rowsOf(lines: readonly Line[]): Line[] {
  const pages = new Map<number, Columns>();
  let columns = columnsOf(lines.filter(({ page }) => page === lines[0]?.page));
  const rows: { first: Line; cells: Excerpt[][]; last: boolean[] }[] = [];
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as Line;
    if (!pages.has(line.page)) {
      const own = columnsOf(lines.filter(({ page }) => page === line.page));
      columns = { starts: onPage(columns.starts, own.starts), base: own.base };
      pages.set(line.page, columns);
    }
    const cells = inColumns(line, columns);
    const filled = cells.map((cell) => cell !== undefined);
    const row = rows.at(-1);
    const newPage = line.page !== lines[k - 1]?.page;
    if (!row || (line.gap > 0 && !newPage) || beginsRow(filled, row)) {
      rows.push({ first: line, cells: cells.map((cell) => (cell ? [cell] : [])), last: filled });
      continue;
    }
    cells.forEach((cell, c) => {
      if (cell) row.cells[c]?.push(cell);
    });
    row.last = filled;
  }
  return rows.map(({ first, cells }) => lineWith(first, { excerpt: concat(cells.flatMap(cellParts)) }));
}

const cellParts = (parts: readonly Excerpt[], c: number): Excerpt[] => [
  ...(c > 0 ? [tab] : []),
  ...parts.flatMap((part, k) => (k > 0 ? [lineEnd, part] : [part])),
];

/** Cells begin at the top of their row: one that has no words above it, or had its end, is a new row's; so are all of them again. */
function beginsRow(filled: readonly boolean[], row: { cells: Excerpt[][]; last: boolean[] }): boolean {
  if (filled.some((words, c) => words && row.last[c] === false)) return true;
  return filled.filter(Boolean).length > 1 && row.cells.every((cell, c) => filled[c] === cell.length > 0);
}

interface Columns {
  /** Relative to the base. */
  starts: number[];
  /** Column of characters of the leftmost cell. */
  base: number;
}

/** Where the columns begin on a page. */
function columnsOf(lines: readonly Line[]): Columns {
  const base = Math.min(...lines.map(({ indent }) => indent));
  const cells = lines.flatMap(cellsOf);
  const found = cells.map(({ start }) => start - base).sort((a, b) => a - b);
  const starts: number[] = [];
  let first = 0;
  found.forEach((start, k) => {
    if (k > 0 && start - (found[k - 1] as number) > SLACK) first = k;
    if (k === first + 1) starts.push(found[first] as number);
    const alone = k === first && !((found[k + 1] ?? Number.POSITIVE_INFINITY) - start <= SLACK);
    // once may be chance, unless cells that run on to there have a word that begins there
    if (alone && isColumn(cells, start + base)) starts.push(start);
  });
  return { starts: starts[0] !== undefined && starts[0] <= SLACK ? starts : [0, ...starts], base };
}

/** Whether all cells that run through a column have a word that begins there, and there are some. */
function isColumn(cells: readonly Cell[], column: number): boolean {
  const through = cells.filter(({ start, end }) => start < column - SLACK && end > column);
  return through.length > 1 && through.every((cell) => cutsAt(cell, column) !== undefined);
}

/** What a line has in each column. */
function inColumns(line: Line, { starts, base }: Columns): (Excerpt | undefined)[] {
  const cells: (Excerpt | undefined)[] = starts.map(() => undefined);
  for (const cell of cellsOf(line)) {
    let c = Math.max(
      0,
      starts.findLastIndex((start) => start + base <= cell.start + SLACK),
    );
    let rest = cell;
    for (let next = c + 1; next < starts.length; next++) {
      const at = cutsAt(rest, (starts[next] as number) + base);
      if (at === undefined) continue;
      put(cells, c, cut(rest.text, 0, at));
      rest = { start: rest.start + at, end: rest.end, text: cut(rest.text, at) };
      c = next;
    }
    put(cells, c, rest.text);
  }
  return cells;
}

function put(cells: (Excerpt | undefined)[], c: number, text: Excerpt): void {
  const own = trim(text);
  const there = cells[c];
  cells[c] = there ? concat([there, lineEnd, own]) : own;
}
