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
  named(...names: readonly string[]): Element[];
  /** The first element of each eId. */
  ids: ReadonlyMap<string, Element>;
  /** Documents that have an identification, the outer before the inner. */
  documents: readonly Document[];
  /** What the document is called, for messages. */
  name: string;
  /** The documents before this one. */
  among: DocumentSet | undefined;
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

export function viewOf(root: Element, all: readonly Element[], name = 'another file', among?: DocumentSet): View {
  const elements = all.filter(({ uri }) => uri === AKN);
  const byName = new Map<string, Element[]>();
  const ids = new Map<string, Element>();
  for (const element of elements) {
    const same = byName.get(element.local);
    if (same) same.push(element);
    else byName.set(element.local, [element]);
    const eId = attr(element, 'eId');
    if (eId !== undefined && !ids.has(eId)) ids.set(eId, element);
  }
  return {
    root,
    elements,
    named: (...names) => names.flatMap((name) => byName.get(name) ?? []),
    ids,
    documents: elements.filter(({ local }) => unique.within.has(local)).flatMap(documentOf),
    name,
    among,
  };
}

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
  return element?.attributes.find((attribute) => attribute.uri === '' && attribute.local === name)?.value;
}

/** The day of its attribute `date`, which may have a time too; empty where there is none. */
export const dayAt = (element: Element | undefined): string => attr(element, 'date')?.slice(0, 10) ?? '';

/** The languages that an Expression says it is in. */
export const languagesOf = ({ element }: Level): Element[] => children(element, 'FRBRlanguage');

export function children(element: Element | undefined, ...names: readonly string[]): Element[] {
  const found = element?.children.filter(isElement) ?? [];
  return names.length === 0 ? found : found.filter(({ local }) => names.includes(local));
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.filter(isElement).find(({ local }) => local === name);
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

export function isWithin(element: Element, ...names: readonly string[]): boolean {
  for (let outer = element.parent; outer; outer = outer.parent) if (names.includes(outer.local)) return true;
  return false;
}

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
