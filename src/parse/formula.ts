/** The enacting formula, `The General Assembly,`: as it should be, and as recognition may leave it. */
import { foldedOf, type Language, unadorned } from '../language/index.ts';
import { openingPhrase } from '../language/opening.ts';
import type { Excerpt } from '../source.ts';
import type { Block } from '../text/blocks.ts';
import { matchWhole, tighten } from './spacing.ts';

/**
 * Whether a whole line or paragraph is the enacting formula.
 *
 * @param afterTitle below the title the formula may lack its comma, which elsewhere tells it from the organ's name
 */
export function isFormula(excerpt: Excerpt, language: Language, afterTitle = false): boolean {
  if (excerpt.value.length >= 120) return false;
  const folded = foldedOf(excerpt);
  // `… créé en application de la résolution 75/240 de ⏎ l’Assemblée générale`
  if (!/,$/.test(folded) && /^\p{Ll}/u.test(excerpt.value)) return false;
  // a draft that is quoted: `« L’Assemblée générale,`
  const text = unadorned(folded)
    .replace(/^[\s"']+/, '')
    .trim();
  if (language.formula.test(text) || (afterTitle && language.formula.test(`${text},`))) return true;
  // `The General A ssembly,`: the vocabulary is closed
  return folded.length < 60 && /,$/.test(text) && matchWhole(language.formula, tighten(text)) !== undefined;
}

/** `L’Assemblée générole,`: between a title and the first recital stands nothing else that is short and ends with a comma. */
export function isMisreadFormula(excerpt: Excerpt | undefined, below: Excerpt | undefined, language: Language): boolean {
  if (!excerpt || !below || excerpt.value.length >= 60) return false;
  const folded = foldedOf(excerpt);
  if (!/^\p{L}\D{8,},$/u.test(folded) || /^\p{Ll}/u.test(excerpt.value)) return false;
  return openingPhrase(folded, language.preambular) === 0 && openingPhrase(foldedOf(below), language.preambular) > 0;
}

/** Index of the enacting formula, -1 without one. */
export function formulaIn(blocks: readonly Block[], language: Language): number {
  const at = blocks.findIndex((block, k) => !block.num && isFormula(block.text, language, k < 2));
  return at < 0 && isMisreadFormula(blocks[0]?.text, blocks[1]?.text, language) ? 0 : at;
}
