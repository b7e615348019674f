/** The conclusions: meeting and date of adoption, and the vote where it is printed, after the last operative paragraph. */
import type { Adoption, Conclusions, Metadata, Organ, Vote, VoteGroup } from '../ast.ts';
import { fold, type Language } from '../language/index.ts';
import { type Excerpt, originOf, positionAt, type Source } from '../source.ts';
import { joinLines } from '../text/footnotes.ts';
import type { Line } from '../text/lines.ts';
import type { FoundDate } from './dates.ts';
import { inlines } from './inline.ts';
import { dateSpan, type FindSpans } from './masthead.ts';
import { findReferences } from './references.ts';
import { datesIn, matchStart, matchWhole, type Reading, reading, tighten } from './spacing.ts';
import { runsOn, wrappingOf } from './wrapping.ts';

/** Longer lines are running text. */
const LONGEST = 160;
/** A line with several meetings side by side begins with a number, one with its day ends with the year; one without is short. */
const SHORT = 60;
const MAY_BE_LONG = /^[^\p{L}]*\d|\d{4}\.?$/u;
/** What ends so goes on in the next line. */
const OPEN_ENDS = ',;:';

/** What a line that says when and where gives: numbers of meetings and days, as many as are printed. */
interface Occasion {
  meetings: string[];
  dates: FoundDate[];
}

/** The occasions of a line that has nothing else on it; several stand side by side: `34e séance plénière 40e séance plénière`. */
function occasionOf(folded: string, language: Language): Occasion | undefined {
  if (folded.length > LONGEST) return undefined;
  const open = OPEN_ENDS.includes(folded.trimEnd().slice(-1) || ',');
  // `52-е пленарное заседание, ⏎ 12 декабря 2024 года`
  if (open && !(folded.length < SHORT && folded.trimEnd().endsWith(','))) return undefined;
  if (folded.length > SHORT && !MAY_BE_LONG.test(folded)) return undefined;
  const dates = datesIn(folded, language);
  let rest = '';
  let at = 0;
  for (const { start, end } of dates) {
    rest += `${folded.slice(at, start)} `;
    at = end;
  }
  rest = reading(rest + folded.slice(at)).replace(/^[ .,]+|[ .,]+$/g, '');
  // `183e séance plénière, le 10 décembre 1948`
  if (dates.length > 0) rest = rest.replace(/, \p{L}{1,3}$/u, '');
  if (rest === '') return dates.length > 0 && !open ? { meetings: [], dates } : undefined;
  const meetings = meetingsOf(rest, language);
  return meetings && !(open && dates.length > 0) ? { meetings, dates } : undefined;
}

/** The numbers of the meetings that a text names; undefined when there is anything else in it. */
function meetingsOf(text: string, language: Language): string[] | undefined {
  const numberOf = (line: Reading) => {
    const number = matchWhole(language.meeting, line)?.groups?.number;
    // `novena sesión plenaria`
    return number && (language.ordinals.get(number)?.toString() ?? number);
  };
  const single = numberOf({ text, tight: false }) ?? (text.length < SHORT ? numberOf(tighten(text)) : undefined);
  if (single) return [single];
  // two meetings have two numbers
  if (!/\d\D+\d/.test(text)) return undefined;
  const meetings: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const names = [...rest.matchAll(/ |$/g)].map(({ index }) => rest.slice(0, index)).reverse();
    const name = names.find((candidate) => numberOf({ text: candidate, tight: false }));
    const number = name && numberOf({ text: name, tight: false });
    if (!number) return undefined;
    meetings.push(number);
    rest = rest.slice(name.length).trim();
  }
  return meetings;
}

/** Whether the statement of a vote begins here; one in brackets is known even when extraction left blanks in its words. */
function opensVote(folded: string, { vote: { statement } }: Language): boolean {
  if (matchStart(statement, { text: folded, tight: false })) return true;
  return /^[[\]]/.test(folded) && matchStart(statement, tighten(reading(folded.slice(0, LONGEST)))) !== undefined;
}

/**
 * Whether a line is one with which a body ends: the meeting, with its date or without, or the statement of the vote. A date
 * alone is not: a table may have one.
 *
 * @param folded the line as `fold` gives it
 * @example
 * isConclusionLine('53e séance plénière', french) // true
 */
