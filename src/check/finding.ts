/** What is found wrong: plain data, with the place in lines and columns. */
import { AKN, type Content, elementRule, group, namesOf } from '../akn/vocabulary.ts';
import { pointAt } from '../source.ts';
import { type Element, ordinalOf } from './read.ts';
import type { Setting } from './tags.ts';

export type Severity = 'error' | 'warning';

export interface Finding {
  /** The rule, as `--rule` and the rule's page name it. */
  ruleId: string;
  severity: Severity;
  /** A sentence for people. */
  message: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  /** The way to the element, without `akomaNtoso`: `statement › mainBody › paragraph 3 › content`. */
  path: string;
  /** The element that is faulty, or in which something is. */
  element: string;
  /** What was allowed here: names of elements or attributes, or one sentence about a value. */
  expected?: readonly string[];
  /** What stands here instead. */
  found?: string;
  /** The nearest allowed name, for a misspelling. */
  suggestion?: string;
}

/** A finding whose place is still an offset. */
export interface Found extends Omit<Finding, 'line' | 'column'> {
  offset: number;
  /** The faulty element itself, and its attribute, where that is wrong or missing. */
  subject?: Element;
  attribute?: string;
  repair?: Repair;
}

/** What mends a fault for certain: attributes and their values, none where it is not certain; of an eId, that the element is named anew. */
export type Repair = 'eId' | (() => readonly Setting[]);

const SEPARATOR = ' › ';

/**
 * The way to an element. A number is given where there may be several of its name.
 *
 * @example
 * // statement › mainBody › paragraph 3 › content
 */
export function pathOf(element: Element | undefined): string {
  if (!element) return '';
  element.path ??= joined(pathOf(element.parent), element);
  return element.path;
}

function joined(before: string, element: Element): string {
  if (!element.parent && element.local === 'akomaNtoso') return '';
  const step = mayRepeat(element) ? `${element.name} ${ordinalOf(element)}` : element.name;
  return before === '' ? step : before + SEPARATOR + step;
}

function mayRepeat(element: Element): boolean {
  const { local, uri, parent } = element;
  if (!parent) return false;
  if (ordinalOf(element) > 1) return true;
  const rule = parent.uri === AKN ? elementRule(parent.local) : undefined;
  return uri !== AKN || !rule || repeated(rule.content).has(local);
}

const repetitions = new WeakMap<Content, ReadonlySet<string>>();

/** The names that a content model lets stand more than once. */
export function repeated(model: Content): ReadonlySet<string> {
  let names = repetitions.get(model);
  if (!names) {
    names = new Set(repeatedIn(model));
    repetitions.set(model, names);
  }
  return names;
}

function repeatedIn(model: Content): string[] {
  switch (model.kind) {
    case 'repeated':
      return [...namesOf(model.part)];
    case 'optional':
      return repeatedIn(model.part);
    case 'sequence':
    case 'choice':
      return model.parts.flatMap(repeatedIn);
    case 'group':
      return repeatedIn(group(model.name));
    default:
      return [];
  }
}

/**
 * Turns offsets into lines and columns.
 *
 * @param xml what the offsets are in; indexed when the first is asked for
 */
export function locator(xml: string): (offset: number) => { line: number; column: number } {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(xml);
    const { line, column } = pointAt({ lineStarts: starts }, offset);
    return { line, column };
  };
}

/** Lines end as XML has it; a page break or U+2028 ends none, unlike in plain text. */
function lineStarts(xml: string): number[] {
  const starts = [0];
  if (/\r(?!\n)/.test(xml)) for (const match of xml.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  // some five times as fast
  else for (let at = xml.indexOf('\n'); at >= 0; at = xml.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
