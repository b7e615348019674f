/** Annexes, and the appendices in them: a `doc` each, with a preface, a preamble and a body of its own. */
import type { Attachment, BodyBlock, Heading, Inline, MainBody, Node, Opaque, Preamble } from '../ast.ts';
import { designationOf } from '../language/designation.ts';
import { element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeBodyItem, decodeBodyItems, decodeMainBody, encodeMainBody, mainBodyOf, scopeOfBody } from './body.ts';
import { childOf, type Decoding, factsOf, isBlank, isPlaceholder, nameOf } from './decoding.ts';
import type { Encoding } from './encoding.ts';
import { gather, type Item } from './gather.ts';
import { writeAgain } from './held.ts';
import type { Identity } from './identity.ts';
import { decodeInlines, encodeInlines, plainText } from './inline.ts';
import { iriSegment } from './iri.ts';
import { append, keep, nodesIn, type Piece, shell } from './kept.ts';
import { encodeIdentification } from './meta.ts';
import { capitalNumber, cleanNumber } from './number.ts';
import { decodePreamble, encodePreamble } from './preamble.ts';

/** The parts of one type, in order. */
export function partsOf<Part extends { type: string }, Type extends Part['type']>(
  parts: readonly Part[],
  type: Type,
): Extract<Part, { type: Type }>[] {
  return parts.filter((part): part is Extract<Part, { type: Type }> => part.type === type);
}

/**
 * None when there are no attachments.
 *
 * @param within component that holds them, `annex_1/`; empty for the statement itself
 */
export function encodeAttachments(
  nodes: readonly Attachment[],
  within: string,
  identity: Identity,
  encoding: Encoding,
): XmlElement[] {
  if (nodes.length === 0) return [];
  const numbers = numbersOf(nodes);
  const attachments = nodes.flatMap((node, k) => {
    const component = `${within}${node.kind}_${numbers[k]}`;
    return writeAgain(node, encoding) ?? [encodeAttachment(node, component, identity, encoding)];
  });
  return [element('attachments', {}, attachments)];
}

/** The numbers of annexes as printed, by which they are cited; their places when not all of them have one of their own. */
function numbersOf(nodes: readonly Attachment[]): string[] {
  const printed = nodes.map(({ number }) => iriSegment(number ?? ''));
  const names = new Set(nodes.map(({ kind }, k) => `${kind} ${printed[k]}`));
  return printed.includes('') || names.size < nodes.length ? nodes.map((_, k) => String(k + 1)) : printed;
}

function encodeAttachment(node: Attachment, component: string, identity: Identity, encoding: Encoding): XmlElement {
  const eId = encoding.register.next(encoding.scope.prefix, 'att');
  const bodies = partsOf<Preamble | MainBody | Attachment | Opaque, 'mainBody'>(node.children, 'mainBody');
  const scope = scopeOfBody(bodies, `${eId}__`, 'other', encoding.register);
  const inner = { ...encoding, scope };
  const lines = [
    ...(node.designation ? [mixed('p', {}, [mixed('docType', {}, encodeInlines(node.designation.children, inner))])] : []),
    ...(node.title ? [mixed('p', {}, [mixed('docTitle', {}, encodeInlines(node.title.children, inner))])] : []),
  ];
  const doc = element('doc', { name: node.kind, contains: 'originalVersion' }, [
    element('meta', {}, [encodeIdentification(identity, component, encoding)]),
    ...(lines.length > 0 ? [element('preface', {}, lines)] : []),
    ...encodePreamble(partsOf(node.children, 'preamble'), inner),
    encodeMainBody(bodies, 'other', inner),
    ...encodeAttachments(partsOf(node.children, 'attachment'), `${component}/`, identity, inner),
  ]);
  return element('attachment', { eId, 'ntoso:number': node.number }, [doc]);
}

// ---------------------------------------------------------------------------------------------- decoding

export function decodeAttachments(element: XmlElement, decoding: Decoding): Piece {
  const pieces = element.children.map((child): Piece => {
    return isElement(child) && nameOf(child) === 'attachment' ? decodeAttachment(child, decoding) : child;
  });
  return shell(element, pieces);
}

const annexed = (decoding: Decoding): Decoding => ({ ...decoding, phrases: false });

/** Ours is one annex; a published one may hold several, one after the other in one body. */
function decodeAttachment(element: XmlElement, outer: Decoding): Piece {
  const decoding = annexed(outer);
  const doc = childOf(element, 'doc');
  if (!doc) return isBlank(element) ? element : { type: 'opaque', xml: [element], children: [] };
  const body = childOf(doc, 'mainBody');
  if (!decoding.ours && body && !childOf(doc, 'preface')) {
    const annexes = shell(body, decodeAnnexes(body, decoding));
    const inner = shell(
      doc,
      doc.children.map((child) => (child === body ? annexes : child)),
    );
    return shell(
      element,
      element.children.map((child) => (child === doc ? inner : child)),
    );
  }
  const node: Attachment = {
    type: 'attachment',
    kind: doc.attributes.name === 'appendix' ? 'appendix' : 'annex',
    children: [],
  };
  const { number } = factsOf(element, ['number'] as const, {});
  if (number !== undefined) node.number = number;
  const pieces = doc.children.map((child): Piece => {
    if (!isElement(child)) return child;
    switch (nameOf(child)) {
      case 'preface':
        return shell(
          child,
          child.children.map((line) => (isElement(line) ? decodePrefaceLine(line, node, decoding) : line)),
        );
      case 'preamble':
        return decodePreamble(child, decoding);
      case 'mainBody':
        return decoding.ours && isPlaceholder(child) ? child : decodeMainBody(child, decoding);
      case 'attachments':
        return decodeAttachments(child, decoding);
      default:
        return nameOf(child) === 'meta' || isBlank(child) ? child : { type: 'opaque', xml: [child], children: [] };
    }
  });
  const heads = new Set<unknown>([node.designation, node.title]);
  node.children = nodesIn(pieces).filter((part): part is Attachment['children'][number] => !heads.has(part));
  return keep(node, [
    shell(
      element,
      element.children.map((child) => (child === doc ? shell(doc, pieces) : child)),
    ),
  ]);
}

/** `p/docType` is the designation, `p/docTitle` the title. */
function decodePrefaceLine(line: XmlElement, node: Attachment, decoding: Decoding): Piece {
  const pieces = line.children.map((child): Piece => {
    if (!isElement(child)) return child;
    const inner = decodeInlines(child.children, decoding);
    const heading = keep<Heading>({ type: 'heading', children: nodesIn<Inline>(inner) }, [shell(child, inner)]);
    if (nameOf(child) === 'docType' && !node.designation) node.designation = heading;
    else if (nameOf(child) === 'docTitle' && !node.title) node.title = heading;
    else return child;
    return heading;
  });
  return shell(line, pieces);
}

/** The annexes in one body: the first heading is a designation, “Annex I”, whatever it says; others open annexes if they say so. */
function decodeAnnexes(body: XmlElement, decoding: Decoding): Piece[] {
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
  const mainBody = keep<MainBody>({ type: 'mainBody', children: nodesIn<BodyBlock>(own) }, own);
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
