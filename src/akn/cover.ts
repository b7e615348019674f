/** The cover page, one `p` for each line of the masthead, and the preface with the title. */
import type { CoverPage, DateText, DocumentKind, Inline, MastheadLine, MastheadRole, Preface, Title } from '../ast.ts';
import { type Attributes, element, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { type Encoding, refer } from './encoding.ts';
import { encodeInlines, plainText } from './inline.ts';
import { isDay } from './iri.ts';
import { isReferenceId, languages, type ReferenceId, sessions } from './references.ts';

/** None when there is nothing in it. */
export function encodeCoverPage(nodes: readonly CoverPage[], encoding: Encoding): XmlElement[] {
  const lines = nodes.flatMap((page) => page.children).map((line) => mixed('p', {}, encodeLine(line, encoding)));
  const eId = `${encoding.body.prefix}coverPage_1`;
  return lines.length > 0 ? [element('coverPage', { eId: encoding.register.claim(eId) }, lines)] : [];
}

/** Element, name and entry of the ontology for the roles that need no more. */
const LINES: Partial<Record<MastheadRole, readonly [element: string, refersTo: ReferenceId | undefined, name?: string]>> = {
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

function encodeLine(node: MastheadLine, encoding: Encoding): XmlNode[] {
  const plain = LINES[node.role];
  if (plain) {
    const [name, entry, kind] = plain;
    const attributes = { name: kind, title: titleOf(node), refersTo: entry && refer(encoding, entry) };
    return [mixed(name, attributes, encodeInlines(node.children, encoding))];
  }
  switch (node.role) {
    case 'issueDate':
      return encodeDay(node.children, node.value, 'dateOfIssuance', encoding);
    case 'session': {
      const attributes = { value: node.value, refersTo: refer(encoding, sessions[encoding.metadata.organ]) };
      return [mixed('session', attributes, encodeInlines(node.children, encoding))];
    }
    case 'sessionDates':
      return [encodeSessionDates(node, encoding)];
    case 'languageOfExpression':
    case 'originalLanguage': {
      const language = languages.get(node.value ?? '');
      const attributes = language ? { refersTo: refer(encoding, language) } : { title: titleOf(node) };
      return [mixed('inline', { name: node.role, ...attributes }, encodeInlines(node.children, encoding))];
    }
    case 'resolutionNumber':
      return [encodeResolutionNumber(node, encoding)];
    case 'adoption': {
      const children = withDates(node.children, encoding, () => ['docDate', 'adoptionDate']);
      return [mixed('docTitle', { title: titleOf(node), refersTo: refer(encoding, 'adoption') }, children)];
    }
    case 'basis':
      return [encodeBasis(node, encoding)];
    case 'other':
      return encodeInlines(node.children, encoding);
    default:
      throw new TypeError(`not a role of the masthead: ${node.role}`);
  }
}

/** The normal form of a line where it is not what is printed: agenda item `19(c)`. */
function titleOf(node: MastheadLine): string | undefined {
  return node.value === plainText(node.children) ? undefined : node.value;
}

/**
 * Inlines in which dates are facts about the document.
 *
 * @param role element and entry of the ontology for the date that is the k-th of n
 */
export function withDates(
  nodes: readonly Inline[],
  encoding: Encoding,
  role: (k: number, n: number) => readonly ['date' | 'docDate', ReferenceId],
): XmlNode[] {
  const isMarked = (node: Inline): node is DateText => node.type === 'date' && isDay(node.date);
  const count = nodes.filter(isMarked).length;
  let k = 0;
  return nodes.flatMap((node) => {
    if (!isMarked(node)) return encodeInlines([node], encoding);
    const [name, entry] = role(k++, count);
    return [mixed(name, { date: node.date, refersTo: refer(encoding, entry) }, encodeInlines(node.children, encoding))];
  });
}

/** Inlines that are or hold a day: the date in them is marked, else all of them, if the day is known. */
export function encodeDay(
  nodes: readonly Inline[],
  day: string | undefined,
  entry: ReferenceId,
  encoding: Encoding,
): XmlNode[] {
  if (nodes.some((node) => node.type === 'date' && isDay(node.date)))
    return withDates(nodes, encoding, () => ['docDate', entry]);
  const children = encodeInlines(nodes, encoding);
  if (isDay(day)) return [mixed('docDate', { date: day, refersTo: refer(encoding, entry) }, children)];
  return [mixed('inline', { name: entry, title: day }, children)];
}

/** `9 September–11 October 2024`. */
function encodeSessionDates(node: MastheadLine, encoding: Encoding): XmlElement {
  const children = withDates(node.children, encoding, (k, n) => ['date', k === n - 1 && n > 1 ? 'endDate' : 'startDate']);
  const refersTo = refer(encoding, sessions[encoding.metadata.organ]);
  return mixed('event', { title: titleOf(node), refersTo }, children);
}

/** `Resolution 2674 (2023)`: the number within the line, where it stands as in the value. */
function encodeResolutionNumber(node: MastheadLine, encoding: Encoding): XmlElement {
  const refersTo = refer(encoding, 'resolutionNumber');
  let found = !node.value;
  const children = node.children.flatMap((child): XmlNode[] => {
    const at = found || child.type !== 'text' ? -1 : child.value.indexOf(node.value as string);
    if (at < 0 || child.type !== 'text') return encodeInlines([child], encoding);
    found = true;
    const end = at + (node.value as string).length;
    const number = mixed('docNumber', { refersTo }, [child.value.slice(at, end)]);
    return [child.value.slice(0, at), number, child.value.slice(end)].filter((part) => part !== '');
  });
  return mixed('docTitle', { title: found ? undefined : node.value, refersTo }, children);
}

/** `[on the report of the Third Committee (A/79/451, para. 65)]`: the citation in it is of the document that it came in. */
function encodeBasis(node: MastheadLine, encoding: Encoding): XmlElement {
  const committee = node.value !== undefined && isReferenceId(node.value) ? node.value : undefined;
  const children = node.children.flatMap((child): XmlNode[] => {
    const encoded = encodeInlines([child], encoding);
    return child.type === 'ref' ? [mixed('inline', { name: 'originating document' }, encoded)] : encoded;
  });
  const attributes: Attributes = committee ? { refersTo: refer(encoding, committee) } : { title: node.value };
  return mixed('docProponent', attributes, children);
}

// ---------------------------------------------------------------------------------------------- preface

/** None when there is nothing in it. */
export function encodePreface(nodes: readonly Preface[], kind: DocumentKind, encoding: Encoding): XmlElement[] {
  const titles = nodes.flatMap((preface) => preface.children).map((title) => encodeTitle(title, kind, encoding));
  return titles.length > 0 ? [element('preface', {}, titles)] : [];
}

/** `79/154. Trafficking in women and girls`. */
function encodeTitle(node: Title, kind: DocumentKind, encoding: Encoding): XmlElement {
  const children: XmlNode[] = [];
  const [number, title] =
    kind === 'decision' ? (['decisionNumber', 'decisionTitle'] as const) : (['resolutionNumber', 'resolutionTitle'] as const);
  if (node.num) children.push(mixed('docNumber', { refersTo: refer(encoding, number) }, [node.num.value]));
  if (node.num && node.children.length > 0) children.push(' ');
  if (node.children.length > 0 || !node.num) {
    children.push(mixed('docTitle', { refersTo: refer(encoding, title) }, encodeInlines(node.children, encoding)));
  }
  return mixed('p', {}, children);
}
