/** Lines → blocks: one block for each paragraph, heading or list item of the page. */
import { breaksOff, foldedOf, type Language } from '../language/index.ts';
import { openingPhrase } from '../language/opening.ts';
import { cut, type Excerpt, trim } from '../source.ts';
import { designatedLines } from './designations.ts';
import { type Dialect, isRow } from './dialect.ts';
import { joinLines } from './footnotes.ts';
import type { Line } from './lines.ts';
import { fillOf, fullOn, isShort, type Measure, measurePages, type Paragraph, shiftOf } from './measure.ts';
import { enumeratorLength, readNumber } from './numbering.ts';
import { readSigns, type Signs } from './signs.ts';

export interface Block {
  /** The number before the text, as printed: `1.`, `a)`, `•`. */
  num?: Excerpt;
  /** Without its number. */
  text: Excerpt;
  /** The lines that it was made of; their first tells indent, gap and page. */
  lines: Line[];
}

export function makeBlocks(lines: readonly Line[], dialect: Dialect, language: Language): Block[] {
  const measured = dialect.wrapped && !dialect.parted;
  const signs = lines.map((line) => readSigns(line, measured));
  const measure = measured ? measurePages(signs) : undefined;
  const designated = designatedLines(signs);
  const blocks: Block[] = [];
  let paragraph: Paragraph | undefined;
  let from = 0;
  signs.forEach((line, k) => {
    if (!paragraph) {
      paragraph = { first: line, last: line, count: 1, widest: 0 };
    } else if (designated.has(line) || startsBlock({ paragraph, line, next: signs[k + 1], measure, dialect, language })) {
      blocks.push(...splitNumbers(blockOf(lines.slice(from, k))));
      from = k;
      paragraph = { first: line, last: line, count: 1, widest: 0 };
    } else {
      paragraph.last = line;
      paragraph.count++;
      paragraph.widest = Math.max(paragraph.widest, line.width);
    }
  });
  if (from < lines.length) blocks.push(...splitNumbers(blockOf(lines.slice(from))));
  return blocks;
}

function blockOf(lines: Line[]): Block {
  const whole = joinLines(lines.map((line) => line.excerpt));
  const length = enumeratorLength(foldedOf(whole).slice(0, 24));
  if (length === 0) return { text: whole, lines };
  const num = cut(whole, 0, length);
  // `M. Annan …,` is a name; `I. Prévention` is a heading, which ends without punctuation
  if (/^[A-Z]+\.$/.test(num.value) && /[.,;:]$/.test(foldedOf(whole))) return { text: whole, lines };
  return { num, text: trim(cut(whole, length)), lines };
}

/** `5. (a) Decides …`: a number without text of its own, and the first item of its list. */
function splitNumbers(block: Block): Block[] {
  if (!block.num) return [block];
  const length = enumeratorLength(foldedOf(block.text).slice(0, 24));
  const second = block.text.value.slice(0, length);
  if (length === 0 || !/\)$/.test(second) || !readNumber(second).readings.some(({ value }) => value === 1)) return [block];
  const { num, text, lines } = block;
  return [
    { num, text: cut(text, text.value.length), lines },
    { num: cut(text, 0, length), text: trim(cut(text, length)), lines },
  ];
}

interface Seam {
  paragraph: Paragraph;
  line: Signs;
  /** The line below. */
  next?: Signs | undefined;
  /** Of a wrapped text. */
  measure?: Measure | undefined;
  dialect: Dialect;
  language: Language;
}

