/**
 * Writes src/akn/dates.data.ts from a JSON file of the form { "dates": { "A/RES/64/293": "2010-07-30", … } }.
 *
 *     npm run generate-dates -- FILE.json         at the package's root
 *
 * The notation is read by src/akn/dates.ts. Days of adoption come in runs (the Assembly adopts fifty resolutions in a day), so a
 * line for each series, a word for each run: 7,506 days take 20 KB.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const DAY = 86_400_000;
const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: generate-dates FILE.json');
const { dates } = JSON.parse(readFileSync(file, 'utf8')) as { dates: Record<string, string> };

const series = new Map<string, [number: number, day: number][]>();
for (const [symbol, date] of Object.entries(dates)) {
  const match = /^(.*\/)(\d+)([^/]*)$/.exec(symbol);
  if (!match) throw new Error(`not a symbol: ${symbol}`);
  const name = `${match[1]}#${match[3]}`;
  const days = series.get(name) ?? [];
  if (days.length === 0) series.set(name, days);
  days.push([Number(match[2]), Date.parse(date) / DAY]);
}

const lines = [...series]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, days]) => {
    days.sort(([a], [b]) => a - b);
    const runs: { first: number; length: number; day: number }[] = [];
    for (const [number, day] of days) {
      const run = runs.at(-1);
      if (run && run.day === day && run.first + run.length === number) run.length++;
      else runs.push({ first: number, length: 1, day });
    }
    let next = 1;
    let day = 0;
    const words = runs.map((run) => {
      const skipped = run.first - next;
      const gap = skipped > 0 ? `+${skipped.toString(36)}` : '';
      const length = run.length > 1 ? `*${run.length.toString(36)}` : '';
      const passed = (run.day - day).toString(36);
      next = run.first + run.length;
      day = run.day;
      return `${gap}${length}=${passed}`;
    });
    return `${name}${words.join('')}`;
  });

writeFileSync(
  'src/akn/dates.data.ts',
  `/** Days of adoption of ${series.size} series of documents. Source: United Nations. Written by scripts/generate-dates.ts. */
export const SERIES = \`
${lines.join('\n')}
\`;
`,
);
