/** Nothing is lost of any real text at hand: the samples, and each rendering of each document of the corpus. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromText } from '../src/index.ts';
import { disordered, imbalance, mislocated, misspelled } from './accounting.ts';
import { CORPUS, type Dialect, documents, textFile } from './gold.ts';
import { samples } from './texts.ts';

const DIALECTS: readonly Dialect[] = ['clean', 'pdf', 'layout', 'tika', 'markdown'];
const hasCorpus = existsSync(CORPUS);
if (!hasCorpus) console.info(`coverage of the corpus skipped: ${CORPUS} is not here`);

/** What does not hold of a text; nothing when all is kept where it stands. */
function faultsOf(text: string): string[] {
  const result = fromText(text);
  return [
    ...result.coverage.lost.map(({ value }) => `lost ${value}`),
    ...(result.coverage.ratio === 1 ? [] : [`ratio ${result.coverage.ratio}`]),
    ...imbalance(text, result),
    ...misspelled(text, result),
    ...mislocated(text, result),
    ...disordered(result),
  ];
}

test('of the samples', () => {
  expect(samples.flatMap(faultsOf)).toEqual([]);
});

describe.skipIf(!hasCorpus).each(DIALECTS)('of the corpus as %s', (dialect) => {
  test('every character is kept once, where it stands', () => {
    const all = documents();
    expect(all).toHaveLength(120);
    const faults = all.map((document) => [document.id, faultsOf(textFile(document, dialect))] as const);
    expect(Object.fromEntries(faults.filter(([, found]) => found.length > 0))).toEqual({});
  });
});
