/** The preamble: enacting formula, preambular paragraphs, and the lists in them. */
import type { Block, Decoration, Formula, Inline, List, Phrase, Point, Preamble, PreambularParagraph } from '../ast.ts';
import { plainText } from '../words.ts';
import { element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeBlocks, decodeP, encodeFlow, segmentsOf } from './block.ts';
import { childOf, type Decoding, isBlank, isRunning, nameOf, textIn } from './decoding.ts';
import type { Encoding } from './encoding.ts';
import { writeAgain } from './held.ts';
import { decodeInlines, encodeInlines } from './inline.ts';
import { append, hold, keep, opaqueOf, type Piece, shell } from './kept.ts';
import { againAs } from './list.ts';
import { siblingNumbers } from './number.ts';
import { encodeNum } from './paragraph.ts';

/** None when there is nothing in it. */
export function encodePreamble(nodes: readonly Preamble[], encoding: Encoding): XmlElement[] {
  const children = nodes.flatMap((preamble) => preamble.children).flatMap((node) => encodePreambleBlock(node, encoding));
  return children.length > 0 ? [element('preamble', {}, children)] : [];
}

function encodePreambleBlock(node: Preamble['children'][number], encoding: Encoding): readonly XmlNode[] {
  switch (node.type) {
    case 'formula':
      return encodeFormula(node, encoding);
    case 'preambularParagraph':
      return encodePreambularParagraph(node, encoding);
    case 'decoration':
      return writeAgain(node, encoding) ?? [encodeDecoration(node)];
    case 'opaque':
      return node.xml;
    default:
      throw new TypeError(`not of a preamble: ${(node as { type: unknown }).type}`);
  }
}

export function encodeFormula(node: Formula, encoding: Encoding): readonly XmlNode[] {
  const again = writeAgain(node, encoding);
  if (again) return again;
  const eId = encoding.register.next(encoding.scope.prefix, 'formula');
  return [element('formula', { name: 'enactingFormula', eId }, [mixed('p', {}, encodeInlines(node.children, encoding))])];
}

export function encodeDecoration(node: Decoration): XmlElement {
  return mixed('p', {}, [mixed('decoration', {}, [node.value])]);
}

/** The schema wants a name; `recital` is that of a paragraph without opening phrase (“Nous, États Membres, …”). */
const NAMELESS = 'recital';

export function encodePreambularParagraph(node: PreambularParagraph, encoding: Encoding): readonly XmlNode[] {
  const again = writeAgain(node, encoding);
  if (again) return again;
  const eId = encoding.register.next(encoding.scope.prefix, 'container');
  const children = encodeListedBlocks(node.children, eId, encoding);
  return [element('container', { name: phraseOf(node) ?? NAMELESS, eId }, children.length > 0 ? children : [mixed('p')])];
}

/** The phrase that opens a preambular paragraph, as printed, without the comma after it. */
function phraseOf(node: PreambularParagraph): string | undefined {
  const first = node.children.find((block) => block.type === 'p');
  const phrase = first && findPhrase(first.children);
  if (!phrase) return undefined;
  const words = plainText(phrase.children).normalize('NFC');
  let end = words.length;
  while (end > 0 && ' ,،，'.includes(words.charAt(end - 1))) end--;
  return words.slice(0, end) || undefined;
}

