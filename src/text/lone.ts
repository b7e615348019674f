/**
 * Letters that kerning left alone, `alcancen o s uperen los umbrales`: one that is no word belongs to the word beside it that
 * stands nowhere else, when it cannot belong to the other: a word of the language, or one with which it would end, or begin, as
 * no word of the document does (`promoción t anto`).
 */
import type { Excerpt } from '../source.ts';
import { BLANK } from './characters.ts';
import { isLetter, LOWER_CASE, lowerOf, wordEnd, wordStart } from './letters.ts';
import { eachToken, type Tokens } from './tokens.ts';
import { countWanted } from './wanted.ts';

/** What a language says of its words. */
export interface Vocabulary {
  /** Its function words, folded. */
  functionWords: ReadonlySet<string>;
  /** Its words of one letter, folded; undefined where lone letters may be numbers. */
  letterWords: ReadonlySet<string> | undefined;
}

/** In letters: shorter words are too many. */
const SHORTEST = 3;

/** The word in lower case that ends at an offset, or begins there; empty where none does, or but an elided one (`r d’innovation`). */
const wordBefore = (value: string, end: number): string => value.slice(wordStart(value, end), end).toLowerCase();
function wordAfter(value: string, start: number): string {
  const end = wordEnd(value, start);
  return /['’]/.test(value.charAt(end)) ? '' : value.slice(start, end).toLowerCase();
}

/** Offsets of the letters in lower case that stand between two blanks. */
function lettersAlone(value: string): number[] {
  const found: number[] = [];
  for (let blank = value.indexOf(' '); blank >= 0; blank = value.indexOf(' ', blank + 1)) {
    const isAlone = value.charCodeAt(blank + 2) === BLANK && isLetter(value.charCodeAt(blank + 1));
    if (isAlone && LOWER_CASE.test(value.charAt(blank + 1))) found.push(blank + 1);
  }
  return found;
}

/** Which of some beginnings and ends words have: `te-`, `-os`, `-dos`; two letters of each find the few to look at. */
function partsOf(wanted: ReadonlySet<string>, tokens: Tokens, count: number): Set<string> {
  const [beginnings, ends] = [new Set<number>(), new Set<number>()];
  for (const part of wanted) {
    if (part.endsWith('-')) beginnings.add(pairAt(part, 0));
    else ends.add(pairAt(part, part.length - 2));
  }
  const parts = new Set<string>();
  const addParts = (text: string, start: number, end: number) => {
    if (end - start < 2) return;
    if (beginnings.has(pairAt(text, start))) parts.add(`${text.slice(start, start + 2).toLowerCase()}-`);
    if (!ends.has(pairAt(text, end - 2))) return;
    const last = text.slice(Math.max(start, end - 3), end).toLowerCase();
    parts.add(`-${last.slice(-2)}`).add(`-${last}`);
  };
  eachToken(tokens, addParts, count);
  return parts;
}

const pairAt = (text: string, at: number): number => (lowerOf(text.charCodeAt(at)) << 16) | lowerOf(text.charCodeAt(at + 1));

/**
 * Offsets of the blanks that part a letter from its word, in each text.
 *
 * @param tokens the words of the texts, before those of others
 * @param joined offsets in each text of blanks that part nothing: letters beside them are not alone
 */
export function findLoneLetters(
  texts: readonly Excerpt[],
  tokens: Tokens,
  { functionWords, letterWords }: Vocabulary,
  joined: readonly ReadonlySet<number>[],
): number[][] {
  const found = texts.map((): number[] => []);
  if (!letterWords) return found;
  const letters = texts.flatMap(({ value }, text) =>
    lettersAlone(value)
      .filter((at) => !letterWords.has(value.charAt(at)) && !joined[text]?.has(at - 1) && !joined[text]?.has(at + 1))
      .map((at) => ({
        text,
        at,
        letter: value.charAt(at),
        left: wordBefore(value, at - 1),
        right: wordAfter(value, at + 2),
      }))
      // `la loi n o 27`
      .filter(({ left, right }) => [left, right].every((word) => word.length !== 1 || letterWords.has(word))),
  );
  if (letters.length === 0) return found;
  const counts = countWanted(
    letters.flatMap(({ letter, left, right }) => [left, right, left + letter, letter + right]),
    tokens,
    texts.length,
  );
  const wanted = letters.flatMap(({ letter, left, right }) => [
    `${letter}${right.slice(0, 1)}-`,
    `-${(left + letter).slice(-3)}`,
  ]);
  let parts: Set<string> | undefined;
  // most letters are told without
  const isPart = (part: string) => {
    parts ??= partsOf(new Set(wanted), tokens, texts.length);
    return parts.has(part);
  };
  const isRare = (word: string) => word.length >= SHORTEST && !functionWords.has(word) && counts.get(word) === 1;
  const isOwn = (word: string) => functionWords.has(word) || letterWords.has(word);
  const isWhole = (word: string, joined: string) => isOwn(word) && !functionWords.has(joined) && !counts.has(joined);
  const isKnown = (word: string) => functionWords.has(word) || counts.has(word);
  for (const { text, at, letter, left, right } of letters) {
    const { value } = texts[text] as Excerpt;
    // `indicateurs d ans les`: whatever the rest is, what is known is on one side only
    const [before, after] = [left !== '' && isKnown(left + letter), right !== '' && isKnown(letter + right)];
    if (before !== after) {
      found[text]?.push(before ? at - 1 : at + 1);
      continue;
    }
    const isBegun = left === '' ? /[,;:]/.test(value.charAt(at - 2)) : isWhole(left, left + letter);
    const isEnded = right === '' || isWhole(right, letter + right);
    const begins = () => isPart(`${letter}${right.slice(0, 1)}-`);
    const ends = (length: number) => isPart(`-${(left + letter).slice(-length)}`);
    const goesOn = isRare(right) && LOWER_CASE.test(value.charAt(at + 2));
    // `103 e séance`
    const isOther = () => left !== '' && begins() && !ends(2);
    if (!isEnded && goesOn && (isBegun || isOther())) found[text]?.push(at + 1);
    // `apartado c de la resolución`: no word of the document ends so
    else if (!isBegun && isRare(left) && ends(3) && (isEnded || !begins())) found[text]?.push(at - 1);
  }
  return found;
}
