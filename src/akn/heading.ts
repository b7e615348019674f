/** Headings, and the paragraphs that are headings in published files. */
import type { Heading, Num, Section } from '../ast.ts';
import { designationOf, levelOf } from '../language/designation.ts';
import { plainText } from '../words.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { childOf, type Decoding, elementsIn, isBlank, nameOf, textIn } from './decoding.ts';
import { settle, withoutBold, withoutStart } from './drafts.ts';
import type { Item } from './gather.ts';
import { decodeDrafts } from './inline.ts';
import { hold, type Piece, shell } from './kept.ts';
import { capitalNumber } from './number.ts';
import { decodeNum } from './paragraph.ts';

/**
 * An element of running text as a heading.
 *
 * @param num the number before it, which published files may have in both: `<num>A.</num><heading>A.	Aims</heading>`
 */
export function headingOf(element: XmlElement, decoding: Decoding, num?: Num): Heading {
  const drafts = decodeDrafts(element.children, decoding);
  const pieces = settle(decoding.ours ? drafts : withoutStart(withoutBold(drafts), num ? `${num.value} ` : ''));
  return hold({ type: 'heading', children: [] }, [shell(element, pieces)]);
}

const LONGEST = 250;
// Word styles: heading 1, 2 and 3, 4, 5 and 6, chapter; with suffixes for other templates
const HEADING_CLASS = /^(?:H\d+|HCh|\w*Heading\w*)/;

/**
 * The paragraph at `k` if it is a heading: it has a `heading` or `subheading` and no text, or its text is all bold, of the style of
 * one, or, where the style was lost, a line between paragraphs.
 *
 * @returns undefined for any other
 */
export function flatHeading(nodes: readonly XmlNode[], k: number, decoding: Decoding): Item | undefined {
  const element = nodes[k] as XmlElement;
  const { num, named, content, list, count } = partsOf(element);
  if (named ? content || list : count > (num ? 2 : 1)) return undefined;
  const line = named ?? (content && onlyParagraph(content));
  if (!line || (!named && ((num && !isCapital(num)) || isLong(line)))) return undefined;
  const text = wordsOf(line).trim();
  if (text === '') return undefined;
  if (!named) {
    const last = text.charAt(text.length - 1);
    if (text.length > LONGEST || ',;'.includes(last)) return undefined;
    const isOpen = !'.:'.includes(last);
    const isStyled = isOpen && HEADING_CLASS.test(element.attributes.class ?? '');
    // “A.” before a short line without an end, whatever its style
    const isHeading = num
      ? isOpen
      : isStyled || isWhollyBold(line) || designationOf(text, decoding.language) || standsBetween(nodes, k);
    if (!isHeading) return undefined;
  }

  const node: Section = { type: 'section', level: 'division', children: [] };
  const replace = (nodes: readonly XmlNode[]): Piece[] =>
    nodes.map((child): Piece => {
      if (!isElement(child)) return child;
      if (child === line) {
        node.heading = headingOf(line, decoding, node.num);
        return node.heading;
      }
      if (child === num) {
        node.num = decodeNum(child, decoding);
        return node.num;
      }
      return child === content ? shell(child, replace(child.children)) : child;
    });
  const pieces = [shell(element, replace(element.children))];
  const designated = node.num || !node.heading ? undefined : levelOf(plainText(node.heading.children), decoding.language);
  return { node: Object.assign(node, designated), pieces, flat: true, source: [element] };
}

interface Parts {
  num: XmlElement | undefined;
  named: XmlElement | undefined;
  content: XmlElement | undefined;
  list: XmlElement | undefined;
  /** Of all elements. */
  count: number;
}

/** What is in a paragraph, each the first of its kind. */
function partsOf({ children }: XmlElement): Parts {
  let num: XmlElement | undefined;
  let heading: XmlElement | undefined;
  let subheading: XmlElement | undefined;
  let content: XmlElement | undefined;
  let list: XmlElement | undefined;
  let count = 0;
  for (const child of children) {
    if (!isElement(child)) continue;
    count++;
    const name = nameOf(child);
    if (name === 'num') num ??= child;
    else if (name === 'content') content ??= child;
    else if (name === 'heading') heading ??= child;
    else if (name === 'subheading') subheading ??= child;
    else if (name === 'list') list ??= child;
  }
  return { num, named: heading ?? subheading, content, list, count };
}

/** Whether a text in a line alone is longer than a heading, as most are. */
const isLong = (line: XmlElement): boolean =>
  line.children.some((child) => typeof child === 'string' && child.length > LONGEST && child.trim().length > LONGEST);

/** `1.` is the number of a paragraph. */
function isCapital(num: XmlElement): boolean {
  const printed = textIn(num);
  return !/\d/.test(printed) && capitalNumber(printed) !== undefined;
}

// the style of what the converter knew no style for
const NO_STYLE = 'MercuryDocument';

/** A line without a style or an end, with tabs before it to bring it to the middle, or between paragraphs that are no such lines. */
function standsBetween(nodes: readonly XmlNode[], k: number): boolean {
  const line = lineWithoutStyle(nodes[k] as XmlElement);
  const below = elementFrom(nodes, k + 1, 1);
  if (line === undefined || !below) return false;
  const above = elementFrom(nodes, k - 1, -1);
  // what a colon announces is no heading: `… as follows: ⏎ Provisional programme of work`, with a table
  if (above && /[:：]\s*$/.test(textIn(above))) return false;
  const beside = [above, below];
  return /^\t\t/.test(line) || beside.every((element) => !element || lineWithoutStyle(element) === undefined);
}

function elementFrom(nodes: readonly XmlNode[], start: number, step: 1 | -1): XmlElement | undefined {
  let k = start;
  while (k >= 0 && k < nodes.length && !isElement(nodes[k])) k += step;
  return nodes[k] as XmlElement | undefined;
}

function lineWithoutStyle(element: XmlElement): string | undefined {
  if (element.attributes.class !== NO_STYLE || childOf(element, 'num')) return undefined;
  const content = childOf(element, 'content');
  const line = content && onlyParagraph(content);
  const text = line ? wordsOf(line) : '';
  // `Point 2.	Prévention du crime`, `__________________`, `Menos de 21.566`
  return /^\s*\p{L}[^\t\d]*[^\s\p{P}\d]\s*$/u.test(text) && !/^\s*\p{Ll}/u.test(text) ? text : undefined;
}

function onlyParagraph(content: XmlElement): XmlElement | undefined {
  const [first, second] = elementsIn(content.children);
  return first && !second && nameOf(first) === 'p' ? first : undefined;
}

const isNote = (node: XmlNode) => isElement(node) && nameOf(node) === 'authorialNote';

/** The text of a line without that of its notes. */
function wordsOf(line: XmlElement): string {
  let words = '';
  for (const child of line.children) if (!isNote(child)) words += textIn(child);
  return words;
}

function isWhollyBold(line: XmlElement): boolean {
  let isBold = false;
  for (const child of line.children) {
    if (typeof child === 'string' ? isBlank(child) : isNote(child)) continue;
    if (!isElement(child) || child.attributes.class !== 'bold') return false;
    isBold = true;
  }
  return isBold;
}
