/** `npm run corpus`: how near the corpus's documents come to the UN's own markup. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatErrors } from './errors.ts';
import { fallsBelow, GROUPS, isWhole, nameOf, readFloors, writeFloors } from './floors.ts';
import { formatMissed, formatPreserved, measurePreserved, readKnownMisses, unlikeKnown } from './preserved.ts';
import { type Cells, convertCorpus, DIALECTS, findScorer, formatOrgans, formatTable, LANGUAGES, scoreFolder } from './score.ts';

const { values } = parseArgs({
  options: {
    /** Languages and dialects, separated by commas; all of them by default. */
    language: { type: 'string', default: LANGUAGES.join(',') },
    dialect: { type: 'string', default: DIALECTS.join(',') },
    /** A folder for the outputs and score.json, as explain.py wants them; a temporary one by default. */
    keep: { type: 'string' },
    /** Raise the floors to what is reached, and write the README's table; with --lower, bring down those that are not. */
    update: { type: 'boolean', default: false },
    lower: { type: 'boolean', default: false },
  },
});

function chosen<T extends string>(option: string, known: readonly T[]): T[] {
  const names = option.split(',');
  const unknown = names.find((name) => !known.some((one) => one === name));
  if (unknown !== undefined) throw new Error(`${JSON.stringify(unknown)} is none of ${known.join(', ')}`);
  return known.filter((one) => names.includes(one));
}

const BY_ORGAN = 'by organ; Arabic in clean and markdown';

/** @param name of the comments between which the table stands */
function writeReadme(name: string, table: string): void {
  const readme = readFileSync('README.md', 'utf8');
  const place = new RegExp(`(<!-- ${name} -->\\n).*(<!-- /${name} -->)`, 's');
  writeFileSync(
    'README.md',
    readme.replace(place, (_, start, end) => `${start}\n${table}\n\n${end}`),
  );
}

/** Says which figures fell, and moves the floors when asked to; otherwise a fall is a failure. */
function compareWithFloors(cells: Cells): void {
  const floors = readFloors();
  const falls = fallsBelow(floors, cells);
  for (const { languages, dialect, metric, floor, reached } of falls) {
    console.log(`below the floor: ${languages} ${dialect} ${metric} ${reached.toFixed(4)} < ${floor.toFixed(4)}`);
  }
  if (!values.update) {
    process.exitCode = falls.length > 0 ? 1 : 0;
    return;
  }
  writeFloors(floors, cells, values.lower);
  const tables = GROUPS.map(
    (group) => `**${nameOf(group)}**\n\n${formatTable(cells, { languages: group, dialects: DIALECTS })}`,
  );
  writeReadme('figures', [...tables, `**${BY_ORGAN}**`, formatOrgans(cells)].join('\n\n'));
  if (falls.length > 0) console.log(values.lower ? 'these floors were lowered' : 'these floors stay; --lower brings them down');
}

const languages = chosen(values.language, LANGUAGES);
const dialects = chosen(values.dialect, DIALECTS);
const whole = dialects.length === DIALECTS.length && isWhole(languages);
if (values.update && !whole) throw new Error('--update needs all languages in every dialect');

const scorer = findScorer();
if ('missing' in scorer) {
  console.log(`skipped: ${scorer.missing}`);
} else {
  const folder = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), 'ntoso-corpus-'));
  try {
    const converted = convertCorpus(folder, { languages, dialects });
    const cells = scoreFolder(folder, scorer.python, dialects);
    console.log(`${converted} texts converted; figures in percent\n`);
    const tables = whole ? [...GROUPS, languages] : [languages];
    for (const some of tables) console.log(`${nameOf(some)}\n\n${formatTable(cells, { languages: some, dialects })}\n`);
    const wrong = formatErrors(folder, scorer.python, cells, { languages, dialects });
    if (wrong) console.log(`published files that are wrong\n\n${wrong}\n`);
    if (whole) console.log(`${BY_ORGAN}\n\n${formatOrgans(cells)}\n`);
    const preserved = measurePreserved();
    console.log(`published files\n\n${formatPreserved(preserved)}\n\n${formatMissed(preserved)}\n`);
    if (values.update) writeReadme('preserved', formatPreserved(preserved));
    if (whole) compareWithFloors(cells);
    const unlike = unlikeKnown(preserved, readKnownMisses());
    for (const line of unlike) console.log(`not as tests/not-back.json says: ${line}`);
    if (unlike.length > 0) process.exitCode = 1;
  } finally {
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
  }
}
