/** Blocks that stand anywhere: paragraphs of text, tables, embedded structures. */
import type { Block, EmbeddedStructure, Inline, List, P, Phrase, Table, TableCell, TableRow } from '../ast.ts';
import { element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeBodyBlocks, encodeBodyBlock } from './body.ts';
import { type Decoding, isBlank, isPlaceholder, isRunning, nameOf } from './decoding.ts';
import { settle } from './drafts.ts';
import { scopeOf } from './eid.ts';
import type { Encoding } from './encoding.ts';
import { writeAgain } from './held.ts';
import { decodeDrafts, decodeInlines, encodeInlines } from './inline.ts';
import { append, hold, isWhole, keep, nodesIn, opaqueOf, type Piece, shell } from './kept.ts';
import { decodeList } from './list.ts';
import { asPhrase } from './opening.ts';
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
export function encodeFlow(blocks: readonly Flow[], eId: string, encoding: Encoding): XmlNode[] {
  const encoded: XmlNode[] = [];
  for (const [k, node] of blocks.entries()) {
    const again = isWhole(node) ? writeAgain(node, encoding) : undefined;
    if (node.type === 'embeddedStructure') {
      const structure = again ?? [encodeEmbeddedStructure(node, eId, encoding)];
      const announcing = blocks[k - 1]?.type === 'p' ? encoded.pop() : undefined;
      encoded.push(mixed('p', {}, [...(isElement(announcing) ? announcing.children : []), ...structure]));
    } else if (again) append(encoded, again);
    else if (node.type === 'opaque') append(encoded, node.xml);
    else if (node.type === 'p') {
      encoded.push(encodeP(node, encoding));
    } else if (node.type === 'table') {
      encoded.push(...encodeTable(node, eId, encoding));
    } else {
      throw new TypeError(`not a block: ${(node as { type: unknown }).type}`);
    }
  }
  return encoded;
}

/** None for a table without rows, which the schema does not know. */
function encodeTable(node: Table, eId: string, encoding: Encoding): XmlElement[] {
  if (node.children.length === 0) return [];
  const rows = node.children.flatMap((row) => writeAgain(row, encoding) ?? [encodeRow(row, encoding)]);
  return [element('table', { eId: encoding.register.next(`${eId}__`, 'table') }, rows)];
}

export function encodeRow(node: TableRow, encoding: Encoding): XmlElement {
  const cells = node.children.flatMap((cell) => writeAgain(cell, encoding) ?? [encodeCell(cell, encoding)]);
  return element('tr', {}, cells.length > 0 ? cells : [element('td')]);
}

export function encodeCell(node: TableCell, encoding: Encoding): XmlElement {
  return element(node.header ? 'th' : 'td', {}, [mixed('p', {}, encodeInlines(node.children, encoding))]);
}

