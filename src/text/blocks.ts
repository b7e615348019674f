/** Lines → blocks: one block for each paragraph, heading or list item of the page. */
import { foldedOf, type Language } from '../language/index.ts';
import { openingPhrase } from '../language/opening.ts';
import { cut, type Excerpt, trim } from '../source.ts';
import { designatedLines } from './designations.ts';
import { type Dialect, isApart, isRow } from './dialect.ts';
import { joinLines } from './footnotes.ts';
import { HALF, startsInLayout } from './layout.ts';
import type { Line } from './lines.ts';
import { FULL, fillOf, fullOn, isShort, type Measure, measurePages, type Paragraph } from './measure.ts';
import { enumeratorLength, readNumber } from './numbering.ts';
import { opens, opensAnew, opensNumbered, opensOperative, opensParagraph, PARAGRAPH } from './openings.ts';
import { readSigns, type Signs } from './signs.ts';
import { closesBracket, goesOnOverleaf, isUnfinished } from './unfinished.ts';
import { startsUnwrapped } from './unwrapped.ts';

export interface Block {
  /** The number before the text, as printed: `1.`, `a)`, `•`. */
  num?: Excerpt;
  /** Without its number. */
  text: Excerpt;
  /** The lines that it was made of; their first tells indent, gap and page. */
  lines: Line[];
  /** Columns before it; not in a text that the page has broken into lines, where they say other things. */
  indent?: number;
}

