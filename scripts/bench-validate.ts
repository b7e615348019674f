/**
 * `npm run bench validate`: validation beside libxml2 compiled to WebAssembly, which parses and validates; on the same documents,
 * taking turns. Then what a fresh process needs until its first verdict, and its memory over ten thousand documents.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CORPUS = '../shared/corpus/dev';
const STEP = 4;
const ROUNDS = 15;
const MANY = 10_000;
const FRESH = 7;
const NOTHING = 'nothing';

/** The package as it is installed, for what a fresh process needs is to load it most of all. */
const installed = async () =>
  (await import(new URL('../../dist/check/index.js', import.meta.url).href)) as typeof import('../src/check/index.ts');

// a process of its own loads its own contender only
const contenders: Readonly<Record<string, () => Promise<(xml: string) => unknown>>> = {
  'reading alone (saxes)': async () => {
    const { readEvents } = await import('../src/check/read.ts');
    return (xml) => readEvents(xml, { start() {}, text() {}, end() {} }, false);
  },
  'ntoso, schema': async () => {
    const { validateAkn } = await installed();
    return (xml) => validateAkn(xml, { profile: 'none' });
  },
  'ntoso, schema and profile': async () => {
    const { validateAkn } = await installed();
    return (xml) => validateAkn(xml);
  },
  'libxml2-wasm, schema': async () => {
    const { XmlDocument, XsdValidator } = await import('libxml2-wasm');
    const { xmlRegisterFsInputProviders } = await import('libxml2-wasm/lib/nodejs.mjs');
    xmlRegisterFsInputProviders();
    const url = 'schemas/akn-3.0.xsd';
    const validator = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(url, 'utf8'), { url }));
    return (xml) => {
      const document = XmlDocument.fromString(xml);
      try {
        validator.validate(document);
      } catch {
        // not valid: a verdict like another
      } finally {
        document.dispose();
      }
    };
  },
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] as number;

function documents(most = Number.POSITIVE_INFINITY): string[] {
  const files = readdirSync(CORPUS).map((id) => join(CORPUS, id, 'gold.xml'));
  const chosen = files.filter((file, k) => k % STEP === 0 && existsSync(file));
  return chosen.slice(0, most).map((file) => readFileSync(file, 'utf8'));
}

/** Prints the tables; nothing where there is no corpus. */
export async function benchValidation(): Promise<void> {
  if (!existsSync(CORPUS)) return;
  const xmls = documents();
  const megabytes = xmls.reduce((sum, xml) => sum + Buffer.byteLength(xml), 0) / 1e6;
  const entrants = await Promise.all(
    Object.entries(contenders).map(async ([name, open]) => ({ name, validate: await open(), times: [] as number[] })),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const { validate, times } of entrants) {
      const start = process.cpuUsage();
      for (const xml of xmls) validate(xml);
      const { user, system } = process.cpuUsage(start);
      // the first rounds warm up
      if (round >= ROUNDS / 3) times.push((user + system) / 1e6);
    }
  }
  console.log(
    `\nvalidation: ${xmls.length} documents of ${Math.round((megabytes * 1000) / xmls.length)} KB, median of turns\n`,
  );
  console.log('|                           | MB/s |\n|---------------------------|-----:|');
  for (const { name, times } of entrants)
    console.log(`| ${name.padEnd(25)} | ${(megabytes / median(times)).toFixed(1).padStart(4)} |`);

  console.log('\n| in a process of its own    | first verdict, ms | MB after 1,000 | after 10,000 |');
  console.log('|---------------------------|------------------:|---------------:|-------------:|');
  const rivals = ['ntoso, schema and profile', 'ntoso, schema', 'libxml2-wasm, schema'];
  // taking turns, for the machine is not always the same
  const starts = Array.from({ length: FRESH }, () => [NOTHING, ...rivals].map((name) => child(name, 1).first));
  const firstOf = (index: number) => median(starts.map((turn) => turn[index] as number));
  console.log(`| ${'Node alone'.padEnd(25)} | ${firstOf(0).toFixed(0).padStart(17)} | ${' '.repeat(14)} | ${' '.repeat(12)} |`);
  for (const [index, name] of rivals.entries()) {
    const first = firstOf(index + 1);
    const { early, late } = child(name, MANY);
    const cells = [first.toFixed(0).padStart(17), early.toFixed(0).padStart(14), late.toFixed(0).padStart(12)];
    console.log(`| ${name.padEnd(25)} | ${cells.join(' | ')} |`);
  }
  const [node, whole, schema, reference] = [0, 1, 2, 3].map(firstOf) as [number, number, number, number];
  const sooner = (own: number) =>
    `${(reference / own).toFixed(1)} times, behind Node's start ${((reference - node) / (own - node)).toFixed(1)} times`;
  console.log(`\nsooner than libxml2-wasm: ${sooner(whole)}; with the schema alone ${sooner(schema)}`);
}

interface Told {
  /** Milliseconds from the start of the process. */
  first: number;
  /** Resident megabytes. */
  early: number;
  late: number;
}

function child(name: string, count: number): Told {
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), name, String(count)], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

/** What a child does: one verdict, or many. */
async function measure(name: string, count: number): Promise<Told> {
  if (name === NOTHING) return { first: performance.now(), early: 0, late: 0 };
  const [xml = ''] = documents(1);
  const validate = await (contenders[name] as () => Promise<(xml: string) => unknown>)();
  validate(xml);
  const first = performance.now();
  const resident = () => {
    globalThis.gc?.();
    return process.memoryUsage().rss / 1e6;
  };
  const all = count > 1 ? documents() : [];
  let early = 0;
  for (let k = 1; k < count; k++) {
    validate(all[k % all.length] as string);
    if (k === 1000) early = resident();
  }
  return { first, early, late: resident() };
}

const [, script = '', name, count] = process.argv;
if (script === fileURLToPath(import.meta.url) && name !== undefined) {
  console.log(JSON.stringify(await measure(name, Number(count))));
}
