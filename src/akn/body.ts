/** The body: sections, paragraphs, lists and points. */
import type {
  Block,
  BodyBlock,
  DocumentKind,
  List,
  MainBody,
  Num,
  Paragraph,
  Point,
  PreambularParagraph,
  Section,
} from '../ast.ts';
import { element, mixed, type XmlElement } from '../xml/tree.ts';
import { encodeFlow, type Flow, segmentsOf } from './block.ts';
import { type EIds, type Scope, scopeOf } from './eid.ts';
import { type Encoding, refer } from './encoding.ts';
import { encodeInlines, plainText } from './inline.ts';
import { siblingNumbers } from './number.ts';
import { encodeDecoration, encodePreambularParagraph } from './preamble.ts';

/** Names what stands in main bodies, which are one text. */
export function scopeOfBody(nodes: readonly MainBody[], prefix: string, kind: DocumentKind, register: EIds): Scope {
  const blocks = nodes.flatMap((body) => body.children);
  return scopeOf(isAnnouncement(blocks[0], kind) ? blocks.slice(1) : blocks, prefix, register);
}

/** A body without anything is an empty `p`: the schema wants one block. */
export function encodeMainBody(nodes: readonly MainBody[], kind: DocumentKind, encoding: Encoding): XmlElement {
  const blocks = nodes.flatMap((body) => body.children);
  const children = blocks.flatMap((block, k) =>
    k === 0 && isAnnouncement(block, kind) ? [encodeAnnouncement(block, encoding)] : encodeBodyBlock(block, '', encoding),
  );
  return element('mainBody', {}, children.length > 0 ? children : [mixed('p')]);
}

/**
 * A block of a body.
 *
 * @param section prefix of the identifiers under the section that holds it; empty in the body itself
 */
export function encodeBodyBlock(node: BodyBlock, section: string, encoding: Encoding): XmlElement[] {
  switch (node.type) {
    case 'paragraph':
      return [encodeParagraph(node, encoding)];
    case 'section':
      return encoding.options.headings === 'flat' ? encodeFlatSection(node, 1, encoding) : [encodeSection(node, encoding)];
    case 'preambularParagraph':
      return [section ? encodeRecitalInSection(node, section, encoding) : encodePreambularParagraph(node, encoding)];
    case 'decoration':
      return [section ? decorationInSection(node.value, section, encoding) : encodeDecoration(node)];
    default:
      throw new TypeError(`not of a body: ${(node as { type: unknown }).type}`);
  }
}

// ---------------------------------------------------------------------------------------------- sections

function encodeSection(node: Section, encoding: Encoding): XmlElement {
  const eId = encoding.scope.ids.get(node) as string;
  const heading = node.heading ? [mixed('heading', {}, encodeInlines(node.heading.children, encoding))] : [];
  const children = node.children.flatMap((block) => encodeBodyBlock(block, `${eId}__`, encoding));
  return element(node.level, { eId }, [...encodeNum(node.num), ...heading, ...children]);
}

// Word styles of the UN's files by rank of the heading: in the flat form nothing else tells the rank
const HEADING_STYLES = ['H1', 'H23', 'H4', 'H56'];

function encodeFlatSection(node: Section, rank: number, encoding: Encoding): XmlElement[] {
  const eId = encoding.scope.ids.get(node) as string;
  const title = node.heading ? [mixed('subheading', {}, encodeInlines(node.heading.children, encoding))] : [];
  const style = HEADING_STYLES[Math.min(rank, HEADING_STYLES.length) - 1] as string;
  const heading = element('paragraph', { eId, class: style }, [...encodeNum(node.num), ...title]);
  const blocks = node.children.flatMap((block) =>
    block.type === 'section' ? encodeFlatSection(block, rank + 1, encoding) : encodeBodyBlock(block, '', encoding),
  );
  return [heading, ...blocks];
}

/**
 * A preambular paragraph under a heading. The schema has `container` only beside sections, not in them; the Secretariat writes
 * `crossHeading`, which holds text alone.
 */
