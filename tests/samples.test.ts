/**
 * The five real inputs give the files beside them, read and approved by hand: documentation and golden test at once.
 * `UPDATE=1 npx vitest run tests/samples.test.ts` rewrites them.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { adoptionDate } from '../src/akn/dates.ts';
import { fromText, toAkn } from '../src/index.ts';
import { hasSchema, schemaNote, validate } from './xsd.ts';

const folder = fileURLToPath(new URL('../samples/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));

function golden(file: string, content: string): void {
  if (process.env.UPDATE === '1') writeFileSync(file, content);
  expect(existsSync(file), `${file} is missing: run with UPDATE=1`).toBe(true);
  expect(content).toBe(readFileSync(file, 'utf8'));
}

test('there are five samples', () => {
  expect(names).toHaveLength(5);
});

describe.each(names)('%s', (name) => {
  const stem = folder + name.slice(0, -'.txt'.length);
  const { tree, coverage } = fromText(readFileSync(folder + name, 'utf8'), { source: `samples/${name}` });
  const xml = toAkn(tree, { adoptionDate });

  test('the tree', () => {
    golden(`${stem}.json`, `${JSON.stringify(tree, null, 2)}\n`);
  });
  test('the Akoma Ntoso', () => {
    golden(`${stem}.xml`, xml);
  });
  test('nothing is lost', () => {
    expect(coverage).toMatchObject({ ratio: 1, lost: [] });
  });
  test.skipIf(!hasSchema)(`it is valid${schemaNote}`, () => {
    expect(validate(xml)).toEqual([]);
  });
});
