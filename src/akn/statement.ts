/** A document as a tree: a statement, or several that were published as one. */
import type { Collection, DocumentKind, EmbeddedStructure, MainBody, Paragraph, Part, Resolution } from '../ast.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeBodyWithAnnexes } from './annexes.ts';
import { decodeAttachments } from './attachments.ts';
import { decodeBodyBlocks, decodeMainBody } from './body.ts';
import { decodeConclusions } from './conclusions.ts';
import { decodeCoverPage } from './cover.ts';
import { childOf, type Decoding, isOfDraft, isPlaceholder, nameOf } from './decoding.ts';
import { hold, keep, nodesIn, opaqueOf, type Piece, shell } from './kept.ts';
import { decodingOf, metadataIn, withFacts } from './metadata.ts';
import { decodePreamble } from './preamble.ts';
import { decodePreface } from './preface.ts';

/** Names of statements, in AKN4UN's words and in the Secretariat's. */
const KINDS: ReadonlyMap<string, DocumentKind> = new Map([
  ['resolution', 'resolution'],
  ['resolutionDraft', 'resolutionDraft'],
  ['draftResolution', 'resolutionDraft'],
  ['draft resolution', 'resolutionDraft'],
  ['decision', 'decision'],
  ['presidentialStatement', 'presidentialStatement'],
  ['other', 'other'],
] as const);

/** What kind of deliberation an element is; undefined for what is none. */
export function kindOf(element: XmlElement): DocumentKind | undefined {
  return nameOf(element) === 'statement' ? KINDS.get(element.attributes.name ?? '') : undefined;
}

/** @param element a `statement` */
export function decodeStatement(element: XmlElement, kind: DocumentKind): Resolution {
  const meta = childOf(element, 'meta');
  const decoding = decodingOf(meta);
  const pieces = element.children.map((child) => decodePart(child, decoding));
  const children = nodesIn<Part>(pieces);
  const found = metadataIn(meta, kind, children);
  const metadata = decoding.ours ? withFacts(found, meta) : found;
  const node = keep<Resolution>({ type: 'resolution', metadata, children }, [shell(element, pieces)]);
  return rememberMetadata(node);
}

function rememberMetadata<Root extends Resolution | Collection>(node: Root): Root {
  const { agendaItems } = node.metadata;
  if (node.data?.akn) node.data.akn.metadata = { ...node.metadata, ...(agendaItems && { agendaItems: [...agendaItems] }) };
  return node;
}

const isAroundStatements = (element: XmlElement) => nameOf(element) === 'components' || nameOf(element) === 'component';

function decodePart(child: XmlNode, decoding: Decoding): Piece {
  if (!isElement(child)) return opaqueOf(child);
  if (isAroundStatements(child)) {
    return shell(
      child,
      child.children.map((inside) => decodePart(inside, decoding)),
    );
  }
  switch (nameOf(child)) {
    case 'coverPage':
      return decodeCoverPage(child, decoding);
    case 'preface':
      return decodePreface(child, decoding);
    case 'preamble':
      return decodePreamble(child, decoding);
    case 'mainBody':
      if (decoding.ours) return isPlaceholder(child) ? child : decodeMainBody(child, decoding);
      return decodeBodyWithAnnexes(child, decoding);
    case 'conclusions':
      return decodeConclusions(child, decoding);
    case 'attachments':
      return decodeAttachments(child, decoding);
    case 'statement':
      return shell(child, decodeDraft(child.children, decoding));
    case 'meta':
      return child;
    default:
      return opaqueOf(child);
  }
}

/**
 * A draft beside the text that recommends it: a structure in a body of its own, as it would stand in a paragraph of the first. What
 * is printed behind the draft is of the document, not of the draft: its `conclusions` are the meeting that adopted both.
 */
function decodeDraft(nodes: readonly XmlNode[], decoding: Decoding): Piece[] {
  const isText = (node: XmlNode): node is XmlElement => isElement(node) && isOfDraft(node);
  const start = nodes.findIndex(isText);
  const end = nodes.findLastIndex(isText) + 1;
  const around = (some: readonly XmlNode[]) => some.map((node) => decodePart(node, decoding));
  if (start < 0) return around(nodes);
  const text = nodes
    .slice(start, end)
    .map((node): Piece => (isText(node) ? shell(node, decodeBodyBlocks(node.children, decoding)) : node));
  const structure = hold<EmbeddedStructure>({ type: 'embeddedStructure', children: [] }, text);
  const paragraph = hold<Paragraph>({ type: 'paragraph', children: [] }, [structure]);
  const body = hold<MainBody>({ type: 'mainBody', children: [] }, [paragraph]);
  return [...around(nodes.slice(0, start)), body, ...around(nodes.slice(end))];
}

/** What the resolutions of a collection have in common. */
const COMMON = new Set(['meta', 'coverPage', 'preface']);

/** Resolutions A, B …: a `documentCollection` with what they have in common, and the `components` that follow it. */
export function decodeCollection(root: XmlElement): Collection | undefined {
  const collection = childOf(root, 'documentCollection');
  if (!collection || !childOf(root, 'components')) return undefined;
  const meta = childOf(collection, 'meta');
  const decoding = decodingOf(meta);
  const visit = (node: XmlNode): Piece => {
    if (!isElement(node)) return opaqueOf(node);
    if (isAroundStatements(node)) return shell(node, node.children.map(visit));
    const kind = kindOf(node);
    return kind ? decodeStatement(node, kind) : opaqueOf(node);
  };
  const pieces = root.children.map((child): Piece => {
    if (child !== collection) return visit(child);
    const isCommon = (part: XmlNode) => isElement(part) && COMMON.has(nameOf(part));
    const own = child.children.map((part) => (isCommon(part) ? decodePart(part, decoding) : opaqueOf(part)));
    return shell(child, own);
  });
  const children = nodesIn<Collection['children'][number]>(pieces);
  const first = children.find((child) => child.type === 'resolution');
  if (!first) return undefined;
  const parts = children.filter((child) => child.type !== 'resolution');
  const found = metadataIn(meta, first.metadata.kind, parts);
  const metadata = decoding.ours ? withFacts(found, meta) : found;
  return rememberMetadata(keep<Collection>({ type: 'collection', metadata, children }, [shell(root, pieces)]));
}
