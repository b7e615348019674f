/** Of the published files, what comes back: their XML, their text as plain text gives it, their trees from the canonical text. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measurePreserved, readKnownMisses, unlikeKnown } from '../scripts/preserved.ts';
import { CORPUS } from './gold.ts';

const all = measurePreserved();
const note = all.size > 0 ? '' : ` (skipped: ${CORPUS} is not here)`;

/** Reached: the share of nodes that the two readers give alike. */
const AGREED = { eng: 0.993, fra: 0.993, spa: 0.989, rus: 0.987, ara: 0.994, zho: 0.989 } as const;

describe.skipIf(all.size === 0)(`the published files${note}`, () => {
  test.each(Object.entries(AGREED))('%s', (language, floor) => {
    const found = all.get(language as keyof typeof AGREED);
    if (!found) throw new Error(`no file in ${language}`);
    const { files, canonical, typed, opaque, agreed, nodes } = found;
    expect(canonical).toBe(files);
    const carried = [...opaque.values()].reduce((sum, length) => sum + length, 0);
    expect(typed / (typed + carried)).toBeGreaterThanOrEqual(0.99);
    expect(agreed / nodes).toBeGreaterThanOrEqual(floor);
  });

  test('trees come back from their canonical text, and the text is the same again, but for those that are named', () => {
    expect(unlikeKnown(all, readKnownMisses())).toEqual([]);
  });
});

test('each kind of those that do not come back is explained', () => {
  const explained = readFileSync('docs/decisions/canonical-text.md', 'utf8');
  for (const { kind } of Object.values(readKnownMisses())) expect(explained).toContain(`| ${kind} |`);
});
