/** What a line says by itself about the paragraph that it is in; read once, as several neighbours ask. */
import { fold, foldedOf } from '../language/index.ts';
import type { Line } from './lines.ts';
import { enumeratorLength } from './numbering.ts';
import { columnsOfLine, columnsOfNext } from './pitch.ts';
import { widthOf, widthOfLine } from './width.ts';

export interface Signs {
  line: Line;
  /** The line, folded. */
  text: string;
  /** The same without the mark of a note at its end: `Mauritius,** Mexico,* Morocco,**` ends with a comma. */
  bare: string;
  /** Length of the number at its start, 0 without one. */
  number: number;
  /** Nothing stands beside the number. */
  numberAlone: boolean;
  /** It begins in lower case, or with a bracket, as the middle of a sentence does. */
  goesOn: boolean;
  lowercase: boolean;
  uppercase: boolean;
  /** It ends without punctuation. */
  open: boolean;
  /** Width in ems, or in columns in a text of fixed pitch; 0 in a text whose lines say nothing by their width. */
  width: number;
  /** Width of the words that cannot be parted at its start, and of a blank before them; the same. */
  firstWords: number;
}

/**
 * What stays together at a line's start: `17 December 1966,`, `2 967 200 долл.`, `« Aller`, `1970 (2011),`. Chinese breaks
 * anywhere but before a mark that closes, behind one that opens, and between a figure and its unit.
 */
const FIRST_WORDS =
  /^(?:[（《“]{0,2}\p{Script=Han}[，、。；：）》”]{0,2}|\d[^ \t\p{Script=Han}]* ?\p{Script=Han}|\d{1,3}(?: \d{3})+(?!\d) [^ \t]+|\d[^ \t]* [^ \t]+(?: \d{4}[^ \t]{0,2}(?![^ \t]))?|[«–-] ?[^ \t]+|[^ \t]+)/u;
const MARK_AT_END = /(?<=[.,;:)"])(?:⁽?[*¹²³⁰⁴-⁹]{1,3}⁾?|\d{1,2}| ?\d{1,2}\/)$/;
const OPEN = /[\p{L}\p{N}'\-/、]$/u;
/** A line of a page is shorter; of a longer one only the ends are looked at. */
const REACH = 400;

/** How wide the lines of a text are: not at all where the page has not broken it. */
export type Pitch = 'none' | 'proportional' | 'fixed';

export function readSigns(line: Line, pitch: Pitch): Signs {
  const { value } = line.excerpt;
  const whole = value.length <= REACH ? value : `${value.slice(0, REACH / 2)} ${value.slice(-REACH / 2)}`;
  const text = whole === value ? foldedOf(line.excerpt) : fold(whole);
  const bare = /[\d*¹²³⁰⁴-⁹⁾/]$/.test(text) ? text.replace(MARK_AT_END, '') : text;
  const number = enumeratorLength(text);
  const lowercase = /^\p{Ll}/u.test(value);
  const { width, firstWords } = widthsOf(line, whole, pitch);
  return {
    line,
    text,
    bare,
    number,
    numberAlone: number > 0 && number === text.length,
    goesOn: lowercase || value.startsWith('('),
    lowercase,
    uppercase: !lowercase && /^\p{Lu}/u.test(value),
    open: OPEN.test(bare),
    width,
    firstWords,
  };
}

/** Width of a blank. */
const BLANK = 0.25;

function widthsOf(line: Line, whole: string, pitch: Pitch): Pick<Signs, 'width' | 'firstWords'> {
  if (pitch === 'none') return { width: 0, firstWords: 0 };
  if (pitch === 'fixed') return { width: columnsOfLine(line), firstWords: columnsOfNext(whole) };
  const width = whole === line.excerpt.value ? widthOfLine(line) : widthOf(whole);
  return { width, firstWords: BLANK + widthOf(FIRST_WORDS.exec(whole)?.[0] ?? '') };
}
