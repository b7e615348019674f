/** Lists and their points, in all the forms that Akoma Ntoso has for them. */
import type { Block, List, Num, Point } from '../ast.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeBlocks, type Opening } from './block.ts';
import { type Decoding, nameOf, textIn } from './decoding.ts';
import { keep, nodesIn, type Piece, shell } from './kept.ts';

const POINTS = new Set(['point', 'item', 'li', 'indent']);
const SUBLISTS = new Set(['sublist', 'list', 'blockList', 'ol', 'ul']);

/** The printed number of something. */
export function decodeNum(element: XmlElement, decoding: Decoding): Num {
  const text = textIn(element);
  return keep({ type: 'num', value: decoding.ours ? text : text.replace(/\s+/g, ' ').trim() }, [element]);
}

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
    const before = points.findLastIndex((point) => isGrowing(point));
    if (!isElement(node) || !SUBLISTS.has(nameOf(node)) || before < 0) {
      points.push(node);
      continue;
    }
    const point = points[before] as Growing<Point>;
    const nested = decodeList(node, decoding);
    // what stood between belongs to the point now
    point.pieces.push(...(points.splice(before + 1) as XmlNode[]), nested);
    point.node.children.push(...nodesIn<Block>([nested]));
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
    } else pieces.push(...decodeBlocks([child], decoding));
  }
  // the schema wants a block in an item
  const blocks = nodesIn<Block | Num>(pieces).filter((block): block is Block => block !== node.num);
  node.children = blocks;
  return { node, pieces: [shell(element, pieces)] };
}

/** A list of points that have all that belongs to them. */
export function keepPoints(points: readonly (Growing<Point> | XmlNode)[]): List {
  const pieces = points.map((point): Piece => (isGrowing(point) ? keep(point.node, point.pieces) : point));
  return keep({ type: 'list', children: nodesIn<Point>(pieces) }, pieces);
}
