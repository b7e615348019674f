/** What is generated is fresh, and says what it was generated from. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generated } from '../scripts/generate-schemas.ts';
import { elementNames, elementRules, unique } from '../src/akn/vocabulary.ts';
import { validateTree } from '../src/check/index.ts';
import { automaton } from '../src/check/model.ts';
import { fromText } from '../src/index.ts';
import { attributeWords, difference } from './languages.ts';
import { readSchema } from './schema.ts';

test.each(Object.entries(generated))('%s is fresh: else run npm run generate-schemas', (path, content) => {
  expect(readFileSync(path, 'utf8') === content()).toBe(true);
});

describe('schemas/akn-3.0.xsd', () => {
  const schema = readSchema('schemas/akn-3.0.xsd');
  test('says what the vocabulary says', () => {
    expect([...schema.keys()]).toEqual([...elementNames]);
    for (const ours of elementRules()) {
      const theirs = schema.get(ours.name);
      expect(theirs && difference(automaton(ours.content), automaton(theirs.content))).toBeUndefined();
      expect([ours.name, theirs?.mixed, theirs?.foreignAttributes]).toEqual([ours.name, ours.mixed, ours.foreignAttributes]);
      expect(Object.fromEntries(theirs?.attributes ?? [])).toEqual(attributeWords(ours));
      expect(theirs?.unique).toEqual(unique.within.has(ours.name) ? unique.attributes : []);
    }
  });
});

describe('validateTree', () => {
  const samples = readdirSync('samples').filter((name) => name.endsWith('.json'));
  const read = (name: string) => JSON.parse(readFileSync(`samples/${name}`, 'utf8'));

  test.each(samples)('samples/%s is valid', (name) => {
    expect(validateTree(read(name))).toEqual({ valid: true, findings: [] });
  });

  test('so is every tree of the fixtures', () => {
    for (const file of readdirSync('tests/fixtures', { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.txt')) continue;
      const { tree } = fromText(readFileSync(`tests/fixtures/${file}`, 'utf8'));
      expect([file, validateTree(JSON.parse(JSON.stringify(tree)))]).toEqual([file, { valid: true, findings: [] }]);
    }
  });

  test.each<[string, (tree: ReturnType<typeof read>) => unknown, string]>([
    ['a type that does not exist', (tree) => (tree.children[0].type = 'prefaces'), '/children/0'],
    ['an attribute too many', (tree) => (tree.colour = 'red'), 'must NOT have additional properties: colour'],
    ['a fact that is missing', (tree) => delete tree.metadata.kind, "/metadata must have required property 'kind'"],
    ['a kind that does not exist', (tree) => (tree.metadata.kind = 'law'), '/metadata/kind must be equal to one of'],
    ['a text that is none', (tree) => (tree.children = 'text'), '/children must be array'],
  ])('%s is found', (_name, spoil, expected) => {
    const tree = read(samples[1] as string);
    spoil(tree);
    const { valid, findings } = validateTree(tree);
    expect([valid, findings.map(({ path, message }) => `${path} ${message}`).join('\n')]).toEqual([
      false,
      expect.stringContaining(expected),
    ]);
    expect(findings).toHaveLength(1);
  });

  test('nothing is thrown, whatever it is given', () => {
    for (const value of [undefined, null, 1, 'x', [], {}, { type: 1 }]) expect(validateTree(value).valid).toBe(false);
  });
});
