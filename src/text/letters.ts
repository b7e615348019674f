/** What is a letter, and what belongs to a word: asked of Unicode once for each code unit. Halves of pairs are no letters of the UN's scripts. */

const LETTER = /[\p{L}\p{M}]/u;
const HAN = /\p{Script=Han}/u;
const DIGIT = /\p{N}/u;
const UNKNOWN = 0;
const ANOTHER = 1;
const A_DIGIT = 2;
const A_LETTER = 3;
const A_HAN = 4;
const kinds = new Uint8Array(0x10000);

/** @param unit a code unit; NaN, which stands beyond the ends of a text, is none of these */
function kindOf(unit: number): number {
  const code = unit & 0xffff;
  const known = kinds[code] as number;
  if (known !== UNKNOWN) return known;
  const character = String.fromCharCode(code);
  const kind = !LETTER.test(character) ? (DIGIT.test(character) ? A_DIGIT : ANOTHER) : HAN.test(character) ? A_HAN : A_LETTER;
  kinds[code] = kind;
  return kind;
}

/** Whether a code unit is a letter, or a mark that goes with one. */
export const isLetter = (code: number): boolean => kindOf(code) >= A_LETTER;

/** Whether it is a letter or a digit. */
export const isAlphanumeric = (code: number): boolean => kindOf(code) >= A_DIGIT;

const lowers = new Uint16Array(0x10000);

/** What a code unit is in lower case. */
export function lowerOf(unit: number): number {
  const code = unit & 0xffff;
  const known = lowers[code] as number;
  if (known !== 0) return known;
  const lower = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  lowers[code] = lower;
  return lower;
}

export const LOWER_CASE = /\p{Ll}/u;

/** Where the letters begin that stand before an offset, none of them before `least`. */
export function wordStart(text: string, end: number, least = 0): number {
  let start = end;
  while (start > least && isLetter(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the letters end that stand at an offset, none of them from `most` on. */
export function wordEnd(text: string, start: number, most = text.length): number {
  let end = start;
  while (end < most && isLetter(text.charCodeAt(end))) end++;
  return end;
}

/** Where the word begins with which a text ends; its length when it ends otherwise. Chinese writes no blanks: there a character is a word. */
export function lastWordStart(text: string): number {
  const end = text.length;
  if (end > 0 && kindOf(text.charCodeAt(end - 1)) === A_HAN) return end - 1;
  let start = end;
  while (start > 0 && kindOf(text.charCodeAt(start - 1)) === A_LETTER) start--;
  return start;
}
