/** What goes on with the line above, however short that is: after an article, inside a bracket, after the end of a page. */
import { breaksOff, type Language } from '../language/index.ts';
import { lastWordStart } from './letters.ts';
import type { Paragraph } from './measure.ts';
import { opens } from './openings.ts';
import type { Signs } from './signs.ts';

const HAN = /\p{Script=Han}/u;
/** What a word may go on with. */
const BEFORE_WORD = /^[\p{L}\d)"*] $/u;

/**
 * `…, salvo los`, `第2744(`, `第63/`: whatever its width, a line goes on after these; but not after `…; and`. Extractions put the
 * words of an Arabic line in another order. The call of a note is none of these: `…, 3/`.
 */
export function isUnfinished({ text, bare, open }: Signs, next: Signs, language: Language): boolean {
  if (language.endings) return false;
  if (bare !== text && text.endsWith('/')) return /^\d/.test(next.text);
  if (text.endsWith('(') || text.endsWith('/')) return /(?:^|[\p{L}\d]) ?[(/]$/u.test(text.slice(-LONGEST_END));
  return open && breaksOff(text, language) && isSecondWord(text, lastWordStart(text));
}

/** Whether something stands before the word at an offset with which it goes on; Chinese words stand side by side. */
const isSecondWord = (text: string, start: number): boolean =>
  HAN.test(text.charAt(start)) || BEFORE_WORD.test(text.slice(start - 2, start));

/** Characters at the end of a line that tell whether it is finished. */
const LONGEST_END = 24;

/** `(n⏎o ⏎ ⏎ 29)` closes a bracket and numbers nothing. */
export function closesBracket({ text }: Signs, above: Signs): boolean {
  return /^[^(]{1,4}\)/.test(text) && above.bare.lastIndexOf('(') > above.bare.lastIndexOf(')');
}

/**
 * Whether a paragraph that a blank line would end goes on after the end of its page: blank lines are round the page's foot and the
 * next one's head. A heading is shorter: `… et suggère que la ⏎ Commission examine`.
 */
export function goesOnOverleaf({ last, count }: Paragraph, line: Signs, language: Language): boolean {
  if (line.number > 0) return false;
  const longest = /^\p{Lo}/u.test(line.text) ? HEADING / 2 : HEADING;
  if (last.open) return line.lowercase || count > 1 || last.text.length > longest;
  return last.bare.endsWith(',') && ((line.lowercase && !language.opensInLowerCase) || !opens(line, language));
}

/** Characters of a heading's line, at most, where it may end a page. */
const HEADING = 60;
