/**
 * `npm run bench -- xml`: reading and writing published Akoma Ntoso, beside other libraries, which give trees of XML only.
 *
 * The contenders take turns, A B C A B C …, so that what else the machine does slows all of them alike, and what counts is the time
 * of the processor, not of the clock: collecting garbage on another core is counted, waiting for other programs is not. Each has a
 * thread and so a heap of its own: in one heap, the shapes of one's objects would make the code of another slower than it is alone.
 */
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { create } from 'xmlbuilder2';
import { adoptionDate } from '../src/akn/dates.ts';
import { fromAkn, fromText, toAkn } from '../src/index.ts';
import { readXml } from '../src/xml/read.ts';
import type { XmlElement } from '../src/xml/tree.ts';
import { writeXml } from '../src/xml/write.ts';

const CORPUS = '../shared/corpus/dev';
/** Of the published files, every fourth: the slowest contender needs a second for them. */
const STEP = 4;
/** Seconds of the processor, at least, in which a contender does pass after pass: V8 compiles for eight before it has done. */
const WARM_UP = 8;
const TURN = 0.25;
const ROUNDS = 11;

interface Document {
  /** As published. */
  xml: string;
  /** The same as plain text. */
  text: string;
}
interface Task {
  /** Of XML that goes in or comes out, in UTF-8. */
  megabytes: number;
  pass: () => void;
}

const megabytesOf = (xmls: readonly string[]) => xmls.reduce((sum, xml) => sum + Buffer.byteLength(xml), 0) / 1e6;

const reading =
  (read: (xml: string) => unknown) =>
  (documents: readonly Document[]): Task => ({
    megabytes: megabytesOf(documents.map(({ xml }) => xml)),
    pass: () => {
      for (const { xml } of documents) read(xml);
    },
  });

const writing =
  <Tree>(prepare: (document: Document) => Tree, write: (tree: Tree) => string) =>
  (documents: readonly Document[]): Task => {
    const trees = documents.map(prepare);
    return {
      megabytes: megabytesOf(trees.map(write)),
      pass: () => {
        // asked for a character, V8 puts the string together, which it would leave for later
        for (const tree of trees) write(tree).charCodeAt(0);
      },
    };
  };

const SAXES_EVENTS = ['opentag', 'closetag', 'text', 'cdata', 'comment', 'processinginstruction'] as const;
function readWithSaxes(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  for (const event of SAXES_EVENTS) parser.on(event, () => {});
  parser.write(xml).close();
}

const preserving = { preserveOrder: true, ignoreAttributes: false, trimValues: false } as const;
const parser = new XMLParser(preserving);
const builder = new XMLBuilder(preserving);

const CONTENDERS: Readonly<Record<string, (documents: readonly Document[]) => Task>> = {
  'saxes alone': reading(readWithSaxes),
  readXml: reading((xml) => readXml(xml)),
  fromAkn: reading((xml) => fromAkn(xml)),
  'fast-xml-parser, reading': reading((xml) => parser.parse(xml)),
  'xmlbuilder2, reading': reading((xml) => create(xml)),
  writeXml: writing(
    ({ xml }) => readXml(xml).root as XmlElement,
    (root) => writeXml(root, { indent: false }),
  ),
  'toAkn, tree of fromAkn': writing(
    ({ xml }) => fromAkn(xml).tree,
    (tree) => toAkn(tree),
  ),
  'toAkn, tree of fromText': writing(
    ({ text }) => fromText(text).tree,
    (tree) => toAkn(tree, { adoptionDate }),
  ),
  'fast-xml-parser, writing': writing(
    ({ xml }) => parser.parse(xml),
    (tree) => builder.build(tree),
  ),
  'xmlbuilder2, writing': writing(
    ({ xml }) => create(xml),
    (document) => document.end(),
  ),
};

function documentsOf(corpus: string): Document[] {
  const folders = readdirSync(corpus).filter((id) => existsSync(join(corpus, id, 'gold.xml')));
  const read = (id: string, file: string) => readFileSync(join(corpus, id, file), 'utf8');
  return folders.filter((_, k) => k % STEP === 0).map((id) => ({ xml: read(id, 'gold.xml'), text: read(id, 'clean.txt') }));
}

/** Seconds of the processor for a pass, the mean of as many as it takes. */
function secondsOf(pass: () => void, atLeast: number): number {
  const start = process.cpuUsage();
  for (let passes = 1; ; passes++) {
    pass();
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    if (seconds >= atLeast) return seconds / passes;
  }
}

/** In the thread of a contender: warms up, then takes a turn for each message. */
function takePart(name: string): void {
  const documents = documentsOf(CORPUS);
  const { megabytes, pass } = (CONTENDERS[name] as (typeof CONTENDERS)[string])(documents);
  secondsOf(pass, WARM_UP);
  parentPort?.on('message', () => parentPort?.postMessage(secondsOf(pass, TURN) / megabytes));
  parentPort?.postMessage(documents.length);
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] as number;

/** Prints the table; nothing where there is no corpus. */
export async function benchXml(): Promise<void> {
  if (!existsSync(CORPUS)) return;
  const entrants: { name: string; worker: Worker; times: number[] }[] = [];
  let count = 0;
  for (const name of Object.keys(CONTENDERS)) {
    const worker = new Worker(new URL(import.meta.url), { workerData: name });
    [count] = (await once(worker, 'message')) as [number];
    entrants.push({ name, worker, times: [] });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { worker, times } of entrants) {
      worker.postMessage('your turn');
      const [seconds] = (await once(worker, 'message')) as [number];
      times.push(seconds);
    }
  }
  await Promise.all(entrants.map(({ worker }) => worker.terminate()));

  console.log(`\npublished files: ${count} documents, median of ${ROUNDS} turns\n`);
  console.log(
    '|                          | MB of XML/s | times saxes |\n|--------------------------|------------:|------------:|',
  );
  const saxes = median(entrants[0]?.times ?? []);
  for (const { name, times } of entrants) {
    const seconds = median(times);
    const cells = [(1 / seconds).toFixed(1).padStart(11), (seconds / saxes).toFixed(2).padStart(11)];
    console.log(`| ${name.padEnd(24)} | ${cells.join(' | ')} |`);
  }
}

if (!isMainThread) takePart(workerData as string);
