/**
 * `npm run bench [xml|validate]`: speed on one core, warm, over the samples and, where it is present, the corpus: the median of the passes, and
 * the fastest, which tells what else the machine had to do. Time is the processor's, of all threads: that of others does not count.
 *
 *     npm run bench -- --traps [--characters 250000] [NAME…]     whether the time is linear, where it might not be
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { adoptionDate } from '../src/akn/dates.ts';
import { fromText, toAkn } from '../src/index.ts';
import { hasSchema, schemaNote, validate } from '../tests/xsd.ts';
import { benchValidation } from './bench-validate.ts';
import { benchXml } from './bench-xml.ts';
import { benchTraps } from './traps.ts';

const CORPUS = '../shared/corpus/dev';
/** V8 has compiled what is hot after some forty passes over the samples. */
const WARM_UP = 10;
const SECONDS = 4;

function textsBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Seconds of the processor that a pass takes. */
function secondsOf(pass: () => void): number {
  const start = process.cpuUsage();
  pass();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Seconds of each pass of each contender, ascending. They take turns, for the machine is not always the same. */
function secondsInTurns(passes: readonly (() => void)[]): number[][] {
  for (const pass of passes) for (let warm = 0; warm < WARM_UP; ) warm += secondsOf(pass);
  const times = passes.map((): number[] => []);
  for (let total = 0; total < SECONDS * passes.length; )
    for (const [k, pass] of passes.entries()) {
      const seconds = secondsOf(pass);
      times[k]?.push(seconds);
      total += seconds;
    }
  return times.map((own) => own.sort((a, b) => a - b));
}

function bench(name: string, texts: readonly string[]): void {
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  console.log(`\n${name}: ${texts.length} documents, ${megabytes.toFixed(2)} MB of UTF-8\n`);
  const trees = texts.map((text) => fromText(text).tree);
  const documents = trees.map((tree) => toAkn(tree, { adoptionDate }));
  const passes: Record<string, () => void> = {
    fromText: () => texts.forEach((text) => fromText(text)),
    toAkn: () => trees.forEach((tree) => toAkn(tree, { adoptionDate })),
    'fromText + toAkn': () => texts.forEach((text) => toAkn(fromText(text).tree, { adoptionDate })),
  };
  if (hasSchema) passes.XSD = () => documents.forEach((xml) => validate(xml));
  const times = secondsInTurns(Object.values(passes));
  console.log(
    '|                  | documents/s | MB of input/s | the fastest pass |\n|------------------|------------:|--------------:|-----------------:|',
  );
  for (const [k, what] of Object.keys(passes).entries()) {
    const own = times[k] as number[];
    const seconds = own[own.length >> 1] as number;
    const rates = [
      (texts.length / seconds).toFixed(0).padStart(11),
      (megabytes / seconds).toFixed(2).padStart(13),
      (megabytes / (own[0] as number)).toFixed(2).padStart(16),
    ];
    console.log(`| ${what.padEnd(16)} | ${rates.join(' | ')} |`);
  }
  if (!hasSchema) console.log(`\nXSD${schemaNote}`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { traps: { type: 'boolean', default: false }, characters: { type: 'string', default: '250000' } },
});

console.log(`Node ${process.version}, ${process.arch}, one core, warm`);
if (values.traps) {
  benchTraps(Number(values.characters), positionals);
} else if (positionals.includes('xml')) {
  await benchXml();
} else if (positionals.includes('validate')) {
  await benchValidation();
} else {
  bench('samples', textsBelow('samples'));
  const corpus = textsBelow(CORPUS);
  if (corpus.length > 0) {
    bench('corpus', corpus);
    await benchXml();
    await benchValidation();
  } else console.log(`\ncorpus skipped: ${CORPUS} is not here`);
}
