/** What characters are for: what a reading of a text asks of each, told by bits that go together. */

export const WHITE_SPACE = 1;
export const LINE_END = 2;
/** Steers how a line is shown. */
export const DIRECTION_MARK = 4;
/** Raised, and a character of its own: `²`. */
export const RAISED_DIGIT = 8;
/** An apostrophe or a hyphen, which stand within words. */
export const WORD_MARK = 16;

/** The code unit of a plain blank. */
export const BLANK = 0x20;

const kinds = new Uint8Array(0x10000);

function mark(characters: string, kind: number): void {
  for (let k = 0; k < characters.length; k++) (kinds[characters.charCodeAt(k)] as number) |= kind;
}

// as `\s` has it
mark(' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a', WHITE_SPACE);
mark('\u2028\u2029\u202f\u205f\u3000\ufeff', WHITE_SPACE);
mark('\n\v\f\r\u0085\u2028\u2029', LINE_END);
mark('\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069', DIRECTION_MARK);
mark('⁰¹²³⁴⁵⁶⁷⁸⁹', RAISED_DIGIT);
mark("’'‐‑-", WORD_MARK);

/** The kinds of a code unit. */
export const kindsOf = (code: number): number => kinds[code] as number;

/** Whether a code unit is white space. */
export const isBlank = (code: number): boolean => (kindsOf(code) & WHITE_SPACE) !== 0;

/** Whether a code unit is an apostrophe or a hyphen. */
export const isWordMark = (code: number): boolean => (kindsOf(code) & WORD_MARK) !== 0;
