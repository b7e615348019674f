/**
 * Printed numbers → numbers of eIds. The six languages print the same paragraph as `(a)`, `a)`, `(أ)`, `(一)`; folded to Latin,
 * the eId is the same in each, so that a link to `#para_5__list_1__point_c` holds in all.
 */

const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя';
const HAN = '一二三四五六七八九';
// letters that a Russian keyboard gives for Latin ones: b), с), d)
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аaсcеeхxоoрpіiАAВBСCЕEНHІIКKМMОOРPТTХX'.matchAll(/(.)(.)/g)].map(([, cyrillic, latin]) => [cyrillic, latin]),
);
// a letter alone that is no look-alike
const ONLY_CYRILLIC = /^\P{L}*[бвгджзиклмнптуфцчшщэюя]\P{L}*$/iu;
const HAS_CYRILLIC = /[А-яЁё]/;
/** Most are: `5.`, `(a)`, `II`. */
const PLAIN = /^\(?([A-Za-z0-9]{1,16})[.)]?$/;
/** Longer ones are text that was taken for a number. */
const LONGEST = 16;

/** 1 → a, 26 → z, 27 → aa, 28 → bb: as lists go on after z. */
function letter(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/** Up to 99, which no list of points has. */
function roman(value: number): string {
  let digits = '';
  for (const [digit, worth] of ROMAN) {
    for (; value >= worth; value -= worth) digits += digit;
  }
  return digits;
}

/** The numbers that sections have. */
const ROMANS: ReadonlyMap<string, number> = new Map(Array.from({ length: 49 }, (_, k) => [roman(k + 1), k + 1]));

/** 1 to 99 in Chinese, 0 for anything else: 九 9, 十 10, 十二 12, 二十一 21. */
function hanValue(text: string): number {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (!match || text === '') return 0;
  const [, first = '', ten = '', last = ''] = match;
  if (!ten) return first && last ? 0 : HAN.indexOf(first || last) + 1;
  return (first ? HAN.indexOf(first) + 1 : 1) * 10 + (last ? HAN.indexOf(last) + 1 : 0);
}

/** Arabic digits, which NFKC leaves, as Latin ones: ٤ ۴ → 4. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** Without punctuation at the ends and spaces; punctuation inside is a hyphen: `2.1.` → `2-1`, `1 -` → `1`, `(a)` → `a`. */
function bare(text: string): string {
  return (text.replace(/\s+/g, '').match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}

/**
 * A printed number as the number of an eId.
 *
 * @param printed as in the text, `1.`, `(أ)`, `㈠`
 * @param alphabet whether Cyrillic letters are taken for the Latin ones they look like, or by their place in their own alphabet
 * @returns ASCII letters, digits and hyphens; empty when the mark has no order (`•`, `–`) or none that is known
 * @example
 * cleanNumber('2.1.') // '2-1'
 * cleanNumber('(ب)') // 'b'
 */
export function cleanNumber(printed: string, alphabet: 'look-alike' | 'cyrillic' = 'look-alike'): string {
  const plain = PLAIN.exec(printed)?.[1];
  if (plain !== undefined) return plain;
  if (printed.length > 4 * LONGEST) return '';
  // marks of the second level: ㈠ in Chinese, ’1‘ in Arabic, where others print (i)
  const second = /^\s*[㈠-㈩]\s*$/.test(printed)
    ? (printed.trim().codePointAt(0) as number) - 0x321f
    : Number(/^\s*['‘’"“”](\d{1,2})['‘’"“”]\s*$/.exec(latinDigits(printed))?.[1] ?? 0);
  if (second > 0) return roman(second);

  // tatweel and vowel signs are typography: هـ is ه
  const text = bare(latinDigits(printed.normalize('NFKC').replace(/[\u0640\u064b-\u0652]/g, ''))).replace(/ا/g, 'أ');
  const abjad = text.length === 1 ? ABJAD.indexOf(text) + 1 : 0;
  if (abjad > 0) return letter(abjad);
  const han = hanValue(text);
  if (han > 0) return letter(han);
  const cyrillic = alphabet === 'cyrillic' && text.length === 1 ? CYRILLIC.indexOf(text.toLowerCase()) + 1 : 0;
  if (cyrillic > 0) return letter(cyrillic);
  const latin = text.replace(/\p{Script=Cyrillic}/gu, (character) => LOOK_ALIKES[character] ?? character);
  return latin.length <= LONGEST && /^[A-Za-z0-9-]*$/.test(latin) ? latin : '';
}

/**
 * The number of a part, section, chapter … from its printed number, which may come with its designation: `Chapitre II` → `II`,
 * `第二章` → `II`, `Article 3` → `3`. Empty when no word of it is a number.
 */
export function cleanSectionNumber(printed: string, level: string): string {
  if (printed.length > 100) return '';
  const han = hanValue(/[一二三四五六七八九十]+/.exec(printed)?.[0] ?? '');
  if (han > 0) return level === 'article' ? String(han) : roman(han).toUpperCase();
  for (const word of printed.split(/\s+/).reverse()) {
    const number = cleanNumber(word);
    if (/^(?:\d+(?:-\d+)*[a-z]{0,3}|[IVXLCDM]+|[ivxlc]+|[A-Za-z])$/.test(number)) return number;
  }
  return '';
}

/**
 * Numbers for siblings, in order: the printed ones cleaned; for those without, their place among their like, marked `nn` if others
 * have one. Repetitions are left in.
 *
 * @param clean reads one printed number; empty for what is none
 * @example
 * siblingNumbers(['1.', undefined, '2.']) // ['1', 'nn_1', '2']
 * siblingNumbers(['•', '•']) // ['1', '2']
 */
export function siblingNumbers(printed: readonly (string | undefined)[], clean = cleanNumber): string[] {
  // а) б) в) is the Russian alphabet; а) b) с) is the Latin one from a Russian keyboard
  const alphabet = printed.some((num) => num && num.length < LONGEST && HAS_CYRILLIC.test(num) && ONLY_CYRILLIC.test(num))
    ? 'cyrillic'
    : 'look-alike';
  const numbers = printed.map((num) => (num === undefined ? '' : clean(num, alphabet)));
  const mark = numbers.some((number) => number !== '') ? 'nn_' : '';
  let unnumbered = 0;
  return numbers.map((number) => number || `${mark}${++unnumbered}`);
}

/** `II.` is the number of a section, `B` of a title; undefined for what is neither. Two or more of `L`, `C`, `D`, `M` are letters. */
export function capitalNumber(printed: string): { level: 'section' | 'title' | 'chapter'; value: number } | undefined {
  const match = /^([IVXLC]{1,6}|[A-Z])[.)]?$/.exec(printed.trim());
  if (!match) {
    const digits = /^(\d{1,3})[.)]?$/.exec(printed.trim());
    return digits ? { level: 'chapter', value: Number(digits[1]) } : undefined;
  }
  const text = (match[1] as string).toLowerCase();
  const value = ROMANS.get(text);
  return value === undefined ? { level: 'title', value: text.charCodeAt(0) - 96 } : { level: 'section', value };
}

/**
 * What kind of mark opens a point: `letter` (a), `roman` (i), `bullet` –, `han` (一) …; undefined for the number of a paragraph.
 *
 * @param open the kinds that are open in the lists around: (i) goes on after (h) where no roman numbers are open
 */
export function listStyle(printed: string, open: readonly string[] = []): string | undefined {
  const mark = printed.trim();
  if (/^\d+(?:\.\d+)*\s*[.-]?$/.test(mark)) return undefined;
  // tatweel is typography: (هـ)
  const bareMark = mark.replace(/[().\s’‘'“”\u0640]/g, '');
  if (bareMark === '') return undefined;
  if (/^[•–—―*-]$/.test(bareMark)) return 'bullet';
  if (/^[㈠-㈩]$/.test(mark) || /^[’‘']\d+[’‘']$/.test(mark)) return 'roman';
  if (/^[ivx]+$/.test(bareMark))
    return bareMark.length === 1 && open.includes('letter') && !open.includes('roman') && bareMark !== 'i' ? 'letter' : 'roman';
  if (/^\p{Ll}{1,2}$/u.test(bareMark) || /^\p{Script=Arabic}{1,2}$/u.test(bareMark)) return 'letter';
  if (/^[一二三四五六七八九十]+$/.test(bareMark)) return 'han';
  return /^\d+$/.test(bareMark) ? 'digit' : undefined;
}
