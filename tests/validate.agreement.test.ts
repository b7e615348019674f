/** Verdicts and first faulty elements are those of xmllint with the schema of OASIS, on valid files and on all kinds of invalid ones. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validateAkn } from '../src/check/index.ts';
import { fromText, toAkn } from '../src/index.ts';
import { type Mutant, mutantsOf } from './mutations.ts';

const SCHEMA = '../shared/schemas/akomantoso30.xsd';
const CORPUS = '../shared/corpus/dev';
const EXAMPLES = '../shared/oasis-examples';
/** `EACH=1` mutates every file: some minutes. */
const EACH = Number(process.env.EACH ?? 3);
const missing = [SCHEMA, CORPUS, EXAMPLES].find((path) => !existsSync(path));
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
const note = missing ? ` (skipped: ${missing} is not here)` : hasXmllint ? '' : ' (skipped: xmllint is not installed)';

const xmlFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => join(folder, name));

interface Verdict {
  valid: boolean;
  /** The element that comes first in the file among the faulty ones, as `line name`. */
  first: string | undefined;
}

const temporary = mkdtempSync(join(tmpdir(), 'ntoso-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Asks xmllint about all files at once, for it takes a second to read the schema. */
function xmllint(files: readonly string[], schema = SCHEMA): Map<string, Verdict> {
  const { stderr } = spawnSync('xmllint', ['--noout', '--huge', '--schema', schema, ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const verdicts = new Map<string, Verdict>(files.map((file) => [file, { valid: false, first: undefined }]));
  const earliest = new Map<string, number>();
  for (const line of stderr.split('\n')) {
    const valid = / validates$/.test(line) && verdicts.get(line.slice(0, -' validates'.length));
    if (valid) valid.valid = true;
    const [, file = '', number = '', element] = /^(.*?):(\d+): element (\S+): Schemas validity error/.exec(line) ?? [];
    const verdict = verdicts.get(file);
    if (!verdict || Number(number) >= (earliest.get(file) ?? Number.POSITIVE_INFINITY)) continue;
    earliest.set(file, Number(number));
    verdict.first = `${number} ${element}`;
  }
  return verdicts;
}

function ours(xml: string): Verdict {
  const { valid, findings } = validateAkn(xml, { profile: 'none' });
  const [first] = findings.filter(({ ruleId }) => !ruleId.startsWith('xml-'));
  if (!first) return { valid, first: undefined };
  const lines = xml.split('\n');
  let { line } = first;
  // text that is out of place is pointed at, where xmllint points at the element that it stands in
  while (first.ruleId === 'text-misplaced' && !lines[line - 1]?.startsWith(`<${first.element}`)) line--;
  return { valid, first: `${line} ${first.element.replace(/^.*:/, '')}` };
}

describe.skipIf(note !== '')(`validateAkn and xmllint${note}`, () => {
  const mutants = new Map<string, Mutant>();
  let verdicts: Map<string, Verdict>;

  beforeAll(() => {
    const published = [...xmlFiles(CORPUS), ...xmlFiles(EXAMPLES)].map((file) => ({ file, xml: readFileSync(file, 'utf8') }));
    const texts = readdirSync(CORPUS).filter((name) => name.startsWith('hrc-') || name.startsWith('scprst-'));
    const written = texts.map((name) => {
      const file = join(CORPUS, name, 'clean.txt');
      return { file, xml: toAkn(fromText(readFileSync(file, 'utf8')).tree) };
    });
    for (const [index, { file: source, xml }] of [...published, ...written].entries()) {
      // each file as it is; a third of them with all that can be wrong, the large ones excepted: they are more of the same
      const all = mutantsOf(xml, index, index % EACH === 0 && xml.length < 300_000 ? 1 : 0);
      for (const [number, mutant] of all.entries()) {
        const file = join(temporary, `${index}-${number}.xml`);
        writeFileSync(file, mutant.xml);
        mutants.set(file, { name: `${mutant.name}, ${source}`, xml: mutant.xml });
      }
    }
    verdicts = xmllint([...mutants.keys()]);
  });

  test('agree on every mutant', () => {
    const disagreements: string[] = [];
    let invalid = 0;
    for (const [file, { name, xml }] of mutants) {
      const [theirs, mine] = [verdicts.get(file), ours(xml)];
      if (!mine.valid) invalid++;
      if (JSON.stringify(theirs) !== JSON.stringify(mine)) {
        disagreements.push(`${name} (${file}): xmllint ${JSON.stringify(theirs)}, ntoso ${JSON.stringify(mine)}`);
      }
    }
    expect(mutants.size).toBeGreaterThan(700);
    expect(invalid).toBeGreaterThan(400);
    expect(disagreements).toEqual([]);
  });

  test('agree whether the schema is that of OASIS or the one generated here', () => {
    const files = [...mutants.keys()].filter((_, index) => index % 2 === 0);
    const generated = xmllint(files, 'schemas/akn-3.0.xsd');
    expect(files.filter((file) => JSON.stringify(generated.get(file)) !== JSON.stringify(verdicts.get(file)))).toEqual([]);
  });
});