export function isConclusionLine(folded: string, language: Language): boolean {
  return opensVote(folded, language) || (occasionOf(folded, language)?.meetings.length ?? 0) > 0;
}

export interface ConclusionsContext {
  /** Who issued the document: whose `its resolution` is meant. */
  organ?: Organ;
  /** Finds the calls of notes in an excerpt. */
  noteCalls?: FindSpans;
}

/** What the readers of the parts need. */
interface Reader extends Required<ConclusionsContext> {
  source: Source;
  lines: readonly Line[];
  language: Language;
}

/** A part of the conclusions, and how many lines it takes. */
interface Read {
  node: Conclusions['children'][number];
  count: number;
}

/**
 * Reads the conclusions.
 *
 * @param lines the physical lines after the last operative paragraph, furniture of the page and notes taken out
 * @returns meeting and date as `adoption`, the vote as `vote`, every other paragraph as `p`; in the metadata, of several
 *   meetings, the first, by which the UN dates a document
 */
export function parseConclusions(
  source: Source,
  lines: readonly Line[],
  language: Language,
  { organ = 'un', noteCalls = () => [] }: ConclusionsContext = {},
): { node: Conclusions; metadata: Partial<Metadata> } {
  const reader: Reader = { source, lines, language, organ, noteCalls };
  const node: Conclusions = { type: 'conclusions', children: [] };
  const metadata: Partial<Metadata> = {};
  for (let at = 0; at < lines.length; ) {
    const part = readAdoption(reader, at) ?? readVote(reader, at) ?? readParagraph(reader, at);
    node.children.push(located(source, part.node, excerptsOf(reader, at, part.count)));
    if (part.node.type === 'adoption') {
      const { date, meeting } = part.node;
      if (date && !metadata.adoptionDate) metadata.adoptionDate = date;
      if (meeting && !metadata.meeting) metadata.meeting = meeting;
    }
    at += part.count;
  }
  return { node: located(source, node, excerptsOf(reader, 0, lines.length)), metadata };
}

const excerptsOf = ({ lines }: Reader, from: number, count: number) =>
  lines.slice(from, from + count).map(({ excerpt }) => excerpt);

/** Gives a node the position of the lines that it is made of. */
function located<Node extends { position?: Conclusions['position'] }>(
  source: Source,
  node: Node,
  excerpts: readonly Excerpt[],
): Node {
  const first = excerpts[0];
  const last = excerpts.at(-1);
  if (first && last) node.position = positionAt(source, originOf(first, 0), originOf(last, last.value.length - 1) + 1);
  return node;
}

// ------------------------------------------------------------------------------------------------ the occasion

/** Meetings and dates of the longest decisions, one below the other. */
const MOST_OCCASION_LINES = 12;

/** The lines of one adoption: `53e séance plénière ⏎ 17 décembre 2024`, in either order. */
function readAdoption({ source, lines, language, noteCalls }: Reader, from: number): Read | undefined {
  const node: Adoption = { type: 'adoption', children: [] };
  let count = 0;
  for (const { excerpt } of lines.slice(from, from + MOST_OCCASION_LINES)) {
    const folded = fold(excerpt.value);
    const occasion = occasionOf(folded, language) ?? sentenceOf(folded, language);
    // a meeting after a complete adoption begins the next one
    if (!occasion || (node.meeting && node.date && occasion.meetings.length > 0)) break;
    const [meeting] = occasion.meetings;
    const [date] = occasion.dates;
    if (meeting) node.meeting ??= meeting;
    if (date) node.date ??= date.date;
    if (count > 0) node.children.push({ type: 'break' });
    node.children.push(...inlines(source, excerpt, [...occasion.dates.map(dateSpan), ...noteCalls(excerpt)]));
    count++;
  }
  return count > 0 ? { node, count } : undefined;
}

/** Whether a sentence ends an older resolution of the Security Council: `Adopted unanimously at the 1382nd meeting.` */
export const isAdoptionSentence = (folded: string, language: Language): boolean =>
  folded.endsWith('.') && sentenceOf(folded, language) !== undefined;

