/** A document as the profile rules look at it. */
import { AKN, unique } from '../../akn/vocabulary.ts';
import type { Repair, Severity } from '../finding.ts';
import type { Element } from '../read.ts';
import type { DocumentSet } from './others.ts';

/** A rule beyond the schema. */
export interface ProfileRule {
  severity: Severity | 'off';
  /** What is asked, as the heading of the rule's page. */
  title: string;
  /** Why, and what to do. */
  help: string;
  /** What `--fix` does about it, where it does. */
  fix?: string;
  test: (view: View) => Iterable<Problem>;
}

/** Where a rule is broken. */
export interface Problem {
  element: Element;
  message: string;
  /** Name of the attribute that is wrong, if it is one. */
  attribute?: string;
  expected?: readonly string[];
  found?: string;
  /** Where there is but one. */
  repair?: Repair;
}

export interface View {
  root: Element;
  /** All elements of Akoma Ntoso, in the order of the file. */
  elements: readonly Element[];
  named(...names: readonly string[]): readonly Element[];
  /** The elements that have an eId, and it. */
  identified: readonly { element: Element; eId: string }[];
  /** The first element of each eId. */
  ids: ReadonlyMap<string, Element>;
  /** What attributes refer to. */
  references: readonly Reference[];
  /** The elements that have a date. */
  dated: readonly Element[];
  /** Documents that have an identification, the outer before the inner. */
  documents: readonly Document[];
  /** What a rule makes of the document, made once and kept for other rules. */
  once<Value>(make: (view: View) => Value): Value;
  /** What the document is called, for messages. */
  name: string;
  /** The documents before this one. */
  among: DocumentSet | undefined;
}

/** One of the names that an attribute refers to. */
export interface Reference {
  element: Element;
  attribute: string;
  value: string;
  /** The whole of the attribute, which may name several. */
  written: string;
}

export interface Document {
  element: Element;
  /** The kind that it says it is: `resolution`. */
  name: string;
  /** Whether it is an annex of another. */
  isAnnex: boolean;
  work: Level;
  expression: Level;
  manifestation: Level;
}

/** One of the levels at which a document is identified. */
export interface Level {
  element: Element | undefined;
  /** Of this component. */
  self: Element | undefined;
  /** Of the whole. */
  uri: Element | undefined;
  dates: readonly Element[];
}

export const isElement = (child: Element | string): child is Element => typeof child !== 'string';

/** Attributes that name an entry of the metadata. */
const REFERRING = new Set(['refersTo', 'source', 'as', 'by', 'outcome']);

/** Looks at each element once, so that rules need not. */
export function viewOf(root: Element, all: readonly Element[], name = 'another file', among?: DocumentSet): View {
  const elements: Element[] = [];
  const identified: View['identified'][number][] = [];
  const ids = new Map<string, Element>();
  const references: Reference[] = [];
  const dated: Element[] = [];
  for (const element of all) {
    if (element.uri !== AKN) continue;
    elements.push(element);
    for (const { name: attribute, value } of element.attributes) {
      if (attribute === 'eId') {
        identified.push({ element, eId: value });
        if (!ids.has(value)) ids.set(value, element);
      } else if (attribute === 'date') dated.push(element);
      else if (REFERRING.has(attribute)) {
        for (const one of wordsOf(value)) references.push({ element, attribute, value: one, written: value });
      }
    }
  }
  const byName = groupedBy(elements, ({ local }) => local);
  const named = (...names: readonly string[]): readonly Element[] =>
    names.length === 1 ? (byName.get(names[0] as string) ?? []) : names.flatMap((each) => byName.get(each) ?? []);
  const documents = elements.filter(({ local }) => unique.within.has(local)).flatMap(documentOf);
  const made = new Map<unknown, unknown>();
  const once = <Value>(make: (view: View) => Value): Value => {
    if (!made.has(make)) made.set(make, make(view));
    return made.get(make) as Value;
  };
  const view: View = { root, elements, named, identified, ids, references, dated, documents, once, name, among };
  return view;
}

