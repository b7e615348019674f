/** The notes that stand together at the end of a text or of its pages, with nothing to part them from it but their numbers. */
import { foldedOf } from '../language/index.ts';
import { type Dialect, isApart } from './dialect.ts';
import type { Line } from './lines.ts';
import { type Mark, markOf, raisedMarker } from './marks.ts';
import { fullLength } from './width.ts';

/** What ends a sentence. */
export const COMPLETE = /[.!?)\]]"?$/;
/** The start of a paragraph that is not a note's: a number with its point or bracket. */
export const ENUMERATOR = /^(?:\d{1,3}\.|\(?[a-z]{1,4}\)|[ivx]{1,4}\.)(?: |$)/;
/** Lines of a note, at most. */
const LONGEST = 60;
/** Of the lines that may begin the first note as many are looked at, from the last upwards. */
const MOST = 8;

/** What the lines of such notes are, by their index. */
export type Endnotes = ReadonlyMap<number, 'begins' | 'goes on'>;

/** @param ruled whether rules part notes from text: then lines that the page has broken need not be looked through */
export function endnotes(lines: readonly Line[], dialect: Dialect, ruled: boolean): Endnotes {
  const counted: Endnotes = dialect.wrapped && !ruled ? countedNotes(lines, dialect) : new Map();
  if (counted.size > 0 || (dialect.wrapped && !dialect.parted)) return counted;
  return marked(notesOnLines(lines), lines.length);
}

function marked(begins: readonly number[], end: number, into = new Map<number, 'begins' | 'goes on'>()) {
  for (let k = begins[0] ?? end; k < end; k++) into.set(k, 'goes on');
  for (const k of begins) into.set(k, 'begins');
  return into;
}

const countOf = (notes: Endnotes): number => [...notes.values()].filter((part) => part === 'begins').length;

/** Notes of one line each, to the last line of the text. Volumes number on from text to text, so the first may have any number. */
function notesOnLines(lines: readonly Line[]): number[] {
  let first = lines.length;
  let below = Number.NaN;
  for (let k = lines.length - 1; k >= 0; k--) {
    const number = numberOf(lines[k] as Line);
    if (Number.isNaN(number) || (!Number.isNaN(below) && number !== below - 1)) break;
    below = number;
    first = k;
  }
  if (first === lines.length) return [];
  const own = lines.slice(first);
  // `53rd plenary meeting ⏎ 1 December 2024`: a blank line parts the notes from the text, or their full stops do
  const isParted = (own[0] as Line).gap > 0 || own.every(({ excerpt }) => isComplete(foldedOf(excerpt), 0));
  const mark = markOf((own[0] as Line).excerpt) as Mark;
  // a text that begins with note 57 has other numbers too
  const before = Number(mark.marker) > 2 ? BEHIND_LETTER : BEHIND_ANYTHING;
  return isParted && isCalled(mark, lines.slice(0, first), before) ? own.map((_, k) => first + k) : [];
}

// ------------------------------------------------------------------------------- of lines that the page has broken

interface Page {
  /** Characters of a full line. */
  full: number;
  dialect: Dialect;
}

/** Notes at the end of the text, or of its pages if these have more: where both end with note 2, the pages have note 1 too. */
function countedNotes(lines: readonly Line[], dialect: Dialect): Endnotes {
  const page: Page = { full: fullLength(lines), dialect };
  const ofText = marked(notesOfPage(lines, [0, lines.length], 0, page), lines.length);
  const ofPages = notesByPage(lines, page);
  return countOf(ofPages) > countOf(ofText) ? ofPages : ofText;
}

/** Notes at the end of each page, numbered from page to page. */
function notesByPage(lines: readonly Line[], page: Page): Endnotes {
  const found = new Map<number, 'begins' | 'goes on'>();
  let last = 0;
  let before = 0;
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (end < lines.length && lines[end]?.page === lines[start]?.page) end++;
    // a note is called on its page, or at the end of the page before
    const begins = notesOfPage(lines, [before, end], last, page, start);
    marked(begins, end, found);
    if (begins.length > 0) last = numberOf(lines[begins.at(-1) as number] as Line);
    before = start;
    start = end;
  }
  return found;
}