function sentenceOf(folded: string, language: Language): Occasion | undefined {
  if (folded.length > LONGEST) return undefined;
  const meeting = matchStart(language.masthead.adoption, { text: reading(folded), tight: false })?.groups?.meeting;
  return meeting ? { meetings: [meeting], dates: datesIn(folded, language) } : undefined;
}

// ---------------------------------------------------------------------------------------------------- the vote

/** Sides of a vote, in the order in which they are printed. */
const SIDES = ['inFavour', 'against', 'abstaining'] as const;
/** The list of all Members may take this many lines a side; a bracket that is not closed by then is not one of a vote. */
const MOST_VOTE_LINES = 100;
const CLOSES = /\][.\s\d*⁽⁾⁰¹²³⁴-⁹]*$/;

interface Group {
  side: VoteGroup['side'];
  /** The line of the label, and the lines of the States; a statement is all label. */
  label: Excerpt[];
  states: Excerpt[];
}

/** `[Adopted by a recorded vote of 29 to 14, with 4 abstentions. The voting was as follows:` … `Romania]` */
function readVote(reader: Reader, from: number): Read | undefined {
  const { source, lines, language, noteCalls } = reader;
  if (!opensVote(fold((lines[from] as Line).excerpt.value), language)) return undefined;
  const candidates = excerptsOf(reader, from, MOST_VOTE_LINES);
  const closing = candidates.findIndex(({ value }) => CLOSES.test(value));
  const count = closing >= 0 ? closing + 1 : endOfOpenVote(candidates, language);
  const groups: Group[] = [];
  for (const excerpt of candidates.slice(0, count)) {
    const side = sideOf(excerpt, language);
    const group = groups.at(-1);
    if (!group || side) groups.push({ side: side ?? 'statement', label: [excerpt], states: [] });
    else (group.side === 'statement' ? group.label : group.states).push(excerpt);
  }
  const children = groups.map(({ side, label, states }): VoteGroup => {
    const [name, list] = [joinLines(label), joinLines(states)];
    const node: VoteGroup = { type: 'voteGroup', side, children: inlines(source, name, noteCalls(name)) };
    if (states.length > 0) node.children.push({ type: 'break' }, ...inlines(source, list, noteCalls(list)));
    return located(source, node, [...label, ...states]);
  });
  const node: Vote = { type: 'vote', children };
  return { node, count };
}

function sideOf({ value }: Excerpt, { vote }: Language): (typeof SIDES)[number] | undefined {
  const text = reading(value.slice(0, LONGEST));
  return SIDES.find((side) => matchStart(vote[side], { text, tight: false }));
}

/** A vote that no bracket closes: its statement is a sentence, its sides end where a line says something else. */
function endOfOpenVote(excerpts: readonly Excerpt[], language: Language): number {
  for (let k = 1; k < excerpts.length; k++) {
    const ended = /[.]\s*$/.test((excerpts[k - 1] as Excerpt).value);
    const folded = fold((excerpts[k] as Excerpt).value);
    if (!sideOf(excerpts[k] as Excerpt, language) && (ended || occasionOf(folded, language))) return k;
  }
  return excerpts.length;
}

// ------------------------------------------------------------------------------------------------ the rest

/** Longer paragraphs do not stand below an adoption. */
const MOST_PARAGRAPH_LINES = 40;

function readParagraph({ source, lines, language, organ, noteCalls }: Reader, from: number): Read {
  const wrapping = wrappingOf(lines.slice(from, from + MOST_PARAGRAPH_LINES));
  const excerpts = [(lines[from] as Line).excerpt];
  for (const { excerpt, gap } of lines.slice(from + 1, from + MOST_PARAGRAPH_LINES)) {
    const before = excerpts.at(-1) as Excerpt;
    if (!runsOn(before.value, excerpt.value, gap, wrapping) || isConclusionLine(fold(excerpt.value), language)) break;
    excerpts.push(excerpt);
  }
  const text = joinLines(excerpts);
  const spans = [...findReferences(text, { language, organ }), ...noteCalls(text)];
  return { node: { type: 'p', children: inlines(source, text, spans) }, count: excerpts.length };
}
