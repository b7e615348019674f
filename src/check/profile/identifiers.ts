/** Rules on identifiers: what is cited has one, of the form that the Naming Convention gives it. */
import { cleanNumber, cleanSectionNumber, siblingNumbers } from '../../akn/number.ts';
import { AKN, unique } from '../../akn/vocabulary.ts';
import { quote } from '../describe.ts';
import type { Element } from '../read.ts';
import { attr, child, groupedBy, isWithin, type Problem, type ProfileRule, textOf } from './view.ts';

const NUMBERED = ['part', 'section', 'title', 'chapter', 'article', 'paragraph', 'point', 'item'];
const CITED = [...NUMBERED, 'division', 'alinea', 'list', 'blockList', 'attachment'];
// published files join levels by one underscore: para_38_list_point_a_sublist_point_i
const level = '(?:list|sublist|point|item|content|intro|wrapup|sec|section|para|paragraph)(?:_|$)';
const segment = String.raw`[A-Za-z0-9]+(?:_(?!${level})[^\s_]+)*`;
const EID = new RegExp(`^${segment}(?:__${segment})*$`);
const RENAMED = 'The eId is made anew by the Naming Convention; what refers to it, and the eIds that begin with it, follow.';

export const aknIdentifiers = {
  'eid-repeated': {
    severity: 'warning',
    title: 'An eId stands once in a file',
    help: 'The schema asks only that it stands once in each document. A link `#para_1` into a file of several documents leads to two places.',
    *test({ identified, ids }): Iterable<Problem> {
      for (const { element, eId } of identified) {
        const first = ids.get(eId);
        // each document has metadata of its own, in which only itself looks
        if (!first || first === element || isWithin(element, 'meta') || outermostDocument(first) === outermostDocument(element))
          continue;
        yield {
          element,
          attribute: 'eId',
          message: `another document in this file has the eId ${quote(eId)} too`,
          found: eId,
        };
      }
    },
  },
} satisfies Record<string, ProfileRule>;

export const unIdentifiers = {
  'eid-missing': {
    severity: 'warning',
    title: 'What is cited has an eId',
    help: 'Sections, paragraphs, lists and their points, and annexes can be linked to by their `eId` only.',
    fix: RENAMED.replace('made anew', 'made'),
    *test({ named }): Iterable<Problem> {
      for (const element of named(...CITED)) {
        if (attr(element, 'eId') !== undefined) continue;
        const message = `this \`${element.name}\` has no eId`;
        yield { element, attribute: 'eId', message, expected: ['eId'], repair: 'eId' };
      }
    },
  },
  'eid-form': {
    severity: 'error',
    title: 'An eId has the form of the Naming Convention',
    help: 'Segments of a name and a number (`para_4`, `point_b`), joined by two underscores: `para_4__list_1__point_b`. In the metadata they are names, which have no form.',
    fix: RENAMED,
    *test({ identified }): Iterable<Problem> {
      for (const { element, eId } of identified) {
        if (EID.test(eId) || isWithin(element, 'meta')) continue;
        const message = `${quote(eId)} is not made of segments such as para_4, joined by __`;
        yield { element, attribute: 'eId', message, found: eId, repair: 'eId' };
      }
    },
  },
  'eid-number': {
    severity: 'error',
    title: 'The number in an eId is the printed one',
    help: '`para_4` is the paragraph that is printed as `4.`, so that it can be cited without looking it up. The number is `num` without punctuation, in Latin letters and figures. What is printed without a number does not bear that of another.',
    fix: RENAMED,
    *test({ named }): Iterable<Problem> {
      for (const name of NUMBERED) {
        for (const [parent, siblings] of groupedBy(named(name), (element) => element.parent)) {
          if (parent?.uri === AKN) yield* wrongNumbers(siblings, name);
        }
      }
    },
  },
} satisfies Record<string, ProfileRule>;

/** The document that an element is in, and no other document around it. */
export function outermostDocument(element: Element): Element | undefined {
  let document: Element | undefined;
  for (let around = element.parent; around; around = around.parent) if (unique.within.has(around.local)) document = around;
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
  const all = new Set(numbers.filter((_, index) => printed[index] !== undefined));
  for (const [index, element] of siblings.entries()) {
    const eId = attr(element, 'eId');
    const num = printed[index];
    const expected = numbers[index] ?? '';
    if (eId === undefined) continue;
    const found = /^[^_]*_(.*)$/.exec(eId.slice(eId.lastIndexOf('__') + 1).replace(/^_/, ''))?.[1] ?? '';
    if (num === undefined) {
      if (!all.has(found)) continue;
      const message = `the eId is ${quote(eId)}, the number of another; this \`${element.name}\` has none`;
      yield { element, attribute: 'eId', message, expected: [expected], found, repair: 'eId' };
      continue;
    }
    // a number that is printed twice has `_2` the second time
    if (expected === '' || /^nn_/.test(expected) || found === expected || found.replace(/_\d+$/, '') === expected) continue;
    const message = `the eId is ${quote(eId)}; printed is ${quote(num)}, which gives "${expected}"`;
    yield { element, attribute: 'eId', message, expected: [expected], found, repair: 'eId' };
  }
}
