/** What cells of tables look like, whichever way they were extracted. */
import { foldedOf } from '../language/index.ts';
import { concat, cut, type Excerpt, nothing, tab } from '../source.ts';
import { joinLines } from './footnotes.ts';
import { type Line, lineWith } from './lines.ts';
import { widthOfLine } from './width.ts';

/** A row as it is put together: its cells, and the lines of each. */
export interface Row {
  first: Line;
  cells: Excerpt[][];
}

/** Lines that the page leaves together: of one cell, or of cells that stand side by side. */
export type Group = Line[];

/** Share of the lines that keep within a full one: where a table is most of a text, few are full. */
export const WIDEST = 0.97;
/** Share of a full line that no cell takes. */
export const NARROW = 0.7;
/** Rows that make a table. */
export const FEWEST = 3;

/** No text is set closer, in ems a character. */
const CLOSEST = 0.3;

/** Whether a line is narrower than so many ems; most are so long that they need not be measured. */
export const isWithin = (line: Line, width: number) => line.excerpt.value.length * CLOSEST < width && widthOfLine(line) < width;

const HAN = /\p{Script=Han}/u;
/** Chinese has no blanks inside its sentences: `10 月 2 日 第六委员会的工作安排`. */
const HAN_CELLS = /(?<=[\p{Script=Han}）)》\]]) (?=[\p{Script=Han}（([《])/gu;

export const isHan = ({ value }: Excerpt) => HAN.test(value.slice(0, 24));

/** A sentence ends so, or the line above a list; a cell does not, but with an abbreviation: `10 a.m.` */
const CLOSED = /(?<!\.\p{L})[.;:。；：]$/u;
export const isOpen = ({ excerpt }: Line) => !CLOSED.test(foldedOf(excerpt).slice(-3));

/** The cells of a line as far as they can be told apart. */
export function hanCells(excerpt: Excerpt): Excerpt[] {
  const cells: Excerpt[] = [];
  let at = 0;
  if (isHan(excerpt)) {
    for (const { index } of excerpt.value.matchAll(HAN_CELLS)) {
      cells.push(cut(excerpt, at, index));
      at = index + 1;
    }
  }
  cells.push(cut(excerpt, at));
  return cells;
}

/** No line of a cell is longer. */
export const LONGEST = 200;

/** A text that is like others but for its figures. */
export const shapeOf = (text: string) => text.replace(/\d+/g, '0');

/** A cell that holds a figure: `(1 204 500)`, `7,5`, `–`. */
export const FIGURE = /^(?:[(–-]?(?:\d[\d .,]*)?\d ?%?\)?|[–-])$/;

/** A cell that is empty. */
export const empty: Excerpt[] = [nothing];

/** A row as one line, with tabs between its cells. */
export const lineOf = ({ first, cells }: Row): Line =>
  lineWith(first, {
    role: 'row',
    excerpt: concat(cells.flatMap((parts, c) => (c > 0 ? [tab, joinLines(parts)] : [joinLines(parts)]))),
  });

/** Counts one more of a kind. */
export const count = <Kind>(counts: Map<Kind, number>, kind: Kind) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