/** Elements by what they have in common. */
export function groupedBy<Key>(elements: readonly Element[], keyOf: (element: Element) => Key): Map<Key, Element[]> {
  const groups = new Map<Key, Element[]>();
  for (const element of elements) {
    const key = keyOf(element);
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return groups;
}

const wordsOf = (value: string): readonly string[] =>
  /\s/.test(value) ? value.split(/\s+/).filter(Boolean) : value ? [value] : [];

function documentOf(element: Element): Document[] {
  const identification = down(element, 'meta', 'identification');
  if (!identification) return [];
  const level = (name: string): Level => {
    const found = child(identification, name);
    return {
      element: found,
      self: found && child(found, 'FRBRthis'),
      uri: found && child(found, 'FRBRuri'),
      dates: found ? children(found, 'FRBRdate') : [],
    };
  };
  return [
    {
      element,
      name: attr(element, 'name') ?? '',
      isAnnex: element.parent?.local === 'attachment',
      work: level('FRBRWork'),
      expression: level('FRBRExpression'),
      manifestation: level('FRBRManifestation'),
    },
  ];
}

/** The value of an attribute of no namespace. */
export function attr(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  for (const { name: written, value } of element.attributes) if (written === name) return value;
  return undefined;
}

/** The day of its attribute `date`, which may have a time too; empty where there is none. */
export const dayAt = (element: Element | undefined): string => attr(element, 'date')?.slice(0, 10) ?? '';

/** The languages that an Expression says it is in. */
export const languagesOf = ({ element }: Level): Element[] => children(element, 'FRBRlanguage');

export function children(element: Element | undefined, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  for (const node of element?.children ?? []) {
    if (isElement(node) && (names.length === 0 || names.includes(node.local))) found.push(node);
  }
  return found;
}

export function child(element: Element | undefined, name: string): Element | undefined {
  for (const node of element?.children ?? []) if (isElement(node) && node.local === name) return node;
  return undefined;
}

/** The first child of the first name, its first child of the second, and so on. */
export function down(element: Element | undefined, ...names: readonly string[]): Element | undefined {
  return names.reduce((found: Element | undefined, name) => child(found, name), element);
}

/** The elements below, in the order of the file. */
export function* below(element: Element): Generator<Element> {
  for (const node of element.children) {
    if (!isElement(node)) continue;
    yield node;
    yield* below(node);
  }
}

/** The nearest element around of one of these names. */
export function outer(element: Element, ...names: readonly string[]): Element | undefined {
  let around = element.parent;
  while (around && !names.includes(around.local)) around = around.parent;
  return around;
}

export const isWithin = (element: Element, ...names: readonly string[]): boolean => outer(element, ...names) !== undefined;

/** The text of an element without that of its notes, blanks as one. */
export function textOf(element: Element | undefined): string {
  return element === undefined ? '' : rawTextOf(element).replace(/\s+/g, ' ').trim();
}

function rawTextOf(element: Element): string {
  let text = '';
  for (const node of element.children) {
    if (!isElement(node)) text += node;
    else if (node.local === 'eol' || node.local === 'br') text += ' ';
    else if (node.local !== 'authorialNote') text += rawTextOf(node);
  }
  return text;
}

/** The beginning of that text: so many characters of it at least, where there are as many. */
export function startOf(element: Element | undefined, length: number): string {
  return element === undefined ? '' : gather(element, '', length).trim();
}

function gather(element: Element, before: string, length: number): string {
  let text = before;
  for (const node of element.children) {
    // the last character may be a blank, which goes
    if (text.length > length) return text;
    if (isElement(node)) {
      if (node.local === 'eol' || node.local === 'br') text += ' ';
      else if (node.local !== 'authorialNote') text = gather(node, text, length);
    } else {
      const enough = 2 * (length - text.length) + 80;
      let piece = node.slice(0, enough).replace(/\s+/g, ' ');
      // blanks were most of it
      if (text.length + piece.length <= length && node.length > enough) piece = node.replace(/\s+/g, ' ');
      text += piece.startsWith(' ') && (text === '' || text.endsWith(' ')) ? piece.slice(1) : piece;
    }
  }
  return text;
}
