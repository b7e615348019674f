/** The measures of the page: where its text begins and how wide it is, by which a line is full or ends its paragraph. */
import type { Dialect } from './dialect.ts';
import type { Signs } from './signs.ts';
import { quantile } from './width.ts';

export interface Measure {
  /** Left edge of running text by page, in columns (layout). */
  base: Map<number, number>;
  /** Width of a full line by page, in the unit of the lines' own. */
  full: Map<number, number>;
  /** In a text of fixed pitch it is exact. */
  exact: boolean;
  /** Some lines begin with a blank, as first lines do. */
  indented: boolean;
  /** None of them goes on with a sentence. */
  onlyFirst: boolean;
}

/** A paragraph as far as it is read. */
export interface Paragraph {
  first: Signs;
  last: Signs;
  /** Number of its lines. */
  count: number;
  /** Width of the widest of its lines but the first. */
  widest: number;
}

/** @param column at which the lines of a text of fixed pitch were broken */
export function measurePages(lines: readonly Signs[], column?: number): Measure {
  const indents = new Map<number, number[]>();
  const widths = new Map<number, number[]>();
  let goOn = 0;
  let indentedGoOn = 0;
  lines.forEach(({ line, open, width }, k) => {
    add(indents, line.page, line.indent);
    // a line that breaks off in mid-sentence is a full one
    const next = lines[k + 1];
    if (open && next?.lowercase) {
      goOn++;
      if (next.line.indent > 0) indentedGoOn++;
    }
    if (open && next && (next.lowercase || /^\p{Lo}/u.test(next.text))) add(widths, line.page, width);
  });
  const base = new Map([...indents].map(([page, values]) => [page, leftEdge(values)]));
  const whole = quantile([...widths.values()].flat(), 0.75) * 1.02;
  // an annex may be set wider or narrower than the resolution
  const full = new Map([...indents.keys()].map((page) => [page, column ?? pageWidth(widths.get(page) ?? [], whole)]));
  const first = lines.filter(({ line }) => line.indent > 0).length;
  const indented = first > lines.length * 0.05 && first < lines.length * 0.6;
  const onlyFirst = indented && goOn >= FEW && indentedGoOn < goOn * 0.02;
  return { base, full, exact: column !== undefined, indented, onlyFirst };
}

function add(byPage: Map<number, number[]>, page: number, value: number): void {
  const values = byPage.get(page);
  if (values) values.push(value);
  else byPage.set(page, [value]);
}

/** Sentences that lines break, enough to tell what goes on. */
const FEW = 6;
/** Lines of a page that are enough to measure it by. */
const ENOUGH = 24;

function pageWidth(widths: readonly number[], whole: number): number {
  const own = widths.length < ENOUGH ? whole : quantile(widths, 0.95);
  return own < whole * 0.96 ? own : whole;
}

/** The leftmost indent that many lines have: on a page of short items first lines may be the most. */
function leftEdge(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  let left = Number.POSITIVE_INFINITY;
  for (const [value, count] of counts) if (count * 3 >= most) left = Math.min(left, value);
  return left;
}

export const fullOn = (page: number, measure: Measure): number => measure.full.get(page) ?? 0;

/** Columns of a line's indent beyond the running text of its page. */
export const shiftOf = ({ line }: Signs, measure: Measure): number => line.indent - (measure.base.get(line.page) ?? 0);

/** A line that goes on takes as much of a full one with the next line's first word. */
export const FULL = 1.005;

/** Width of a column of a layout, in ems. */
const COLUMN = 0.45;

/**
 * How much of a full line the last line of a paragraph would take with the first word of the next line: below the share that
 * `isShort` knows there was room for it, and the paragraph ended there.
 */
export function fillOf({ first, last, count, widest }: Paragraph, next: Signs, measure: Measure, dialect: Dialect): number {
  // it was set to the width of the page, so wide were its blanks
  if (last.line.spread) return FULL;
  const width = last.width + next.firstWords;
  const full = fullOn(last.line.page, measure);
  if (dialect.layout) return width / (full - Math.max(0, shiftOf(last, measure)) * COLUMN);
  // an item of an inner list may be narrower than the page
  const narrow = !measure.exact && count > 3 && widest < full * 0.9 && first.number === 0;
  return width / (narrow ? widest : full);
}

/**
 * Whether a line that is filled to such a share ends its paragraph.
 *
 * In the corpus a full line with the next word measures 1.005 of the widest line or more, in 95 of 100 cases; first lines are
 * indented, by half an inch and by another one after a number. In mid-sentence it takes more to believe that a line is short.
 *
 * @param open the line ends without punctuation
 */
export function isShort(
  fill: number,
  { first, last, count }: Paragraph,
  measure: Measure,
  dialect: Dialect,
  open: boolean,
): boolean {
  if (dialect.layout) return fill < (open ? 0.93 : 0.975);
  if (measure.exact) return fill <= 1;
  // after a colon a list or a quotation begins sooner than a sentence goes on
  const ease = last.text.endsWith(':') ? 0.08 : 0;
  if (first.numberAlone && count === 2) return fill < (open ? 0.6 : 0.76 + ease);
  // a heading among indented paragraphs has the whole width
  if (count === 1 && dialect.spaced && measure.indented && first.line.indent === 0) return fill < 0.985;
  if (count === 1 && first.number > 0) return fill < (open ? 0.7 : 0.83 + ease);
  if (count === 1) return fill < (open ? 0.75 : 0.88 + ease);
  if (open && first.number > 0 && !/^\d/.test(first.text)) return fill < 0.8;
  return fill < 0.985;
}
