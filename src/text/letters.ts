/** What is a letter, and what belongs to a word: asked of Unicode once for each code unit. Halves of pairs are no letters of the UN's scripts. */

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{N}/u;
const UNKNOWN = 0;
const A_LETTER = 1;
const A_DIGIT = 2;
const ANOTHER = 3;
const kinds = new Uint8Array(0x10000);

function ask(code: number): void {
  const character = String.fromCharCode(code);
  kinds[code] = LETTER.test(character) ? A_LETTER : DIGIT.test(character) ? A_DIGIT : ANOTHER;
}

/** Whether a code unit is a letter, or a mark that goes with one. */
export function isLetter(code: number): boolean {
  if (kinds[code] === UNKNOWN) ask(code);
  return kinds[code] === A_LETTER;
}

/** Whether it is a letter or a digit. */
export function isAlphanumeric(code: number): boolean {
  if (kinds[code] === UNKNOWN) ask(code);
  return kinds[code] !== ANOTHER;
}
