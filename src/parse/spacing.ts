/**
 * Matching that need not mind blanks. Extraction leaves some inside words (`Nations Uni es`, `de l ’ordre du jour`), puts them
 * round the figures of Chinese, and drops others (`at its 4168th meeting, on5 July 2000`). In running text such a word is
 * repaired on evidence; where the vocabulary is closed, as in a masthead, the vocabulary is the evidence.
 */
import { ADORNMENTS, fold, type Language } from '../language/index.ts';
import { type FoundDate, findDates } from './dates.ts';

/** A text as patterns read it: with its blanks, or `tight`, without. */
export interface Reading {
  text: string;
  tight: boolean;
}

/** Marks of notes, of a reissue (`A/RES/79/218*`), direction marks, and what adorns Arabic letters: no part of what a line says. */
const SILENT = new RegExp(`[*†‡⁽⁾⁰¹²³⁴-⁹\\p{Cf}${ADORNMENTS}]`, 'gu');
/** A blank in the source of a pattern, with its quantifier. */
const BLANK = / (?:[?*+]|\{[\d,]+\})?\??/g;

/** The form in which lines are compared: folded, marks left out, blanks single. Its offsets are not those of the text. */
export function reading(value: string): string {
  return fold(value).replace(SILENT, '').replace(/ {2,}/g, ' ').trim();
}

/** The forms of a pattern: for a text without blanks, and to be tried at the start of a text only. */
interface Forms {
  tight: RegExp;
  start: RegExp;
  tightStart: RegExp;
}
const formsOf = new WeakMap<RegExp, Forms>();

function patternFor(pattern: RegExp, form: keyof Forms): RegExp {
  let forms = formsOf.get(pattern);
  if (!forms) {
    const tight = pattern.source.replace(BLANK, '');
    const sticky = pattern.flags.replace('g', '').concat('y');
    forms = {
      tight: new RegExp(tight, pattern.flags),
      start: new RegExp(pattern.source, sticky),
      tightStart: new RegExp(tight, sticky),
    };
    formsOf.set(pattern, forms);
  }
  return forms[form];
}

export function tighten(text: string): Reading {
  return { text: text.replaceAll(' ', ''), tight: true };
}

/** The first match of a pattern. */
export function match(pattern: RegExp, { text, tight }: Reading): RegExpExecArray | undefined {
  return (tight ? patternFor(pattern, 'tight') : pattern).exec(text) ?? undefined;
}

/** The match of a pattern at the start of a text. */
export function matchStart(pattern: RegExp, { text, tight }: Reading): RegExpExecArray | undefined {
  const form = patternFor(pattern, tight ? 'tightStart' : 'start');
  form.lastIndex = 0;
  const found = form.exec(text);
  return found && found[0] !== '' ? found : undefined;
}

/** The match of a pattern that takes in the whole text, but for a full stop or comma and the figure of a note after it. */
export function matchWhole(pattern: RegExp, of: Reading): RegExpExecArray | undefined {
  const found = matchStart(pattern, of);
  return found && (found[0].length === of.text.length || /^ ?[.,;:]?\d{0,2}$/.test(of.text.slice(found[0].length)))
    ? found
    : undefined;
}

/** Texts of a line or two; in longer ones a date without blanks is not looked for. */
const SHORT = 240;
const tightLanguages = new WeakMap<Language, Language>();

/**
 * The full dates of a line, as it stands or else without its blanks.
 *
 * @param folded offsets are those of the result
 */
export function datesIn(folded: string, language: Language): FoundDate[] {
  if (!/\d{4}/.test(folded)) return [];
  const dates = findDates(folded, language);
  if (dates.length > 0 || folded.length > SHORT) return dates;
  let tightLanguage = tightLanguages.get(language);
  if (!tightLanguage) {
    const months = language.months.map((names) => tighten(names).text);
    tightLanguage = { ...language, date: patternFor(language.date, 'tight'), months };
    tightLanguages.set(language, tightLanguage);
  }
  const kept = [...folded.matchAll(/[^ \p{Cf}]/gu)];
  const text = kept.map(([character]) => character).join('');
  return findDates(text, tightLanguage).map(({ start, end, date }) => ({
    start: kept[start]?.index ?? 0,
    end: (kept[end - 1]?.index ?? 0) + 1,
    date,
  }));
}

/** The number of an ordinal in words or figures: `soixante-dix-neuvième`, `57`. */
export function ordinalValue(ordinal: string, { ordinals }: Language): number | undefined {
  const value = ordinals.get(ordinal);
  if (value !== undefined) return value;
  const { text: wanted } = tighten(ordinal);
  if (/^\d+$/.test(wanted)) return Number(wanted);
  return [...ordinals].find(([words]) => tighten(words).text === wanted)?.[1];
}
