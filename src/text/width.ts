/**
 * How wide a line is on the page, in ems, from its characters: a line that is not full ends its paragraph.
 *
 * The widths are those of Times, rounded by class; the UN sets its documents in it, and other book faces differ little.
 */
const NARROW = /[ijltfrI.,;:'’‘!|()[\]/-]/;
const WIDE = /[mwMW—%œæŒÆ@]/;
const CAPITAL = /\p{Lu}/u;
const FULL = /[\p{Script=Han}　-〿＀-￯]/u;

const widths = new Map<string, number>();

function widthOfCharacter(character: string): number {
  if (character === ' ' || character === '\u00a0') return 0.25;
  if (FULL.test(character)) return 1;
  if (NARROW.test(character)) return 0.3;
  if (WIDE.test(character)) return 0.78;
  if (CAPITAL.test(character)) return 0.68;
  return 0.47;
}

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    let own = widths.get(character);
    if (own === undefined) {
      own = widthOfCharacter(character);
      widths.set(character, own);
    }
    width += own;
  }
  return width;
}
