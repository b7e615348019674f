/** Which language a text is in: its script first, then its small words. */
import { lexicons } from './all.ts';
import { fold, type Lexicon } from './index.ts';

export interface Detection {
  /** Undefined when nothing speaks for one of the six. */
  language?: Lexicon['code'];
  /** A second language that has a good part of the text: a page in two columns, a resolution quoted in another language. */
  second?: Lexicon['code'];
}

/** Code units looked at; of a longer text, so much in pieces from all over it. */
const SAMPLE = 2_400;
const PIECES = 8;

/** Less than this share of a text is names and titles, not a second language. */
const SECOND = 0.25;
/** Fewer letters are a sentence at most, whose words two languages may share. */
const LEAST = 100;

/**
 * Recognises the language of a text.
 *
 * The script decides as far as it can: Latin letters in a Chinese, Arabic or Russian text are symbols and foreign titles, even
 * where they are many. Latin texts are told apart by their frequent words, and by the letters that only one of them has.
 *
 * @param text of any length; no more than 2,400 code units of it are looked at
 * @returns the language, undefined for a text that gives no sign (`1. 2. 3.`), and the second one of a text in two
 * @example
 * detectLanguage('Le Conseil de sécurité,').language // 'fra'
 */
export function detectLanguage(text: string): Detection {
  const weights = weigh(fold(sample(text)));
  const [first, next] = [...weights].sort(([, a], [, b]) => b - a);
  if (!first || first[1] === 0) return {};
  const detection: Detection = { language: first[0].code };
  if (next && next[1] > SECOND * first[1] && next[1] > LEAST) detection.second = next[0].code;
  return detection;
}

function sample(text: string): string {
  if (text.length <= SAMPLE) return text;
  const length = SAMPLE / PIECES;
  const step = Math.floor((text.length - length) / (PIECES - 1));
  return Array.from({ length: PIECES }, (_, k) => text.slice(k * step, k * step + length)).join(' ');
}

/** Scripts that tell their language by themselves. A character of theirs outweighs this many Latin ones. */
const DECISIVE = 8;

const decisive = lexicons
  .filter(({ script }) => !script.test('a'))
  .map((language) => ({ language, characters: new RegExp(language.script, 'gu') }));
const latin = lexicons.filter(({ script }) => script.test('a'));

/** Small words and months that only one of the languages in Latin letters has. */
const words = new Map<string, Lexicon>();
const vocabularyOf = ({ functionWords, months }: Lexicon) => [functionWords.split(' '), months.join('/').split('/')].flat();
for (const language of latin) {
  const others = new Set(latin.filter((other) => other !== language).flatMap(vocabularyOf));
  for (const word of vocabularyOf(language)) if (!others.has(word)) words.set(word, language);
}

/** Symbols and links are in no language: `A/RES/64/293`; but a link may name one: `https://undocs.org/fr/A/RES/64/293`. */
const SYMBOL_OR_LINK = /(?<![!-~])[!-~]*\/[!-~]*/gu;
const LATIN_WORD = /[a-z\u00df-\u024f]+/gu;
const ACCENTED = /[\u00df-\u024f]/gu;
const LINK_LANGUAGE = /\/(?<iso>[a-z]{2})\//u;

const usersByLetter = new Map<string, Lexicon[]>();

/** The languages in Latin letters that have an accented one. */
function usersOf(letter: string): Lexicon[] {
  const users = usersByLetter.get(letter) ?? latin.filter(({ script }) => script.test(letter));
  usersByLetter.set(letter, users);
  return users;
}

/** What speaks for each language, measured in Latin letters. */
function weigh(folded: string): Map<Lexicon, number> {
  const evidence = new Map<Lexicon, number>();
  const count = (language: Lexicon, weight: number) => evidence.set(language, (evidence.get(language) ?? 0) + weight);
  const prose = folded.replace(SYMBOL_OR_LINK, (token) => {
    const iso = token.startsWith('http') ? LINK_LANGUAGE.exec(token)?.groups?.iso : undefined;
    const language = lexicons.find((candidate) => candidate.iso === iso);
    if (language) count(language, 1);
    return ' ';
  });
  let letters = 1;
  for (const word of prose.match(LATIN_WORD) ?? []) {
    letters += word.length;
    const language = words.get(word);
    if (language) count(language, word.length);
  }
  // a foreign name has such a letter too: half of what a word counts for
  for (const letter of prose.match(ACCENTED) ?? []) {
    const users = usersOf(letter);
    for (const language of users) count(language, 1 / users.length);
  }
  const total = [...evidence.values()].reduce((sum, weight) => sum + weight, 0);
  const weights = new Map([...evidence].map(([language, weight]) => [language, (letters * weight) / total]));
  for (const { language, characters } of decisive) {
    const found = prose.match(characters)?.length ?? 0;
    if (found > 0) weights.set(language, (weights.get(language) ?? 0) + DECISIVE * found);
  }
  return weights;
}
