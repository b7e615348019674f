/** Sections: a heading and what stands under it. */
import type { BodyBlock, PreambularParagraph, Section } from '../ast.ts';
import { levelOf } from '../language/designation.ts';
import { plainText } from '../words.ts';
import { element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeBodyBlocks, encodeBodyBlock } from './body.ts';
import { type Decoding, factsOf, nameOf, textIn } from './decoding.ts';
import { type Encoding, refer } from './encoding.ts';
import type { Item } from './gather.ts';
import { headingOf } from './heading.ts';
import { encodeInlines } from './inline.ts';
import { append, keep, nodesIn, opaqueOf, type Piece, shell } from './kept.ts';
import { capitalNumber } from './number.ts';
import { decodeNum, encodeHierarchy, encodeNum, idOf } from './paragraph.ts';

export function encodeSection(node: Section, encoding: Encoding): XmlElement {
  const eId = idOf(node, encoding);
  const heading = node.heading ? [mixed('heading', {}, encodeInlines(node.heading.children, encoding))] : [];
  const children = node.children.flatMap((block) => encodeBodyBlock(block, `${eId}__`, encoding));
  return element(node.level, { eId, 'ntoso:number': node.number }, [...encodeNum(node.num), ...heading, ...children]);
}

const LEVELS = new Set(['part', 'section', 'title', 'chapter', 'article', 'division']);
/** Levels of the hierarchy that resolutions do not use. */
const OTHER_LEVELS =
  /^(?:book|tome|sub(?:part|chapter|title|section|division|clause)|clause|rule|subrule|proviso|transitional|hcontainer)$/;

/** Whether an element of this name is a section to us. */
export const isSection = (name: string): boolean => LEVELS.has(name) || OTHER_LEVELS.test(name);

export function decodeSection(element: XmlElement, decoding: Decoding): Item {
  const name = nameOf(element);
  const level = LEVELS.has(name) ? (name as Section['level']) : 'division';
  const node: Section = { type: 'section', level, children: [] };
  const { number } = factsOf(element, ['number'] as const, {});
  if (number !== undefined) node.number = number;
  const isHead = (child: XmlNode) => isElement(child) && /^(?:num|heading|subheading)$/.test(nameOf(child));
  const end = element.children.findLastIndex(isHead) + 1;
  const heads = element.children.slice(0, end).filter(isHead) as XmlElement[];
  const [first] = heads;
  // <subheading>II</subheading><subheading>Aims</subheading>
  const isNumber = (head: XmlElement) => nameOf(head) === 'num' || capitalNumber(textIn(head)) !== undefined;
  const numberHead = heads.length > 1 && first && isNumber(first) ? first : heads.find((head) => nameOf(head) === 'num');
  // <subheading>ألف</subheading><subheading>أعمال اللجنة …</subheading>: a heading under a heading
  const [, second] = heads.filter((head) => head !== numberHead);
  const split = second ? element.children.indexOf(second) : end;
  const pieces = element.children.slice(0, split).map((child): Piece => {
    if (!isElement(child) || !isHead(child)) return child;
    if (child === numberHead) {
      node.num = decodeNum(child, decoding);
      return node.num;
    }
    node.heading = headingOf(child, decoding);
    return node.heading;
  });
  // the Secretariat has `section` for what is printed `A` and `ألف` too
  if (!decoding.ours && level === 'section') Object.assign(node, levelIn(node, decoding));
  const rest = [
    ...element.children.slice(split + 1, end).map(opaqueOf),
    ...decodeBodyBlocks(element.children.slice(end), decoding),
  ];
  const children = nodesIn<BodyBlock>(rest);
  if (second) {
    const heading = headingOf(second, decoding);
    const under: Section = { type: 'section', level: 'division', heading, children };
    node.children = [under];
    pieces.push(keep(under, [heading, ...rest]));
  } else {
    node.children = children;
    append(pieces, rest);
  }
  return { node, pieces: [shell(element, pieces)] };
}

function levelIn({ num, heading }: Section, { language }: Decoding): Partial<Section> | undefined {
  if (num) return { level: capitalNumber(num.value)?.level ?? 'section' };
  return heading && levelOf(plainText(heading.children), language);
}

// --------------------------------------------------------------------------------------------- the flat form

// Word styles of the UN's files by rank of the heading: in the flat form nothing else tells the rank
const HEADING_STYLES = ['H1', 'H23', 'H4', 'H56'];

/** @param rank 1 for a section that stands in no other */
export function encodeFlatSection(node: Section, rank: number, encoding: Encoding): XmlNode[] {
  const eId = idOf(node, encoding);
  const title = node.heading ? [mixed('subheading', {}, encodeInlines(node.heading.children, encoding))] : [];
  const style = HEADING_STYLES[Math.min(rank, HEADING_STYLES.length) - 1] as string;
  const heading = element('paragraph', { eId, class: style }, [...encodeNum(node.num), ...title]);
  const blocks = node.children.flatMap((block) =>
    block.type === 'section' ? encodeFlatSection(block, rank + 1, encoding) : encodeBodyBlock(block, '', encoding),
  );
  return [heading, ...blocks];
}

// ------------------------------------------------------------------------------ what else stands in sections

/**
 * A preambular paragraph under a heading. The schema has `container` only beside sections, not in them; the Secretariat writes
 * `crossHeading`, which holds text alone.
 */
export function encodeRecitalInSection(node: PreambularParagraph, section: string, encoding: Encoding): XmlElement {
  const [only, ...more] = node.children;
  const refersTo = refer(encoding, 'preamble');
  if (only?.type === 'p' && more.length === 0) {
    const eId = encoding.register.next(section, 'crossHeading');
    return mixed('crossHeading', { eId, refersTo }, encodeInlines(only.children, encoding));
  }
  const eId = encoding.register.next(section, 'container');
  return element('hcontainer', { name: 'container', eId, refersTo }, encodeHierarchy(node.children, eId, encoding));
}

export function encodeDecorationInSection(value: string, section: string, encoding: Encoding): XmlElement {
  const eId = encoding.register.next(section, 'crossHeading');
  return mixed('crossHeading', { eId }, [mixed('decoration', {}, [value])]);
}
