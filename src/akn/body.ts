/** The body: sections, paragraphs, lists and points. */
import type {
  Block,
  BodyBlock,
  DocumentKind,
  Inline,
  MainBody,
  Num,
  P,
  Paragraph,
  PreambularParagraph,
  Section,
} from '../ast.ts';
import { element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeBlocks, encodeFlow, type Flow, runningText, segmentsOf } from './block.ts';
import { childOf, type Decoding, factsOf, isBlank, nameOf } from './decoding.ts';
import { type EIds, type Scope, scopeOf } from './eid.ts';
import { type Encoding, refer } from './encoding.ts';
import { gather, type Item } from './gather.ts';
import { flatHeading, headingOf } from './heading.ts';
import { writeAgain } from './held.ts';
import { encodeInlines, plainText } from './inline.ts';
import { keep, nodesIn, type Piece, shell } from './kept.ts';
import { decodeNum, encodeList, endsSentence } from './list.ts';
import {
  decodeDecoration,
  decodeFormula,
  decodePreambularParagraph,
  encodeDecoration,
  encodePreambularParagraph,
} from './preamble.ts';

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
      return [section ? decorationInSection(node.value, section, encoding) : encodeDecoration(node)];
    case 'opaque':
      return node.xml;
    default:
      throw new TypeError(`not of a body: ${(node as { type: unknown }).type}`);
  }
}

// ---------------------------------------------------------------------------------------------- sections

/** The identifier that the scope gave; one of its own for what came into a text that was read. */
function idOf(node: Paragraph | Section, { scope, register }: Encoding): string {
  return scope.ids.get(node) ?? register.next(scope.prefix, node.type === 'paragraph' ? 'para_nn' : 'sec_nn');
}

function encodeSection(node: Section, encoding: Encoding): XmlElement {
  const eId = idOf(node, encoding);
  const heading = node.heading ? [mixed('heading', {}, encodeInlines(node.heading.children, encoding))] : [];
  const children = node.children.flatMap((block) => encodeBodyBlock(block, `${eId}__`, encoding));
  return element(node.level, { eId, 'ntoso:number': node.number }, [...encodeNum(node.num), ...heading, ...children]);
}

// Word styles of the UN's files by rank of the heading: in the flat form nothing else tells the rank
const HEADING_STYLES = ['H1', 'H23', 'H4', 'H56'];

