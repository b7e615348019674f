/**
 * Texts of fixed pitch: typed, or broken into lines by a program. Where a proportional face leaves room for doubt, a column does not:
 * a line that had room for the next word ended its paragraph.
 */
import type { Line } from './lines.ts';
import { columnsOf, quantile } from './width.ts';

/** Lines in the middle of a sentence that are enough to tell. */
const ENOUGH = 8;
/** Of these, the share that may be shorter or longer than the column allows: the lines of headings, addresses that cannot be broken. */
const MOST_FAULTS = 0.04;
/** Columns of a line that could have been broken at its end. */
const LONG = 40;
const OPEN_END = /[\p{L}\p{N}'’-]$/u;
/** How a line begins that may go on with a sentence. */
export const GOES_ON = /^[\p{Ll}\p{Lo}]/u;

/** Columns that a line takes, with the white space before it. */
export const columnsOfLine = ({ indent, excerpt }: Line): number => indent + columnsOf(excerpt.value);

/**
 * The column at which the lines of a text are broken.
 *
 * @param gap blank lines between those of one paragraph
 * @returns undefined for a text of proportional pitch, or one too short to tell
 */
export function columnOf(lines: readonly Line[], gap: number): number | undefined {
  const full: { width: number; withNext: number }[] = [];
  for (let k = 1; k < lines.length; k++) {
    const [above, line] = [lines[k - 1] as Line, lines[k] as Line];
    if (line.gap > gap || !OPEN_END.test(above.excerpt.value) || !GOES_ON.test(line.excerpt.value)) continue;
    const width = columnsOfLine(above);
    if (width >= LONG) full.push({ width, withNext: width + columnsOfNext(line.excerpt.value) });
  }
  if (full.length < ENOUGH) return undefined;
  const column = quantile(
    full.map(({ width }) => width),
    0.98,
  );
  const faults = full.filter(({ width, withNext }) => width > column || withNext <= column).length;
  return faults <= full.length * MOST_FAULTS ? column : undefined;
}

const HAN_WORD = /^[（《“]{0,2}\p{Script=Han}[，、。；：）》”]{0,2}/u;

/** Columns of what a line begins with that cannot be parted, and of a blank before it; Chinese breaks between any two characters. */
export function columnsOfNext(text: string): number {
  const han = HAN_WORD.exec(text);
  return han ? columnsOf(han[0]) : 1 + columnsOf(/^[^ \t]*/.exec(text)?.[0] ?? '');
}
