/**
 * The masthead: the lines above the title or the enacting formula. They are cut into items (two stand on one line where the
 * page has two columns), joined where the page's width broke them, and each gets the role that its words give it.
 */
import type { DateText, MastheadLine, MastheadRole, Metadata } from '../ast.ts';
import { fold, type Language } from '../language/index.ts';
import { type Excerpt, originOf, positionOf, type Source } from '../source.ts';
import { joinLines } from '../text/footnotes.ts';
import type { Line } from '../text/lines.ts';
import { type Cell, cellOf, columnsOf } from './columns.ts';
import type { FoundDate } from './dates.ts';
import { inlines, type Span } from './inline.ts';
import { type Item, metadataOf } from './masthead-metadata.ts';
import { committeeOf, datesOf, letterheadRole, lineRole, type Said, sessionDaysOf, symbolOf } from './masthead-roles.ts';
import { findReferences } from './references.ts';
import { matchStart, matchWhole, type Reading, tighten } from './spacing.ts';
import { findNumbers, toRoman } from './symbols.ts';
import { runsOn, type Wrapping, wrappingOf } from './wrapping.ts';

/** Finds what else stands in an excerpt: calls of notes. */
export type FindSpans = (excerpt: Excerpt) => Span[];

export interface Masthead {
  /** In the order of the source. */
  lines: MastheadLine[];
  metadata: Partial<Metadata>;
}

interface PlacedItem extends Item {
  excerpt: Excerpt;
}

/** Lines that one item may take: `Resolution adopted by the ⏎ Economic and Social Council ⏎ on 8 June ⏎ 2022`. */
const MOST_LINES = 4;
/** A basis line names the documents that the text is based on, sometimes many. */
const MOST_BASIS_LINES = 12;

/**
 * Reads a masthead.
 *
 * @param lines the physical lines above the title line or the enacting formula, furniture of the page taken out
 * @param noteCalls finds the calls of notes in the excerpt of a line
 * @returns all characters of the lines, each in exactly one node, `other` when no pattern knows the line; metadata only as far
 *   as the lines say it
 * @example
 * parseMasthead(source, lines, french).metadata // { symbol: 'A/RES/79/218', session: '79', agendaItems: ['21(a)'], … }
 */
export function parseMasthead(source: Source, lines: readonly Line[], language: Language, noteCalls?: FindSpans): Masthead {
  const items = readItems(lines, language);
  const metadata = metadataOf(items, language);
  const nodes = items
    .sort((a, b) => originOf(a.excerpt, 0) - originOf(b.excerpt, 0))
    .map(({ role, value, excerpt }): MastheadLine => {
      const spans = [...spansOf(role, excerpt, language, metadata), ...(noteCalls?.(excerpt) ?? [])];
      const node: MastheadLine = { type: 'mastheadLine', role, children: inlines(source, excerpt, spans) };
      if (value) node.value = value;
      const position = positionOf(source, excerpt);
      if (position) node.position = position;
      return node;
    });
  return { lines: nodes, metadata };
}

/** What is found inside a line, by its role. */
function spansOf(role: MastheadRole, excerpt: Excerpt, language: Language, metadata: Partial<Metadata>): Span[] {
  const folded = fold(excerpt.value);
  if (role === 'adoption' || role === 'resolutionNumber') return datesOf(folded, language).map(dateSpan);
  if (role === 'sessionDates') {
    const days = sessionDaysOf(folded, language);
    return (days.length > 0 ? days : datesOf(folded, language)).map(dateSpan);
  }
  if (role === 'basis') return findReferences(excerpt, { language, organ: metadata.organ ?? 'un', folded });
  return [];
}

export const dateSpan = ({ start, end, date }: FoundDate): Span => ({
  start,
  end,
  node: (children): DateText => ({ type: 'date', date, children }),
  atom: false,
});

// ----------------------------------------------------------------------------------------------------- items

const ENDS_AGENDA_TITLE: ReadonlySet<MastheadRole> = new Set(['adoption', 'basis', 'decisionType']);
const ENDS_LETTERHEAD: ReadonlySet<MastheadRole> = new Set(['agendaItem', 'adoption', 'resolutionNumber']);

