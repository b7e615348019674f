/** The findings of the second layer in words. */
import { AKN, type ElementRule, elementNames, namesOf } from '../akn/vocabulary.ts';
import { describeExpected, nearest } from './describe.ts';
import { type Found, pathOf, repeated, type Severity } from './finding.ts';
import type { State } from './model.ts';
import { type Element, ordinalOf } from './read.ts';
import { type SchemaRuleId, schemaRules, wellFormedness } from './rules.ts';

/** A finding of these layers, with its severity from the table. */
export function found(ruleId: SchemaRuleId, element: Element | undefined, message: string, more: Partial<Found> = {}): Found {
  const severity: Severity = { ...wellFormedness, ...schemaRules }[ruleId].severity;
  const offset = element?.offset ?? 0;
  return { ruleId, severity, message, path: pathOf(element), element: element?.name ?? '', offset, ...more };
}

export function missing(element: Element, names: readonly string[], state: State): Found {
  const listed = names.map((name) => `\`${name}\``).join(' and ');
  const message = `${listed} ${names.length > 1 ? 'are' : 'is'} missing before \`${element.name}\``;
  return found('element-missing', element, message, { expected: state.expected, found: element.name });
}

export function misplaced(element: Element, parent: ElementRule, state: State): Found {
  const { name, local, uri } = element;
  const more = { expected: state.expected, found: name };
  const allowed = describeExpected(state);
  if (uri !== AKN) {
    const where = uri === '' ? 'is in no namespace' : `is in the namespace ${uri}`;
    return found('element-unknown', element, `\`${name}\` ${where} and may not stand in \`${parent.name}\`; ${allowed}`, more);
  }
  if (!elementNames.has(local)) {
    const suggestion = nearest(local, state.expected) ?? nearest(local, [...elementNames]);
    const message = `there is no element \`${name}\`; ${suggestion ? `did you mean \`${suggestion}\`?` : allowed}`;
    return found('element-unknown', element, message, suggestion ? { ...more, suggestion } : more);
  }
  if (!namesOf(parent.content).has(local)) {
    return found('element-misplaced', element, `\`${name}\` may not stand in \`${parent.name}\`; ${allowed}`, more);
  }
  const once = ordinalOf(element) > 1 && !repeated(parent.content).has(local);
  const message = once
    ? `\`${name}\` may stand in \`${parent.name}\` once only; ${allowed}`
    : `\`${name}\` comes too late in \`${parent.name}\`, or cannot go with what is before it; ${allowed}`;
  return found('element-misplaced', element, message, more);
}

export function strangeRoot(element: Element): Found {
  const { name, local, uri } = element;
  const known = elementNames.has(local);
  const namespace = uri === '' ? 'it is in no namespace' : `its namespace is ${uri}`;
  const message = known
    ? `\`${name}\` is not in the namespace of Akoma Ntoso 3.0: ${namespace}; expected ${AKN}`
    : `the root is \`${name}\`, which is no element of Akoma Ntoso 3.0; expected \`akomaNtoso\``;
  return found('root-unknown', element, message, { expected: ['akomaNtoso'], found: name });
}
