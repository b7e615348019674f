/**
 * What a node keeps of the XML that it was read from, so that an untouched one is written as it was: layout, attributes, comments,
 * the element among several that say the same. Nodes that were not read from XML keep nothing.
 */
import type { Kept, Node, NodeData, Opaque } from '../ast.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { isBlank, nameOf } from './decoding.ts';
import { heldBy } from './depth.ts';

/** XML in which nodes of the tree stand for what was read of them. */
export type Piece = XmlNode<Node>;
/** What a node was read from, or what will stand in its place. */
export type Shell = XmlElement<Node>;

const isNode = (piece: Piece | number): piece is Node => (piece as Partial<Node>).type !== undefined;

/** Appends a list to another. `push(...more)` would put each on the stack, which a hundred thousand exhaust. */
export function append<Item>(list: Item[], more: readonly Item[]): void {
  for (const item of more) list.push(item);
}

/** The nodes among pieces, in reading order. */
export function nodesIn<Found extends Node = Node>(pieces: readonly Piece[], found: Found[] = []): Found[] {
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    if (isNode(piece)) found.push(piece as Found);
    else if (isElement(piece)) nodesIn(piece.children, found);
  }
  return found;
}

/** An element with other children. */
export function shell(element: XmlElement, children: readonly Piece[]): Shell {
  const { name, attributes, uri, local } = element;
  return uri === undefined && local === undefined ? { name, attributes, children } : { ...element, children };
}

/** What the tree does not model, as a node of its own. */
export const opaque = (node: XmlNode): Opaque => ({ type: 'opaque', xml: [node], children: [] });

/** The same, but for layout, which stays as it stands. */
export const opaqueOf = (node: XmlNode): Piece => (isBlank(node) ? node : opaque(node));

/**
 * Gives a node the XML that it was read from.
 *
 * @param pieces the XML, in which the nodes that it holds stand for themselves; numbers take their places, in the pieces as given
 * @returns the node
 */
export function keep<Kind extends Node>(node: Kind, pieces: Piece[]): Kind {
  const held = heldBy(node);
  placeAll(pieces, held, 0);
  return remember(node, held, pieces);
}

/**
 * Gives a node the XML that it was read from, as `keep` does, and the nodes in it as its children. It has no others.
 *
 * @param node its children are replaced
 */
export function hold<Kind extends Node & { children: Node[] }>(node: Kind, pieces: Piece[]): Kind {
  const held = takeAll(pieces);
  if (held) node.children = held;
  return remember(node, node.children, pieces);
}

function remember<Kind extends Node>(node: Kind, held: readonly Node[], pieces: Piece[]): Kind {
  const xml = pieces as XmlNode<number>[];
  const facts = factsOf(node);
  const akn: Kept = facts ? { xml, held: typesOf(held), facts } : { xml, held: typesOf(held) };
  node.data = { akn };
  return node;
}

/** The nodes among pieces, in whose places numbers come. */
function takeAll(pieces: (Piece | number)[], taken?: Node[]): Node[] | undefined {
  let found = taken;
  for (let k = 0; k < pieces.length; k++) {
    const piece = pieces[k] as Piece;
    if (typeof piece === 'string') continue;
    if (isNode(piece)) {
      pieces[k] = found?.length ?? 0;
      // most hold one: a list begun with it has room for no more
      if (found) found.push(piece);
      else found = [piece];
    } else if (isElement(piece)) found = takeAll(piece.children as Piece[], found);
  }
  return found;
}

/** @param next the place after that of the node before: the order differs only where a number stands after its heading */
function placeAll(pieces: (Piece | number)[], held: readonly Node[], next: number): number {
  for (let k = 0; k < pieces.length; k++) {
    const piece = pieces[k] as Piece;
    if (typeof piece === 'string') continue;
    if (isNode(piece)) {
      const place = held[next] === piece ? next : held.indexOf(piece);
      pieces[k] = place;
      next = place + 1;
    } else if (isElement(piece)) next = placeAll(piece.children as Piece[], held, next);
  }
  return next;
}

