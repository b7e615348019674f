/** The facts about a document, from its `meta` block and from its parts. */
import type { Adoption, DocumentKind, LanguageCode, MastheadLine, MastheadRole, Metadata, Organ, Part, Title } from '../ast.ts';
import { plainText } from '../words.ts';
import { element, isElement, type XmlElement } from '../xml/tree.ts';
import { childOf, type Decoding, elementsIn, nameOf, textIn } from './decoding.ts';
import { isDay, plainSymbol, seriesOf } from './iri.ts';
import { type WorkLink, workOf } from './link.ts';

const LANGUAGES: readonly string[] = ['eng', 'fra', 'spa', 'rus', 'ara', 'zho'];

type Facts = { [Key in keyof Metadata]?: Metadata[Key] | undefined };

/**
 * What a `meta` block and the parts of its document say. The masthead comes first: the published blocks have the typos.
 *
 * @param meta absent in files that have none
 * @param parts as they were decoded
 */
export function metadataIn(meta: XmlElement | undefined, kind: DocumentKind, parts: readonly Part[]): Metadata {
  const identification = childOf(meta, 'identification');
  const work = childOf(identification, 'FRBRWork');
  const expression = childOf(identification, 'FRBRExpression');
  const link = linkIn(work);
  const aliasIn = (level: XmlElement | undefined, name: string) =>
    elementsIn(level?.children ?? []).find((one) => nameOf(one) === 'FRBRalias' && one.attributes.name === name)?.attributes
      .value;
  const alias = aliasIn(work, 'symbol');
  const adopted = childOf(work, 'FRBRdate')?.attributes;
  const issued = childOf(expression, 'FRBRdate')?.attributes;
  const isAdoption = adopted?.name === 'adoption' || adopted?.name === 'voting';
  const facts = addKnown(factsIn(parts), {
    kind,
    organ: link?.organ ?? 'un',
    language: languageIn(expression),
    title: childOf(work, 'FRBRname')?.attributes.value,
    adoptionDate: isAdoption && isDay(adopted.date) ? adopted.date : undefined,
    issueDate: issued?.name === 'publication' && isDay(issued.date) ? issued.date : undefined,
    jobNumber: jobNumberIn(meta),
    source: aliasIn(childOf(identification, 'FRBRManifestation'), 'source'),
  });
  facts.symbol = alias ?? facts.symbol ?? (link && ofKind(link.symbol, link.organ, kind));
  const showAs = childOf(work, 'FRBRnumber')?.attributes.showAs;
  facts.number = facts.number ?? (showAs?.startsWith('[') ? undefined : showAs);
  return addKnown(facts, {}) as Metadata;
}

function linkIn(work: XmlElement | undefined): WorkLink | undefined {
  return workOf(childOf(work, 'FRBRuri')?.attributes.value ?? childOf(work, 'FRBRthis')?.attributes.value ?? '');
}

function languageIn(expression: XmlElement | undefined): LanguageCode {
  const language = childOf(expression, 'FRBRlanguage')?.attributes.language ?? '';
  return (LANGUAGES.includes(language) ? language : 'und') as LanguageCode;
}

/** What must be known of a document before its parts can be decoded. */
export function decodingOf(meta: XmlElement | undefined): Decoding {
  const identification = childOf(meta, 'identification');
  const ours = identification?.attributes.source === '#tool' && childOf(meta, 'references')?.attributes.source === '#tool';
  const organ = linkIn(childOf(identification, 'FRBRWork'))?.organ ?? 'un';
  return { ours, language: languageIn(childOf(identification, 'FRBRExpression')), organ, phrases: !ours, markers: new Set() };
}

/** A number does not say whether it is a resolution's: `78-419` of a decision is A/DEC/78/419. */
function ofKind(symbol: string, organ: Organ, kind: DocumentKind): string {
  const [resolutions, series] = [seriesOf(organ, 'resolution'), seriesOf(organ, kind)];
  return resolutions && series && symbol.startsWith(resolutions) ? series + symbol.slice(resolutions.length) : symbol;
}

function jobNumberIn(meta: XmlElement | undefined): string | undefined {
  const presentation = childOf(meta, 'presentation');
  const stack: XmlElement[] = presentation ? [presentation] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (nameOf(node) === 'docketNumber' || node.name === 'docketNumber')
      return textIn(node).replace(/ \([A-Z]\)$/, '') || undefined;
    for (const child of node.children) if (isElement(child)) stack.push(child);
  }
  return undefined;
}

/** What the masthead, the title and the conclusions say. */
function factsIn(parts: readonly Part[]): Facts {
  let title: Title | undefined;
  let adoption: Adoption | undefined;
  const lines: { [Role in MastheadRole]?: MastheadLine } = {};
  for (const part of parts) {
    if (part.type === 'preface') title ??= part.children[0];
    else if (part.type === 'conclusions') adoption ??= part.children.find((node) => node.type === 'adoption');
    else if (part.type === 'coverPage') for (const line of part.children) lines[line.role] ??= line;
  }
  const symbol = lines.symbol?.value;
  return {
    symbol: symbol ? plainSymbol(symbol) : undefined,
    session: lines.session?.value,
    agendaItems: lines.agendaItem?.value?.split(', '),
    committee: lines.basis?.value,
    meeting: adoption?.meeting,
    number: title?.num?.value.replace(/[.\s]+$/, '') || lines.resolutionNumber?.value,
    title: (title && plainText(title.children)) || undefined,
  };
}

function addKnown(facts: Readonly<Record<string, unknown>>, to: Record<string, unknown>): Facts {
  for (const key in facts) if (facts[key] !== undefined) to[key] = facts[key];
  return to;
}

// ---------------------------------------------------------------------------- facts that the file does not say otherwise

/**
 * The facts that a reader would not find, or would find otherwise, in a block of our own. A fact without a value is one that the
 * tree does not have.
 *
 * @param found what it finds
 */
export function encodeFacts(found: Metadata, metadata: Metadata): XmlElement[] {
  const facts: XmlElement[] = [];
  const keys = new Set([...Object.keys(metadata), ...Object.keys(found)]) as Set<keyof Metadata>;
  for (const name of [...keys].sort()) {
    const value = metadata[name];
    if (value === found[name] || JSON.stringify(value) === JSON.stringify(found[name])) continue;
    const values = !Array.isArray(value) ? [value] : value.length > 0 ? value : [undefined];
    facts.push(...values.map((one) => element('ntoso:fact', { name, value: one })));
  }
  return facts.length > 0 ? [element('proprietary', { source: '#tool' }, facts)] : [];
}

/** The metadata with the facts that stand beside it in a file of ours. */
export function withFacts(found: Metadata, meta: XmlElement | undefined): Metadata {
  const facts: Record<string, unknown> = { ...found };
  const items: string[] = [];
  for (const { name: tag, attributes } of elementsIn(childOf(meta, 'proprietary')?.children ?? [])) {
    const { name, value } = attributes;
    if (tag !== 'ntoso:fact' || name === undefined) continue;
    if (name === 'agendaItems' && value !== undefined) {
      items.push(value);
      facts[name] = items;
    } else if (value === undefined) delete facts[name];
    else facts[name] = value;
  }
  return facts as unknown as Metadata;
}
