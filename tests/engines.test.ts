/** All engines say the same of the same document; those of libxml2 with the schema that is generated here. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openEngine } from '../src/check/engines/index.ts';
import { validateAkn } from '../src/check/index.ts';
import { mutantsOf } from './mutations.ts';
import { RIGHT } from './right.ts';

/** An optional package that is built from C++ and so no dependency of ours: it is tested where somebody has installed it. */
const NATIVE: string = 'libxmljs2';
const isInstalled = await import(NATIVE).then(
  () => true,
  () => false,
);

const documents = [
  { name: 'right', xml: RIGHT },
  ...mutantsOf(RIGHT, 1, 8),
  ...mutantsOf(readFileSync('samples/002_40b012bcd7b7be1f.xml', 'utf8'), 2, 4),
];

describe.each([
  ['libxml2', documents],
  // it compiles the schema for each document
  ['libxmljs2', documents.filter((_, index) => index % 4 === 0)],
] as const)('%s', (name, some) => {
  const note = name === NATIVE && !isInstalled ? ` (skipped: ${NATIVE} is not installed)` : '';

  test.skipIf(note !== '')(`gives our verdicts, and our first faulty element${note}`, async () => {
    const engine = await openEngine(name);
    let invalid = 0;
    for (const { name: mutation, xml } of some) {
      const ours = validateAkn(xml, { profile: 'none' });
      const theirs = engine.validate(xml, { profile: 'none' });
      expect([mutation, theirs.valid]).toEqual([mutation, ours.valid]);
      if (theirs.valid) continue;
      invalid++;
      // they tell lines only, some of two findings on one in another order than ours
      const [first] = ours.findings;
      const place = ({ line, element }: (typeof ours.findings)[number]) => `${line} ${element.replace(/^.*:/, '')}`;
      if (first && first.ruleId !== 'text-misplaced') expect(theirs.findings.map(place)).toContain(place(first));
    }
    engine.close();
    expect(invalid).toBeGreaterThan(some.length / 4);
  });

  test.skipIf(note !== '')(`leaves what is beyond the schema to us, and obeys the settings${note}`, async () => {
    const engine = await openEngine(name);
    const warned = RIGHT.replace('>54/175</a>', '></a>54/175').replace('<num>1.</num>', '<num x="1">1.</num>');
    const found = (rules = {}) => engine.validate(warned, { rules }).findings.map(({ ruleId, severity }) => [ruleId, severity]);
    expect(found()).toEqual([
      ['link-text', 'warning'],
      ['schema-violation', 'error'],
    ]);
    expect(found({ 'link-text': 'off', 'schema-violation': 'warning' })).toEqual([['schema-violation', 'warning']]);
    expect(engine.validate('<!DOCTYPE a><a/>', {}).findings.map(({ ruleId }) => ruleId)).toEqual(['xml-doctype']);
    engine.close();
  });
});
