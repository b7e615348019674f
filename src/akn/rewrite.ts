/** A tree that was read, written where it was read from: only what has changed in it is new. */
import type { Part, Root } from '../ast.ts';
import { namespaceOf, OUTERMOST, prefixOf, type Scope, scopeIn } from '../xml/namespaces.ts';
import {
  isElement,
  type XmlComment,
  type XmlDocument,
  type XmlElement,
  type XmlInstruction,
  type XmlNode,
} from '../xml/tree.ts';
import { scopeOfBody } from './body.ts';
import { childOf, NTOSO, nameOf, usesOurNamespace } from './decoding.ts';
import { type EIds, eIds, withOwnIds } from './eid.ts';
import { beginEncoding, type Encoding, type ToAknOptions } from './encoding.ts';
import { encodeHeld } from './held.ts';
import { identify } from './identity.ts';
import { isUnchanged, keptIds } from './kept.ts';
import { encodeIdentification } from './meta.ts';
import { references } from './references.ts';
import { fits, refill } from './refill.ts';

/**
 * @param given a tree that keeps the XML that it was read from
 * @returns undefined when that has no place for what the tree has now
 */
export function encodeAgain(given: Root, options: ToAknOptions): XmlDocument | undefined {
  const tree = inOrder(given);
  const register = eIds(() => keptIds(tree));
  const encoding = encodingOf(tree, register, options);
  if (!fits(tree, encoding.fitting)) return undefined;
  const xml = encodeRoot(tree, encoding);
  const at = xml.findIndex(isElement);
  const other = (nodes: readonly XmlNode[]) =>
    nodes.filter((node): node is XmlComment | XmlInstruction => typeof node === 'object' && !isElement(node));
  const root = withOwnIds(xml[at] as XmlElement, register, tree.data?.akn?.repeated ?? []);
  return { root: prefixed(declared(root)), before: other(xml.slice(0, at)), after: other(xml.slice(at + 1)) };
}

/** What is written anew may say more than elements can. */
function declared(root: XmlElement): XmlElement {
  if (root.attributes['xmlns:ntoso'] === NTOSO || !usesOurNamespace(root)) return root;
  return { ...root, attributes: { ...root.attributes, 'xmlns:ntoso': NTOSO } };
}

/** In a file whose elements have a prefix, `<akn:p>`, what is written anew has it too: without one it would be in no namespace. */
function prefixed(root: XmlElement): XmlElement {
  const prefix = prefixOf(root.name);
  if (prefix === '') return root;
  const uri = namespaceOf(root.name, scopeIn(OUTERMOST, root.attributes));
  const visit = (element: XmlElement, outer: Scope): XmlElement => {
    const scope = scopeIn(outer, element.attributes);
    const isLost = element.uri === undefined && !element.name.includes(':') && scope.get('') !== uri;
    const children = element.children.map((child) => (isElement(child) ? visit(child, scope) : child));
    return { ...element, name: isLost ? `${prefix}:${element.name}` : element.name, children };
  };
  return visit(root, OUTERMOST);
}

function encodingOf(tree: Root, register: EIds, options: ToAknOptions): Encoding {
  const { metadata } = tree;
  const bodies = tree.type === 'resolution' ? tree.children.flatMap((part) => (part.type === 'mainBody' ? [part] : [])) : [];
  const body = scopeOfBody(bodies, '', metadata.kind, register);
  const identity = identify(metadata, () => '', options.adoptionDate);
  return beginEncoding(metadata, identity, options, register, body);
}

function encodeRoot(tree: Root, encoding: Encoding): XmlNode[] {
  const encode: Parameters<typeof refill>[1] = (held, like) => {
    if (held.type !== 'resolution') return encodeHeld(held, encoding, tree, like);
    return encodeRoot(held, { ...encodingOf(held, encoding.register, encoding.options), fitting: encoding.fitting });
  };
  const xml = refill(tree, encode);
  const before = tree.data?.akn?.metadata;
  const isNew = before !== undefined && JSON.stringify(before) !== JSON.stringify(tree.metadata);
  if (!isNew && encoding.used.size === 0) return xml;
  return xml.map((node) => (isElement(node) ? withMeta(node, isNew, encoding) : node));
}

const ORDER: readonly Part['type'][] = ['coverPage', 'preface', 'preamble', 'mainBody', 'conclusions', 'attachment'];

/**
 * A tree whose parts have been changed, with its parts as the schema wants them: in order, each but annexes once, and a body. What
 * is none of them stays behind the part before it.
 */
function inOrder<Tree extends Root>(tree: Tree): Tree {
  if (tree.type === 'collection') {
    const children = tree.children.map((part) => (part.type === 'resolution' ? inOrder(part) : part));
    return { ...tree, children };
  }
  if (isUnchanged(tree)) return tree;
  let rank = 0;
  const ranked: { part: Tree['children'][number]; rank: number }[] = [];
  for (const part of tree.children) {
    const own = ORDER.indexOf(part.type as Part['type']);
    if (own >= 0) rank = own;
    const same = ranked.find((one) => one.part.type === part.type);
    const isOnce = own >= 0 && part.type !== 'attachment';
    if (same && isOnce) same.part = { ...same.part, children: [...same.part.children, ...part.children] } as typeof part;
    else ranked.push({ part, rank });
  }
  if (!ranked.some(({ part }) => part.type === 'mainBody')) {
    ranked.push({ part: { type: 'mainBody', children: [] }, rank: ORDER.indexOf('mainBody') });
  }
  return { ...tree, children: ranked.sort((one, other) => one.rank - other.rank).map(({ part }) => part) };
}

/** The document with new identification, and with declarations of what new parts of it refer to. */
function withMeta(root: XmlElement, isNew: boolean, encoding: Encoding): XmlElement {
  let done = false;
  const visit = (element: XmlElement): XmlElement => {
    if (done) return element;
    if (nameOf(element) !== 'meta') {
      return { ...element, children: element.children.map((child) => (isElement(child) ? visit(child) : child)) };
    }
    done = true;
    const identification = isNew ? encodeIdentification(encoding.identity, 'main', encoding) : undefined;
    const old = childOf(element, 'references');
    const declared = new Set(old?.children.filter(isElement).map(({ attributes }) => attributes.eId));
    const missing = references(encoding.used).children.filter(
      (entry) => isElement(entry) && !declared.has(entry.attributes.eId),
    );
    const children = element.children.map((child): XmlNode => {
      if (!isElement(child)) return child;
      if (identification && nameOf(child) === 'identification') return identification;
      return child === old ? { ...child, children: [...child.children, ...missing] } : child;
    });
    return { ...element, children };
  };
  return visit(root);
}
