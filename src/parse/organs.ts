/** Whose document a number is: the form of the number, its date, and the bodies named around it. */
import type { Organ } from '../ast.ts';
import type { Language } from '../language/index.ts';
import { firstFrom, matchesOf } from '../text/matches.ts';
import type { Candidate, Paragraph } from './citations.ts';
import { type FoundNumber, toRoman } from './symbols.ts';

/** A body that the text names; `foreign`: one that numbers its documents otherwise than the four organs. */
export interface Mention {
  start: number;
  end: number;
  body: Exclude<Organ, 'un'> | 'foreign';
}

// How far, in characters, the things of a citation stand from each other at most; measured on the UN's own links.
export const LINK = 45;
export const LIST_LINK = 8;
const NAMED_BEFORE = 60;
const OWN_BEFORE = 24;

/** The Assembly wrote 3541 (XXX), then 31/1. */
const LAST_ROMAN_SESSION = 30;
/** Sessions that both the Assembly and the Human Rights Council have had, up to 2025. */
const LAST_SHARED_SESSION = 62;
const LAST_SESSION = 150;

const bodyPatterns = new WeakMap<Language, RegExp>();

/** Finds the bodies that a folded text names, in its order. */
export function findMentions(folded: string, language: Language): Mention[] {
  let pattern = bodyPatterns.get(language);
  if (!pattern) {
    const names = Object.entries({ foreign: language.citation.foreignBody, ...language.organs });
    pattern = new RegExp(names.map(([body, { source }]) => `(?<${body}>${source})`).join('|'), 'gu');
    bodyPatterns.set(language, pattern);
  }
  return Array.from(matchesOf(pattern, folded), ({ index, 0: { length }, groups = {} }) => {
    const body = Object.keys(groups).find((name) => groups[name] !== undefined) as Mention['body'];
    return { start: index, end: index + length, body };
  });
}

/** What stands before a citation: where it begins, the body named last within reach, whether the organ speaks of its own. */
function before({ start, end, keyword }: Candidate, { folded, language, mentions }: Paragraph) {
  const anchor = keyword && keyword.start < end ? keyword.start : start;
  const last = mentions[firstFrom(mentions, start) - 1];
  const near = last && last.start >= anchor - NAMED_BEFORE ? last : undefined;
  const own = language.citation.own.test(folded.slice(Math.max(0, anchor - OWN_BEFORE), keyword?.end));
  return { anchor, near, own };
}

/**
 * Marks the numbers of other bodies: `Commission on Human Rights resolution 2003/2`, `résolution 20/3 de la Commission pour la
 * prévention du crime`, and those that go on in such a list.
 */
export function markForeign(cited: readonly Candidate[], paragraph: Paragraph): void {
  const isBeside = (from: number, to: number) => to - from <= 2 && /^[^\p{P}]*$/u.test(paragraph.folded.slice(from, to));
  let previous: Candidate | undefined;
  for (const candidate of cited) {
    const { number, keyword, after, start } = candidate;
    const opens = previous?.keyword !== keyword;
    if (!candidate.body) {
      const { near, anchor, own } = before(candidate, paragraph);
      const adjoins =
        near &&
        (near.start >= after ? start - near.end <= LINK : opens && number.form !== 'council' && isBeside(near.end, anchor));
      // `the Commission … in its resolution 2003/2`, said by an organ that has no such numbers
      const theirs =
        own &&
        (number.form === 'year'
          ? paragraph.issuing !== 'ecosoc'
          : number.form === 'session' && !hasSessions(paragraph.issuing));
      // the Commission on Human Rights numbered by years too, until 2006; a text goes on without its name
      const sameYears = number.form === 'year' && number.period <= 2006 && !own;
      const goesOn = !opens && previous?.body === 'foreign' && start - previous.end <= LIST_LINK;
      if (goesOn || (near?.body === 'foreign' && (adjoins || theirs || sameYears))) candidate.body = 'foreign';
    }
    previous = candidate;
  }
}

const hasSessions = (organ: Organ) => organ === 'ga' || organ === 'hrc';

/**
 * The canonical symbol of the document that a number stands for; undefined when it is none of the four organs'.
 *
 * What decides, in this order: the form (1325 (2000) is the Security Council's, 2017/18 the Economic and Social Council's), the
 * date, the body named beside it, `its`, the body named last, the issuing organ.
 */
