/** tests/corpus.floors.json: the figures once reached for each group of languages, below which none may fall. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Cells, DIALECTS, type Dialect, figuresOf, LANGUAGES, type Language, METRICS, type Metric } from './score.ts';

const FILE = 'tests/corpus.floors.json';
/** English and French have six times as many documents as any other, and were first: they are held together. */
export const GROUPS: readonly (readonly Language[])[] = [['eng', 'fra'], ['spa'], ['rus'], ['ara'], ['zho']];
export const nameOf = (group: readonly Language[]): string => group.join(' + ');
/** Half a digit of what the file keeps. */
const ROUNDING = 0.0005;

export type DialectFloors = Partial<Record<Dialect, Partial<Record<Metric, number>>>>;
/** By name of the group, `eng + fra`. */
export type Floors = Record<string, DialectFloors>;
export interface Fall {
  languages: string;
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
  for (const group of GROUPS) {
    for (const dialect of DIALECTS) {
      const figures = figuresOf(cells, { languages: group, dialects: [dialect] });
      for (const metric of METRICS) {
        const floor = floors[nameOf(group)]?.[dialect]?.[metric];
        // written so that NaN, nothing scored at all, is a fall too
        if (floor !== undefined && !(figures[metric] >= floor - ROUNDING))
          falls.push({ languages: nameOf(group), dialect, metric, floor, reached: figures[metric] });
      }
    }
  }
  return falls;
}

/** Raises the floors to what was reached; lowers them only when told to. */
export function writeFloors(floors: Floors, cells: Cells, lower: boolean): void {
  const raised: Floors = {};
  for (const group of GROUPS) {
    const rows: DialectFloors = {};
    for (const dialect of DIALECTS) {
      const figures = figuresOf(cells, { languages: group, dialects: [dialect] });
      const row: Partial<Record<Metric, number>> = {};
      for (const metric of METRICS) {
        const reached = Number(figures[metric].toFixed(4));
        const floor = lower ? 0 : (floors[nameOf(group)]?.[dialect]?.[metric] ?? 0);
        if (!Number.isNaN(reached) || floor > 0) row[metric] = Number.isNaN(reached) ? floor : Math.max(floor, reached);
      }
      rows[dialect] = row;
    }
    raised[nameOf(group)] = rows;
  }
  writeFileSync(FILE, `${JSON.stringify(raised, null, 2)}\n`);
}

/** Every language in the floors, each once. */
export const isWhole = (languages: readonly Language[]): boolean => LANGUAGES.every((language) => languages.includes(language));
