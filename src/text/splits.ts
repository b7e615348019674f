/**
 * Words that a blank may have split, `particul ier`: two that stand side by side and make a word of the document. Each pair of a
 * document is asked, so words are counted and compared by their hashes, and read only where these say that it may be so.
 */
import type { Excerpt } from '../source.ts';
import { isLetter } from './letters.ts';
import { firstWhere } from './matches.ts';

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

const BLANK = ' '.charCodeAt(0);
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
  /** Behind the last word of each text. */
  bounds: number[];
}

/**
 * Base of the hash of a word, a polynomial of its code units: the hash of two words put together follows from theirs, so that
 * most pairs are known to make no word without being put together.
 */
const PRIME = 0x01000193;
const powers = [1];
for (let length = 1; length <= LONGEST; length++) powers.push(Math.imul(powers[length - 1] as number, PRIME));

/**
 * The single blanks of some texts between two words of which one is rare and that together are a word of the document.
 *
 * @param others texts of the document that only show its words
 */
export function findSplits(texts: readonly Excerpt[], others: readonly Excerpt[]): Split[] {
  const all = [...texts, ...others];
  const tokens = tokensOf(all);
  const table = countWords(tokens);
  const words = new Map<number, Word>();
  const wordIn = (slot: number): Word => {
    let word = words.get(slot);
    if (!word) {
      word = { value: valueAt(table.firsts[slot] as number, all, tokens), count: table.counts[slot] as number, beside: 0 };
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
    if (text < texts.length) splits.push({ ...split, text, blank: Math.abs(tokens.ends[before] as number) });
  }
  return splits;
}

function tokensOf(texts: readonly Excerpt[]): Tokens {
  const most = texts.reduce((sum, { value }) => sum + ((value.length + 1) >> 1), 0);
  const hashes = new Int32Array(most);
  const lengths = new Int32Array(most);
  const ends = new Int32Array(most);
  const bounds: number[] = [];
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
      ends[count] = end >= 0 && start === end + 1 && value.charCodeAt(end) === BLANK ? -index : index;
      count++;
      end = index;
    }
    bounds.push(count);
  }
  return { hashes, lengths, ends, bounds };
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

function valueAt(k: number, texts: readonly Excerpt[], tokens: Tokens): string {
  const { value } = texts[textOf(k, tokens)] as Excerpt;
  const end = Math.abs(tokens.ends[k] as number);
  return value.slice(end - (tokens.lengths[k] as number), end);
}

/** Which of the texts a token stands in. */
const textOf = (k: number, { bounds }: Tokens): number => firstWhere(bounds, (bound) => bound > k);
