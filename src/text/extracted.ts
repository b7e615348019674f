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
import { concat, cut, type Excerpt, nothing, tab } from '../source.ts';
import { joinLines } from './footnotes.ts';
import type { Line } from './lines.ts';
import { enumeratorLength } from './numbering.ts';
import { RIGHT_TO_LEFT } from './tabular.ts';
import { fullWidth, widthOf } from './width.ts';

/** Share of a full line that no cell takes, and that few lines of a table take. */
const NARROW = 0.7;
const RAGGED = 0.9;
/** Rows that make a table. */
const FEWEST = 3;
/** A sentence ends so, or the line above a list; a row does not. */
const CLOSED = /[.;:。；：]$/;
/** Columns of figures: `58 120 300 (1 204 500)`, `7,5 %` at the end of a row, `0,006` anywhere; years are none. */
const FIGURES = /[\p{L})] (?:[(–-]?(?!(?:19|20)\d\d\)?$)(?:\d[\d .,]*)?\d ?%?\)?$|\d+[.,]\d+ )/u;
/** A bracket that the line below closes. */
const BRACKET = /[(«“][^)»”]*$/;
const HAN = /\p{Script=Han}/u;
const HAN_CELLS = /(?<=[\p{Script=Han}）)》\]]) (?=[\p{Script=Han}（([《])/gu;

/** Puts the tables of an extraction into rows; other lines stay as they are. */
export function gatherRows(lines: readonly Line[]): readonly Line[] {
  if (lines.filter(isOpen).length < FEWEST) return lines;
  const full = fullWidth(lines, 0.9);
  const result: Line[] = [];
  for (let k = 0; k < lines.length; ) {
    const end = tableFrom(lines, k, full);
    if (end > k) result.push(...rowsOf(lines.slice(k, end)));
    else result.push(lines[k] as Line);
    k = Math.max(end, k + 1);
  }
  return result;
}

const isAtMargin = ({ indent }: Line) => indent === 0;
const isOpen = ({ excerpt }: Line) => !CLOSED.test(foldedOf(excerpt).slice(-1));

/** A line that can be of a table: it does not end a sentence, and a number at its start is that of a row, `4. Disarmament`. */
function isCell({ excerpt, indent, heading }: Line, isNarrow: boolean): boolean {
  const folded = foldedOf(excerpt);
  if (CLOSED.test(folded.slice(-1)) || heading !== undefined || (indent > 0 && !isNarrow)) return false;
  const number = enumeratorLength(folded.slice(0, 24));
  if (number === 0 || (number === folded.length && folded[0] === '(')) return true;
  return indent === 0 && isNarrow && /^\d/.test(folded);
}

/** Index after the table that begins at line `k`; `k` when none does. */
function tableFrom(lines: readonly Line[], k: number, full: number): number {
  const first = lines[k] as Line;
  if (!isAtMargin(first) || !isOpen(first)) return k;
  const isNarrow = (line: Line) => widthOf(line.excerpt.value) < full * NARROW;
  let end = k;
  while (end < lines.length && isCell(lines[end] as Line, isNarrow(lines[end] as Line))) end++;
  // the first lines of what stands below: cells side by side may fill a line, and so does a sentence
  while (end > k && isAtMargin(lines[end - 1] as Line) && !isNarrow(lines[end - 1] as Line)) end--;
  const atMargin = lines.slice(k, end).filter(isAtMargin);
  // sentences are set to one width
  if (atMargin.filter(({ excerpt }) => widthOf(excerpt.value) < full * RAGGED).length * 2 <= atMargin.length) return k;
  const rows = lines.slice(k, end).filter((line, at) => {
    const below = lines[k + at + 1];
    const hangs = at + 1 < end - k && below !== undefined && !isAtMargin(below);
    return isAtMargin(line) && (hangs || FIGURES.test(line.excerpt.value));
  });
  // what is right to left has its cells so, and its words where the extraction put them
  return rows.length < FEWEST || rows.some(({ excerpt }) => RIGHT_TO_LEFT.test(excerpt.value)) ? k : end;
}

/** The lines of a table as one line for each row. */
function rowsOf(lines: readonly Line[]): Line[] {
  const cells = lines.map(({ excerpt }) => cellsOf(excerpt));
  const widths = cells.map((own) => widthOf(own.at(-1)?.value ?? ''));
  const column = Math.max(...widths);
  const rows: { first: Line; cells: Excerpt[][] }[] = [];
  lines.forEach((line, k) => {
    const own = (cells[k] as Excerpt[]).map((cell) => [cell]);
    const row = rows.at(-1);
    const above = lines[k - 1];
    const inHan = HAN.test(line.excerpt.value);
    // a Chinese line goes on where it is full
    const goesOn =
      above !== undefined &&
      (above.hardBreak === true ||
        BRACKET.test(above.excerpt.value) ||
        (inHan ? (widths[k - 1] as number) > column - 1.5 : /^[\p{Ll}(]/u.test(line.excerpt.value)));
    if (row && goesOn && (!isAtMargin(line) || row.cells.length === 1 || line.page !== above?.page)) {
      row.cells.at(-1)?.push(...(own[0] as Excerpt[]));
      row.cells.push(...own.slice(1));
    } else if (row && !isAtMargin(line) && !inHan) row.cells.push(...own);
    else rows.push({ first: line, cells: isAtMargin(line) ? own : [[nothing], ...own] });
  });
  return rows.map(({ first, cells: own }) => ({
    ...first,
    row: true,
    excerpt: concat(own.flatMap((parts, c) => (c > 0 ? [tab, joinLines(parts)] : [joinLines(parts)]))),
  }));
}

/** The cells of a line as far as they can be told apart. */
function cellsOf(excerpt: Excerpt): Excerpt[] {
  const cells: Excerpt[] = [];
  let at = 0;
  if (HAN.test(excerpt.value.slice(0, 24))) {
    for (const { index } of excerpt.value.matchAll(HAN_CELLS)) {
      cells.push(cut(excerpt, at, index));
      at = index + 1;
    }
  }
  cells.push(cut(excerpt, at));
  return cells;
}
