/** Annexes as published files have them: one after the other in a body, each begun by a heading that says so. */
import type { Attachment, BodyBlock, Heading, MainBody, Node } from '../ast.ts';
import { designationOf } from '../language/designation.ts';
import { plainText } from '../words.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeBodyItem, decodeBodyItems, mainBodyOf } from './body.ts';
import type { Decoding } from './decoding.ts';
import { gather, type Item } from './gather.ts';
import { append, hold, keep, nodesIn, type Piece, shell } from './kept.ts';
import { capitalNumber, cleanNumber } from './number.ts';

/** In annexes no phrases are looked for. */
export const annexed = (decoding: Decoding): Decoding => ({ ...decoding, phrases: false });

/** The annexes in one body: the first heading is a designation, “Annex I”, whatever it says; others open annexes if they say so. */
export function decodeAnnexes(body: XmlElement, decoding: Decoding): Piece[] {
  const items = decodeBodyItems(body.children, decoding);
  const first = items.findIndex(isItem);
  if (first < 0) return items as XmlNode[];
  return [...(items.slice(0, first) as XmlNode[]), ...annexesIn(items.slice(first), decoding)];
}

/** A main body, and the annexes that stand in it in some published files. */
export function decodeBodyWithAnnexes(body: XmlElement, decoding: Decoding): Piece {
  let start = -1;
  const items = body.children.map((_, k) => {
    const item = decodeBodyItem(body.children, k, start < 0 ? decoding : annexed(decoding));
    if (start < 0 && designationOf(wordsOfHeading(item), decoding.language)) start = k;
    return item;
  });
  if (start < 0) return mainBodyOf(body, gather(items, true));
  const own = gather(items.slice(0, start), true);
  const mainBody = hold<MainBody>({ type: 'mainBody', children: [] }, own);
  return shell(body, [mainBody, ...annexesIn(items.slice(start), decoding)]);
}

/** @param items from the first designation on. An appendix belongs to the annex before it. */
function annexesIn(items: readonly (Item | XmlNode)[], decoding: Decoding): Attachment[] {
  const starts = items.flatMap((item, k) => (k === 0 || designationOf(wordsOfHeading(item), decoding.language) ? [k] : []));
  const annexes: { node: Attachment; pieces: Piece[] }[] = [];
  for (const [k, start] of starts.entries()) {
    const annex = decodeAnnex(items.slice(start, starts[k + 1]), decoding);
    const host = annexes.findLast(({ node }) => node.kind === 'annex');
    if (annex.node.kind === 'appendix' && host) {
      const appendix = keep(annex.node, annex.pieces);
      host.node.children.push(appendix);
      host.pieces.push(appendix);
    } else annexes.push(annex);
  }
  return annexes.map(({ node, pieces }) => keep(node, pieces));
}

const isItem = (item: Item | XmlNode | undefined): item is Item => typeof item === 'object' && 'node' in item;

function headingOfItem(item: Item | XmlNode | undefined): Heading | undefined {
  return isItem(item) && item.flat && item.node.type === 'section' && !item.node.num ? item.node.heading : undefined;
}

function wordsOfHeading(item: Item | XmlNode | undefined): string {
  const heading = headingOfItem(item);
  return heading ? plainText(heading.children) : '';
}

function decodeAnnex(items: readonly (Item | XmlNode)[], decoding: Decoding): { node: Attachment; pieces: Piece[] } {
  const designated = designationOf(wordsOfHeading(items[0]), decoding.language);
  const number = designated?.number && normalNumber(designated.number.toUpperCase());
  const kind = designated?.kind ?? 'annex';
  const node: Attachment = { type: 'attachment', kind, ...(number && { number }), children: [] };
  const pieces: Piece[] = [];
  let k = 0;
  const takeHeading = (): Heading | undefined => {
    const at = items.findIndex((item, n) => n >= k && isItem(item));
    const heading = headingOfItem(items[at]);
    if (!heading) return undefined;
    append(pieces, items.slice(k, at) as XmlNode[]);
    append(pieces, (items[at] as Item).pieces as Piece[]);
    k = at + 1;
    return heading;
  };
  // the line under a designation is the title even in the style of text
  const takeTitle = (): Heading | undefined => {
    const at = items.findIndex((item, n) => n >= k && isItem(item));
    const item = items[at];
    const line = isItem(item) && item.node.type === 'paragraph' && !item.node.num ? item.node.children : [];
    const [p] = line;
    if (!isItem(item) || line.length !== 1 || p?.type !== 'p' || !isTitle(plainText(p.children))) return undefined;
    const heading: Heading = { ...p, type: 'heading' };
    append(pieces, items.slice(k, at) as XmlNode[]);
    append(
      pieces,
      (item.pieces ?? []).map((piece) => replaced(piece, p, heading)),
    );
    k = at + 1;
    return heading;
  };
  const designation = takeHeading();
  if (designation) node.designation = designation;
  const title = designation && (takeHeading() ?? takeTitle());
  if (title) node.title = title;
  const rest = gather(items.slice(k), true);
  const children = nodesIn<BodyBlock>(rest);
  if (children.length > 0) {
    const mainBody = keep<MainBody>({ type: 'mainBody', children }, rest);
    node.children.push(mainBody);
    pieces.push(mainBody);
  } else append(pieces, rest);
  return { node, pieces };
}

/** `II`, `B`, `2` in Arabic digits; other marks as they are, cleaned. */
function normalNumber(printed: string): string {
  const value = capitalNumber(printed)?.value;
  return value === undefined ? cleanNumber(printed) : String(value);
}

const isTitle = (words: string): boolean => words !== '' && words.length < 200 && !/[.,;:!?。，；：]$/.test(words);

/** A piece in which one node stands for another. */
function replaced(piece: Piece, from: Node, to: Node): Piece {
  if (piece === from) return to;
  return isElement(piece) ? { ...piece, children: piece.children.map((child) => replaced(child, from, to)) } : piece;
}
