/** The preamble: enacting formula, preambular paragraphs, and the lists in them. */
import type { Block, Decoration, Formula, Inline, List, Phrase, Preamble, PreambularParagraph } from '../ast.ts';
import { element, mixed, type XmlElement } from '../xml/tree.ts';
import { encodeFlow, segmentsOf } from './block.ts';
import type { Encoding } from './encoding.ts';
import { encodeInlines, plainText } from './inline.ts';
import { siblingNumbers } from './number.ts';

/** None when there is nothing in it. */
export function encodePreamble(nodes: readonly Preamble[], encoding: Encoding): XmlElement[] {
  const children = nodes.flatMap((preamble) => preamble.children).map((node) => encodePreambleBlock(node, encoding));
  return children.length > 0 ? [element('preamble', {}, children)] : [];
}

function encodePreambleBlock(node: Preamble['children'][number], encoding: Encoding): XmlElement {
  switch (node.type) {
    case 'formula':
      return encodeFormula(node, encoding);
    case 'preambularParagraph':
      return encodePreambularParagraph(node, encoding);
    case 'decoration':
      return encodeDecoration(node);
    default:
      throw new TypeError(`not of a preamble: ${(node as { type: unknown }).type}`);
  }
}

export function encodeFormula(node: Formula, encoding: Encoding): XmlElement {
  const eId = encoding.register.next(encoding.scope.prefix, 'formula');
  return element('formula', { name: 'enactingFormula', eId }, [mixed('p', {}, encodeInlines(node.children, encoding))]);
}

export function encodeDecoration(node: Decoration): XmlElement {
  return mixed('p', {}, [mixed('decoration', {}, [node.value])]);
}

/** The schema wants a name; `recital` is that of a paragraph without opening phrase (“Nous, États Membres, …”). */
const NAMELESS = 'recital';

export function encodePreambularParagraph(node: PreambularParagraph, encoding: Encoding): XmlElement {
  const eId = encoding.register.next(encoding.scope.prefix, 'container');
  const children = encodeListedBlocks(node.children, eId, encoding);
  return element('container', { name: phraseOf(node) ?? NAMELESS, eId }, children.length > 0 ? children : [mixed('p')]);
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
function encodeListedBlocks(blocks: readonly Block[], eId: string, encoding: Encoding): XmlElement[] {
  const { segments, tail } = segmentsOf(blocks);
  const encoded: XmlElement[] = [];
  for (const [k, { lead, list }] of segments.entries()) {
    const introduction = lead.at(-1)?.type === 'p' ? lead.at(-1) : undefined;
    encoded.push(...encodeFlow(introduction ? lead.slice(0, -1) : lead, eId, encoding));
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
  const children: XmlElement[] = [];
  if (introduction) {
    const intro = encoding.register.claim(`${eId}__intro`);
    children.push(mixed('listIntroduction', { eId: intro }, encodeInlines(introduction, encoding)));
  }
  const numbers = siblingNumbers(node.children.map((point) => point.num?.value));
  for (const [k, point] of node.children.entries()) {
    const item = encoding.register.claim(`${eId}__item_${numbers[k]}`);
    const blocks = encodeListedBlocks(point.children, item, encoding);
    const num = point.num ? [mixed('num', {}, [point.num.value])] : [];
    children.push(element('item', { eId: item }, [...num, ...(blocks.length > 0 ? blocks : [mixed('p')])]));
  }
  if (wrapUp) {
    const end = encoding.register.claim(`${eId}__wrapup`);
    children.push(mixed('listWrapUp', { eId: end }, encodeInlines(wrapUp, encoding)));
  }
  return element('blockList', { eId }, children);
}
