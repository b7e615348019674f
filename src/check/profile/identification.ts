/** Rules on what a document says it is: IRIs, dates, language, symbol. */
import { isDay, type ParsedSymbol, parseSymbol, plainSymbol } from '../../akn/iri.ts';
import { detectLanguage } from '../../language/detect.ts';
import { quote } from '../describe.ts';
import type { Element } from '../read.ts';
import {
  attr,
  child,
  children,
  type Document,
  dayAt,
  languagesOf,
  type Problem,
  type ProfileRule,
  textOf,
  type View,
} from './view.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  statement: ['resolution', 'resolutionDraft', 'decision', 'presidentialStatement'],
  documentCollection: ['publicationResolution'],
};
const WORK =
  /^\/akn\/un\/(statement|documentCollection)\/(deliberation|publication)\/(un-ga|un-sc|un-ecosoc|un-ga-hrc|un)\/\d{4}-\d\d-\d\d\/[^/!#\s]+$/;
/** Months and days of partial dates are 01; the naming convention's year for an unknown date is 1900. */
export const UNKNOWN = /^1900-01-01$|-01-01$/;

const iri = (element: Element | undefined): string => attr(element, 'value') ?? '';
export const dayOf = ({ work }: Document): string => dayAt(work.dates[0]);
/** The day in a Work IRI; undefined where a segment of it is none. */
const dayIn = (uri: string): string | undefined => uri.split('/').find((segment) => isDay(segment));
const numberIn = (uri: string): string => uri.replace(/\/$/, '').split('/').pop() ?? '';

interface Symbolised {
  document: Document;
  /** The symbol as the document gives it, and where. */
  symbol: string;
  place: Element;
  parsed: ParsedSymbol | undefined;
}

/** The documents that a symbol stands for, annexes and collections left out, each with its symbol. */
function* symbols({ documents }: View): Generator<Symbolised> {
  for (const document of documents) {
    const place = document.isAnnex || document.element.local !== 'statement' ? undefined : symbolOf(document);
    if (!place) continue;
    const symbol = place.local === 'FRBRalias' ? iri(place) : textOf(place);
    yield { document, symbol, place, parsed: parseSymbol(symbol) };
  }
}

/** Where a document gives its symbol: in its metadata, else in its masthead. */
function symbolOf({ element, work }: Document): Element | undefined {
  const alias = work.element && children(work.element, 'FRBRalias').find((each) => attr(each, 'name') === 'symbol');
  return alias ?? numbersIn(child(element, 'coverPage')).find((each) => attr(each, 'refersTo') === '#symbol');
}

/** The numbers that are printed in a part. */
const numbersIn = (part: Element | undefined): Element[] =>
  part ? children(part, 'p').flatMap((p) => children(p, 'docNumber')) : [];

export const aknIdentification = {
  'iri-levels': {
    severity: 'error',
    title: 'The IRI of the Expression extends that of the Work, and that of the Manifestation that of the Expression',
    help: 'Akoma Ntoso names a text at three levels, and each IRI begins with the one before (Naming Convention, section 4). Else the files of one document cannot be found together.',
    *test({ documents }): Iterable<Problem> {
      for (const { work, expression, manifestation } of documents) {
        for (const [upper, lower] of [
          [work.uri, expression.uri],
          [expression.uri, manifestation.uri],
        ] as const) {
          const start = iri(upper).replace(/\/$/, '');
          if (!upper || !lower || start === '' || iri(lower).startsWith(start)) continue;
          const message = `this IRI does not begin with ${quote(start)}, that of the level above`;
          yield { element: lower, attribute: 'value', message, expected: [start], found: iri(lower) };
        }
      }
    },
  },
  'iri-language': {
    severity: 'error',
    title: 'The language in the Expression IRI is that of FRBRlanguage',
    help: 'The IRI has the language as `/fra@`; `FRBRlanguage` has it as an attribute. They say the same thing and have to agree.',
    *test({ documents }): Iterable<Problem> {
      for (const { expression } of documents) {
        const named = /\/([a-z]{3})@/.exec(iri(expression.uri))?.[1];
        const codes = languagesOf(expression).map((each) => attr(each, 'language') ?? '');
        if (!expression.uri || named === undefined || codes.length === 0 || codes.includes(named)) continue;
        const message = `the IRI says ${quote(named)}, FRBRlanguage says ${quote(codes.join(', '))}`;
        yield { element: expression.uri, attribute: 'value', message, expected: codes, found: named };
      }
    },
  },
  'date-placeholder': {
    severity: 'error',
    title: 'No date stands for an unknown one',
    help: '`0001-01-01` sorts and prints as if it were a fact. Leave the element out, or write the day that the document bears. Where the schema asks for a date that nobody knows, AKN4UN has `1900-01-01` with the name `unknown`.',
    *test({ elements }): Iterable<Problem> {
      for (const element of elements) {
        const date = attr(element, 'date');
        if (!date?.startsWith('0001-')) continue;
        yield { element, attribute: 'date', message: `${quote(date)} is a placeholder, not a day`, found: date };
      }
    },
  },
} satisfies Record<string, ProfileRule>;

export const unIdentification = {
  'document-name': {
    severity: 'error',
    title: 'The name of the document is one that AKN4UN knows',
    help: 'A statement is a `resolution`, a `resolutionDraft`, a `decision` or a `presidentialStatement`; a collection is a `publicationResolution`. Programs choose by the name.',
    *test({ documents }): Iterable<Problem> {
      for (const { element, name } of documents) {
        const expected = NAMES[element.local];
        if (!expected || expected.includes(name)) continue;
        const message = `the name is ${quote(name)}; expected ${expected.map((each) => `"${each}"`).join(', ')}`;
        yield { element, attribute: 'name', message, expected, found: name };
      }
    },
  },
  'work-iri': {
    severity: 'error',
    title: 'The Work IRI has the form of AKN4UN',
    help: '`/akn/un/statement/deliberation/{actor}/{day of adoption}/{number}`, with the actors `un-ga`, `un-sc`, `un-ecosoc` and `un-ga-hrc`, no empty segment and no slash at the end.',
    *test({ documents }): Iterable<Problem> {
      for (const { element, work, isAnnex } of documents) {
        const match = WORK.exec(iri(work.uri));
        if (isAnnex || !work.uri || (match && match[1] === element.local)) continue;
        const expected = `/akn/un/${element.local}/${element.local === 'statement' ? 'deliberation' : 'publication'}/{actor}/{date}/{number}`;
        const message = `${quote(iri(work.uri))} is not of the form ${expected}`;
        yield { element: work.uri, attribute: 'value', message, expected: [expected], found: iri(work.uri) };
      }
    },
  },
  'work-date': {
    severity: 'error',
    title: 'The day in the Work IRI is the date of the Work',
    help: 'The IRI of a resolution has its day of adoption, which is the first `FRBRdate` of the Work.',
    *test({ documents }): Iterable<Problem> {
      for (const document of documents) {
        const [date] = document.work.dates;
        const day = dayIn(iri(document.work.uri));
        if (document.isAnnex || !date || day === undefined || day === dayOf(document)) continue;
        const message = `the date is ${quote(dayOf(document))}, the Work IRI has ${quote(day)}`;
        yield { element: date, attribute: 'date', message, expected: [day], found: dayOf(document) };
      }
    },
  },
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
  'date-order': {
    severity: 'warning',
    title: 'A text is adopted, then published, then marked up',
    help: 'The dates of Work, Expression and Manifestation follow each other or are the same.',
    *test({ documents }): Iterable<Problem> {
      for (const { work, expression, manifestation, isAnnex } of documents) {
        if (isAnnex) continue;
        const dates = [work, expression, manifestation].flatMap(({ dates: [first] }) => (first ? [first] : []));
        for (const [index, element] of dates.entries()) {
          const before = dayAt(dates[index - 1]);
          const day = dayAt(element);
          if (!isDay(day) || UNKNOWN.test(day) || UNKNOWN.test(before) || day >= before) continue;
          yield { element, attribute: 'date', message: `${day} is before ${before}, the date of the level above`, found: day };
        }
      }
    },
  },
  'text-language': {
    severity: 'error',
    title: 'FRBRlanguage is the language of the text',
    help: 'The language is recognised by script and frequent words. Perhaps the file stands in the wrong folder.',
    *test({ documents }): Iterable<Problem> {
      for (const { element, expression, isAnnex } of documents) {
        const [first, another] = languagesOf(expression);
        if (isAnnex || !first || another) continue;
        const text = ['preamble', 'mainBody'].map((part) => textOf(child(element, part) ?? first)).join(' ');
        const { language, second } = detectLanguage(text);
        const code = attr(first, 'language') ?? '';
        if (text.length < 200 || !language || second || code === language.code || code === 'und') continue;
        const message = `the language is ${quote(code)}, but the text is in ${quote(language.code)}`;
        yield { element: first, attribute: 'language', message, expected: [language.code], found: code };
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
