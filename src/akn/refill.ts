/** Nodes that were read, written in the XML that they were read from. */
import type { Node } from '../ast.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { isOfDraft, nameOf } from './decoding.ts';
import { heldBy } from './depth.ts';
import { append, isUnchanged, isUntouched, isWhole, keptElement } from './kept.ts';

/** Whether each node can be written in the XML that it was read from, as far as it is known. */
export type Fitting = Map<Node, boolean>;

/**
 * Whether a node can be written in the XML that it was read from: it says what it said, there is room in that XML for what it holds,
 * and all of that can stand there, as it was read or anew.
 *
 * @param fitting what is known; the answers are added, so that a tree is looked through once
 */
export function fits(node: Node, fitting: Fitting): boolean {
  if (!node.data?.akn) return false;
  let answer = fitting.get(node);
  if (answer === undefined) {
    answer = !isDraft(node) && isUntouched(node) && (isUnchanged(node) || hasRoom(node)) && canHoldAll(node, fitting);
    fitting.set(node, answer);
  }
  return answer;
}

/** Whether a structure was read from the parts of a draft, or a paragraph has no XML but those of such a structure. */
function isDraft(node: Node): boolean {
  if (node.type !== 'paragraph' && node.type !== 'embeddedStructure') return false;
  const element = keptElement(node);
  if (element) return node.type === 'embeddedStructure' && isOfDraft(element);
  return node.children.length === 1 && isDraft(node.children[0] as Node);
}

/** Whether the body of a draft can be written as the parts that it was: they stand there only, and only as they are. */
function fitsAsDraft(body: Node, fitting: Fitting): boolean {
  const [paragraph] = heldBy(body);
  const [structure] = paragraph ? heldBy(paragraph) : [];
  if (!paragraph || !structure || !isDraft(paragraph)) return false;
  const isSame = [body, paragraph, structure].every((node) => isUntouched(node) && isUnchanged(node));
  if (!isSame || !canHoldAll(structure, fitting)) return false;
  fitting.set(paragraph, true);
  fitting.set(structure, true);
  return true;
}

function canHoldAll(node: Node, fitting: Fitting): boolean {
  const held = heldBy(node);
  if (node.type === 'resolution') {
    const [, ...drafts] = held.filter(({ type }) => type === 'mainBody');
    for (const body of drafts) fitting.set(body, fitsAsDraft(body, fitting));
  }
  const others = held.filter((one) => !standsAnywhere(one.type) && !fits(one, fitting));
  if (others.length === 0) return true;
  // a line or a part of one may stand where a paragraph does not
  const takesP = keptElement(node) !== undefined && held.every((one) => !one.data?.akn || isWhole(one));
  const annex = held.find((one) => one.type === 'attachment' && one.data?.akn);
  const element = annex && keptElement(annex);
  const takesAnnex = !annex || (element !== undefined && nameOf(element) === 'attachment');
  return others.every(({ type }) => (type === 'p' && takesP) || (type === 'attachment' && takesAnnex));
}

/** Whether there is room for what a node holds, though it is not what it was. Most elements may not be empty. */
function hasRoom(node: Node): boolean {
  // each resolution of a collection stands in a component, which others name
  if (node.type === 'collection' || ('children' in node && node.children.length === 0 && !holdsText(node))) return false;
  const { xml = [], held = '' } = node.data?.akn ?? {};
  // with a draft beside it, whose parts stand where its own may not
  if (node.type === 'resolution' && held.indexOf('mainBody') !== held.lastIndexOf('mainBody')) return false;
  return homeOf(xml) !== undefined || placesOf(node, held) !== undefined;
}

/** Whether a node can be written anew in any XML: a heading may be a title there, a list one of items, a group part of a sentence. */
function standsAnywhere(type: Node['type']): boolean {
  switch (type) {
    case 'p':
    case 'heading':
    case 'list':
    case 'voteGroup':
    case 'attachment':
    case 'resolution':
      return false;
    default:
      return true;
  }
}

/** Whether what a node holds is running text, which may be empty. */
function holdsText({ type }: Node): boolean {
  switch (type) {
    case 'p':
    case 'heading':
    case 'title':
    case 'formula':
    case 'mastheadLine':
    case 'adoption':
    case 'voteGroup':
    case 'tableCell':
    case 'emphasis':
    case 'phrase':
    case 'ref':
    case 'internalRef':
    case 'date':
      return true;
    default:
      return false;
  }
}

/**
 * A node in the XML that it was read from, with what it holds written anew. Where children came, went or moved, the XML around
 * them is used again: a child more comes behind one of its type, a place too many is left out.
 *
 * @param node one that fits
 * @param encode writes what is held; is told the nodes that it stands among, of which the first of its type that was read shows its form
 */
