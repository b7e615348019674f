/**
 * Tables of an extraction that writes cell after cell and lets a blank stand for what is not at the margin (PDFBox, Tika):
 *
 *     Преобразование Специалист по
 *      управлению
 *      программами (риск)
 *      С-3 1
 *
 * Where a line begins at the margin, a row begins. Cells that stand side by side are on one line, and where they part is not
 * known, but in Chinese, which has no blanks inside its sentences.
 */
import { foldedOf } from '../language/index.ts';
import { empty, FEWEST, FIGURE, hanCells, isHan, isOpen, isWithin, lineOf, NARROW, type Row, WIDEST } from './cells.ts';
import { continueCells } from './continued.ts';
import type { Line } from './lines.ts';
import { enumeratorLength } from './numbering.ts';
import type { Repair } from './repair.ts';
import { RIGHT_TO_LEFT } from './tabular.ts';
import { fullWidth, widthOf } from './width.ts';

/** Share of a full line that few lines of a table take. */
const RAGGED = 0.9;
/** Columns of figures: `58 120 300 (1 204 500)`, `7,5 %` at the end of a row, `0,006` anywhere; years are none. */
const FIGURES = /[\p{L})] (?:[(–-]?(?!(?:19|20)\d\d\)?$)(?:\d[\d .,]*)?\d ?%?\)?$|\d+[.,]\d+ )/u;
/** A bracket that the line below closes. */
const BRACKET = /[(«“][^)»”]*$/;
const REACH = 80;

/**
 * Puts the tables of an extraction into rows; other lines stay as they are.
 *
 * @param repairs gets each line that was moved to its cell
 */
export function gatherRows(lines: readonly Line[], repairs: Repair[]): readonly Line[] {
  // in prose few lines break off so early, or above the first line of a paragraph
  const begun = lines.filter((line, k) => isAtMargin(line) && (isBrief(line) || lines[k + 1]?.indent !== 0) && isOpen(line));
  if (begun.length < FEWEST) return lines;
  const full = fullWidth(lines, WIDEST);
  const around: (readonly Line[])[] = [];
  const tables: (readonly Line[])[] = [];
  let from = 0;
  for (let k = 0; k < lines.length; ) {
    const { end, below } = tableFrom(lines, k, full);
    if (end > k) {
      around.push(lines.slice(from, k));
      tables.push(lines.slice(k, end));
      from = end;
    }
    k = Math.max(end > k ? end : below, k + 1);
  }
  if (tables.length === 0) return lines;
  const rows = continueCells(tables, repairs).map(rowsOf);
  return [...rows.flatMap((own, k) => [...(around[k] ?? []), ...own]), ...lines.slice(from)];
}

/** Shorter than the lines of most pages, in characters. */
const isBrief = ({ excerpt }: Line) => excerpt.value.length < 60;
const isAtMargin = ({ indent }: Line) => indent === 0;

/** A line that can be of a table: it does not end a sentence, and a number at its start is that of a row, `4. Disarmament`. */
function isCell(line: Line, isNarrow: boolean): boolean {
  if (!isOpen(line) || line.heading !== undefined || (!isAtMargin(line) && !isNarrow)) return false;
  const folded = foldedOf(line.excerpt);
  if (enumeratorLength(folded.slice(0, 24)) === 0 || /^\(\d+\)$/.test(folded)) return true;
  return isAtMargin(line) && isNarrow && /^\d/.test(folded);
}

/**
 * The end of the table that begins at line `k`, which is `k` when none does; and index after the lines that were looked at, which
 * need not be looked at again then.
 */
function tableFrom(lines: readonly Line[], k: number, full: number): { end: number; below: number } {
  const isNarrow = (line: Line) => isWithin(line, full * NARROW);
  let below = k;
  // the heads of all columns may fill a line; a line that goes on below is narrow
  const next = lines[k + 1];
  const begins = isNarrow(lines[k] as Line) || (next !== undefined && !isAtMargin(next) && isNarrow(next));
  if (isAtMargin(lines[k] as Line) && begins)
    while (below < lines.length && isCell(lines[below] as Line, isNarrow(lines[below] as Line))) below++;
  if (below < k + FEWEST) return { end: k, below };
  // the first lines of what stands below: cells side by side may fill a line, and so does a sentence
  let end = below;
  while (end > k && isAtMargin(lines[end - 1] as Line) && !isNarrow(lines[end - 1] as Line)) end--;
  const cells = lines.slice(k, end);
  const atMargin = cells.filter(isAtMargin);
  // sentences are set to one width
  if (atMargin.filter((line) => isWithin(line, full * RAGGED)).length * 2 <= atMargin.length) return { end: k, below };
  const rows = cells.filter((line, at) => {
    const next = cells[at + 1];
    return isAtMargin(line) && ((next && !isAtMargin(next)) || FIGURES.test(line.excerpt.value));
  });
  // what is right to left has its cells so, and its words where the extraction put them
  if (rows.length < FEWEST || rows.some(({ excerpt }) => RIGHT_TO_LEFT.test(excerpt.value))) return { end: k, below };
  return { end, below };
}

/** The lines of a table as one line for each row. */
function rowsOf(lines: readonly Line[]): Line[] {
  const cells = lines.map(({ excerpt }) => hanCells(excerpt));
  const widths = cells.map((own) => widthOf(own.at(-1)?.value ?? ''));
  const column = widths.reduce((most, width) => Math.max(most, width), 0);
  const rows: Row[] = [];
  lines.forEach((line, k) => {
    const own = (cells[k] ?? []).map((cell) => [cell]);
    const row = rows.at(-1);
    const above = lines[k - 1];
    const inHan = isHan(line.excerpt);
    // a Chinese line goes on where it is full
    const isBroken = inHan
      ? (widths[k - 1] ?? 0) > column - 1.5
      : /^[\p{Ll}(]/u.test(line.excerpt.value) && !FIGURE.test(line.excerpt.value);
    const goesOn =
      above !== undefined && (above.hardBreak === true || BRACKET.test(above.excerpt.value.slice(-REACH)) || isBroken);
    if (row && goesOn && (!isAtMargin(line) || row.cells.length === 1 || line.page !== above.page)) {
      row.cells.at(-1)?.push(...(own[0] ?? []));
      row.cells.push(...own.slice(1));
    } else if (row && !isAtMargin(line) && !inHan) row.cells.push(...own);
    else rows.push({ first: line, cells: isAtMargin(line) ? own : [empty, ...own] });
  });
  return rows.map(lineOf);
}
