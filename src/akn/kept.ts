/**
 * What a node keeps of the XML that it was read from, so that an untouched one is written as it was: layout, attributes, comments,
 * the element among several that say the same. Nodes that were not read from XML keep nothing.
 */
import type { Kept, Node, NodeData } from '../ast.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';
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

/**
 * A node in the XML that it was read from, with what it holds written anew. Where children came, went or moved, the XML around
 * them is used again if they all stood in one element; a child more comes after the last, a place too many is left out.
 *
 * @param encode writes what is held, in what holds it; undefined for what cannot be written without that
 * @returns undefined when the node keeps nothing, says something else now, or has been emptied: most elements may not be empty
 */
export function refill(node: Node, encode: (held: Node) => readonly XmlNode[] | undefined): XmlNode[] | undefined {
  const kept = node.data?.akn;
  if (!kept || !isUntouched(node)) return undefined;
  const held = heldBy(node);
  const isSame = isUnchanged(node);
  if (!isSame && isEmptied(node) && !holdsText(node)) return undefined;
  const encoded: (readonly XmlNode[])[] = [];
  for (const one of held) {
    const xml = encode(one);
    if (!xml) return undefined;
    encoded.push(xml);
  }
  if (isSame) return fill(kept.xml, encoded);
  const home = homeOf(kept.xml);
  if (home) return fillAnew(kept.xml, home, encoded);
  const arranged = arrange(encoded, held, kept.held, node.type === 'resolution');
  return arranged && fill(kept.xml, arranged, true);
}

/**
 * What was written for each place, where places are in several lists: a node takes the next of its type, or stands behind one.
 *
 * @param mayFollow whether it may stand behind one of another type too, as parts may
 */
function arrange(
  encoded: readonly (readonly XmlNode[])[],
  held: readonly Node[],
  places: string,
  mayFollow: boolean,
): (readonly XmlNode[])[] | undefined {
  const types = places.trim().split(' ');
  const arranged: XmlNode[][] = types.map(() => []);
  const first: XmlNode[] = [];
  let at = -1;
  for (const [k, { type }] of held.entries()) {
    const next = types.indexOf(type, at + 1);
    if (next >= 0) at = next;
    else if (!mayFollow && types[at] !== type) return undefined;
    append(arranged[at] ?? first, encoded[k] as readonly XmlNode[]);
  }
  const taken = arranged.find((nodes) => nodes.length > 0);
  taken?.unshift(...first);
  return taken && arranged;
}

const isEmptied = (node: Node): boolean => 'children' in node && node.children.length === 0;

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

/** @param shrink whether elements go in which nothing is left of what stood there: `attachments`, `content` */
function fill(xml: readonly XmlNode<number>[], encoded: readonly (readonly XmlNode[])[], shrink = false): XmlNode[] {
  const filled: XmlNode[] = [];
  for (const node of xml) {
    if (typeof node === 'number') append(filled, encoded[node] as readonly XmlNode[]);
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
  return places.length > 0 && places.every((place) => encoded[place]?.length === 0);
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
