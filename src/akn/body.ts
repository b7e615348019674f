/** The body and its blocks, each written by its type and read by its element. */
import type { BodyBlock, DocumentKind, MainBody, Paragraph } from '../ast.ts';
import { plainText } from '../words.ts';
import { element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { childOf, type Decoding, isBlank, nameOf, textIn } from './decoding.ts';
import { type EIds, type Scope, scopeOf } from './eid.ts';
import type { Encoding } from './encoding.ts';
import { gather, type Item } from './gather.ts';
import { flatHeading, headingOf } from './heading.ts';
import { writeAgain } from './held.ts';
import { hold, opaque, type Piece, shell } from './kept.ts';
import { decodeParagraph, encodeHierarchy, encodeParagraph } from './paragraph.ts';
import {
  decodeDecoration,
  decodeFormula,
  decodePreambularParagraph,
  encodeDecoration,
  encodePreambularParagraph,
} from './preamble.ts';
import {
  decodeSection,
  encodeDecorationInSection,
  encodeFlatSection,
  encodeRecitalInSection,
  encodeSection,
  isSection,
} from './section.ts';

/** Names what stands in main bodies, which are one text. */
export function scopeOfBody(nodes: readonly MainBody[], prefix: string, kind: DocumentKind, register: EIds): Scope {
  const blocks = nodes.flatMap((body) => body.children);
  return scopeOf(isAnnouncement(blocks[0], kind) ? blocks.slice(1) : blocks, prefix, register);
}

/** A body without anything is an empty `p`: the schema wants one block. */
export function encodeMainBody(nodes: readonly MainBody[], kind: DocumentKind, encoding: Encoding): XmlElement {
  const blocks = nodes.flatMap((body) => body.children);
  const children = blocks.flatMap((block, k) =>
    k === 0 && !block.data?.akn && isAnnouncement(block, kind)
      ? [encodeAnnouncement(block, encoding)]
      : encodeBodyBlock(block, '', encoding),
  );
  return element('mainBody', {}, children.length > 0 ? children : [mixed('p')]);
}

export function decodeMainBody(element: XmlElement, decoding: Decoding): MainBody {
  return mainBodyOf(element, decodeBodyBlocks(element.children, decoding));
}

/** @param pieces what the element holds */
export function mainBodyOf(element: XmlElement, pieces: readonly Piece[]): MainBody {
  return hold({ type: 'mainBody', children: [] }, [shell(element, pieces)]);
}

// ---------------------------------------------------------------------------------------------------- blocks

/**
 * A block of a body.
 *
 * @param section prefix of the identifiers under the section that holds it; empty in the body itself
 */
export function encodeBodyBlock(node: BodyBlock, section: string, encoding: Encoding): readonly XmlNode[] {
  const again = writeAgain(node, encoding);
  if (again) return again;
  switch (node.type) {
    case 'paragraph':
      return [encodeParagraph(node, encoding)];
    case 'section':
      return encoding.options.headings === 'flat' ? encodeFlatSection(node, 1, encoding) : [encodeSection(node, encoding)];
    case 'preambularParagraph':
      return section ? [encodeRecitalInSection(node, section, encoding)] : encodePreambularParagraph(node, encoding);
    case 'decoration':
      return [section ? encodeDecorationInSection(node.value, section, encoding) : encodeDecoration(node)];
    case 'opaque':
      return node.xml;
    default:
      throw new TypeError(`not of a body: ${(node as { type: unknown }).type}`);
  }
}

/** The blocks of a body, section or embedded structure. What stands flat in a published file is brought under its headings. */
export function decodeBodyBlocks(nodes: readonly XmlNode[], decoding: Decoding): Piece[] {
  return gather(decodeBodyItems(nodes, decoding), !decoding.ours);
}

/** The blocks as they stand. */
export function decodeBodyItems(nodes: readonly XmlNode[], decoding: Decoding): (Item | XmlNode)[] {
  return nodes.map((_, k) => decodeBodyItem(nodes, k, decoding));
}

export function decodeBodyItem(nodes: readonly XmlNode[], k: number, decoding: Decoding): Item | XmlNode {
  const node = nodes[k] as XmlNode;
  if (!isElement(node)) return isBlank(node) ? node : { node: opaque(node), pieces: undefined };
  const heading = decoding.ours || nameOf(node) !== 'paragraph' ? undefined : flatHeading(nodes, k, decoding);
  return heading ?? decodeBodyBlock(node, decoding);
}

function decodeBodyBlock(element: XmlElement, decoding: Decoding): Item | XmlNode {
  const name = nameOf(element);
  const { refersTo, name: kind } = element.attributes;
  if (name === 'paragraph')
    return !decoding.ours && (isBlank(element) || isRule(element)) ? element : decodeParagraph(element, decoding);
  if (name === 'formula' || (name === 'container' && kind === 'formula')) {
    return { node: decodeFormula(element, decoding), pieces: undefined };
  }
  const isRecital = name === 'recital' || refersTo === '#preamble' || (name === 'container' && kind !== 'table');
  if (isRecital) return { node: decodePreambularParagraph(element, decoding), pieces: undefined };
  if (isSection(name)) return decodeSection(element, decoding);
  if (name === '' && !isBlank(element)) return { node: opaque(element), pieces: undefined };
  if ((name === 'p' || name === 'crossHeading') && childOf(element, 'decoration') && element.children.length === 1) {
    return { node: decodeDecoration(element), pieces: undefined };
  }
  if (isBlank(element) && name !== 'alinea') return element;
  if (name === 'crossHeading') {
    const heading = headingOf(element, decoding);
    return { node: { type: 'section', level: 'division', heading, children: [] }, pieces: [heading] };
  }
  return decodeParagraph(element, decoding);
}

const RULE = /^\s*_{5,}\s*$/;

/** The line above notes, which is layout as it is in text: `<p>	__________________</p>`. */
function isRule(paragraph: XmlElement): boolean {
  const words = childOf(childOf(paragraph, 'content'), 'p')?.children;
  return words?.length === 1 && typeof words[0] === 'string' && RULE.test(words[0]) && RULE.test(textIn(paragraph));
}

// ----------------------------------------------------------------------------------- presidential statements

/**
 * The sentence before a presidential statement: “At the 4959th meeting of the Security Council … the President made the following
 * statement on behalf of the Council:”. The statement itself is in quotation marks.
 */
function isAnnouncement(node: BodyBlock | undefined, kind: DocumentKind): node is Paragraph {
  if (kind !== 'presidentialStatement' || node?.type !== 'paragraph' || node.num) return false;
  const [first] = node.children;
  return first?.type === 'p' && !/^[\p{Initial_Punctuation}„"]/u.test(plainText(first.children));
}

function encodeAnnouncement(node: Paragraph, encoding: Encoding): XmlElement {
  const eId = encoding.register.next(encoding.scope.prefix, 'al');
  return element('alinea', { eId }, encodeHierarchy(node.children, eId, encoding));
}
