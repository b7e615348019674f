/** Rules on the parts of a resolution: title, preamble, conclusions, votes, annexes. */
import { isDay } from '../../akn/iri.ts';
import { languageOf, lexicons } from '../../language/all.ts';
import { fold, type Language } from '../../language/index.ts';
import { quote } from '../describe.ts';
import type { Element } from '../read.ts';
import { adoptionDates, dayOf, UNKNOWN } from './identification.ts';
import {
  attr,
  below,
  child,
  children,
  type Document,
  dayAt,
  down,
  isWithin,
  languagesOf,
  type Problem,
  type ProfileRule,
  startOf,
  textOf,
  type View,
} from './view.ts';

const resolutions = ({ documents }: View): Document[] =>
  documents.filter(({ element, name, isAnnex }) => element.local === 'statement' && name === 'resolution' && !isAnnex);

function languageIn({ expression }: Document): Language | undefined {
  const given = attr(languagesOf(expression)[0], 'language');
  const lexicon = lexicons.find(({ code }) => code === given);
  return lexicon && languageOf(lexicon.code);
}
const isOfSecurityCouncil = ({ work }: Document): boolean => /\/un-?sc\//.test(attr(work.uri, 'value') ?? '');

export const unParts = {
  'title-empty': {
    severity: 'error',
    title: 'There is a title, and it has a text',
    help: 'Only resolutions of the Security Council bear none, and then there is no `docTitle` in the preface.',
    *test(view): Iterable<Problem> {
      for (const element of view.named('docTitle'))
        if (textOf(element) === '') yield { element, message: 'the title is empty' };
      for (const document of resolutions(view)) {
        // part A of 79/252 A-B has its letter alone
        if (isOfSecurityCouncil(document) || isWithin(document.element, 'components')) continue;
        const preface = child(document.element, 'preface');
        if (preface && [...below(preface)].some(({ local }) => local === 'docTitle')) continue;
        yield { element: preface ?? document.element, message: 'there is no title', expected: ['docTitle'] };
      }
    },
  },
  'formula-first': {
    severity: 'error',
    title: 'The preamble begins with one enacting formula',
    help: '“The General Assembly,” is a `formula` with the name `enactingFormula`, and stands first: it is the subject of the whole sentence.',
    *test(view): Iterable<Problem> {
      for (const { element } of resolutions(view)) {
        const preamble = child(element, 'preamble');
        if (!preamble) continue;
        const formulas = children(preamble, 'formula');
        if (formulas.length === 0) yield { element: preamble, message: 'there is no enacting formula', expected: ['formula'] };
        else if (children(preamble)[0] !== formulas[0])
          yield { element: formulas[0] as Element, message: 'the formula is not first' };
        for (const another of formulas.slice(1)) yield { element: another, message: 'there is another formula above' };
      }
    },
  },
  'phrase-name': {
    severity: 'warning',
    title: 'The name of a preambular paragraph is its opening phrase',
    help: '`<container name="Recalling also">` holds a text that begins with “Recalling also”, as printed and without a comma.',
    *test({ named }): Iterable<Problem> {
      for (const preamble of named('preamble')) {
        for (const element of children(preamble, 'container')) {
          const name = attr(element, 'name') ?? '';
          const start = startOf(element, 2 * name.length + 40);
          // AKN4UN's name for a paragraph that opens with no phrase
          if (name === 'recital' || (name.trim() !== '' && start.startsWith(name))) continue;
          const plain = (text: string) =>
            fold(text.normalize('NFC'))
              .replace(/["'\s-]+/g, ' ')
              .trim();
          if (name.trim() !== '' && plain(start).startsWith(plain(name))) continue;
          const message = `the name is ${quote(name)}, the text begins ${quote(start.slice(0, 40))}`;
          yield { element, attribute: 'name', message, found: name };
        }
      }
    },
  },
  'session-value': {
    severity: 'warning',
    title: 'The value of a session is the number that is printed',
    help: '“Seventy-ninth session” has the value `79`; special sessions have `S-32`, emergency special sessions `ES-11`.',
    fix: 'The number becomes that which is printed.',
    *test({ documents }): Iterable<Problem> {
      for (const document of documents) {
        const language = languageIn(document);
        const cover = child(document.element, 'coverPage');
        if (!language || !cover) continue;
        for (const element of [...below(cover)].filter(({ local }) => local === 'session')) {
          const text = textOf(element);
          const value = attr(element, 'value') ?? '';
          const given = Number(value.replace(/^E?S-/, '') || Number.NaN);
          if (given === longestOrdinal(fold(text), language)) continue;
          // the expression holds hundreds of ordinals: to compile it takes longer than all other rules together
          const ordinal = language.masthead.session.exec(fold(text))?.groups?.ordinal?.trim();
          const number = ordinal === undefined ? undefined : language.ordinals.get(ordinal);
          if (number === undefined || given === number) continue;
          const message = `the value is ${quote(value)}, the text is ${quote(text)}`;
          const [special = ''] = /^E?S-/.exec(value) ?? [];
          const repair = () => [{ element, attribute: 'value', value: `${special}${number}` }];
          yield { element, attribute: 'value', message, expected: [String(number)], found: value, repair };
        }
      }
    },
  },
  'vote-count': {
    severity: 'error',
    title: 'The States listed are as many as the count says',
    help: '“Adopted by a recorded vote of 29 to 14” has 29 States in favour. One was lost, or listed twice.',
    *test({ named }): Iterable<Problem> {
      for (const vote of named('vote')) {
        const inner = [...below(vote)];
        for (const element of inner.filter(({ local }) => local === 'quantity')) {
          const count = Number(attr(element, 'normalized') ?? Number.NaN);
          const side = attr(element, 'refersTo')?.replace(/^#/, '');
          const list = inner.find(
            ({ local, attributes }) => local === 'outcome' && attributes.some(({ value }) => value.replace(/^#/, '') === side),
          );
          const states = list ? [...below(list)].filter(({ local }) => local === 'organization') : [];
          // some files have all States in one element
          const listed = states.length === 1 ? textOf(states[0] as Element).split(/[,،、]/).length : states.length;
          if (!Number.isInteger(count) || listed === 0 || listed === count) continue;
          const message = `${count} States are counted, ${listed} are listed`;
          yield { element, attribute: 'normalized', message, expected: [String(listed)], found: String(count) };
        }
      }
    },
  },
  'step-order': {
    severity: 'warning',
    title: 'The steps of the workflow are in the order of their dates, and the adoption is that of the Work',
    help: 'A draft is introduced, recommended, adopted. A date that goes back is a slip.',
    *test({ documents }): Iterable<Problem> {
      for (const { element: document, work } of documents) {
        let before = '';
        for (const element of children(down(document, 'meta', 'workflow') ?? document, 'step')) {
          const day = dayAt(element);
          const adopted = dayAt(work.dates[0]);
          if (day.startsWith('0001')) continue;
          if (day < before) {
            yield { element, attribute: 'date', message: `this step of ${day} stands behind one of ${before}`, found: day };
          } else if (attr(element, 'outcome') === '#adopted' && adopted !== '' && day !== adopted) {
            const message = `adopted on ${day} in the workflow, on ${adopted} in the Work`;
            yield { element, attribute: 'date', message, expected: [adopted], found: day };
          }
          before = day;
        }
      }
    },
  },
  'annex-joined': {
    severity: 'warning',
    title: 'Each annex is an attachment of its own',
    help: 'Two headings “Annex I” and “Annex II” in one attachment are two annexes, which should be addressed each by its own IRI.',
    *test(view): Iterable<Problem> {
      for (const document of view.documents.filter(({ isAnnex }) => isAnnex)) {
        const [outer] = view.documents;
        const language = languageIn(document) ?? (outer && languageIn(outer));
        if (!language) continue;
        const headings = [...below(document.element)].filter(
          (element) =>
            ['heading', 'subheading', 'docType'].includes(element.local) &&
            !isWithin(element, 'authorialNote') &&
            language.headings.annex.test(fold(textOf(element))),
        );
        for (const element of headings.slice(1)) {
          yield {
            element,
            message: `${quote(textOf(element))} is another annex in the same attachment`,
            found: textOf(element),
          };
        }
      }
    },
  },
  'conclusions-date': {
    severity: 'error',
    title: 'The day of adoption at the end is the date of the Work',
    help: 'A resolution ends with its meeting and day: “108th plenary meeting, 28 July 2010”.',
    *test({ documents }): Iterable<Problem> {
      for (const document of documents) {
        const conclusions = child(document.element, 'conclusions');
        const day = dayOf(document);
        if (!conclusions || !isDay(day) || UNKNOWN.test(day)) continue;
        const days = adoptionDates(conclusions).map((element) => ({
          element,
          printed: dayAt(element),
        }));
        // a decision may be taken at several meetings
        if (days.some(({ printed }) => printed === day)) continue;
        for (const { element, printed } of days) {
          const message = `adopted on ${printed} as it says here, on ${day} as the metadata say`;
          yield { element, attribute: 'date', message, expected: [day], found: printed };
        }
      }
    },
  },
  'conclusions-missing': {
    severity: 'warning',
    title: 'A resolution ends with its meeting and day',
    help: 'Resolutions of the General Assembly, the Economic and Social Council and the Human Rights Council do; those of the Security Council have both in the masthead.',
    *test(view): Iterable<Problem> {
      for (const document of resolutions(view)) {
        if (isOfSecurityCouncil(document) || isWithin(document.element, 'components')) continue;
        const conclusions = child(document.element, 'conclusions');
        if (adoptionDates(conclusions).length > 0) continue;
        const missing = conclusions ? 'is no day of adoption' : 'are no conclusions with the meeting and the day of adoption';
        yield { element: conclusions ?? document.element, message: `there ${missing}` };
      }
    },
  },
} satisfies Record<string, ProfileRule>;

/** The number of the longest ordinal in a text: that of `seventy-ninth`, not of `ninth`. */
function longestOrdinal(folded: string, { ordinals }: Language): number | undefined {
  let longest = '';
  for (const words of ordinals.keys()) if (words.length > longest.length && folded.includes(words)) longest = words;
  return ordinals.get(longest);
}
