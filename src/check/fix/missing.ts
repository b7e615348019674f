/** Attributes that the schema wants and a document lacks, where they can have one value only. */
import { elementRule } from '../../akn/vocabulary.ts';
import { noteCalled } from '../profile/references.ts';
import { symbols } from '../profile/symbols.ts';
import { attr, type Document, type View } from '../profile/view.ts';
import type { Element } from '../read.ts';

/**
 * The one value that a missing attribute can have: the type allows no other, or the document has it elsewhere.
 *
 * @param attribute its name, without prefix
 */
export function onlyValue(element: Element, attribute: string, view: View): string | undefined {
  const type = elementRule(element.local)?.attributes.get(attribute)?.type;
  if (type?.kind === 'restriction' && type.values?.length === 1) return type.values[0];
  return elsewhere[`${element.local}/${attribute}`]?.(element, view);
}

const elsewhere: Readonly<Record<string, (element: Element, view: View) => string | undefined>> = {
  'noteRef/href': (element, view) => noteCalled(element, view)[0],
  'statement/name': (element, view) => {
    for (const { document, parsed } of symbols(view)) {
      if (document.element === element && parsed?.kind !== 'other') return parsed?.kind;
    }
    return undefined;
  },
  'FRBRlanguage/language': (element, view) => inIri(element, view, 'expression', /\/([a-z]{3})@/),
  'FRBRcountry/value': (element, view) => inIri(element, view, 'work', /^\/akn\/([a-z]{2}(?:-[a-z]+)?)\//),
  'FRBRdate/date': (element, view) => {
    const document = documentOf(element, view);
    return document?.work.dates[0] === element ? inIri(element, view, 'work', /\/(\d{4}-\d\d-\d\d)\//) : undefined;
  },
};

const documentOf = (element: Element, { documents }: View): Document | undefined =>
  documents.find(({ work, expression }) => [work.element, expression.element].includes(element.parent));

/** What both IRIs of a level say. */
function inIri(element: Element, view: View, level: 'work' | 'expression', part: RegExp): string | undefined {
  const found = documentOf(element, view)?.[level];
  const [one, other] = [found?.uri, found?.self].map((iri) => part.exec(attr(iri, 'value') ?? '')?.[1]);
  return one === other ? one : undefined;
}
