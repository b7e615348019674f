/** Rules on a document among others: what several files say of the same thing is the same. */
import { plainSymbol } from '../../akn/iri.ts';
import { quote } from '../describe.ts';
import type { Element } from '../read.ts';
import { iri } from './identification.ts';
import { symbols } from './symbols.ts';
import { attr, child, type Document, dayAt, type Problem, type ProfileRule } from './view.ts';

/** What is known of the documents that were validated before. It holds some hundred bytes for each. */
export interface DocumentSet {
  /** Symbol → what the first document that bore it said of the Work, and where. */
  readonly works: Map<string, { name: string; facts: ReadonlyMap<string, string> }>;
  /** Work IRI → the first symbol that had it. */
  readonly symbols: Map<string, string>;
  /** IRI of a Manifestation → the first document that had it. */
  readonly manifestations: Map<string, string>;
}

/**
 * An empty set, for the documents of one run of validation.
 *
 * @example
 * const among = documentSet();
 * for (const { name, xml } of files) validateAkn(xml, { name, among });
 */
export const documentSet = (): DocumentSet => ({ works: new Map(), symbols: new Map(), manifestations: new Map() });

export const aknOthers = {
  'document-repeated': {
    severity: 'warning',
    title: 'No two files are the same Manifestation',
    help: 'The IRI of a Manifestation names one file. Another file with the same IRI is a copy, or one of them has the IRI of another document. Known where several files are validated together.',
    *test({ documents: [document], among, name }): Iterable<Problem> {
      const element = document?.manifestation.self;
      const value = iri(element);
      if (!among || !element || value === '') return;
      const before = among.manifestations.get(value);
      if (before === undefined) among.manifestations.set(value, name);
      else yield { element, attribute: 'value', message: `${before} is the same Manifestation`, found: value };
    },
  },
} satisfies Record<string, ProfileRule>;

export const unOthers = {
  'work-differs': {
    severity: 'warning',
    title: 'All languages of a symbol are Expressions of one Work',
    help: 'IRI, date, number, author and country of a Work do not depend on the language, and another symbol is another Work. Else the six files of a resolution cannot be found together. Known where several files are validated together.',
    *test(view): Iterable<Problem> {
      const { among, name } = view;
      if (!among) return;
      for (const { document, symbol: written } of symbols(view)) {
        const symbol = plainSymbol(written);
        const facts = factsOf(document);
        const known = among.works.get(symbol);
        if (!known) among.works.set(symbol, { name, facts: new Map([...facts].map(([fact, { value }]) => [fact, value])) });
        for (const [fact, { element, attribute, value }] of facts) {
          const expected = known?.facts.get(fact);
          if (expected === undefined || expected === value) continue;
          const message = `the ${fact} of ${symbol} is ${quote(value)} here, ${quote(expected)} in ${known?.name}`;
          yield { element, attribute, message, expected: [expected], found: value };
        }
        yield* taken(document, symbol, among);
      }
    },
  },
} satisfies Record<string, ProfileRule>;

/** A Work IRI that another symbol has. */
function* taken({ work }: Document, symbol: string, { symbols }: DocumentSet): Iterable<Problem> {
  const value = iri(work.uri).replace(/\/$/, '');
  const owner = symbols.get(value);
  if (!work.uri || value === '') return;
  if (owner === undefined) symbols.set(value, symbol);
  else if (owner !== symbol) {
    yield {
      element: work.uri,
      attribute: 'value',
      message: `this is the Work IRI of ${owner}, not of ${symbol}`,
      found: value,
    };
  }
}

interface Fact {
  element: Element;
  attribute: string;
  value: string;
}

/** What a document says of its Work, whatever its language. */
function factsOf({ work }: Document): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  const add = (
    name: string,
    element: Element | undefined,
    attribute: string,
    read = (found: Element) => attr(found, attribute),
  ) => {
    const value = element && read(element);
    if (element && value !== undefined) facts.set(name, { element, attribute, value });
  };
  add('Work IRI', work.uri, 'value', (element) => iri(element).replace(/\/$/, ''));
  add('date', work.dates[0], 'date', dayAt);
  add('number', child(work.element, 'FRBRnumber'), 'value');
  add('author', child(work.element, 'FRBRauthor'), 'href');
  add('country', child(work.element, 'FRBRcountry'), 'value');
  return facts;
}
