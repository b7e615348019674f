/** How much of a document is typed, rather than merely carried. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { heldBy } from '../src/akn/depth.ts';
import { fromAkn } from '../src/akn/index.ts';
import type { Node, Root } from '../src/ast.ts';
import { isElement, type XmlNode } from '../src/xml/tree.ts';

export interface TypedShare {
  /** Characters of text in nodes that say what they are. */
  typed: number;
  /** Characters of text in opaque nodes, and in what nodes keep without a place for it. */
  opaque: number;
  /** The elements with such text, and how many characters each has. */
  elements: Map<string, number>;
}

const PARTS = new Set(['coverPage', 'preface', 'preamble', 'mainBody', 'conclusions', 'attachments', 'components']);

/**
 * Measures a tree that was read from Akoma Ntoso. `meta` blocks do not count, nor does white space.
 *
 * @example
 * const { typed, opaque } = typedShare(fromAkn(xml).tree);
 */
export function typedShare(tree: Root): TypedShare {
  const share: TypedShare = { typed: 0, opaque: 0, elements: new Map() };
  const carry = (xml: readonly XmlNode<number>[], within: string) => {
    for (const node of xml) {
      if (typeof node === 'string') {
        const length = solid(node);
        if (length === 0) continue;
        share.opaque += length;
        share.elements.set(within, (share.elements.get(within) ?? 0) + length);
      } else if (isElement(node) && node.name !== 'meta') carry(node.children, node.name);
    }
  };
  const stack: Node[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'opaque') carry(node.xml, 'opaque');
    if ('value' in node && node.type !== 'mastheadLine') share.typed += solid(node.value ?? '');
    // what a text was read from is what it says
    else if (node.data?.akn && node.type !== 'noteRef') carry(node.data.akn.xml, partOf(node));
    stack.push(...heldBy(node));
  }
  return share;
}

const partOf = (node: Node): string => (PARTS.has(node.type) ? node.type : `in ${node.type}`);
const solid = (text: string): number => text.replace(/\s+/g, '').length;

const CORPUS = '../shared/corpus/dev';

/** The share over the corpus's published files, and the elements whose text stays untyped. */
export function formatTyped(folder = CORPUS): string {
  const files = readdirSync(folder)
    .map((id) => `${folder}/${id}/gold.xml`)
    .filter((file) => existsSync(file));
  const shares = files.map((file) => typedShare(fromAkn(readFileSync(file, 'utf8')).tree));
  const [typed, opaque] = [
    shares.reduce((sum, share) => sum + share.typed, 0),
    shares.reduce((sum, share) => sum + share.opaque, 0),
  ];
  const elements = new Map<string, number>();
  for (const [name, length] of shares.flatMap((share) => [...share.elements]))
    elements.set(name, (elements.get(name) ?? 0) + length);
  const rest = [...elements].sort((a, b) => b[1] - a[1]).map(([name, length]) => `${name} ${length}`);
  const percent = ((100 * typed) / (typed + opaque)).toFixed(3);
  return `published files: ${percent} % of ${typed + opaque} characters are in typed nodes; not: ${rest.join(', ') || 'none'}`;
}
