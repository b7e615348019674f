/** Headings that say what they head: `Annex II`, `Chapter III. Organization`, in the words of each language. */
import type { Section } from '../ast.ts';
import { languageOf } from '../language/all.ts';
import { fold } from '../language/index.ts';
import type { Decoding } from './decoding.ts';
import { capitalNumber, cleanNumber } from './number.ts';

export interface Designation {
  kind: 'annex' | 'appendix';
  /** In Arabic digits; absent when there is but one. */
  number?: string;
}

/** Whether a heading opens an annex or an appendix. */
export function designationOf(words: string, { language }: Decoding): Designation | undefined {
  if (language === 'und' || words === '' || words.length > 100) return undefined;
  const { headings } = languageOf(language);
  const folded = fold(words.trim());
  for (const kind of ['annex', 'appendix'] as const) {
    const match = headings[kind].exec(folded);
    if (!match) continue;
    const printed = match.groups?.num?.toUpperCase();
    const value = printed === undefined ? undefined : capitalNumber(printed)?.value;
    const number = value === undefined ? printed && cleanNumber(printed) : String(value);
    return { kind, ...(number && { number }) };
  }
  return undefined;
}

/** `Chapter II`, `Article 3 – Object`: the level of the section, and its number as it stands in the heading. */
export function levelOf(words: string, { language }: Decoding): { level: Section['level']; number: string } | undefined {
  if (language === 'und' || /^\p{Ll}/u.test(words) || /[.,;:]$/.test(words)) return undefined;
  const { headings } = languageOf(language);
  const folded = fold(words);
  for (const level of ['part', 'section', 'chapter', 'article'] as const) {
    const match = headings[level].exec(folded);
    const number = match?.index === 0 ? match.groups?.num : undefined;
    if (number) return { level, number };
  }
  return undefined;
}
