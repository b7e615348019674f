/** Symbols and numbers of United Nations documents: what they look like in a text, and their canonical form. */
import type { Language } from '../language/index.ts';
import { matchesOf } from '../text/matches.ts';

/** A symbol printed in full: `A/79/451`. [start, end) of the text. */
export interface FoundSymbol {
  start: number;
  end: number;
  /** Canonical. */
  symbol: string;
}

/** A number that is a citation where a key word says so: `64/293`, `1325 (2000)`, `217 A (III)`. */
export interface FoundNumber {
  start: number;
  end: number;
  /** `session` 64/293, `year` 2017/18, `council` 1325 (2000), `roman` 217 A (III). */
  form: 'session' | 'year' | 'council' | 'roman';
  /** Session or year: 64, 2017, 2000, 3. */
  period: number;
  /** Number within it: 293, 18, 1325, 217. */
  number: number;
  /** `S-` and `ES-` for special and emergency special sessions. */
  special: '' | 'S-' | 'ES-';
  /** `B`; `A-C`. */
  letter: string;
}

// --------------------------------------------------------------------------------------------------- symbols

/** Cyrillic capitals that Russian texts have in symbols, in the order of the Latin ones they stand for. */
const CYRILLIC = 'АВЕКМНОРСТУХ';
const LATIN = 'ABEKMHOPCTYX';

// ASCII before it only: Chinese characters touch the symbol. A later segment must have a figure: not `HIV/AIDS`.
const SYMBOL = new RegExp(
  `(?<![A-Za-z0-9/.])[A-Z${CYRILLIC}][A-Z${CYRILLIC}0-9]{0,7}(?:/[A-Za-z${CYRILLIC}0-9][A-Za-z${CYRILLIC}0-9.\\-\\u2011]*)+` +
    '(?:[ \\u00a0\\u2009\\u202f]?\\((?:Parts?|Vol\\.|Sect\\.|Supp|(?:E?S-)?[IVXLC]+|\\d{4})[^()]{0,14}\\))?' +
    '(?:/(?:Add|Corr|Rev|Amend|Res|L|SR|PV)\\.\\d+)*',
  'g',
);
const LONGEST_SYMBOL = 80;
/** `A/RES/57/270 B`, `A/RES/217 A (III)`. */
const PART_LETTER =
  /[ \u00a0\u2009\u202f][A-Z](?:-[A-Z])?(?!(?!\p{Script=Han})\p{L}|[\d/])(?:[ \u00a0\u2009\u202f]?\((?:E?S-)?[IVXLC]+\))?/uy;

/**
 * The canonical form of a symbol: no blanks but those around the part of a resolution, plain hyphens, Latin letters; of a
 * document with two symbols (`A/48/486-S/26560`) the first, as the UN's own links have it; a reissue's `*` left out.
 *
 * @example
 * canonicalSymbol('S/RES/1325(2000)') // 'S/RES/1325 (2000)'
 */
export function canonicalSymbol(printed: string): string {
  const plain = printed
    .replace(/[\s*]+/g, '')
    .replace(/[\u2010-\u2013]/g, '-')
    .replace(/[АВЕКМНОРСТУХ]/g, (letter) => LATIN[CYRILLIC.indexOf(letter)] as string)
    .replace(/(?<=\d)-[A-Z]{1,4}\/.*$/, '')
    .replace(/[.-]+$/, '');
  const resolution = /^([AE]\/(?:RES|DEC)\/(?:E?S-)?\d+(?:\/\d+)?|S\/RES\/\d+)([A-Z](?:-[A-Z])?)?(\([^()]+\))?$/.exec(plain);
  if (!resolution) return plain;
  return resolution.slice(1).filter(Boolean).join(' ');
}

