/** The words of texts, as one reading finds them: where each stands, and what it is known by again without being made a string. */
import type { Excerpt } from '../source.ts';
import { BLANK } from './characters.ts';
import { isLetter } from './letters.ts';

/** The words of some texts in order. */
export interface Tokens {
  texts: readonly Excerpt[];
  /** A polynomial of the code units of each, to the base `PRIME`. */
  hashes: Int32Array;
  lengths: Int32Array;
  /** Where each ends in its text; negative where just one blank stands before the word. */
  ends: Int32Array;
  /** Behind the last word of each text. */
  bounds: number[];
}

/** Base of the hashes. */
export const PRIME = 0x01000193;
/** Ends the last word of a text. */
const BEYOND = 0;

export function tokensOf(texts: readonly Excerpt[]): Tokens {
  const most = texts.reduce((sum, { value }) => sum + ((value.length + 1) >> 1), 0);
  const hashes = new Int32Array(most);
  const lengths = new Int32Array(most);
  const ends = new Int32Array(most);
  const bounds: number[] = [];
  let count = 0;
  for (const { value } of texts) {
    let start = 0;
    let hash = 0;
    let apart = true;
    for (let index = 0; index <= value.length; index++) {
      const code = index < value.length ? value.charCodeAt(index) : BEYOND;
      if (isLetter(code)) {
        hash = (Math.imul(hash, PRIME) + code) | 0;
        continue;
      }
      if (index > start) {
        hashes[count] = hash;
        lengths[count] = index - start;
        ends[count] = apart ? index : -index;
        count++;
        apart = code !== BLANK;
      } else apart = true;
      start = index + 1;
      hash = 0;
    }
    bounds.push(count);
  }
  return { texts, hashes, lengths, ends, bounds };
}

/**
 * Visits each word of the first texts.
 *
 * @param count how many texts; all by default
 * @param visit is given the text of a word, [start, end) of it there, and which of the texts it is
 */
export function eachToken(
  { texts, lengths, ends, bounds }: Tokens,
  visit: (value: string, start: number, end: number, text: number) => void,
  count = texts.length,
): void {
  let k = 0;
  for (let text = 0; text < count; text++) {
    const { value } = texts[text] as Excerpt;
    for (; k < (bounds[text] as number); k++) {
      const end = Math.abs(ends[k] as number);
      visit(value, end - (lengths[k] as number), end, text);
    }
  }
}
