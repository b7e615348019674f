/**
 * The same resolution gives the same tree whichever way its text came out: the four other renderings of each English and French
 * document of the corpus against `clean`, and `clean` in other settings. A pair counts by its blocks; the floors are what was reached.
 */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromText } from '../src/index.ts';
import { CORPUS, type CorpusDocument, type Dialect, documents, textFile } from './gold.ts';
import { paragraphsOf, SETTINGS, type Setting } from './settings.ts';
import { compare, type Difference, outline } from './structure.ts';

const hasCorpus = existsSync(CORPUS);
if (!hasCorpus) console.info(`metamorphic tests skipped: ${CORPUS} is not here`);

/** Share of equal blocks, both sides counted. */
const FLOORS: [dialect: Dialect, floor: number][] = [
  ['markdown', 0.979],
  ['layout', 0.976],
  ['pdf', 0.97],
  ['tika', 0.91],
];

const chosen = hasCorpus ? documents().filter(({ language }) => language === 'eng' || language === 'fra') : [];

/** `paragraph/list/point`: where in a tree, without numbers. */
const kindOf = ({ here, there }: Difference) => (here ?? there)?.path.replace(/ [^/]*/g, '').slice(1) ?? '';

/** How much of the documents is the same in another text of them. */
function shareOfSame(name: string, otherText: (document: CorpusDocument, clean: string) => string): number {
  let same = 0;
  let all = 0;
  const counts = new Map<string, number>();
  for (const document of chosen) {
    const text = textFile(document, 'clean');
    const clean = outline(fromText(text).tree);
    const other = outline(fromText(otherText(document, text)).tree);
    const found = compare(clean, other);
    same += 2 * found.same;
    all += clean.length + other.length;
    for (const difference of found.differences) {
      const kind = `${difference.kind} ${kindOf(difference)}`;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  const most = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 12);
  console.info(
    [`${name}: ${(same / all).toFixed(4)} of ${all} blocks`, ...most.map(([kind, n]) => `  ${n} × ${kind}`)].join('\n'),
  );
  return same / all;
}

describe.skipIf(!hasCorpus).each(FLOORS)('%s against clean', (dialect, floor) => {
  test(`at least ${floor} of the blocks are the same`, () => {
    expect(shareOfSame(dialect, (document) => textFile(document, dialect))).toBeGreaterThanOrEqual(floor);
  });
});

/** The paragraphs of `clean` in other settings. */
const SETTING_FLOORS: [setting: string, floor: number][] = [
  ['a line for each paragraph', 1],
  ['lines of 70 columns', 1],
  ['the same without blank lines', 0.993],
  ['first lines indented', 0.997],
  ['blank lines between all lines', 0.99],
  ['pages', 0.994],
];

describe.skipIf(!hasCorpus).each(SETTING_FLOORS)('%s', (name, floor) => {
  const set = SETTINGS[name] as Setting;
  test(`at least ${floor} of the blocks are the same`, () => {
    expect(shareOfSame(name, (_, clean) => set(paragraphsOf(clean)))).toBeGreaterThanOrEqual(floor);
  });
});

/** Without its accents, as typewriters leave a text. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/(?<=[A-Za-z])[\u0300-\u0327]/g, '')
    .normalize('NFC');

describe.skipIf(!hasCorpus).each(['fra', 'spa'])('%s without accents', (code) => {
  test('the tree is the same, and so are the facts', () => {
    const own = documents().filter(({ language }) => language === code);
    expect(own.length).toBeGreaterThan(0);
    for (const document of own) {
      const text = textFile(document, 'clean');
      const [there, here] = [fromText(text).tree, fromText(plain(text)).tree];
      expect(JSON.parse(plain(JSON.stringify(here.metadata))), document.id).toEqual(
        JSON.parse(plain(JSON.stringify(there.metadata))),
      );
      expect(
        outline(here).map(({ path }) => plain(path)),
        document.id,
      ).toEqual(outline(there).map(({ path }) => plain(path)));
    }
  });
});
