/** The words of texts, looked through for a few: most words of a document are wanted by nobody, and none is made a string for that. */
import type { Excerpt } from '../source.ts';
import { wordEnd } from './letters.ts';

/** Visits each word of some texts: it stands, in lower case, at [start, end) of what is handed over. */
export function eachWord(texts: readonly Excerpt[], visit: (text: string, start: number, end: number) => void): void {
  for (const { value } of texts) {
    const text = value.toLowerCase();
    for (let start = 0; start < text.length; ) {
      const end = wordEnd(text, start);
      if (end > start) visit(text, start, end);
      start = end + 1;
    }
  }
}

/** How often each of some words in lower case stands in texts; those that do not are left out. */
export function countWanted(words: Iterable<string>, texts: readonly Excerpt[]): Map<string, number> {
  const wanted = new Set(words);
  const keys = new Set([...wanted].map((word) => keyOf(word, 0, word.length)));
  const counts = new Map<string, number>();
  eachWord(texts, (text, start, end) => {
    if (!keys.has(keyOf(text, start, end))) return;
    const word = text.slice(start, end);
    if (wanted.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  });
  return counts;
}

/** What few words have in common: the length, the first letter and the last. */
const keyOf = (text: string, start: number, end: number): number =>
  ((end - start) << 24) ^ (text.charCodeAt(start) << 10) ^ text.charCodeAt(end - 1);
