/** What is preserved of the published files, language by language: in XML, in the tree, and in the canonical text. */
import { existsSync, readFileSync } from 'node:fs';
import type { Root } from '../src/ast.ts';
import { fromAkn, fromText, toAkn, toText } from '../src/index.ts';
import { agreementOf } from '../tests/agreement.ts';
import { canonical } from '../tests/canonical.ts';
import { CORPUS, documents } from '../tests/gold.ts';
import { LANGUAGES, type Language } from './score.ts';
import { typedShare } from './typed.ts';

export interface Preserved {
  files: number;
  /** Canonically equal after fromAkn and toAkn. */
  canonical: number;
  /** Characters in nodes that say what they are, and those that are but carried, by the element that has them. */
  typed: number;
  opaque: Map<string, number>;
  /** Nodes that the file and its plain text agree on, and all nodes of both. */
  agreed: number;
  nodes: number;
  /** Files whose trees come back from the canonical text; in plain text phrases do not count. */
  plain: number;
  markdown: number;
  /** What the file and its plain text differ in, by place and kind of the node, and the files that do not come back. */
  differences: Map<string, number>;
  moved: string[];
}

const nothing = (): Preserved => ({
  files: 0,
  canonical: 0,
  typed: 0,
  opaque: new Map(),
  agreed: 0,
  nodes: 0,
  plain: 0,
  markdown: 0,
  differences: new Map(),
  moved: [],
});

const isSame = (one: Root, other: Root, phrases: boolean) => agreementOf(one, other, { phrases }).differences.length === 0;
const count = (counts: Map<string, number>, key: string, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by);

/** Measures the corpus; nothing where there is none. */
export function measurePreserved(): Map<Language, Preserved> {
  const all = new Map<Language, Preserved>();
  if (!existsSync(CORPUS)) return all;
  for (const { id, language } of documents()) {
    const found = all.get(language as Language) ?? nothing();
    all.set(language as Language, found);
    const xml = readFileSync(`${CORPUS}/${id}/gold.xml`, 'utf8');
    const { tree } = fromAkn(xml);
    found.files++;
    if (canonical(toAkn(tree)) === canonical(xml)) found.canonical++;
    const share = typedShare(tree);
    found.typed += share.typed;
    for (const [name, length] of share.elements) count(found.opaque, name, length);
    const agreement = agreementOf(tree, fromText(readFileSync(`${CORPUS}/${id}/clean.txt`, 'utf8')).tree);
    found.agreed += agreement.agreed;
    found.nodes += agreement.nodes;
    for (const difference of agreement.differences) count(found.differences, difference.replace(/\(.*/s, ''));
    const plain = isSame(tree, fromText(toText(tree)).tree, false);
    const markdown = isSame(tree, fromText(toText(tree, { dialect: 'markdown' })).tree, true);
    if (plain) found.plain++;
    if (markdown) found.markdown++;
    if (!plain || !markdown) found.moved.push(id);
  }
  return all;
}

const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(2);
const opaqueIn = ({ opaque }: Preserved) => [...opaque.values()].reduce((sum, length) => sum + length, 0);

const ROWS: readonly [title: string, figure: (found: Preserved) => string][] = [
  ['files', ({ files }) => String(files)],
  ['the same canonical XML', ({ canonical: same }) => String(same)],
  ['characters in typed nodes, %', (found) => percent(found.typed, found.typed + opaqueIn(found))],
  ['nodes that the plain text gives alike, %', ({ agreed, nodes }) => percent(agreed, nodes)],
  ['the same tree back from plain text', ({ plain }) => String(plain)],
  ['the same tree back from Markdown', ({ markdown }) => String(markdown)],
];

/** The figures as a table for the README. */
export function formatPreserved(all: ReadonlyMap<Language, Preserved>): string {
  const languages = LANGUAGES.filter((language) => all.has(language));
  const rows = ROWS.map(([title, figure]) => [title, ...languages.map((language) => figure(all.get(language) as Preserved))]);
  const lines = [['', ...languages], ...rows].map(
    ([title = '', ...cells]) => `| ${title.padEnd(40)} | ${cells.map((cell) => cell.padStart(6)).join(' | ')} |`,
  );
  lines.splice(1, 0, `|${'-'.repeat(42)}|${`${'-'.repeat(7)}:|`.repeat(languages.length)}`);
  return lines.join('\n');
}

/** What is not preserved: the elements with untyped text, the most frequent differences, the files whose trees do not come back. */
export function formatMissed(all: ReadonlyMap<Language, Preserved>): string {
  const most = (counts: ReadonlyMap<string, number>, limit: number) =>
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, limit)
      .map(([name, number]) => `${number} × ${name}`)
      .join(', ') || 'nothing';
  return [...all]
    .map(
      ([language, { opaque, differences, moved }]) =>
        `${language}: untyped ${most(opaque, 4)}; unlike ${most(differences, 4)}; not back ${moved.join(', ') || 'none'}`,
    )
    .join('\n');
}
