/** Tree → XML of Akoma Ntoso, and back; characters are the affair of others. */
import type { Collection, Resolution, Root } from '../ast.ts';
import { type Diagnostic, diagnostic } from '../diagnostics.ts';
import type { ReadXmlResult } from '../xml/read.ts';
import { element, isElement, type XmlDocument, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { encodeAttachments, partsOf } from './attachments.ts';
import { encodeMainBody, scopeOfBody } from './body.ts';
import { encodeConclusions } from './conclusions.ts';
import { encodeCoverPage } from './cover.ts';
import { NTOSO, nameOf, usesOurNamespace } from './decoding.ts';
import { DEEPEST, limitDepth } from './depth.ts';
import { eIds, repeatedIds } from './eid.ts';
import { beginEncoding, type ToAknOptions } from './encoding.ts';
import { type Identity, identify, identifyCollection } from './identity.ts';
import { forgetful, keep, opaque, shell } from './kept.ts';
import { encodeMeta } from './meta.ts';
import { encodePreamble } from './preamble.ts';
import { encodePreface } from './preface.ts';
import { encodeAgain } from './rewrite.ts';
import { decodeCollection, decodeStatement, kindOf } from './statement.ts';

/**
 * A tree as the XML of Akoma Ntoso.
 *
 * @throws TypeError as `toAkn`
 */
export function encodeDocument(tree: Root, options: ToAknOptions = {}): XmlDocument {
  if (tree?.type !== 'resolution' && tree?.type !== 'collection')
    throw new TypeError('a tree is a resolution or a collection, as fromText and fromAkn give it');
  if (!Array.isArray(tree.children) || typeof tree.metadata !== 'object')
    throw new TypeError(`${tree.type} without children or metadata`);
  const limited = limitDepth<Root>(tree);
  if (limited !== tree) options.report?.(diagnostic('too-deep', [String(DEEPEST)]));

  if (limited.data?.akn) return encodeAgain(limited, options) ?? encodeDocument(forgetful(limited), options);
  const content = limited.type === 'resolution' ? [encodeStatement(limited, '', options)] : encodeCollection(limited, options);
  const attributes = {
    xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0',
    'xmlns:akn4un': 'http://un.org/akn4un',
    // our own namespace only where something needs it
    ...(content.some(usesOurNamespace) && { 'xmlns:ntoso': NTOSO }),
  };
  return { root: element('akomaNtoso', attributes, content), before: [], after: [] };
}

function encodeStatement(tree: Resolution, prefix: string, options: ToAknOptions): XmlElement {
  const { metadata, children } = tree;
  const identity = identify(metadata, () => openingOf(tree), options.adoptionDate);
  report(identity, options);
  const bodies = partsOf(children, 'mainBody');
  const register = eIds();
  const body = scopeOfBody(bodies, prefix, metadata.kind, register);
  const encoding = beginEncoding(metadata, identity, options, register, body);
  // in the order of the text: notes are numbered as they come
  const parts = [
    ...encodeCoverPage(partsOf(children, 'coverPage'), encoding),
    ...encodePreface(partsOf(children, 'preface'), metadata.kind, encoding),
    ...encodePreamble(partsOf(children, 'preamble'), encoding),
    encodeMainBody(bodies, metadata.kind, encoding),
    ...encodeConclusions(partsOf(children, 'conclusions'), encoding),
    ...encodeAttachments(partsOf(children, 'attachment'), '', identity, encoding),
  ];
  const vote = partsOf(children, 'conclusions')
    .flatMap((conclusions) => conclusions.children)
    .find((node) => node.type === 'vote');
  const meta = encodeMeta(identity, vote && { eId: `${prefix}vote_1`, node: vote }, children, encoding);
  return element('statement', { name: metadata.kind, contains: 'originalVersion' }, [meta, ...parts]);
}

/** Resolutions A, B … are components; the collection has what they have in common. Without any it is a statement. */
function encodeCollection(tree: Collection, options: ToAknOptions): XmlElement[] {
  const { metadata, children } = tree;
  const parts = partsOf(children, 'resolution');
  const common = children.filter((child) => child.type !== 'resolution');
  if (parts.length === 0) return [encodeStatement({ type: 'resolution', metadata, children: common }, '', options)];

  const identity = identifyCollection(metadata, () => openingOf(tree), options.adoptionDate);
  report(identity, options);
  const register = eIds();
  const scope = scopeOfBody([], '', metadata.kind, register);
  const encoding = beginEncoding(metadata, identity, options, register, scope);
  const cover = encodeCoverPage(partsOf(common, 'coverPage'), encoding);
  const preface = encodePreface(partsOf(common, 'preface'), metadata.kind, encoding);
  const letters = lettersOf(parts);
  const references = parts.map((part, k) => {
    const showAs = part.metadata.symbol ?? part.metadata.number ?? letters[k] ?? '';
    const reference = element('documentRef', { eId: `dref_${k + 1}`, href: `#cmp_${letters[k]}`, showAs });
    return element('component', { eId: `collectionBody__cmp_${k + 1}` }, [reference]);
  });
  const meta = encodeMeta(
    identity,
    undefined,
    common.filter((part) => part.type !== 'opaque'),
    encoding,
    parts[0]?.metadata.kind,
  );
  const components = parts.map((part, k) =>
    element('component', { eId: `cmp_${letters[k]}` }, [encodeStatement(part, `cmp_${letters[k]}__`, options)]),
  );
  const attributes = { name: 'publicationResolution', contains: 'originalVersion' };
  return [
    element('documentCollection', attributes, [meta, ...cover, ...preface, element('collectionBody', {}, references)]),
    element('components', {}, components),
  ];
}

/** The letters of the parts, from their symbols; by their places when not all have one of their own. */
function lettersOf(parts: readonly Resolution[]): string[] {
  const printed = parts.map(({ metadata }) => / ([A-Z])$/.exec(metadata.symbol ?? metadata.number ?? '')?.[1]);
  const distinct = new Set(printed).size === parts.length && !printed.includes(undefined);
  return parts.map((_, k) => (distinct ? (printed[k] as string) : String(k + 1)));
}

function report({ diagnostics }: Identity, options: ToAknOptions): void {
  if (options.report) for (const message of diagnostics) options.report(message);
}

/** The first words of a document without title: what identifies it when it has no number either. */
function openingOf(tree: Root): string {
  const stack: unknown[] = [...tree.children].reverse();
  let opening = '';
  for (let node = stack.pop(); node !== undefined && opening.length < 1000; node = stack.pop()) {
    const { value, children } = node as { value?: string; children?: readonly unknown[] };
    opening += value ? ` ${value}` : '';
    if (children) for (let k = children.length - 1; k >= 0; k--) stack.push(children[k]);
  }
  return opening;
}

// ---------------------------------------------------------------------------------------------- reading

export interface FromAknResult {
  tree: Root;
  diagnostics: Diagnostic[];
}

/**
 * The tree in the XML of a document.
 *
 * @param diagnostics what is already known to be wrong with it; a tree with an error is marked incomplete
 */
export function decodeDocument({ root, before, after, diagnostics }: ReadXmlResult): FromAknResult {
  const found = [...diagnostics];
  const tree = root ? decodeRoot(root, found) : nothing();
  const kept = tree.data?.akn;
  if (root && kept) {
    kept.xml = [...before, ...kept.xml, ...after];
    const repeated = repeatedIds(root);
    if (repeated.length > 0) kept.repeated = repeated;
  }
  if (found.some(({ severity }) => severity === 'error')) tree.data = { ...tree.data, incomplete: true };
  return { tree, diagnostics: found };
}

const nothing = (): Resolution => ({
  type: 'resolution',
  metadata: { kind: 'other', organ: 'un', language: 'und' },
  children: [],
});

function decodeRoot(root: XmlElement, diagnostics: Diagnostic[]): Root {
  const collection = decodeCollection(root);
  if (collection) return collection;
  const document = root.children.find((child): child is XmlElement => isElement(child));
  const kind = document && kindOf(document);
  if (document && kind && nameOf(root) === 'akomaNtoso') {
    const tree = decodeStatement(document, kind);
    const xml = (tree.data?.akn?.xml ?? []) as XmlNode[];
    const at = root.children.indexOf(document);
    const within = shell(root, [...root.children.slice(0, at), ...xml, ...root.children.slice(at + 1)]);
    if (tree.data?.akn) tree.data.akn.xml = [within as unknown as XmlElement<number>];
    return tree;
  }
  const name = document?.attributes.name;
  diagnostics.push(
    diagnostic('not-a-resolution', [
      `it is ${document ? `<${document.name}${name ? ` name="${name}"` : ''}>` : `<${root.name}>`}`,
    ]),
  );
  const whole = opaque(root);
  return keep({ ...nothing(), children: [whole] }, [whole]);
}
