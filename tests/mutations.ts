/** Akoma Ntoso made wrong, one thing at a time, in the ways in which programs and people do. The same input, the same mutants. */
import { elementNames, elementRule } from '../src/akn/vocabulary.ts';
import { readXml } from '../src/xml/read.ts';
import { isElement, type XmlElement } from '../src/xml/tree.ts';

export interface Mutant {
  /** Which mutation, of which element. */
  name: string;
  xml: string;
}

/** An element that may be changed. */
interface Node extends Omit<XmlElement, 'attributes' | 'children'> {
  attributes: Record<string, string | undefined>;
  children: (Node | string)[];
}

const isNode = (child: Node | string): child is Node => typeof child !== 'string';

function thaw(element: XmlElement): Node {
  const children = element.children.flatMap((child): (Node | string)[] => {
    if (typeof child === 'string') return [child];
    return isElement(child) ? [thaw(child)] : [];
  });
  return { ...element, attributes: { ...element.attributes }, children };
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\r/g, '&#13;');

/** Every start tag on a line of its own, so that a line names an element. */
function print({ name, attributes, children }: Node): string {
  const written = Object.entries(attributes).map(([key, value = '']) => ` ${key}="${escaped(value).replace(/[\n\t]/g, ' ')}"`);
  const inner = children.map((child) => (isNode(child) ? print(child) : escaped(child))).join('');
  return `\n<${name}${written.join('')}>${inner}</${name}>`;
}

interface Place {
  node: Node;
  parent: Node;
}

function placesIn(root: Node): Place[] {
  const places: Place[] = [];
  const walk = (parent: Node) => {
    for (const node of parent.children.filter(isNode)) {
      places.push({ node, parent });
      walk(node);
    }
  };
  walk(root);
  return places;
}

const names = [...elementNames];
type Pick = <T>(from: readonly T[]) => T | undefined;
type Mutation = (place: Place, pick: Pick, all: readonly Place[]) => unknown;

const at = ({ node, parent }: Place): number => parent.children.indexOf(node);
const clone = (node: Node): Node => structuredClone(node);

/** Each changes the tree, or returns false where it cannot. */
const mutations: Readonly<Record<string, Mutation>> = {
  drop: (place) => place.parent.children.splice(at(place), 1),
  unwrap: (place) => place.parent.children.splice(at(place), 1, ...place.node.children),
  duplicate: (place) => place.parent.children.splice(at(place), 0, clone(place.node)),
  rename(place, pick) {
    place.node.name = pick(names) ?? 'p';
  },
  misspell(place) {
    place.node.name = `${place.node.name}x`;
  },
  move(place, pick, all) {
    const inside = new Set(placesIn(place.node).map(({ node }) => node));
    const target = pick(all.filter(({ node }) => node !== place.node && !inside.has(node)))?.node;
    if (!target) return false;
    place.parent.children.splice(at(place), 1);
    return target.children.push(place.node);
  },
  swap(place) {
    const elements = place.parent.children.filter(isNode);
    const next = elements[elements.indexOf(place.node) + 1];
    if (!next || next.name === place.node.name) return false;
    const { children } = place.parent;
    const [here, there] = [children.indexOf(place.node), children.indexOf(next)];
    children[here] = next;
    children[there] = place.node;
    return true;
  },
  'put in': (place, pick) =>
    place.node.children.splice(0, 0, { name: pick(names) ?? 'p', attributes: {}, children: [] } satisfies Node),
  'text in': (place) => place.node.children.splice(0, 0, 'text '),
  'drop attribute'(place, pick) {
    const required = [...(elementRule(place.node.name)?.attributes.values() ?? [])].filter((rule) => rule.required);
    const name = pick(required)?.name;
    if (!name) return false;
    delete place.node.attributes[name];
    return true;
  },
  'add attribute'(place, pick) {
    const name = pick(['eid', 'foo', 'name', 'date', 'xml:lang', 'refersTo', 'GUID', 'period']) ?? '';
    place.node.attributes[name] = place.node.attributes[name] ? 'a b' : 'x';
  },
  'bad value'(place, pick) {
    const name = pick(Object.keys(place.node.attributes).filter((each) => !each.startsWith('xmlns')));
    if (!name) return false;
    place.node.attributes[name] =
      pick(['', '2024-02-30', 'a b', ':', 'http://[', '%', '12', 'true', '#é', '2024-02-29Z']) ?? '';
    return true;
  },
  'duplicate eId'(place, pick, all) {
    const other = pick(all.filter(({ node }) => node.attributes.eId));
    place.node.attributes.eId = other?.node.attributes.eId ?? 'x';
  },
  'no namespace'(place) {
    place.node.attributes.xmlns = '';
  },
  'other namespace'(place) {
    place.node.attributes.xmlns = 'urn:other';
  },
};

/** Numbers that look random and are the same each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param xml a well-formed document
 * @param seed another seed, other places
 * @param rounds how often each mutation is tried
 * @returns the document itself, each start tag on a line of its own, and its mutants
 */
export function mutantsOf(xml: string, seed: number, rounds = 1): Mutant[] {
  const { root } = readXml(xml);
  if (!root) return [];
  const original = thaw(root);
  const next = random(seed);
  const pick: Pick = (from) => from[Math.floor(next() * from.length)];
  const mutants: Mutant[] = [{ name: 'as it is', xml: print(original).trim() }];
  for (let round = 0; round < rounds; round++) {
    for (const [name, mutate] of Object.entries(mutations)) {
      const copy = clone(original);
      const all = placesIn(copy);
      const place = pick(all);
      if (!place || mutate(place, pick, all) === false) continue;
      mutants.push({ name: `${name}: ${place.node.name}`, xml: print(copy).trim() });
    }
  }
  return mutants;
}