const typesOf = (nodes: readonly Node[]): string => {
  let types = '';
  for (const { type } of nodes) types += ` ${type}`;
  return types;
};

/** What a node says beside what it holds: symbol, value, level, role. */
function factsOf(node: Node): Record<string, unknown> | undefined {
  switch (node.type) {
    case 'text':
    case 'num':
    case 'decoration':
      return { value: node.value };
    case 'emphasis':
      return { style: node.style };
    case 'phrase':
      return { role: node.role };
    case 'authorialNote':
    case 'noteRef':
      return { marker: node.marker };
    case 'ref':
      return known({ symbol: node.symbol, date: node.date, part: node.part && { ...node.part } });
    case 'internalRef':
      return { target: node.target, num: node.num };
    case 'date':
      return { date: node.date };
    case 'tableCell':
      return node.header === undefined ? undefined : { header: node.header };
    case 'section':
      return known({ level: node.level, number: node.number });
    case 'mastheadLine':
      return known({ role: node.role, value: node.value });
    case 'adoption':
      return known({ meeting: node.meeting, date: node.date });
    case 'voteGroup':
      return { side: node.side };
    case 'attachment':
      return known({ kind: node.kind, number: node.number });
    default:
      return undefined;
  }
}

/** The facts without those that a node does not have. */
function known(facts: Record<string, unknown>): Record<string, unknown> | undefined {
  let found: Record<string, unknown> | undefined;
  for (const name in facts) {
    if (facts[name] === undefined) continue;
    found ??= {};
    found[name] = facts[name];
  }
  return found;
}

function saysTheSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a).filter((key) => (a as Record<string, unknown>)[key] !== undefined);
  const others = Object.keys(b).filter((key) => (b as Record<string, unknown>)[key] !== undefined);
  return (
    keys.length === others.length &&
    keys.every((key) => saysTheSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

/** Whether a node still says what it said when it was read, what it holds aside. */
export function isUntouched(node: Node): boolean {
  const kept = node.data?.akn;
  if (!kept) return false;
  const facts = factsOf(node);
  return facts === kept.facts || saysTheSame(facts ?? {}, kept.facts ?? {});
}

/** Whether a node holds as many nodes of the same types, in the same order, as when it was read. */
export const isUnchanged = (node: Node): boolean => node.data?.akn?.held === typesOf(heldBy(node));

/** The identifiers in what a tree keeps: taken, before any is made. */
export function keptIds(tree: Node): string[] {
  const ids: string[] = [];
  const visit = (xml: readonly unknown[]) => {
    for (const node of xml) {
      if (!isElement(node)) continue;
      if (node.attributes.eId !== undefined) ids.push(node.attributes.eId);
      visit(node.children);
    }
  };
  const stack: Node[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.data?.akn) visit(node.data.akn.xml);
    if (node.type === 'opaque') visit(node.xml);
    append(stack, heldBy(node));
  }
  return ids;
}

/** The element that a node was read from, the first if there are several. */
export const keptElement = (node: Node): XmlElement | undefined => node.data?.akn?.xml.find(isElement);

/** Its identifier. */
export const keptId = (node: Node): string | undefined => keptElement(node)?.attributes.eId;

/** Whether what a block was read from is a block by itself: the words of a `listIntroduction` are none. */
export function isWhole(node: Node): boolean {
  const xml = node.data?.akn?.xml;
  return node.type !== 'p' || (xml?.length === 1 && isElement(xml[0]) && nameOf(xml[0]) === 'p');
}

/** A tree without the XML that it was read from. */
export function forgetful<Kind extends Node>(node: Kind): Kind {
  const { data, ...own }: Record<string, unknown> & { data?: NodeData } = { ...node };
  for (const key of ['num', 'heading', 'designation', 'title']) {
    const part = own[key];
    if (typeof part === 'object') own[key] = forgetful(part as Node);
  }
  if ('children' in node) own.children = node.children.map(forgetful);
  const { akn: _, ...known } = data ?? {};
  return (Object.keys(known).length > 0 ? { ...own, data: known } : own) as unknown as Kind;
}
