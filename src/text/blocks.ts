/** Lines → blocks: one block for each paragraph, heading or list item of the page. */
import { fold, type Language } from '../language/index.ts';
import { enumeratorLength, readNumber } from './numbering.ts';
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

export function makeBlocks(lines: readonly Line[], dialect: Dialect, language: Language): Block[] {
  const blocks: Block[] = [];
  const measure = dialect.wrapped ? measurePages(lines) : undefined;
  let own: Line[] = [];
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as Line;
    if (own.length > 0 && startsBlock(own, line, lines[k + 1], measure, dialect, language)) {
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
  /** Width of a full line, in ems, by page. */
  full: Map<number, number>;
  /** First lines, and they alone, begin with a blank. */
  indented: boolean;
}

const GOES_ON = /^[\p{Ll}(]/u;
const OPEN = /[\p{L}\p{N}'\-/]$/u;

function measurePages(lines: readonly Line[]): Measure {
  const indents = new Map<number, number[]>();
  const widths = new Map<number, number[]>();
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as Line;
    const next = lines[k + 1];
    add(indents, line.page, line.indent);
    // a line that breaks off in mid-sentence is a full one
    if (next && OPEN.test(fold(line.excerpt.value.slice(-1))) && /^\p{Ll}|^\p{Lo}/u.test(next.excerpt.value)) {
      add(widths, line.page, widthOf(line.excerpt.value));
    }
  }
  const base = new Map([...indents].map(([page, values]) => [page, mostFrequent(values)]));
  const whole = quantile([...widths.values()].flat(), 0.75) * 1.02;
  // an annex may be set wider or narrower than the resolution
  const full = new Map([...indents.keys()].map((page) => [page, pageWidth(widths.get(page) ?? [], whole)]));
  const first = lines.filter(({ indent }) => indent > 0).length;
  return { base, full, indented: first > lines.length * 0.05 && first < lines.length * 0.6 };
}

function add(byPage: Map<number, number[]>, page: number, value: number): void {
  const values = byPage.get(page);
  if (values) values.push(value);
  else byPage.set(page, [value]);
}

/** Lines of a page that are enough to measure it by. */
const ENOUGH = 24;

function pageWidth(widths: readonly number[], whole: number): number {
  const own = widths.length < ENOUGH ? whole : quantile(widths, 0.95);
  return own < whole * 0.96 ? own : whole;
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [value, count] of counts) if (count > most || (count === most && value < best)) [best, most] = [value, count];
  return best;
}

/** Whether `line` begins a new block after the lines of `own`; `next` is the line below it. */
function startsBlock(
  own: readonly Line[],
  line: Line,
  next: Line | undefined,
  measure: Measure | undefined,
  dialect: Dialect,
  language: Language,
): boolean {
  const before = own.at(-1) as Line;
  if (line.heading || before.heading) return true;
  const text = fold(line.excerpt.value);
  // a note's mark says nothing about the sentence: `Mauritius,** Mexico,* Morocco,**`
  const above = fold(before.excerpt.value).replace(/(?<=[.,;:)"])(?:[*¹²³⁰⁴-⁹]{1,3}|\d{1,2})$/, '');
  // `(n⏎o ⏎ ⏎ 29)` closes a bracket
  const closes = /^[^(]{1,4}\)/.test(text) && above.lastIndexOf('(') > above.lastIndexOf(')');
  const numbered = !closes && enumeratorLength(text) > 0;
  const open = OPEN.test(above);
  const opens = openingPhrase(text, language.preambular) > 0;
  // Russian opens its preambular paragraphs in lower case: `…, ⏎ ссылаясь на`
  const goesOn = GOES_ON.test(line.excerpt.value) && !numbered && !(language.opensInLowerCase && opens && /[,;:]$/.test(above));
  const newPage = line.page !== before.page;
  if (!measure) return startsUnwrapped(own, line, { open, goesOn, numbered, newPage });

  // a number alone on its line waits for its text: `a) ⏎ Investir dans les populations`
  if (own.length === 1 && enumeratorLength(above) === above.length) return false;
  const short = isShort(own, before, line, measure, dialect, open);
  const shortIfClosed = isShort(own, before, line, measure, dialect, false);
  // `1.` alone on its line, and a number after a line that is not full, are numbers; `par. ⏎ 4. Il` is not
  // an extraction that keeps the blank before a first line, keeps it before every first line
  const firstLine = dialect.spaced && line.indent > 0 && !newPage;
  if (numbered && !dialect.layout) return !open || firstLine || shortIfClosed || enumeratorLength(text) === text.length || (own.length <= 2 && PARAGRAPH.test(line.excerpt.value));
  if (newPage && !numbered) return open ? short : !goesOn && (short || !/,$/.test(above) || opens);
  // the closing words of a list: `(d) …; ⏎ and further requests …`
  if (goesOn && /;$/.test(above) && shortIfClosed && enumeratorLength(fold((own[0] as Line).excerpt.value)) > 0) return true;
  if (/[;.]$/.test(above) && isHeadingLine(line, next, measure)) return true;
  // each paragraph of a statement that is quoted begins with a quotation mark
  if (/[.;]"?$/.test(above) && QUOTED.test(text) && QUOTED.test(fold((own[0] as Line).excerpt.value))) return true;
  if (dialect.layout) return startsInLayout(before, line, measure, { open, goesOn, numbered, short, only: own.length === 1 });
  if (goesOn) return false;
  if (firstLine) return !open || short;
  if (measure.indented && dialect.spaced) return !open && short;
  if (open) return short;
  if (short) return true;
  // `…, ⏎ Rappelant`: after a full line and a comma only an opening phrase begins with a capital
  return opens && /[,;:]$/.test(above) && /^\p{Lu}/u.test(line.excerpt.value);
}

/** `36. Takes note`: after one or two lines these were a heading. */
const PARAGRAPH = /^\d{1,3}\. {1,3}\p{Lu}/u;
const QUOTED = /^"/;

/** A short line without punctuation after a full stop: the last line of a paragraph has its own, so this is a heading. */
function isHeadingLine(line: Line, next: Line | undefined, measure: Measure): boolean {
  const { excerpt } = line;
  if (!next || /^\p{Ll}/u.test(next.excerpt.value) || !/^\p{Lu}/u.test(excerpt.value)) return false;
  if (!/[\p{L}\d)"]$/u.test(fold(excerpt.value))) return false;
  return widthOf(excerpt.value) + widthOf(FIRST_WORDS.exec(next.excerpt.value)?.[0] ?? '') < fullOn(line.page, measure) * 0.8;
}

interface Signs {
  /** The line above ends without punctuation. */
  open: boolean;
  /** The line begins in lower case, as the middle of a sentence does. */
  goesOn: boolean;
  numbered: boolean;
}

/** In a layout the indent says it: running text stands at the page's base, a first line to the right of it. */
function startsInLayout(before: Line, line: Line, measure: Measure, signs: Signs & { short: boolean; only: boolean }): boolean {
  const { open, goesOn, numbered, short, only } = signs;
  const shift = line.indent - (measure.base.get(line.page) ?? 0);
  const shiftAbove = before.indent - (measure.base.get(before.page) ?? 0);
  if (line.page !== before.page) return !open || shift >= 2;
  if (line.gap > 0) return !(goesOn && open);
  if (numbered) return shift >= 2 || !open;
  if (goesOn) return false;
  // under a line in the middle of the page
  if (only && before.indent > line.indent + 8 && shiftAbove >= 16) return true;
  if (shift >= 4 && line.indent > before.indent + 2) return true;
  if (shift >= 4 && shiftAbove >= 4) return short || !open;
  return short;
}

/** One paragraph on each line; only a sentence that visibly goes on makes two lines one. */
function startsUnwrapped(own: readonly Line[], line: Line, signs: Signs & { newPage: boolean }): boolean {
  const { open, goesOn, numbered, newPage } = signs;
  const before = own.at(-1) as Line;
  if (numbered) return true;
  if (line.gap === 0 && !newPage) return !(goesOn && (open || before.hardBreak));
  const long = before.excerpt.value.length > LONG;
  if (newPage) return !((open && long) || (goesOn && !/[.;]$/.test(before.excerpt.value)));
  // a page that ended without notes: `… de l’enfant, ⏎ ⏎ concernant l’implication`; below a list these are its closing words
  // `… la Conférence des Parties à la ⏎ ⏎ Convention est chargée …;`: no heading is so long, and none ends so
  if (open && before.excerpt.value.length > SENTENCE && line.excerpt.value.length > LONG && /[.,;:]$/.test(fold(line.excerpt.value))) return false;
  const comma = /,$/.test(fold(before.excerpt.value)) && !isListItem(own[0] as Line);
  return !((open || comma) && long && goesOn);
}

const isListItem = ({ excerpt }: Line) => enumeratorLength(fold(excerpt.value.slice(0, 24))) > 0 && !/^\d/.test(excerpt.value);

/** Longer than any heading or item of a list without punctuation. */
const SENTENCE = 120;
/** Longer than a heading that a paragraph in lower case could follow. */
const LONG = 60;

/**
 * Whether the next line's first word would have found room at the end of the line before: then the paragraph ended there.
 *
 * In the corpus a full line with the next word measures 1.005 of the widest line or more, in 95 of 100 cases; first lines are
 * indented, by half an inch and by another one after a number. In mid-sentence it takes more to believe that a line is short.
 */
function isShort(own: readonly Line[], before: Line, line: Line, measure: Measure, dialect: Dialect, open: boolean): boolean {
  const word = FIRST_WORDS.exec(line.excerpt.value)?.[0] ?? '';
  const width = widthOf(before.excerpt.value) + 0.25 + widthOf(word);
  const full = fullOn(before.page, measure);
  if (dialect.layout) {
    const shift = Math.max(0, before.indent - (measure.base.get(before.page) ?? 0)) * COLUMN;
    return width < (full - shift) * (open ? 0.93 : 0.975);
  }
  const first = fold((own[0] as Line).excerpt.value);
  const number = enumeratorLength(first);
  // after a colon a list or a quotation begins sooner than a sentence goes on
  const ease = /:$/.test(fold(before.excerpt.value)) ? 0.08 : 0;
  if (number === first.length && own.length === 2) return width < full * (open ? 0.6 : 0.76 + ease);
  if (own.length === 1) return width < full * (number > 0 ? (open ? 0.7 : 0.83 + ease) : open ? 0.75 : 0.88 + ease);
  // an item of an inner list may be narrower than the page
  if (open && number > 0 && !/^\d/.test(first)) return width < full * 0.8;
  return width < fullWidth(own, full) * 0.985;
}

/** What stays together at a line's start: `17 December 1966,`, `« Aller`, `1970 (2011),`. */
const FIRST_WORDS = /^(?:\d[^ \t]* [^ \t]+(?: \d{4}[^ \t]{0,2}(?![^ \t]))?|[«–-] ?[^ \t]+|[^ \t]+)/;
const fullOn = (page: number, measure: Measure) => measure.full.get(page) ?? 0;

/** Width of a column of a layout, in ems. */
const COLUMN = 0.45;

/** The width of a paragraph's lines: of an item in an inner list it is less than the page's. */
function fullWidth(own: readonly Line[], full: number): number {
  let widest = 0;
  for (const line of own.slice(1)) widest = Math.max(widest, widthOf(line.excerpt.value));
  return own.length > 3 && widest < full * 0.9 ? widest : full;
}
