/** Paragraphs of a body: their number, and their text with its lists. */
import type { Block, Num, P, Paragraph, Section } from '../ast.ts';
import { element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeBlock, encodeFlow, type Flow, type Opening, runningText, segmentsOf } from './block.ts';
import { childOf, type Decoding, isBlank, nameOf, textIn } from './decoding.ts';
import type { Encoding } from './encoding.ts';
import type { Item } from './gather.ts';
import { hold, keep, nodesIn, type Piece, shell } from './kept.ts';
import { encodeList, endsSentence } from './list.ts';

/** The identifier that the scope gave; one of its own for what came into a text that was read. */
export function idOf(node: Paragraph | Section, { scope, register }: Encoding): string {
  return scope.ids.get(node) ?? register.next(scope.prefix, node.type === 'paragraph' ? 'para_nn' : 'sec_nn');
}

export function encodeParagraph(node: Paragraph, encoding: Encoding): XmlElement {
  const eId = idOf(node, encoding);
  return element('paragraph', { eId }, [...encodeNum(node.num), ...encodeHierarchy(node.children, eId, encoding)]);
}

/** A `paragraph`, or what takes the place of one: `alinea`, `p`, a table by itself. */
export function decodeParagraph(element: XmlElement, decoding: Decoding): Item {
  const node: Paragraph = { type: 'paragraph', children: [] };
  const opening: Opening = { role: decoding.phrases ? 'operativeVerb' : undefined };
  const isHierarchy = nameOf(element) === 'paragraph';
  const start = decoding.ours || !isHierarchy ? undefined : startOf(element);
  const pieces: Piece[] = [];
  for (const child of isHierarchy ? element.children : [element]) {
    const name = isElement(child) ? nameOf(child) : '';
    if (name === 'num' && !node.num) {
      node.num = decodeNum(child as XmlElement, decoding);
      pieces.push(node.num);
    } else if (name === 'content' && start && (child as XmlElement).children.includes(start.line)) {
      if (start.num !== undefined) node.num = keep<Num>({ type: 'num', value: start.num }, [start.xml]);
      const before = start.num === undefined ? start.xml : (node.num as Num);
      const lines = (child as XmlElement).children.map((line) =>
        line === start.line ? afterStart(start, before, decoding, opening) : decodeBlock(line, decoding, opening),
      );
      pieces.push(shell(child as XmlElement, lines));
    } else if (name === 'content' && node.num && !decoding.ours && isBlank(child as XmlElement)) {
      // the text of the number is the next paragraph
      pieces.push(child);
    } else pieces.push(decodeBlock(child, decoding, opening));
  }
  node.children = nodesIn<Block | Num>(pieces).filter((block): block is Block => block !== node.num);
  return { node, pieces: isHierarchy ? [shell(element, pieces)] : pieces };
}

// -------------------------------------------------------------------------------------------- what they hold

export function encodeNum(num: Num | undefined): XmlElement[] {
  return num ? [mixed('num', {}, [num.value])] : [];
}

/** The printed number of something. */
export function decodeNum(element: XmlElement, decoding: Decoding): Num {
  const text = textIn(element);
  return keep({ type: 'num', value: decoding.ours ? text : text.replace(/\s+/g, ' ').trim() }, [element]);
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

// ---------------------------------------------------------------------------------- numbers left in the text

/** What stands before the words of a paragraph and is no word. */
interface Start {
  line: XmlElement;
  /** As it stands, with the tabs round it. */
  xml: string;
  /** The number that it is; undefined where it is the point of one. */
  num: string | undefined;
}

/** A number with a tab on one side of it, `<p>	a)	El Comité …</p>`, or the point of one, `<num>1.1</num> … <p>.	Faire …</p>`. */
function startOf(element: XmlElement): Start | undefined {
  const line = childOf(childOf(element, 'content'), 'p');
  const first = line?.children[0];
  if (!line || typeof first !== 'string' || !first.includes('\t')) return undefined;
  if (childOf(element, 'num')) {
    const [xml] = /^[.)]\t+/.exec(first) ?? [];
    return xml === undefined ? undefined : { line, xml, num: undefined };
  }
  const [xml, num] = /^\s*(\(?[\p{L}\d]{1,4}(?:[).]| ?-))\s+/u.exec(first) ?? [];
  return xml?.includes('\t') ? { line, xml, num } : undefined;
}

/** @param before what stands for the start */
function afterStart({ line, xml }: Start, before: Piece, decoding: Decoding, opening: Opening): Piece {
  const [first = '', ...more] = line.children;
  const words = runningText([(first as string).slice(xml.length), ...more], decoding, opening);
  return shell(line, [before, hold<P>({ type: 'p', children: [] }, words)]);
}