function findPhrase(nodes: readonly Inline[]): Phrase | undefined {
  for (const node of nodes) {
    if (node.type === 'phrase') return node;
    // the phrase of a paragraph that is wholly in italics
    const inside = node.type === 'emphasis' ? findPhrase(node.children) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

/** Blocks where the schema wants lists as `blockList`: the text before one is its introduction, a single one at the end closes it. */
function encodeListedBlocks(blocks: readonly Block[], eId: string, encoding: Encoding): XmlNode[] {
  const { segments, tail } = segmentsOf(blocks);
  const encoded: XmlNode[] = [];
  for (const [k, { lead, list }] of segments.entries()) {
    const introduction = lead.at(-1)?.type === 'p' ? lead.at(-1) : undefined;
    append(encoded, encodeFlow(introduction ? lead.slice(0, -1) : lead, eId, encoding));
    const wrapUp = k === segments.length - 1 && tail.length === 1 && tail[0]?.type === 'p' ? tail[0] : undefined;
    encoded.push(
      encodeBlockList(
        list,
        introduction?.type === 'p' ? introduction.children : undefined,
        wrapUp?.children,
        encoding.register.next(`${eId}__`, 'list'),
        encoding,
      ),
    );
    if (wrapUp) return encoded;
  }
  return encoded.concat(encodeFlow(tail, eId, encoding));
}

function encodeBlockList(
  node: List,
  introduction: readonly Inline[] | undefined,
  wrapUp: readonly Inline[] | undefined,
  eId: string,
  encoding: Encoding,
): XmlElement {
  const children: XmlNode[] = [];
  if (introduction) {
    const intro = encoding.register.claim(`${eId}__intro`);
    children.push(mixed('listIntroduction', { eId: intro }, encodeInlines(introduction, encoding)));
  }
  const numbers = siblingNumbers(node.children.map((point) => point.num?.value));
  for (const [k, point] of node.children.entries()) {
    const again = againAs('item', point, encoding);
    children.push(...(again ?? [encodeItem(point, 'item', `${eId}__item_${numbers[k]}`, encoding)]));
  }
  if (wrapUp) {
    const end = encoding.register.claim(`${eId}__wrapup`);
    children.push(mixed('listWrapUp', { eId: end }, encodeInlines(wrapUp, encoding)));
  }
  return element('blockList', { eId }, children);
}

/**
 * A point among blocks.
 *
 * @param name of the element: `item`, in other flavours `li` or `indent`
 * @param eId what it is to be called, if that is free
 */
export function encodeItem(node: Point, name: string, eId: string, encoding: Encoding): XmlElement {
  const own = encoding.register.claim(eId);
  const blocks = encodeListedBlocks(node.children, own, encoding);
  return element(name, { eId: own }, [...encodeNum(node.num), ...(blocks.length > 0 ? blocks : [mixed('p')])]);
}

// ---------------------------------------------------------------------------------------------- decoding

export function decodePreamble(element: XmlElement, decoding: Decoding): Preamble {
  const pieces = element.children.map((child) => decodePreambleBlock(child, decoding));
  return hold({ type: 'preamble', children: [] }, [shell(element, pieces)]);
}

/** Recitals come as `container`, `recital` (in `recitals`), `block`, `crossHeading` or plain `p`. */
function decodePreambleBlock(element: XmlNode, decoding: Decoding): Piece {
  if (!isElement(element)) return opaqueOf(element);
  const name = nameOf(element);
  if (name === 'recitals' || name === 'citations') {
    return shell(
      element,
      element.children.map((child) => decodePreambleBlock(child, decoding)),
    );
  }
  if (name === 'formula') return decodeFormula(element, decoding);
  if (name === 'p' && childOf(element, 'decoration') && element.children.length === 1) return decodeDecoration(element);
  if (name === '' || (isBlank(element) && !isBlockName(name))) return opaqueOf(element);
  return decodePreambularParagraph(element, decoding);
}

const isBlockName = (name: string) => name === 'container' || name === 'recital';

export function decodeFormula(element: XmlElement, decoding: Decoding): Formula {
  const pieces = isRunning(element)
    ? decodeInlines(element.children, decoding)
    : element.children.map((child): Piece => {
        return isElement(child) ? shell(child, decodeInlines(child.children, decoding)) : child;
      });
  return hold({ type: 'formula', children: [] }, [shell(element, pieces)]);
}

/** @param element an element that holds a `decoration` and nothing else */
export function decodeDecoration(element: XmlElement): Decoration {
  return keep({ type: 'decoration', value: textIn(element) }, [element]);
}

export function decodePreambularParagraph(element: XmlElement, decoding: Decoding): PreambularParagraph {
  const opening = { role: decoding.ours ? undefined : ('preambularPhrase' as const) };
  const isLine = nameOf(element) === 'p' || nameOf(element) === 'crossHeading';
  const pieces = isLine
    ? [decodeP(element, decoding, opening)]
    : [shell(element, decodeBlocks(element.children, decoding, opening))];
  return hold({ type: 'preambularParagraph', children: [] }, pieces);
}
