/**
 * Justified lines of few words, whose blanks are so wide that pdftotext makes a line of each word:
 * `5. ⏎ особо отмечает существующую ⏎ Ассамблеи в вопросах …; ⏎ ⏎ прерогативу ⏎ ⏎ Генеральной`.
 */
import { concat, lineEnd } from '../source.ts';
import { type Line, lineWith } from './lines.ts';
import { isNumberAlone, moved } from './order.ts';
import type { Repair } from './repair.ts';
import { fullWidth, widthOf, widthOfLine } from './width.ts';

/** A word alone on its line that ends no sentence. */
const WORD = /^(?=.*[\p{Ll}\p{Lu}])[^\s.;:\p{Script=Han}]+(?: [–—])?$/u;
const LONGEST = 30;
const OPEN = /[\p{L}\d-]$/u;
/** Inside a paragraph a line may end with a comma too. */
const GOES_ON = /[\p{L}\d,-]$/u;
const CLOSED = /[.,;:]$/;
const LOWER = /^\p{Ll}/u;
/** Shares of a full line that the words of a spread one take without its wide blanks. */
const LEAST = 0.5;
const MOST = 1.03;
/** No line has more words. */
const MOST_WORDS = 16;
/** Lines that are looked back for the one that was taken apart. */
const REACH = 40;

const isWord = (line: Line | undefined) =>
  line !== undefined &&
  line.role !== 'cell' &&
  line.excerpt.value.length <= LONGEST &&
  WORD.test(line.excerpt.value) &&
  !isNumberAlone(line);

/**
 * Makes one line again of the words of a spread line, those that stand below it and those that came behind its paragraph.
 *
 * @param repairs gets each word that was moved
 */
export function gatherSpread(lines: readonly Line[], repairs: Repair[]): Line[] {
  if (lines.filter(isWord).length < 2) return [...lines];
  const full = fullWidth(lines, 0.9);
  const gathered: Line[] = [];
  for (let k = 0; k < lines.length; ) {
    const columns = columnsAt(lines, k);
    const row = columns.length > 0 ? rowOf(gathered, columns, full) : undefined;
    if (row !== undefined) {
      for (const column of columns) {
        column.forEach((word, t) => {
          gathered[row + t] = joined(gathered[row + t] as Line, word);
          repairs.push(moved(word));
        });
      }
      k += columns.flat().length;
      continue;
    }
    const run = firstLineAt(lines, k, full) ?? runAt(lines, k, full);
    gathered.push(run.length > 1 ? run.reduce(joined) : (lines[k] as Line));
    k += run.length;
  }
  return gathered;
}

function joined(line: Line, word: Line): Line {
  return lineWith(line, { excerpt: concat([line.excerpt, lineEnd, word.excerpt]), spread: true });
}

/**
 * The words from line `k` on that came behind their paragraph: each column of them has a blank line above it, and a line of the
 * page to each word of it. None when something goes on below them.
 */
function columnsAt(lines: readonly Line[], k: number): Line[][] {
  const columns: Line[][] = [];
  // a heading: `I. ⏎ ⏎ Partenariats`
  if (lines[k - 1] && isNumberAlone(lines[k - 1] as Line)) return columns;
  let at = k;
  while (columns.length < MOST_WORDS && isWord(lines[at]) && (lines[at] as Line).gap > 0) {
    const column = [lines[at] as Line];
    while (isWord(lines[at + column.length]) && lines[at + column.length]?.gap === 0)
      column.push(lines[at + column.length] as Line);
    if (columns[0] && column.length !== columns[0].length) break;
    columns.push(column);
    at += column.length;
  }
  const next = lines[at];
  return next === undefined || next.gap > 0 ? columns : [];
}

/** Index of the first line that the columns complete: a short one in mid-sentence, in the paragraph just above. */
function rowOf(lines: readonly Line[], columns: readonly Line[][], full: number): number | undefined {
  const [first] = columns as [Line[], ...Line[][]];
  const last = lines.length - 1;
  const page = first[0]?.page;
  if (!lines[last] || lines[last].page !== page || !CLOSED.test(lines[last].excerpt.value)) return undefined;
  for (let row = last - first.length; row >= Math.max(0, last - REACH); row--) {
    const wordsOf = (t: number) => columns.map((column) => column[t] as Line);
    const goesOn = first.some((word, t) => isLower(word) || isLower(lines[row + t + 1]));
    if (goesOn && first.every((_, t) => completes(lines, row + t, wordsOf(t), full, first.length > 1))) return row;
    if ((lines[row + 1] as Line).gap > 0) return undefined;
  }
  return undefined;
}

const isLower = (line: Line | undefined) => line !== undefined && LOWER.test(line.excerpt.value);

/** Whether words complete a line: it breaks off where the next line's first word would have found room, and they fill it. */
function completes(lines: readonly Line[], row: number, words: readonly Line[], full: number, several: boolean): boolean {
  const line = lines[row];
  const next = lines[row + 1];
  if (!line || !next || next.gap > 0) return false;
  // one word with a capital could be a heading
  const inside = words.every(isLower);
  if (!(inside ? GOES_ON : OPEN).test(line.excerpt.value)) return false;
  const own = widthOfLine(line);
  const room = full * (inside ? 1 : several ? 0.97 : 0.9) - own - widthOf(/^\S+/.exec(next.excerpt.value)?.[0] ?? '');
  const whole = words.reduce((sum, word) => sum + 0.25 + widthOfLine(word), own);
  return room > 0 && whole >= full * LEAST && whole <= full * MOST;
}

/**
 * A line and the words below it that stood beside it: at least two, with the sentence going on below them. Some may hold
 * together: `и ⏎ резолюции 2175 (2014) ⏎ и ⏎ 2730 (2024),`.
 */
function runAt(lines: readonly Line[], k: number, full: number): Line[] {
  const line = lines[k] as Line;
  const run = [line];
  if (!OPEN.test(line.excerpt.value) || !/\p{L}/u.test(line.excerpt.value)) return run;
  let width = widthOfLine(line);
  for (let at = k + 1; isPiece(lines[at]) && (lines[at] as Line).gap === 0; at++) {
    width += 0.25 + widthOfLine(lines[at] as Line);
    if (width > full) break;
    run.push(lines[at] as Line);
  }
  return run.slice(1).filter(isWord).length > 1 ? run : [line];
}

/**
 * The first line of an item, all of whose words came apart: `3. ⏎ ⏎ принимает ⏎ ⏎ к ⏎ ⏎ сведению ⏎ ⏎ пункт 10 ⏎ ⏎ доклада`.
 * They fill it, and most are in lower case, as names one below the other are not.
 */
function firstLineAt(lines: readonly Line[], k: number, full: number): Line[] | undefined {
  if (!lines[k - 1] || !isNumberAlone(lines[k - 1] as Line) || !isWord(lines[k])) return undefined;
  let end = k;
  let width = 0;
  while (isPiece(lines[end]) && width + widthOfLine(lines[end] as Line) <= full * MOST) {
    width += 0.25 + widthOfLine(lines[end] as Line);
    end++;
  }
  const run = lines.slice(k, end);
  return run.length > 2 && width >= full * LEAST && run.filter(isLower).length * 2 > run.length ? run : undefined;
}

/** Words that a blank of fixed width keeps together. */
const PIECE = /^(?:(?:\p{Ll}+ )?\d[\d ]* ?\(\d{4}\)|\p{Ll}+ \d+),?$/u;

const isPiece = (line: Line | undefined) =>
  line !== undefined && line.role !== 'cell' && (isWord(line) || PIECE.test(line.excerpt.value));
