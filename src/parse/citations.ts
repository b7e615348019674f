/** Which numbers of a paragraph are citations, and of which organ's documents: what the words around them say. */
import type { Organ } from '../ast.ts';
import type { Language } from '../language/index.ts';
import type { FoundDate } from './dates.ts';
import { type FoundNumber, findNumbers, toRoman } from './symbols.ts';

/** A body that the text names; `foreign`: one whose numbers are not those of the four organs. */
interface Mention {
  start: number;
  end: number;
  body: Exclude<Organ, 'un'> | 'foreign';
}

interface Keyword {
  start: number;
  end: number;
  /** `resolutions and decisions` is both. */
  resolution: boolean;
  decision: boolean;
}

/** A number with what adjoins it. */
interface Candidate {
  number: FoundNumber;
  /** Of the number with its date and its body. */
  start: number;
  end: number;
  date?: string;
  /** The body named after it: `64/293 of the General Assembly`. */
  body?: Mention['body'];
  /** The key word that governs it. */
  keyword?: Keyword;
  /** Where its neighbour in the list ends, the key word or the number before it; with a key word behind, where that starts. */
  after: number;
}

/** A number that is a citation. */
export interface CitedNumber {
  start: number;
  end: number;
  symbol: string;
  date?: string;
  /** Where the citation begins and ends with its key word, date and body. */
  from: number;
  to: number;
}

interface Context {
  language: Language;
  issuing: Organ;
}

interface Grammar {
  bodies: RegExp;
  dateLink: RegExp;
  bodyLink: RegExp;
}
const grammars = new WeakMap<Language, Grammar>();

function grammarOf(language: Language): Grammar {
  let grammar = grammars.get(language);
  if (!grammar) {
    const { citation, organs } = language;
    const bodies = { foreign: citation.foreignBody, ...organs };
    const named = Object.entries(bodies).map(([body, { source }]) => `(?<${body}>${source})`);
    const whole = ({ source }: RegExp) => new RegExp(`^(?:${source})$`, 'u');
    grammar = {
      bodies: new RegExp(named.join('|'), 'gu'),
      dateLink: whole(citation.dateLink),
      bodyLink: whole(citation.bodyLink),
    };
    grammars.set(language, grammar);
  }
  return grammar;
}

// How far, in characters, the things of a citation stand from each other; measured on the UN's own links.
const LINK = 45;
const LIST_LINK = 8;
const OWN_BEFORE = 24;
const NAMED_BEFORE = 60;
const LIST_GAP = 60;
const SURE_LIST_GAP = 300;

/** The Assembly wrote 3541 (XXX), then 31/1. */
const LAST_ROMAN_SESSION = 30;
/** Sessions that both the Assembly and the Human Rights Council have had, up to 2025. */
const LAST_SHARED_SESSION = 62;

/** Index of the first item that starts at `offset` or after it; items ascend. */
export function firstFrom(items: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { start: number }).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findMentions(folded: string, bodies: RegExp): Mention[] {
  const mentions: Mention[] = [];
  for (const match of folded.matchAll(bodies)) {
    const body = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0] as Mention['body'];
    mentions.push({ start: match.index, end: match.index + match[0].length, body });
  }
  return mentions;
}

function findKeywords(folded: string, { citation }: Language): Keyword[] {
  const keywords: Keyword[] = [];
  for (const match of folded.matchAll(citation.keyword)) {
    const decision = citation.decision.test(match[0]);
    const keyword = { start: match.index, end: match.index + match[0].length, resolution: !decision, decision };
    const last = keywords.at(-1);
    // `relevant resolutions and decisions, including 70/1`: no number between them, so both govern it
    if (last && keyword.start - last.end < 12 && !/\d/.test(folded.slice(last.end, keyword.start))) {
      keyword.resolution ||= last.resolution;
      keyword.decision ||= last.decision;
    }
    keywords.push(keyword);
  }
  return keywords;
}

/** Whether an organ had its session n in a year: the Assembly's nth opens in 1945+n, the Human Rights Council has three a year. */
function isSessionOf(organ: 'ga' | 'hrc', session: number, year: number): boolean {
  if (organ === 'ga') return year === 1945 + session || year === 1946 + session;
  return year === 2006 + Math.floor((session - 1) / 3);
}

/**
 * Finds the numbers that are citations: a number is one only after a key word (Chinese: before it) or in the list that one opens.
 *
 * @param value the paragraph as printed
 * @param folded the same, folded
 * @param dates its full dates
 * @param issuing the organ whose document this is
 * @returns in the order of the text, with the symbol of the document cited
 */
