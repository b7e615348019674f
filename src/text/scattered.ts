/**
 * Tables of a page that pdftotext read in an order of its own: blank lines part the cells, but two may stand on one line, and a
 * cell where another begins: `D ⏎ ⏎ Estados Miembros con Menos de 21.566 ⏎ menos de 2 veces el ⏎ promedio ⏎ ⏎ 20`.
 *
 * What begins each row, or ends it, tells the rows apart: letters or dates in the first column, figures in the last.
 */
import { foldedOf } from '../language/index.ts';
import {
  count,
  empty,
  FEWEST,
  FIGURE,
  type Group,
  hanCells,
  isHan,
  isOpen,
  isWithin,
  lineOf,
  NARROW,
  type Row,
  shapeOf,
  WIDEST,
} from './cells.ts';
import { continueCells } from './continued.ts';
import { type Line, lineWith } from './lines.ts';
import { partCells } from './merged.ts';
import { enumeratorLength } from './numbering.ts';
import { isNumberAlone } from './order.ts';
import type { Repair } from './repair.ts';
import { settleRows } from './settled.ts';
import { RIGHT_TO_LEFT } from './tabular.ts';
import { fullWidth, quantile, widthOf } from './width.ts';

/** Blank lines between the cells of a table; and the share of its lines that have one above them. */
const FEWEST_GAPS = 6;
const PARTED = 0.2;

/** Marks the lines that are of tables, so that no stage takes a column of words for a line that came apart. */
export function markCells(lines: readonly Line[]): readonly Line[] {
  const apart = lines.filter((line, k) => line.gap > 0 && line.page === lines[k - 1]?.page && isOpen(line));
  if (apart.length < FEWEST_GAPS) return lines;
  const full = fullWidth(lines, WIDEST);
  const marked = [...lines];
  for (let k = 0; k < lines.length; k++) {
    let end = k;
    while (end < lines.length && isCell(lines, end, full)) end++;
    const start = startOf(lines, k, end);
    if (start < end && anchorsOf(groupsOf(lines.slice(start, end))))
      for (let at = start; at < end; at++) marked[at] = lineWith(lines[at] as Line, { role: 'cell' });
    k = end;
  }
  return marked;
}

/**
 * Puts the tables of a page into rows; other lines stay as they are.
 *
 * @param lines as `markCells` left them
 * @param repairs gets each line, or piece of a line, that was moved to its cell
 */
export function collectRows(lines: readonly Line[], repairs: Repair[]): readonly Line[] {
  if (!lines.some(({ role }) => role === 'cell')) return lines;
  const parts: Line[][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last && last[0]?.role === line.role) last.push(line);
    else parts.push([line]);
  }
  const cells = parts.map((part) => (part[0]?.role === 'cell' ? part : []));
  const groups = continueCells(cells, repairs).map(groupsOf);
  const tables = partCells(groups, repairs).map(tableOf);
  const rows = settleRows(
    tables.map((table) => table?.rows ?? []),
    repairs,
  );
  return parts.flatMap((part, k) => (tables[k] ? [...tables[k].above, ...rowLines(rows[k] as Group[][])] : part));
}

/** A line that can be of a table: it does not end a sentence, and is narrow, or stands apart. */
function isCell(lines: readonly Line[], k: number, full: number): boolean {
  const line = lines[k] as Line;
  if (!isOpen(line) || line.heading !== undefined) return false;
  const isApart = line.gap > 0 && lines[k + 1]?.gap !== 0;
  if (!isApart && !isWithin(line, full * NARROW) && hanCells(line.excerpt).length === 1) return false;
  return FIGURE.test(line.excerpt.value) || enumeratorLength(foldedOf(line.excerpt).slice(0, 24)) === 0;
}

/**
 * Where the table among the lines [k, end) begins, `end` where there is none: with the first cell that stands apart, but not with
 * the heading behind a letter, `B. ⏎ ⏎ Investment management`.
 */
function startOf(lines: readonly Line[], k: number, end: number): number {
  let start = k;
  if (lines[k - 1] && isNumberAlone(lines[k - 1] as Line)) {
    start++;
    while (start < end && lines[start]?.gap === 0) start++;
  }
  while (start < end && lines[start]?.gap === 0 && lines[start + 1]?.gap === 0) start++;
  const cells = lines.slice(start, end);
  const gaps = cells.filter(({ gap }) => gap > 0).length;
  if (gaps < FEWEST_GAPS || gaps <= cells.length * PARTED) return end;
  return cells.some(({ excerpt }) => RIGHT_TO_LEFT.test(excerpt.value)) ? end : start;
}

/** What tells the rows apart. */
interface Anchors {
  /** Indexes of groups, one in each row. */
  at: number[];
  /** Groups of a row that stand behind its anchor; undefined where the anchor is the first. */
  behind?: number;
}

/** The rows of a table and the lines above them, when there is something to tell them by. */
function tableOf(groups: readonly Group[]): { above: Line[]; rows: Group[][] } | undefined {
  const anchors = anchorsOf(groups);
  if (!anchors) return undefined;
  const { at, behind } = anchors;
  const rows: Group[][] = [];
  let from = 0;
  for (const anchor of [...at, groups.length]) {
    let end = Math.min(groups.length, behind === undefined ? anchor : anchor + behind + 1);
    // a page may end in the middle of a row
    while (behind !== undefined && end < groups.length && goesOn(groups, end)) end++;
    if (end > from) rows.push(groups.slice(from, end));
    from = Math.max(from, end);
  }
  const above = behind === undefined ? [] : partHead(rows);
  return { above, rows };
}

