/** Which numbers of a paragraph are citations: those after a key word, and those of the list that it opens. */
import type { Organ } from '../ast.ts';
import type { Language } from '../language/index.ts';
import { firstFrom, wordsOf } from '../text/matches.ts';
import type { FoundDate } from './dates.ts';
import { findMentions, isPossible, LINK, LIST_LINK, type Mention, markForeign, symbolOf } from './organs.ts';
import { type FoundNumber, findNumbers } from './symbols.ts';

/** A number that is a citation: [start, end) is the number alone, [from, to) takes in its key word, date and body. */
export interface CitedNumber {
  start: number;
  end: number;
  from: number;
  to: number;
  symbol: string;
  date?: string;
}

export interface Keyword {
  start: number;
  end: number;
  /** `resolutions and decisions` is both. */
  resolution: boolean;
  decision: boolean;
}

/** A number with what adjoins it. */
export interface Candidate {
  number: FoundNumber;
  /** [start, end) of the number with its date and its body. */
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

/** A paragraph and what was found in it; everything in the order of the text. */
export interface Paragraph {
  value: string;
  folded: string;
  language: Language;
  /** The organ whose document this is. */
  issuing: Organ;
  dates: readonly FoundDate[];
  mentions: readonly Mention[];
  /** Those of the mentions that have sessions: the General Assembly and the Human Rights Council. */
  assemblies: readonly Mention[];
  namesCouncil: boolean;
}

// How far, in characters, the members of a list stand from each other at most; measured on the UN's own links.
const LIST_GAP = 60;
const SURE_LIST_GAP = 300;
const DATES_GAP = /^\D{0,12}$/;

/**
 * Finds the numbers that are citations.
 *
 * @param value the paragraph as printed
 * @param folded the same, folded; offsets are code units of it
 * @param dates its full dates
 * @param issuing the organ whose document this is
 * @returns in the order of the text, with the canonical symbol of the document cited; a number of another body is left out
 */
export function findCitedNumbers(
  value: string,
  folded: string,
  dates: readonly FoundDate[],
  language: Language,
  issuing: Organ,
): CitedNumber[] {
  const keywords = findKeywords(folded, language);
  const numbers = keywords.length > 0 ? findNumbers(value, folded, language) : [];
  if (numbers.length === 0) return [];
  const mentions = findMentions(folded, language);
  const assemblies = mentions.filter(({ body }) => body === 'ga' || body === 'hrc');
  const namesCouncil = assemblies.some(({ body }) => body === 'hrc');
  const paragraph = { value, folded, language, issuing, dates, mentions, assemblies, namesCouncil };
  const candidates = numbers.map((number) => surroundings(number, paragraph));
  if (language.citation.keywordAfter) governFromBehind(candidates, keywords, paragraph);
  govern(candidates, keywords, paragraph);
  const cited = candidates.filter((candidate) => candidate.keyword);
  markForeign(cited, paragraph);
  shareBodies(cited);
  shareDates(cited, paragraph);
  return cited.flatMap((candidate): CitedNumber[] => {
    const symbol = symbolOf(candidate, paragraph);
    if (!symbol) return [];
    const { number, start, end, after, keyword } = candidate;
    const date = candidate.date && isPossible(candidate.date, number, symbol) ? candidate.date : undefined;
    const from = after === keyword?.end ? keyword.start : start;
    const to = after === keyword?.start ? keyword.end : end;
    return [{ start: number.start, end: number.end, symbol, from, to, ...(date && { date }) }];
  });
}

function findKeywords(folded: string, { citation }: Language): Keyword[] {
  const keywords: Keyword[] = [];
  for (const match of wordsOf(citation.keyword, folded)) {
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

interface Links {
  date: RegExp;
  body: RegExp;
}
const linksOf = new WeakMap<Language, Links>();

function links(language: Language): Links {
  let found = linksOf.get(language);
  if (!found) {
    const whole = ({ source }: RegExp) => new RegExp(`^(?:${source})$`, 'u');
    found = { date: whole(language.citation.dateLink), body: whole(language.citation.bodyLink) };
    linksOf.set(language, found);
  }
  return found;
}

/** `64/293 of 30 July 2010`, `48/13 Совета по правам человека от 8 октября 2021 года`, `2010年7月30日第64/293号`. */
function surroundings(number: FoundNumber, { folded, language, dates, mentions }: Paragraph): Candidate {
  const candidate: Candidate = { number, start: number.start, end: number.end, after: -1 };
  const link = links(language);
  const isLinked = (pattern: RegExp, from: number, to: number) =>
    to - from <= LINK && pattern.test(folded.slice(from, to).replace(/ +/g, ' '));
  const before = dates[firstFrom(dates, number.start) - 1];
  if (before && isLinked(link.date, before.end, number.start)) {
    candidate.date = before.date;
    candidate.start = before.start;
  }
  // date and body in either order
  for (let turn = 0; turn < 2; turn++) {
    const date = candidate.date ? undefined : dates[firstFrom(dates, candidate.end)];
    const mention = candidate.body ? undefined : mentions[firstFrom(mentions, candidate.end)];
    if (date && isLinked(link.date, candidate.end, date.start)) {
      candidate.date = date.date;
      candidate.end = date.end;
    } else if (mention && isLinked(link.body, candidate.end, mention.start)) {
      candidate.body = mention.body;
      candidate.end = mention.end;
    }
  }
  return candidate;
}

/** Gives each candidate the key word before it, as far as the text between reads like one list. */
function govern(candidates: readonly Candidate[], keywords: readonly Keyword[], paragraph: Paragraph): void {
  let next = 0;
  let keyword: Keyword | undefined;
  let reach = 0;
  for (const candidate of candidates) {
    for (; next < keywords.length && (keywords[next] as Keyword).end <= candidate.number.start; next++) {
      keyword = keywords[next] as Keyword;
      reach = Math.max(reach, keyword.end);
    }
    if (!candidate.keyword && keyword && isOneList(candidate, reach, candidate.start, paragraph)) {
      candidate.keyword = keyword;
      candidate.after = reach;
    }
    if (candidate.keyword) reach = Math.max(reach, candidate.end);
  }
}

/** The same for a key word behind its numbers: `第1267(1999)号、第1373(2001)号决议`. */
function governFromBehind(candidates: readonly Candidate[], keywords: readonly Keyword[], paragraph: Paragraph): void {
  let next = keywords.length - 1;
  let keyword: Keyword | undefined;
  let reach = paragraph.folded.length;
  for (const candidate of candidates.toReversed()) {
    for (; next >= 0 && (keywords[next] as Keyword).start >= candidate.end; next--) {
      keyword = keywords[next] as Keyword;
      reach = keyword.start;
    }
    if (keyword && isOneList(candidate, candidate.end, reach, paragraph)) {
      candidate.keyword = keyword;
      candidate.after = reach;
      reach = candidate.start;
    }
  }
}

/** Whether [from, to) may stand between a candidate and its neighbour in a list. */
function isOneList({ number, date, body }: Candidate, from: number, to: number, { value, folded }: Paragraph): boolean {
  if (from >= to) return true;
  const sure = number.form === 'council' || date !== undefined || body !== undefined;
  // `the biennium 2022/23`: two years with a stroke between are a number only right behind the key word
  const years = !sure && number.form === 'year' && number.number === (number.period + 1) % 100;
  if (to - from > (years ? LIST_LINK : sure ? SURE_LIST_GAP : LIST_GAP)) return false;
  if (/[.!?]["”»’)]?\s+["“«(]?[\p{Lu}\p{Lo}]|。/u.test(value.slice(from, to))) return false;
  return sure || !folded.slice(from, to).includes(';');
}

/** `resolutions 61/16, 68/1 and 72/305 of the General Assembly`: the body named after the last is that of all. */
function shareBodies(cited: readonly Candidate[]): void {
  for (let k = cited.length - 1; k > 0; k--) {
    const candidate = cited[k] as Candidate;
    const before = cited[k - 1] as Candidate;
    if (isNextInList(before, candidate) && candidate.body && !before.body) before.body = candidate.body;
  }
}

/**
 * The date behind the last member of a list is also that of the members just before it that have none and are of its session
 * (`resolutions 5/1 and 5/2 of 18 June 2007`); several dates are those of the members one by one (`les résolutions 61/16 et 68/1
 * de l'Assemblée générale, en date du 20 novembre 2006 et du 20 septembre 2013`).
 */
function shareDates(cited: readonly Candidate[], { folded, dates }: Paragraph): void {
  let first = 0;
  cited.forEach((last, k) => {
    const previous = cited[k - 1];
    if (!previous || previous.date || !isNextInList(previous, last)) first = k;
    if (!last.date || last.end <= last.number.end) return;
    const from = firstFrom(dates, last.number.end);
    let to = from + 1;
    while (to < dates.length && DATES_GAP.test(folded.slice((dates[to - 1] as FoundDate).end, (dates[to] as FoundDate).start)))
      to++;
    const { form, period } = last.number;
    for (let j = first; j <= k; j++) {
      const member = cited[j] as Candidate;
      if (to - from === k - first + 1) member.date = (dates[from + j - first] as FoundDate).date;
      else if (to - from > 1) delete member.date;
      // the Security Council's numbers tell the year only
      else if (form !== 'council' && member.number.form === form && member.number.period === period) member.date = last.date;
    }
  });
}

/** Whether two candidates follow each other in a list with next to nothing between. */
const isNextInList = (before: Candidate, candidate: Candidate): boolean =>
  before.keyword === candidate.keyword && candidate.start - before.end <= LIST_LINK;