function readItems(lines: readonly Line[], language: Language): PlacedItem[] {
  const wrapping = wrappingOf(lines);
  const cells = lines.map(({ excerpt, gap }) => cellOf(excerpt, gap)).reverse();
  const items: PlacedItem[] = [];
  let unknown: Cell[] = [];
  let unknownRole: MastheadRole = 'other';
  /** Until the agenda item or the number, the lines are the letterhead; a title may have a line `Nations Unies` to itself. */
  let letterhead = true;
  let issued = false;
  const closeUnknown = () => {
    items.push(...paragraphsOf(unknown, unknownRole, wrapping, language));
    unknown = [];
  };
  // cells stand in reverse, so that the columns of a line take its place at little cost
  while (cells.length > 0) {
    const next = cells.slice(-MOST_BASIS_LINES).reverse();
    const found = itemAt(next, letterhead, wrapping, language);
    if (found) {
      closeUnknown();
      const { count, ...said } = found;
      // `Thirty-first special session ⏎ 24 August 2021`: below the session a second date is its day
      const above = items.at(-1)?.role;
      if (said.role === 'issueDate' && issued && above === 'session') said.role = 'sessionDates';
      // `Statement by the President of the Security Council ⏎ 1 November 2024`: that of its adoption
      if (said.role === 'issueDate' && issued && above === 'documentType') said.role = 'adoption';
      issued ||= said.role === 'issueDate';
      const taken = next.slice(0, count);
      cells.length -= count;
      items.push({ ...said, excerpt: joinLines(taken.map(({ excerpt }) => excerpt)), text: textOf(taken) });
      if (said.role === 'agendaItem') unknownRole = 'agendaTitle';
      if (ENDS_AGENDA_TITLE.has(said.role)) unknownRole = 'other';
      if (ENDS_LETTERHEAD.has(said.role)) letterhead = false;
      continue;
    }
    const cell = cells.pop() as Cell;
    const columns = letterhead ? columnsOf(cell, language) : undefined;
    if (columns) cells.push(...columns.reverse());
    else unknown.push(cell);
  }
  closeUnknown();
  return items;
}

const textOf = (cells: readonly Cell[]) => cells.map(({ text }) => text).join(' ');

type Found = Said & { count: number };

/** The item that begins at the first of some cells, and how many of them it takes: the fewest that make it whole. */
function itemAt(cells: readonly Cell[], letterhead: boolean, wrapping: Wrapping, language: Language): Found | undefined {
  const [first] = cells as [Cell, ...Cell[]];
  const symbol = symbolOf(first.excerpt.value);
  if (symbol) return { role: 'symbol', value: symbol, count: 1 };
  const basis = basisAt(cells, language);
  if (basis) return basis;
  const runs = cells.slice(1, MOST_LINES).findIndex(({ text, gap }) => gap > wrapping.gap || /^[[\]]/.test(text));
  const longest = wrapping.width === Number.POSITIVE_INFINITY ? 1 : runs < 0 ? Math.min(MOST_LINES, cells.length) : runs + 1;
  const readings = [...Array(longest).keys()].map((k): Reading => ({ text: textOf(cells.slice(0, k + 1)), tight: false }));
  for (const line of [...readings, tighten(first.text)]) {
    const said = (letterhead ? letterheadRole(line, language) : undefined) ?? lineRole(line, language);
    if (said) return { ...said, count: line.tight ? 1 : readings.indexOf(line) + 1 };
  }
  return adoptionOf(readings, letterhead, language);
}

/** `[on the report of the Third Committee (A/79/451, para. 65)]`; the brackets of Arabic come mirrored from some extractions. */
function basisAt(cells: readonly Cell[], language: Language): Found | undefined {
  const [{ text }] = cells as [Cell, ...Cell[]];
  const bracket = /^[[\]]/.test(text);
  if (!bracket && !matchStart(language.masthead.basis, { text, tight: false })) return undefined;
  let count = 1;
  if (bracket) {
    const closing = cells.findIndex((cell, k) => /[[\]]/.test(k === 0 ? cell.text.slice(1) : cell.text));
    count = closing < 0 ? 1 : closing + 1;
  }
  const line = { text: textOf(cells.slice(0, count)), tight: false };
  const value = committeeOf(line, language) ?? committeeOf(tighten(line.text), language);
  return value ? { role: 'basis', value, count } : { role: 'basis', count };
}

/**
 * `Resolution adopted by the General Assembly on 18 April ⏎ 2023`: it runs to its date, when there is one. Older texts say at their head
 * what others say at the end: `A/RES/45/111 ⏎ 68th plenary meeting ⏎ 14 December 1990`.
 */
