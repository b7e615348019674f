/** How much of a document is typed, rather than merely carried. */
import { heldBy } from '../src/akn/depth.ts';
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
 * Measures a tree that was read from Akoma Ntoso. `meta` blocks do not count, nor do white space and the rules above notes.
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
const solid = (text: string): number => text.replace(/\s+|_{5,}/g, '').length;
