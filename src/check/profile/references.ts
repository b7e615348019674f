/** Rules on what points elsewhere: references into the metadata, notes, links; and on identifiers, which are pointed at. */
import { parseSymbol } from '../../akn/iri.ts';
import { pageOf, workOf } from '../../akn/link.ts';
import { cleanNumber, cleanSectionNumber, siblingNumbers } from '../../akn/number.ts';
import { AKN } from '../../akn/vocabulary.ts';
import { quote } from '../describe.ts';
import type { Element } from '../read.ts';
import { attr, below, child, children, isWithin, type Problem, type ProfileRule, textOf } from './view.ts';

/** Attributes that name an entry of the metadata. */
const REFERRING = new Set(['refersTo', 'source', 'as', 'by', 'outcome']);
const segment = String.raw`[A-Za-z0-9]+(?:_[^\s_]+)*`;
const EID = new RegExp(`^${segment}(?:__${segment})*$`);
const NUMBERED = ['part', 'section', 'title', 'chapter', 'article', 'paragraph', 'point', 'item'];

function* references(elements: readonly Element[]) {
  for (const element of elements) {
    for (const { name, value: written } of element.attributes) {
      if (!REFERRING.has(name)) continue;
      for (const value of written.split(/\s+/).filter(Boolean)) yield { element, attribute: name, value };
    }
  }
}

