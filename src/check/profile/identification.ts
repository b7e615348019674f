/** Rules on what a document says it is: IRIs, dates, language. */
import { isDay } from '../../akn/iri.ts';
import type { LanguageCode } from '../../ast.ts';
import { detectLanguage } from '../../language/detect.ts';
import { quote } from '../describe.ts';
import type { Element } from '../read.ts';
import type { Setting } from '../tags.ts';
import {
  attr,
  child,
  children,
  type Document,
  dayAt,
  down,
  type Level,
  languagesOf,
  type Problem,
  type ProfileRule,
  startOf,
} from './view.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  statement: ['resolution', 'resolutionDraft', 'decision', 'presidentialStatement'],
  documentCollection: ['publicationResolution'],
};
/** Names that published files have instead. */
const FORMER: Readonly<Record<string, string>> = {
  draftResolution: 'resolutionDraft',
  'draft resolution': 'resolutionDraft',
  publication: 'publicationResolution',
};
const WORK =
  /^\/akn\/un\/(statement|documentCollection)\/(deliberation|publication)\/(un-ga|un-sc|un-ecosoc|un-ga-hrc|un)\/\d{4}-\d\d-\d\d\/[^/!#\s]+$/;
/** Months and days of partial dates are 01; the naming convention's year for an unknown date is 1900. */
export const UNKNOWN = /^1900-01-01$|-01-01$/;

export const iri = (element: Element | undefined): string => attr(element, 'value') ?? '';
export const dayOf = ({ work }: Document): string => dayAt(work.dates[0]);
/** The day in a Work IRI; undefined where a segment of it is none. */
const dayIn = (uri: string): string | undefined => uri.split('/').find((segment) => isDay(segment));

export const aknIdentification = {
  'iri-levels': {
    severity: 'error',
    title: 'The IRI of the Expression extends that of the Work, and that of the Manifestation that of the Expression',
    help: 'Akoma Ntoso names a text at three levels, and each IRI begins with the one before (Naming Convention, section 4). Else the files of one document cannot be found together.',
    fix: 'The beginning is made that of the level above, where the IRI and the date of the Work agree with each other.',
    *test({ documents }): Iterable<Problem> {
      for (const document of documents) {
        const { work, expression, manifestation } = document;
        for (const [upper, lower] of [
          [work, expression],
          [expression, manifestation],
        ] as const) {
          const start = iri(upper.uri).replace(/\/$/, '');
          if (!upper.uri || !lower.uri || start === '' || iri(lower.uri).startsWith(start)) continue;
          const message = `this IRI does not begin with ${quote(start)}, that of the level above`;
          const repair = () => (isConsistent(document) ? beginWith(start, lower) : []);
          yield { element: lower.uri, attribute: 'value', message, expected: [start], found: iri(lower.uri), repair };
        }
      }
    },
  },
  'iri-language': {
    severity: 'error',
    title: 'The language in the Expression IRI is that of FRBRlanguage',
    help: 'The IRI has the language as `/fra@`; `FRBRlanguage` has it as an attribute. They say the same thing and have to agree.',
    fix: 'Where the text is clearly in one of the two languages, the other becomes that one.',
    *test({ documents }): Iterable<Problem> {
      for (const document of documents) {
        const { expression } = document;
        const named = languageInIri(document);
        const codes = languagesOf(expression).map((each) => attr(each, 'language') ?? '');
        if (!expression.uri || named === undefined || codes.length === 0 || codes.includes(named)) continue;
        const message = `the IRI says ${quote(named)}, FRBRlanguage says ${quote(codes.join(', '))}`;
        const repair = () => (codes.length === 1 ? setLanguage(document) : []);
        yield { element: expression.uri, attribute: 'value', message, expected: codes, found: named, repair };
      }
    },
  },
  'date-placeholder': {
    severity: 'error',
    title: 'No date stands for an unknown one',
    help: '`0001-01-01` sorts and prints as if it were a fact. Leave the element out, or write the day that the document bears. Where the schema asks for a date that nobody knows, AKN4UN has `1900-01-01` with the name `unknown`.',
    *test({ dated }): Iterable<Problem> {
      for (const element of dated) {
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
    fix: '`draftResolution` and `publication`, as in published files, get their names.',
    *test({ documents }): Iterable<Problem> {
      for (const { element, name } of documents) {
        const expected = NAMES[element.local];
        if (!expected || expected.includes(name)) continue;
        const message = `the name is ${quote(name)}; expected ${expected.map((each) => `"${each}"`).join(', ')}`;
        const value = FORMER[name];
        const repair = () => (value !== undefined && expected.includes(value) ? [{ element, attribute: 'name', value }] : []);
        yield { element, attribute: 'name', message, expected, found: name, repair };
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
    fix: 'The date becomes that of the IRI, where the conclusions or the workflow give that day of adoption and no other.',
    *test({ documents }): Iterable<Problem> {
      for (const document of documents) {
        const [date] = document.work.dates;
        const day = dayIn(iri(document.work.uri));
        if (document.isAnnex || !date || day === undefined || day === dayOf(document)) continue;
        const message = `the date is ${quote(dayOf(document))}, the Work IRI has ${quote(day)}`;
        const repair = () => (isAdoption(day, document) ? [{ element: date, attribute: 'date', value: day }] : []);
        yield { element: date, attribute: 'date', message, expected: [day], found: dayOf(document), repair };
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
    fix: 'It becomes that of the text, where the IRI says so too.',
    *test({ documents }): Iterable<Problem> {
      for (const document of documents) {
        const [first, another] = languagesOf(document.expression);
        const code = attr(first, 'language') ?? '';
        if (document.isAnnex || !first || another || code === 'und') continue;
        const language = languageOfText(document);
        if (language === undefined || code === language) continue;
        const message = `the language is ${quote(code)}, but the text is in ${quote(language)}`;
        const repair = () => (languageInIri(document) === language ? setLanguage(document) : []);
        yield { element: first, attribute: 'language', message, expected: [language], found: code, repair };
      }
    },
  },
} satisfies Record<string, ProfileRule>;

const LANGUAGE = /\/([a-z]{3})@/;
const languageInIri = ({ expression }: Document): string | undefined => LANGUAGE.exec(iri(expression.uri))?.[1];

/** So many characters of each part tell the language. */
const TELLING = 250;

/** The language that a text is in; undefined where it is short, or in two. */
function languageOfText({ element }: Document): LanguageCode | undefined {
  const text = ['preamble', 'mainBody'].map((part) => startOf(child(element, part), TELLING).slice(0, 2 * TELLING)).join(' ');
  const { language, second } = text.length < 200 ? {} : detectLanguage(text);
  return second ? undefined : language;
}

/** Two say what the language is, the IRI and FRBRlanguage; the text decides which is right. */
function setLanguage(document: Document): Setting[] {
  const { expression, manifestation } = document;
  const [first] = languagesOf(expression);
  const language = languageOfText(document);
  if (!first || language === undefined) return [];
  if (languageInIri(document) === language) return [{ element: first, attribute: 'language', value: language }];
  if (attr(first, 'language') !== language) return [];
  return [expression, manifestation].flatMap(irisOf).map((element) => {
    return { element, attribute: 'value', value: iri(element).replace(LANGUAGE, `/${language}@`) };
  });
}

const irisOf = ({ self, uri }: Level): Element[] => [self, uri].filter((element) => element !== undefined);

/** Whether what identifies the Work says the same thing. */
function isConsistent({ work }: Document): boolean {
  const day = dayIn(iri(work.uri));
  return iri(work.self).startsWith(iri(work.uri).replace(/\/$/, '')) && (day === undefined || day === dayAt(work.dates[0]));
}

/** The IRIs of a level with another beginning: what stands before the language. None where there is no language in them. */
function beginWith(start: string, level: Level): Setting[] {
  const own = LANGUAGE.exec(start);
  const settings = irisOf(level).flatMap((element) => {
    const tail = LANGUAGE.exec(iri(element));
    // `start` is that of an Expression: then its language and version are in both
    const end = tail && iri(element).slice(tail.index);
    if (end === null || (own && !end.startsWith(start.slice(own.index)))) return [];
    return { element, attribute: 'value', value: start.slice(0, own?.index) + end };
  });
  return settings.length === irisOf(level).length ? settings : [];
}

/** Whether the document says elsewhere that it was adopted on a day, and on no other. */
function isAdoption(day: string, { element }: Document): boolean {
  const steps = children(down(element, 'meta', 'workflow') ?? element, 'step').filter(
    (step) => attr(step, 'outcome') === '#adopted',
  );
  const days = [...steps, ...adoptionDates(child(element, 'conclusions'))].map(dayAt);
  return days.length > 0 && days.every((each) => each === day);
}

/** The days of adoption that conclusions give. */
export function adoptionDates(conclusions: Element | undefined): Element[] {
  return children(conclusions, 'p')
    .flatMap((p) => [...children(p, 'docDate'), ...children(p, 'event').flatMap((event) => children(event, 'docDate'))])
    .filter((date) => attr(date, 'refersTo') === '#adoptionDate');
}