export function findCitedNumbers(
  value: string,
  folded: string,
  dates: readonly FoundDate[],
  language: Language,
  issuing: Organ,
): CitedNumber[] {
  const context = { language, issuing };
  const numbers = findNumbers(value, folded, language);
  if (numbers.length === 0) return [];
  const keywords = findKeywords(folded, language);
  if (keywords.length === 0) return [];
  const grammar = grammarOf(language);
  const mentions = findMentions(folded, grammar.bodies);
  const candidates = numbers.map((number) => surroundings(number, folded, dates, mentions, grammar));
  if (language.citation.keywordAfter) governFromBehind(candidates, keywords, value, folded);
  govern(candidates, keywords, value, folded);
  const cited = candidates.filter((candidate) => candidate.keyword);
  markForeign(cited, mentions, folded, context);
  bodiesOfLists(cited);
  return cited.flatMap((candidate): CitedNumber[] => {
    const symbol = symbolOf(candidate, mentions, folded, context);
    if (!symbol) return [];
    const { number, date, start, end, after, keyword } = candidate;
    const from = after === keyword?.end ? keyword.start : start;
    const to = after === keyword?.start ? keyword.end : end;
    return [{ start: number.start, end: number.end, symbol, from, to, ...(date && { date }) }];
  });
}

function surroundings(
  number: FoundNumber,
  folded: string,
  dates: readonly FoundDate[],
  mentions: readonly Mention[],
  { dateLink, bodyLink }: Grammar,
): Candidate {
  const candidate: Candidate = { number, start: number.start, end: number.end, after: -1 };
  const linked = (link: RegExp, from: number, to: number) =>
    to - from <= LINK && link.test(folded.slice(from, to).replace(/ +/g, ' '));
  const before = dates[firstFrom(dates, number.start) - 1];
  if (before && linked(dateLink, before.end, number.start)) {
    candidate.date = before.date;
    candidate.start = before.start;
  }
  // `64/293 of 30 July 2010`, `48/13 Совета по правам человека от 8 октября 2021 года`, `32/3 du 30 juin 2016 du Conseil`
  for (let turn = 0; turn < 2; turn++) {
    const date = candidate.date ? undefined : dates[firstFrom(dates, candidate.end)];
    const mention = candidate.body ? undefined : mentions[firstFrom(mentions, candidate.end)];
    if (date && linked(dateLink, candidate.end, date.start)) {
      candidate.date = date.date;
      candidate.end = date.end;
    } else if (mention && linked(bodyLink, candidate.end, mention.start)) {
      candidate.body = mention.body;
      candidate.end = mention.end;
    }
  }
  return candidate;
}

/** Gives each candidate the key word before it, as far as the text between reads like one list. */
function govern(candidates: readonly Candidate[], keywords: readonly Keyword[], value: string, folded: string): void {
  let next = 0;
  let keyword: Keyword | undefined;
  let reach = 0;
  for (const candidate of candidates) {
    for (; next < keywords.length && (keywords[next] as Keyword).end <= candidate.number.start; next++) {
      keyword = keywords[next] as Keyword;
      reach = Math.max(reach, keyword.end);
    }
    if (!candidate.keyword && keyword && isOneList(candidate, reach, candidate.start, value, folded)) {
      candidate.keyword = keyword;
      candidate.after = reach;
    }
    if (candidate.keyword) reach = Math.max(reach, candidate.end);
  }
}

/** The same for a key word behind its numbers: `第1267(1999)号、第1373(2001)号决议`. */
function governFromBehind(candidates: readonly Candidate[], keywords: readonly Keyword[], value: string, folded: string): void {
  let next = keywords.length - 1;
  let keyword: Keyword | undefined;
  let reach = folded.length;
  for (const candidate of [...candidates].reverse()) {
    for (; next >= 0 && (keywords[next] as Keyword).start >= candidate.end; next--) {
      keyword = keywords[next] as Keyword;
      reach = keyword.start;
    }
    if (keyword && isOneList(candidate, candidate.end, reach, value, folded)) {
      candidate.keyword = keyword;
      candidate.after = reach;
      reach = candidate.start;
    }
  }
}