export function makeBlocks(lines: readonly Line[], dialect: Dialect, language: Language): Block[] {
  const measured = dialect.wrapped && !dialect.parted;
  const pitch = !measured ? 'none' : dialect.column === undefined ? 'proportional' : 'fixed';
  const signs = lines.map((line) => readSigns(line, pitch));
  const measure = measured ? measurePages(signs, dialect.column) : undefined;
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
  if (measured) return blocks;
  let line: Line | undefined;
  for (const block of blocks) {
    // the item behind a number stands on the number's line
    if (block.lines[0] !== line) block.indent = block.lines[0]?.indent ?? 0;
    line = block.lines[0];
  }
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
  if (line.line.heading || last.line.heading || line.line.role === 'box') return true;
  if (isRow(line.line) || isRow(last.line)) return true;
  // the name of a box stands above its text
  if (measure && paragraph.count === 1 && last.line.role === 'box') return false;
  if (dialect.parted && line.line.page === last.line.page) return isApart(line.line, dialect);
  if (dialect.parted) return !goesOnOverleaf(paragraph, line, language);
  const numbered = line.number > 0 && !closesBracket(line, last);
  // a number alone on its line waits for its text: `a) ⏎ Investir dans les populations`
  if (measure && paragraph.count === 1 && last.numberAlone) return false;
  if (!numbered && isUnfinished(last, line, language)) return false;
  const fill = measure ? fillOf(paragraph, line, measure, dialect) : 1;
  const opensLow =
    language.opensInLowerCase &&
    line.lowercase &&
    !numbered &&
    opensInLowerCase({ paragraph, line, next, measure, fill, dialect, language });
  const goesOn = line.goesOn && !numbered && !opensLow;
  const { open } = last;
  const belowFormula =
    paragraph.count === 1 &&
    last.text.length < 60 &&
    (open ? language.formula.test(`${last.text},`) : line.uppercase && language.formula.test(last.text));
  if (!measure) return belowFormula || startsUnwrapped(paragraph, line, { numbered, goesOn, language });
  if (belowFormula || (opensLow && !dialect.layout && !dialect.spaced)) return true;
  // where nothing else is indented, a first line is told by its indent; the lines of a heading may all stand in the middle
  const isFirst = measure.onlyFirst && !dialect.layout && !dialect.spaced && line.line.indent > 0;
  if (isFirst && (last.line.indent === 0 || !open)) return true;
  const short = isShort(fill, paragraph, measure, dialect, open);
  const newPage = line.line.page !== last.line.page;
  // an extraction that keeps the blank before a first line, keeps it before every first line
  const firstLine = dialect.spaced && line.line.indent > 0 && !newPage;
  if (numbered && !dialect.layout) {
    // `1.` alone on its line, and a number after a line that is not full, are numbers; `par. ⏎ 4. Il` is not
    if (!open || firstLine || line.numberAlone || isShort(fill, paragraph, measure, dialect, false)) return true;
    return paragraph.count <= 2 ? PARAGRAPH.test(line.line.excerpt.value) : opensNumbered(line, language);
  }
  if (newPage && !numbered)
    return open ? short && !goesOn : !goesOn && (short || !last.bare.endsWith(',') || opensParagraph(line, language));
  // the closing words of a list: `(d) …; ⏎ and further requests …`
  if (goesOn && last.bare.endsWith(';') && first.number > 0 && isShort(fill, paragraph, measure, dialect, false)) return true;
  if (
    (/[;.]$/.test(last.bare) || (last.bare.endsWith(',') && line.uppercase && next && next.number > 0)) &&
    isHeadingLine(line, next, language, measure, last.bare.endsWith(';') ? LIKELY : UNLIKELY)
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
  const isAlone = measure.exact && paragraph.count === 1 && !/^\d/.test(first.text) && !language.opensInLowerCase;
  if (open && (isAlone || (first.number === 0 && fill < 0.85)) && line.uppercase && opensParagraph(line, language)) return true;
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
  // `…, ⏎ Rappelant`: after a full line and a comma only an opening phrase begins with a capital; `Decide` that of the one paragraph
  if (line.lowercase || !/[,;:]$/.test(last.bare)) return false;
  if (!opensParagraph(line, language) && !(opensParagraph(first, language) && opensOperative(line, language))) return false;
  // Chinese breaks its lines anywhere: only a first line, which is indented, has room for another character
  return (
    line.uppercase ||
    !next ||
    !HAN.test(line.text.charAt(0)) ||
    line.width + next.firstWords < fullOn(line.line.page, measure) * 0.98
  );
}

const HAN = /\p{Script=Han}/u;

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
    if (last.open && (!measure || fill < 0.8)) return true;
    if (measure?.exact && fill <= 1) return true;
    // `ссылаясь на …, ⏎ ссылаясь далее на`: no sentence begins two of its clauses with one verb
    if (comma && first.number === 0 && opensAlike(line.text, first.text, language)) return true;
  }
  // the one operative paragraph: `…, ⏎ одобряет решение`
  if (comma && fill < (measure?.exact ? FULL : 0.85) && first.number === 0 && openingPhrase(line.text, language.operative) > 0)
    return true;
  // a page may end anywhere
  if (last.open && line.line.page !== last.line.page && fill > FULL) return false;
  // apart: under a heading, or a paragraph that lacks its comma, or as the one operative paragraph
  if (dialect.spaced ? line.line.indent <= (count > 1 ? last.line.indent : 0) : line.line.gap === 0) return false;
  return opens(line, language);
}

/** `ссылаясь далее на` and `ссылаясь на` below `ссылаясь на`; not `подчеркивая при этом` below `подчеркивая важность`. */
function opensAlike(text: string, above: string, { preambular }: Language): boolean {
  const [words = '', verb = ''] = /^(\p{L}+ )\p{L}+ /u.exec(text) ?? [];
  if (verb === '' || !above.startsWith(verb)) return false;
  return above.startsWith(words) || openingPhrase(text, preambular) > verb.length;
}

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
  return line.width + next.firstWords < fullOn(line.line.page, measure) * FULL;
}

/** How much of a full line the first line of a heading takes with the next word: no sentence goes on in a capital after a semicolon. */
const LIKELY = 0.97;
const UNLIKELY = 0.8;

/**
 * A short line without punctuation after a full stop: the last line of a paragraph has its own, so this is a heading. One above
 * `51. Reaffirms` may be as long as it likes.
 */
function isHeadingLine(line: Signs, next: Signs | undefined, language: Language, measure: Measure, most: number): boolean {
  if (!next || next.lowercase || !/^[\p{Lu}\p{Script=Han}]/u.test(line.line.excerpt.value) || !/[\p{L}\d)"]$/u.test(line.text))
    return false;
  return line.width + next.firstWords < fullOn(line.line.page, measure) * most || opensNumbered(next, language);
}
