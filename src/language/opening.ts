/**
 * Where the opening phrase of a paragraph ends. Texts without italics do not say: the words have to.
 */
import { isLetter } from '../text/letters.ts';
import { ADORNMENTS, type Openings } from './index.ts';

/** No opening on record is longer, and a paragraph may be: the search looks no further. */
const REACH = 160;

/**
 * Written or left out at will (`تسلّم`, `تسلم`; a soft hyphen; a direction mark; the blanks that fill a line behind the first
 * one): the phrases on record are without them.
 */
const UNWRITTEN = `[${ADORNMENTS}\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]`;
const SILENT = new RegExp(`${UNWRITTEN}|(?<= ) `, 'g');
/** Whether there is any: most paragraphs have none, and are told so at less cost. */
const HAS_SILENT = new RegExp(`${UNWRITTEN}| {2}`);

/** Stands before the words of a paragraph that is quoted or bracketed. */
const LEAD = /^[\s"'([]*/;

/** A phrase ends where its word does. Chinese writes no blanks: there a phrase may end anywhere. */
const END = '(?:(?<=\\p{Script=Han})|(?![\\p{L}\\p{N}]))';

const recorded = new WeakMap<Openings, RegExp>();

/** The phrases on record as one pattern, the longest first, so that the first that matches is the longest. */
function recordOf(openings: Openings): RegExp {
  let pattern = recorded.get(openings);
  if (!pattern) {
    const phrases = openings.phrases.split('|').sort((a, b) => b.length - a.length);
    pattern = new RegExp(`^(?:${phrases.join('|')})${END}`, 'u');
    recorded.set(openings, pattern);
  }
  return pattern;
}

/** The end of the modifiers that follow, each beginning with its blank, from `start`. */
function prolong(text: string, start: number, modifiers: RegExp): number {
  let end = start;
  for (;;) {
    modifiers.lastIndex = end;
    const next = modifiers.exec(text);
    if (!next?.[0]) return end;
    end = modifiers.lastIndex;
  }
}

/**
 * The length of the opening phrase of a paragraph: its preambular phrase (`Recalling also`) or operative verb (`Calls upon`).
 *
 * Two readings compete, each with the modifiers that follow it: the longest phrase on record, and the form that the grammar of
 * the language gives to an opening on no list. The longer one wins: the record knows `Takes note`, the form only `Takes`.
 *
 * @param folded a paragraph without its number, folded (see `fold`); only its first 160 characters are looked at
 * @param openings `language.preambular` or `language.operative`
 * @returns the length in UTF-16 code units from the start of `folded`, 0 if the paragraph opens otherwise. A quotation mark or
 *   bracket before the phrase is counted, and so is the Arabic conjunction written with its word (`وإذ تشير`).
 * @example
 * openingPhrase('recalling also its resolution 64/293', english.preambular) // 14
 */
export function openingPhrase(folded: string, openings: Openings): number {
  const lead = isLetter(folded.charCodeAt(0)) ? 0 : (LEAD.exec(folded.slice(0, REACH)) as RegExpExecArray)[0].length;
  const printed = folded.slice(lead, lead + REACH);
  const words = HAS_SILENT.test(printed) ? printed.replace(SILENT, '') : printed;
  let length = 0;
  for (const reading of [recordOf(openings), openings.form]) {
    const found = reading.exec(words);
    if (found?.[0]) length = Math.max(length, prolong(words, found[0].length, openings.modifiers));
  }
  if (length === 0) return 0;
  if (words === printed) return lead + length;
  // silent characters inside the phrase, and at its end, are part of it
  let end = length;
  for (const { index } of printed.matchAll(SILENT)) if (index <= end) end++;
  return lead + end;
}
