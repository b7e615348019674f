/** Validation of Akoma Ntoso: three layers, one report. */
import { type Finding, type Found, locator } from './finding.ts';
import { type Attribute, type Element, readEvents, type Stopped } from './read.ts';
import { found, type Places, schemaListener } from './schema.ts';

export type { Finding, Severity } from './finding.ts';

export interface ValidateOptions {
  /** How many findings are kept; the verdict does not depend on it. 1000 by default. */
  maxFindings?: number;
}

export interface Validation {
  /** Whether the file is well-formed and valid against the schema of Akoma Ntoso 3.0. */
  valid: boolean;
  /** In the order of the file. */
  findings: Finding[];
}

const MOST_FINDINGS = 1000;

const STOPPED: Readonly<Record<Stopped['ruleId'], (detail: string) => string>> = {
  'xml-malformed': (detail) => `this is not well-formed XML: ${detail}`,
  'xml-doctype': () => 'a DOCTYPE is refused: Akoma Ntoso needs none, and it would bring entities in',
  'xml-too-deep': (detail) => `elements are nested deeper than ${detail}`,
  'xml-too-large': (detail) => `the file is too large: ${detail}`,
};

/**
 * Validates an Akoma Ntoso document: is it well-formed, and does the schema of OASIS allow it?
 *
 * @param xml the document; a byte order mark at its start is passed over
 * @returns whether it is valid, and what was found, each finding with the line and the column (both from 1) where it is, the way
 *   to the element, and what was expected there. Nothing is thrown, whatever the document.
 * @example
 * const { valid, findings } = validateAkn('<doc xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" name="x"/>');
 * valid // false
 * findings[0].message // '`doc` is incomplete; expected `meta`'
 */
export function validateAkn(xml: string, options: ValidateOptions = {}): Validation {
  if (typeof xml !== 'string') throw new TypeError(`validateAkn needs the document as a string, not ${typeof xml}`);
  const source = xml.startsWith('\ufeff') ? xml.slice(1) : xml;
  const most = options.maxFindings ?? MOST_FINDINGS;
  const kept: Found[] = [];
  let errors = 0;
  const report = (finding: Found): void => {
    errors++;
    if (kept.length < most) kept.push(finding);
  };
  const locate = locator(source);
  const places: Places = {
    offsetOf: (element, attribute) => attributeOffset(source, element, attribute),
    lineOf: (offset) => locate(offset).line,
    skipBlanks: (offset) => offset + Math.max(0, source.slice(offset, offset + 1000).search(/[^ \t\r\n]/)),
  };
  const { stopped } = readEvents(source, schemaListener(report, places), false);
  if (stopped) {
    const { ruleId, detail, offset, inside } = stopped;
    report(found(ruleId, inside, STOPPED[ruleId](detail), { offset }));
  }
  const findings = kept
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, ...finding }): Finding => ({ ...finding, ...locate(offset) }));
  return { valid: errors === 0, findings };
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
