import type { LanguageCode } from '../ast.ts';
import * as arabic from './ar.ts';
import * as english from './en.ts';
import * as spanish from './es.ts';
import * as french from './fr.ts';
import type { Language, Lexicon } from './index.ts';
import * as russian from './ru.ts';
import * as chinese from './zh.ts';

/** The six official languages of the United Nations. */
const sources = [english, french, spanish, russian, arabic, chinese];

export const lexicons: readonly Lexicon[] = sources.map(({ lexicon }) => lexicon);

const languages = new Map<string, Language>();

/**
 * The data of a language. It is made when it is first asked for: to compile the patterns of all six takes longer than to validate
 * a document.
 *
 * @param code ISO 639-2/T
 * @example
 * languageOf('fra').iso // 'fr'
 */
export function languageOf(code: Exclude<LanguageCode, 'und'>): Language {
  let language = languages.get(code);
  if (!language) {
    const { lexicon, grammar } = sources.find((source) => source.lexicon.code === code) as (typeof sources)[number];
    language = { ...lexicon, ...grammar() };
    languages.set(code, language);
  }
  return language;
}
