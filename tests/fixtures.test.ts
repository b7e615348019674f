/**
 * Small texts, a construct each, with the tree and the Akoma Ntoso that they give, read and approved by hand.
 * `UPDATE=1 npx vitest run tests/fixtures.test.ts` rewrites the .json and the .xml: read what changed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fromText, toAkn } from '../src/index.ts';
import { disordered, imbalance, mislocated, misspelled } from './accounting.ts';
import { hasSchema, schemaNote, validate } from './xsd.ts';

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length))
  .sort();

const WIDTH = 128;

/** JSON that a person can read: what fits on a line stands on one. */
function print(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (line.length + indent.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => print(item, deeper))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${print(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${items.map((item) => deeper + item).join(',\n')}\n${indent}${close}`;
}

function golden(file: string, content: string): void {
  if (process.env.UPDATE === '1') writeFileSync(file, content);
  expect(existsSync(file), `${file} is missing: run with UPDATE=1`).toBe(true);
  expect(content).toBe(readFileSync(file, 'utf8'));
}

test('no tree and no Akoma Ntoso is without its text', () => {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
  expect(all.filter((name) => !names.includes(name.replace(/\.(?:txt|json|xml)$/, '')))).toEqual([]);
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(`${folder}${name}.txt`, 'utf8');
  const result = fromText(text);
  const { tree, diagnostics, coverage } = result;
  const xml = toAkn(tree);

  test('the tree', () => {
    const { setAside, repairs } = coverage;
    golden(`${folder}${name}.json`, `${print({ tree, diagnostics, setAside, repairs })}\n`);
  });
  test('the Akoma Ntoso', () => {
    golden(`${folder}${name}.xml`, xml);
  });
  test('every character is kept once, where it stands', () => {
    expect(coverage).toMatchObject({ ratio: 1, lost: [] });
    expect([
      ...imbalance(text, result),
      ...misspelled(text, result),
      ...mislocated(text, result),
      ...disordered(result),
    ]).toEqual([]);
  });
  test.skipIf(!hasSchema)(`it is valid${schemaNote}`, () => {
    expect(validate(xml)).toEqual([]);
  });
});
