/** Two trees of one document, node by node: what the published file says and what its plain text says. */
import { heldBy } from '../src/akn/depth.ts';
import type { Inline, Node, Root } from '../src/ast.ts';

/** The parts that hold text. */
const PARTS = new Set(['coverPage', 'preface', 'preamble', 'mainBody', 'conclusions', 'attachment', 'resolution']);

/** Typography and annotations, which one of the two sources does not have: what they hold stands for itself. */
const DISSOLVED = new Set(['emphasis', 'date', 'internalRef', 'ref']);
const WITH_PHRASES = new Set([...DISSOLVED, 'phrase']);

/** Inline nodes with those dissolved and adjoining texts joined. */
function plain(nodes: readonly Node[], dissolved: ReadonlySet<string>): Node[] {
  const flat: Node[] = [];
  const visit = (list: readonly Node[]) => {
    for (const node of list) {
      const last = flat.at(-1);
      if (dissolved.has(node.type)) visit((node as { children: Inline[] }).children);
      else if (node.type === 'text' && last?.type === 'text')
        flat[flat.length - 1] = { type: 'text', value: last.value + node.value };
      else flat.push(node);
    }
  };
  visit(nodes);
  return flat;
}

const same = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u064b-\u0652\u0640\u200b-\u200f\u202a-\u202e]/g, '')
    .replace(/[‐‑]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

const INLINE = new Set(['text', 'authorialNote', 'noteRef', 'break', ...WITH_PHRASES]);

/**
 * Without what plain text does not show of tables: empty cells at the end of a row and rows of such, line breaks in cells, and the
 * frame of a box, a table of one cell.
 */
function seen(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type === 'tableRow') {
      const end = node.children.findLastIndex(({ children }) => children.length > 0) + 1;
      return end > 0 ? [{ ...node, children: node.children.slice(0, end) }] : [];
    }
    if (node.type === 'tableCell') return [{ ...node, children: oneLine(node.children) }];
    if (node.type !== 'table' || node.children.length !== 1) return [node];
    const [cell, ...more] = node.children[0]?.children ?? [];
    return cell && more.length === 0 ? [{ type: 'p', children: oneLine(cell.children) }] : [node];
  });
}

const oneLine = (nodes: readonly Inline[]): Inline[] => nodes.map((node) => (node.type === 'break' ? BLANK : node));

const BLANK: Inline = { type: 'text', value: ' ' };

/** A node as a line: where it stands, what it is, what it says. */
function linesOf(node: Node, path: string, dissolved: ReadonlySet<string>, into: string[]): void {
  const { role, level, marker, side, kind } = node as unknown as Record<string, string | undefined>;
  const facts = [role, level, marker, side, node.type === 'attachment' ? kind : undefined].filter((fact) => fact !== undefined);
  const value = 'value' in node && node.type !== 'mastheadLine' ? same(node.value ?? '') : '';
  const own = `${path}/${node.type}`;
  if (!(node.type === 'text' && value === '')) into.push(`${own}(${facts.join(' ')}) ${value}`);
  const held = heldBy(node);
  // a title has its number before its text
  const isRunning = held.some(({ type }) => INLINE.has(type));
  for (const child of isRunning ? plain(held, dissolved) : seen(held)) linesOf(child, own, dissolved, into);
}

export interface Agreement {
  agreed: number;
  /** Nodes of both trees, each counted. */
  nodes: number;
  /** What only one of them has: `-` the published file, `+` the plain text. */
  differences: string[];
}

/** @param phrases whether opening phrases count, which plain text does not mark */
export function agreementOf(published: Root, text: Root, { phrases = true } = {}): Agreement {
  const dissolved = phrases ? DISSOLVED : WITH_PHRASES;
  const [theirs, ours] = [published, text].map((tree) => {
    const lines: string[] = [];
    for (const part of tree.children as Node[]) if (PARTS.has(part.type)) linesOf(part, '', dissolved, lines);
    return lines;
  }) as [string[], string[]];
  const counts = new Map<string, number>();
  for (const line of ours) counts.set(line, (counts.get(line) ?? 0) + 1);
  let agreed = 0;
  const differences: string[] = [];
  for (const line of theirs) {
    const left = counts.get(line) ?? 0;
    if (left > 0) {
      agreed += 2;
      counts.set(line, left - 1);
    } else differences.push(`- ${line}`);
  }
  for (const [line, left] of counts) for (let k = 0; k < left; k++) differences.push(`+ ${line}`);
  return { agreed, nodes: theirs.length + ours.length, differences };
}
