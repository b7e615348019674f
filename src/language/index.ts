/**
 * The `Language` seam: everything that depends on a language is data behind this interface; the parser has no word of any.
 *
 * Patterns are matched against *folded* text (see `fold`): lower case, one kind of apostrophe ' and quotation mark ", plain
 * hyphens and spaces, Latin digits and brackets. Folding keeps the length, so offsets of a match are offsets of the source.
 */
import type { LanguageCode, Organ } from '../ast.ts';
import { lastWordStart } from '../text/letters.ts';

/** What opens a paragraph: the phrases on record, and the grammar that recognises those that are not. */
export interface Openings {
  /** Phrases on record, folded, separated by `|`. Evidence, not a closed list. */
  phrases: string;
  /** Form of an opening that is on no list, at the start of a paragraph: French `^[a-zà-ÿœ-]+ant\b`. */
  form: RegExp;
  /**
   * What may prolong an opening phrase, sticky (`y`), beginning with its blank: `also`, `with satisfaction`, `également`.
   */
  modifiers: RegExp;
}

/** What a language is told by, and named with. */
export interface Lexicon {
  code: Exclude<LanguageCode, 'und'>;
  /** Two letters, as in undocs.org URLs. */
  iso: 'en' | 'fr' | 'es' | 'ru' | 'ar' | 'zh';
  /** Frequent short words, folded, separated by blanks, that tell this language from others of its script. */
  functionWords: string;
  /** Articles, prepositions, conjunctions: no heading and no paragraph ends with one. Folded, separated by blanks. */
  linkWords: string;
  /** Its words of one letter, folded, separated by blanks. Absent where letters that stand alone are numbers. */
  letterWords?: string;
  /** Characters of its script. */
  script: RegExp;
  /** Letters with accents, where its texts have many, capitals too. Global. */
  accents?: RegExp;
  /** Twelve month names, folded, in order; alternatives separated by `/`. */
  months: readonly string[];
}

/** Its patterns and tables. */
export interface Grammar {
  /** Of a script from right to left: letters that words never begin with, and words that end with one of them. Global. */
  endings?: { first: RegExp; last: RegExp };
  /** A full date; named groups `day`, `month`, `year`. Global. */
  date: RegExp;
  /** Names of the organs as they stand in mastheads and formulas, folded; the last word may be inflected. */
  organs: Record<Exclude<Organ, 'un'>, RegExp>;
  /** The value of an ordinal in words, inflected as in mastheads, or in figures: `seventy-ninth` → 79, `79` → 79. */
  ordinals: ReadonlyMap<string, number>;

  /** `Please recycle`, at the foot of a first page. */
  recycle: RegExp;

  masthead: {
    publisher: RegExp;
    /** `Distr.: General` */
    distribution: RegExp;
    /** `Original: English`; the name of the language in a group with its code, `eng`. */
    originalLanguage: RegExp;
    /** A language's own name alone on a line: `Français`. */
    languageOfExpression: RegExp;
    /** Groups: `ordinal` (words or figures) or `year`; `special` / `emergency` when it is such a session. */
    session: RegExp;
    /** `9 septembre–11 octobre 2024`; groups `startDay`, `startMonth`, `startYear` (as far as printed), `endDay`, `endMonth`, `endYear`. */
    sessionDates: RegExp;
    /** Group `items`: the text between the key words, `19 c)`, `14, c,`. */
    agendaItem: RegExp;
    /** `Resolution adopted by the General Assembly on …`; also decisions and drafts. Group `meeting`: `Adopted at the 1382nd meeting`. */
    adoption: RegExp;
    /** `[on the report of the Third Committee (…)]`: opening words inside the bracket. */
    basis: RegExp;
    /** Committee id → its name in a basis line or alone on a line. */
    committees: Readonly<Record<string, RegExp>>;
    /** `Decision`, `Resolution` alone on a line. */
    documentType: RegExp;
    /** `Elections and appointments`, `Other decisions`. */
    decisionType: RegExp;
    /** `Resolution 2682 (2023)`; group `number`. */
    resolutionNumber: RegExp;
    /** `draft resolution`, after the sponsors' names. */
    draft: RegExp;
    /** `Statement by the President of the Security Council`. */
    presidentialStatement: RegExp;
  };
  /** The enacting formula: a whole paragraph such as `The General Assembly,`; the comma is optional where an article tells it from a masthead. */
  formula: RegExp;
  preambular: Openings;
  /** Its preambular paragraphs begin in lower case, as they go on with the sentence of the formula (Russian). */
  opensInLowerCase?: true;
  operative: Openings;
  /** `94th plenary meeting`; group `number`. A whole line. */
  meeting: RegExp;
  headings: {
    /** `Annex`, `Annex II`; group `num`. A whole line. */
    annex: RegExp;
    /** `Appendix`, group `num`. */
    appendix: RegExp;
    /** `Part one`, `Part II`; group `num`. Start of a line. */
    part: RegExp;
    section: RegExp;
    chapter: RegExp;
    article: RegExp;
    /** Words that number sections as Roman numerals do in other languages, folded: `أولا`, `الأول` → `I`. */
    numerals?: Readonly<Record<string, string>>;
    /** `Table 1`, above a table. Start of a line. */
    table: RegExp;
  };
  vote: {
    /** Opens the statement: `[Adopted by a recorded vote of 29 to 15 …`, `[Adopted without a vote.]`. */
    statement: RegExp;
    inFavour: RegExp;
    against: RegExp;
    abstaining: RegExp;
    /** Groups `inFavour`, `against`, `abstaining` in the statement. */
    counts: RegExp;
  };
  citation: {
    /** A key word that makes a bare number a citation: `resolutions?|decisions?`. Global; begins with a word. */
    keyword: RegExp;
    /** Whether the key word may stand after the number too (Chinese). */
    keywordAfter: boolean;
    /** Refers to the issuing organ's own documents: `its`, `sa`. Tested on the few words up to and with the key word. */
    own: RegExp;
    /** Bodies whose numbers are not the four organs': a match near the number forbids a citation. */
    foreignBody: RegExp;
    decision: RegExp;
    /** What joins a number and its date: ` of `, ` du `, `, en date du `. Whole gap. */
    dateLink: RegExp;
    /** What joins a number and the body that follows: ` of the `, ` de l'`, `, adopted by the `. Whole gap. */
    bodyLink: RegExp;
    /** A part of the cited document; groups `paragraph` (and `upTo`), `annex` (its number, when it has one). Global; begins with a word. */
    part: RegExp;
    /** What this language prints for the Latin letters of a number, folded: `باء` → `B`, `دإ` (special session) → `S`. */
    letters: Readonly<Record<string, string>>;
    /** `paragraph 5 above`, `of the present resolution`; groups `paragraph`, `section`, `annex`. Global; begins with a word. */
    internal: RegExp;
  };
  /** Superscript endings of ordinals, `er e re o os` : not note marks. */
  ordinalEndings: RegExp;
  /** `Ibid.`, `See`: how notes begin; evidence that a line is a note. */
  noteOpening: RegExp;
}

