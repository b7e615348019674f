/** Headings that say what they head: `Annex II`, `Chapter III. Organization`, in the words of each language. */
import type { LanguageCode, Section } from '../ast.ts';
import { languageOf } from './all.ts';
import { fold } from './index.ts';

export interface Designation {
  kind: 'annex' | 'appendix';
  /** Its number in lower case; absent when there is but one. */
  number?: string;
}

/**
 * Whether a heading opens an annex or an appendix.
 *
 * @example
 * designationOf('Annexe II', 'fra') // { kind: 'annex', number: 'ii' }
 */
export function designationOf(words: string, code: LanguageCode): Designation | undefined {
  if (code === 'und' || words === '' || words.length > 100) return undefined;
  const { headings } = languageOf(code);
  const folded = fold(words.trim());
  for (const kind of ['annex', 'appendix'] as const) {
    const match = headings[kind].exec(folded);
    if (match) return { kind, ...(match.groups?.num && { number: match.groups.num }) };
  }
  return undefined;
}

/**
 * The level of the section that a heading opens, and its number as printed. What ends like a sentence is no heading.
 *
 * @example
 * levelOf('Article 3 – Object', 'eng') // { level: 'article', number: '3' }
 */
export function levelOf(words: string, code: LanguageCode): { level: Section['level']; number: string } | undefined {
  if (code === 'und' || /^\p{Ll}/u.test(words) || /[.,;:]$/.test(words)) return undefined;
  const { headings } = languageOf(code);
  const folded = fold(words.trim());
  for (const level of ['part', 'section', 'chapter', 'article'] as const) {
    const match = headings[level].exec(folded);
    const folds = match?.index === 0 ? match.groups?.num : undefined;
    if (!folds) continue;
    const start = (match?.[0] ?? '').lastIndexOf(folds);
    const printed = words.trim().slice(start, start + folds.length);
    return { level, number: (level !== 'article' && headings.numerals?.[folds]) || printed };
  }
  // `ألف` is A
  const letter = languageOf(code).citation.letters[folded];
  return letter && /^[A-H]$/.test(letter) ? { level: 'title', number: letter } : undefined;
}
