/** Where paragraphs begin in a text that the page has not broken into lines. */
import type { Language } from '../language/index.ts';
import type { Paragraph } from './measure.ts';
import { opens, PARAGRAPH } from './openings.ts';
import type { Signs } from './signs.ts';

/** Longer than any heading. */
const SENTENCE = 300;
/** Longer than a heading that a paragraph in lower case could follow. */
const LONG = 60;
const HAN = /\p{Script=Han}/u;

/** Characters of a line; a Chinese one says as much as two of others. */
const lengthOf = ({ line: { excerpt } }: Signs) => excerpt.value.length * (HAN.test(excerpt.value.slice(0, 8)) ? 2 : 1);

/** One paragraph on each line; only a sentence that visibly goes on makes two lines one. */
export function startsUnwrapped(
  { first, last }: Paragraph,
  line: Signs,
  { numbered, goesOn, language }: { numbered: boolean; goesOn: boolean; language: Language },
): boolean {
  const { open } = last;
  const newPage = line.line.page !== last.line.page;
  if (numbered) return true;
  if (line.line.gap === 0 && !newPage) return !(goesOn && (open || last.line.hardBreak));
  const length = lengthOf(last);
  // `… PERU,**** ⏎ ⏎ POLAND,*** QATAR`
  const listed = last.bare.endsWith(',') && length > LONG && lengthOf(line) > LONG && !opens(line, language);
  if (newPage) return !((open && length > LONG) || listed || (goesOn && !/[.;]$/.test(last.text)));
  // `… la Conférence des Parties à la ⏎ ⏎ Convention est chargée …;`: no heading is numbered or so long, and none ends so
  const isSentence = length > (PARAGRAPH.test(first.line.excerpt.value) ? LONG : SENTENCE);
  if (open && isSentence && lengthOf(line) > LONG && /[.,;:]$/.test(line.bare)) return false;
  // a page that ended without notes: `… de l’enfant, ⏎ ⏎ concernant l’implication`; below a list these are its closing words
  const isItem = first.number > 0 && !/^\d/.test(first.text);
  return !((open || (last.bare.endsWith(',') && !isItem)) && length > LONG && goesOn);
}
