/** The items of an agenda or a programme of work, which begin with a word and their number. */
import type { Signs } from './signs.ts';

/** `Point 1. Développement social`, folded. */
const DESIGNATION = /^(\p{L}{2,12}) ?(\d{1,3})[.:](?= |\p{Lo}|$)/u;
/** The same, of any characters: it tells most lines apart without asking what a letter is. */
const WORD_AND_NUMBER = /^[^ \d]{2,12} ?\d{1,3}[.:]/;
const FEWEST_DESIGNATIONS = 3;

/** Lines that begin with the same word and the numbers from 1 on: `Point 1. Développement social`, `Point 2. …`. */
export function designatedLines(lines: readonly Signs[]): Set<Signs> {
  const runs = new Map<string, Signs[]>();
  for (const line of lines) {
    if (!WORD_AND_NUMBER.test(line.text)) continue;
    const [, word = '', number] = DESIGNATION.exec(line.text) ?? [];
    const run = runs.get(word) ?? [];
    if (Number(number) !== run.length + 1) continue;
    run.push(line);
    runs.set(word, run);
  }
  return new Set([...runs.values()].filter((run) => run.length >= FEWEST_DESIGNATIONS).flat());
}
