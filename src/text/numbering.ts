/** What a printed number can mean: `(i)` is the first roman numeral and the ninth letter. Sequence decides, see lists.ts. */
import { fold } from '../language/index.ts';

/** `1.`, `1 -`, `(a)`, `a)`, `(ii)`, `(一)`, `（1）`, `•`, `–`: what may number a paragraph or an item. */
const ENUMERATOR =
  /^(?:\d{1,3}(?:\.\d{1,2})*(?:\.(?!\d)| ?-(?= )|\))|\d{1,2}(?:\.\d{1,2}){1,3}(?= )|\((?:\d{1,3}|[a-zа-я]{1,2}|[ivxl]{1,6}|\p{Lo}{1,3}ـ?|'\d{1,2}')\)|(?:[a-zа-я]{1,2}|[ivxl]{1,6}|\p{Lo})\)|(?:[a-zа]|[ivxl]{1,6})\.(?= |$)|[أبجدهوزحط]ـ? -(?= )|'\d{1,2}'|[㈠-㈩]|[•●◦▪■·]|-(?= |$))(?= |$|[\p{Lo}*"'(])/u;

/** Length of the number at the start of a line, 0 if there is none. */
export function enumeratorLength(folded: string): number {
  return ENUMERATOR.exec(folded)?.[0].length ?? 0;
}

export type Style = 'digit' | 'alpha' | 'roman' | 'capital' | 'capitalRoman' | 'abjad' | 'cyrillic' | 'han' | 'bullet';

export interface Reading {
  style: Style;
  /** From 1. */
  value: number;
}

export interface Numbering {
  /** The punctuation around the number, `(N)`, `N)`, `N.`: items of one list share it. */
  format: string;
  readings: Reading[];
}

/** Letters in the order in which each script counts. */
const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя';
// letters that a Russian keyboard gives for Latin ones: а) b) с) d) е)
const LATIN_LIKE: Readonly<Record<string, string>> = { а: 'a', с: 'c', е: 'e', о: 'o', р: 'p', х: 'x', і: 'i' };
const HAN = '一二三四五六七八九十';
const CIRCLED_HAN = '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩';
const ROMAN_DIGITS: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of a roman numeral in lower case; `undefined` for what is none (`iiii`, `vx`). */
function romanValue(text: string): number | undefined {
  if (!/^(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text)) return undefined;
  let value = 0;
  for (let k = 0; k < text.length; k++) {
    const digit = ROMAN_DIGITS[text[k] as string] as number;
    value += digit < (ROMAN_DIGITS[text[k + 1] as string] ?? 0) ? -digit : digit;
  }
  return value;
}

/**
 * Reads a printed number.
 *
 * @example
 * readNumber('(i)') // { format: '(N)', readings: [{ style: 'roman', value: 1 }, { style: 'alpha', value: 9 }] }
 */
export function readNumber(printed: string): Numbering {
  // `(هـ)`: a letter drawn out
  const text = printed.replace(/[\s\u0640\u200e\u200f]/g, '');
  const [, before = '', core = '', after = ''] = PUNCTUATED.exec(fold(text)) ?? [];
  if (core === '') return { format: 'bullet', readings: [{ style: 'bullet', value: 1 }] };
  // `1 -` counts with `1.`
  return { format: `${before}N${after.replace(/-$/, '.')}`, readings: readingsOf(core, text !== text.toLowerCase()) };
}

/** A number between its punctuation. */
const PUNCTUATED = /^([('[]*)(.*?)([).'\]:-]*)$/s;

function readingsOf(core: string, capital: boolean): Reading[] {
  const readings: Reading[] = [];
  // a number with levels, `2.1`, counts by its last
  const digits = /(\d{1,4})$/.exec(core);
  if (digits) return [{ style: 'digit', value: Number(digits[1]) }];
  const roman = romanValue(core);
  if (roman !== undefined) readings.push({ style: capital ? 'capitalRoman' : 'roman', value: roman });
  if (/^([a-z])\1?$/.test(core)) {
    const value = core.charCodeAt(0) - 96 + (core.length - 1) * 26;
    readings.push({ style: capital ? 'capital' : 'alpha', value });
  }
  const add = (style: Style, alphabet: string) => {
    const index = core.length === 1 ? alphabet.indexOf(core) : -1;
    if (index >= 0) readings.push({ style, value: index + 1 });
  };
  add('abjad', ABJAD);
  // `ا` is written for `أ`
  if (core === 'ا') readings.push({ style: 'abjad', value: 1 });
  add('cyrillic', CYRILLIC);
  const like = LATIN_LIKE[core];
  if (like) readings.push({ style: capital ? 'capital' : 'alpha', value: like.charCodeAt(0) - 96 });
  add('han', HAN);
  add('han', CIRCLED_HAN);
  if (/^十[一-九]$/.test(core)) readings.push({ style: 'han', value: 10 + HAN.indexOf(core[1] as string) + 1 });
  if (readings.length === 0) readings.push({ style: 'bullet', value: 1 });
  return readings;
}
