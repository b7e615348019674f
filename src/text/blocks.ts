/** Lines → blocks: one block for each paragraph, heading or list item of the page. */
import { fold, type Language } from '../language/index.ts';
import { readNumber } from './numbering.ts';
import { openingPhrase } from '../parse/opening.ts';
import { cut, type Excerpt, trim } from '../source.ts';
import type { Dialect } from './dialect.ts';
import { joinLines } from './footnotes.ts';
import type { Line } from './lines.ts';
import { widthOf } from './width.ts';

export interface Block {
  /** The number before the text, as printed: `1.`, `a)`, `•`. */
  num?: Excerpt;
  /** Without its number. */
  text: Excerpt;
  /** The lines that it was made of; their first tells indent, gap and page. */
  lines: Line[];
}

/** `1.`, `1 -`, `(a)`, `a)`, `(ii)`, `(一)`, `（1）`, `•`, `–`: what may number a paragraph or an item. */
const ENUMERATOR =
  /^(?:\d{1,3}(?:\.\d{1,2})*(?:\.(?!\d)| ?-(?= )|\))|\((?:\d{1,3}|[a-zа-я]{1,2}|[ivxl]{1,6}|\p{Lo}{1,3}|'\d{1,2}')\)|(?:[a-zа-я]{1,2}|[ivxl]{1,6}|\p{Lo})\)|(?:[a-z]|[ivxl]{1,6})\.(?= |$)|'\d{1,2}'|[㈠-㈩]|[•●◦▪■·]|[-*](?= ))(?= |$|[\p{Lo}*"'(])/u;

/** Length of the number at the start of a line, 0 if there is none. */
export function enumeratorLength(folded: string): number {
  return ENUMERATOR.exec(folded)?.[0].length ?? 0;
}

export function makeBlocks(lines: readonly Line[], dialect: Dialect, language: Language): Block[] {
  const blocks: Block[] = [];
  const measure = dialect.wrapped ? measurePages(lines, dialect) : undefined;
  let own: Line[] = [];
  for (const line of lines) {
    if (own.length > 0 && startsBlock(own, line, measure, dialect, language)) {
      blocks.push(...splitNumbers(blockOf(own)));
      own = [];
    }
    own.push(line);
  }
  if (own.length > 0) blocks.push(...splitNumbers(blockOf(own)));
  return blocks;
}

function blockOf(lines: Line[]): Block {
  const whole = joinLines(lines.map((line) => line.excerpt));
  const length = enumeratorLength(fold(whole.value.slice(0, 24)));
  if (length === 0) return { text: whole, lines };
  const num = cut(whole, 0, length);
  // `M. Annan …,` is a name; `I. Prévention` is a heading, which ends without punctuation
  if (/^[A-Z]+\.$/.test(num.value) && /[.,;:]$/.test(whole.value)) return { text: whole, lines };
  return { num, text: trim(cut(whole, length)), lines };
}

/** `5. (a) Decides …`: a number without text of its own, and the first item of its list. */
function splitNumbers(block: Block): Block[] {
  if (!block.num) return [block];
  const length = enumeratorLength(fold(block.text.value.slice(0, 24)));
  const second = block.text.value.slice(0, length);
  if (length === 0 || !/\)$/.test(second) || !readNumber(second).readings.some(({ value }) => value === 1)) return [block];
  const { num, text, lines } = block;
  return [
    { num, text: cut(text, text.value.length), lines },
    { num: cut(text, 0, length), text: trim(cut(text, length)), lines },
  ];
}

interface Measure {
  /** Left edge of running text by page, in columns (layout). */
  base: Map<number, number>;
  /** Width of a full line: ems, or columns of the right edge (layout). */
  full: number;
}

const GOES_ON = /^[\p{Ll}(]/u;
const OPEN = /[\p{L}\p{N}'\-/]$/u;

function measurePages(lines: readonly Line[], dialect: Dialect): Measure {
  const indents = new Map<number, Map<number, number>>();
  const ends: number[] = [];
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as Line;
    const next = lines[k + 1];
    const counts = indents.get(line.page) ?? new Map<number, number>();
    indents.set(line.page, counts);
    counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1);
    // a line that breaks off in mid-sentence is a full one
    if (next && OPEN.test(fold(line.excerpt.value.slice(-1))) && /^\p{Ll}|^\p{Lo}/u.test(next.excerpt.value)) {
      ends.push(extent(line, dialect));
    }
  }
  const base = new Map<number, number>();
  for (const [page, counts] of indents) {
    let best = 0;
    let most = 0;
    for (const [indent, count] of counts) if (count > most || (count === most && indent < best)) [best, most] = [indent, count];
    base.set(page, best);
  }
  ends.sort((a, b) => a - b);
  return { base, full: ends[Math.floor(ends.length * 0.9)] ?? 0 };
}

/** Where a line ends: its column in layouts, its width elsewhere. */
function extent(line: Line, dialect: Dialect): number {
  return dialect.layout ? line.indent + line.excerpt.value.length : widthOf(line.excerpt.value);
}

/** Whether `line` begins a new block after the lines of `own`. */
function startsBlock(own: readonly Line[], line: Line, measure: Measure | undefined, dialect: Dialect, language: Language): boolean {
  const before = own.at(-1) as Line;
  if (line.heading || before.heading) return true;
  const text = fold(line.excerpt.value);
  const above = fold(before.excerpt.value);
  const numbered = enumeratorLength(text) > 0;
  const open = OPEN.test(above);
  const opens = openingPhrase(text, language.preambular) > 0;
  // Russian opens its preambular paragraphs in lower case: `…, ⏎ ссылаясь на`
  const goesOn = GOES_ON.test(line.excerpt.value) && !numbered && !(opens && /[,;:]$/.test(above));
  const newPage = line.page !== before.page;
  if (!measure) return startsUnwrapped(before, line, { open, goesOn, numbered, newPage });

  // a number alone on its line waits for its text: `a) ⏎ Investir dans les populations`
  if (own.length === 1 && enumeratorLength(above) === above.length) return false;
  const short = isShort(own, before, line, measure, dialect);
  if (newPage) {
    if (numbered) return !open || short;
    if (open) return short;
    return !goesOn && (short || !/,$/.test(above) || opens);
  }
  if (dialect.layout) return startsInLayout(before, line, measure, { open, goesOn, numbered, short });
  if (numbered) return !open || short;
  if (goesOn) return false;
  if (dialect.spaced && line.indent > 0) return !open || short;
  if (open) return short;
  if (short) return true;
  // `…, ⏎ Rappelant`: after a full line and a comma only an opening phrase begins with a capital
  return opens && /[,;:]$/.test(above) && /^\p{Lu}/u.test(line.excerpt.value);
}

interface Signs {
  /** The line above ends without punctuation. */
  open: boolean;
  /** The line begins in lower case, as the middle of a sentence does. */
  goesOn: boolean;
  numbered: boolean;
}

/** In a layout the indent says it: running text stands at the page's base, a first line to the right of it. */
function startsInLayout(before: Line, line: Line, measure: Measure, signs: Signs & { short: boolean }): boolean {
  const { open, goesOn, numbered, short } = signs;
  const shift = line.indent - (measure.base.get(line.page) ?? 0);
  const shiftAbove = before.indent - (measure.base.get(before.page) ?? 0);
  if (line.gap > 0) return !(goesOn && open);
  if (numbered) return shift >= 2 || !open;
  if (goesOn) return false;
  if (shift >= 4 && line.indent > before.indent + 2) return true;
  if (shift >= 4 && shiftAbove >= 4) return short || !open;
  return short;
}

/** One paragraph on each line; only a sentence that visibly goes on makes two lines one. */
function startsUnwrapped(before: Line, line: Line, signs: Signs & { newPage: boolean }): boolean {
  const { open, goesOn, numbered, newPage } = signs;
  if (numbered) return true;
  if (line.gap === 0 && !newPage) return !(goesOn && (open || before.hardBreak));
  const long = before.excerpt.value.length > LONG;
  if (newPage) return !((open && long) || (goesOn && !/[.;]$/.test(before.excerpt.value)));
  return !(open && long && goesOn);
}

/** Longer than a heading that a paragraph in lower case could follow. */
const LONG = 60;

/** Whether the next line's first word would have found room at the end of the line before: then the paragraph ended there. */
function isShort(own: readonly Line[], before: Line, line: Line, measure: Measure, dialect: Dialect): boolean {
  const word = /^\S+/.exec(line.excerpt.value)?.[0] ?? '';
  if (dialect.layout) return extent(before, dialect) + 1 + word.length < measure.full - 2;
  // the first line of a paragraph is indented, which the text no longer shows
  const room = own.length === 1 ? measure.full * 0.9 : measure.full;
  return widthOf(before.excerpt.value) + 0.25 + widthOf(word) < room * 0.96;
}
