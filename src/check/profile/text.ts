/** Rules on the text and its order: what is empty, what is out of sequence, which structure was lost on the way. */
import { cleanNumber, siblingNumbers } from '../../akn/number.ts';
import { fold } from '../../language/index.ts';
import { type Reading, readNumber } from '../../text/numbering.ts';
import { quote } from '../describe.ts';
import type { Element } from '../read.ts';
import { attr, child, children, isElement, isWithin, outer, type Problem, type ProfileRule, startOf, textOf } from './view.ts';

/** Letters and signs that neither compose nor decompose, in the scripts that are most of all texts: there is nothing to find in them. */
export const PLAIN =
  /^[\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u0410-\u044f\u0621-\u064a\u3001-\u3011\u4e00-\u9fff\uff01-\uff1f]*$/;
/** A letter or Roman number in brackets at the start of a text: `(a) `, `b) `, `(iv) `. */
const ENUMERATOR = /^\(?(?:[a-z]|[ivx]{1,5})\) /;
const LONGEST_ENUMERATOR = 8;
const CONTROLS = /[\t\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

export const aknText = {
  'element-empty': {
    severity: 'error',
    title: 'No element of text is empty',
    help: 'An empty `p`, `content`, `span` or `container` says nothing, and stands for a blank line or a mistake of a converter. Delete it.',
    *test({ named }): Iterable<Problem> {
      for (const element of named('p', 'content', 'span', 'container')) {
        if (element.children.some((node) => isElement(node) || node.trim() !== '')) continue;
        // the cell of a table may be blank
        if (element.local === 'p' && isWithin(element, 'td', 'th')) continue;
        yield { element, message: `this \`${element.name}\` is empty` };
      }
    },
  },
} satisfies Record<string, ProfileRule>;

export const unText = {
  'paragraph-sequence': {
    severity: 'warning',
    title: 'Operative paragraphs are numbered without gaps',
    help: 'From 1 upwards, or from 1 again under each heading. A gap is a paragraph that was lost, or joined to the one before.',
    *test({ named }): Iterable<Problem> {
      for (const body of named('mainBody')) {
        let before = 0;
        let parent: Element | undefined;
        for (const element of numberedParagraphs(body)) {
          const number = numberOf(element);
          const restarts = number === 1 && element.parent !== parent;
          if (number !== before + 1 && !restarts) {
            const message = `paragraph ${number} follows ${before === 0 ? 'the beginning' : `paragraph ${before}`}`;
            yield { element, message, expected: [String(before + 1)], found: String(number) };
          }
          before = number;
          parent = element.parent;
        }
      }
    },
  },
  'list-sequence': {
    severity: 'warning',
    title: 'The items of a list are in sequence',
    help: 'From (a), (i) or 1 upwards, and at least two; or on from the list before, where a heading parts them. Else an item was lost, or a text in brackets was taken for one.',
    *test({ named }): Iterable<Problem> {
      let paragraph: Element | undefined;
      const lasts = new Map<Reading['style'], number>();
      for (const list of named('list', 'blockList')) {
        const items = children(list, 'point', 'item').filter((item) => child(item, 'num'));
        const readings = readingsOf(items);
        const styles = (readings[0] ?? []).filter(({ style }) => style !== 'bullet');
        if (styles.length === 0) continue;
        const around = outer(list, 'paragraph');
        // the mandates of missions count (a) to (t) under one heading after the other
        if (around !== paragraph && child(around, 'num')) lasts.clear();
        paragraph = around;
        const starts = styles.filter(({ style, value }) => value === 1 || value === (lasts.get(style) ?? 0) + 1);
        if (items.length === 1 && starts.every(({ value }) => value === 1))
          yield { element: list, message: 'this list has one item only' };
        const fits = ({ style, value }: Reading, index: number) =>
          readings[index]?.some((reading) => reading.style === style && reading.value === value + index) ?? false;
        const broken = items.findIndex((_, index) => !starts.some((start) => fits(start, index)));
        const element = items[broken];
        if (element) yield { element, message: `${quote(textOf(child(element, 'num')))} is out of sequence` };
        for (const { style, value } of readings.at(-1) ?? []) lasts.set(style, value);
      }
    },
  },
  'enumerator-in-text': {
    severity: 'error',
    title: 'No number of an item is left at the start of a text',
    help: 'The number belongs into `num`, in a `point` of a `list` or an `item` of a `blockList`. In the text nobody can link to it.',
    *test({ named }): Iterable<Problem> {
      for (const element of named('p')) {
        if (!['content', 'item'].includes(element.parent?.local ?? '')) continue;
        const start = startOf(element, LONGEST_ENUMERATOR).slice(0, 2 * LONGEST_ENUMERATOR);
        const number = /[)）]/.test(start) && ENUMERATOR.exec(fold(start))?.[0].trim();
        if (number && !isWithin(element, 'authorialNote', 'table'))
          yield { element, message: `the text begins with ${quote(number)}, which is the number of an item`, found: number };
      }
    },
  },
  'sublist-beside': {
    severity: 'error',
    title: 'A second level stands inside its point',
    help: 'A `list` in the `point` that it belongs to, not a `sublist` behind it.',
    *test({ named }): Iterable<Problem> {
      for (const element of named('sublist')) {
        if (element.parent?.local === 'point') continue;
        yield { element, message: 'this `sublist` stands beside its point, not in it' };
      }
    },
  },
  'paragraph-end': {
    severity: 'off',
    title: 'A preambular paragraph ends in a comma, an operative one in a semicolon, the last in a full stop',
    help: 'Another end may be a paragraph that was cut in two. Off by default, for there are many exceptions.',
    *test({ named }): Iterable<Problem> {
      for (const preamble of named('preamble')) {
        for (const element of children(preamble, 'container')) {
          const end = fold(textOf(element)).at(-1) ?? '';
          if (!/[,:;、]/.test(end))
            yield { element, message: `this preambular paragraph ends in ${quote(end)}`, expected: [','], found: end };
        }
      }
      for (const body of named('mainBody')) {
        const paragraphs = numberedParagraphs(body);
        for (const [index, element] of paragraphs.entries()) {
          const end = fold(textOf(element)).at(-1) ?? '';
          const expected = index === paragraphs.length - 1 ? '.' : ';';
          if (![expected, ':', '。'].includes(end)) {
            yield { element, message: `this operative paragraph ends in ${quote(end)}`, expected: [expected], found: end };
          }
        }
      }
    },
  },
  'note-sequence': {
    severity: 'warning',
    title: 'Notes are marked in sequence',
    help: 'Their marks are 1 to n, without gap or repetition, in the order in which they are called. A gap is a note that was lost.',
    *test({ named }): Iterable<Problem> {
      let before = 0;
      for (const element of named('authorialNote')) {
        const marker = attr(element, 'marker') ?? '';
        if (!/^\d+$/.test(marker)) continue;
        const number = Number(marker);
        // an annex may count anew
        if (number !== before + 1 && number !== 1) {
          const message = `note ${marker} follows ${before === 0 ? 'the beginning' : `note ${before}`}`;
          yield { element, attribute: 'marker', message, expected: [String(before + 1)], found: marker };
        }
        before = number;
      }
    },
  },
  'text-characters': {
    severity: 'warning',
    title: 'The text is in Unicode NFC, without tabs, soft hyphens and marks of direction',
    help: 'Texts that look the same should be the same, or they are not found. No-break spaces and hyphens mean something and stay.',
    *test({ elements }): Iterable<Problem> {
      for (const element of elements) {
        for (const node of element.children) {
          if (isElement(node)) continue;
          const text = node.trim();
          if (PLAIN.test(text)) continue;
          const control = CONTROLS.exec(text)?.[0];
          if (control !== undefined) {
            const code = (control.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
            yield { element, message: `the text has the character U+${code}`, found: `U+${code}` };
          } else if (text !== text.normalize('NFC')) {
            yield { element, message: 'the text is not in Unicode NFC' };
          }
        }
      }
    },
  },
} satisfies Record<string, ProfileRule>;

/** The paragraphs of a body that bear a plain number, in their order; those within quotations and notes are others. */
function numberedParagraphs(body: Element): Element[] {
  const found: Element[] = [];
  const walk = (element: Element) => {
    for (const node of children(element)) {
      if (node.local === 'paragraph' && Number.isInteger(numberOf(node))) found.push(node);
      else if (!['paragraph', 'container', 'content'].includes(node.local)) walk(node);
    }
  };
  walk(body);
  return found;
}

function numberOf(paragraph: Element): number {
  const num = child(paragraph, 'num');
  return num ? Number(siblingNumbers([textOf(num)], cleanNumber)[0]?.replace(/^nn_/, 'x')) : Number.NaN;
}

/** What the numbers of items can mean; а) b) с) from a Russian keyboard are read as the Latin letters that they look like, too. */
function readingsOf(items: readonly Element[]): Reading[][] {
  const printed = items.map((item) => textOf(child(item, 'num')));
  const cleaned = siblingNumbers(printed);
  return printed.map((num, index) => {
    const { readings } = readNumber(num);
    return readings.some(({ style }) => style !== 'bullet')
      ? [...readings, ...readNumber(`${cleaned[index]})`).readings]
      : readings;
  });
}
