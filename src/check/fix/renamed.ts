/** What refers to an element by its eId follows when it is renamed. */
import { elementRule, type SimpleType } from '../../akn/vocabulary.ts';
import { outermostDocument } from '../profile/identifiers.ts';
import { attr, type View } from '../profile/view.ts';
import type { Attribute, Element } from '../read.ts';
import type { Setting } from '../tags.ts';

/**
 * The references to renamed elements: `#para_4`, and `#para_4` behind an IRI of the document itself.
 *
 * @param names the new eIds
 */
export function referencesTo(names: ReadonlyMap<Element, string>, { elements, documents }: View): Setting[] {
  if (names.size === 0) return [];
  const inFile = new Map<string, string>();
  const inDocument = new Map<Element | undefined, Map<string, string>>();
  for (const element of elements) {
    const eId = attr(element, 'eId');
    if (eId === undefined) continue;
    const document = outermostDocument(element);
    const known = inDocument.get(document) ?? new Map<string, string>();
    inDocument.set(document, known);
    // a reference leads to the first element of its name, in its own document if there is one
    for (const ids of [known, inFile]) if (!ids.has(eId)) ids.set(eId, names.get(element) ?? eId);
  }
  const own = new Set(
    documents.flatMap(({ work, expression, manifestation }) =>
      [work, expression, manifestation].flatMap(({ self, uri }) => [attr(self, 'value'), attr(uri, 'value')]),
    ),
  );
  return elements.flatMap((element) =>
    element.attributes
      .filter((attribute) => refers(element, attribute))
      .flatMap(({ name, value: written }) => {
        const near = inDocument.get(outermostDocument(element));
        const value = written.replace(/(?<!\S)([^\s#]*)#(\S+)/g, (whole, iri: string, eId: string) => {
          const found = iri === '' ? (near?.get(eId) ?? inFile.get(eId)) : own.has(iri) ? inFile.get(eId) : undefined;
          return found === undefined ? whole : `${iri}#${found}`;
        });
        return value === written ? [] : [{ element, attribute: name, value }];
      }),
  );
}

function refers(element: Element, { uri, local, value }: Attribute): boolean {
  if (uri !== '' || !value.includes('#')) return false;
  const type = elementRule(element.local)?.attributes.get(local)?.type;
  return type !== undefined && isReference(type);
}

function isReference(type: SimpleType): boolean {
  if (type.kind === 'list') return isReference(type.of);
  return type.kind === 'builtin' ? type.name === 'anyURI' : type.kind === 'restriction' && type.base === 'anyURI';
}
