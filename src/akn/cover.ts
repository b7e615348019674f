/** The cover page: one `p` for each line of the masthead. */
import type { CoverPage, DateText, Inline, MastheadLine, MastheadRole } from '../ast.ts';
import { type Attributes, element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { beside, type Decoding, factsOf, isBlank, nameOf, textIn } from './decoding.ts';
import { type Encoding, refer } from './encoding.ts';
import { writeAgain } from './held.ts';
import { decodeInlines, encodeInlines, plainText } from './inline.ts';
import { isDay, plainSymbol } from './iri.ts';
import { keep, nodesIn, type Piece, shell } from './kept.ts';
import { isReferenceId, languages, type ReferenceId, sessions } from './references.ts';

/** None when there is nothing in it. */
export function encodeCoverPage(nodes: readonly CoverPage[], encoding: Encoding): XmlElement[] {
  const lines = nodes.flatMap((page) => page.children).flatMap((line) => encodeMastheadLine(line, encoding));
  const eId = `${encoding.body.prefix}coverPage_1`;
  return lines.length > 0 ? [element('coverPage', { eId: encoding.register.claim(eId) }, lines)] : [];
}

export function encodeMastheadLine(node: MastheadLine, encoding: Encoding): readonly XmlNode[] {
  const again = writeAgain(node, encoding);
  if (again) return again;
  const line = mixed('p', {}, encodeLine(node, encoding));
  const found = normalFormIn(node.role, line, plainText(node.children));
  return [{ ...line, attributes: beside({ value: found }, { value: node.value }) }];
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
    // a line's own day has no words of its own as a rule
    const marks = entry === 'dateOfIssuance' ? { 'ntoso:of': 'words' } : {};
    const attributes = { date: node.date, refersTo: refer(encoding, entry), ...marks };
    return [mixed(name, attributes, encodeInlines(node.children, encoding))];
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
  const marks = entry === 'dateOfIssuance' ? {} : { 'ntoso:of': 'line' };
  if (isDay(day)) return [mixed('docDate', { date: day, refersTo: refer(encoding, entry), ...marks }, children)];
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

// ---------------------------------------------------------------------------------------------- decoding

export function decodeCoverPage(element: XmlElement, decoding: Decoding): CoverPage {
  const pieces = element.children.map((child): Piece => {
    const isLine = isElement(child) && (decoding.ours || !isBlank(child));
    return isLine ? decodeMastheadLine(child, decoding) : child;
  });
  return keep({ type: 'coverPage', children: nodesIn<MastheadLine>(pieces) }, [shell(element, pieces)]);
}

function decodeMastheadLine(element: XmlElement, decoding: Decoding): MastheadLine {
  const pieces = decodeInlines(element.children, decoding);
  const children = nodesIn<Inline>(pieces);
  const role = roleOf(element, decoding);
  const words = plainText(children);
  const found =
    normalFormIn(role, element, words) ?? (decoding.ours ? undefined : publishedValue(role, element, words, decoding));
  const { value } = factsOf(element, ['value'] as const, { value: found });
  return keep({ type: 'mastheadLine', role, ...(value !== undefined && { value }), children }, [shell(element, pieces)]);
}

/** The elements under an element, itself included, in the order of the text. */
function* elementsUnder(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (isElement(child)) yield* elementsUnder(child);
}

function roleOf(line: XmlElement, decoding: Decoding): MastheadRole {
  for (const element of elementsUnder(line)) {
    const role = roleOfElement(element, decoding);
    if (role) return role;
  }
  return 'other';
}

const ROLES = Object.entries(LINES) as [MastheadRole, NonNullable<(typeof LINES)[MastheadRole]>][];

function roleOfElement(element: XmlElement, decoding: Decoding): MastheadRole | undefined {
  const name = nameOf(element);
  const { refersTo, name: kind } = element.attributes;
  for (const [role, [tag, entry, inline]] of ROLES) {
    if (name === tag && (inline === undefined ? entry === undefined || refersTo === `#${entry}` : kind === inline)) return role;
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
      if (refersTo === '#resolutionNumber') return 'resolutionNumber';
      // the Secretariat marks it in the Security Council's only
      return refersTo === '#adoption' || !decoding.ours ? 'adoption' : undefined;
    case 'inline':
      if (kind === 'dateOfIssuance') return 'issueDate';
      return kind === 'originalLanguage' || kind === 'languageOfExpression' ? kind : undefined;
    default:
      return undefined;
  }
}

const LANGUAGE_OF: ReadonlyMap<string, string> = new Map([...languages].map(([code, entry]) => [`#${entry}`, code]));

/** The normal form of a line that its elements give, in what we write and in what others do. */
function normalFormIn(role: MastheadRole, line: XmlElement, words: string): string | undefined {
  const elements = [...elementsUnder(line)];
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
function publishedValue(role: MastheadRole, line: XmlElement, words: string, { organ }: Decoding): string | undefined {
  if (role === 'organ') return organ === 'hrc' ? 'ga' : organ;
  if (role === 'subsidiaryOrgan') return organ;
  if (role === 'resolutionNumber') return /\d+ ?\(\d{4}\)/.exec(plainSymbol(words))?.[0];
  return line.attributes.title;
}
