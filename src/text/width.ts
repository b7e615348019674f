/**
 * How wide a line is on the page, in ems, from its characters: a line that is not full ends its paragraph.
 *
 * The widths are those of Times (Adobe's font metrics, in hundredths of an em); the UN sets its documents in it, and other
 * book faces keep its proportions.
 */
import type { Line } from './lines.ts';

const TIMES: Record<string, string> = {
  '41': 'гэ',
  '25': ' \u00a0.,',
  '28': 'ijlt:;/\\',
  '33': "fr'’‘-‐‑()[]!I",
  '39': 'sJз',
  '44': 'асетяьaceéèêëçàâzE?“”"áóíú',
  '50': 'бвдклорухчъЗbdghknopquvxyôöûùüñ0123456789«»–*_$#',
  '54': 'ийнпц',
  '56': 'FPSБГР',
  '61': 'EÉLTZЕТмф',
  '67': 'BCRÇыжВДКЛСЧЭЯ',
  '72': 'юАИЙНОПУХЦAÀDGHKNOQUVXYw&',
  '78': 'mшщФ',
  '89': 'MЖМЫ',
  '101': 'ШЩЮ',
  '94': 'W—',
};

/** Hundredths of an em by code unit, 0 where not yet known. */
const widths = new Uint8Array(0x10000);
for (const [width, characters] of Object.entries(TIMES))
  for (const character of characters) widths[character.charCodeAt(0)] = Number(width);

const FULL_WIDTH = /[\p{Script=Han}\u3000-\u303f\u3200-\u32ff\uff00-\uffef]/u;
const HAN = /\p{Script=Han}/u;
/** Marks that are as wide as Chinese characters beside them: `“中央总参谋部”`. */
const shared = new Uint8Array(0x10000);
for (const mark of '“”‘’…·—') shared[mark.charCodeAt(0)] = 1;

/** A combining mark has no width of its own, here the least there is: 0 stands for unknown. */
function widthOfOther(character: string): number {
  if (FULL_WIDTH.test(character)) return 100;
  if (/\p{M}/u.test(character)) return 1;
  return /\p{Lu}/u.test(character) ? 68 : 48;
}

export function widthOf(text: string): number {
  let width = 0;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    if (widths[code] === 0) widths[code] = widthOfOther(String.fromCharCode(code));
    width += isShared(text, k) ? 100 : (widths[code] as number);
  }
  return width / 100;
}

/** Whether the mark at an offset is as wide as the Chinese characters beside it. */
const isShared = (text: string, k: number): boolean =>
  shared[text.charCodeAt(k)] === 1 && (FULL_WIDTH.test(text.charAt(k - 1)) || FULL_WIDTH.test(text.charAt(k + 1)));

/** Columns that a text takes where all characters are equally wide; Chinese ones take two. */
export function columnsOf(text: string): number {
  let columns = text.length;
  if (HAN.test(text)) for (let k = 0; k < text.length; k++) if (FULL_WIDTH.test(text.charAt(k)) || isShared(text, k)) columns++;
  return columns;
}

/** The width of a line, which several stages ask for. */
export function widthOfLine(line: Line): number {
  line.width ??= widthOf(line.excerpt.value);
  return line.width;
}

/** Lines that are enough to know a page's width by, and characters of one. */
const LINES = 500;
const CHARACTERS = 200;

/**
 * The width of a full line, in ems.
 *
 * @param share of the lines that keep within it
 */
export function fullWidth(lines: readonly Line[], share: number): number {
  return quantile(
    lines.slice(0, LINES).map((line) => {
      const { value } = line.excerpt;
      return value.length <= CHARACTERS ? widthOfLine(line) : widthOf(value.slice(0, CHARACTERS));
    }),
    share,
  );
}

/** The length of a full line, in characters. */
export function fullLength(lines: readonly Line[]): number {
  return quantile(
    lines.map(({ excerpt }) => excerpt.value.length),
    0.9,
  );
}

/** The value that a share of the values stay below; 0 of none. */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
