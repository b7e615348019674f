/** How the text came out of its document, from evidence: nobody says, and the file name proves nothing. */
import { breaksOff, foldedOf, type Language } from '../language/index.ts';
import type { Line } from './lines.ts';
import { enumeratorLength } from './numbering.ts';
import { columnOf, GOES_ON } from './pitch.ts';
import { isRaised } from './raised.ts';
import { quantile } from './width.ts';

export interface Dialect {
  /** Lines end at the page's width, not at the paragraph's end (pdftotext, extraction). */
  wrapped: boolean;
  /** A blank line stands after every line (extraction by PDFBox or Tika). */
  spaced: boolean;
  /** Wrapped at a column, with a blank line above every paragraph, or one more than above its lines: nothing else parts them. */
  parted: boolean;
  /** The column at which a text of fixed pitch was wrapped; undefined for any other. */
  column: number | undefined;
  /** Indents of many columns show paragraphs and columns (pdftotext -layout). */
  layout: boolean;
  /** Markdown or HTML marks for emphasis, superscripts, headings. */
  markdown: boolean;
}

/** Long enough that a line could have been broken at its end; Chinese says more in fewer characters. */
const LONG = 40;
const LONG_HAN = 20;
/** The letter of a part, written as a word. */
const CASELESS_LETTER = /^\p{Lo}{1,3}$/u;
const OPEN_END = /[\p{L}\p{N}'’‐‑-]$/u;
const CASED = /^\p{Ll}/u;
/** As fast as it gets: `includes` stops at every blank. */
const COLUMNS = / {4}/;
const FEW = 3;
const HAN = /\p{Script=Han}/u;

/** What lines say that have as many blank lines above them, or fewer: the index is that number. */
type Counts = [none: number, one: number, more: number];

export function detectDialect(lines: readonly Line[], language: Language): Dialect {
  const all: Counts = [0, 0, 0];
  // they begin with a number, below the end of a sentence
  const crowded: Counts = [0, 0, 0];
  // the line above is short, and they are not
  const short: Counts = [0, 0, 0];
  // they go on with the line above
  const goingOn: Counts = [0, 0, 0];
  let caseless = 0;
  let long = 0;
  let deep = 0;
  const rows = lines.map(isRow);
  const prose = lines.filter((_, k) => !rows[k]);
  // characters of a full line
  const widest = quantile(
    prose.map(({ excerpt }) => excerpt.value.length),
    0.8,
  );
  for (let k = 1; k < lines.length; k++) {
    const before = (lines[k - 1] as Line).excerpt.value;
    const line = lines[k] as Line;
    const gap = Math.min(line.gap, 2);
    if (line.indent >= 8) deep++;
    count(all, gap);
    // the rows of a table end as they like
    if (rows[k - 1] || rows[k]) continue;
    // nor do columns that blanks keep apart
    if (COLUMNS.test(before)) continue;
    // raised characters on a line of their own belong to the line above: `182 ⏎ e ⏎  séance`
    if (isRaised(lines[k - 1] as Line) || isRaised(line)) continue;
    const isLong = before.length >= LONG_HAN && before.length >= (HAN.test(before.slice(0, 8)) ? LONG_HAN : LONG);
    const numbered = enumeratorLength(foldedOf(line.excerpt).slice(0, 24)) > 0;
    // `… resolution 3108 ⏎ (XXVIII) of 12 December 1973` numbers nothing
    if (numbered && !OPEN_END.test(before.slice(-1))) count(crowded, gap);
    if (before.length < widest * 0.6 && line.excerpt.value.length > widest * 0.7) count(short, gap);
    if (!isLong) continue;
    long++;
    if (!OPEN_END.test(before.slice(-1))) continue;
    // `a) …` begins in lower case and a paragraph
    if (numbered) continue;
    if (!GOES_ON.test(line.excerpt.value) && !breaksOff(foldedOf((lines[k - 1] as Line).excerpt), language)) continue;
    // where letters have no case, a title seems to go on with whatever is below it: `… المستدامة ⏎ ⏎ ألف`
    if (CASELESS_LETTER.test(line.excerpt.value)) continue;
    count(goingOn, gap);
    if (line.gap === 1 && !CASED.test(line.excerpt.value)) caseless++;
  }
  // there every line seems to go on: a few are no evidence
  if (caseless <= FEW) goingOn[1] -= caseless;
  const wrapped = goingOn[0] + goingOn[1] > long * 0.2;
  const spaced = wrapped && goingOn[1] > goingOn[0];
  const gap = spaced ? 1 : 0;
  const column = wrapped ? columnOf(prose, gap) : undefined;
  const layout = wrapped && deep > lines.length * 0.3 && column === undefined;
  return {
    wrapped,
    column,
    parted: wrapped && !layout && isParted(gap, lines.length, { all, crowded, short, goingOn }),
    spaced,
    layout,
    markdown: hasMarkdown(lines),
  };
}

function count(counts: Counts, gap: number): void {
  counts[gap] = (counts[gap] as number) + 1;
}

/**
 * Whether all that begins a paragraph has more blank lines above it than what goes on with one: there is no number below fewer, and
 * hardly a long line below a short one.
 */
function isParted(gap: 0 | 1, lines: number, of: Readonly<Record<'all' | 'crowded' | 'short' | 'goingOn', Counts>>): boolean {
  const within = ([none, one]: Counts) => (gap === 0 ? none : none + one);
  const beyond = ([, one, more]: Counts) => (gap === 0 ? one + more : more);
  const goingOn = within(of.goingOn);
  return (
    within(of.crowded) === 0 &&
    within(of.short) * 10 < goingOn &&
    beyond(of.goingOn) * 4 <= goingOn &&
    beyond(of.all) * 10 > lines
  );
}

/** Whether a line has more blank lines above it than the lines of a paragraph have. */
export const isApart = ({ gap }: Line, { spaced }: Dialect): boolean => gap > (spaced ? 1 : 0);

/** A row of a table: a line of its own, whatever stands around it. */
export const isRow = ({ excerpt: { value }, role }: Line) =>
  role === 'row' || value.includes('\t') || (value.startsWith('|') && value.endsWith('|') && value.length > 1);

const MARKDOWN_LINE =
  /^#{1,6}\s|<\/?(?:su[pb]|[ibu]|em|strong)>|\^\{[^{}]{0,12}\}|\^[\p{L}\d]|\]\([^()\s]{0,300}\)|^\|.*\|$|^\*{1,2}(?!\d+\*)\S.*\S\*{1,2}/u;

function hasMarkdown(lines: readonly Line[]): boolean {
  return lines.some(({ excerpt }) => MARKDOWN_LINE.test(excerpt.value));
}
