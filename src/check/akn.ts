/** Validation of Akoma Ntoso: three layers, one report. */
import { type Finding, type Found, locator, type Severity } from './finding.ts';
import { found } from './messages.ts';
import { checkProfile, type Profile, profileOf, profiles } from './profile/index.ts';
import type { DocumentSet } from './profile/others.ts';
import { viewOf } from './profile/view.ts';
import { type Element, type Listener, readEvents, type Stopped } from './read.ts';
import { type RuleText, schemaRules, wellFormedness } from './rules.ts';
import { type Places, schemaListener } from './schema.ts';
import { attributeOffset } from './tags.ts';

export interface ValidateOptions {
  /** Rules beyond the schema; by default `un` for a document whose country is the United Nations, else `akn`. */
  profile?: Profile;
  /** Severities other than those of the table: `{ 'link-text': 'off' }`. The verdict does not depend on them. */
  rules?: Readonly<Record<string, Severity | 'off'>>;
  /** How many findings are kept; the verdict does not depend on it. 1000 by default. */
  maxFindings?: number;
  /** What the document is called, where others are compared with it. */
  name?: string;
  /** The documents that were validated before, with which this one is compared and to which it is added; see `documentSet`. */
  among?: DocumentSet;
}

export interface Validation {
  /** Whether the file is well-formed and valid against the schema of Akoma Ntoso 3.0. */
  valid: boolean;
  /** In the order of the file. */
  findings: Finding[];
}

/** Every rule by its id, layer by layer. */
export const validationRules: Readonly<Record<string, Omit<RuleText, 'severity'> & { severity: Severity | 'off' }>> = {
  ...wellFormedness,
  ...schemaRules,
  ...profiles.akn,
  ...profiles.un,
};

const MOST_FINDINGS = 1000;

const STOPPED: Readonly<Record<Stopped['ruleId'], (detail: string) => string>> = {
  'xml-malformed': (detail) => `this is not well-formed XML: ${detail}`,
  'xml-doctype': () => 'a DOCTYPE is refused: Akoma Ntoso needs none, and it would bring entities in',
  'xml-too-deep': (detail) => `elements are nested deeper than ${detail}`,
  'xml-too-large': (detail) => `the file is too large: ${detail}`,
};

/**
 * Validates an Akoma Ntoso document in three layers: is it well-formed, does the schema of OASIS allow it, does it keep the rules
 * of its profile?
 *
 * @param xml the document; a byte order mark at its start is passed over
 * @returns whether it is valid, and what was found, each finding with the line and the column (both from 1) where it is, the way
 *   to the element, and what was expected there. Nothing is thrown, whatever the document; a rule in `options` that does not
 *   exist is a TypeError.
 * @example
 * const { valid, findings } = validateAkn('<doc xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" name="x"/>');
 * valid // false
 * findings[0].message // '`doc` is incomplete; expected `meta`'
 */
export function validateAkn(xml: string, options: ValidateOptions = {}): Validation {
  checkArguments('validateAkn', xml, options);
  const source = xml.startsWith('\ufeff') ? xml.slice(1) : xml;
  const { valid, found } = examine(source, options, options.profile !== 'none');
  return { valid, findings: found.map(placed(source)) };
}

/** Misuse is told at once. */
export function checkArguments(name: string, xml: unknown, { rules = {} }: ValidateOptions): void {
  if (typeof xml !== 'string') throw new TypeError(`${name} needs the document as a string, not ${typeof xml}`);
  for (const id of Object.keys(rules)) if (!Object.hasOwn(validationRules, id)) throw new TypeError(`there is no rule ${id}`);
}

/** Findings as others see them: with line and column for the offset. */
export function placed(source: string): (found: Found) => Finding {
  const locate = locator(source);
  return ({ ruleId, severity, message, path, element, expected, found: what, suggestion, offset }) => {
    const { line, column } = locate(offset);
    const finding: Finding = { ruleId, severity, message, line, column, path, element };
    if (expected !== undefined) finding.expected = expected;
    if (what !== undefined) finding.found = what;
    if (suggestion !== undefined) finding.suggestion = suggestion;
    return finding;
  };
}

export interface Examination {
  valid: boolean;
  /** In the order of the file. */
  found: Found[];
  /** Undefined where the file could not be read to its end. */
  root: Element | undefined;
  /** In the order of the file, where they are kept. */
  elements: readonly Element[];
}

/**
 * Reads a document and puts it to the test of all three layers.
 *
 * @param source without byte order mark
 * @param keep whether elements are kept, which a profile needs
 */
export function examine(source: string, options: ValidateOptions, keep: boolean): Examination {
  const { rules = {}, maxFindings = MOST_FINDINGS } = options;
  const locate = locator(source);
  const kept: Found[] = [];
  let valid = true;
  const add = (finding: Found): void => {
    if (kept.length < maxFindings) kept.push(finding);
  };
  const report = (finding: Found): void => {
    valid = false;
    const severity = rules[finding.ruleId] ?? finding.severity;
    if (severity !== 'off') add({ ...finding, severity });
  };
  const places: Places = {
    offsetOf: (element, attribute) => attributeOffset(source, element, attribute),
    lineOf: (offset) => locate(offset).line,
    skipBlanks: (offset) => offset + Math.max(0, source.slice(offset, offset + 1000).search(/[^ \t\r\n]/)),
  };
  const elements: Element[] = [];
  const schema = schemaListener(report, places);
  const withElements: Listener = {
    ...schema,
    start(element) {
      elements.push(element);
      schema.start(element);
    },
  };
  const { root, stopped } = readEvents(source, keep ? withElements : schema, keep);
  if (stopped) {
    const { ruleId, detail, offset, inside } = stopped;
    report(found(ruleId, inside, STOPPED[ruleId](detail), { offset }));
  } else if (root && options.profile !== 'none') {
    const profile = options.profile ?? profileOf(root);
    const view = viewOf(root, elements, options.name, options.among);
    checkProfile(profile, view, (id, rule) => rules[id] ?? rule.severity, add, places.offsetOf);
  }
  return { valid, found: kept.sort((a, b) => a.offset - b.offset), root: stopped ? undefined : root, elements };
}
