/** What holds of reading any Akoma Ntoso that we write. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromAkn, toAkn } from '../src/akn/index.ts';

import { root } from './arbitraries.ts';
import { canonical } from './canonical.ts';
import { normal } from './carried.ts';

describe('any tree', () => {
  test('comes back from what it was written as', () => {
    fc.assert(
      fc.property(root, fc.boolean(), (tree, indent) => {
        const { tree: read, diagnostics } = fromAkn(toAkn(tree, { indent }));
        expect(diagnostics).toEqual([]);
        expect(normal(read)).toEqual(normal(tree));
      }),
      { numRuns: 300 },
    );
  });

  test('is written again as it was', () => {
    fc.assert(
      fc.property(root, (tree) => {
        const xml = toAkn(tree);
        expect(canonical(toAkn(fromAkn(xml).tree))).toBe(canonical(xml));
      }),
      { numRuns: 200 },
    );
  });
});
