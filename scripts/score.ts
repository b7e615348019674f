/** Converts the corpus, has it scored against the UN's own markup, and sums the counts up. Runs at the package's root. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adoptionDate } from '../src/akn/dates.ts';
import { fromText, type LanguageCode, toAkn } from '../src/index.ts';

export const CORPUS = '../shared/corpus';

export const DIALECTS = ['clean', 'pdf', 'layout', 'tika', 'markdown'] as const;
export const LANGUAGES = ['eng', 'fra', 'spa', 'rus', 'ara', 'zho'] as const satisfies readonly LanguageCode[];
export type Dialect = (typeof DIALECTS)[number];
export type Language = (typeof LANGUAGES)[number];
/** Kinds of documents, as the corpus calls them and as readers do. */
export const ORGANS = {
  GA: 'General Assembly, resolutions',
  GADEC: 'General Assembly, decisions',
  SC: 'Security Council, resolutions',
  SCPRST: 'Security Council, presidential statements',
  ECOSOC: 'Economic and Social Council',
  HRC: 'Human Rights Council',
} as const;
export type OrganKey = keyof typeof ORGANS;
export interface Selection {
  languages: readonly Language[];
  dialects: readonly Dialect[];
  /** All of them by default. */
  organs?: readonly OrganKey[];
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
export function figuresOf(cells: Cells, { languages, dialects, organs }: Selection): Figures {
  const sums = new Map<string, number>();
  const add = (key: string, count: number): unknown => sums.set(key, (sums.get(key) ?? 0) + count);
  for (const [name, cell] of Object.entries(cells)) {
    const [dialect, language, organ] = name.split('/');
    if (organs && !organs.some((wanted) => wanted === organ)) continue;
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
  const rows = dialects.map((dialect) => [dialect, ...percent(figuresOf(cells, { languages, dialects: [dialect] }))]);
  if (dialects.length > 1) rows.push(['all', ...percent(figuresOf(cells, { languages, dialects }))]);
  return alignTable([['', ...METRICS], ...rows], 1);
}

/** What tells most about a kind of documents. */
const BY_ORGAN = ['block', 'phrase', 'notes', 'nest', 'meta', 'valid'] as const satisfies readonly Metric[];

/** A table of the kinds of documents, a row per dialect; Arabic out of a PDF, whose words are out of order, is left out. */
export function formatOrgans(cells: Cells): string {
  const rows = Object.entries(ORGANS).flatMap(([organ, name]) =>
    DIALECTS.map((dialect, k) => {
      const languages = LANGUAGES.filter((language) => language !== 'ara' || dialect === 'clean' || dialect === 'markdown');
      const figures = figuresOf(cells, { languages, dialects: [dialect], organs: [organ as OrganKey] });
      return [k === 0 ? name : '', dialect, ...percent(figures, BY_ORGAN)];
    }),
  );
  return alignTable([['', '', ...BY_ORGAN], ...rows], 2);
}

const percent = (figures: Figures, columns: readonly Metric[] = METRICS): string[] =>
  columns.map((metric) => (Number.isNaN(figures[metric]) ? '–' : (100 * figures[metric]).toFixed(2)));

/** Rows as Markdown, the first of them the head; the first columns are words, the others numbers. */
function alignTable(rows: readonly (readonly string[])[], words: number): string {
  const widths = (rows[0] ?? []).map((_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0)));
  const lines = rows.map(
    (row) =>
      `| ${row.map((cell, k) => (k < words ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0))).join(' | ')} |`,
  );
  const rule = widths.map((width, k) => (k < words ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`));
  return [lines[0], `|${rule.join('|')}|`, ...lines.slice(1)].join('\n');
}
