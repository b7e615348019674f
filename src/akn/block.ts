/** Blocks that stand anywhere: paragraphs of text, tables, embedded structures. */
import type { Block, EmbeddedStructure, List, P, Table } from '../ast.ts';
import { element, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { encodeBodyBlock } from './body.ts';
import { scopeOf } from './eid.ts';
import type { Encoding } from './encoding.ts';
import { encodeInlines } from './inline.ts';
import { encodeFormula } from './preamble.ts';

/** What running text consists of: all but lists. */
export type Flow = Exclude<Block, List>;

export function encodeP(node: P, encoding: Encoding): XmlElement {
  return mixed('p', {}, encodeInlines(node.children, encoding));
}

/**
 * Blocks in order. An embedded structure stands in the `p` that announces it (“… the following draft resolution:”), as the schema
 * has it inline.
 *
 * @param eId identifier of what holds the blocks
 */
export function encodeFlow(blocks: readonly Flow[], eId: string, encoding: Encoding): XmlElement[] {
  const encoded: XmlElement[] = [];
  for (const [k, node] of blocks.entries()) {
    if (node.type === 'p') {
      encoded.push(encodeP(node, encoding));
    } else if (node.type === 'table') {
      encoded.push(...encodeTable(node, eId, encoding));
    } else if (node.type === 'embeddedStructure') {
      const structure = encodeEmbeddedStructure(node, eId, encoding);
      const announcing = blocks[k - 1]?.type === 'p' ? encoded.pop() : undefined;
      encoded.push(mixed('p', {}, [...(announcing?.children ?? []), structure]));
    } else {
      throw new TypeError(`not a block: ${(node as { type: unknown }).type}`);
    }
  }
  return encoded;
}

/** None for a table without rows, which the schema does not know. */
function encodeTable(node: Table, eId: string, encoding: Encoding): XmlElement[] {
  if (node.children.length === 0) return [];
  const rows = node.children.map((row) => {
    const cells = row.children.map((cell) =>
      element(cell.header ? 'th' : 'td', {}, [mixed('p', {}, encodeInlines(cell.children, encoding))]),
    );
    return element('tr', {}, cells.length > 0 ? cells : [element('td')]);
  });
  return [element('table', { eId: encoding.register.next(`${eId}__`, 'table') }, rows)];
}

function encodeEmbeddedStructure(node: EmbeddedStructure, within: string, encoding: Encoding): XmlNode {
  const eId = encoding.register.next(`${within}__`, 'embeddedStructure');
  const scope = scopeOf(node.children, `${eId}__`, encoding.register);
  const inner = { ...encoding, scope };
  const children = node.children.flatMap((child) =>
    child.type === 'formula' ? [encodeFormula(child, inner)] : encodeBodyBlock(child, '', inner),
  );
  return element('embeddedStructure', { eId }, children.length > 0 ? children : [mixed('p')]);
}

/** A list and what stands before it. */
export interface Segment {
  lead: Flow[];
  list: List;
}

/** Cuts blocks at their lists; `tail` is what follows the last. A list without points says nothing and is passed over. */
export function segmentsOf(blocks: readonly Block[]): { segments: Segment[]; tail: Flow[] } {
  const segments: Segment[] = [];
  let lead: Flow[] = [];
  for (const block of blocks) {
    if (block.type !== 'list') lead.push(block);
    else if (block.children.length > 0) {
      segments.push({ lead, list: block });
      lead = [];
    }
  }
  return { segments, tail: lead };
}
