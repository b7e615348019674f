/** Nodes written in the place where they were read: as they were, or anew where they have changed. */
import type { Attachment, Node, Point } from '../ast.ts';
import type { XmlNode } from '../xml/tree.ts';
import { encodeAttachments } from './attachments.ts';
import { encodeCell, encodeFlow, encodeP, encodeRow } from './block.ts';
import { encodeBodyBlock, encodeMainBody } from './body.ts';
import { encodeConclusion, encodeConclusions } from './conclusions.ts';
import { encodeCoverPage, encodeMastheadLine } from './cover.ts';
import { nameOf } from './decoding.ts';
import { abbreviated, scopeOf } from './eid.ts';
import type { Encoding } from './encoding.ts';
import { encodeInlines } from './inline.ts';
import { keptElement, keptId } from './kept.ts';
import { encodePoint } from './list.ts';
import { encodeNum } from './paragraph.ts';
import { encodeFormula, encodeItem, encodePreamble } from './preamble.ts';
import { encodePreface, encodeTitle } from './preface.ts';
import { fits, refill } from './refill.ts';

/** A node as it was read, with what has changed in it written anew; undefined when it was not read, or is another now. */
export function writeAgain(node: Node, encoding: Encoding): XmlNode[] | undefined {
  if (!node.data?.akn || !fits(node, encoding.fitting)) return undefined;
  let within = encoding;
  if (node.type === 'authorialNote') {
    const eId = node.data.akn.xml.flatMap((xml) =>
      typeof xml === 'object' && 'name' in xml ? (xml.attributes.eId ?? []) : [],
    )[0];
    if (eId !== undefined) encoding.notes.set(node.marker, eId);
  } else if (node.type === 'attachment') {
    const blocks = node.children.flatMap((part) => (part.type === 'mainBody' ? part.children : []));
    within = { ...encoding, scope: scopeOf(blocks, `${keptId(node) ?? 'att_1'}__`, encoding.register) };
  }
  return refill(node, (held, like) => encodeHeld(held, within, node, like));
}

/**
 * What stands in the place of a node that another holds.
 *
 * @param parent what holds it
 * @param like gives one of a type that stands beside it and was read
 */
export function encodeHeld(node: Node, encoding: Encoding, parent: Node, like: Like): readonly XmlNode[] {
  return writeAgain(node, encoding) ?? encodeAnew(node, encoding, parent, like);
}

type Like = (type: Node['type']) => Node | undefined;

function encodeAnew(node: Node, encoding: Encoding, parent: Node, like: Like): readonly XmlNode[] {
  switch (node.type) {
    case 'resolution':
    case 'collection':
    case 'heading':
    case 'list':
    case 'voteGroup':
      throw new TypeError(`${node.type}: written by what holds it`);
    case 'coverPage':
      return encodeCoverPage([node], encoding);
    case 'preface':
      return encodePreface([node], encoding.metadata.kind, encoding);
    case 'preamble':
      return encodePreamble([node], encoding);
    case 'mainBody':
      return [encodeMainBody([node], encoding.metadata.kind, encoding)];
    case 'conclusions':
      return encodeConclusions([node], encoding);
    case 'attachment':
      return encodeAnnex(node, like('attachment'), encoding);
    case 'mastheadLine':
      return encodeMastheadLine(node, encoding);
    case 'title':
      return encodeTitle(node, encoding.metadata.kind, encoding);
    case 'adoption':
    case 'vote':
      return encodeConclusion(node, encoding);
    case 'formula':
      return encodeFormula(node, encoding);
    case 'preambularParagraph':
    case 'paragraph':
    case 'section':
    case 'decoration':
      return encodeBodyBlock(node, parent.type === 'section' ? `${keptId(parent) ?? 'sec_nn'}__` : '', encoding);
    case 'num':
      return encodeNum(node);
    case 'point':
      return encodeBeside(node, like('point'), encoding);
    case 'p':
      return [encodeP(node, encoding)];
    case 'table':
    case 'embeddedStructure':
      return encodeFlow([node], encoding.scope.prefix.replace(/__$/, '') || 'body', encoding);
    case 'tableRow':
      return [encodeRow(node, encoding)];
    case 'tableCell':
      return [encodeCell(node, encoding)];
    case 'opaque':
      return node.xml;
    default:
      return encodeInlines([node], encoding);
  }
}

/** An annex that came to others, or as the first. */
function encodeAnnex(node: Attachment, other: Node | undefined, encoding: Encoding): readonly XmlNode[] {
  const attachments = encodeAttachments([node], '', encoding.identity, encoding);
  return other ? attachments.flatMap(({ children }) => children) : attachments;
}

const AMONG_BLOCKS = new Set(['item', 'li', 'indent']);

/** A point that came into a list: an `item` among items. */
function encodeBeside(node: Point, other: Node | undefined, encoding: Encoding): readonly XmlNode[] {
  const element = other && keptElement(other);
  const name = element ? nameOf(element) : 'point';
  const eId = encoding.register.next(encoding.scope.prefix, abbreviated(name));
  return [AMONG_BLOCKS.has(name) ? encodeItem(node, name, eId, encoding) : encodePoint(node, name, eId, encoding)];
}