function encodeFlatSection(node: Section, rank: number, encoding: Encoding): XmlNode[] {
  const eId = idOf(node, encoding);
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

export function encodeNum(num: Num | undefined): XmlElement[] {
  return num ? [mixed('num', {}, [num.value])] : [];
}

function encodeParagraph(node: Paragraph, encoding: Encoding): XmlElement {
  const eId = idOf(node, encoding);
  return element('paragraph', { eId }, [...encodeNum(node.num), ...encodeHierarchy(node.children, eId, encoding)]);
}

/**
 * What a paragraph or point holds: `content` when there is no list, else each list with the text before it as its introduction.
 * Text after the last list closes it, or stands by itself when the list's sentence has ended.
 */
export function encodeHierarchy(blocks: readonly Block[], eId: string, encoding: Encoding): XmlNode[] {
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

// ---------------------------------------------------------------------------------------------- decoding

export function decodeMainBody(element: XmlElement, decoding: Decoding): MainBody {
  return mainBodyOf(element, decodeBodyBlocks(element.children, decoding));
}

/** @param pieces what the element holds */
export function mainBodyOf(element: XmlElement, pieces: readonly Piece[]): MainBody {
  return keep({ type: 'mainBody', children: nodesIn<BodyBlock>(pieces) }, [shell(element, pieces)]);
}

/** The blocks of a body, section or embedded structure. What stands flat in a published file is brought under its headings. */
export function decodeBodyBlocks(nodes: readonly XmlNode[], decoding: Decoding): Piece[] {
  return gather(decodeBodyItems(nodes, decoding), !decoding.ours);
}

/** The blocks as they stand. */
export function decodeBodyItems(nodes: readonly XmlNode[], decoding: Decoding): (Item | XmlNode)[] {
  return nodes.map((node) => (isElement(node) ? decodeBodyBlock(node, decoding) : node));
}

const LEVELS = new Set(['part', 'section', 'title', 'chapter', 'article', 'division']);
/** Levels of the hierarchy that resolutions do not use. */
const OTHER_LEVELS =
  /^(?:book|tome|sub(?:part|chapter|title|section|division|clause)|clause|rule|subrule|proviso|transitional|hcontainer)$/;

function decodeBodyBlock(element: XmlElement, decoding: Decoding): Item | XmlNode {
  const name = nameOf(element);
  const { refersTo, name: kind } = element.attributes;
  if (name === 'paragraph') {
    const heading = decoding.ours ? undefined : flatHeading(element, decoding);
    return heading ?? decodeParagraph(element, decoding);
  }
  if (name === 'formula' || (name === 'container' && kind === 'formula')) {
    return { node: decodeFormula(element, decoding), pieces: undefined };
  }
  const isRecital = name === 'recital' || refersTo === '#preamble' || (name === 'container' && kind !== 'table');
  if (isRecital) return { node: decodePreambularParagraph(element, decoding), pieces: undefined };
  if (LEVELS.has(name) || OTHER_LEVELS.test(name)) return decodeSection(element, decoding);
  if (name === '' && !isBlank(element)) return { node: { type: 'opaque', xml: [element], children: [] }, pieces: undefined };
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

/** A `paragraph`, or what takes the place of one: `alinea`, `p`, a table by itself. */
function decodeParagraph(element: XmlElement, decoding: Decoding): Item {
  const node: Paragraph = { type: 'paragraph', children: [] };
  const opening = { role: decoding.ours ? undefined : ('operativeVerb' as const) };
  const isHierarchy = nameOf(element) === 'paragraph';
  const printed = decoding.ours || !isHierarchy ? undefined : enumeratorIn(element);
  const pieces: Piece[] = [];
  for (const child of isHierarchy ? element.children : [element]) {
    if (printed && isElement(child) && nameOf(child) === 'content') {
      const num = keep<Num>({ type: 'num', value: printed.value }, [printed.xml]);
      node.num = num;
      const lines = child.children.flatMap((line) => withoutEnumerator(line, printed, num, decoding));
      pieces.push(shell(child, lines));
    } else if (isElement(child) && nameOf(child) === 'num' && !node.num) {
      node.num = decodeNum(child, decoding);
      pieces.push(node.num);
    } else pieces.push(...decodeBlocks([child], decoding, opening));
  }
  node.children = nodesIn<Block | Num>(pieces).filter((block): block is Block => block !== node.num);
  return { node, pieces: isHierarchy ? [shell(element, pieces)] : pieces };
}

interface Enumerator {
  line: XmlElement;
  value: string;
  /** As it stands, with the tabs round it. */
  xml: string;
}

/** A number that was left in the text: `<p>	a)	El Comité …</p>`. */
function enumeratorIn(element: XmlElement): Enumerator | undefined {
  const line = childOf(element, 'num') ? undefined : childOf(childOf(element, 'content'), 'p');
  const [first] = line?.children ?? [];
  const match = typeof first === 'string' ? /^\s*(\(?[\p{L}\d]{1,4}[).])\t+/u.exec(first) : null;
  return line && match ? { line, value: match[1] as string, xml: match[0] } : undefined;
}

function withoutEnumerator(line: XmlNode, { line: numbered, xml }: Enumerator, num: Num, decoding: Decoding): Piece[] {
  if (line !== numbered) return decodeBlocks([line], decoding);
  const [first = '', ...more] = numbered.children;
  const words = runningText([(first as string).slice(xml.length), ...more], decoding);
  return [shell(numbered, [num, keep<P>({ type: 'p', children: nodesIn<Inline>(words) }, words)])];
}

function decodeSection(element: XmlElement, decoding: Decoding): Item {
  const name = nameOf(element);
  const level = LEVELS.has(name) ? (name as Section['level']) : 'division';
  const node: Section = { type: 'section', level, children: [] };
  const { number } = factsOf(element, ['number'] as const, {});
  if (number !== undefined) node.number = number;
  const isHead = (child: XmlNode) => isElement(child) && /^(?:num|heading|subheading)$/.test(nameOf(child));
  const end = element.children.findLastIndex(isHead) + 1;
  const heads = element.children.slice(0, end).filter(isHead) as XmlElement[];
  // <subheading>ألف</subheading><subheading>أعمال اللجنة …</subheading>
  const number1 = heads.length > 1 ? heads[0] : heads.find((head) => nameOf(head) === 'num');
  const pieces = element.children.slice(0, end).map((child): Piece => {
    if (!isElement(child) || !isHead(child)) return child;
    if (child === number1) {
      node.num = decodeNum(child, decoding);
      return node.num;
    }
    if (node.heading) return child;
    node.heading = headingOf(child, decoding);
    return node.heading;
  });
  const blocks = decodeBodyBlocks(element.children.slice(end), decoding);
  node.children = nodesIn<BodyBlock>(blocks);
  return { node, pieces: [shell(element, [...pieces, ...blocks])] };
}