export function refill(
  node: Node,
  encode: (held: Node, like: (type: Node['type']) => Node | undefined) => readonly XmlNode[],
): XmlNode[] {
  const { xml = [], held = '' } = node.data?.akn ?? {};
  const nodes = heldBy(node);
  let models: Map<string, Node | undefined> | undefined;
  const like = (type: Node['type']) => {
    models ??= new Map();
    if (!models.has(type))
      models.set(
        type,
        nodes.find((one) => one.type === type && one.data?.akn),
      );
    return models.get(type);
  };
  const encoded = nodes.map((one) => encode(one, like));
  if (isUnchanged(node)) return fill(xml, encoded);
  const home = homeOf(xml);
  return home ? fillAnew(xml, home, encoded) : fill(xml, arranged(encoded, placesOf(node, held) ?? []), true);
}

/**
 * The place of each node that a node holds, where places are in several lists: the next of its type, or that of the one before it
 * if that is of its type too. Parts may stand behind others.
 *
 * @param held the types of what stood in the places
 * @returns undefined when there is no place for one
 */
function placesOf(node: Node, held: string): number[] | undefined {
  const types = held.trim().split(' ');
  const places: number[] = [];
  let at = -1;
  for (const { type } of heldBy(node)) {
    const next = types.indexOf(type, at + 1);
    if (next >= 0) at = next;
    else if (node.type !== 'resolution' && types[at] !== type) return undefined;
    places.push(at);
  }
  return at < 0 ? undefined : places;
}

/** What was written, by places; what stands before the first of them comes with it. */
function arranged(encoded: readonly (readonly XmlNode[])[], places: readonly number[]): XmlNode[][] {
  const first = places.find((place) => place >= 0) ?? 0;
  const byPlace: XmlNode[][] = Array.from({ length: Math.max(...places) + 1 }, () => []);
  for (const [k, nodes] of encoded.entries()) append(byPlace[Math.max(places[k] ?? 0, first)] as XmlNode[], nodes);
  return byPlace;
}

/** @param shrink whether elements go in which nothing is left of what stood there: `attachments`, `content` */
function fill(xml: readonly XmlNode<number>[], encoded: readonly (readonly XmlNode[])[], shrink = false): XmlNode[] {
  const filled: XmlNode[] = [];
  for (const node of xml) {
    if (typeof node === 'number') append(filled, encoded[node] ?? []);
    else if (isElement(node)) {
      if (shrink && isLeft(node, encoded)) continue;
      const { name, attributes, uri } = node;
      const children = fill(node.children, encoded, shrink);
      filled.push(
        uri === undefined ? { name, attributes, children, mixed: true } : { name, attributes, children, mixed: true, uri },
      );
    } else filled.push(node as XmlNode);
  }
  return filled;
}

function isLeft(element: XmlElement<number>, encoded: readonly (readonly XmlNode[])[]): boolean {
  const places = placesIn(element);
  return places.length > 0 && places.every((place) => !encoded[place]?.length);
}

const placesIn = ({ children }: XmlElement<number>): number[] =>
  children.flatMap((child) => (typeof child === 'number' ? [child] : isElement(child) ? placesIn(child) : []));

type Home = readonly XmlNode<number>[];

/** The one list of XML nodes in which all places are; undefined when they are in several, or there are none. */
function homeOf(xml: Home): Home | undefined {
  const homes: Home[] = [];
  const visit = (list: Home) => {
    if (list.some((node) => typeof node === 'number')) homes.push(list);
    for (const node of list) if (isElement(node)) visit(node.children);
  };
  visit(xml);
  return homes.length === 1 ? homes[0] : undefined;
}

function fillAnew(xml: Home, home: Home, encoded: readonly (readonly XmlNode[])[]): XmlNode[] {
  if (xml === home) return rowOf(home, encoded);
  return xml.map((node): XmlNode => {
    if (!isElement(node)) return node as XmlNode;
    const children = (node.children as Home) === home ? rowOf(home, encoded) : fillAnew(node.children, home, encoded);
    return { ...node, children, mixed: true };
  });
}

/** What is held in a row, with the layout that was between the places; the last of it again between what is more. */
function rowOf(home: Home, encoded: readonly (readonly XmlNode[])[]): XmlNode[] {
  const places = home.flatMap((node, k) => (typeof node === 'number' ? [k] : []));
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const between = (k: number) => {
    const layout = home.slice((places[k - 1] ?? last) + 1, places[k] ?? last + 1);
    if (places[k] !== undefined) return layout;
    const usual = home.slice(first + 1, places[1] ?? first + 1);
    return usual.every((node) => typeof node === 'string' && node.trim() === '') ? usual : [];
  };
  const row = encoded.flatMap((nodes, k) => [...(k > 0 ? between(k) : []), ...nodes]);
  return [...home.slice(0, first), ...row, ...home.slice(last + 1)] as XmlNode[];
}
