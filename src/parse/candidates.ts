/** What may call a note: raised characters, digits that end a word or stand where none should, asterisks; and how likely each is one. */
import { fold, foldedOf, type Language } from '../language/index.ts';
import { type Excerpt, originOf } from '../source.ts';
import type { Footnote } from '../text/footnotes.ts';
import { plainMarker } from '../text/marks.ts';
import { matchesOf, wordsOf } from '../text/matches.ts';

/** A call in a text: [start, end) of its excerpt; the note called, or none when it calls one again. */
export interface Call {
  text: number;
  start: number;
  end: number;
  /** Offset in the source, which orders the calls. */
  at: number;
  marker: string;
  note?: Footnote;
  /** Whether typography marks it; otherwise it was inferred from bare digits. */
  raised: boolean;
  /** Whether the digits could well be something else. */
  doubtful?: true;
}

/** A text that may be a call, at what cost it is one. */
export interface Candidate extends Call {
  cost: number;
}

export interface CallContext {
  language: Language;
  /** Whether the text was broken into lines by the page: then a blank may stand before a call. */
  wrapped: boolean;
  /** Texts in which a bare digit is never a call: the numbers of a masthead. */
  raisedOnly: ReadonlySet<Excerpt>;
  /** Whether the document has raised digits that are characters of their own. */
  raisedDigits: boolean;
}

