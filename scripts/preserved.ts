/** What is preserved of the published files, language by language: in XML, in the tree, and in the canonical text. */
import { existsSync, readFileSync } from 'node:fs';
import type { Root } from '../src/ast.ts';
import { fromAkn, fromText, type ToTextOptions, toAkn, toText } from '../src/index.ts';
import { agreementOf } from '../tests/agreement.ts';
import { canonical } from '../tests/canonical.ts';
import { CORPUS, documents } from '../tests/gold.ts';
import { LANGUAGES, type Language } from './score.ts';
import { typedShare } from './typed.ts';

/** The forms of the canonical text. */
export const FORMS = {
  plain: {},
  markdown: { dialect: 'markdown' },
  'plain, wrapped': { wrap: 78 },
  'markdown, wrapped': { dialect: 'markdown', wrap: 78 },
} as const satisfies Record<string, ToTextOptions>;
export type Form = keyof typeof FORMS;
const FORM_NAMES = Object.keys(FORMS) as Form[];

/** The forms in which the tree of a file does not come back from its text, and those whose text is another when printed again. */
export interface Miss {
  tree: Form[];
  text: Form[];
}

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
  /** What the file and its plain text differ in, by place and kind of the node. */
  differences: Map<string, number>;
  /** Files that do not come back from the canonical text; in plain text phrases do not count. */
  missed: Map<string, Miss>;
}

const nothing = (): Preserved => ({
  files: 0,
  canonical: 0,
  typed: 0,
  opaque: new Map(),
  agreed: 0,
  nodes: 0,
  differences: new Map(),
  missed: new Map(),
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
    const miss = missOf(tree);
    if (miss.tree.length > 0 || miss.text.length > 0) found.missed.set(id, miss);
  }
  return all;
}

function missOf(tree: Root): Miss {
  const miss: Miss = { tree: [], text: [] };
  for (const form of FORM_NAMES) {
    const options: ToTextOptions = FORMS[form];
    const text = toText(tree, options);
    const back = fromText(text).tree;
    if (!isSame(tree, back, options.dialect === 'markdown')) miss.tree.push(form);
    if (toText(back, options) !== text) miss.text.push(form);
  }
  return miss;
}

// ------------------------------------------------------------------------------------------- what is known to be missed

/** Of the files that are known not to come back, how they do not, and the kind of reason: see docs/decisions/canonical-text.md. */
export type KnownMisses = Record<string, Miss & { kind: string }>;

export const readKnownMisses = (): KnownMisses => JSON.parse(readFileSync('tests/not-back.json', 'utf8'));

/** Where what is missed is not what is known to be, a line for each file: one more is a loss, one less is to be struck off. */
export function unlikeKnown(all: ReadonlyMap<Language, Preserved>, known: KnownMisses): string[] {
  const missed = new Map([...all.values()].flatMap((found) => [...found.missed]));
  const say = (miss: Miss | undefined) =>
    `tree ${miss?.tree.join(' + ') || 'back'}, text ${miss?.text.join(' + ') || 'the same'}`;
  return [...new Set([...missed.keys(), ...Object.keys(known)])].flatMap((id) => {
    const [is, was] = [say(missed.get(id)), say(known[id])];
    return is === was ? [] : [`${id}: ${is}; known: ${was}`];
  });
}

const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(2);
const opaqueIn = ({ opaque }: Preserved) => [...opaque.values()].reduce((sum, length) => sum + length, 0);

const misses = ({ missed }: Preserved, what: keyof Miss, form: Form) =>
  [...missed.values()].filter((miss) => miss[what].includes(form)).length;

const ROWS: readonly [title: string, figure: (found: Preserved) => string][] = [
  ['files', ({ files }) => String(files)],
  ['the same canonical XML', ({ canonical: same }) => String(same)],
  ['characters in typed nodes, %', (found) => percent(found.typed, found.typed + opaqueIn(found))],
  ['nodes that the plain text gives alike, %', ({ agreed, nodes }) => percent(agreed, nodes)],
  ['the same tree back from plain text', (found) => String(found.files - misses(found, 'tree', 'plain'))],
  ['the same tree back from Markdown', (found) => String(found.files - misses(found, 'tree', 'markdown'))],
  ['the same plain text again', (found) => String(found.files - misses(found, 'text', 'plain'))],
  ['the same Markdown again', (found) => String(found.files - misses(found, 'text', 'markdown'))],
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
      ([language, { opaque, differences, missed }]) =>
        `${language}: untyped ${most(opaque, 4)}; unlike ${most(differences, 4)}; not back ${[...missed.keys()].join(', ') || 'none'}`,
    )
    .join('\n');
}
