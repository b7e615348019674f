/**
 * Identifiers by the OASIS naming convention: `sec_I__title_A`, `para_2__list_1__point_b`. Each is unique in its statement,
 * attachments included.
 */
import type { BodyBlock, Formula, Paragraph, Section } from '../ast.ts';
import { isElement, type XmlElement } from '../xml/tree.ts';
import { nameOf } from './decoding.ts';
import { keptId } from './kept.ts';
import { cleanNumber, cleanSectionNumber, siblingNumbers } from './number.ts';

export interface EIds {
  /** The identifier itself, or with `_2`, `_3` … if it is taken. */
  claim: (eId: string) => string;
  /** The next of its kind under a prefix: `next('container_1__', 'list')` → `container_1__list_1`. */
  next: (prefix: string, name: string) => string;
}

/**
 * A new register.
 *
 * @param taken the identifiers that are taken before any is made; asked for when the first is
 */
export function eIds(taken: () => readonly string[] = () => []): EIds {
  let register: Map<string, number> | undefined;
  const counts = new Map<string, number>();
  const claim = (eId: string) => {
    register ??= new Map(taken().map((one) => [one, 1]));
    const copies = register;
    let free = eId;
    // the copy's own name may be taken as well: para_7, para_7_2 as printed
    for (let copy = copies.get(eId) ?? 1; copies.has(free); ) {
      free = `${eId}_${++copy}`;
      copies.set(eId, copy);
    }
    copies.set(free, 1);
    return free;
  };
  const next = (prefix: string, name: string) => {
    const count = (counts.get(prefix + name) ?? 0) + 1;
    counts.set(prefix + name, count);
    return claim(`${prefix}${name}_${count}`);
  };
  return { claim, next };
}

const AROUND_DOCUMENTS = new Set(['akomaNtoso', 'components', 'component']);

/** A document with each of the documents that it consists of made anew: identifiers are unique in each, annexes included. */
function mapDocuments(root: XmlElement, make: (document: XmlElement) => XmlElement): XmlElement {
  if (!AROUND_DOCUMENTS.has(nameOf(root))) return make(root);
  const children = root.children.map((child) => (isElement(child) ? mapDocuments(child, make) : child));
  return { ...root, children };
}

function eachDocument(root: XmlElement, visit: (document: XmlElement) => void): void {
  if (!AROUND_DOCUMENTS.has(nameOf(root))) visit(root);
  else for (const child of root.children) if (isElement(child)) eachDocument(child, visit);
}

/** The identifiers that a document has more than once, which none should. */
export function repeatedIds(root: XmlElement): string[] {
  const repeated = new Set<string>();
  eachDocument(root, (document) => addRepeated(document, new Set(), repeated));
  return [...repeated];
}

function addRepeated({ attributes: { eId }, children }: XmlElement, seen: Set<string>, repeated: Set<string>): void {
  if (eId !== undefined) {
    if (seen.has(eId)) repeated.add(eId);
    else seen.add(eId);
  }
  for (const child of children) if (isElement(child)) addRepeated(child, seen, repeated);
}

/**
 * A document in which what was copied has identifiers of its own: `para_5`, `para_5__content` → `para_5_2`, `para_5_2__content`.
 *
 * @param repeated the identifiers that may come more than once, for so they were read
 */
export function withOwnIds(root: XmlElement, register: EIds, repeated: readonly string[]): XmlElement {
  const left = new Set(repeated);
  if (repeatedIds(root).every((eId) => left.has(eId))) return root;
  return mapDocuments(root, (document) => {
    const seen = new Set<string>();
    const visit = (element: XmlElement, from: string, to: string): XmlElement => {
      const { eId } = element.attributes;
      const under = eId !== undefined && from !== '' && eId.startsWith(`${from}__`) ? to + eId.slice(from.length) : eId;
      const isCopied = under !== undefined && seen.has(under) && !left.has(under);
      const own = isCopied ? register.claim(under) : under;
      if (own !== undefined) seen.add(own);
      const [before, now] = own === eId ? [from, to] : [eId ?? from, own ?? to];
      const children = element.children.map((child) => (isElement(child) ? visit(child, before, now) : child));
      const attributes = own === eId ? element.attributes : { ...element.attributes, eId: own };
      return { ...element, attributes, children };
    };
    return visit(document, '', '');
  });
}

