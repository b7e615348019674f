/**
 * Words that a blank may have split, `particul ier`: two that stand side by side and make a word of the document. Each pair of a
 * document is asked, so words are counted and compared by their hashes, and read only where these say that it may be so.
 */
import type { Excerpt } from '../source.ts';
import { firstWhere } from './matches.ts';
import { PRIME, type Tokens } from './tokens.ts';

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

/** The hash of two words put together follows from theirs, so that most pairs are known to make no word without being put together. */
const powers = [1];
for (let length = 1; length <= LONGEST; length++) powers.push(Math.imul(powers[length - 1] as number, PRIME));

/**
 * The single blanks of some texts between two words of which one is rare and that together are a word of the document.
 *
 * @param tokens the words of those texts, and of others of the document that only show its words
 * @param count how many texts
 */
export function findSplits(tokens: Tokens, count: number): Split[] {
  const table = countWords(tokens);
  const words = new Map<number, Word>();
  const wordIn = (slot: number): Word => {
    let word = words.get(slot);
    if (!word) {
      word = { value: valueAt(table.firsts[slot] as number, tokens), count: table.counts[slot] as number, beside: 0 };
      words.set(slot, word);
    }
    return word;
  };
  const splits: Split[] = [];
  for (const { first, second, whole, before } of pairsIn(tokens, table)) {
    const split = { first: wordIn(first), second: wordIn(second), whole: wordIn(whole) };
    // other words may have the same hash
    if (split.whole.value !== split.first.value + split.second.value) continue;
    split.first.beside++;
    split.second.beside++;
    const text = textOf(before, tokens);
    if (text < count) splits.push({ ...split, text, blank: Math.abs(tokens.ends[before] as number) });
  }
  return splits;
}

/**
 * How often words stand in a document, by their hashes: a table with open addresses, at most half full. Two words of one hash
 * count as one; one document in several thousand has such two, and what is joined is read first.
 */
interface Table {
  /** The hash that has a slot, where something is counted in it. */
  hashes: Int32Array;
  counts: Int32Array;
  /** Which of the tokens was the first to have it. */
  firsts: Int32Array;
}

/** The slot of a hash, or the empty one that it would take. */
function slotOf(hash: number, { hashes, counts }: Table): number {
  const last = counts.length - 1;
  let slot = hash & last;
  while (counts[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & last;
  return slot;
}

function countWords({ hashes, bounds }: Tokens): Table {
  const count = bounds.at(-1) ?? 0;
  const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
  const table: Table = { hashes: new Int32Array(size), counts: new Int32Array(size), firsts: new Int32Array(size) };
  for (let k = 0; k < count; k++) {
    const hash = hashes[k] as number;
    const slot = slotOf(hash, table);
    if (table.counts[slot] === 0) {
      table.hashes[slot] = hash;
      table.firsts[slot] = k;
    }
    (table.counts[slot] as number)++;
  }
  return table;
}

/** Two words beside each other, of which one is rare, and the word that they make, by their slots. */
interface Pair {
  first: number;
  second: number;
  whole: number;
  /** Which of the tokens is the first of the two. */
  before: number;
}

function pairsIn({ hashes, lengths, ends, bounds }: Tokens, table: Table): Pair[] {
  const count = bounds.at(-1) ?? 0;
  const pairs: Pair[] = [];
  for (let k = 1; k < count; k++) {
    const length = lengths[k] as number;
    if ((ends[k] as number) > 0 || (lengths[k - 1] as number) + length > LONGEST) continue;
    const whole = slotOf((Math.imul(hashes[k - 1] as number, powers[length] as number) + (hashes[k] as number)) | 0, table);
    if (table.counts[whole] === 0) continue;
    const first = slotOf(hashes[k - 1] as number, table);
    const second = slotOf(hashes[k] as number, table);
    if ((table.counts[first] as number) > RARE && (table.counts[second] as number) > RARE) continue;
    pairs.push({ first, second, whole, before: k - 1 });
  }
  return pairs;
}

function valueAt(k: number, tokens: Tokens): string {
  const { value } = tokens.texts[textOf(k, tokens)] as Excerpt;
  const end = Math.abs(tokens.ends[k] as number);
  return value.slice(end - (tokens.lengths[k] as number), end);
}

/** Which of the texts a token stands in. */
const textOf = (k: number, { bounds }: Tokens): number => firstWhere(bounds, (bound) => bound > k);