/** Finds the symbols of a text; `value` as printed. */
export function findSymbols(value: string): FoundSymbol[] {
  const found: FoundSymbol[] = [];
  if (!value.includes('/')) return found;
  for (const match of matchesOf(SYMBOL, value)) {
    const start = match.index;
    if (match[0].length > LONGEST_SYMBOL) continue;
    // the full stop of the sentence: `See A/71/119.`
    let printed = match[0].replace(/[.-]+$/, '');
    // `A/79/1 (2025)`: only resolutions have a year or a session in brackets
    if (!/^.\/RES\/\d+[A-Z]?.?\(/.test(printed)) printed = printed.replace(/.?\((?:[IVXLC-]+|\d{4})\)$/, '');
    if (!/\/[^/]*\d/.test(printed)) continue;
    if (/^[AE]\/(?:RES|DEC)\/[^ ]+\d$/.test(printed)) {
      PART_LETTER.lastIndex = start + printed.length;
      printed += PART_LETTER.exec(value)?.[0] ?? '';
    }
    found.push({ start, end: start + printed.length, symbol: canonicalSymbol(printed) });
  }
  return found;
}

// --------------------------------------------------------------------------------------------------- numbers

/** After a part's letter: no word begins there, but in Chinese one stands right behind it, `第66/235 A号`. */
const NO_WORD = '(?!(?!\\p{Script=Han})\\p{L}|[\\d/])';

interface NumberGrammar {
  pattern: RegExp;
  /** Folded letter, or mark of a special session, as printed → Latin. */
  latin: Readonly<Record<string, string>>;
}
const grammars = new WeakMap<Language, NumberGrammar>();

function numberGrammar(language: Language): NumberGrammar {
  let grammar = grammars.get(language);
  if (!grammar) {
    const latin: Record<string, string> = { s: 'S-', es: 'ES-', ...language.citation.letters };
    const words = Object.keys(latin).sort((a, b) => b.length - a.length);
    const session = words.filter((word) => !/^[A-Z]$/.test(latin[word] as string)).join('|');
    const letter = [...words.filter((word) => /^[A-Z]$/.test(latin[word] as string)), '[a-t](?:-[a-t])?'].join('|');
    const roman = '[ivxlcх]+'; // the last one Cyrillic
    // a blank in a number of the Security Council, which reached a thousand in 1995: `第 2 ⏎ 655(2022)号决议`
    const thousands = '[1-9] \\d{3}(?= ?\\( ?(?:199[5-9]|20\\d\\d))';
    const pattern = new RegExp(
      `(?<![\\da-z/.])(?:(?<special>${session})-)?(?<first>\\d{1,4}|${thousands})(?:` +
        `/(?<second>\\d{1,3})(?: ?(?<part>${letter})${NO_WORD})?` +
        `|(?: ?(?<letter>${letter}))? ?\\( ?(?:(?<year>(?:19|20)\\d\\d)|(?<roman>${roman})|(?<era>${session}) ?- ?(?<ordinal>${roman}|\\d{1,2})) ?\\)` +
        ')(?![\\d/]|\\.\\d)',
      'gu',
    );
    grammar = { pattern, latin };
    grammars.set(language, grammar);
  }
  return grammar;
}

const ROMAN: [string, number][] = Object.entries({ c: 100, xc: 90, l: 50, xl: 40, x: 10, ix: 9, v: 5, iv: 4, i: 1 });

/** `29` → `xxix`. */
export function toRoman(value: number): string {
  let rest = value;
  let roman = '';
  for (const [sign, worth] of ROMAN) {
    for (; rest >= worth; rest -= worth) roman += sign;
  }
  return roman;
}

/** Value of every Roman numeral up to 99, in small letters. */
export const romanNumerals: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 99 }, (_, k) => [toRoman(k + 1), k + 1]),
);

/**
 * Finds what could be the number of a resolution or decision; whether it is one, the words around it decide.
 *
 * @param value the text as printed: part letters and Roman numerals are capitals
 * @param folded the same, folded
 * @returns in the order of the text
 */
export function findNumbers(value: string, folded: string, language: Language): FoundNumber[] {
  const { pattern, latin } = numberGrammar(language);
  const found: FoundNumber[] = [];
  for (const match of matchesOf(pattern, folded)) {
    const { special, first, second, part, letter, year, roman, era, ordinal } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const printed = value.slice(start, end);
    const capital = printed === printed.toUpperCase();
    const latinOf = (word = '') => latin[word] ?? word.toUpperCase();
    // `54/54 S` is the nineteenth part, `S-24/2` of a special session
    const letterOf = (word = '') => latinOf(word).replace(/-$/, '');
    if (second) {
      // `la résolution 70/1 a été adoptée`: a part is a capital
      const lettered = part && capital;
      const length = lettered || !part ? printed.length : printed.slice(0, -part.length).trimEnd().length;
      found.push({
        start,
        end: start + length,
        form: Number(first) > 1000 ? 'year' : 'session',
        period: Number(first),
        number: Number(second),
        special: latinOf(special) as FoundNumber['special'],
        letter: lettered ? letterOf(part) : '',
      });
    } else if (capital) {
      const numeral = (roman ?? ordinal ?? '').replaceAll('х', 'x');
      const period = year ? Number(year) : (romanNumerals.get(numeral) ?? Number(numeral));
      if (!(period > 0)) continue;
      const form = year ? 'council' : 'roman';
      found.push({
        start,
        end,
        form,
        period,
        number: Number(first?.replace(' ', '')),
        special: latinOf(era) as FoundNumber['special'],
        letter: letterOf(letter),
      });
    }
  }
  return found;
}
