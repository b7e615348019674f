/** Converts the corpus, has it scored against the UN's own markup, and sums the counts up. Runs at the package's root. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adoptionDate } from '../src/akn/dates.ts';
import { fromText, type LanguageCode, toAkn } from '../src/index.ts';

const CORPUS = '../shared/corpus';

export const DIALECTS = ['clean', 'pdf', 'layout', 'tika', 'markdown'] as const;
export const LANGUAGES = ['eng', 'fra', 'spa', 'rus', 'ara', 'zho'] as const satisfies readonly LanguageCode[];
export type Dialect = (typeof DIALECTS)[number];
export type Language = (typeof LANGUAGES)[number];
export interface Selection {
  languages: readonly Language[];
  dialects: readonly Dialect[];
}

/** What score.py writes for a cell dialect × language × organ; counts rather than shares, for shares do not add up. */
export interface Cell {
  counts: Record<string, number>;
  /** Field → documents right, documents scored. */
  meta_fields: Record<string, [right: number, scored: number]>;
}
/** Cells by `dialect/language/organ`. */
export type Cells = Record<string, Cell>;

/** The python3 with the scorer's two modules, or why nothing can be scored here. */
export function findScorer(): { python: string } | { missing: string } {
  if (!existsSync(join(CORPUS, 'score.py'))) return { missing: `${CORPUS} is not here` };
  // Debian's modules belong to Debian's python3, which need not be the first on the path
  const python = ['python3', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', 'import lxml, Levenshtein']).status === 0,
  );
  return python
    ? { python }
    : { missing: "python3 has no lxml or Levenshtein (Debian's python3-lxml and python3-levenshtein)" };
}

/**
 * Converts the corpus's texts to `<id>.<dialect>.xml` in a folder.
 *
 * @returns how many
 */
export function convertCorpus(folder: string, { languages, dialects }: Selection): number {
  mkdirSync(folder, { recursive: true });
  const manifest: { id: string; language: string }[] = JSON.parse(readFileSync(join(CORPUS, 'dev/manifest.json'), 'utf8'));
  let converted = 0;
  for (const { id, language } of manifest) {
    if (!languages.some((wanted) => wanted === language)) continue;
    for (const dialect of dialects) {
      const text = readFileSync(join(CORPUS, 'dev', id, `${dialect}.txt`), 'utf8');
      writeFileSync(join(folder, `${id}.${dialect}.xml`), toAkn(fromText(text, { source: id }).tree, { adoptionDate }));
      converted++;
    }
  }
  return converted;
}

/** Scores a folder that `convertCorpus` filled; the scorer's whole answer stays there as `score.json`. */
export function scoreFolder(folder: string, python: string, dialects: readonly Dialect[]): Cells {
  const file = join(folder, 'score.json');
  const args = [join(CORPUS, 'score.py'), '--set', 'dev', '--out', folder, '--json', file];
  const { status, stderr } = spawnSync(python, [...args, ...dialects.flatMap((dialect) => ['--dialect', dialect])], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`score.py failed:\n${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8')).cells;
}

const f1 = (right: string, gold: string, ours: string) => (n: (key: string) => number) => (2 * n(right)) / (n(gold) + n(ours));
const share = (part: string, whole: string) => (n: (key: string) => number) => n(part) / n(whole);

/** The metrics of the corpus's README, from counts: b blocks, h headings, w words, c characters, p phrases, n notes, … */
const metrics = {
  block: f1('b_tp', 'b_g', 'b_o'),
  strict: f1('s_tp', 'b_g', 'b_o'),
  head: f1('h_tp', 'h_g', 'h_o'),
  wordR: share('w_m', 'w_g'),
  wordP: share('w_m', 'w_o'),
  charR: share('c_m', 'c_g'),
  charP: share('c_m', 'c_o'),
  phrase: share('p_ok', 'p_n'),
  notes: f1('n_tp', 'n_g', 'n_o'),
  anchor: share('a_ok', 'a_n'),
  nest: f1('l_tp', 'l_g', 'l_o'),
  meta: share('metaRight', 'metaScored'),
  valid: (n) => 1 - (n('missing') + n('malformed') + n('invalid')) / n('docs'),
} as const satisfies Record<string, (n: (key: string) => number) => number>;

export type Metric = keyof typeof metrics;
export const METRICS = Object.keys(metrics) as Metric[];
/** Fractions; NaN where there was nothing to score. */
export type Figures = Record<Metric, number>;

/** The figures of some cells taken together. */
export function figuresOf(cells: Cells, { languages, dialects }: Selection): Figures {
  const sums = new Map<string, number>();
  const add = (key: string, count: number): unknown => sums.set(key, (sums.get(key) ?? 0) + count);
  for (const [name, cell] of Object.entries(cells)) {
    const [dialect, language] = name.split('/');
    if (!dialects.some((wanted) => wanted === dialect) || !languages.some((wanted) => wanted === language)) continue;
    for (const [key, count] of Object.entries(cell.counts)) add(key, count);
    for (const [right, scored] of Object.values(cell.meta_fields)) {
      add('metaRight', right);
      add('metaScored', scored);
    }
  }
  const figures = METRICS.map((metric) => [metric, metrics[metric]((key) => sums.get(key) ?? 0)]);
  return Object.fromEntries(figures) as Figures;
}

/** A table in Markdown, percent: a row per dialect, and one for all of them. */
export function formatTable(cells: Cells, { languages, dialects }: Selection): string {
  const row = (name: string, figures: Figures): string[] => {
    return [name, ...METRICS.map((metric) => (Number.isNaN(figures[metric]) ? '–' : (100 * figures[metric]).toFixed(2)))];
  };
  const rows = [
    ['', ...METRICS],
    ...dialects.map((dialect) => row(dialect, figuresOf(cells, { languages, dialects: [dialect] }))),
  ];
  if (dialects.length > 1) rows.push(row('all', figuresOf(cells, { languages, dialects })));
  const widths = METRICS.map((_, k) => Math.max(...rows.map((cellsOfRow) => cellsOfRow[k + 1]?.length ?? 0)));
  const lines = rows.map(
    ([name = '', ...values]) =>
      `| ${name.padEnd(8)} | ${values.map((value, k) => value.padStart(widths[k] ?? 0)).join(' | ')} |`,
  );
  lines.splice(1, 0, `|${'-'.repeat(10)}|${widths.map((width) => `${'-'.repeat(width + 1)}:`).join('|')}|`);
  return lines.join('\n');
}
