/** Which blocks are headings, and how they nest. */
import type { Section } from '../ast.ts';
import { fold, foldedOf, type Language } from '../language/index.ts';
import { openingPhrase } from '../language/opening.ts';
import { cut, type Excerpt } from '../source.ts';
import type { Block } from '../text/blocks.ts';
import { readNumber } from '../text/numbering.ts';
import { MIDDLE } from '../text/printer.ts';
import { boxEnd } from './tables.ts';

export interface HeadingFound {
  level: Section['level'];
  num?: Excerpt;
  /** The number in a designation that the text holds: `II` of `Chapter II`. */
  number?: string;
  text: Excerpt;
  /** Value of the number, from 1; 0 without one. */
  value: number;
}

const LONGEST = 250;
/** `Objectif général 3 : Améliorer l’accès à l’espace pour tous et veiller à ce que …` */
const LONGEST_SET_APART = 500;

/** Marked as a heading, or further in than the text below. */
const isSetApart = ({ lines: [first], num, indent = 0 }: Block, below: Block | undefined) =>
  first?.heading !== undefined || (!num && indent >= MIDDLE && (below?.indent ?? 0) < indent);

const CAPITAL_NUM = /^(?:(?:[IVXLC]{1,6}|[A-Z])[.)]?|[一二三四五六七八九十]{1,3}[.．、]?)$/;

/** Reads the block at `k` as a heading, if it is one. Headings have no point, comma or semicolon at their end. */
export function headingAt(blocks: readonly Block[], k: number, language: Language): HeadingFound | undefined {
  const block = blocks[k] as Block;
  const text = block.text.value;
  if (text.length > (isSetApart(block, blocks[k + 1]) ? LONGEST_SET_APART : LONGEST) || text.includes('\t')) return undefined;
  if (block.num && text === '' && !CAPITAL_NUM.test(block.num.value)) return undefined;
  const numeral = block.num ? undefined : numeralNamed(text, language);
  if (numeral) {
    const value = readNumber(numeral).readings[0]?.value ?? 0;
    return { level: 'section', num: block.text, number: numeral, text: cut(block.text, text.length), value };
  }
  const letter = block.num ? undefined : letterNamed(text, language);
  const alone = !block.num && (CAPITAL_NUM.test(text) || letter !== undefined);
  const named = namedHeading(block, language);
  const marked = block.lines[0]?.heading !== undefined || isWhollyBold(block);
  if (!marked && !alone && !named && !looksLikeHeading(blocks, k, language)) return undefined;
  if (named) return named;
  // `ألف` stands above its heading as a heading of its own
  if (letter) return { level: 'title', number: letter, text: block.text, value: letter.charCodeAt(0) - 64 };
  if (alone) return numbered(block.text, cut(block.text, text.length));
  if (!block.num) return { level: 'division', text: block.text, value: 0 };
  if (CAPITAL_NUM.test(block.num.value)) return numbered(block.num, block.text);
  // `1. Rappelle …` in bold is a paragraph still
  if (!marked || /[.;,:]$/.test(foldedOf(block.text))) return undefined;
  return { level: 'chapter', num: block.num, text: block.text, value: readNumber(block.num.value).readings[0]?.value ?? 0 };
}

/** Vowel signs, which are written or not: `أولاً`. */
const VOWELS = /[\u064b-\u0652]/g;

/** The Roman numeral that stands for one written as a word: `ثانيا` is II. */
function numeralNamed(text: string, { headings }: Language): string | undefined {
  if (!headings.numerals || text.length > 10) return undefined;
  return headings.numerals[
    fold(text.trim())
      .replace(VOWELS, '')
      .replace(/[-.:]$/, '')
      .trim()
  ];
}

/** The Latin letter that stands for a letter written as a word: `باء` is B. */
export function letterNamed(text: string, { citation }: Language): string | undefined {
  if (text.length > 8) return undefined;
  const letter = citation.letters[fold(text.trim())];
  return letter && /^[A-H]$/.test(letter) ? letter : undefined;
}

