/** Rules on what points elsewhere: references into the metadata, notes, links. */
import { parseSymbol } from '../../akn/iri.ts';
import { pageOf, workOf } from '../../akn/link.ts';
import { quote } from '../describe.ts';
import type { Element } from '../read.ts';
import { attr, below, children, groupedBy, isElement, type Problem, type ProfileRule, textOf, type View } from './view.ts';

export const aknReferences = {
  'reference-undeclared': {
    severity: 'error',
    title: 'What an attribute refers to is declared',
    help: '`refersTo`, `source`, `as`, `by` and `outcome` with `#id` name an entry of `meta/references` (`TLCPerson`, `TLCOrganization` …) or an element of the document. Add the entry, or mend the identifier.',
    *test({ references, ids }): Iterable<Problem> {
      for (const { element, attribute, value } of references) {
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
  'note-unresolved': {
    severity: 'error',
    title: 'The call of a note leads to one',
    help: 'The `href` of a `noteRef` is `#` and the `eId` of an `authorialNote` or `note`.',
    fix: 'Where one note alone has the same `marker`, the call leads to it.',
    *test(view): Iterable<Problem> {
      for (const element of view.named('noteRef')) {
        const href = attr(element, 'href') ?? '';
        if (!href.startsWith('#') || view.ids.has(href.slice(1))) continue;
        const repair = () => noteCalled(element, view).map((value) => ({ element, attribute: 'href', value }));
        yield { element, attribute: 'href', message: `there is no note ${quote(href)}`, found: href, repair };
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
  'link-split': {
    severity: 'warning',
    title: 'A link is one element',
    help: 'Two links with nothing between them that lead to the same place are one. Readers are told of two, and neither has the whole text.',
    *test({ named }): Iterable<Problem> {
      for (const parent of new Set(named('a', 'ref').map((link) => link.parent))) {
        let before: string | undefined;
        for (const node of parent?.children ?? []) {
          if (!isElement(node)) {
            if (node.trim() !== '') before = undefined;
            continue;
          }
          const href = ['a', 'ref'].includes(node.local) ? attr(node, 'href') : undefined;
          if (href !== undefined && href === before) {
            yield { element: node, message: `this \`${node.name}\` goes on with the link before it`, found: href };
          }
          before = href;
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
    fix: 'The `#` is added where it makes the name one that is declared.',
    *test({ references, ids }): Iterable<Problem> {
      for (const { element, attribute, value, written } of references) {
        if (/^[#/]/.test(value)) continue;
        const message = `\`${attribute}\` is ${quote(value)}; expected "#${value}"`;
        const local = () => written.replace(/(?<!\S)(?![#/])\S+/g, (name) => (ids.has(name) ? `#${name}` : name));
        const repair = () => (ids.has(value) ? [{ element, attribute, value: local() }] : []);
        yield { element, attribute, message, expected: [`#${value}`], found: value, repair };
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
        if (!/^(?:E?S-)?\d+\/\d+$|^\d+\(\d{4}\)$/.test(text)) continue;
        const href = attr(element, 'href') ?? '';
        const symbol = element.local === 'ref' ? workOf(href)?.symbol : pageOf(href);
        const target = symbol === undefined ? undefined : parseSymbol(symbol);
        if (!symbol || !target) continue;
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

const notesByMarker = ({ named }: View) => groupedBy(named('authorialNote', 'note'), (note) => attr(note, 'marker') ?? '');

/** The one note that a call means by its marker: `#` and an eId; nothing where there is none, or not one alone. */
export function noteCalled(call: Element, { once }: View): string[] {
  const [note, another] = once(notesByMarker).get(attr(call, 'marker') ?? '') ?? [];
  const eId = another ? undefined : attr(note, 'eId');
  return eId === undefined ? [] : [`#${eId}`];
}
