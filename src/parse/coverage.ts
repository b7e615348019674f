/** The proof that nothing is lost: every character of the input, accounted for. */
import type { Node, Position } from '../ast.ts';
import { positionAt, type Source } from '../source.ts';
import { isBlank } from '../text/characters.ts';
import type { Repair } from '../text/repair.ts';
import type { SetAside } from '../text/setaside.ts';
import { partsOf } from './positions.ts';

export interface Coverage {
  /** Share of the non-blank characters that are in the tree or set aside: 1 when nothing is lost. */
  ratio: number;
  /** Non-blank characters (UTF-16 code units) of the input. */
  total: number;
  /** What stands in the input but is not the document, with its reason. */
  setAside: { reason: SetAside['reason']; value: string; position: Position }[];
  /** Where the text was mended, and how. */
  repairs: { reason: Repair['reason']; original: string; replacement: string; position: Position }[];
  /** What is in neither; empty, or the parser is at fault. */
  lost: { value: string; position: Position }[];
}

/**
 * Holds a tree against its source.
 *
 * A literal of the tree accounts for its pieces of the source only if they spell its value, blanks apart; a note's call and
 * mark for the characters of its marker.
 */
export function measureCoverage(
  source: Source,
  tree: Node,
  setAside: readonly SetAside[],
  repairs: readonly Repair[],
): Coverage {
  const { text, size: total } = source;
  const covered = new Uint8Array(text.length);
  for (const { start, end } of setAside) covered.fill(1, start, end);
  const restored = new Set(repairs.filter(({ reason }) => reason === 'lost hyphen').map(({ start }) => start));
  cover(tree, { text, restored }, covered);
  let missing = 0;
  const lost: Coverage['lost'] = [];
  for (let to = covered.indexOf(0); to >= 0; to = covered.indexOf(0, to)) {
    while (to < text.length && covered[to] === 0 && isBlank(text.charCodeAt(to))) to++;
    const from = to;
    while (to < text.length && covered[to] === 0 && !isBlank(text.charCodeAt(to))) to++;
    if (to > from) lost.push({ value: text.slice(from, to), position: positionAt(source, from, to) });
    missing += to - from;
  }
  return {
    ratio: total === 0 ? 1 : (total - missing) / total,
    total,
    setAside: [...setAside]
      .sort((a, b) => a.start - b.start)
      .map(({ reason, start, end }) => ({ reason, value: text.slice(start, end), position: positionAt(source, start, end) })),
    repairs: [...repairs]
      .sort((a, b) => a.start - b.start)
      .map(({ reason, start, end, original, replacement }) => ({
        reason,
        original,
        replacement,
        position: positionAt(source, start, end),
      })),
    lost,
  };
}

const BLANK = ' '.charCodeAt(0);
const HYPHEN = '-'.charCodeAt(0);

/** A text, and the offsets before which a lost hyphen was set again. */
interface Mended {
  text: string;
  restored: ReadonlySet<number>;
}

function cover(root: Node, source: Mended, covered: Uint8Array): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { value } = node as { value?: unknown };
    if (typeof value === 'string' && node.type !== 'mastheadLine') coverWith(node, value, source, covered);
    else if (node.type === 'authorialNote' || node.type === 'noteRef') coverWith(node, undefined, source, covered);
    for (const part of partsOf(node)) stack.push(part);
  }
}

function coverWith(node: Node, value: string | undefined, source: Mended, covered: Uint8Array): void {
  if (!node.position) return;
  const { start, end } = node.position;
  const pieces = node.data?.pieces ?? [[start.offset ?? 0, end.offset ?? 0]];
  if (value !== undefined && !spells(source, pieces as [number, number][], value)) return;
  for (const [from, to] of pieces as [number, number][]) covered.fill(1, from, to);
}

/** Whether pieces of a text are a value, blanks and restored hyphens apart. */
function spells(source: Mended, pieces: readonly [number, number][], value: string): boolean {
  const { text, restored } = source;
  let at = 0;
  for (const [from, to] of pieces) {
    let start = from;
    // most lines stand in the value as they are, behind a blank
    const piece = text.slice(from, to);
    for (const line of piece.includes('\n') ? piece.split('\n') : [piece]) {
      const words = line.trim();
      const next = value.charCodeAt(at) === BLANK ? at + 1 : at;
      if (restored.size === 0 && value.slice(next, next + words.length) === words) at = next + words.length;
      else at = spelled(source, start, start + line.length, value, at);
      if (at < 0) return false;
      start += line.length + 1;
    }
  }
  if (restored.has(pieces.at(-1)?.[1] ?? -1) && value.charCodeAt(at) === HYPHEN) at++;
  while (at < value.length && isBlank(value.charCodeAt(at))) at++;
  return at >= value.length;
}

/** How far a value goes with [from, to) of a text, character by character from `at` on; -1 when it does not. */
function spelled({ text, restored }: Mended, from: number, to: number, value: string, at: number): number {
  const mended = restored.size > 0;
  let reached = at;
  for (let k = from; k < to; k++) {
    const code = text.charCodeAt(k);
    if (isBlank(code)) continue;
    while (reached < value.length && isBlank(value.charCodeAt(reached))) reached++;
    if (mended && restored.has(k) && value.charCodeAt(reached) === HYPHEN) reached++;
    if (value.charCodeAt(reached++) !== code) return -1;
  }
  return reached;
}
