/** What a tree says without how it was printed: its blocks with their kinds, numbers, nesting and words. */
import type { Node, Root } from '../src/ast.ts';

export interface OutlineBlock {
  /** Kinds and numbers from the part down: `mainBody/paragraph 3/point a/p`. */
  path: string;
  /** Letters and digits only: quotes, hyphens, blanks and typography are the rendering's. */
  words: string;
}

/** Kinds that hold words of their own. */
const LEAVES = new Set(['title', 'formula', 'heading', 'p', 'tableCell', 'adoption', 'voteGroup', 'decoration']);

const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

function wordsOf(node: Node): string {
  if (node.type === 'authorialNote') return '';
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** The blocks of a tree in reading order. The masthead is left out: it is cut off in some renderings, in columns in others. */
export function outline(tree: Root): OutlineBlock[] {
  const blocks: OutlineBlock[] = [];
  const visit = (node: Node, above: string): void => {
    if (node.type === 'coverPage') return;
    const num = 'num' in node && typeof node.num === 'object' ? ` ${bare(node.num.value)}` : '';
    const path = node.type === 'resolution' || node.type === 'collection' ? above : `${above}/${node.type}${num}`;
    if (node.type === 'attachment') for (const heading of [node.designation, node.title]) if (heading) visit(heading, path);
    if ('heading' in node && node.heading) visit(node.heading, path);
    if (LEAVES.has(node.type)) blocks.push({ path, words: bare(wordsOf(node)) });
    else if ('children' in node) for (const child of node.children) visit(child, path);
  };
  visit(tree, '');
  return blocks;
}

/** How two outlines differ: the words are the same at another place, other at the same place, or there is no such block. */
export type Difference = { kind: 'place' | 'words' | 'missing' | 'added'; here?: OutlineBlock; there?: OutlineBlock };

/**
 * Holds an outline against another.
 *
 * @returns how many blocks are the same, and what is not
 */
export function compare(
  here: readonly OutlineBlock[],
  there: readonly OutlineBlock[],
): { same: number; differences: Difference[] } {
  const key = ({ path, words }: OutlineBlock) => `${path} ${words}`;
  const exact = pair(here, there, key);
  const byWords = pair(exact.here, exact.there, ({ words }) => words);
  const byPath = pair(byWords.here, byWords.there, ({ path }) => path);
  return {
    same: exact.pairs.length,
    differences: [
      ...byWords.pairs.map(([a, b]): Difference => ({ kind: 'place', here: a, there: b })),
      ...byPath.pairs.map(([a, b]): Difference => ({ kind: 'words', here: a, there: b })),
      ...byPath.here.map((a): Difference => ({ kind: 'missing', here: a })),
      ...byPath.there.map((b): Difference => ({ kind: 'added', there: b })),
    ],
  };
}

/** Pairs the blocks of equal keys in order; `here` and `there` are those left over. */
function pair(here: readonly OutlineBlock[], there: readonly OutlineBlock[], key: (block: OutlineBlock) => string) {
  const waiting = new Map<string, OutlineBlock[]>();
  for (const block of there) waiting.set(key(block), [...(waiting.get(key(block)) ?? []), block]);
  const pairs: [OutlineBlock, OutlineBlock][] = [];
  const left: OutlineBlock[] = [];
  for (const block of here) {
    const other = waiting.get(key(block))?.shift();
    if (other) pairs.push([block, other]);
    else left.push(block);
  }
  return { pairs, here: left, there: [...waiting.values()].flat() };
}
