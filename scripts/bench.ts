/**
 * `npm run bench [xml]`: speed on one core, warm, over the samples and, where it is present, the corpus.
 *
 *     npm run bench -- --traps [--characters 1000000] [NAME…]     whether the time is linear, where it might not be
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { create } from 'xmlbuilder2';
import { adoptionDate } from '../src/akn/dates.ts';
import { fromAkn, fromText, toAkn } from '../src/index.ts';
import { readXml } from '../src/xml/read.ts';
import { hasSchema, schemaNote, validate } from '../tests/xsd.ts';
import { benchTraps } from './traps.ts';

const CORPUS = '../shared/corpus/dev';
const SECONDS = 3;

function textsBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Seconds for one pass over all documents: the median of as many passes as fit in the time, after one to warm up. */
function secondsPerPass(pass: () => void): number {
  pass();
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  do {
    const start = performance.now();
    pass();
    times.push((performance.now() - start) / 1000);
  } while (performance.now() < end);
  return times.sort((a, b) => a - b)[times.length >> 1] as number;
}

function bench(name: string, texts: readonly string[]): void {
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  console.log(`\n${name}: ${texts.length} documents, ${megabytes.toFixed(2)} MB of UTF-8\n`);
  console.log('|                  | documents/s | MB of input/s |\n|------------------|------------:|--------------:|');
  const line = (what: string, pass: () => void): void => {
    const seconds = secondsPerPass(pass);
    const rates = [(texts.length / seconds).toFixed(0).padStart(11), (megabytes / seconds).toFixed(2).padStart(13)];
    console.log(`| ${what.padEnd(16)} | ${rates.join(' | ')} |`);
  };

  const trees = texts.map((text) => fromText(text).tree);
  line('fromText', () => texts.forEach((text) => fromText(text)));
  line('toAkn', () => trees.forEach((tree) => toAkn(tree, { adoptionDate })));
  line('fromText + toAkn', () => texts.forEach((text) => toAkn(fromText(text).tree, { adoptionDate })));
  const documents = trees.map((tree) => toAkn(tree, { adoptionDate }));
  if (hasSchema) line('XSD', () => documents.forEach((xml) => validate(xml)));
  else console.log(`\nXSD${schemaNote}`);
}

const preserving = { preserveOrder: true, ignoreAttributes: false, trimValues: false } as const;

/** Reading and writing published Akoma Ntoso, beside other libraries: those give trees of XML, not of resolutions. */
function benchXml(documents: readonly string[]): void {
  const megabytes = documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  console.log(`\npublished files: ${documents.length} documents, ${megabytes.toFixed(2)} MB\n`);
  console.log(
    '|                         | MB of XML/s | times saxes |\n|-------------------------|------------:|------------:|',
  );
  let saxes = 0;
  const line = (what: string, pass: () => void): void => {
    const seconds = secondsPerPass(pass);
    saxes ||= seconds;
    console.log(
      `| ${what.padEnd(23)} | ${(megabytes / seconds).toFixed(1).padStart(11)} | ${(seconds / saxes).toFixed(2).padStart(11)} |`,
    );
  };
  const handlers = ['opentag', 'closetag', 'text', 'cdata', 'comment', 'processinginstruction'] as const;
  line('saxes alone', () => {
    for (const xml of documents) {
      const parser = new SaxesParser({ xmlns: true });
      for (const event of handlers) parser.on(event, () => {});
      parser.write(xml).close();
    }
  });
  line('readXml', () => documents.forEach((xml) => readXml(xml)));
  line('fromAkn', () => documents.forEach((xml) => fromAkn(xml)));
  const parser = new XMLParser(preserving);
  line('fast-xml-parser, reading', () => documents.forEach((xml) => parser.parse(xml)));
  const some = documents.slice(0, 10);
  line('xmlbuilder2, reading ×12', () => some.forEach((xml) => create(xml)));
  const trees = documents.map((xml) => fromAkn(xml).tree);
  line('toAkn', () => trees.forEach((tree) => toAkn(tree)));
  const builder = new XMLBuilder(preserving);
  const parsed = documents.map((xml) => parser.parse(xml));
  line('fast-xml-parser, writing', () => parsed.forEach((tree) => builder.build(tree)));
  const built = some.map((xml) => create(xml));
  line('xmlbuilder2, writing ×12', () => built.forEach((document) => document.end()));
}

function goldFiles(): string[] {
  if (!existsSync(CORPUS)) return [];
  const files = readdirSync(CORPUS).map((id) => join(CORPUS, id, 'gold.xml'));
  return files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { traps: { type: 'boolean', default: false }, characters: { type: 'string', default: '1000000' } },
});

console.log(`Node ${process.version}, ${process.arch}, one core, warm`);
if (values.traps) {
  benchTraps(Number(values.characters), positionals);
} else if (positionals.includes('xml')) {
  benchXml(goldFiles());
} else {
  bench('samples', textsBelow('samples'));
  const corpus = textsBelow(CORPUS);
  if (corpus.length > 0) {
    bench('corpus', corpus);
    benchXml(goldFiles());
  } else console.log(`\ncorpus skipped: ${CORPUS} is not here`);
}
