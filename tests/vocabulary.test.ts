/** The vocabulary says what the schema of OASIS says: for each element the same children in the same order, the same attributes. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Content, elementNames, elementRules, group, groupNames, namesOf, unique } from '../src/akn/vocabulary.ts';
import { automaton } from '../src/check/model.ts';
import { attributeWords, difference } from './languages.ts';
import { readSchema } from './schema.ts';

const SCHEMA = '../shared/schemas/akomantoso30.xsd';
const schema = existsSync(SCHEMA) ? readSchema(SCHEMA) : undefined;
const note = schema ? '' : ` (skipped: ${SCHEMA} is not here)`;

describe('the vocabulary', () => {
  test('has 315 elements, each with a description, and no group that nothing uses', () => {
    expect(elementNames.size).toBe(315);
    for (const { name, description } of elementRules()) expect(description, name).toMatch(/\S/);
    const used = JSON.stringify([...elementRules().map(({ content }) => content), ...groupNames.map(group)]);
    for (const name of groupNames) expect(used, name).toContain(`"${name}"`);
  });

  test('mentions no element that it does not have', () => {
    for (const { name, content } of elementRules()) {
      for (const child of namesOf(content)) expect(elementNames.has(child), `${child} in ${name}`).toBe(true);
    }
  });
});

describe('automata', () => {
  const model = (...parts: Content[]): Content => ({ kind: 'sequence', parts });
  const a: Content = { kind: 'element', name: 'a' };
  const many: Content = { kind: 'repeated', part: a, least: 0 };

  test('tell languages apart that differ in one word', () => {
    expect(difference(automaton(model(a, many)), automaton({ kind: 'repeated', part: a, least: 1 }))).toBeUndefined();
    expect(difference(automaton(model(many)), automaton(model(many, a)))).toEqual(['(end)']);
    expect(difference(automaton(model(a, { kind: 'optional', part: a })), automaton(model(a, many)))).toEqual(['a', 'a', 'a']);
  });
});

describe.skipIf(!schema)(`the vocabulary and the schema of OASIS${note}`, () => {
  const official = schema ?? new Map();

  test('have the same elements', () => {
    expect([...elementNames].sort()).toEqual([...official.keys()].sort());
  });

  test.each(elementRules())('$name: the same children, characters and attributes', (ours) => {
    const theirs = official.get(ours.name);
    expect(difference(automaton(ours.content), automaton(theirs.content))).toBeUndefined();
    expect(ours.mixed).toBe(theirs.mixed);
    expect(ours.foreignAttributes).toBe(theirs.foreignAttributes);
    expect(attributeWords(ours)).toEqual(Object.fromEntries(theirs.attributes));
    expect(unique.within.has(ours.name) ? unique.attributes : []).toEqual(theirs.unique);
  });
});