/** The words of a cell that the page above began. */
function goesOn(groups: readonly Group[], k: number): boolean {
  const [line] = groups[k] as [Line, ...Line[]];
  return line.page !== groups[k - 1]?.[0]?.page && /^\p{Ll}/u.test(line.excerpt.value);
}

/** Lines with no blank line between them; a letter or a date that begins a row has a group of its own. */
function groupsOf(lines: readonly Line[]): Group[] {
  const shapes = new Map<string, number>();
  for (const { excerpt, gap } of lines) if (gap > 0 && isDated(excerpt.value)) count(shapes, shapeOf(excerpt.value));
  const letters = lettersOf(lines.map(({ excerpt }) => excerpt.value));
  const groups: Group[] = [];
  let apart = true;
  lines.forEach((line, k) => {
    const group = groups.at(-1);
    // `3 и ⏎ 4 октября` is one date
    const inDate = line.gap === 0 && group?.length === 1 && isDated((group[0] as Line).excerpt.value) && !isHan(line.excerpt);
    const begins = letters.has(k) || (!inDate && (shapes.get(shapeOf(line.excerpt.value)) ?? 0) > 1);
    // the words that the page above began end where another cell begins
    const ends = group?.length === 1 && goesOn(groups, groups.length - 1) && /^\p{Lu}/u.test(line.excerpt.value);
    if (!group || apart || begins || ends || line.gap > 0 || line.page !== group[0]?.page) groups.push([line]);
    else group.push(line);
    apart = begins || hanCells(line.excerpt).length > 1;
  });
  return groups;
}

const isDated = (text: string) => /^\d/.test(text) && !FIGURE.test(text);

/** Indexes of the letters that count rows, `A`, `B`, `C`; none when they are fewer than three. */
function lettersOf(texts: readonly string[]): Set<number> {
  const found = new Set<number>();
  let code: number | undefined;
  texts.forEach((text, k) => {
    if (text.length !== 1 || !/\p{Lu}/u.test(text) || (code !== undefined && text.charCodeAt(0) !== code + 1)) return;
    code = text.charCodeAt(0);
    found.add(k);
  });
  return found.size >= FEWEST ? found : new Set();
}

function anchorsOf(groups: readonly Group[]): Anchors | undefined {
  const texts = groups.map((group) => (group[0] as Line).excerpt.value);
  const letters = lettersOf(texts.map((text, k) => (groups[k]?.length === 1 ? text : '')));
  if (letters.size > 0) return { at: [...letters] };
  const shapes = new Map<string, number>();
  for (const text of texts) if (/\d/.test(text) && !FIGURE.test(text)) count(shapes, shapeOf(text));
  const dated = indexesOf(texts, (text) => isDated(text) || (shapes.get(shapeOf(text)) ?? 0) >= FEWEST);
  const figures = indexesOf(groups, (group) => group.every(({ excerpt }) => FIGURE.test(excerpt.value)));
  // of several figures side by side the last
  const last = figures.filter((at, k) => figures[k + 1] !== at + 1);
  if (Math.max(dated.length, last.length) < FEWEST) return undefined;
  if (dated.length >= last.length) return placed(dated);
  const intervals = last.slice(1).map((at, k) => at - (last[k] as number));
  return intervals.every((interval) => interval === intervals[0]) ? placed(last) : { at: last, behind: 0 };
}

/** Where in their rows anchors stand, which the row of the heads above them tells. */
function placed(at: number[]): Anchors {
  const columns = fullOf(at.slice(1).map((anchor, k) => anchor - (at[k] as number)));
  const above = at[0] as number;
  const column = above >= columns ? above - columns : above;
  return column === 0 || column >= columns ? { at } : { at, behind: columns - 1 - column };
}

/** Parts the heads of the columns from the first row, which is longer with them. Returns the lines above them, a title. */
function partHead(rows: Group[][]): Line[] {
  const [first = []] = rows;
  const columns = quantile(
    rows.slice(1).map(({ length }) => length),
    0.5,
  );
  const heads = first.slice(0, -columns);
  if (heads.length > 0) rows.splice(0, 1, heads.slice(-columns), first.slice(-columns));
  return heads.slice(0, -columns).flat();
}

function rowLines(rows: readonly Group[][]): Line[] {
  let column = 0;
  for (const { excerpt } of rows.flatMap((row) => row.slice(1)).flat())
    if (isHan(excerpt)) column = Math.max(column, widthOf(excerpt.value));
  return rows.flatMap((groups) => {
    const [group] = groups as [Group, ...Group[]];
    const rest: Row[] = [];
    const row: Row = { first: group[0] as Line, cells: [] };
    for (const own of groups) {
      if (own.length === 0) row.cells.push(empty);
      let last: Line | undefined;
      for (const line of own) {
        const cells = hanCells(line.excerpt).map((cell) => [cell]);
        const open = rest.at(-1) ?? row;
        // a Chinese line goes on where it is full
        if (last && isHan(last.excerpt) && widthOf(last.excerpt.value) < column - 1.5)
          rest.push({ first: line, cells: [empty, ...cells] });
        else if (last) open.cells.at(-1)?.push(line.excerpt);
        else open.cells.push(...cells);
        last = line;
      }
    }
    return [row, ...rest].map(lineOf);
  });
}

/** The length of a row that has all its cells: the longest that is found more than once. */
function fullOf(lengths: readonly number[]): number {
  const once = new Set<number>();
  return lengths.reduce(
    (full, length) => (once.has(length) ? Math.max(full, length) : once.add(length) && full),
    lengths[0] ?? 1,
  );
}

function indexesOf<Value>(values: readonly Value[], fits: (value: Value) => boolean): number[] {
  return values.flatMap((value, k) => (fits(value) ? [k] : []));
}
