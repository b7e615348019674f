/** Whether the time is linear: each trap of tests/traps.ts at two lengths, of which the second may not cost more by the megabyte. */
import { fromText, toAkn } from '../src/index.ts';
import { trapOf, traps } from '../tests/traps.ts';

/** More than this is growth, not noise: squared time would be 4. */
const GROWTH = 2;

/** Milliseconds by the megabyte of characters; NaN when it throws. */
function cost(text: string): { parse: number; write: number } {
  const megabytes = text.length / 1e6;
  try {
    const start = performance.now();
    const { tree } = fromText(text);
    const parsed = performance.now();
    toAkn(tree);
    return { parse: (parsed - start) / megabytes, write: (performance.now() - parsed) / megabytes };
  } catch {
    return { parse: Number.NaN, write: Number.NaN };
  }
}

/**
 * Prints a table of the traps.
 *
 * @param characters of the shorter text; the longer has four times as many
 * @param names of the traps wanted; none means all
 */
export function benchTraps(characters: number, names: readonly string[]): void {
  const chosen = names.length > 0 ? names : Object.keys(traps);
  const [short, long] = [characters, 4 * characters].map((size) => `${size / 1e6} MB`);
  console.log(`\ntraps: ms per MB, fromText and toAkn\n\n| trap | ${short} | | ${long} | | |\n|---|--:|--:|--:|--:|---|`);
  for (const name of chosen) {
    const trap = traps[name];
    if (!trap) throw new Error(`${JSON.stringify(name)} is none of ${Object.keys(traps).join(', ')}`);
    const first = cost(trapOf(trap, characters));
    const second = cost(trapOf(trap, 4 * characters));
    const linear = second.parse < first.parse * GROWTH && second.write < first.write * GROWTH;
    const figures = [first.parse, first.write, second.parse, second.write].map((figure) => figure.toFixed(0));
    console.log(`| ${[name, ...figures, linear ? '' : 'NOT LINEAR'].join(' | ')} |`);
  }
}