function encodeEmbeddedStructure(node: EmbeddedStructure, within: string, encoding: Encoding): XmlNode {
  const eId = encoding.register.next(`${within}__`, 'embeddedStructure');
  const scope = scopeOf(node.children, `${eId}__`, encoding.register);
  const inner = { ...encoding, scope };
  const children = node.children.flatMap((child) =>
    child.type === 'formula' ? encodeFormula(child, inner) : encodeBodyBlock(child, '', inner),
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

// ---------------------------------------------------------------------------------------------- decoding

/** A paragraph whose first words may be a phrase; once one has been looked for, no other is. */
export interface Opening {
  role: Phrase['role'] | undefined;
}

/** The blocks in a paragraph, point, container … */
export function decodeBlocks(nodes: readonly XmlNode[], decoding: Decoding, opening?: Opening): Piece[] {
  return nodes.map((node) => decodeBlock(node, decoding, opening));
}

export function decodeBlock(node: XmlNode, decoding: Decoding, opening?: Opening): Piece {
  return isElement(node) ? decodeElement(node, decoding, opening) : decodeLoose(node, decoding);
}

/** Text without an element of its own, as some files have it in an `item`. */
export function decodeLoose(node: XmlNode, decoding: Decoding): Piece {
  if (typeof node !== 'string' || isBlank(node)) return node;
  return hold<P>({ type: 'p', children: [] }, decodeInlines([node], decoding));
}

function decodeElement(element: XmlElement, decoding: Decoding, opening?: Opening): Piece {
  switch (nameOf(element)) {
    case 'p':
      return decodePs(element, decoding, opening);
    case 'list':
    case 'blockList':
    case 'sublist':
    case 'ol':
    case 'ul':
      return decodeList(element, decoding, opening);
    case 'table':
      return decodeTable(element, decoding);
    case 'embeddedStructure':
      return decodeEmbeddedStructure(element, decoding);
    case 'heading':
    case 'subheading':
    case 'crossHeading':
    case 'listIntroduction':
    case 'listWrapUp':
      return decodeP(element, decoding, opening);
    case '':
      return opaqueOf(element);
  }
  if (isRunning(element)) return decodeP(element, decoding, opening);
  // content, intro, wrapUp, alinea, container: they say how the blocks stand together, which their order says too
  return shell(element, decodeBlocks(element.children, decoding, opening));
}

/** An element of running text as a paragraph of it. */
export function decodeP(element: XmlElement, decoding: Decoding, opening?: Opening): P {
  const pieces = runningText(element.children, decoding, opening);
  return hold({ type: 'p', children: [] }, [shell(element, pieces)]);
}

/** The words of a paragraph, and its opening phrase if one is looked for. */
export function runningText(nodes: readonly XmlNode[], decoding: Decoding, opening?: Opening): Piece[] {
  const drafts = decodeDrafts(nodes, decoding);
  const role = opening?.role;
  if (opening) opening.role = undefined;
  return settle(role ? asPhrase(drafts, role) : drafts);
}

/** A `p` is one block but for the structures in it, which are blocks of their own. */
function decodePs(element: XmlElement, decoding: Decoding, opening?: Opening): Piece {
  const isStructure = (child: XmlNode) => isElement(child) && nameOf(child) === 'embeddedStructure';
  if (!element.children.some(isStructure)) return decodeP(element, decoding, opening);
  const pieces: Piece[] = [];
  let words: XmlNode[] = [];
  const close = () => {
    const own = runningText(words, decoding, opening);
    const children = nodesIn<Inline>(own);
    if (children.length > 0) pieces.push(keep({ type: 'p', children }, own));
    else append(pieces, words);
    words = [];
  };
  for (const child of element.children) {
    if (!isStructure(child)) {
      words.push(child);
      continue;
    }
    close();
    pieces.push(decodeEmbeddedStructure(child as XmlElement, decoding));
  }
  close();
  return shell(element, pieces);
}

function decodeTable(element: XmlElement, decoding: Decoding): Table {
  const pieces = element.children.map((child): Piece => {
    if (!isElement(child)) return child;
    return nameOf(child) === 'caption' ? decodeCaption(child, decoding) : decodeRow(child, decoding);
  });
  return hold({ type: 'table', children: [] }, [shell(element, pieces)]);
}

/** What stands over a table is a row of it. */
function decodeCaption(element: XmlElement, decoding: Decoding): TableRow {
  const words = decodeInlines(element.children, decoding);
  const cell = hold<TableCell>({ type: 'tableCell', header: true, children: [] }, [shell(element, words)]);
  return hold({ type: 'tableRow', children: [] }, [cell]);
}

function decodeRow(element: XmlElement, decoding: Decoding): TableRow {
  const pieces = element.children.map((child): Piece => {
    const isCell = isElement(child) && (nameOf(child) === 'td' || nameOf(child) === 'th');
    // the schema wants a cell, and a cell of ours has a paragraph
    return isCell && !(decoding.ours && child.children.length === 0) ? decodeCell(child, decoding) : child;
  });
  return hold({ type: 'tableRow', children: [] }, [shell(element, pieces)]);
}

function decodeCell(element: XmlElement, decoding: Decoding): TableCell {
  const pieces: Piece[] = [];
  let lines = 0;
  for (const child of element.children) {
    if (!isElement(child) || nameOf(child) !== 'p') {
      pieces.push(opaqueOf(child));
      continue;
    }
    // what is a line break to us is a paragraph there
    if (lines++ > 0) pieces.push(keep({ type: 'break' }, []));
    pieces.push(shell(child, decodeInlines(child.children, decoding)));
  }
  const header = nameOf(element) === 'th';
  const cell: TableCell = header ? { type: 'tableCell', header, children: [] } : { type: 'tableCell', children: [] };
  return hold(cell, [shell(element, pieces)]);
}

function decodeEmbeddedStructure(element: XmlElement, decoding: Decoding): EmbeddedStructure {
  const pieces = decoding.ours && isPlaceholder(element) ? element.children : decodeBodyBlocks(element.children, decoding);
  return hold({ type: 'embeddedStructure', children: [] }, [shell(element, pieces)]);
}
