/** Finding patterns in a text, and looking up by offset what was found. */

/**
 * All matches of a global pattern.
 *
 * `matchAll` copies the pattern at each call, which for a paragraph costs more than the search.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  return matchesFrom(pattern, text, () => true);
}

/** The matches that begin at an offset which is admitted; those at others are looked for again one character on. */
function matchesFrom(pattern: RegExp, text: string, admits: (offset: number) => boolean): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const admitted = admits(match.index);
    if (admitted) found.push(match);
    if (!admitted || match[0] === '') pattern.lastIndex = match.index + 1;
  }
  return found;
}

/** A letter that belongs to a word; Chinese writes none. */
const IN_WORD = /[^\P{L}\p{Script=Han}]/u;

/**
 * The matches of a global pattern that begin where a word does.
 *
 * A lookbehind in the pattern would be tried at every character, and cost more than the rest of it.
 */
export function wordsOf(pattern: RegExp, text: string): RegExpExecArray[] {
  return matchesFrom(pattern, text, (offset) => offset === 0 || !IN_WORD.test(text.charAt(offset - 1)));
}

/**
 * Index of the first of some items that fulfils a condition, as all behind it do; their number if none does.
 *
 * @param from none before this index is looked at
 */
export function firstWhere<Item>(items: readonly Item[], fulfils: (item: Item) => boolean, from = 0): number {
  let low = from;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fulfils(items[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first of the items, which ascend, that starts at `offset` or after it; their number if none does. */
export const firstFrom = (items: readonly { start: number }[], offset: number): number =>
  firstWhere(items, ({ start }) => start >= offset);