export const aknReferences = {
  'reference-undeclared': {
    severity: 'error',
    title: 'What an attribute refers to is declared',
    help: '`refersTo`, `source`, `as`, `by` and `outcome` with `#id` name an entry of `meta/references` (`TLCPerson`, `TLCOrganization` …) or an element of the document. Add the entry, or mend the identifier.',
    *test({ elements, ids }): Iterable<Problem> {
      for (const { element, attribute, value } of references(elements)) {
        if (!value.startsWith('#') || ids.has(value.slice(1))) continue;
        yield {
          element,
          attribute,
          message: `\`${attribute}\` refers to ${quote(value)}, which nothing declares`,
          found: value,
        };
      }
    },
  },
  'eid-repeated': {
    severity: 'warning',
    title: 'An eId stands once in a file',
    help: 'The schema asks only that it stands once in each document. A link `#para_1` into a file of several documents leads to two places.',
    *test({ elements, ids }): Iterable<Problem> {
      for (const element of elements) {
        const eId = attr(element, 'eId');
        const first = eId === undefined ? undefined : ids.get(eId);
        // each document has metadata of its own, in which only itself looks
        if (!first || first === element || isWithin(element, 'meta') || documentAround(first) === documentAround(element))
          continue;
        yield {
          element,
          attribute: 'eId',
          message: `another document in this file has the eId ${quote(eId ?? '')} too`,
          found: eId ?? '',
        };
      }
    },
  },
  'note-unresolved': {
    severity: 'error',
    title: 'The call of a note leads to one',
    help: 'The `href` of a `noteRef` is `#` and the `eId` of an `authorialNote` or `note`.',
    *test({ named, ids }): Iterable<Problem> {
      for (const element of named('noteRef')) {
        const href = attr(element, 'href') ?? '';
        if (!href.startsWith('#') || ids.has(href.slice(1))) continue;
        yield { element, attribute: 'href', message: `there is no note ${quote(href)}`, found: href };
      }
    },
  },
  'note-empty': {
    severity: 'error',
    title: 'A note has a text, and its mark is not in it',
    help: 'The mark is in the attribute `marker`, and whoever prints the note prints it. In the text it would be there twice.',
    *test({ named }): Iterable<Problem> {
      for (const element of named('authorialNote', 'note')) {
        const text = children(element).map(textOf).join(' ').trim();
        const marker = attr(element, 'marker') ?? '';
        if (text === '' && ![...below(element)].some(({ local }) => local === 'img')) {
          yield { element, message: 'the note has no text' };
        } else if (text.startsWith('()') || (/^\d+$/.test(marker) && new RegExp(`^\\(?${marker}[).]? `).test(text))) {
          yield {
            element,
            message: `the text of the note begins with its mark: ${quote(text.slice(0, 20))}`,
            found: text.slice(0, 20),
          };
        }
      }
    },
  },
  'link-href': {
    severity: 'error',
    title: 'A link leads to an address that everybody can open',
    help: '`http`, `https`, `mailto`, an IRI of Akoma Ntoso or a place in this file; no blanks, and no file of the computer on which the text was written.',
    *test({ named }): Iterable<Problem> {
      for (const element of named('a', 'ref')) {
        const href = attr(element, 'href') ?? '';
        if (/^(?:https?:\/\/[^/\s]|mailto:|\/|#|[^:]*$)/i.test(href) && !/\s/.test(href) && href !== '') continue;
        yield { element, attribute: 'href', message: `${quote(href)} is no address for a link`, found: href };
      }
    },
  },
  'link-text': {
    severity: 'warning',
    title: 'A link has a text',
    help: 'Nobody can see or follow a link without one. Delete the element, or put it around the words that are meant.',
    *test({ named }): Iterable<Problem> {
      for (const element of named('a', 'ref', 'rref')) {
        if (textOf(element) === '' && children(element).every(({ local }) => local !== 'img')) {
          yield { element, message: `this \`${element.name}\` has no text` };
        }
      }
    },
  },
} satisfies Record<string, ProfileRule>;

export const unReferences = {
  'reference-not-local': {
    severity: 'error',
    title: 'What an attribute refers to is named with #',
    help: '`refersTo="#adoption"`, not `refersTo="adoption"`: without the `#` it is an address of another file.',
    *test({ elements }): Iterable<Problem> {
      for (const { element, attribute, value } of references(elements)) {
        if (/^[#/]/.test(value)) continue;
        const expected = [`#${value}`];
        yield {
          element,
          attribute,
          message: `\`${attribute}\` is ${quote(value)}; expected "#${value}"`,
          expected,
          found: value,
        };
      }
    },
  },
  'eid-form': {
    severity: 'error',
    title: 'An eId has the form of the Naming Convention',
    help: 'Segments of a name and a number (`para_4`, `point_b`), joined by two underscores: `para_4__list_1__point_b`.',
    *test({ elements }): Iterable<Problem> {
      for (const element of elements) {
        const eId = attr(element, 'eId');
        if (eId === undefined || EID.test(eId)) continue;
        const message = `${quote(eId)} is not made of segments such as para_4, joined by __`;
        yield { element, attribute: 'eId', message, found: eId };
      }
    },
  },
  'eid-number': {
    severity: 'error',
    title: 'The number in an eId is the printed one',
    help: '`para_4` is the paragraph that is printed as `4.`, so that it can be cited without looking it up. The number is `num` without punctuation, in Latin letters and figures.',
    *test({ elements }): Iterable<Problem> {
      const families = new Set(elements.filter(({ local }) => NUMBERED.includes(local)).map(({ parent }) => parent));
      for (const family of families) {
        if (!family || family.uri !== AKN) continue;
        for (const name of NUMBERED) yield* wrongNumbers(children(family, name), name);
      }
    },
  },
  'link-symbol': {
    severity: 'error',
    title: 'The text of a link agrees with its target',
    help: 'A link on “64/293” leads to A/RES/64/293, one on “1325 (2000)” to S/RES/1325 (2000).',
    *test({ named }): Iterable<Problem> {
      for (const element of named('a', 'ref')) {
        const text = textOf(element)
          .replace(/[\u2010-\u2013]/g, '-')
          .replace(/\s+/g, '');
        const href = attr(element, 'href') ?? '';
        const symbol = element.local === 'ref' ? workOf(href)?.symbol : pageOf(href);
        const target = symbol === undefined ? undefined : parseSymbol(symbol);
        if (!symbol || !target || !/^(?:E?S-)?\d+\/\d+$|^\d+\(\d{4}\)$/.test(text)) continue;
        const number = target.showAs.replace(/\s+/g, '').replace(/(?<=\d)[A-Z](?:-[A-Z])?$/, '');
        if (number === text || symbol.replace(/\s+/g, '').endsWith(`/${text}`)) continue;
        yield {
          element,
          attribute: 'href',
          message: `the text is ${quote(text)}, the target is ${symbol}`,
          expected: [symbol],
          found: text,
        };
      }
    },
  },
} satisfies Record<string, ProfileRule>;

function documentAround(element: Element): Element | undefined {
  let document: Element | undefined;
  for (let outer = element.parent; outer; outer = outer.parent) if (child(outer, 'meta')) document = outer;
  return document;
}

function* wrongNumbers(siblings: readonly Element[], name: string): Iterable<Problem> {
  const printed = siblings.map((element) => {
    const num = child(element, 'num');
    return num && textOf(num);
  });
  const section = !['paragraph', 'point', 'item'].includes(name);
  const numbers = section
    ? printed.map((num) => (num === undefined ? '' : cleanSectionNumber(num, name)))
    : siblingNumbers(printed, cleanNumber);
  for (const [index, element] of siblings.entries()) {
    const eId = attr(element, 'eId');
    const expected = numbers[index] ?? '';
    if (eId === undefined || printed[index] === undefined || expected === '' || /^nn_/.test(expected)) continue;
    const found = /^[^_]*_(.*)$/.exec(eId.slice(eId.lastIndexOf('__') + 1).replace(/^_/, ''))?.[1] ?? '';
    // a number that is printed twice has `_2` the second time
    if (found === expected || found.replace(/_\d+$/, '') === expected) continue;
    const message = `the eId is ${quote(eId)}; printed is ${quote(printed[index] ?? '')}, which gives "${expected}"`;
    yield { element, attribute: 'eId', message, expected: [expected], found };
  }
}
