import type { LanguageCode } from '../ast.ts';
import { arabic } from './ar.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { Language } from './index.ts';
import { russian } from './ru.ts';
import { chinese } from './zh.ts';

/** The six official languages of the United Nations. */
export const languages: readonly Language[] = [english, french, spanish, russian, arabic, chinese];

/**
 * The data of a language.
 *
 * @param code ISO 639-2/T
 * @example
 * languageOf('fra').iso // 'fr'
 */
export function languageOf(code: Exclude<LanguageCode, 'und'>): Language {
  return languages.find((language) => language.code === code) as Language;
}