/**
 * The lines that begin the notes at the end of some lines, each below the end of a paragraph.
 *
 * @param last number of the note before; 0 where there is none: then the first is 1, or 2 if note 1 is the masthead's
 * @param from where the first note may stand
 */
function notesOfPage(
  lines: readonly Line[],
  [start, end]: readonly [number, number],
  last: number,
  page: Page,
  from = start,
): number[] {
  let best: number[] = [];
  let looked = 0;
  for (let k = end - 1; k > from && looked < MOST; k--) {
    const number = numberOf(lines[k] as Line);
    if ((number !== last + 1 && (last > 0 || number !== 2)) || !endsAbove(lines, k, page)) continue;
    looked++;
    const notes = notesFrom(lines, [k, end], number, page);
    if (notes.length <= best.length) continue;
    const before = notes.length === 1 && number > 1 ? BEHIND_WORD : BEHIND_ANYTHING;
    if (isCalled(markOf((lines[k] as Line).excerpt) as Mark, lines.slice(start, k), before)) best = notes;
  }
  return best;
}

/** The lines that begin the notes from one on, if notes are all that follows. */
function notesFrom(lines: readonly Line[], [first, end]: readonly [number, number], number: number, page: Page): number[] {
  const begins = [first];
  for (let k = first + 1; k < end; k++) {
    const line = lines[k] as Line;
    if (numberOf(line) === number + begins.length && endsAbove(lines, k, page)) begins.push(k);
    else if (k - (begins.at(-1) as number) > LONGEST || (ENUMERATOR.test(foldedOf(line.excerpt)) && endsAbove(lines, k, page)))
      return [];
    // a page may end in the middle of a note
    else if (isApart(line, page.dialect) && line.page === (lines[k - 1] as Line).page) return [];
  }
  // `46th plenary meeting ⏎ 1 December 2024`
  return begins.length > 1 || isComplete(foldedOf((lines[end - 1] as Line).excerpt), 0) ? begins : [];
}

// ------------------------------------------------------------------------------------------------------ evidence

function numberOf({ excerpt }: Line): number {
  const mark = markOf(excerpt);
  return mark ? Number(mark.marker) : Number.NaN;
}

/** Whether a paragraph may end above the line at `k`. */
const endsAbove = (lines: readonly Line[], k: number, { full, dialect }: Page): boolean => {
  const above = (lines[k - 1] as Line).excerpt;
  return isApart(lines[k] as Line, dialect) || isComplete(foldedOf(above), full * 0.8);
};

/** Whether a line ends a sentence, or is shorter than a line that goes on. */
const isComplete = (text: string, short: number): boolean => text.length < short || COMPLETE.test(text.trimEnd());

/** What stands before the call of a note: `convened by Mali1`, `the Council,2`, `2030 Agenda)3`, `à l’horizon 20304`. */
const BEHIND_WORD = `(?:\\p{L}[,;.)"'”»]{0,2}|(?<!\\d)(?:19|20)\\d\\d[,;]?)[(\\[]?`;
const BEHIND_LETTER = `\\p{L}[,;.)"']?`;
/** Less will do for notes that begin with 1, or are several. */
const BEHIND_ANYTHING = '[^\\s(./]\\(?';

function isCalled({ marker, slashed }: Mark, lines: readonly Line[], before: string): boolean {
  const plain = slashed ? `(?<![\\d./])${marker}/(?!\\d)` : `${before}${marker}(?!\\d)`;
  const call = new RegExp(`${plain}|${raisedMarker(marker)}`, 'u');
  return lines.some(({ excerpt }) => call.test(excerpt.value));
}
