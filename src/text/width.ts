/**
 * How wide a line is on the page, in ems, from its characters: a line that is not full ends its paragraph.
 *
 * The widths are those of Times (Adobe's font metrics, in hundredths of an em); the UN sets its documents in it, and other
 * book faces keep its proportions.
 */
const TIMES: Record<string, string> = {
  '25': ' \u00a0.,',
  '28': 'ijlt:;/\\',
  '33': "fr'’‘-‐‑()[]!I",
  '39': 'sJ',
  '44': 'aceéèêëçàâzE?“”"áóíú',
  '50': 'bdghknopquvxyôöûùüñ0123456789«»–*_$#',
  '56': 'FPS',
  '61': 'EÉLTZ',
  '67': 'BCRÇ',
  '72': 'AÀDGHKNOQUVXYw&',
  '78': 'm',
  '89': 'M',
  '94': 'W—',
};

const widths = new Map<string, number>();
for (const [width, characters] of Object.entries(TIMES)) for (const character of characters) widths.set(character, Number(width) / 100);

const FULL_WIDTH = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

function widthOfOther(character: string): number {
  if (FULL_WIDTH.test(character)) return 1;
  if (/\p{M}/u.test(character)) return 0;
  return /\p{Lu}/u.test(character) ? 0.68 : 0.48;
}

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    let own = widths.get(character);
    if (own === undefined) {
      own = widthOfOther(character);
      widths.set(character, own);
    }
    width += own;
  }
  return width;
}
