/** Finding patterns in a text, and looking up by offset what was found. */

/**
 * All matches of a global pattern.
 *
 * `matchAll` copies the pattern at each call, which for a paragraph costs more than the search.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
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
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match.index > 0 && IN_WORD.test(text.charAt(match.index - 1))) pattern.lastIndex = match.index + 1;
    else found.push(match);
  }
  return found;
}

/** Index of the first of the items, which ascend, that starts at `offset` or after it; their number if none does. */
export function firstFrom(items: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { start: number }).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
