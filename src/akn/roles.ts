/** What a line of the masthead is, and its normal form: from its elements, ours and the Secretariat's. */
import type { MastheadRole } from '../ast.ts';
import { agendaItemsOf } from '../language/agenda.ts';
import { fold } from '../language/index.ts';
import { isElement, type XmlElement } from '../xml/tree.ts';
import { type Decoding, nameOf, textIn } from './decoding.ts';
import { plainSymbol } from './iri.ts';
import { isReferenceId, languages, type ReferenceId } from './references.ts';

/** Element, name and entry of the ontology for the roles that need no more. */
export const LINES: Partial<
  Record<MastheadRole, readonly [element: string, refersTo: ReferenceId | undefined, name?: string]>
> = {
  publisher: ['docAuthority', 'publisher'],
  organ: ['docAuthority', 'issuingBody'],
  subsidiaryOrgan: ['docAuthority', 'subsidiaryBody'],
  symbol: ['docNumber', 'symbol'],
  distribution: ['docStatus', 'generalDistribution'],
  agendaItem: ['inline', 'agendaItem', 'agenda item'],
  agendaTitle: ['inline', 'agendaItemTitle', 'agenda item name'],
  documentType: ['docType', undefined],
  decisionType: ['inline', undefined, 'decision type'],
  sponsors: ['docTitle', 'sponsors'],
};

/** The role of a line; the first element that tells decides. */
export function roleOf(line: XmlElement, decoding: Decoding): MastheadRole {
  for (const element of elementsUnder(line)) {
    const role = roleOfElement(element, decoding);
    if (role) return role;
  }
  return 'other';
}

const ROLES = (Object.entries(LINES) as [MastheadRole, NonNullable<(typeof LINES)[MastheadRole]>][]).map(
  ([role, [tag, entry, inline]]) => ({ role, tag, entry: entry && `#${entry}`, inline }),
);

function roleOfElement(element: XmlElement, decoding: Decoding): MastheadRole | undefined {
  const name = nameOf(element);
  const { refersTo, name: kind } = element.attributes;
  for (const { role, tag, entry, inline } of ROLES) {
    if (name === tag && (inline === undefined ? entry === undefined || refersTo === entry : kind === inline)) return role;
  }
  switch (name) {
    case 'docStatus':
      return 'distribution';
    case 'docDate':
      return refersTo === '#dateOfIssuance' ? 'issueDate' : undefined;
    case 'session':
      return 'session';
    case 'event':
      return 'sessionDates';
    case 'docProponent':
      return 'basis';
    case 'docTitle':
      // `Statement by the President of the Security Council` is called one too
      if (refersTo === '#resolutionNumber')
        return decoding.ours || /\d/.test(textIn(element)) ? 'resolutionNumber' : 'documentType';
      // the Secretariat marks it in the Security Council's only
      return refersTo === '#adoption' || !decoding.ours ? 'adoption' : undefined;
    case 'inline':
      if (kind === 'dateOfIssuance') return 'issueDate';
      return kind === 'originalLanguage' || kind === 'languageOfExpression' ? kind : undefined;
    default:
      return undefined;
  }
}

/** The elements under an element, itself included, in the order of the text. */
function elementsUnder(element: XmlElement, found: XmlElement[] = []): XmlElement[] {
  found.push(element);
  for (const child of element.children) if (isElement(child)) elementsUnder(child, found);
  return found;
}

const LANGUAGE_OF: ReadonlyMap<string, string> = new Map([...languages].map(([code, entry]) => [`#${entry}`, code]));

/** The normal form of a line that its elements give, in what we write and in what others do. */
export function normalFormIn(role: MastheadRole, line: XmlElement, words: string): string | undefined {
  const elements = elementsUnder(line);
  const attribute = (name: string, ...tags: string[]) =>
    elements.find((element) => tags.includes(nameOf(element)) && element.attributes[name] !== undefined)?.attributes[name];
  switch (role) {
    case 'symbol':
      return attribute('title', 'docNumber') ?? words;
    case 'issueDate':
      return attribute('date', 'docDate') ?? attribute('title', 'inline');
    case 'session':
      return attribute('value', 'session');
    case 'originalLanguage':
    case 'languageOfExpression':
      return LANGUAGE_OF.get((attribute('refersTo', 'inline') ?? '').toLowerCase()) ?? attribute('title', 'inline');
    case 'resolutionNumber': {
      const number = elements.find((element) => nameOf(element) === 'docNumber');
      return attribute('title', 'docTitle') ?? (number && textIn(number));
    }
    case 'adoption':
      return attribute('title', 'docTitle') ?? attribute('date', 'docDate');
    case 'basis': {
      const committee = attribute('refersTo', 'docProponent')?.replace(/^#/, '');
      return committee !== undefined && isReferenceId(committee) ? committee : attribute('title', 'docProponent');
    }
    case 'sessionDates':
      return attribute('title', 'event');
    case 'publisher':
    case 'organ':
    case 'subsidiaryOrgan':
      return attribute('title', 'docAuthority');
    case 'agendaItem':
    case 'agendaTitle':
    case 'decisionType':
      return attribute('title', 'inline');
    case 'distribution':
    case 'documentType':
    case 'sponsors':
      return attribute('title', 'docStatus', 'docType', 'docTitle');
    case 'other':
      return undefined;
  }
}

/** What published files leave to be read from the words, or to be known. */
export function publishedValue(role: MastheadRole, line: XmlElement, words: string, { organ }: Decoding): string | undefined {
  if (role === 'organ') return organ === 'hrc' ? 'ga' : organ;
  if (role === 'subsidiaryOrgan') return organ;
  if (role === 'resolutionNumber') return /\d+ ?\(\d{4}\)/.exec(plainSymbol(words))?.[0];
  if (role === 'agendaItem') return words;
  return line.attributes.title;
}

/** The normal form of what published files say otherwise: agenda items `19 c)`, `S/RES/2805(2025)`. */
export function normalValue(role: MastheadRole, value: string): string {
  switch (role) {
    case 'agendaItem':
      return agendaItemsOf(fold(value)).join(', ') || value;
    case 'symbol':
    case 'resolutionNumber':
      return value.replace(/(?<=\d)\((?=\d{4}\))/, ' (');
    default:
      return value;
  }
}
