/** The words of texts, looked through for a few: most words of a document are wanted by nobody, and none is made a string for that. */
import { lowerOf } from './letters.ts';
import { eachToken, type Tokens } from './tokens.ts';

/**
 * How often each of some words in lower case stands in texts; those that do not are left out.
 *
 * @param count how many of the texts; all by default
 */
export function countWanted(words: Iterable<string>, tokens: Tokens, count?: number): Map<string, number> {
  const wanted = new Set(words);
  const keys = new Set([...wanted].map((word) => keyOf(word, 0, word.length)));
  const counts = new Map<string, number>();
  const countWord = (text: string, start: number, end: number) => {
    if (!keys.has(keyOf(text, start, end))) return;
    const word = text.slice(start, end).toLowerCase();
    if (wanted.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  eachToken(tokens, countWord, count);
  return counts;
}

/** What few words have in common: the length, the first letter and the last. */
const keyOf = (text: string, start: number, end: number): number =>
  ((end - start) << 24) ^ (lowerOf(text.charCodeAt(start)) << 10) ^ lowerOf(text.charCodeAt(end - 1));
