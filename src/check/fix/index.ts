/** Repairs of what can be right in one way only. Attributes are set; no text is touched, and no element. */
import { elementRule } from '../../akn/vocabulary.ts';
import { checkArguments, examine, placed, type ValidateOptions } from '../akn.ts';
import type { Finding, Found } from '../finding.ts';
import { attr, type View, viewOf } from '../profile/view.ts';
import type { Element } from '../read.ts';
import { attributeOffset, type Setting, setAttributes } from '../tags.ts';
import { testOf } from '../values.ts';
import { onlyValue } from './missing.ts';
import { nameAnew } from './names.ts';
import { referencesTo } from './renamed.ts';

export interface Fixed {
  /** The document, byte for byte as it was but for the attributes that were wrong or missing. */
  xml: string;
  /** What was found and is repaired, in the order of the document as it was given. */
  fixed: Finding[];
}

/** A repair may bring another fault to light, an IRI that began as the wrong one did. More rounds than two have not been seen. */
const MOST_ROUNDS = 8;

/**
 * Repairs what can be right in one way only: missing and malformed eIds, values of the identification that contradict each other,
 * required attributes that can have one value. The rules that repair say so in docs/rules.md.
 *
 * @param xml the document; a byte order mark at its start stays
 * @param options as for `validateAkn`: what is off is not repaired
 * @returns the repaired document, which is the given one where there is nothing to repair or it is not well-formed; and what was
 *   repaired. To repair it again changes nothing.
 * @example
 * const { xml, fixed } = fixAkn(document);
 * fixed[0].ruleId // 'eid-number'
 */
export function fixAkn(xml: string, options: Omit<ValidateOptions, 'maxFindings' | 'name' | 'among'> = {}): Fixed {
  checkArguments('fixAkn', xml, options);
  const mark = xml.startsWith('\ufeff') ? '\ufeff' : '';
  const source = xml.slice(mark.length);
  const { profile, rules } = options;
  const all = { ...(profile && { profile }), ...(rules && { rules }), maxFindings: Number.POSITIVE_INFINITY };
  const first = examine(source, all, true);
  const settings = new Map<string, Setting>();
  const fixed: Found[] = [];
  let text = source;
  let examined = first;
  for (let round = 0; examined.root && round < MOST_ROUNDS; round++) {
    const { repaired, made } = repairsOf(examined.found, viewOf(examined.root, examined.elements));
    if (made.length === 0) break;
    // no element comes or goes: repairs of all rounds are made in the source, at the places of the first
    const indices = new Map(examined.elements.map((element, index) => [element, index]));
    const origin = (element: Element) => first.elements[indices.get(element) as number] as Element;
    for (const { element, attribute, value } of made) {
      const place = origin(element);
      settings.set(`${place.offset} ${attribute}`, { element: place, attribute, value });
    }
    for (const { subject, attribute: name = '', ...finding } of repaired) {
      fixed.push({ ...finding, offset: attributeOffset(source, origin(subject), { name }) });
    }
    text = setAttributes(source, [...settings.values()]);
    examined = examine(text, all, true);
  }
  return { xml: mark + text, fixed: fixed.sort((a, b) => a.offset - b.offset).map(placed(source)) };
}

type OfElement = Found & { subject: Element };

/** What is found that can be repaired, and the attributes that repair it. */
function repairsOf(found: readonly Found[], view: View): { repaired: OfElement[]; made: Setting[] } {
  const repaired: OfElement[] = [];
  const made: Setting[] = [];
  const unnamed: OfElement[] = [];
  for (const finding of found) {
    if (!isOfElement(finding)) continue;
    if (finding.repair === 'eId') {
      unnamed.push(finding);
      continue;
    }
    const settings = (finding.repair?.() ?? given(finding, view)).filter(changes);
    if (settings.length === 0 || !settings.every(isAllowed)) continue;
    repaired.push(finding);
    made.push(...settings);
  }
  const names = nameAnew(new Set(unnamed.map(({ subject }) => subject)), view.elements);
  repaired.push(...unnamed.filter(({ subject }) => names.get(subject) !== attr(subject, 'eId')));
  const eIds = [...names].map(([element, value]) => ({ element, attribute: 'eId', value }));
  return { repaired, made: [...made, ...eIds.filter(changes), ...referencesTo(names, view)] };
}

const isOfElement = (found: Found): found is OfElement => found.subject !== undefined;

function given({ ruleId, subject, attribute }: OfElement, view: View): Setting[] {
  const value = ruleId === 'attribute-missing' && attribute ? onlyValue(subject, attribute, view) : undefined;
  return attribute === undefined || value === undefined ? [] : [{ element: subject, attribute, value }];
}

/** What is valid stays so. */
function isAllowed({ element, attribute, value }: Setting): boolean {
  const type = elementRule(element.local)?.attributes.get(attribute)?.type;
  return type !== undefined && testOf(type)(value);
}

const changes = ({ element, attribute, value }: Setting): boolean => attr(element, attribute) !== value;
