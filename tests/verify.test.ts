/** `--verify`: what passes, and that each check finds the fault that it is for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Conversion, verify } from '../src/cli/verify.ts';
import { fromAkn, fromText, toAkn, toText } from '../src/index.ts';
import { root } from './arbitraries.ts';

const TEXT = 'The General Assembly,\n\n1. Adopts the Plan.¹\n\n¹ A/64/L.64.\n';
const read = fromText(TEXT);
const XML = toAkn(read.tree);
const printers = {
  akn: (tree: typeof read.tree) => toAkn(tree),
  json: (tree: typeof read.tree) => JSON.stringify(tree),
  text: (tree: typeof read.tree) => toText(tree),
};
const inputs = {
  text: { input: TEXT, read },
  akn: { input: XML, read: fromAkn(XML) },
  json: { input: JSON.stringify(read.tree), read: { tree: read.tree } },
};

function conversion(from: keyof typeof inputs, to: keyof typeof printers): Conversion {
  const { input, read: found } = inputs[from];
  return { from, input, read: found, to, output: printers[to](found.tree) };
}

const pairs = (['text', 'akn', 'json'] as const).flatMap((from) =>
  (['akn', 'json', 'text'] as const).map((to) => [from, to] as const),
);

test.each(pairs)('%s to %s holds', (from, to) => {
  const done = conversion(from, to);
  expect(
    verify(
      done,
      () => done.output,
      () => [],
    ),
  ).toEqual([]);
});

test.each(pairs)('%s to %s: a word that is lost is missed', (from, to) => {
  const done = conversion(from, to);
  const output = done.output.replaceAll('Plan', 'Pn');
  const faults = verify({ ...done, output }, () => output);
  expect(faults).toEqual(['identity: "a" is once missing, "l" is once missing']);
});

test('other bytes the second time', () => {
  const done = conversion('text', 'akn');
  expect(verify(done, () => `${done.output} `)).toEqual([expect.stringMatching(/^stability: at offset \d+ stands/)]);
});

test('an output that is read as something else', () => {
  const done = conversion('text', 'akn');
  const output = done.output.replace('<num>1.</num>', '<num >1.</num >');
  expect(verify({ ...done, output }, () => output)).toEqual([
    expect.stringMatching(/^stability: at offset \d+ stands ".*<num >/),
  ]);
});

describe('validity', () => {
  const invalid = () => ['one', 'two', 'three', 'four', 'five'];

  test('of Akoma Ntoso only, by whoever is given', () => {
    const done = conversion('text', 'akn');
    expect(verify(done, () => done.output, invalid)).toEqual(['validity: one, two, three and 2 more']);
    const json = conversion('text', 'json');
    expect(verify(json, () => json.output, invalid)).toEqual([]);
  });
});

test('any tree holds', () => {
  fc.assert(
    fc.property(root, fc.constantFrom('akn', 'json', 'text'), (given, to) => {
      // as it comes from a file
      const input = JSON.stringify(given);
      const tree = JSON.parse(input);
      const output = printers[to](tree);
      expect(verify({ from: 'json', input, read: { tree }, to, output }, () => printers[to](tree))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
