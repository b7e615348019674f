/** The second layer: whether the schema allows what is read. It listens while the file is read and keeps one state per open element. */

import { simpleType, usualType } from '../akn/vocabulary/types.ts';
import { AKN, type AttributeRule, type ElementRule, elementRule, unique } from '../akn/vocabulary.ts';
import { describeExpected, nearest, quote } from './describe.ts';
import type { Found } from './finding.ts';
import { found, misplaced, missing, strangeRoot } from './messages.ts';
import { automaton, FOREIGN, type State } from './model.ts';
import type { Attribute, Element, Listener } from './read.ts';
import { inWords, testOf } from './values.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

interface Test {
  rule: AttributeRule;
  test: (value: string) => boolean;
}

/** A rule made ready for validation. */
interface Compiled {
  rule: ElementRule;
  start: State;
  tests: ReadonlyMap<string, Test>;
  required: readonly string[];
  mixed: boolean;
  empty: boolean;
}

/** An element whose end has not come yet. */
interface Open {
  /** Undefined where anything goes: in XML of other vocabularies. */
  compiled: Compiled | undefined;
  state: State | undefined;
  /** One thing wrong with the children has been reported; the next may follow from it. */
  faulty: boolean;
  /** Name of the child before, for messages. */
  previous: string | undefined;
}

const isIdentifier = testOf(simpleType('noWhiteSpace'));

/** What the listener does not know itself about places in the source. */
export interface Places {
  offsetOf(element: Element, attribute: Attribute): number;
  lineOf(offset: number): number;
  /** The first character at or behind the offset that is not blank. */
  skipBlanks(offset: number): number;
}

const compiledRules = new Map<string, Compiled>();

function compile(name: string): Compiled | undefined {
  let compiled = compiledRules.get(name);
  if (!compiled) {
    const rule = elementRule(name);
    if (!rule) return undefined;
    const rules = [...rule.attributes.values()];
    compiled = {
      rule,
      start: automaton(rule.content),
      tests: new Map(rules.map((attribute) => [attribute.name, { rule: attribute, test: testOf(attribute.type) }])),
      required: rules.filter(({ required }) => required).map((attribute) => attribute.name),
      mixed: rule.mixed,
      empty: rule.empty,
    };
    compiledRules.set(name, compiled);
  }
  return compiled;
}

/** Attributes of XML itself are checked wherever they stand. */
const xmlTests = new Map<string, Test>(
  ['xml:lang', 'xml:space', 'xml:base', 'xml:id'].map((name) => {
    const type = usualType(name);
    return [name, { rule: { name, type, required: false }, test: testOf(type) }];
  }),
);

/**
 * Makes a listener that validates against the schema of Akoma Ntoso 3.0.
 *
 * @param report is told each finding, mostly in the order of the file; what an element lacks is known at its end only
 * @param places where an attribute stands, and on which line an offset is
 */
