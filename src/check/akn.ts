/** Validation of Akoma Ntoso: three layers, one report. */
import { type Finding, type Found, locator, type Severity } from './finding.ts';
import { found } from './messages.ts';
import { checkProfile, type Profile, profileOf, profiles } from './profile/index.ts';
import { type Attribute, type Element, type Listener, readEvents, type Stopped } from './read.ts';
import { type RuleText, schemaRules, wellFormedness } from './rules.ts';
import { type Places, schemaListener } from './schema.ts';

export interface ValidateOptions {
  /** Rules beyond the schema; by default `un` for a document whose country is the United Nations, else `akn`. */
  profile?: Profile;
  /** Severities other than those of the table: `{ 'link-text': 'off' }`. The verdict does not depend on them. */
  rules?: Readonly<Record<string, Severity | 'off'>>;
  /** How many findings are kept; the verdict does not depend on it. 1000 by default. */
  maxFindings?: number;
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
  if (typeof xml !== 'string') throw new TypeError(`validateAkn needs the document as a string, not ${typeof xml}`);
  const { rules = {}, maxFindings = MOST_FINDINGS } = options;
  for (const id of Object.keys(rules)) if (!Object.hasOwn(validationRules, id)) throw new TypeError(`there is no rule ${id}`);
  const source = xml.startsWith('\ufeff') ? xml.slice(1) : xml;
  const locate = locator(source);
  const kept: Found[] = [];
  let valid = true;
  const keep = (finding: Found): void => {
    if (kept.length < maxFindings) kept.push(finding);
  };
  const report = (finding: Found): void => {
    valid = false;
    const severity = rules[finding.ruleId] ?? finding.severity;
    if (severity !== 'off') keep({ ...finding, severity });
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
  const wantsProfile = options.profile !== 'none';
  const { root, stopped } = readEvents(source, wantsProfile ? withElements : schema, wantsProfile);
  if (stopped) {
    const { ruleId, detail, offset, inside } = stopped;
    report(found(ruleId, inside, STOPPED[ruleId](detail), { offset }));
  } else if (root && wantsProfile) {
    const profile = options.profile ?? profileOf(root);
    checkProfile(profile, root, elements, (id, rule) => rules[id] ?? rule.severity, keep, places.offsetOf);
  }
  const findings = kept
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, ...finding }): Finding => ({ ...finding, ...locate(offset) }));
  return { valid, findings };
}

const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;

/** Where an attribute stands in the start tag of its element. */
function attributeOffset(source: string, element: Element, { name }: Attribute): number {
  ATTRIBUTE.lastIndex = element.offset + 1 + element.name.length;
  for (;;) {
    const from = ATTRIBUTE.lastIndex;
    const match = ATTRIBUTE.exec(source);
    if (!match) return element.offset;
    if (match[1] === name) return from + match[0].search(/\S/);
  }
}
