/** Annexes, and the appendices in them: a `doc` each, with a preface, a preamble and a body of its own. */
import type { Attachment, Heading, MainBody, Opaque, Preamble } from '../ast.ts';
import { element, isElement, mixed, type XmlElement } from '../xml/tree.ts';
import { annexed, decodeAnnexes } from './annexes.ts';
import { decodeMainBody, encodeMainBody, scopeOfBody } from './body.ts';
import { childOf, type Decoding, factsOf, isPlaceholder, nameOf } from './decoding.ts';
import type { Encoding } from './encoding.ts';
import { writeAgain } from './held.ts';
import type { Identity } from './identity.ts';
import { decodeInlines, encodeInlines } from './inline.ts';
import { iriSegment } from './iri.ts';
import { hold, keep, nodesIn, opaqueOf, type Piece, shell } from './kept.ts';
import { encodeIdentification } from './meta.ts';
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
    return isElement(child) && nameOf(child) === 'attachment' ? decodeAttachment(child, decoding) : opaqueOf(child);
  });
  return shell(element, pieces);
}

/** Ours is one annex; a published one may hold several, one after the other in one body. */
function decodeAttachment(element: XmlElement, outer: Decoding): Piece {
  const decoding = annexed(outer);
  const doc = childOf(element, 'doc');
  if (!doc) return opaqueOf(element);
  const body = childOf(doc, 'mainBody');
  if (!decoding.ours && body && !childOf(doc, 'preface')) {
    const annexes = shell(body, decodeAnnexes(body, decoding));
    const inner = shell(
      doc,
      doc.children.map((child) => (child === body ? annexes : child)),
    );
    return shell(
      element,
      element.children.map((child) => (child === doc ? inner : opaqueOf(child))),
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
    if (!isElement(child)) return opaqueOf(child);
    switch (nameOf(child)) {
      case 'preface':
        return shell(
          child,
          child.children.map((line) => (isElement(line) ? decodePrefaceLine(line, node, decoding) : opaqueOf(line))),
        );
      case 'preamble':
        return decodePreamble(child, decoding);
      case 'mainBody':
        return decoding.ours && isPlaceholder(child) ? child : decodeMainBody(child, decoding);
      case 'attachments':
        return decodeAttachments(child, decoding);
      case 'meta':
        return child;
      default:
        return opaqueOf(child);
    }
  });
  const heads = new Set<unknown>([node.designation, node.title]);
  node.children = nodesIn(pieces).filter((part): part is Attachment['children'][number] => !heads.has(part));
  return keep(node, [
    shell(
      element,
      element.children.map((child) => (child === doc ? shell(doc, pieces) : opaqueOf(child))),
    ),
  ]);
}

/** `p/docType` is the designation, `p/docTitle` the title. */
function decodePrefaceLine(line: XmlElement, node: Attachment, decoding: Decoding): Piece {
  const pieces = line.children.map((child): Piece => {
    if (!isElement(child)) return opaqueOf(child);
    const inner = decodeInlines(child.children, decoding);
    const heading = hold<Heading>({ type: 'heading', children: [] }, [shell(child, inner)]);
    if (nameOf(child) === 'docType' && !node.designation) node.designation = heading;
    else if (nameOf(child) === 'docTitle' && !node.title) node.title = heading;
    else return opaqueOf(child);
    return heading;
  });
  return shell(line, pieces);
}
