/** French and Spanish as typewriters and careless recognition leave them: `Rappelant sa resolution`, without accents. */
import type { Language } from './index.ts';

/** Code units of a text that tell whether it has accents. */
const SAMPLE = 20_000;
/** Letters that a text must have to tell. */
const ENOUGH = 200;
/** One letter in so many, at least, has an accent where accents are written; in the corpus one in 80. */
const RAREST = 500;

/** Whether a text has none of the accents that its language writes. */
export function lacksAccents(text: string, { accents }: Language): boolean {
  if (!accents) return false;
  const sample = text.slice(0, SAMPLE);
  let found = 0;
  // where there are accents, a few lines show it
  for (const _ of sample.matchAll(accents)) if (++found * RAREST >= sample.length) return false;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return letters >= ENOUGH && found * RAREST < letters;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('œ', 'oe');

function strip(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  if (value instanceof RegExp) return new RegExp(plain(value.source), value.flags);
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [strip(key), strip(inner)]));
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [plain(key), strip(inner)]));
}

const stripped = new WeakMap<Language, Language>();

/** The data of a language for texts without accents. */
export function withoutAccents(language: Language): Language {
  let plainLanguage = stripped.get(language);
  if (!plainLanguage) {
    plainLanguage = strip(language) as Language;
    stripped.set(language, plainLanguage);
  }
  return plainLanguage;
}