function encodeRecitalInSection(node: PreambularParagraph, section: string, encoding: Encoding): XmlElement {
  const [only, ...more] = node.children;
  const refersTo = refer(encoding, 'preamble');
  if (only?.type === 'p' && more.length === 0) {
    const eId = encoding.register.next(section, 'crossHeading');
    return mixed('crossHeading', { eId, refersTo }, encodeInlines(only.children, encoding));
  }
  const eId = encoding.register.next(section, 'container');
  return element('hcontainer', { name: 'container', eId, refersTo }, encodeHierarchy(node.children, eId, encoding));
}

function decorationInSection(value: string, section: string, encoding: Encoding): XmlElement {
  const eId = encoding.register.next(section, 'crossHeading');
  return mixed('crossHeading', { eId }, [mixed('decoration', {}, [value])]);
}

// -------------------------------------------------------------------------------------------- paragraphs

function encodeNum(num: Num | undefined): XmlElement[] {
  return num ? [mixed('num', {}, [num.value])] : [];
}

function encodeParagraph(node: Paragraph, encoding: Encoding): XmlElement {
  const eId = encoding.scope.ids.get(node) as string;
  return element('paragraph', { eId }, [...encodeNum(node.num), ...encodeHierarchy(node.children, eId, encoding)]);
}

/**
 * What a paragraph or point holds: `content` when there is no list, else each list with the text before it as its introduction.
 * Text after the last list closes it, or stands by itself when the list's sentence has ended.
 */
function encodeHierarchy(blocks: readonly Block[], eId: string, encoding: Encoding): XmlElement[] {
  const { segments, tail } = segmentsOf(blocks);
  const last = segments.at(-1);
  if (!last) return tail.length > 0 ? [encodeContent(tail, eId, encoding)] : [];
  const closing = tail.length > 0 && !endsSentence(last.list);
  const lists = segments.map(({ lead, list }) =>
    encodeList(list, lead, closing && list === last.list ? tail : [], encoding.register.next(`${eId}__`, 'list'), encoding),
  );
  if (tail.length === 0 || closing) return lists;
  const own = encoding.register.next(`${eId}__`, 'al');
  return [...lists, element('alinea', { eId: own }, [encodeContent(tail, own, encoding)])];
}

function encodeContent(blocks: readonly Flow[], within: string, encoding: Encoding): XmlElement {
  const eId = encoding.register.claim(`${within}__content`);
  return element('content', { eId }, encodeFlow(blocks, eId, encoding));
}

function encodeList(node: List, lead: readonly Flow[], closing: readonly Flow[], eId: string, encoding: Encoding): XmlElement {
  const children: XmlElement[] = [];
  if (lead.length > 0) {
    const intro = encoding.register.claim(`${eId}__intro`);
    children.push(element('intro', { eId: intro }, encodeFlow(lead, intro, encoding)));
  }
  const numbers = siblingNumbers(node.children.map((point) => point.num?.value));
  for (const [k, point] of node.children.entries()) {
    const own = encoding.register.claim(`${eId}__point_${numbers[k]}`);
    children.push(element('point', { eId: own }, [...encodeNum(point.num), ...encodeHierarchy(point.children, own, encoding)]));
  }
  if (closing.length > 0) {
    const wrapUp = encoding.register.claim(`${eId}__wrapup`);
    children.push(element('wrapUp', { eId: wrapUp }, encodeFlow(closing, wrapUp, encoding)));
  }
  return element('list', { eId }, children);
}

/** Whether the last words of a list end with a full stop, and so the sentence that the list is part of. */
function endsSentence(list: List): boolean {
  let point: Point | undefined = list.children.at(-1);
  for (let block = point?.children.at(-1); block; block = point?.children.at(-1)) {
    if (block.type === 'p') return /[.!?。！？؟]["”»’）)\]]*$/.test(plainText(block.children).slice(-8));
    if (block.type !== 'list') return true;
    point = block.children.at(-1);
  }
  return false;
}

// --------------------------------------------------------------------------------- presidential statements

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
