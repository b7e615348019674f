/** How the data of a language is put together; no word of any language stands here. */

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
  new RegExp(`^${before}(?:${forms.join('|')})(?!\\p{L})`, 'u');

/** What may follow an opening, as one pattern; each begins with its blank and ends with a word. */
export const following = (...forms: string[]): RegExp => new RegExp(` (?:${forms.join('|')})(?!\\p{L})`, 'uy');
