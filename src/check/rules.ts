/** The rules of the first two layers: whether a file is XML at all, and whether the schema allows what it holds. */
import type { Severity } from './finding.ts';

export interface RuleText {
  severity: Severity;
  /** What is wrong, as the heading of the rule's page. */
  title: string;
  /** Why it matters and what to do. */
  help: string;
  /** What `--fix` does about it, where it does. */
  fix?: string;
}

export const wellFormedness = {
  'xml-malformed': {
    severity: 'error',
    title: 'The file is not well-formed XML',
    help: 'A tag is not closed, an attribute has no quotes, an `&` is not written `&amp;`, a prefix is not declared. Nothing behind this place has been looked at: mend it and validate again.',
  },
  'xml-doctype': {
    severity: 'error',
    title: 'The file has a DOCTYPE',
    help: 'Akoma Ntoso needs none, and a DOCTYPE can bring in other files and entities that grow without bound. Delete it; write characters instead of entities.',
  },
  'xml-too-deep': {
    severity: 'error',
    title: 'Elements are nested too deeply',
    help: 'Real documents have some twenty-five levels. A thousand are a mistake of the program that wrote the file, or an attack.',
  },
  'xml-too-large': {
    severity: 'error',
    title: 'The file is too large',
    help: 'A file of more than a hundred million characters is refused. Split it into documents.',
  },
} as const satisfies Record<string, RuleText>;

export const schemaRules = {
  'root-unknown': {
    severity: 'error',
    title: 'The root is no element of Akoma Ntoso 3.0',
    help: 'The root is `akomaNtoso` in the namespace `http://docs.oasis-open.org/legaldocml/ns/akn/3.0`. Files of a draft of the standard have another namespace, and files of other vocabularies other names.',
  },
  'element-unknown': {
    severity: 'error',
    title: 'There is no such element',
    help: 'The name is none of the 315 of Akoma Ntoso, or it is in another namespace. Names are case-sensitive. Elements of your own may stand in `proprietary`, `foreign` and the like, in a namespace of your own.',
  },
  'element-misplaced': {
    severity: 'error',
    title: 'The element may not stand here',
    help: 'The schema says which elements may stand in which, in what order and how often. The message says what may stand at this place; the element reference says where an element may stand.',
  },
  'element-missing': {
    severity: 'error',
    title: 'An element is missing',
    help: 'The element named in the message has to stand at this place.',
  },
  'text-misplaced': {
    severity: 'error',
    title: 'Text may not stand here',
    help: 'Only some elements hold text. The others hold elements, with nothing but white space between them, or nothing at all.',
  },
  'attribute-unknown': {
    severity: 'error',
    title: 'The element has no such attribute',
    help: 'Names are case-sensitive (`eId`, not `eid`). Most elements may bear attributes of your own in a namespace of your own.',
  },
  'attribute-missing': {
    severity: 'error',
    title: 'An attribute is missing',
    help: 'The element has to bear the attribute named in the message.',
    fix: 'Given where it can have one value only: the type has no other, or the identification, the symbol or the note that is called has it.',
  },
  'attribute-value': {
    severity: 'error',
    title: 'The value of the attribute is not of its type',
    help: 'The message says what is expected: a day that exists, one of a few words, a URI.',
  },
  'id-duplicate': {
    severity: 'error',
    title: 'Two elements have the same identifier',
    help: 'Within a document, its attachments included, an `eId` and a `GUID` stand once; within a file, an `xml:id` does. Else a link to it leads to two places.',
  },
  'schema-violation': {
    severity: 'error',
    title: 'The schema does not allow this, as libxml2 says',
    help: 'What `--engine libxml2` finds, in the words of libxml2. With `--schema` it is another schema that is asked.',
  },
  'xsi-unsupported': {
    severity: 'error',
    title: 'xsi:type and xsi:nil are not supported',
    help: 'No element of Akoma Ntoso may be nil, and its elements need no other type than their own. Delete the attribute.',
  },
} as const satisfies Record<string, RuleText>;

export type SchemaRuleId = keyof typeof wellFormedness | keyof typeof schemaRules;
