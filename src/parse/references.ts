/** What a paragraph refers to: documents cited by symbol or number, full dates, parts of this document. */
import type { DateText, InternalRef, Organ, Ref } from '../ast.ts';
import { fold, type Language } from '../language/index.ts';
import type { Excerpt } from '../source.ts';
import { findCitedNumbers } from './citations.ts';
import { findDates } from './dates.ts';
import type { Span } from './inline.ts';
import { findInternal, partsOf } from './parts.ts';
import { findSymbols } from './symbols.ts';

export { type FoundDate, findDates } from './dates.ts';

/** Whose words a paragraph is. */
export interface ReferenceContext {
  language: Language;
  /** The organ that issued the document: the one meant by `its resolution`. */
  organ: Organ;
  /** The excerpt's value folded, when it is at hand. */
  folded?: string;
}

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
  const { value } = excerpt;
  const { language, organ, folded = fold(value) } = context;
  const internal = findInternal(value, folded, language);
  const spans = internal.map(
    ({ start, end, target, num }): Span => ({
      start,
      end,
      node: (children): InternalRef => ({ type: 'internalRef', target, num, children }),
      atom: false,
    }),
  );
  if (/\d/.test(folded)) {
    const text = withoutCalls(folded, excerpt);
    const dates = findDates(text, language);
    const cited = [
      ...findSymbols(value).map((found) => ({ ...found, from: found.start, to: found.end, date: undefined })),
      ...findCitedNumbers(value, text, dates, language, organ),
    ].sort((a, b) => a.start - b.start);
    const parts = partsOf(cited, internal, value, text, language);
    cited.forEach(({ start, end, symbol, date }, k) => {
      const facts = { symbol, ...(date && { date }), ...(parts[k] && { part: parts[k] }) };
      spans.push({ start, end, node: (children): Ref => ({ type: 'ref', ...facts, children }), atom: false });
    });
    for (const { start, end, date } of dates) {
      spans.push({ start, end, node: (children): DateText => ({ type: 'date', date, children }), atom: false });
    }
  }
  return withoutOverlaps(spans);
}

function withoutOverlaps(spans: Span[]): Span[] {
  let reach = 0;
  return spans
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < reach) return false;
      reach = end;
      return true;
    });
}

/** Raised figures are calls of notes, no digits of a number: `résolution 64/293¹ du 30 juillet 2010`. Offsets stay. */
function withoutCalls(folded: string, { styles }: Excerpt): string {
  const blank = (text: string) => ' '.repeat(text.length);
  const text = folded.replace(/[⁽⁾¹²³⁰⁴-⁹]+/g, blank);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, style } of styles) {
    const raised = text.slice(start, end);
    if (style !== 'sup' || start < at || !/^[\d*]+$/.test(raised)) continue;
    pieces.push(text.slice(at, start), blank(raised));
    at = end;
  }
  return at === 0 ? text : pieces.join('') + text.slice(at);
}
