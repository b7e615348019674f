/** Nodes written in the place where they were read: as they were, or anew where they have changed. */
import type { Node } from '../ast.ts';
import type { XmlNode } from '../xml/tree.ts';
import { encodeAttachments } from './attachments.ts';
import { encodeFlow } from './block.ts';
import { encodeBodyBlock, encodeMainBody } from './body.ts';
import { encodeConclusion, encodeConclusions } from './conclusions.ts';
import { encodeCoverPage, encodeMastheadLine } from './cover.ts';
import { scopeOf } from './eid.ts';
import type { Encoding } from './encoding.ts';
import { encodeInlines } from './inline.ts';
import { keptId, refill } from './kept.ts';
import { encodeList, encodePoint } from './list.ts';
import { encodeNum } from './paragraph.ts';
import { encodeFormula, encodePreamble, encodePreambularParagraph } from './preamble.ts';
import { encodePreface, encodeTitle } from './preface.ts';

/** A node as it was read, with what has changed in it written anew; undefined when it was not read, or is another now. */
export function writeAgain(node: Node, encoding: Encoding): XmlNode[] | undefined {
  if (!node.data?.akn) return undefined;
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
  return refill(node, (held) => encodeHeld(held, within));
}

/** What stands in the place of a node that another holds. */
export function encodeHeld(node: Node, encoding: Encoding): readonly XmlNode[] {
  return writeAgain(node, encoding) ?? encodeAnew(node, encoding);
}

function encodeAnew(node: Node, encoding: Encoding): readonly XmlNode[] {
  switch (node.type) {
    case 'resolution':
    case 'collection':
      throw new TypeError('a document in a document stands in a collection');
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
      return encodeAttachments([node], '', encoding.identity, encoding);
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
      return encodePreambularParagraph(node, encoding);
    case 'paragraph':
    case 'section':
    case 'decoration':
      return encodeBodyBlock(node, '', encoding);
    case 'num':
      return encodeNum(node);
    case 'list':
      return [encodeList(node, [], [], encoding.register.next(encoding.scope.prefix, 'list'), encoding)];
    case 'point':
      return encodePoint(node, encoding.register.next(encoding.scope.prefix, 'point'), encoding);
    case 'p':
    case 'table':
    case 'embeddedStructure':
      return encodeFlow([node], encoding.scope.prefix.replace(/__$/, '') || 'body', encoding);
    case 'heading':
    case 'voteGroup':
    case 'tableCell':
    case 'tableRow':
      return node.children.flatMap((child) => encodeHeld(child, encoding));
    case 'opaque':
      return node.xml;
    default:
      return encodeInlines([node], encoding);
  }
}
