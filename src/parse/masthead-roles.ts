/** What a line of the masthead says, and its normal form: the grammar of the single line, by the language's patterns. */
import type { MastheadRole, Organ } from '../ast.ts';
import { agendaItemsOf } from '../language/agenda.ts';
import { languageOf } from '../language/all.ts';
import type { Language } from '../language/index.ts';
import type { FoundDate } from './dates.ts';
import { datesIn, match, matchStart, matchWhole, ordinalValue, type Reading, tighten } from './spacing.ts';
import { findSymbols } from './symbols.ts';

export interface Said {
  role: MastheadRole;
  value?: string;
}

/** Longer lines are not of these kinds. */
const LONGEST = 240;
const ORGANS = ['hrc', 'ecosoc', 'sc', 'ga'] as const;

/**
 * The dates of a line. The letterhead is in English in documents in Arabic, Chinese and Russian: `31 December 2024`.
 *
 * @param folded offsets are those of the result
 */
export function datesOf(folded: string, language: Language): FoundDate[] {
  const dates = datesIn(folded, language);
  return dates.length > 0 || language.code === 'eng' ? dates : datesIn(folded, languageOf('eng'));
}

/** The symbol that is all of a text, but for a star (a reissue) and direction marks. */
export function symbolOf(value: string): string | undefined {
  if (value.length > LONGEST) return undefined;
  const [found] = findSymbols(value);
  const around = found && value.slice(0, found.start) + value.slice(found.end);
  return around !== undefined && /^[\s\p{Cf}*()]*$/u.test(around) ? found?.symbol : undefined;
}

/** What an item of the letterhead says, the block above the session. */
export function letterheadRole(line: Reading, language: Language): Said | undefined {
  const { masthead, organs } = language;
  const { text } = line;
  if (text === '' || text.length > LONGEST) return undefined;
  const [date] = /^\d|\d$/.test(text) ? datesOf(text, language) : [];
  if (date?.start === 0 && date.end >= text.length - 1) return { role: 'issueDate', value: date.date };
  if (matchWhole(masthead.publisher, line)) return { role: 'publisher' };
  if (matchWhole(masthead.distribution, line)) return { role: 'distribution' };
  const original = matchWhole(masthead.originalLanguage, line)?.groups;
  if (original)
    return said(
      'originalLanguage',
      Object.keys(original).find((code) => original[code] !== undefined),
    );
  if (matchWhole(masthead.languageOfExpression, line)) return said('languageOfExpression', language.code);
  const organ = ORGANS.find((candidate) => matchWhole(organs[candidate], line));
  return organ && { role: organ === 'hrc' ? 'subsidiaryOrgan' : 'organ', value: organ };
}

/** What one of the other lines says when it is whole; adoption and basis lines, which run on, are not among them. */
export function lineRole(line: Reading, language: Language): Said | undefined {
  const { masthead } = language;
  if (line.text === '' || line.text.length > LONGEST) return undefined;
  const session = matchWhole(masthead.session, line)?.groups;
  if (session) return said('session', sessionOf(session, language));
  const item = matchWhole(masthead.agendaItem, line);
  if (item) return said('agendaItem', agendaItemsOf(item.groups?.items ?? '').join(', '));
  const number = matchWhole(masthead.resolutionNumber, line)?.groups?.number;
  if (number) return said('resolutionNumber', number.replace(/ *\(/, ' ('));
  if (matchWhole(masthead.documentType, line) || matchStart(masthead.presidentialStatement, line)) return said('documentType');
  if (matchWhole(masthead.decisionType, line)) return said('decisionType');
  const days = { ...line, text: dashed(line.text) };
  if (matchWhole(masthead.sessionDates, line) || matchWhole(masthead.sessionDates, days)) return said('sessionDates');
  // decisions name the committee alone: `Cinquième Commission`
  const committee = committeeOf(line, language);
  return committee && matchWhole(masthead.committees[committee] as RegExp, line) ? said('basis', committee) : undefined;
}

const said = (role: MastheadRole, value?: string): Said => (value ? { role, value } : { role });

/** The committee that a line names. */
export function committeeOf(line: Reading, { masthead }: Language): string | undefined {
  return Object.keys(masthead.committees).find((id) => match(masthead.committees[id] as RegExp, line));
}

/** The organ that a line names, the most particular one. */
export function organIn(text: string, { organs }: Language): Organ | undefined {
  const line: Reading = { text, tight: false };
  return ORGANS.find((organ) => match(organs[organ], line)) ?? ORGANS.find((organ) => match(organs[organ], tighten(text)));
}

/** `79`, `S-32`, `ES-11`; the year of a session of the Economic and Social Council. */
function sessionOf(groups: Record<string, string | undefined>, language: Language): string | undefined {
  if (groups.year) return groups.year;
  const number = ordinalValue(groups.ordinal?.trim() ?? '', language);
  if (number === undefined) return undefined;
  return `${groups.emergency ? 'ES-' : groups.special ? 'S-' : ''}${number}`;
}

/** Between the days of a session published files have a blank, `24 February 4 April 2025`: as it would be with a dash. */
const dashed = (line: string) => line.replace(/(?<=\p{L}) (?=\d)/u, '-');

/**
 * The first and the last day of a session, and where they stand.
 *
 * @param folded offsets are those of the result
 */
export function sessionDaysOf(folded: string, language: Language): FoundDate[] {
  const pattern = language.masthead.sessionDates;
  const withIndices = new RegExp(pattern, `${pattern.flags}d`);
  const { groups, indices } = withIndices.exec(folded) ?? withIndices.exec(dashed(folded)) ?? {};
  if (!groups || !indices?.groups) return [];
  const { startDay, startMonth, startYear, endDay, endMonth, endYear } = groups;
  const dates = {
    start: dateOf(startDay, startMonth ?? endMonth, startYear ?? endYear, language),
    end: dateOf(endDay, endMonth, endYear, language),
  };
  return (['start', 'end'] as const).flatMap((side) => {
    const span = ['Day', 'Month', 'Year'].flatMap((part) => indices.groups?.[side + part] ?? []);
    const date = dates[side];
    return date ? [{ start: Math.min(...span), end: Math.max(...span), date }] : [];
  });
}

function dateOf(day: string | undefined, month: string | undefined, year: string | undefined, language: Language) {
  const name = month?.split('/')[0] ?? '';
  const number = language.months.findIndex((names) => names.split('/').includes(name)) + 1;
  return day && year && number > 0 ? [year, String(number).padStart(2, '0'), day.padStart(2, '0')].join('-') : undefined;
}
