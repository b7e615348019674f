/** tests/corpus.floors.json: the figures once reached for English and French, below which none may fall. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Cells, DIALECTS, type Dialect, figuresOf, METRICS, type Metric } from './score.ts';

const FILE = 'tests/corpus.floors.json';
export const FLOOR_LANGUAGES = ['eng', 'fra'] as const;
/** Half a digit of what the file keeps. */
const ROUNDING = 0.0005;

export type Floors = Partial<Record<Dialect, Partial<Record<Metric, number>>>>;
export interface Fall {
  dialect: Dialect;
  metric: Metric;
  floor: number;
  reached: number;
}

export function readFloors(): Floors {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}

/** The figures that are below their floor. */
export function fallsBelow(floors: Floors, cells: Cells): Fall[] {
  const falls: Fall[] = [];
  for (const dialect of DIALECTS) {
    const figures = figuresOf(cells, { languages: FLOOR_LANGUAGES, dialects: [dialect] });
    for (const metric of METRICS) {
      const floor = floors[dialect]?.[metric];
      // written so that NaN, nothing scored at all, is a fall too
      if (floor !== undefined && !(figures[metric] >= floor - ROUNDING))
        falls.push({ dialect, metric, floor, reached: figures[metric] });
    }
  }
  return falls;
}

/** Raises the floors to what was reached; lowers them only when told to. */
export function writeFloors(floors: Floors, cells: Cells, lower: boolean): void {
  const raised: Floors = {};
  for (const dialect of DIALECTS) {
    const figures = figuresOf(cells, { languages: FLOOR_LANGUAGES, dialects: [dialect] });
    const row: Partial<Record<Metric, number>> = {};
    for (const metric of METRICS) {
      const reached = Number(figures[metric].toFixed(4));
      const floor = lower ? 0 : (floors[dialect]?.[metric] ?? 0);
      if (!Number.isNaN(reached) || floor > 0) row[metric] = Number.isNaN(reached) ? floor : Math.max(floor, reached);
    }
    raised[dialect] = row;
  }
  writeFileSync(FILE, `${JSON.stringify(raised, null, 2)}\n`);
}
