/** What holds of the Akoma Ntoso of any tree whatever. */

import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { toAkn } from '../src/akn/index.ts';
import type { Node, Root } from '../src/ast.ts';
import { root } from './arbitraries.ts';
import { hasSchema, schemaNote, validate } from './xsd.ts';

const RUNS = 400;
const options = { adoptionDate: (symbol: string) => (symbol.startsWith('A/RES/') ? '2010-07-30' : undefined) };

type Read = { ':@'?: Record<string, string>; '#text'?: string } & { [tag: string]: Read[] };
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  htmlEntities: true,
});
interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}
function elementOf(node: Read): Element | string {
  if (node['#text'] !== undefined) return String(node['#text']);
  const [name = ''] = Object.keys(node).filter((key) => key !== ':@');
  return { name, attributes: node[':@'] ?? {}, children: (node[name] ?? []).map(elementOf) };
}
function read(xml: string): Element {
  return elementOf((parser.parse(xml) as Read[])[0] as Read) as Element;
}
function* elements(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elements(child);
}
function textOf(element: Element): string {
  if (element.name === 'meta') return '';
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The words of a tree in the order in which Akoma Ntoso has its parts; orphan calls of notes are printed, the others are not. */
function wordsOf(node: Node): string {
  const parts: (Node | undefined)[] = [];
  if (node.type === 'attachment') parts.push(node.designation, node.title);
  if ('num' in node && typeof node.num === 'object') parts.push(node.num);
  if ('heading' in node) parts.push(node.heading);
  if ('children' in node) {
    const order = ['coverPage', 'preface', 'preamble', 'mainBody', 'conclusions', 'attachment', 'resolution'];
    const children: Node[] = [...node.children];
    if (['resolution', 'collection', 'attachment'].includes(node.type)) {
      children.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
    }
    parts.push(...children);
  }
  const own = 'value' in node && node.type !== 'mastheadLine' ? solid(node.value) : '';
  return own + parts.map((part) => (part ? wordsOf(part) : '')).join('');
}
const withoutCalls = (node: unknown): unknown =>
  JSON.parse(JSON.stringify(node), (_, value) =>
    Array.isArray(value) ? value.filter((child) => child?.type !== 'noteRef') : value,
  );
// white space is compared elsewhere: layout, and the line ends that a reader of XML makes one
const solid = (text: string) =>
  text.replace(/\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd').replace(/\s/g, '');

describe('any tree', () => {
  test.skipIf(!hasSchema)(`is valid Akoma Ntoso${schemaNote}`, () => {
    fc.assert(
      fc.property(root, fc.constantFrom('nested' as const, 'flat' as const), fc.boolean(), (tree, headings, dates) => {
        expect(validate(toAkn(tree, { ...options, headings, dates }))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('loses no word and changes no order', () => {
    fc.assert(
      fc.property(root, fc.boolean(), (given, indent) => {
        const tree = withoutCalls(given) as Root;
        expect(solid(textOf(read(toAkn(tree, { ...options, indent }))))).toBe(wordsOf(tree));
      }),
      { numRuns: RUNS },
    );
  });

  test('has unique identifiers of the OASIS form, and refers to what it declares', () => {
    fc.assert(
      fc.property(root, (tree) => {
        const documents = [...elements(read(toAkn(tree, options)))].filter(({ name }) =>
          /^(statement|documentCollection)$/.test(name),
        );
        for (const document of documents) {
          const all = [...elements(document)];
          const ids = all.flatMap(({ attributes }) => attributes.eId ?? []);
          expect(new Set(ids).size).toBe(ids.length);
          for (const id of ids) expect(id).toMatch(/^[A-Za-z]+(?:_[^\s_]+)*(?:__[A-Za-z]+(?:_[^\s_]+)*)*$/);

          const declared = all.filter(({ name }) => name.startsWith('TLC')).map(({ attributes }) => `#${attributes.eId}`);
          const used = all.flatMap(({ name, attributes: { refersTo, source, by, as, outcome, href } }) => [
            ...[refersTo, source, by, as, outcome].filter((value) => value !== undefined),
            ...(name === 'FRBRauthor' && href ? [href] : []),
          ]);
          expect(new Set(used)).toEqual(new Set(declared));
          expect(new Set(declared).size).toBe(declared.length);
          for (const { name, attributes } of all) {
            if (name === 'noteRef') expect(ids).toContain(attributes.href?.slice(1));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('gives the same bytes each time, and is not changed', () => {
    fc.assert(
      fc.property(root, (tree) => {
        const before = JSON.stringify(tree);
        expect(toAkn(tree)).toBe(toAkn(JSON.parse(before) as Root));
        expect(JSON.stringify(tree)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});
