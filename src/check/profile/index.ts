/** The third layer: rules beyond the schema. `akn` holds for any Akoma Ntoso document, `un` for resolutions as AKN4UN has them. */
import { AKN } from '../../akn/vocabulary.ts';
import type { Found, Severity } from '../finding.ts';
import { pathOf } from '../finding.ts';
import type { Attribute, Element } from '../read.ts';
import { aknIdentification, unIdentification } from './identification.ts';
import { aknIdentifiers, unIdentifiers } from './identifiers.ts';
import { aknOthers, unOthers } from './others.ts';
import { unParts } from './parts.ts';
import { aknReferences, unReferences } from './references.ts';
import { unSymbols } from './symbols.ts';
import { aknText, unText } from './text.ts';
import { attr, child, down, type Problem, type ProfileRule, type View } from './view.ts';

export type Profile = 'akn' | 'un' | 'none';

const aknStructure = {
  'root-element': {
    severity: 'warning',
    title: 'The root is akomaNtoso',
    help: 'The schema allows any element as the root. A file that others can use is an `akomaNtoso` with one document in it.',
    *test({ root }) {
      if (root.uri === AKN && root.local !== 'akomaNtoso')
        yield { element: root, message: `the root is \`${root.name}\`; expected \`akomaNtoso\`` };
    },
  },
} satisfies Record<string, ProfileRule>;

/** The rules of each profile. Those of `akn` hold in `un` too. */
export const profiles = {
  akn: { ...aknStructure, ...aknIdentification, ...aknIdentifiers, ...aknReferences, ...aknText, ...aknOthers },
  un: { ...unIdentification, ...unSymbols, ...unIdentifiers, ...unReferences, ...unParts, ...unText, ...unOthers },
} as const satisfies Record<Exclude<Profile, 'none'>, Record<string, ProfileRule>>;

/** The profile that a document asks for by its country: `un` for those of the United Nations. */
export function profileOf(root: Element): Profile {
  const documents = child(root, 'meta') ? [root] : root.children.filter((node) => typeof node !== 'string');
  const isUn = documents.some(
    (document) => attr(down(document, 'meta', 'identification', 'FRBRWork', 'FRBRcountry'), 'value') === 'un',
  );
  return isUn ? 'un' : 'akn';
}

/**
 * Tests the rules of a profile.
 *
 * @param severityOf the severity of a rule, or `off`
 * @param report is told each finding
 * @param offsetOf where an attribute stands
 */
export function checkProfile(
  profile: Profile,
  view: View,
  severityOf: (ruleId: string, rule: ProfileRule) => Severity | 'off',
  report: (finding: Found) => void,
  offsetOf: (element: Element, attribute: Attribute) => number,
): void {
  if (profile === 'none') return;
  const rules: Record<string, ProfileRule> = profile === 'akn' ? profiles.akn : { ...profiles.akn, ...profiles.un };
  for (const [ruleId, rule] of Object.entries(rules)) {
    const severity = severityOf(ruleId, rule);
    if (severity === 'off') continue;
    for (const problem of rule.test(view)) report(foundBy(ruleId, severity, problem, offsetOf));
  }
}

// property by property: published files break some rules hundreds of times, and to spread objects would cost more than to find them
function foundBy(
  ruleId: string,
  severity: Severity,
  { element: subject, attribute, message, expected, found: what, repair }: Problem,
  offsetOf: (element: Element, attribute: Attribute) => number,
): Found {
  const wrong = attribute === undefined ? undefined : subject.attributes.find(({ name }) => name === attribute);
  const offset = wrong ? offsetOf(subject, wrong) : subject.offset;
  const found: Found = { ruleId, severity, message, path: pathOf(subject), element: subject.name, offset, subject };
  if (attribute !== undefined) found.attribute = attribute;
  if (expected !== undefined) found.expected = expected;
  if (what !== undefined) found.found = what;
  if (repair !== undefined) found.repair = repair;
  return found;
}
