/** Items of an agenda, which all languages number alike: `58 (a) and (b)`. */

/**
 * The agenda items that a line names, in normal form. A letter counts where a bracket or a comma follows it, so that the
 * words between two items do not.
 *
 * @param items folded: what stands between the key words
 * @example
 * agendaItemsOf('58 a) et b) et 117') // ['58(a)', '58(b)', '117']
 * agendaItemsOf('14, c,') // ['14(c)']
 */
export function agendaItemsOf(items: string): string[] {
  const found: string[] = [];
  let item: string | undefined;
  for (const [, number, letter] of items.matchAll(/(\d{1,3})|(?<!\p{L})(\p{L}{1,2})(?=[(),]|$)/gu)) {
    if (number) {
      item = number;
      found.push(item);
    } else if (item) {
      if (found.at(-1) === item) found.pop();
      found.push(`${item}(${letter})`);
    }
  }
  return found;
}
