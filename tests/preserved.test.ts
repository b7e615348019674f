/** Of the published files, what comes back: their XML, their text as plain text gives it, their trees from the canonical text. */
import { describe, expect, test } from 'vitest';
import { measurePreserved } from '../scripts/preserved.ts';
import { CORPUS } from './gold.ts';

const all = measurePreserved();
const note = all.size > 0 ? '' : ` (skipped: ${CORPUS} is not here)`;

/** Reached: the share of nodes that the two readers give alike, and how many trees come back from canonical text. */
const FLOORS = {
  eng: { agreed: 0.99, plain: 31, markdown: 31 },
  fra: { agreed: 0.99, plain: 33, markdown: 32 },
  spa: { agreed: 0.985, plain: 8, markdown: 7 },
  rus: { agreed: 0.98, plain: 10, markdown: 10 },
  ara: { agreed: 0.99, plain: 9, markdown: 9 },
  zho: { agreed: 0.985, plain: 10, markdown: 6 },
} as const;

describe.skipIf(all.size === 0)(`the published files${note}`, () => {
  test.each(Object.entries(FLOORS))('%s', (language, floors) => {
    const found = all.get(language as keyof typeof FLOORS);
    if (!found) throw new Error(`no file in ${language}`);
    const { files, canonical, typed, opaque, agreed, nodes, plain, markdown, moved } = found;
    expect(canonical).toBe(files);
    const carried = [...opaque.values()].reduce((sum, length) => sum + length, 0);
    expect(typed / (typed + carried)).toBeGreaterThanOrEqual(0.99);
    expect(agreed / nodes).toBeGreaterThanOrEqual(floors.agreed);
    expect(plain, `not back: ${moved.join(', ')}`).toBeGreaterThanOrEqual(floors.plain);
    expect(markdown, `not back: ${moved.join(', ')}`).toBeGreaterThanOrEqual(floors.markdown);
  });
});
