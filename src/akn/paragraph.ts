/** Paragraphs of a body: their number, and their text with its lists. */
import type { Block, Inline, Num, P, Paragraph, Section } from '../ast.ts';
import { element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeBlock, encodeFlow, type Flow, runningText, segmentsOf } from './block.ts';
import { childOf, type Decoding, nameOf, textIn } from './decoding.ts';
import type { Encoding } from './encoding.ts';
import type { Item } from './gather.ts';
import { keep, nodesIn, type Piece, shell } from './kept.ts';
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
  const opening = { role: decoding.ours ? undefined : ('operativeVerb' as const) };
  const isHierarchy = nameOf(element) === 'paragraph';
  const printed = decoding.ours || !isHierarchy ? undefined : enumeratorIn(element);
  const pieces: Piece[] = [];
  for (const child of isHierarchy ? element.children : [element]) {
    if (printed && isElement(child) && nameOf(child) === 'content') {
      const num = keep<Num>({ type: 'num', value: printed.value }, [printed.xml]);
      node.num = num;
      const lines = child.children.map((line) => withoutEnumerator(line, printed, num, decoding));
      pieces.push(shell(child, lines));
    } else if (isElement(child) && nameOf(child) === 'num' && !node.num) {
      node.num = decodeNum(child, decoding);
      pieces.push(node.num);
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

function withoutEnumerator(line: XmlNode, { line: numbered, xml }: Enumerator, num: Num, decoding: Decoding): Piece {
  if (line !== numbered) return decodeBlock(line, decoding);
  const [first = '', ...more] = numbered.children;
  const words = runningText([(first as string).slice(xml.length), ...more], decoding);
  return shell(numbered, [num, keep<P>({ type: 'p', children: nodesIn<Inline>(words) }, words)]);
}
