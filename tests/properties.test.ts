/** What holds of any input whatever: fromText and toAkn lose nothing, invent nothing, throw nothing. */
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromText, type Root, toAkn } from '../src/index.ts';
import { disordered, imbalance, mislocated, misspelled, nodesOf, solid } from './accounting.ts';
import { garbage, heap, mutant } from './texts.ts';
import { hasSchema, schemaNote, validate } from './xsd.ts';

const inputs: [name: string, input: Arbitrary<string>, runs: number][] = [
  ['garbage', garbage, 1500],
  ['a heap of fragments of resolutions', heap, 1500],
  ['a sample gone wrong', mutant, 250],
];

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#13': '\r', '#10': '\n', '#9': '\t' };

/** The words between the tags, blanks left out. */
const wordsOf = (xml: string) =>
  solid(xml.replace(/<[^<>]*>/g, '').replace(/&([^;]*);/g, (entity, name: string) => ENTITIES[name] ?? entity));

/** Characters that no XML document may hold are U+FFFD in ours. */
const inXml = (text: string) =>
  solid(text.replace(/\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd'));

describe.each(inputs)('%s', (_, input, runs) => {
  test('gives a tree that has every character of it once, where it stands', () => {
    fc.assert(
      fc.property(input, (text) => {
        const result = fromText(text);
        expect(result.coverage).toMatchObject({ ratio: 1, lost: [], total: solid(text).length });
        expect(imbalance(text, result)).toEqual([]);
        expect(misspelled(text, result)).toEqual([]);
        expect(mislocated(text, result)).toEqual([]);
        expect(disordered(result)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('gives Akoma Ntoso that has every word of the tree', () => {
    fc.assert(
      fc.property(input, (text) => {
        const { tree } = fromText(text);
        const words = wordsOf(toAkn(tree));
        for (const node of nodesOf(tree)) if (node.type === 'text') expect(words).toContain(inXml(node.value));
      }),
      { numRuns: runs / 5 },
    );
  });

  test.skipIf(!hasSchema)(`gives valid Akoma Ntoso${schemaNote}`, () => {
    fc.assert(
      fc.property(input, (text) => {
        expect(validate(toAkn(fromText(text).tree))).toEqual([]);
      }),
      { numRuns: runs / 2 },
    );
  });

  test('gives the same tree and bytes each time, and plain JSON', () => {
    fc.assert(
      fc.property(input, (text) => {
        const first = fromText(text);
        expect(fromText(text)).toEqual(first);
        const stored: Root = JSON.parse(JSON.stringify(first.tree));
        expect(stored).toEqual(first.tree);
        expect(toAkn(stored)).toBe(toAkn(first.tree));
      }),
      { numRuns: runs / 10 },
    );
  });
});

describe('misuse', () => {
  test.each([undefined, null, 12, {}, [], Buffer.from('The General Assembly,')])('fromText(%o) throws a TypeError', (value) => {
    expect(() => fromText(value as unknown as string)).toThrow(TypeError);
  });
  test.each([undefined, null, 12, 'text', {}, { type: 'p', children: [] }, { type: 'resolution' }])(
    'toAkn(%o) throws a TypeError',
    (value) => {
      expect(() => toAkn(value as unknown as Root)).toThrow(TypeError);
    },
  );
  test('options of the wrong type throw a TypeError', () => {
    expect(() => fromText('', { language: 'klingon' as 'eng' })).toThrow(TypeError);
  });
});
