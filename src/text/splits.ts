/**
 * Words that a blank may have split, `particul ier`: two that stand side by side and make a word of the document. Each pair of a
 * document is asked, so words are told apart by their hashes first, and read only where these say that it may be so.
 */
import type { Excerpt } from '../source.ts';
import { isLetter } from './letters.ts';

/** A word of a document. */
export interface Word {
  value: string;
  /** How often it stands in it. */
  count: number;
  /** How often it stands beside another with which it makes a word of the document. */
  beside: number;
}

/** A place where a word may be split. */
export interface Split {
  /** Which of the texts, and the offset of the blank in it. */
  text: number;
  blank: number;
  first: Word;
  second: Word;
  whole: Word;
}

/** A word that stands more often is no fragment. */
const RARE = 3;
/** In code units. */
export const LONGEST = 40;

/** The words of a document in order. */
interface Tokens {
  hashes: Int32Array;
  lengths: Int32Array;
  /** Where each ends in its text; negative where just one blank stands before the word. */
  ends: Int32Array;
  /** How many there are up to the end of each text. */
  counts: number[];
}

/** Hashes that some words have, by their lower bits: few others are taken for one of them. */
const BITS = 0x1ffff;
type Hashes = Uint8Array;
const add = (hashes: Hashes, hash: number) => {
  hashes[hash & BITS] = 1;
};
const mayHave = (hashes: Hashes, hash: number): boolean => hashes[hash & BITS] === 1;

/**
 * Base of the hash of a word, a polynomial of its code units: the hash of two words put together follows from theirs, so that
 * most pairs are known to make no word without being put together.
 */
const PRIME = 0x01000193;
const powers = [1];
for (let length = 1; length <= LONGEST; length++) powers.push(Math.imul(powers[length - 1] as number, PRIME));

/** The single blanks of some texts between two words of which one is rare and that together are a word of the document. */
export function findSplits(texts: readonly Excerpt[]): Split[] {
  const tokens = tokensOf(texts);
  const asked: Hashes = new Uint8Array(BITS + 1);
  const pairs = pairsOf(tokens, asked);
  if (pairs.length === 0) return [];
  const words = countWords(texts, tokens, asked);
  const splits: Split[] = [];
  let text = 0;
  for (const k of pairs) {
    while (k >= (tokens.counts[text] as number)) text++;
    const { value } = texts[text] as Excerpt;
    const first = words.get(wordAt(value, tokens, k - 1)) as Word;
    const second = words.get(wordAt(value, tokens, k)) as Word;
    const whole = words.get(first.value + second.value);
    if (!whole || (first.count > RARE && second.count > RARE)) continue;
    splits.push({ text, blank: Math.abs(tokens.ends[k - 1] as number), first, second, whole });
    first.beside++;
    second.beside++;
  }
  return splits;
}

function tokensOf(texts: readonly Excerpt[]): Tokens {
  const most = texts.reduce((sum, { value }) => sum + ((value.length + 1) >> 1), 0);
  const hashes = new Int32Array(most);
  const lengths = new Int32Array(most);
  const ends = new Int32Array(most);
  const counts: number[] = [];
  let count = 0;
  for (const { value } of texts) {
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
      hashes[count] = hash;
      lengths[count] = index - start;
      ends[count] = start === end + 1 && value.charCodeAt(end) === 0x20 ? -index : index;
      count++;
      end = index;
    }
    counts.push(count);
  }
  return { hashes, lengths, ends, counts };
}

/**
 * Indices of the words that may make one with the word before.
 *
 * @param asked gets the hashes of the words found, and of what they make
 */
function pairsOf({ hashes, lengths, ends, counts }: Tokens, asked: Hashes): number[] {
  const count = counts.at(-1) ?? 0;
  const known: Hashes = new Uint8Array(BITS + 1);
  for (let k = 0; k < count; k++) add(known, hashes[k] as number);
  const pairs: number[] = [];
  for (let k = 1; k < count; k++) {
    const length = lengths[k] as number;
    if ((ends[k] as number) > 0 || (lengths[k - 1] as number) + length > LONGEST) continue;
    const first = hashes[k - 1] as number;
    const second = hashes[k] as number;
    const whole = (Math.imul(first, powers[length] as number) + second) | 0;
    if (!mayHave(known, whole)) continue;
    add(asked, first);
    add(asked, second);
    add(asked, whole);
    pairs.push(k);
  }
  return pairs;
}

/** The words of a document that have one of the hashes asked for. */
function countWords(texts: readonly Excerpt[], tokens: Tokens, asked: Hashes): Map<string, Word> {
  const words = new Map<string, Word>();
  let k = 0;
  texts.forEach(({ value }, text) => {
    for (const end = tokens.counts[text] as number; k < end; k++) {
      if (!mayHave(asked, tokens.hashes[k] as number)) continue;
      const word = wordAt(value, tokens, k);
      const known = words.get(word);
      if (known) known.count++;
      else words.set(word, { value: word, count: 1, beside: 0 });
    }
  });
  return words;
}

function wordAt(value: string, { ends, lengths }: Tokens, k: number): string {
  const end = Math.abs(ends[k] as number);
  return value.slice(end - (lengths[k] as number), end);
}