export function symbolOf(candidate: Candidate, paragraph: Paragraph): string | undefined {
  const { number, body, keyword } = candidate;
  const { form, period, special } = number;
  if (!keyword || body === 'foreign') return undefined;
  const letter = number.letter && ` ${number.letter}`;
  // where both key words stand before it the number tells: decisions are counted from a figure of their own
  const kind = (firstDecision: number) =>
    keyword.decision && (!keyword.resolution || number.number >= firstDecision) ? 'DEC' : 'RES';

  if (form === 'council') return `S/RES/${number.number} (${period})`;
  if (form === 'year') return period < 1978 || period > 2100 ? undefined : `E/${kind(201)}/${period}/${number.number}${letter}`;
  if (form === 'roman') {
    const organ = organOfRoman(candidate, paragraph);
    return organ && `${organ}/RES/${number.number}${letter} (${special}${toRoman(period).toUpperCase()})`;
  }
  const organ = organOfSession(candidate, paragraph);
  if (organ === 'ga') return `A/${kind(401)}/${special}${period}/${number.number}${letter}`;
  if (organ === 'hrc') return `A/HRC/${kind(101)}/${special}${period}/${number.number}`;
  return undefined;
}

/** `1514 (XV)`: the Assembly's, or the Economic and Social Council's until 1977; regional commissions still write 782 (XL). */
function organOfRoman(candidate: Candidate, paragraph: Paragraph): 'A' | 'E' | undefined {
  const { period, special } = candidate.number;
  const year = candidate.date ? Number(candidate.date.slice(0, 4)) : undefined;
  if (special) return 'A';
  const { near, own } = before(candidate, paragraph);
  const named = candidate.body ?? near?.body ?? (own ? paragraph.issuing : undefined);
  if (named === 'ecosoc' || period > LAST_ROMAN_SESSION) return year && year > 1977 ? undefined : 'E';
  return year && !isSessionOf('ga', period, year) ? undefined : 'A';
}

/** Whether an organ had its session n in a year: the Assembly's nth opens in 1945 + n, the Human Rights Council has three a year. */
function isSessionOf(organ: 'ga' | 'hrc', session: number, year: number): boolean {
  if (organ === 'ga') return year === 1945 + session || year === 1946 + session;
  return year === 2006 + Math.floor((session - 1) / 3);
}

/** Whether the document can be of that day: a misprinted date is no date of adoption. */
export function isPossible(date: string, { form, period, special }: FoundNumber, symbol: string): boolean {
  const year = Number(date.slice(0, 4));
  if (form === 'council') return year === period;
  // the Economic and Social Council begins to count before the year does
  if (form === 'year') return year === period || year === period - 1;
  if (special || symbol.startsWith('E/')) return true;
  return isSessionOf(symbol.startsWith('A/HRC/') ? 'hrc' : 'ga', period, year);
}

/** Whose session is the 64 of `64/293`: the General Assembly's or the Human Rights Council's. */
function organOfSession(candidate: Candidate, paragraph: Paragraph): 'ga' | 'hrc' | undefined {
  const { date, body, start } = candidate;
  const { period, special } = candidate.number;
  const { assemblies, namesCouncil } = paragraph;
  const { near, own } = before(candidate, paragraph);
  const beside = body ?? near?.body;
  const council = paragraph.issuing === 'hrc' ? 'hrc' : undefined;
  if (special) return special === 'S-' && (beside === 'hrc' || (own && council && beside !== 'ga')) ? 'hrc' : 'ga';
  if (period > LAST_SESSION) return undefined;
  if (date) {
    const year = Number(date.slice(0, 4));
    if (isSessionOf('ga', period, year)) return 'ga';
    // other bodies have sessions so numbered, `décision 3/3 du 18 octobre 2006` of a conference: the Council must be named
    if (isSessionOf('hrc', period, year)) return namesCouncil ? 'hrc' : council;
    // neither had that session then: a body that the text does not name, or a misprint
    if (beside !== 'ga') return undefined;
  }
  if (body === 'ga' || body === 'hrc') return body;
  if (period > LAST_SHARED_SESSION) return 'ga';
  if (period <= LAST_ROMAN_SESSION) return namesCouncil ? 'hrc' : council;
  if (beside === 'ga' || beside === 'hrc') return beside;
  if (own) return council ?? 'ga';
  const named = assemblies[firstFrom(assemblies, start) - 1];
  return (named?.body as 'ga' | 'hrc' | undefined) ?? council ?? 'ga';
}