/** Whether a line begins a new block after a paragraph. */
function startsBlock({ paragraph, line, next, measure, dialect, language }: Seam): boolean {
  const { first, last } = paragraph;
  if (line.line.heading || last.line.heading) return true;
  if (isRow(line.line) || isRow(last.line)) return true;
  if (dialect.parted) return line.line.gap > 0 || line.line.page !== last.line.page;
  const numbered = line.number > 0 && !closesBracket(line, last);
  // a number alone on its line waits for its text: `a) ⏎ Investir dans les populations`
  if (measure && paragraph.count === 1 && last.numberAlone) return false;
  if (!numbered && isUnfinished(last, language)) return false;
  const fill = measure ? fillOf(paragraph, line, measure, dialect) : 1;
  const opensLow =
    language.opensInLowerCase &&
    line.lowercase &&
    !numbered &&
    opensInLowerCase({ paragraph, line, next, measure, fill, dialect, language });
  const goesOn = line.goesOn && !numbered && !opensLow;
  if (!measure) return startsUnwrapped(paragraph, line, { numbered, goesOn, language });
  if (opensLow && !dialect.layout && !dialect.spaced) return true;

  const { open } = last;
  if (open && paragraph.count === 1 && last.text.length < 60 && language.formula.test(`${last.text},`)) return true;
  const short = isShort(fill, paragraph, measure, dialect, open);
  const newPage = line.line.page !== last.line.page;
  // an extraction that keeps the blank before a first line, keeps it before every first line
  const firstLine = dialect.spaced && line.line.indent > 0 && !newPage;
  if (numbered && !dialect.layout) {
    // `1.` alone on its line, and a number after a line that is not full, are numbers; `par. ⏎ 4. Il` is not
    if (!open || firstLine || line.numberAlone || isShort(fill, paragraph, measure, dialect, false)) return true;
    return paragraph.count <= 2 && PARAGRAPH.test(line.line.excerpt.value);
  }
  if (newPage && !numbered)
    return open ? short && !goesOn : !goesOn && (short || !last.bare.endsWith(',') || opensParagraph(line, language));
  // the closing words of a list: `(d) …; ⏎ and further requests …`
  if (goesOn && last.bare.endsWith(';') && first.number > 0 && isShort(fill, paragraph, measure, dialect, false)) return true;
  if (
    (/[;.]$/.test(last.bare) || (last.bare.endsWith(',') && line.uppercase && next && next.number > 0)) &&
    isHeadingLine(line, next, measure)
  )
    return true;
  // each paragraph of a statement that is quoted begins with a quotation mark
  if (line.text.startsWith('"') && first.text.startsWith('"') && /[.;]"?$/.test(last.bare)) return true;
  if (dialect.layout) return startsInLayout(paragraph, line, measure, { numbered, goesOn, short, fill });
  if (goesOn) return false;
  if (line.uppercase && /[.:]$/.test(last.bare) && opensAnew(line, language)) return true;
  if (firstLine) return !open || short;
  // a heading above a box has no indented line below it: `评估 ⏎ 示范战略1`
  if (measure.indented && dialect.spaced) return short && (!open || (paragraph.count === 1 && fill < HALF));
  // no numbered paragraph ends with a comma
  if (first.number > 0 && /^\d/.test(first.text) && last.bare.endsWith(',') && !numbered) return false;
  // a heading above a recital: no sentence goes on with a capital and a verb
  if (open && first.number === 0 && line.uppercase && fill < 0.85 && opensParagraph(line, language)) return true;
  // where letters have no case, only the indent of a first line tells it from a heading above: `的款项 ⏎ 核准如委员会`
  if (
    open &&
    line.open &&
    HAN.test(line.text.charAt(0)) &&
    fill < 0.97 &&
    opens(line, language) &&
    isFirstLine(paragraph, line, next, measure, dialect)
  )
    return true;
  if (open || short) return short;
  // the last line was full by chance: `… project. ⏎ At its 55th plenary meeting, on`
  if (/[.]$/.test(last.bare) && line.uppercase && isFirstLine(paragraph, line, next, measure, dialect)) return true;
  // `…, ⏎ Rappelant`: after a full line and a comma only an opening phrase begins with a capital
  if (line.lowercase || !/[,;:]$/.test(last.bare) || !opensParagraph(line, language)) return false;
  // Chinese breaks its lines anywhere: only a first line, which is indented, has room for another character
  return line.uppercase || !next || line.width + next.firstWords < fullOn(line.line.page, measure) * 0.98;
}

/** A word that goes on with what stands before it. */
const SECOND_WORD = /(?:[\p{L}\d)"*] \p{L}+|\p{Script=Han})$/u;

/**
 * `…, salvo los`, `第2744(`, `第63/`: whatever its width, a line goes on after these; but not after `…; and`. Extractions put the
 * words of an Arabic line in another order.
 */
function isUnfinished({ text, open }: Signs, language: Language): boolean {
  if (language.endings) return false;
  if (/[(/]$/.test(text.slice(-1))) return /(?:^|[\p{L}\d]) ?[(/]$/u.test(text.slice(-LONGEST_END));
  return open && breaksOff(text, language) && SECOND_WORD.test(text.slice(-LONGEST_END));
}

/** Characters at the end of a line that tell whether it is finished. */
const LONGEST_END = 24;

/** The first line of a paragraph is longer. */
const HALF = 0.5;

/** `36. Takes note`: after one or two lines these were a heading. */
const PARAGRAPH = /^\d{1,3}(?:\.| ?-) {1,3}[\p{Lu}\p{Lo}]/u;

/** `(n⏎o ⏎ ⏎ 29)` closes a bracket and numbers nothing. */
function closesBracket({ text }: Signs, above: Signs): boolean {
  return /^[^(]{1,4}\)/.test(text) && above.bare.lastIndexOf('(') > above.bare.lastIndexOf(')');
}

/**
 * Russian opens its paragraphs in lower case, as they go on with the sentence of the formula: `…, ⏎ ссылаясь на`. Paragraph 10
 * has phrases of that kind inside: `…, ⏎ обеспечивая при этом`.
 */
function opensInLowerCase({ paragraph, line, next, measure, fill, dialect, language }: Seam & { fill: number }): boolean {
  const { first, last, count } = paragraph;
  if (/^\d/.test(first.text) && first.number > 0) return false;
  const comma = /[,;:]$/.test(last.bare);
  if (opensParagraph(line, language)) {
    // `…, подчеркивая, что` may stand inside a sentence; its line is full then
    if (comma && (!measure || isFirstLine(paragraph, line, next, measure, dialect))) return true;
    if (comma && !dialect.layout && !dialect.spaced && fill < (count === 1 ? 0.94 : FULL)) return true;
    if (last.open && fill < 0.8) return true;
  }
  // the one operative paragraph: `…, ⏎ одобряет решение`
  if (comma && fill < 0.85 && first.number === 0 && openingPhrase(line.text, language.operative) > 0) return true;
  // apart: under a heading, or a paragraph that lacks its comma, or as the one operative paragraph
  if (dialect.spaced ? line.line.indent <= (count > 1 ? last.line.indent : 0) : line.line.gap === 0) return false;
  return opensParagraph(line, language) || openingPhrase(line.text, language.operative) > 0;
}

/** `L’Assemblée générale,` of a draft that is quoted; `At its 55th plenary meeting, on …`, as the paragraphs of decisions begin. */
function opensAnew({ text }: Signs, { formula, meeting }: Language): boolean {
  if (formula.test(text)) return true;
  const clause = text.slice(0, text.indexOf(','));
  const number = clause.search(/\d/);
  return number > 0 && number < 12 && meeting.test(clause.slice(number));
}

/** A line that goes on takes as much with the next line's first word. */
const FULL = 1.005;

/** A first line is indented; where that is not kept, one that goes on and yet has room for the next word must be. */
function isFirstLine(
  { last, count }: Paragraph,
  line: Signs,
  next: Signs | undefined,
  measure: Measure,
  dialect: Dialect,
): boolean {
  // the lines of an inner list all stand to the right
  if (dialect.layout) return line.line.indent > last.line.indent + (count > 1 ? 2 : -4);
  if (dialect.spaced && measure.indented) return line.line.indent > (count > 1 ? last.line.indent : 0);
  if (!next || next.number > 0 || !/[\p{L}\d,-]$/u.test(line.bare)) return false;
  return line.width + 0.25 + next.firstWords < fullOn(line.line.page, measure) * FULL;
}

const opens = (line: Signs, language: Language) =>
  opensParagraph(line, language) || openingPhrase(line.text, language.operative) > 0;

const opensParagraph = ({ text }: Signs, { preambular }: Language) => openingPhrase(text, preambular) > 0;

/** A short line without punctuation after a full stop: the last line of a paragraph has its own, so this is a heading. */
function isHeadingLine(line: Signs, next: Signs | undefined, measure: Measure): boolean {
  if (!next || next.lowercase || !/^[\p{Lu}\p{Script=Han}]/u.test(line.line.excerpt.value) || !/[\p{L}\d)"]$/u.test(line.text))
    return false;
  return line.width + next.firstWords < fullOn(line.line.page, measure) * 0.8;
}

interface Verdicts {
  numbered: boolean;
  goesOn: boolean;
  /** The line above is not full. */
  short: boolean;
  fill: number;
}

/** In a layout the indent says it: running text stands at the page's base, a first line to the right of it. */
function startsInLayout(
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
  if (numbered) return shift >= 2 || !open;
  if (goesOn) return false;
  // below the first line of an item, and to the left of it
  if (open && count === 1 && /^[\d(]/.test(first.text) && first.number > 0 && line.line.indent < last.line.indent - 2)
    return false;
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

/** Longer than any heading. */
const SENTENCE = 300;
/** Longer than a heading that a paragraph in lower case could follow. */
const LONG = 60;
const HAN = /\p{Script=Han}/u;

/** Characters of a line; a Chinese one says as much as two of others. */
const lengthOf = ({ line: { excerpt } }: Signs) => excerpt.value.length * (HAN.test(excerpt.value.slice(0, 8)) ? 2 : 1);

/** One paragraph on each line; only a sentence that visibly goes on makes two lines one. */
function startsUnwrapped(
  { first, last }: Paragraph,
  line: Signs,
  { numbered, goesOn, language }: { numbered: boolean; goesOn: boolean; language: Language },
): boolean {
  const { open } = last;
  const newPage = line.line.page !== last.line.page;
  if (numbered) return true;
  if (line.line.gap === 0 && !newPage) return !(goesOn && (open || last.line.hardBreak));
  const length = lengthOf(last);
  // `… PERU,**** ⏎ ⏎ POLAND,*** QATAR`
  const listed = last.bare.endsWith(',') && length > LONG && lengthOf(line) > LONG && !opens(line, language);
  if (newPage) return !((open && length > LONG) || listed || (goesOn && !/[.;]$/.test(last.text)));
  // `… la Conférence des Parties à la ⏎ ⏎ Convention est chargée …;`: no heading is numbered or so long, and none ends so
  const isSentence = length > (PARAGRAPH.test(first.line.excerpt.value) ? LONG : SENTENCE);
  if (open && isSentence && lengthOf(line) > LONG && /[.,;:]$/.test(line.bare)) return false;
  // a page that ended without notes: `… de l’enfant, ⏎ ⏎ concernant l’implication`; below a list these are its closing words
  const isItem = first.number > 0 && !/^\d/.test(first.text);
  return !((open || (last.bare.endsWith(',') && !isItem)) && length > LONG && goesOn);
}