function adoptionOf(readings: readonly Reading[], letterhead: boolean, language: Language): Found | undefined {
  if (matchWhole(language.meeting, readings[0] as Reading)) return { role: 'adoption', count: 1 };
  let undated: number | undefined;
  for (const [k, line] of readings.entries()) {
    const [date] = datesOf(line.text, language);
    // `Resolution 242 (1967) ⏎ of 22 November 1967`
    const alone = k === 0 && !letterhead && date && isDateLine(line.text, date);
    const { adoption } = language.masthead;
    if (!alone && !matchStart(adoption, line) && !matchStart(adoption, tighten(line.text))) continue;
    if (date) return { role: 'adoption', value: date.date, count: k + 1 };
    undated ??= k + 1;
  }
  return undated === undefined ? undefined : { role: 'adoption', count: undated };
}

/** A date and at most a preposition. */
function isDateLine(text: string, date: { start: number; end: number }): boolean {
  return date.start <= 5 && !/\d/.test(text.slice(0, date.start)) && date.end >= text.length - 1;
}

// ------------------------------------------------------------------------------------------------- paragraphs

/** Lines that no pattern knows: the title of the agenda item, the sponsors of a draft, and what is left. */
function paragraphsOf(cells: readonly Cell[], role: MastheadRole, wrapping: Wrapping, language: Language): PlacedItem[] {
  const paragraphs: Cell[][] = [];
  for (const cell of cells) {
    const last = paragraphs.at(-1);
    const before = last?.at(-1);
    const goesOn = before !== undefined && runsOn(before.excerpt.value, cell.excerpt.value, cell.gap, wrapping);
    if (last && goesOn && !namesSponsors(textOf(last), language)) last.push(cell);
    else paragraphs.push([cell]);
  }
  let drafted = false;
  return paragraphs.map((taken): PlacedItem => {
    const text = textOf(taken);
    const sponsors = namesSponsors(text, language);
    const item: PlacedItem = {
      // what stands under the sponsors is the title of the draft
      role: sponsors ? 'sponsors' : drafted ? 'other' : role,
      excerpt: joinLines(taken.map(({ excerpt }) => excerpt)),
      text,
    };
    if (sponsors) drafted = true;
    return item;
  });
}

/** `Belgium* and Canada: draft resolution`: with these words they end. */
function namesSponsors(text: string, language: Language): boolean {
  const draft = language.masthead.draft.exec(text);
  return draft !== null && draft.index > 0 && /^[.*\s]*$/.test(text.slice(draft.index + draft[0].length));
}

// ------------------------------------------------------------------------------------------------ title line

/** What follows the number: a full stop, or a dash; in Arabic and Chinese just a blank. */
const AFTER_NUMBER = /(?:\s*[.:](?!\d)(?:\s*-(?=\s))?\s*|\s+-\s+|\s+(?=\p{Lo}))/uy;
/** A title's number is at the very start of its line. */
const NUMBER_REACH = 24;
const MAY_BE_NUMBER = /^[.\p{Cf}]*(?:\p{L}{1,4}-)?\d/u;

/**
 * Recognises a title line by its number: `79/154. Trafficking in women and girls`, `217 (III). International Bill …`.
 *
 * @param folded the line as `fold` gives it
 * @returns the number in normal form (`79/154`, `75/254 A`, `217 A (III)`), and the offset of the title after it
 * @example
 * isTitleLine('es-11/1. aggression against ukraine', english) // { number: 'ES-11/1', end: 9 }
 */
export function isTitleLine(folded: string, language: Language): { number: string; end: number } | undefined {
  if (!MAY_BE_NUMBER.test(folded)) return undefined;
  const head = folded.slice(0, NUMBER_REACH);
  // part letters and Roman numerals are known by being capitals, which folding took away
  const [found] = findNumbers(head.toUpperCase(), head, language);
  if (!found || !/^[.\p{Cf}]*$/u.test(folded.slice(0, found.start))) return undefined;
  AFTER_NUMBER.lastIndex = found.end;
  const after = AFTER_NUMBER.exec(folded);
  if (!after) return undefined;
  const { form, special, period, number, letter } = found;
  const part = letter && ` ${letter}`;
  const end = found.end + after[0].length;
  if (form === 'council') return { number: `${number}${part} (${period})`, end };
  if (form === 'roman') return { number: `${number}${part} (${special}${toRoman(period).toUpperCase()})`, end };
  return { number: `${special}${period}/${number}${part}`, end };
}
