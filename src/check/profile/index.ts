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
import { attr, child, down, type ProfileRule, type View } from './view.ts';

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
    for (const { element, attribute: name, ...rest } of rule.test(view)) {
      const attribute = element.attributes.find((each) => each.name === name);
      const offset = attribute ? offsetOf(element, attribute) : element.offset;
      const place = {
        path: pathOf(element),
        element: element.name,
        offset,
        subject: element,
        ...(name && { attribute: name }),
      };
      report({ ruleId, severity, ...place, ...rest });
    }
  }
}
