/**
 * How the data of a language is put together; no word of any language stands here.
 *
 * Patterns name the letters of their language in a few ranges. `\p{L}` is six hundred, which V8 writes out wherever it stands, as it
 * does each repetition of `{0,3}`, though not of `{0,4}`; and once there are sixteen megabytes of code in a process, it optimises no
 * pattern any more. `*` will not do: what may be read in two ways is tried in all, and openings of 160 characters have many.
 */

/** The letters of all six, folded. */
const LETTER = 'a-z\u00df-\u024f\u0430-\u045f\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u4e00-\u9fff';

/** Alternatives for a pattern, the longest first: `vingt et unième` must be tried before `vingt`. */
export const anyOf = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');

/** A table of ordinals, with the figures 1 to 100: `57º período de sesiones` is looked up like `seventy-ninth session`. */
export const ordinalTable = (words: Iterable<readonly [string, number]>): ReadonlyMap<string, number> =>
  new Map([...words, ...Array.from({ length: 100 }, (_, k): [string, number] => [String(k + 1), k + 1])]);

/** Ordinals with a number before them, as the meetings of the first sessions have it: `two hundred and` → 200. */
export const above = (
  ordinals: readonly (readonly [string, number])[],
  ...hundreds: (readonly [string, number])[]
): (readonly [string, number])[] =>
  hundreds.flatMap(([words, hundred]) => ordinals.map(([word, value]) => [`${words} ${word}`, hundred + value] as const));

/**
 * The forms that an opening may take, as one pattern for the start of a paragraph; each ends with a word. `before` is what may
 * stand before all of them, empty in languages whose adverbs follow.
 */
export const opening = (before: string, ...forms: string[]): RegExp =>
  new RegExp(`^${before}(?:${forms.join('|')})(?![${LETTER}])`, 'u');

/** What may follow an opening, as one pattern; each begins with its blank and ends with a word. */
export const following = (...forms: string[]): RegExp => new RegExp(` (?:${forms.join('|')})(?![${LETTER}])`, 'uy');
