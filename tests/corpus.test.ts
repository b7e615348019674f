/** The figures over the corpus's documents, by language, hold what was once reached. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fallsBelow, GROUPS, nameOf, readFloors } from '../scripts/floors.ts';
import {
  type Cells,
  convertCorpus,
  DIALECTS,
  figuresOf,
  findScorer,
  LANGUAGES,
  METRICS,
  scoreFolder,
} from '../scripts/score.ts';

const scorer = findScorer();
if ('missing' in scorer) console.info(`corpus tests skipped: ${scorer.missing}`);

describe.skipIf('missing' in scorer)('the corpus', () => {
  test('no figure falls below its floor', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ntoso-corpus-'));
    try {
      const floors = readFloors();
      expect(Object.keys(floors)).toEqual(GROUPS.map(nameOf));
      for (const group of GROUPS) {
        const own = floors[nameOf(group)];
        // no call of a note is found in Arabic extractions, so no anchor is scored
        const scored = (dialect: string) =>
          METRICS.filter((metric) => metric !== 'anchor' || nameOf(group) !== 'ara' || /clean|markdown/.test(dialect));
        expect(DIALECTS.flatMap((dialect) => Object.keys(own?.[dialect] ?? {}))).toEqual(DIALECTS.flatMap(scored));
      }
      expect(convertCorpus(folder, { languages: LANGUAGES, dialects: DIALECTS })).toBeGreaterThan(0);
      expect(fallsBelow(floors, scoreFolder(folder, 'python' in scorer ? scorer.python : '', DIALECTS))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('figures', () => {
  const cell = (counts: Record<string, number>, right: number): Cells[string] => ({
    counts,
    meta_fields: { title: [right, 4] },
  });
  const cells: Cells = {
    'clean/eng/GA': cell({ b_tp: 9, b_g: 10, b_o: 10, w_m: 1, w_g: 2, docs: 4, missing: 1, malformed: 0, invalid: 1 }, 4),
    'clean/fra/SC': cell({ b_tp: 40, b_g: 40, b_o: 60, w_m: 9, w_g: 18, docs: 4, missing: 0, malformed: 0, invalid: 0 }, 2),
    'pdf/fra/SC': cell({ b_tp: 0, b_g: 50, b_o: 50 }, 0),
  };
  test('are summed from counts over the cells chosen', () => {
    const figures = figuresOf(cells, { languages: ['eng', 'fra'], dialects: ['clean'] });
    expect(figures).toMatchObject({ block: 98 / 120, wordR: 0.5, meta: 6 / 8, valid: 0.75, notes: Number.NaN });
    expect(figuresOf(cells, { languages: ['fra'], dialects: ['clean'] }).block).toBe(0.8);
  });
  test('a fall is found, and so is a figure that is no more', () => {
    const falls = fallsBelow({ 'eng + fra': { clean: { block: 0.8167, meta: 0.76, anchor: 0.5 } } }, cells);
    expect(falls.map(({ metric }) => metric)).toEqual(['anchor', 'meta']);
  });
});