/** Abbreviations of the naming convention; what is not here goes by its element's name. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  alinea: 'al',
  article: 'art',
  attachment: 'att',
  blockList: 'list',
  chapter: 'chp',
  component: 'cmp',
  componentRef: 'cref',
  division: 'dvs',
  documentRef: 'dref',
  listIntroduction: 'intro',
  listWrapUp: 'wrapup',
  mainBody: 'body',
  paragraph: 'para',
  quotedStructure: 'qstr',
  quotedText: 'qtext',
  section: 'sec',
  subparagraph: 'subpara',
  wrapUp: 'wrapup',
};

/** What an element is called in an eId: `section` → `sec`. */
export const abbreviated = (element: string): string => ABBREVIATIONS[element] ?? element;

/** A text with a numbering of its own: a main body, that of an annex, an embedded structure. */
export interface Scope {
  /** What its identifiers begin with: empty, `att_1__`. */
  prefix: string;
  /** The identifier of each section and paragraph. */
  ids: ReadonlyMap<BodyBlock, string>;
  /** `paragraph 5`, `section II` → identifier, the first if there are several. */
  targets: ReadonlyMap<string, string>;
}

type Child = BodyBlock | Formula;
/** A numbered thing and what it stands in. */
interface Place<Node> {
  node: Node;
  parent: Section | undefined;
}

/**
 * Names the sections and paragraphs of a text.
 *
 * A paragraph is named by its number alone while numbering runs through the text, whatever section it stands in, so that
 * `#para_4` is what people cite; where it begins anew in each section, by section and number. So are articles.
 *
 * @param given the identifier that a node has already
 */
export function scopeOf(
  blocks: readonly Child[],
  prefix: string,
  register: EIds,
  given: (node: BodyBlock) => string | undefined = keptId,
): Scope {
  const paragraphs: Place<Paragraph>[] = [];
  const articles: Place<Section>[] = [];
  const gather = (children: readonly Child[], parent?: Section) => {
    for (const node of children) {
      if (node.type === 'paragraph') paragraphs.push({ node, parent });
      if (node.type !== 'section') continue;
      if (node.level === 'article') articles.push({ node, parent });
      gather(node.children, node);
    }
  };
  gather(blocks);
  const paragraphNumbers = numbering(paragraphs, cleanNumber);
  const articleNumbers = numbering(articles, (printed) => cleanSectionNumber(printed, 'article'));

  const ids = new Map<BodyBlock, string>();
  const targets = new Map<string, string>();
  const set = (node: BodyBlock, eId: string, target: string) => {
    ids.set(node, given(node) ?? register.claim(eId));
    if (!targets.has(target)) targets.set(target, ids.get(node) as string);
  };
  const name = (children: readonly Child[], under: string) => {
    const counts = new Map<string, number>();
    for (const node of children) {
      if (node.type === 'paragraph') {
        const number = paragraphNumbers.of.get(node);
        set(node, `${paragraphNumbers.run ? prefix : under}para_${number}`, `paragraph ${number}`);
      } else if (node.type === 'section') {
        const count = (counts.get(node.level) ?? 0) + 1;
        counts.set(node.level, count);
        const printed = node.level === 'division' ? '' : cleanSectionNumber(numberOf(node) ?? '', node.level);
        const number = articleNumbers.of.get(node) ?? (printed || String(count));
        const start = node.level === 'article' && articleNumbers.run ? prefix : under;
        set(node, `${start}${abbreviated(node.level)}_${number}`, `section ${number}`);
        name(node.children, `${ids.get(node)}__`);
      }
    }
  };
  name(blocks, prefix);
  return { prefix, ids, targets };
}

/** As printed; that of a section may be within its heading: `Chapter II. Organization`. */
function numberOf(node: Section | Paragraph): string | undefined {
  return (node.type === 'section' ? node.number : undefined) ?? node.num?.value;
}

/** The number of each node, and whether the numbers run through the text: until the first one comes again elsewhere. */
function numbering<Node extends Paragraph | Section>(
  places: readonly Place<Node>[],
  clean: typeof cleanNumber,
): { run: boolean; of: ReadonlyMap<BodyBlock, string> } {
  const cleaned = ({ node }: Place<Node>) => clean(numberOf(node) ?? '');
  const first = places.find((place) => cleaned(place) !== '');
  const start = first && cleaned(first);
  const run = !places.some((place) => place.parent !== first?.parent && cleaned(place) === start);
  const groups = new Map<Section | undefined, Node[]>();
  for (const { node, parent } of places) {
    const group = run ? undefined : parent;
    const members = groups.get(group);
    if (members) members.push(node);
    else groups.set(group, [node]);
  }
  const of = new Map<BodyBlock, string>();
  for (const members of groups.values()) {
    const numbers = siblingNumbers(members.map(numberOf), clean);
    members.forEach((node, k) => of.set(node, numbers[k] as string));
  }
  return { run, of };
}
