/** tests/corpus.errors.json: published files of the corpus whose mark-up is wrong, and what a figure is without them. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Cells, CORPUS, figuresOf, type Language, type Metric, ORGANS, type OrganKey, type Selection } from './score.ts';

/** By document, then by the figure that the error lowers, what is wrong in the file. */
type Errors = Record<string, Partial<Record<Metric, string>>>;

const errors: Errors = JSON.parse(readFileSync('tests/corpus.errors.json', 'utf8'));

/** What score.py counts in one document: its own functions tell, since its answer has sums alone. */
const COUNTS = `
import json, os, sys
corpus, folder, id, *dialects = sys.argv[1:]
sys.path.insert(0, corpus)
import score
entry = next(e for e in json.load(open(os.path.join(corpus, 'dev', 'manifest.json'))) if e['id'] == id)
counts = lambda r: {key: r[key] for key in score.ZERO if key in r}
one = lambda d: score.one(('dev', entry, d, os.path.join(folder, id + '.' + d + '.xml'), False))
print(json.dumps({'/'.join((d, entry['language'], entry['organ'])): counts(one(d)) for d in dialects}))
`;

/**
 * A line for each error: the figure of its language and of its organ without the document, and with it.
 *
 * @param folder the outputs, as `convertCorpus` left them
 * @param cells what the scorer counted there
 */
export function formatErrors(folder: string, python: string, cells: Cells, { languages, dialects }: Selection): string {
  const named = Object.entries(errors).filter(([id]) => languages.some((language) => id.endsWith(`-${language}`)));
  return named
    .flatMap(([id, metrics]) => {
      const own = countsOf(folder, python, id, dialects);
      const [language, organ] = (Object.keys(own)[0] as string).split('/').slice(1) as [Language, OrganKey];
      const groups: Record<string, Selection> = {
        [language]: { languages: [language], dialects },
        [ORGANS[organ]]: { languages, dialects, organs: [organ] },
      };
      return Object.entries(metrics).map(([metric, error]) => {
        const figures = Object.entries(groups).map(([name, selection]) => {
          const [less, more] = [cells, without(cells, own)].map((each) => 100 * figuresOf(each, selection)[metric as Metric]);
          return `${more?.toFixed(2)} for ${less?.toFixed(2)} (${name})`;
        });
        return `${metric} without ${id}: ${figures.join(', ')}; ${error}`;
      });
    })
    .join('\n');
}

type Counts = Record<string, Record<string, number>>;

function countsOf(folder: string, python: string, id: string, dialects: readonly string[]): Counts {
  const { status, stdout, stderr } = spawnSync(python, ['-c', COUNTS, CORPUS, folder, id, ...dialects], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`score.py failed:\n${stderr}`);
  return JSON.parse(stdout);
}

/** Cells less what was counted in a document; fields of the metadata stay. */
function without(cells: Cells, own: Counts): Cells {
  const less = (counts: Record<string, number>, name: string) =>
    Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count - (own[name]?.[key] ?? 0)]));
  return Object.fromEntries(
    Object.entries(cells).map(([name, { counts, meta_fields }]) => [name, { counts: less(counts, name), meta_fields }]),
  );
}
