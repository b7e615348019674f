/** The `meta` block: identification, workflow, analysis, references, presentation. */
import type { Metadata, Part, Vote } from '../ast.ts';
import { element, type XmlElement } from '../xml/tree.ts';
import { resultOf } from './conclusions.ts';
import { type Encoding, refer } from './encoding.ts';
import type { Identity } from './identity.ts';
import { isDay } from './iri.ts';
import { encodeFacts, metadataIn } from './metadata.ts';
import { references } from './references.ts';

/**
 * The whole block. It is made last: it declares what the text has referred to.
 *
 * @param vote eId of the vote and the vote, if the text has one
 * @param parts of the document, which say of it what `meta` need not repeat
 * @param kind what the elements make of the document
 */
export function encodeMeta(
  identity: Identity,
  vote: { eId: string; node: Vote } | undefined,
  parts: readonly Part[],
  encoding: Encoding,
  kind = encoding.metadata.kind,
): XmlElement {
  const { metadata } = encoding;
  const blocks = [
    encodeIdentification(identity, 'main', encoding),
    ...encodeWorkflow(identity, encoding),
    ...(vote ? [encodeAnalysis(vote, encoding)] : []),
  ];
  const presentation = metadata.jobNumber === undefined ? [] : [encodePresentation(metadata.jobNumber, encoding)];
  // what the reader would not find in all this
  const found = metadataIn(element('meta', {}, [...blocks, ...presentation]), kind, parts);
  return element('meta', {}, [...blocks, references(encoding.used), ...encodeFacts(found, metadata), ...presentation]);
}

/**
 * Work, Expression and Manifestation.
 *
 * @param component `main`, or that of an annex: `annex_1`
 */
export function encodeIdentification(identity: Identity, component: string, encoding: Encoding): XmlElement {
  const { metadata, options } = encoding;
  const { work, organ } = identity;
  const isMain = component === 'main';
  const expression = `${work}/${metadata.language}@`;
  const issued = isDay(metadata.issueDate)
    ? { date: metadata.issueDate, name: 'publication' }
    : { date: identity.date, name: identity.dateName };
  const markup = isDay(options.markupDate) ? { date: options.markupDate, name: 'markup' } : issued;
  const author = (id: typeof organ | 'tool', as: 'author' | 'issuer' | 'editor') =>
    element('FRBRauthor', { href: refer(encoding, id), as: refer(encoding, as) });
  const of = (iri: string, suffix = '') => [
    element('FRBRthis', { value: `${iri}/!${component}${suffix}` }),
    element('FRBRuri', { value: `${iri}${suffix}` }),
  ];
  return element('identification', { source: refer(encoding, 'tool') }, [
    element('FRBRWork', {}, [
      ...of(work),
      ...(isMain ? encodeAliases(identity) : []),
      element('FRBRdate', { date: identity.date, name: identity.dateName }),
      author(organ, 'author'),
      element('FRBRcountry', { value: 'un' }),
      ...(isMain ? encodeNumber(identity, metadata) : []),
    ]),
    element('FRBRExpression', {}, [
      ...of(expression),
      element('FRBRdate', issued),
      author(organ, 'issuer'),
      element('FRBRlanguage', { language: metadata.language }),
    ]),
    element('FRBRManifestation', {}, [
      ...of(expression, '.xml'),
      ...(isMain && metadata.source !== undefined ? [element('FRBRalias', { name: 'source', value: metadata.source })] : []),
      element('FRBRdate', markup),
      author('tool', 'editor'),
      element('FRBRformat', { value: 'xml' }),
    ]),
  ]);
}

function encodeAliases({ symbol, published }: Identity): XmlElement[] {
  return [
    ...(symbol ? [element('FRBRalias', { name: 'symbol', value: symbol })] : []),
    ...(published ? [element('FRBRalias', { name: 'unPublished', value: published })] : []),
  ];
}

function encodeNumber({ subtype, number, showAs }: Identity, { title }: Metadata): XmlElement[] {
  return [
    element('FRBRsubtype', { value: subtype }),
    element('FRBRnumber', { value: number, showAs }),
    ...(title ? [element('FRBRname', { value: title })] : []),
  ];
}

/** The one step whose day a text gives. A step without a day is not written. */
function encodeWorkflow({ organ, date, dateName }: Identity, encoding: Encoding): XmlElement[] {
  const { kind } = encoding.metadata;
  if (dateName !== 'adoption' || (kind !== 'resolution' && kind !== 'decision')) return [];
  const step = { date, by: refer(encoding, organ), as: refer(encoding, 'author'), outcome: refer(encoding, 'adopted') };
  return [element('workflow', { source: refer(encoding, 'tool') }, [element('step', step)])];
}

function encodeAnalysis(vote: { eId: string; node: Vote }, encoding: Encoding): XmlElement {
  const { outcome, counts } = resultOf(vote.node);
  const children = counts.map(({ side, value }) => element('count', { value, refersTo: refer(encoding, side) }));
  // the schema wants a child
  if (children.length === 0) children.push(element('quorum', { value: '' }));
  const voting = element('voting', { outcome: refer(encoding, outcome), href: `#${vote.eId}` }, children);
  return element('analysis', { source: refer(encoding, 'tool') }, [element('parliamentary', {}, [voting])]);
}

function encodePresentation(jobNumber: string, encoding: Encoding): XmlElement {
  const number = element('docketNumber', { refersTo: refer(encoding, 'publicationJobNumber') }, [jobNumber]);
  const code = element('akn4un:internalCode', {}, [number]);
  const page = element('akn4un:footerFirstPage', {}, [element('akn4un:footerFirstPageLeft', {}, [code])]);
  return element('presentation', { source: refer(encoding, 'tool') }, [page]);
}