function numbered(num: Excerpt, text: Excerpt): HeadingFound {
  const { readings } = readNumber(num.value);
  // `C`, `D`, `L` are letters here: no document has a hundred sections
  const roman = readings.find(({ style, value }) => style === 'capitalRoman' && value < 50);
  const han = readings.find(({ style }) => style === 'han');
  const reading = roman ?? han ?? readings.find(({ style }) => style === 'capital') ?? readings[0];
  return { level: roman || han ? 'section' : 'title', num, text, value: reading?.value ?? 0 };
}

/** `Chapter II`, `Article 3 – Object`: the designation stays in the heading, as the UN sets it. */
function namedHeading(block: Block, language: Language): HeadingFound | undefined {
  if (block.num || /^\p{Ll}/u.test(block.text.value) || /[.,;:]$/.test(foldedOf(block.text))) return undefined;
  const folded = foldedOf(block.text);
  for (const level of ['part', 'section', 'chapter', 'article'] as const) {
    const match = language.headings[level].exec(folded);
    const folds = match?.index === 0 ? match.groups?.num : undefined;
    if (!folds) continue;
    // as printed: folding took its capitals away
    const start = (match?.[0] ?? '').lastIndexOf(folds);
    const printed = block.text.value.slice(start, start + folds.length);
    const number = (level !== 'article' && language.headings.numerals?.[folds]) || printed;
    return { level, number, text: block.text, value: readNumber(number).readings[0]?.value ?? 0 };
  }
  return undefined;
}

function looksLikeHeading(blocks: readonly Block[], k: number, language: Language): boolean {
  const block = blocks[k] as Block;
  const { value } = block.text;
  if (k + 1 >= blocks.length || value === '') return block.num !== undefined && value === '' && k + 1 < blocks.length;
  const folded = foldedOf(block.text);
  if (/[.,;:?!]\)?"?(?:[⁽⁾¹²³⁰⁴-⁹\d]{0,4})$/.test(folded) || /^["'([\d*•-]/.test(folded) || /^\p{Ll}/u.test(value))
    return false;
  if (block.num && !CAPITAL_NUM.test(block.num.value)) return false;
  const before = blocks[k - 1];
  // `B. Investment management` between two tables
  const isBelowTable = block.num && before?.text.value.includes('\t');
  if (
    before &&
    !isBelowTable &&
    before.text.value !== '' &&
    !/[.;:!?)"\]][\d⁽⁾¹²³⁰⁴-⁹]{0,6}$|,$/.test(foldedOf(before.text)) &&
    !isShortBlock(before)
  )
    return false;
  const isLong = !block.num && openingPhrase(folded, language.operative) > 0 && value.split(' ').length > 8;
  // `Demande de renforcement du rôle du secrétariat … ⏎ La Commission économique pour l’Europe,`, `III ⏎ Conditions of service …`
  const isPlaced = () => speaks(blocks[k + 1] as Block, language) || (before && CAPITAL_NUM.test(before.text.value));
  if (isLong && !isPlaced()) return false;
  return block.num !== undefined || !inRun(blocks, k, language);
}

/** The body that speaks, named above what it says: a formula, whatever the body. */
function speaks({ num, text }: Block, { preambular, operative }: Language): boolean {
  const folded = foldedOf(text);
  if (num || text.value.length > 100 || !/^\P{Ll}.*\p{L},$/su.test(text.value)) return false;
  return openingPhrase(folded, preambular) === 0 && openingPhrase(folded, operative) === 0;
}

const isShortBlock = (block: Block) => block.text.value.length < 120 && block.lines.length <= 3;

/** Four lines together are a list of names, or cells, without punctuation, not headings. */
function inRun(blocks: readonly Block[], k: number, language: Language): boolean {
  const bare = (block: Block | undefined) =>
    block !== undefined && !block.num && block.text.value.length < LONGEST && !/[.,;:]$/.test(foldedOf(block.text));
  let from = k;
  while (from > k - 4 && bare(blocks[from - 1])) from--;
  let to = k;
  // the rows of a table below are no such lines
  while (to < k + 4 && bare(blocks[to + 1]) && boxEnd(blocks, to + 1, language) === to + 1) to++;
  return to - from >= 3;
}

function isWhollyBold(block: Block): boolean {
  const solid = block.text.value.trim().length;
  if (solid === 0 || /[,;]$/.test(foldedOf(block.text))) return false;
  return block.text.styles.some(({ style, start, end }) => style === 'bold' && end - start >= solid * 0.95);
}