const UNICODE_RAISED = /⁽[⁰¹²³⁴-⁹]{1,3}⁾|[⁰¹²³⁴-⁹]{1,12}/g;
/** Units that are raised to a power: `km²`. */
const POWER = /(?:^|[\s\d(])[kcdm]?m$/;

export function raisedCandidates(
  text: Excerpt,
  index: number,
  markers: ReadonlySet<string>,
  { language, raisedDigits }: CallContext,
): Candidate[] {
  const found: Candidate[] = [];
  const add = (start: number, end: number) => {
    const marker = plainMarker(text.value.slice(start, end));
    found.push({ text: index, start, end, marker, raised: true, cost: 0, at: originOf(text, start) });
  };
  for (const { start, end, style } of text.styles) {
    if (style !== 'sup') continue;
    if (/\p{Lu}/u.test(text.value.slice(start, end))) continue;
    const value = fold(text.value.slice(start, end)).trim();
    if (!/^(?:[([]?\d{1,3}[)\]]?|\*{1,3}|[a-z])(?:, ?\d{1,3})*$/.test(value)) continue;
    // `n^o` and `1^er` are words, and a letter that is no note's is one of a table's own
    if (/^[a-z]+$/.test(value) && (!markers.has(value) || language.ordinalEndings.test(value) || start === 0)) continue;
    for (const part of text.value.slice(start, end).matchAll(/[^,\s]+/g))
      add(start + part.index, start + part.index + part[0].length);
  }
  const raised = text.styles.filter(({ style }) => style === 'sup');
  let k = 0;
  if (!raisedDigits) return found;
  for (const match of matchesOf(UNICODE_RAISED, text.value)) {
    if (POWER.test(text.value.slice(Math.max(0, match.index - 4), match.index))) continue;
    while (k < raised.length && (raised[k] as { end: number }).end <= match.index) k++;
    if ((raised[k]?.start ?? Number.POSITIVE_INFINITY) <= match.index) continue;
    if (match[0].startsWith('⁽')) {
      add(match.index, match.index + match[0].length);
      continue;
    }
    const run = plainMarker(match[0]);
    let start = match.index;
    for (const marker of splitRun(run, markers) ?? [run]) {
      add(start, start + marker.length);
      start += marker.length;
    }
  }
  return found;
}

/** The calls that a run of raised digits holds: `¹²¹³¹⁴` calls notes 12, 13 and 14, if there is no note 121314. */
function splitRun(run: string, known: ReadonlySet<string>, above = 0): string[] | undefined {
  if (run === '' || known.has(run)) return run === '' ? [] : [run];
  for (let length = 1; length <= Math.min(3, run.length); length++) {
    const marker = run.slice(0, length);
    if (!known.has(marker) || Number(marker) <= above) continue;
    const rest = splitRun(run.slice(length), known, Number(marker));
    if (rest) return [marker, ...rest];
  }
  return undefined;
}

/** What may stand behind a call; Chinese has no blanks: `报告13所载`. */
const AFTER_CALL = /[\s.,;:!?)"'\]\p{Script=Han}-]/u;

const BRACKETS: ReadonlySet<string> = new Set(['()', '[]']);

/** What the notes of a document have about their numbers, and so their calls: `(1)`, in Arabic; `[1]`; `1/`, until 1996. */
export interface Signs {
  bracketed: boolean;
  slashed: boolean;
}

/** The call that some digits are with such signs: not the `1/` of `11/1/`, `2.1/2` or `A/1/Add.1`. */
function signedAt(
  folded: string,
  start: number,
  end: number,
  { bracketed, slashed }: Signs,
): Pick<Call, 'start' | 'end'> | undefined {
  if (bracketed && BRACKETS.has(`${folded[start - 1]}${folded[end]}`)) return { start: start - 1, end: end + 1 };
  const isSlashed = slashed && folded[end] === '/' && AFTER_CALL.test(folded[end + 1] ?? ' ');
  return isSlashed && !/\d\.$|\/$/.test(folded.slice(Math.max(0, start - 2), start)) ? { start, end: end + 1 } : undefined;
}

/** Digits that end a word, a year or another number, or stand alone. What stands around them sets the cost. */
const DIGITS = /\d+/g;

export function plainCandidates(
  text: Excerpt,
  k: number,
  markers: ReadonlySet<string>,
  signs: Signs,
  wrapped: boolean,
  language: Language,
): Candidate[] {
  const found: Candidate[] = [];
  const folded = foldedOf(text);
  let numbers: Set<number> | undefined;
  // the number of a title line: `80/71. Convention`
  const from = /^\d[^\s\p{Script=Han}]*/u.exec(folded)?.[0].length ?? 0;
  for (const match of matchesOf(DIGITS, folded)) {
    const digits = match[0];
    const end = match.index + digits.length;
    const next = folded[end] ?? ' ';
    const signed = signedAt(folded, match.index, end, signs);
    if (signed && markers.has(digits)) {
      found.push({ text: k, ...signed, marker: digits, raised: true, cost: 0, at: originOf(text, signed.start) });
      continue;
    }
    if (signs.slashed || match.index < from) continue;
    if (!AFTER_CALL.test(next) || /^[.,]\d/.test(folded.slice(end, end + 2)) || digits.length > 7) continue;
    for (let length = Math.min(3, digits.length); length > 0; length--) {
      const marker = digits.slice(-length);
      if (marker.startsWith('0') || !markers.has(marker)) continue;
      numbers ??= numbersIn(folded, language);
      if (numbers.has(match.index)) break;
      const start = end - length;
      const cost = costOf(folded, match.index, [start, end], wrapped, language);
      if (cost !== undefined) found.push({ text: k, start, end, marker, raised: false, cost, at: originOf(text, start) });
    }
  }
  return found;
}

/** Offsets of the days and years of dates and of the numbers of paragraphs: `2 June 2022`, `paragraph 4 of`. */
function numbersIn(folded: string, { date, citation }: Language): Set<number> {
  const offsets = new Set<number>();
  for (const match of [...matchesOf(date, folded), ...wordsOf(citation.part, folded)]) {
    for (const digits of matchesOf(DIGITS, match[0])) offsets.add(match.index + digits.index);
  }
  return offsets;
}

/** How unlikely it is that [start, end) of a number that begins at `number` is a call; `undefined` when it cannot be. */
function costOf(
  folded: string,
  number: number,
  [start, end]: readonly [number, number],
  wrapped: boolean,
  { citation }: Language,
): number | undefined {
  const before = folded[number - 1] ?? '';
  if (number === 0) return undefined;
  if (start > number) {
    const rest = folded.slice(number, start);
    // `2030` + `4`
    if (YEAR.test(rest) && !/[/\d]/.test(before)) return 1;
    // `в мае 2021 года` is a year
    if (YEAR.test(folded.slice(number, end)) && before === ' ') return 4;
    if (SESSION.test(folded.slice(Math.max(0, number - 4), number))) {
      // no session has so many: `55/2361`; or so many resolutions: `la résolution 79/451`
      if (rest.length === 3) return 2;
      const isDecision = citation.decision.test(folded.slice(Math.max(0, number - NEAR), number));
      if (Number(folded.slice(number, end)) >= MOST_RESOLUTIONS && !isDecision) return 2.5;
    }
    return rest.length <= 3 || /[/.]/.test(before) ? 3 : 4;
  }
  if (/\p{L}/u.test(before)) {
    // `G20`, `CO2`, `PM2.5`: an identifier, if it is short
    const word = /[\p{L}-]*$/u.exec(folded.slice(Math.max(0, number - 24), number))?.[0] ?? '';
    // in the middle of Chinese words it may be a number: `报告13所载`, `共13个`
    if (HAN.test(before)) return /^(?:\p{Script=Han}| ?\d)/u.test(folded.slice(end, end + 2)) ? 2 : 0;
    return word.length >= 3 || HAN.test(word) ? 0 : 2;
  }
  if (/[)"'\]%》〉」』】]/.test(before)) return 0;
  if (before === '.' && IN_SYMBOL.test(folded.slice(Math.max(0, number - 8), number))) return undefined;
  if (/[,;.:]/.test(before)) {
    // `17 September 2018,3 and`, `Agenda 21,3 in`; but `2,5 %`
    const digits = /\d*$/.exec(folded.slice(Math.max(0, number - 9), number - 1))?.[0] ?? '';
    if (digits === '' || YEAR.test(digits) || before === ';') return 0.5;
    return before === ',' ? 1.5 : 2.5;
  }
  // pdftotext may set a blank before a raised digit: `l’horizon 2030 4, le`; a text of whole paragraphs has none
  if (before !== ' ' || !wrapped) return undefined;
  return /^ ?[,;.:)]/.test(folded.slice(end, end + 2)) || /[,;.]/.test(folded[number - 2] ?? '') ? 2.5 : 3.5;
}

/** The decisions of a session are numbered from 401 on. */
const MOST_RESOLUTIONS = 400;
/** Characters before a number within which it is said to be a decision's. */
const NEAR = 30;
const SESSION = /(?<!\d)\d\d\/$/;
/** What counts the documents of a series: `A/45/1/Add.1`, `and Corr.2`, `A/C.3/79/L.41`. */
const IN_SYMBOL = /(?<!\p{L})(?:add|amend|corr|rev|conf|crp|inf|misc|pv|sr|wp|[cdel])\.$/u;
const YEAR = /^(?:1[89]|20)\d\d$/;
const HAN = /\p{Script=Han}/u;

export function asteriskCandidates(text: Excerpt, k: number): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.value.matchAll(/\*{1,3}/g)) {
    if (match.index === 0) continue;
    const end = match.index + match[0].length;
    found.push({ text: k, start: match.index, end, marker: match[0], raised: true, cost: 0, at: originOf(text, match.index) });
  }
  return found;
}
