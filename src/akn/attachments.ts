/** Annexes, and the appendices in them: a `doc` each, with a preface, a preamble and a body of its own. */
import type { Attachment, MainBody, Preamble } from '../ast.ts';
import { element, mixed, type XmlElement } from '../xml/tree.ts';
import { encodeMainBody, scopeOfBody } from './body.ts';
import type { Encoding } from './encoding.ts';
import type { Identity } from './identity.ts';
import { encodeInlines } from './inline.ts';
import { iriSegment } from './iri.ts';
import { encodeIdentification } from './meta.ts';
import { encodePreamble } from './preamble.ts';

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
  const attachments = nodes.map((node, k) => {
    const component = `${within}${node.kind}_${numbers[k]}`;
    return encodeAttachment(node, component, identity, encoding);
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
  const bodies = partsOf<Preamble | MainBody | Attachment, 'mainBody'>(node.children, 'mainBody');
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
  return element('attachment', { eId }, [doc]);
}