/** Whether [from, to) may stand between the things of one list. */
function isOneList({ number, date, body }: Candidate, from: number, to: number, value: string, folded: string): boolean {
  if (from >= to) return true;
  const undated = !date && !body;
  // `2022/23`, two years with a stroke between, `24/7`: numbers only right behind the key word
  const span = undated && number.form === 'year' && number.number === (number.period + 1) % 100;
  const sure = number.form === 'council' || !undated;
  if (to - from > (span ? 20 : sure ? SURE_LIST_GAP : LIST_GAP)) return false;
  const gap = value.slice(from, to);
  return !/[.!?]["”»’)]?\s+["“«(]?\p{Lu}|。/u.test(gap) && (sure || !folded.slice(from, to).includes(';'));
}

/** `resolutions 61/16, 68/1 and 72/305 of the General Assembly`: the body named after the last is that of all. */
function bodiesOfLists(cited: readonly Candidate[]): void {
  for (let k = cited.length - 1; k > 0; k--) {
    const candidate = cited[k] as Candidate;
    const before = cited[k - 1] as Candidate;
    const isList = before.keyword === candidate.keyword && candidate.start - before.end <= LIST_LINK;
    if (isList && candidate.body && !before.body) before.body = candidate.body;
  }
}

/**
 * Marks the numbers of other bodies: `Commission on Human Rights resolution 2003/2`, `décision 2004/110 de la Commission des
 * droits de l'homme`, and those that go on in such a list.
 */
function markForeign(cited: readonly Candidate[], mentions: readonly Mention[], folded: string, context: Context): void {
  let previous: Candidate | undefined;
  for (const candidate of cited) {
    const { number, keyword, after, start } = candidate;
    const opens = !previous || previous.keyword !== keyword;
    if (!candidate.body && keyword) {
      const { near, anchor, own } = before(candidate, mentions, folded, context.language);
      const adjoins = near && (near.start >= after ? start - near.end <= LINK : opens && anchor - near.end <= 4);
      const issuers: Organ[] =
        number.form === 'year' ? ['ecosoc'] : number.form === 'session' ? ['ga', 'hrc'] : [context.issuing];
      const elsewhere = !issuers.includes(context.issuing);
      const goesOn = !opens && previous?.body === 'foreign' && start - previous.end <= LIST_LINK;
      // the Commission on Human Rights numbered by years too, until 2006; a text that names it goes on without its name
      const sameYears = number.form === 'year' && number.period <= 2006 && !own;
      if (goesOn || (near?.body === 'foreign' && (adjoins || sameYears || (own && elsewhere)))) candidate.body = 'foreign';
    }
    previous = candidate;
  }
}

/** What stands before a citation: the body named last, within reach, and whether the organ speaks of its own. */
function before({ start, end, keyword }: Candidate, mentions: readonly Mention[], folded: string, language: Language) {
  const behind = !keyword || keyword.start >= end;
  const anchor = behind ? start : keyword.start;
  const last = mentions[firstFrom(mentions, start) - 1];
  const near = last && last.start >= anchor - NAMED_BEFORE ? last : undefined;
  const own = language.citation.own.test(folded.slice(Math.max(0, anchor - OWN_BEFORE), keyword?.end));
  return { near, anchor, own };
}

/** The symbol of the document, undefined when its number is none of the four organs'. */
function symbolOf(candidate: Candidate, mentions: readonly Mention[], folded: string, context: Context): string | undefined {
  const { number, date, body, keyword } = candidate;
  const { form, period, special } = number;
  if (!keyword || body === 'foreign') return undefined;
  const { near, own } = before(candidate, mentions, folded, context.language);
  const letter = number.letter && ` ${number.letter}`;
  // where both key words stand before it, the number tells: decisions are counted from another figure
  const kind = (firstDecision: number) =>
    keyword.decision && (!keyword.resolution || number.number >= firstDecision) ? 'DEC' : 'RES';
  const year = date && Number(date.slice(0, 4));

  if (form === 'council') return `S/RES/${number.number} (${period})`;
  if (form === 'year') return period < 1978 || period > 2100 ? undefined : `E/${kind(201)}/${period}/${number.number}${letter}`;
  if (form === 'roman') {
    const named = body ?? near?.body ?? (own ? context.issuing : undefined);
    const council = !special && (period > LAST_ROMAN_SESSION || named === 'ecosoc');
    if (year && year !== 1945 + period && year !== 1946 + period && !special && !council) return undefined;
    if (year && council && year > 1978) return undefined;
    return `${council ? 'E' : 'A'}/RES/${number.number}${letter} (${special}${toRoman(period).toUpperCase()})`;
  }
  const organ = organOfSession(candidate, mentions, near?.body, own, context.issuing);
  if (organ === 'ga') return `A/${kind(401)}/${special}${period}/${number.number}${letter}`;
  if (organ === 'hrc') return `A/HRC/${kind(101)}/${special}${period}/${number.number}`;
  return undefined;
}

/** Whose session is the 64 of `64/293`: the General Assembly's or the Human Rights Council's. */
function organOfSession(
  { number, date, body, start }: Candidate,
  mentions: readonly Mention[],
  near: Mention['body'] | undefined,
  own: boolean,
  issuing: Organ,
): 'ga' | 'hrc' | undefined {
  const { period, special } = number;
  const isCouncil = body === 'hrc' || (!body && (near === 'hrc' || (own && issuing === 'hrc' && near !== 'ga')));
  if (special) return special === 'S-' && isCouncil ? 'hrc' : 'ga';
  if (period > 150) return undefined;
  if (date) {
    const year = Number(date.slice(0, 4));
    if (isSessionOf('ga', period, year)) return 'ga';
    if (isSessionOf('hrc', period, year)) return 'hrc';
    // neither had that session then: a body that the text does not name, or a misprint
    if (body !== 'ga' && near !== 'ga') return undefined;
  }
  if (body === 'ga' || body === 'hrc') return body;
  if (period > LAST_SHARED_SESSION) return 'ga';
  const named = mentions
    .slice(0, firstFrom(mentions, start))
    .findLast((mention) => mention.body === 'hrc' || mention.body === 'ga');
  if (period <= LAST_ROMAN_SESSION) return named?.body === 'hrc' || issuing === 'hrc' ? 'hrc' : undefined;
  if (near === 'ga' || near === 'hrc') return near;
  if (own) return issuing === 'hrc' ? 'hrc' : 'ga';
  return (named?.body as 'ga' | 'hrc' | undefined) ?? (issuing === 'hrc' ? 'hrc' : 'ga');
}
