/** Words that kerning split: `particul ier`, `d ’apporter`, `celles -ci`. Joined on evidence, each join recorded. */
import { concat, cut, type Excerpt, isLineEnd, originOf } from '../source.ts';
import { isLetter } from './letters.ts';
import { matchesOf } from './matches.ts';

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

const BLANK_BEFORE_MARK = / [’'‐‑-]/g;
const HYPHEN = /[‐‑-]/;
const HYPHENS = /[‐‑-]/g;
/** A word that stands more often is no fragment. */
const RARE = 3;
const LONGEST = 40;

/** A word of a document. */
interface Word {
  value: string;
  /** See `PRIME`. */
  hash: number;
  /** How often it stands in it. */
  count: number;
  /** How often it stands beside another with which it makes a word of the document. */
  beside: number;
  /** Another word of the same hash: there are few. */
  alike: Word | undefined;
}

/** A place where a word may be split. */
interface Split {
  /** Offset of the blank. */
  blank: number;
  first: Word;
  second: Word;
  whole: Word;
}

/** The words of a document. */
interface Vocabulary {
  byHash: Map<number, Word>;
  /** By the lower bits of a hash, whether a word may have it: most pairs make none, and need not be looked up. */
  seen: Uint8Array;
}

const BITS = 0xffff;

/** The words of one text in order, and where each ends; negative where just one blank stands before the word. */
interface Text {
  words: Word[];
  ends: number[];
}

/**
 * Base of the hash of a word, a polynomial of its code units: the hash of two words put together follows from theirs, so that
 * most pairs are known to make no word without being put together.
 */
const PRIME = 0x01000193;
const powers = [1];
for (let length = 1; length <= LONGEST; length++) powers.push(Math.imul(powers[length - 1] as number, PRIME));

function readWords(value: string, vocabulary: Vocabulary): Text {
  const text: Text = { words: [], ends: [] };
  let end = -1;
  for (let index = 0; index < value.length; index++) {
    const start = index;
    let hash = 0;
    for (; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (!isLetter(code)) break;
      hash = (Math.imul(hash, PRIME) + code) | 0;
    }
    if (index === start) continue;
    const word = wordAt(value, start, index, hash, vocabulary);
    word.count++;
    text.words.push(word);
    text.ends.push(start === end + 1 && value.charCodeAt(end) === 0x20 ? -index : index);
    end = index;
  }
  return text;
}

/** The word of the vocabulary that stands at [start, end) of a text; a new one is added. */
function wordAt(text: string, start: number, end: number, hash: number, vocabulary: Vocabulary): Word {
  const first = vocabulary.byHash.get(hash);
  for (let word = first; word; word = word.alike)
    if (word.value.length === end - start && text.startsWith(word.value, start)) return word;
  const word = { value: text.slice(start, end), hash, count: 0, beside: 0, alike: first };
  vocabulary.byHash.set(hash, word);
  vocabulary.seen[hash & BITS] = 1;
  return word;
}

/** The word that two make. */
function joined(first: Word, second: Word, vocabulary: Vocabulary): Word | undefined {
  const hash = (Math.imul(first.hash, powers[second.value.length] as number) + second.hash) | 0;
  if (vocabulary.seen[hash & BITS] === 0) return undefined;
  for (let word = vocabulary.byHash.get(hash); word; word = word.alike)
    if (word.value === first.value + second.value) return word;
  return undefined;
}

/** Single blanks between two words of which one is rare and that together are a word of the document. */
function splitsIn({ words, ends }: Text, vocabulary: Vocabulary): Split[] {
  const splits: Split[] = [];
  for (let k = 1; k < words.length; k++) {
    if ((ends[k] as number) > 0) continue;
    const first = words[k - 1] as Word;
    const second = words[k] as Word;
    if ((first.count > RARE && second.count > RARE) || first.value.length + second.value.length > LONGEST) continue;
    const whole = joined(first, second, vocabulary);
    if (!whole) continue;
    splits.push({ blank: Math.abs(ends[k - 1] as number), first, second, whole });
    first.beside++;
    second.beside++;
  }
  return splits;
}

/**
 * Joins the words that kerning split in the texts of a document.
 *
 * A join needs evidence in the document: the joined word stands elsewhere in it and a fragment does not; where only one
 * fragment is no word of the document, the joined form must stand there twice (`de venir` beside one `devenir` is left). A
 * function word of the language is a word of any document: `par tout accord` is none of `partout`. A single split, in a text
 * that no extraction has been at, is the author's: `peace building` beside `peacebuilding`. Before an apostrophe that a word
 * follows (after one or two letters), and before such a hyphen, no language sets a blank.
 *
 * @param evidence the function words of the language, folded; whether the text was extracted from a page line by line
 * @returns the texts in their order, mended
 */
export function joinSplitWords(
  texts: readonly Excerpt[],
  { functionWords, extracted }: { functionWords: ReadonlySet<string>; extracted: boolean },
  repairs: Repair[],
): Excerpt[] {
  const vocabulary: Vocabulary = { byHash: new Map(), seen: new Uint8Array(BITS + 1) };
  const read = texts.map(({ value }) => readWords(value, vocabulary));
  const splits = read.map((text) => splitsIn(text, vocabulary));
  // a fragment stands nowhere else than in splits
  const isFragment = ({ value, count, beside }: Word) => count <= beside && !functionWords.has(value.toLowerCase());
  const isSplit = ({ first, second, whole }: Split) => {
    const fragments = Number(isFragment(first)) + Number(isFragment(second));
    return fragments === 2 || (fragments === 1 && whole.count >= 2);
  };
  const found = splits.map((own) => own.filter(isSplit).map(({ blank }) => blank));
  const marks = texts.map(({ value }) => marksIn(value));
  const hyphens = spacedHyphensIn(texts);
  const kerned = extracted || found.flat().length + marks.flat().length > 1;
  return texts.map((text, k) => {
    // a word that goes on in the next line is another one
    const inLine = [...(kerned ? (found[k] as number[]) : []), ...(marks[k] as number[])].filter((at) => !isLineEnd(text, at));
    return join(text, [...inLine, ...(hyphens[k] ?? [])], repairs);
  });
}

const SPACED_HYPHEN = / [‐‑-] /g;

/** Offsets of the blanks about a hyphen, in each text, where the word stands elsewhere without them: `le Haut -⏎Commissariat`. */
function spacedHyphensIn(texts: readonly Excerpt[]): number[][] {
  const found = texts.map(({ value }) => matchesOf(SPACED_HYPHEN, value).map(({ index }) => index));
  if (found.every((blanks) => blanks.length === 0)) return [];
  const compounds = new Set(
    texts.flatMap(({ value }) =>
      matchesOf(HYPHENS, value).map(({ 0: hyphen, index }) => compound(value, index, hyphen, index + 1)),
    ),
  );
  return found.map((blanks, k) => {
    const { value } = texts[k] as Excerpt;
    const isSpaced = (blank: number) =>
      isLetter(value.charCodeAt(blank - 1)) && compounds.has(compound(value, blank, value.charAt(blank + 1), blank + 3));
    return blanks.filter(isSpaced).flatMap((blank) => [blank, blank + 2]);
  });
}

/** The word that ends at one offset, a hyphen, and the word that begins at another. */
const compound = (value: string, end: number, hyphen: string, start: number) =>
  lettersBefore(value, end) + hyphen + lettersAfter(value, start);

/**
 * Offsets of the blanks before an apostrophe or a hyphen that belong to no word: `d ’apporter`, `celles -ci`. Before an apostrophe
 * stand one or two letters.
 */
function marksIn(value: string): number[] {
  const isLetterAt = (at: number) => at >= 0 && at < value.length && isLetter(value.charCodeAt(at));
  const isLost = ({ 0: mark, index: blank }: RegExpExecArray) =>
    isLetterAt(blank - 1) && isLetterAt(blank + 2) && (HYPHEN.test(mark) || !isLetterAt(blank - 2) || !isLetterAt(blank - 3));
  return matchesOf(BLANK_BEFORE_MARK, value)
    .filter(isLost)
    .map(({ index }) => index);
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

const WORD_BEFORE = new RegExp(`[\\p{L}\\p{M}]{1,${LONGEST}}$`, 'u');
const WORD_AFTER = new RegExp(`^(?:[’'‐‑-]?[\\p{L}\\p{M}]{1,${LONGEST}}|[‐‑-])`, 'u');

const lettersBefore = (value: string, end: number) => WORD_BEFORE.exec(value.slice(Math.max(0, end - LONGEST), end))?.[0] ?? '';
const lettersAfter = (value: string, at: number) => WORD_AFTER.exec(value.slice(at, at + LONGEST + 1))?.[0] ?? '';