export interface Language extends Lexicon, Grammar {}

/** What a code unit folds to, 0 for itself. */
const FOLDS = new Uint16Array(0x10000);
const foldInto = (to: string, characters: string) => {
  for (const character of characters) FOLDS[character.charCodeAt(0)] = to.charCodeAt(0);
};
foldInto("'", '‘’‚‛ʼʹ′`´ʻ');
foldInto('"', '“”„‟«»″〝〞〟‹›');
foldInto('-', '‐‑‒–—―−﹣－');
foldInto(' ', '\t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000');
for (const digits of ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '０１２３４５６７８９'])
  digits.split('').forEach((digit, value) => foldInto(String(value), digit));
// letters as they are joined, `ﺔ`, and full-width ones; a ligature of two letters has no fold
for (const [from, to] of [
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
  [0xff21, 0xff5a],
] as const) {
  for (let code = from; code <= to; code++) {
    const plain = String.fromCharCode(code).normalize('NFKC').toLowerCase();
    if (plain.length === 1) FOLDS[code] = plain.charCodeAt(0);
  }
}
foldInto('(', '（');
foldInto(')', '）');
foldInto(',', '，،');
foldInto(';', '；؛');
foldInto(':', '：');
foldInto('.', '．。');

/**
 * The form in which text is compared. It has the length of the text, so that offsets agree.
 *
 * @example
 * fold('L’Assemblée générale') // "l'assemblée générale"
 */
export function fold(text: string): string {
  // the one letter that lower case lengthens
  const lower = (text.includes('İ') ? text.replaceAll('İ', 'I') : text).toLowerCase();
  let folded = '';
  let from = 0;
  for (let k = 0; k < lower.length; k++) {
    const to = FOLDS[lower.charCodeAt(k)] as number;
    if (to === 0) continue;
    folded += lower.slice(from, k) + String.fromCharCode(to);
    from = k + 1;
  }
  return from === 0 ? lower : folded + lower.slice(from);
}

const wordSets = new Map<string, ReadonlySet<string>>();

/** Words of a language, separated by blanks, as a set. */
export function wordSet(words: string): ReadonlySet<string> {
  const set = wordSets.get(words) ?? new Set(words.split(' '));
  wordSets.set(words, set);
  return set;
}

/** No article, preposition or conjunction is longer. */
const LONGEST_LINK = 12;

/** Whether a folded line breaks off behind an article, a preposition or a conjunction: what stands below it goes on with it. */
export function breaksOff(folded: string, { linkWords }: Language): boolean {
  const start = lastWordStart(folded);
  return folded.length - start <= LONGEST_LINK && wordSet(linkWords).has(folded.slice(start));
}

/**
 * Characters for the brackets of a pattern: drawn out (`الجمعيـة`), or written or not as one likes (`اعتُمد`, a soft hyphen). No word
 * is another one for them.
 */
export const ADORNMENTS = '\\u00ad\\u0640\\u064b-\\u0652\\u0670';
const ADORNMENT = new RegExp(`[${ADORNMENTS}]`, 'g');

/** A text without what only adorns its letters. */
export const unadorned = (text: string): string => text.replace(ADORNMENT, '');

/** The folded value of an excerpt: its stretches of the folded source, or made here and kept. */
export function foldedOf(excerpt: { readonly value: string; folded: string | undefined }): string {
  excerpt.folded ??= fold(excerpt.value);
  return excerpt.folded;
}
