/** What a paragraph refers to: documents cited by symbol or number, full dates, parts of this document. */
import type { DateText, InternalRef, Organ, Ref } from '../ast.ts';
import { fold, type Language } from '../language/index.ts';
import type { Excerpt } from '../source.ts';
import { findCitedNumbers } from './citations.ts';
import { findDates } from './dates.ts';
import type { Span } from './inline.ts';
import { firstFrom, matchesOf } from './matches.ts';
import { findSymbols, romanNumerals } from './symbols.ts';

export { type FoundDate, findDates } from './dates.ts';

/** Whose words a paragraph is. */
export interface ReferenceContext {
  language: Language;
  /** The organ that issued the document: the one meant by `its resolution`. */
  organ: Organ;
  /** Where the excerpt has calls of notes: their figures are no part of a number. */
  calls?: readonly Stretch[];
  /** The excerpt's value folded, when it is at hand. */
  folded?: string;
}

/** [start, end) of the excerpt's value. */
interface Stretch {
  start: number;
  end: number;
}

type PartOfDocument = NonNullable<Ref['part']>;

/**
 * Finds what a paragraph refers to, in time linear in its length.
 *
 * @param excerpt one paragraph, heading or note
 * @returns spans that do not overlap, in the order of the text. `ref` stands on the number or symbol alone, as the UN links it,
 *   with the date and the part of the document when they adjoin; `date` on every full date; `internalRef` on the number of a part
 *   of this document
 * @example
 * findReferences(excerpt, { language, organ: 'ga' }) // `its resolution 64/293 of 30 July 2010`: a ref on 64/293, a date
 */
export function findReferences(excerpt: Excerpt, context: ReferenceContext): Span[] {
  const { language, organ, calls = [], folded = fold(excerpt.value) } = context;
  const spans = findInternal(excerpt.value, folded, language);
  if (/\d/.test(folded)) {
    const text = withoutCalls(folded, excerpt, calls);
    const dates = findDates(text, language);
    const cited = [
      ...findSymbols(excerpt.value).map((found) => ({ ...found, from: found.start, to: found.end, date: undefined })),
      ...findCitedNumbers(excerpt.value, text, dates, language, organ),
    ];
    const parts = cited.length > 0 ? findParts(text, language) : [];
    for (const { start, end, from, to, symbol, date } of cited) {
      const part = partOf(from, to, parts, excerpt.value, text, language);
      spans.push({
        start,
        end,
        node: (children): Ref => ({ type: 'ref', symbol, ...(date && { date }), ...(part && { part }), children }),
      });
    }
    for (const { start, end, date } of dates) {
      spans.push({ start, end, node: (children): DateText => ({ type: 'date', date, children }) });
    }
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = 0;
  return spans.filter(({ start, end }) => {
    if (start < reach) return false;
    reach = end;
    return true;
  });
}

/** Calls of notes are no digits of a number: `résolution 64/293¹ du 30 juillet 2010`. Offsets stay. */
function withoutCalls(folded: string, { styles }: Excerpt, calls: readonly Stretch[]): string {
  const text = folded.replace(/[¹²³⁰⁴-⁹]+/g, (call) => ' '.repeat(call.length));
  const raised = styles.filter(({ start, end, style }) => style === 'sup' && /^[\d*]+$/.test(text.slice(start, end)));
  if (raised.length + calls.length === 0) return text;
  let result = '';
  for (const { start, end } of [...raised, ...calls].sort((a, b) => a.start - b.start)) {
    if (start >= result.length) result += text.slice(result.length, start) + ' '.repeat(end - start);
  }
  return result + text.slice(result.length);
}

// ------------------------------------------------------------------------------------------ parts of what is cited

interface FoundPart {
  start: number;
  end: number;
  part: PartOfDocument;
}

/** The number of an annex as it is printed, in figures: `II`, `2`, `الثاني`. Just `annex` is the first. */
function annexNumber(printed: string | undefined, language: Language): string | undefined {
  if (printed === undefined) return '1';
  const number = /^\d+$/.test(printed) ? Number(printed) : (romanNumerals.get(printed) ?? language.ordinals.get(printed));
  return number?.toString();
}

function findParts(folded: string, language: Language): FoundPart[] {
  const found: FoundPart[] = [];
  for (const match of matchesOf(language.citation.part, folded)) {
    const { paragraph, upTo, also, annex } = match.groups ?? {};
    let part: PartOfDocument | undefined;
    if (paragraph) {
      // `paragraphs 5 and 6` are a stretch, `paragraphs 16 and 18` are not
      const last = upTo ?? also;
      if (!last) part = { paragraph };
      else if (upTo ? Number(upTo) > Number(paragraph) : Number(last) === Number(paragraph) + 1)
        part = { paragraph, upTo: last };
    } else {
      const number = annexNumber(annex, language);
      if (number) part = { annex: number };
    }
    if (part) found.push({ start: match.index, end: match.index + match[0].length, part });
  }
  return found;
}

/** Short words between `paragraph 4` and `resolution`, but no section: paragraph 6 of section XI is not the document's sixth. */
const PART_LINK = /^ ?(?:\p{L}{1,6}['\- ]+){0,4}\p{L}{0,6}$/u;

/** The part that stands just before a citation (`paragraph 4 of its …`) or just behind it (`…, annex, para. 46`). */
function partOf(
  from: number,
  to: number,
  parts: readonly FoundPart[],
  value: string,
  folded: string,
  language: Language,
): PartOfDocument | undefined {
  let found: PartOfDocument | undefined;
  let next = firstFrom(parts, to);
  const before = parts[next - 1];
  if (before && before.end <= from && from - before.end <= 60) {
    let gap = folded.slice(before.end, from);
    for (const name of Object.values(language.organs)) gap = gap.replace(name, '');
    if (PART_LINK.test(gap) && !/\b[IVXL]+\b/.test(value.slice(before.end, from))) found = before.part;
  }
  let at = to;
  for (; next < parts.length && /^,? ?$/.test(folded.slice(at, (parts[next] as FoundPart).start)); next++) {
    found = { ...found, ...(parts[next] as FoundPart).part };
    at = (parts[next] as FoundPart).end;
  }
  return found;
}

// ------------------------------------------------------------------------------------------ parts of this document

const internals = new WeakMap<Language, RegExp>();

function findInternal(value: string, folded: string, language: Language): Span[] {
  let pattern = internals.get(language);
  if (!pattern) {
    pattern = new RegExp(language.citation.internal.source, 'dgu');
    internals.set(language, pattern);
  }
  const spans: Span[] = [];
  const add = (target: InternalRef['target'], num: string, start: number, end: number) =>
    spans.push({ start, end, node: (children): InternalRef => ({ type: 'internalRef', target, num, children }) });
  for (const match of matchesOf(pattern, folded)) {
    const { paragraph, section, annex } = match.indices?.groups ?? {};
    if (paragraph) {
      // `paragraphs 1 (a), 3 and 5 above`: each number refers
      for (const number of folded.slice(...paragraph).matchAll(/\d+/g)) {
        const start = paragraph[0] + number.index;
        add('paragraph', number[0], start, start + number[0].length);
      }
    } else if (section) {
      add('section', value.slice(...section), ...section);
    } else {
      const num = annexNumber(match.groups?.annex, language);
      if (num) add('annex', num, ...(annex ?? ([match.index, match.index + match[0].length] as const)));
    }
  }
  return spans;
}
