/** How lines that open a paragraph begin. */
import type { Language } from '../language/index.ts';
import { openingPhrase } from '../language/opening.ts';
import type { Signs } from './signs.ts';

/** `36. Takes note`: after one or two lines these were a heading. */
export const PARAGRAPH = /^\d{1,3}(?:\.| ?-) {1,3}[\p{Lu}\p{Lo}]/u;

/** With a preambular phrase or an operative verb. */
export const opens = (line: Signs, language: Language) =>
  opensParagraph(line, language) || openingPhrase(line.text, language.operative) > 0;

/** With an operative verb, in capitals: `Decide que`; not the last of `the Great Chiefs, ⏎ Chiefs, Presidents`. */
export const opensOperative = ({ text, uppercase }: Signs, { operative }: Language) =>
  uppercase && !/^\S+,/.test(text) && openingPhrase(text, operative) > 0;

/** With a preambular phrase. */
export const opensParagraph = ({ text }: Signs, { preambular }: Language) => openingPhrase(text, preambular) > 0;

/** With the number of a paragraph and an operative verb. */
export const opensNumbered = ({ line, text, number }: Signs, { operative }: Language) =>
  PARAGRAPH.test(line.excerpt.value) && openingPhrase(text.slice(number), operative) > 0;

/** `L’Assemblée générale,` of a draft that is quoted; `At its 55th plenary meeting, on …`, as the paragraphs of decisions begin. */
export function opensAnew({ text }: Signs, { formula, meeting }: Language): boolean {
  if (formula.test(text)) return true;
  const clause = text.slice(0, text.indexOf(','));
  const number = clause.search(/\d/);
  return number > 0 && number < 12 && meeting.test(clause.slice(number));
}
