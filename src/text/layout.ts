/** Where paragraphs begin in a layout. */
import { type Measure, type Paragraph, shiftOf } from './measure.ts';
import type { Signs } from './signs.ts';

/** The first line of a paragraph is longer. */
export const HALF = 0.5;

/** Columns that the text of an item may stand to the right of its number's end. */
const HANGING = 3;

interface Verdicts {
  numbered: boolean;
  goesOn: boolean;
  /** The line above is not full. */
  short: boolean;
  fill: number;
}

/** In a layout the indent says it: running text stands at the page's base, a first line to the right of it. */
export function startsInLayout(
  { first, last, count }: Paragraph,
  line: Signs,
  measure: Measure,
  { numbered, goesOn, short, fill }: Verdicts,
): boolean {
  const { open } = last;
  const shift = shiftOf(line, measure);
  const shiftAbove = shiftOf(last, measure);
  if (line.line.page !== last.line.page) return !open || shift >= 2;
  if (line.line.gap > 0) return !(goesOn && open);
  if (numbered) return shift >= 2 || !open || line.line.indent > last.line.indent + 2;
  if (goesOn) return false;
  // below the first line of an item, and to the left of it
  if (open && count === 1 && /^[\d(]/.test(first.text) && first.number > 0 && line.line.indent < last.line.indent - 2)
    return false;
  // behind the number of an item, and below its text: `(i) building the capacity of ⏎     State institutions`
  const hangs = line.line.indent - last.line.indent;
  if (open && count === 1 && first.number > 0 && hangs > 0 && hangs <= first.number + HANGING) return false;
  // under a line in the middle of the page
  if (count === 1 && last.line.indent > line.line.indent + 8 && shiftAbove >= 16) return true;
  // the second line of a heading that stands apart, and not in the middle
  if (open && count === 1 && last.line.gap > 0 && shift < 2 && line.line.indent === last.line.indent && fill > HALF)
    return false;
  if (shift >= 4 && line.line.indent > last.line.indent + 2) return true;
  if (shift >= 4 && shiftAbove >= 4) return short || !open;
  // a first line stands to the right of those that go on; a comma ends none of these
  const level = line.line.indent - last.line.indent;
  return short && !((level < 0 || (level === 0 && count > 1)) && last.bare.endsWith(','));
}