export function schemaListener(report: (finding: Found) => void, places: Places): Listener {
  const open: Open[] = [];
  /** Documents that are open. What is unique in one is unique in those that it holds. */
  let documents = 0;
  let identifiers = new Map<string, number>();
  const xmlIds = new Map<string, number>();

  const place = (element: Element, parent: Open): void => {
    const { compiled, state } = parent;
    if (!compiled || !state) return;
    const child = element.uri === AKN ? element.local : element.uri === '' ? '' : FOREIGN;
    const next = state.after(child);
    parent.previous = element.name;
    if (next) {
      parent.state = next;
      return;
    }
    const skipped = parent.faulty ? undefined : omission(state, child);
    parent.state = skipped ? skipped.after : state;
    parent.faulty = true;
    report(skipped ? missing(element, skipped.names, state) : misplaced(element, compiled.rule, state));
  };

  const start = (element: Element): void => {
    const parent = open[open.length - 1];
    if (parent) place(element, parent);
    const compiled = element.uri === AKN ? compile(element.local) : undefined;
    if (!parent && !compiled) report(strangeRoot(element));
    open.push({ compiled, state: compiled?.start, faulty: false, previous: undefined });
    checkAttributes(element, compiled);
    if (compiled && unique.within.has(compiled.rule.name) && documents++ === 0) identifiers = new Map();
  };

  const checkAttributes = (element: Element, compiled: Compiled | undefined): void => {
    let lacking = compiled?.required.length ?? 0;
    for (const attribute of element.attributes) {
      const { uri, local } = attribute;
      if (uri === XSI && (local === 'type' || local === 'nil')) {
        report(found('xsi-unsupported', element, `\`${attribute.name}\` is not supported`, at(element, attribute)));
        continue;
      }
      const key = uri === XML ? `xml:${local}` : local;
      const declared = uri === '' || uri === XML ? compiled?.tests.get(key) : undefined;
      if (compiled && !declared && !mayBear(compiled, uri)) {
        report(unknownAttribute(element, attribute, compiled));
        continue;
      }
      const tested = declared ?? (uri === XML ? xmlTests.get(key) : undefined);
      if (!tested) continue;
      if (tested.rule.required) lacking--;
      if (!tested.test(attribute.value)) report(wrongValue(element, attribute, tested.rule));
      else if (key === 'xml:id') claim(xmlIds, attribute.value, element, attribute);
    }
    if (lacking > 0 && compiled) reportMissing(element, compiled);
  };

  const mayBear = (compiled: Compiled, uri: string): boolean =>
    uri === XSI || (compiled.rule.foreignAttributes && uri !== '' && uri !== AKN);

  const reportMissing = (element: Element, compiled: Compiled): void => {
    const borne = new Set(element.attributes.filter(({ uri }) => uri === '').map(({ name }) => name));
    for (const name of compiled.required) {
      if (borne.has(name)) continue;
      const type = compiled.tests.get(name)?.rule.type;
      const message = `\`${element.name}\` lacks the attribute \`${name}\`, ${type ? inWords(type) : ''}`;
      report(found('attribute-missing', element, message, { expected: [name], subject: element, attribute: name }));
    }
  };

  // when an element ends, as libxml2 does: of an element and one that it holds, the outer is the second
  const claimIdentifiers = (element: Element): void => {
    for (const attribute of element.attributes) {
      const { name, value } = attribute;
      if ((name === 'eId' || name === 'GUID') && isIdentifier(value))
        claim(identifiers, `${name} ${value}`, element, attribute);
    }
  };

  const claim = (taken: Map<string, number>, key: string, element: Element, attribute: Attribute): void => {
    const before = taken.get(key);
    if (before === undefined) {
      taken.set(key, element.offset);
      return;
    }
    const message = `the ${attribute.name} ${quote(attribute.value)} is taken: line ${places.lineOf(before)} has it already`;
    report(found('id-duplicate', element, message, { ...at(element, attribute), found: attribute.value }));
  };

  const at = (element: Element, attribute: Attribute): { offset: number } => ({ offset: places.offsetOf(element, attribute) });

  const wrongValue = (element: Element, attribute: Attribute, { type }: AttributeRule): Found => {
    const expected = inWords(type);
    const values = type.kind === 'restriction' ? type.values : undefined;
    const suggestion = values && nearest(attribute.value, values);
    const message = `the attribute \`${attribute.name}\` is ${quote(attribute.value)}; expected ${expected}`;
    const more = { ...at(element, attribute), expected: values ?? [expected], found: attribute.value };
    return found('attribute-value', element, message, suggestion ? { ...more, suggestion } : more);
  };

  const unknownAttribute = (element: Element, attribute: Attribute, { tests }: Compiled): Found => {
    const expected = [...tests.keys()];
    const suggestion = nearest(attribute.name, expected);
    const message = `\`${element.name}\` has no attribute \`${attribute.name}\`${suggestion ? `; did you mean \`${suggestion}\`?` : ''}`;
    const more = { ...at(element, attribute), expected, found: attribute.name };
    return found('attribute-unknown', element, message, suggestion ? { ...more, suggestion } : more);
  };

  return {
    start,
    text(text, parent, offset, cdata) {
      const state = open[open.length - 1];
      const compiled = state?.compiled;
      if (!compiled || compiled.mixed || state.faulty) return;
      // a CDATA section is text, even a blank one
      const blank = !cdata && /^[ \t\n\r]*$/.test(text);
      if (blank && !compiled.empty) return;
      state.faulty = true;
      const message = compiled.empty
        ? `\`${parent.name}\` has to be empty; not even white space may stand in it`
        : `text may not stand in \`${parent.name}\`; ${describeExpected(state.state)}`;
      const at = compiled.empty ? offset : places.skipBlanks(offset);
      report(found('text-misplaced', parent, message, { offset: at, found: text.trim().slice(0, 40) }));
    },
    end(element) {
      const state = open.pop();
      if (state?.compiled) {
        if (unique.within.has(state.compiled.rule.name)) documents--;
        if (documents > 0) claimIdentifiers(element);
      }
      if (!state?.state || state.state.final || state.faulty) return;
      const message = `\`${element.name}\` is incomplete${state.previous ? ` after \`${state.previous}\`` : ''}; ${describeExpected(state.state)}`;
      report(found('element-missing', element, message, { expected: state.state.expected }));
    },
  };
}

/** The children whose absence explains why `child` may not come: one, or one after the other. */
function omission(state: State, child: string): { names: string[]; after: State } | undefined {
  const names: string[] = [];
  // what has to come is the only thing that may come: `meta`, then `mainBody`
  for (let here: State | undefined = state; here && names.length < 4; ) {
    const next = here.after(child);
    if (next) return names.length > 0 ? { names, after: next } : undefined;
    if (here.final) return undefined;
    const required: string[] = here.expected.filter((name) => here?.after(name)?.after(child));
    const name = required[0] ?? (here.expected.length === 1 ? here.expected[0] : undefined);
    if (name === undefined || required.length > 3) return undefined;
    names.push(name);
    here = here.after(name);
  }
  return undefined;
}
