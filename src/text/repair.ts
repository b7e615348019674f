/** Words that kerning split: `particul ier`, `d ’apporter`, `celles -ci`. Joined on evidence, each join recorded. */
import { concat, cut, type Excerpt, isLineEnd, originOf } from '../source.ts';
import { BLANK, isWordMark } from './characters.ts';
import { isLetter, wordEnd, wordStart } from './letters.ts';
import { findLoneLetters, type Vocabulary } from './lone.ts';
import { matchesOf } from './matches.ts';
import { findSplits, LONGEST, type Split, type Word } from './splits.ts';
import { type Tokens, tokensOf } from './tokens.ts';

/**
 * What was mended: a blank of the source that split a word and was left out; a hyphen that an extraction dropped and was set
 * again; a line that stood before its own beginning.
 */
export interface Repair {
  reason: 'split word' | 'lost hyphen' | 'line order';
  /** [start, end) in the source: the blank, the line that was moved; the place of a hyphen has no length. */
  start: number;
  end: number;
  original: string;
  replacement: string;
}

const HYPHEN = /[‐‑-]/;
const HYPHENS = /[‐‑-]/g;
const SPACED_HYPHEN = /^ [‐‑-] $/;

/** By what words are joined. */
export interface Evidence {
  /** Texts of the document that only show its words. */
  others: readonly Excerpt[];
  vocabulary: Vocabulary;
  /** Whether the text was extracted from a page line by line. */
  extracted: boolean;
}

/**
 * Joins the words that kerning split in the texts of a document.
 *
 * A join needs evidence in the document: the joined word stands elsewhere in it and a fragment does not; where only one
 * fragment is no word of the document, the joined form must stand there twice (`de venir` beside one `devenir` is left). A
 * function word of the language is a word of any document: `par tout accord` is none of `partout`. A single split, in a text
 * that no extraction has been at, is the author's: `peace building` beside `peacebuilding`. Before an apostrophe that a word
 * follows (after one or two letters), and before such a hyphen, no language sets a blank. Where an extraction split words,
 * letters that are none are joined too.
 *
 * @returns the texts in their order, mended
 */
export function joinSplitWords(
  texts: readonly Excerpt[],
  { others, vocabulary, extracted }: Evidence,
  repairs: Repair[],
): Excerpt[] {
  // a fragment stands nowhere else than in splits
  const isFragment = ({ value, count, beside }: Word) => count <= beside && !vocabulary.functionWords.has(value.toLowerCase());
  const isSplit = ({ first, second, whole }: Split) => {
    const fragments = Number(isFragment(first)) + Number(isFragment(second));
    return fragments === 2 || (fragments === 1 && whole.count >= 2);
  };
  const tokens = tokensOf([...texts, ...others]);
  const splits = findSplits(tokens, texts.length).filter(isSplit);
  const blanks = blanksBeforeMarks(tokens, texts.length);
  const marks = texts.map(({ value }, k) => (blanks[k] as number[]).filter((blank) => isLost(value, blank)));
  const hyphens = spacedHyphens(texts, blanks);
  const joins = splits.length + marks.flat().length;
  if (joins === 0 && hyphens.length === 0) return [...texts];
  const inWords = marks.map((own) => new Set(own));
  if (extracted || joins > 1) for (const { text, blank } of splits) inWords[text]?.add(blank);
  const letters = extracted && joins > 0 ? findLoneLetters(texts, tokens, vocabulary, inWords) : [];
  return texts.map((text, k) => {
    const own = inWords[k] as Set<number>;
    // a letter that is joined to one word is none of the other
    for (const at of letters[k] ?? []) if (!own.has(at - 2) && !own.has(at + 2)) own.add(at);
    // a word that goes on in the next line is another one
    const inLine = [...own].filter((at) => !isLineEnd(text, at));
    return join(text, [...inLine, ...(hyphens[k] ?? [])], repairs);
  });
}

/** Offsets of the blanks behind a word and before an apostrophe or a hyphen, in each of the first texts. */
function blanksBeforeMarks({ texts, ends, bounds }: Tokens, count: number): number[][] {
  let k = 0;
  return bounds.slice(0, count).map((bound, text) => {
    const { value } = texts[text] as Excerpt;
    const blanks: number[] = [];
    for (; k < bound; k++) {
      const end = Math.abs(ends[k] as number);
      if (value.charCodeAt(end) === BLANK && isWordMark(value.charCodeAt(end + 1))) blanks.push(end);
    }
    return blanks;
  });
}

/** Offsets of the blanks about a hyphen, in each text, where the word stands elsewhere without them: `le Haut -⏎Commissariat`. */
function spacedHyphens(texts: readonly Excerpt[], blanks: readonly (readonly number[])[]): number[][] {
  const spaced = texts.map(({ value }, k) =>
    (blanks[k] as number[]).filter((blank) => SPACED_HYPHEN.test(value.slice(blank, blank + 3))),
  );
  if (spaced.every((own) => own.length === 0)) return [];
  const compounds = new Set(
    texts.flatMap(({ value }) =>
      matchesOf(HYPHENS, value).map(({ 0: hyphen, index }) => compound(value, index, hyphen, index + 1)),
    ),
  );
  return spaced.map((own, k) => {
    const { value } = texts[k] as Excerpt;
    const isKnown = (blank: number) => compounds.has(compound(value, blank, value.charAt(blank + 1), blank + 3));
    return own.filter(isKnown).flatMap((blank) => [blank, blank + 2]);
  });
}

/** The word that ends at one offset, a hyphen, and the word that begins at another. */
const compound = (value: string, end: number, hyphen: string, start: number) =>
  lettersBefore(value, end) + hyphen + lettersAfter(value, start);

/**
 * Whether the blank between a word and an apostrophe or a hyphen belongs to no word: `d ’apporter`, `celles -ci`. Before an
 * apostrophe stand one or two letters.
 */
function isLost(value: string, blank: number): boolean {
  const isLetterAt = (at: number) => isLetter(value.charCodeAt(at));
  if (!isLetterAt(blank + 2)) return false;
  return HYPHEN.test(value.charAt(blank + 1)) || !isLetterAt(blank - 2) || !isLetterAt(blank - 3);
}

/** The text without some of its blanks; those of line ends are no characters of the source. */
function join(text: Excerpt, blanks: number[], repairs: Repair[]): Excerpt {
  if (blanks.length === 0) return text;
  const parts: Excerpt[] = [];
  let at = 0;
  for (const blank of blanks.sort((a, b) => a - b)) {
    parts.push(cut(text, at, blank));
    at = blank + 1;
    if (isLineEnd(text, blank)) continue;
    const start = originOf(text, blank);
    const first = lettersBefore(text.value, blank);
    const second = lettersAfter(text.value, blank + 1);
    repairs.push({ reason: 'split word', start, end: start + 1, original: `${first} ${second}`, replacement: first + second });
  }
  parts.push(cut(text, at));
  return concat(parts);
}

const lettersBefore = (value: string, end: number) => value.slice(wordStart(value, end, end - LONGEST), end);

/** The letters that stand at an offset, with the apostrophe or the hyphen before them; a hyphen without any too. */
function lettersAfter(value: string, at: number): string {
  const start = isWordMark(value.charCodeAt(at)) ? at + 1 : at;
  const end = wordEnd(value, start, Math.min(value.length, start + LONGEST));
  return end > start || HYPHEN.test(value.charAt(at)) ? value.slice(at, end) : '';
}
