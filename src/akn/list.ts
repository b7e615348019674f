/** Lists and their points, in all the forms that Akoma Ntoso has for them. */
import type { Block, List, Num, Point } from '../ast.ts';
import { plainText } from '../words.ts';
import { element, isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeBlock, decodeBlocks, encodeFlow, type Flow, type Opening } from './block.ts';
import { type Decoding, nameOf } from './decoding.ts';
import type { Encoding } from './encoding.ts';
import { writeAgain } from './held.ts';
import { append, hold, keep, keptElement, nodesIn, type Piece, shell } from './kept.ts';
import { siblingNumbers } from './number.ts';
import { decodeNum, encodeHierarchy, encodeNum } from './paragraph.ts';

export function encodeList(
  node: List,
  lead: readonly Flow[],
  closing: readonly Flow[],
  eId: string,
  encoding: Encoding,
): XmlElement {
  const children: XmlNode[] = [];
  if (lead.length > 0) {
    const intro = encoding.register.claim(`${eId}__intro`);
    children.push(element('intro', { eId: intro }, encodeFlow(lead, intro, encoding)));
  }
  const numbers = siblingNumbers(node.children.map((point) => point.num?.value));
  for (const [k, point] of node.children.entries()) {
    children.push(
      ...(againAs('point', point, encoding) ?? [encodePoint(point, 'point', `${eId}__point_${numbers[k]}`, encoding)]),
    );
  }
  if (closing.length > 0) {
    const wrapUp = encoding.register.claim(`${eId}__wrapup`);
    children.push(element('wrapUp', { eId: wrapUp }, encodeFlow(closing, wrapUp, encoding)));
  }
  return element('list', { eId }, children);
}

/** A point as it was read, if it was read from such an element. */
export function againAs(name: string, point: Point, encoding: Encoding): readonly XmlNode[] | undefined {
  const element = keptElement(point);
  return element && nameOf(element) === name ? writeAgain(point, encoding) : undefined;
}

/**
 * A point of the hierarchy.
 *
 * @param name of the element: `point`, in files that set lists beside their paragraphs `paragraph`
 * @param eId what it is to be called, if that is free
 */
export function encodePoint(node: Point, name: string, eId: string, encoding: Encoding): XmlElement {
  const own = encoding.register.claim(eId);
  return element(name, { eId: own }, [...encodeNum(node.num), ...encodeHierarchy(node.children, own, encoding)]);
}

/** Whether the last words of a list end with a full stop, and so the sentence that the list is part of. */
export function endsSentence(list: List): boolean {
  let point: Point | undefined = list.children.at(-1);
  for (let block = point?.children.at(-1); block; block = point?.children.at(-1)) {
    if (block.type === 'p') return /[.!?。！？؟]["”»’）)\]]*$/.test(plainText(block.children).slice(-8));
    if (block.type !== 'list') return true;
    point = block.children.at(-1);
  }
  return false;
}

// ---------------------------------------------------------------------------------------------- decoding

const POINTS = new Set(['point', 'item', 'li', 'indent']);
const SUBLISTS = new Set(['sublist', 'list', 'blockList', 'ol', 'ul']);

/** A node and the XML that it was read from, while more may come to it. */
export interface Growing<Kind> {
  node: Kind;
  pieces: Piece[];
}

/**
 * A list, the text that introduces it and the text that closes it, each a block. The Secretariat writes the list of a point beside
 * it: `<point>…</point><sublist>…</sublist>`.
 */
export function decodeList(element: XmlElement, decoding: Decoding, opening?: Opening): Piece {
  const { children } = element;
  const isPoint = (child: XmlNode) => isElement(child) && POINTS.has(nameOf(child));
  const first = children.findIndex(isPoint);
  const end = children.findLastIndex((child) => isPoint(child) || (isElement(child) && nameOf(child) === 'sublist')) + 1;
  if (first < 0) return shell(element, decodeBlocks(children, decoding, opening));
  const head = decodeBlocks(children.slice(0, first), decoding, opening);
  const list = keepPoints(decodePoints(children.slice(first, end), decoding));
  return shell(element, [...head, list, ...decodeBlocks(children.slice(end), decoding)]);
}

function decodePoints(nodes: readonly XmlNode[], decoding: Decoding): (Growing<Point> | XmlNode)[] {
  const points: (Growing<Point> | XmlNode)[] = [];
  for (const node of nodes) {
    if (isElement(node) && POINTS.has(nameOf(node))) {
      points.push(decodePoint(node, decoding));
      continue;
    }
    const isSublist = isElement(node) && SUBLISTS.has(nameOf(node));
    const before = isSublist ? points.findLastIndex(isGrowing) : -1;
    if (!isSublist || before < 0) {
      points.push(node);
      continue;
    }
    const point = points[before] as Growing<Point>;
    const nested = decodeList(node, decoding);
    // what stood between belongs to the point now
    append(point.pieces, points.splice(before + 1) as XmlNode[]);
    point.pieces.push(nested);
    append(point.node.children, nodesIn<Block>([nested]));
  }
  return points;
}

const isGrowing = (point: Growing<Point> | XmlNode): point is Growing<Point> => typeof point === 'object' && 'pieces' in point;

function decodePoint(element: XmlElement, decoding: Decoding): Growing<Point> {
  const pieces: Piece[] = [];
  const node: Point = { type: 'point', children: [] };
  for (const child of element.children) {
    if (isElement(child) && nameOf(child) === 'num' && !node.num) {
      node.num = decodeNum(child, decoding);
      pieces.push(node.num);
    } else pieces.push(decodeBlock(child, decoding));
  }
  // the schema wants a block in an item
  const blocks = nodesIn<Block | Num>(pieces).filter((block): block is Block => block !== node.num);
  node.children = blocks;
  return { node, pieces: [shell(element, pieces)] };
}

/** A list of points that have all that belongs to them. */
export function keepPoints(points: readonly (Growing<Point> | XmlNode)[]): List {
  const pieces = points.map((point): Piece => (isGrowing(point) ? keep(point.node, point.pieces) : point));
  return hold({ type: 'list', children: [] }, pieces);
}
