/** Rules on the symbol of a resolution, and on what has to agree with it. */
import { isDay, type ParsedSymbol, parseSymbol, plainSymbol } from '../../akn/iri.ts';
import { quote } from '../describe.ts';
import type { Element } from '../read.ts';
import { dayOf, iri, UNKNOWN } from './identification.ts';
import { attr, child, children, type Document, type Problem, type ProfileRule, textOf, type View } from './view.ts';

const numberIn = (uri: string): string => uri.replace(/\/$/, '').split('/').pop() ?? '';

interface Symbolised {
  document: Document;
  /** The symbol as the document gives it, and where. */
  symbol: string;
  place: Element;
  parsed: ParsedSymbol | undefined;
}

/** The documents that a symbol stands for, annexes and collections left out, each with its symbol. */
export const symbols = ({ once }: View): readonly Symbolised[] => once(allSymbols);
const allSymbols = ({ documents }: View): Symbolised[] => documents.flatMap(symbolised);

function symbolised(document: Document): Symbolised[] {
  const place = document.isAnnex || document.element.local !== 'statement' ? undefined : symbolOf(document);
  if (!place) return [];
  const symbol = place.local === 'FRBRalias' ? iri(place) : textOf(place);
  return [{ document, symbol, place, parsed: parseSymbol(symbol) }];
}

/** Where a document gives its symbol: in its metadata, else in its masthead. */
function symbolOf({ element, work }: Document): Element | undefined {
  const alias = work.element && children(work.element, 'FRBRalias').find((each) => attr(each, 'name') === 'symbol');
  return alias ?? numbersIn(child(element, 'coverPage')).find((each) => attr(each, 'refersTo') === '#symbol');
}

/** The numbers that are printed in a part. */
const numbersIn = (part: Element | undefined): Element[] => children(part, 'p').flatMap((p) => children(p, 'docNumber'));

export const unSymbols = {
  'work-number': {
    severity: 'error',
    title: 'The number in the Work IRI is that of the symbol',
    help: 'A/RES/79/154 gives `79-154`, S/RES/1325 (2000) gives `1325-2000`, S/PRST/2004/12 gives `PRST-2004-12`.',
    *test(view): Iterable<Problem> {
      for (const { document, symbol, parsed } of symbols(view)) {
        const { uri } = document.work;
        if (!uri || !parsed || parsed.number === numberIn(iri(uri))) continue;
        const message = `the IRI ends in ${quote(numberIn(iri(uri)))}; the symbol ${symbol} gives "${parsed.number}"`;
        yield { element: uri, attribute: 'value', message, expected: [parsed.number], found: numberIn(iri(uri)) };
      }
    },
  },
  'symbol-form': {
    severity: 'error',
    title: 'The symbol has the form of its organ',
    help: 'Such as A/RES/79/154, A/RES/217 A (III), A/DEC/78/419, S/RES/2674 (2023), S/PRST/2021/13, E/RES/2021/25, A/HRC/RES/57/19.',
    *test(view): Iterable<Problem> {
      for (const { document, symbol, place, parsed } of symbols(view)) {
        if (document.name === 'resolutionDraft' || (parsed && parsed.kind !== 'other')) continue;
        const message = `${quote(symbol)} is no symbol of a resolution, decision or statement`;
        yield { element: place, message, found: symbol };
      }
    },
  },
  'symbol-date': {
    severity: 'error',
    title: 'The year or session of the symbol fits the day of adoption',
    help: 'The year of a Security Council resolution is that of its adoption; session n of the General Assembly is held in 1945 + n and the year after; the Economic and Social Council counts by the year in which its session ends.',
    *test(view): Iterable<Problem> {
      for (const { document, symbol, parsed } of symbols(view)) {
        const day = dayOf(document);
        const years = parsed && yearsOf(parsed);
        if (!years || !isDay(day) || UNKNOWN.test(day) || years.includes(Number(day.slice(0, 4)))) continue;
        const [date = document.element] = document.work.dates;
        const expected = years.map(String);
        const message = `${symbol} was not adopted on ${day}: its year is ${expected.join(' or ')}`;
        yield { element: date, attribute: 'date', message, expected, found: day };
      }
    },
  },
  'number-printed': {
    severity: 'warning',
    title: 'The number before the title is the end of the symbol',
    help: '`79/154.` before the title of A/RES/79/154. One of them is misprinted, or belongs to another document.',
    *test(view): Iterable<Problem> {
      for (const { document, symbol, parsed } of symbols(view)) {
        const showAs = parsed?.showAs;
        const [printed] = numbersIn(child(document.element, 'preface'));
        if (!showAs || !printed) continue;
        const bare = (text: string) => plainSymbol(text).replace(/[\s.]/g, '');
        const number = bare(textOf(printed));
        // part A of 79/252 A-B has its letter alone, or the number alone
        if (!/\d/.test(number) || number === bare(showAs) || number === bare(showAs).replace(/[A-Z](?:-[A-Z])?$/, '')) continue;
        const message = `the number is ${quote(textOf(printed))}; the symbol ${symbol} ends in "${showAs}"`;
        yield { element: printed, message, expected: [showAs], found: textOf(printed) };
      }
    },
  },
} satisfies Record<string, ProfileRule>;

/** The years in which a symbol can have been given; undefined where it does not tell. */
function yearsOf(parsed: ParsedSymbol): number[] | undefined {
  if (parsed.kind === 'other') return undefined;
  if (parsed.year) return parsed.organ === 'ecosoc' ? [Number(parsed.year) - 1, Number(parsed.year)] : [Number(parsed.year)];
  const session = parsed.organ === 'ga' ? /^(\d+)-/.exec(parsed.number)?.[1] : undefined;
  return session === undefined || Number(session) < 31 ? undefined : [1945 + Number(session), 1946 + Number(session)];
}
