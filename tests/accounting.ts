/**
 * A second book-keeper: what a result claims about its input, checked with nothing of the parser's own but the result. It asks for
 * more than `coverage` does: each character must be accounted for exactly once.
 */
import type { Node, Position } from '../src/ast.ts';
import type { FromTextResult } from '../src/index.ts';

/** A node and all below it in reading order, numbers and headings included. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  if (node.type === 'attachment') {
    if (node.designation) yield* nodesOf(node.designation);
    if (node.title) yield* nodesOf(node.title);
  }
  if ('num' in node && typeof node.num === 'object') yield* nodesOf(node.num);
  if ('heading' in node && node.heading) yield* nodesOf(node.heading);
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

type Pieces = [start: number, end: number][];

function piecesOf({ position, data }: Node): Pieces {
  if (data?.pieces) return data.pieces;
  return position ? [[position.start.offset ?? Number.NaN, position.end.offset ?? Number.NaN]] : [];
}

const restored = ({ repairs }: FromTextResult['coverage']) => repairs.filter(({ reason }) => reason === 'lost hyphen');
const spelled = (text: string, pieces: Pieces) => pieces.map(([start, end]) => text.slice(start, end)).join('');
const isLiteral = (node: Node) => node.type === 'text' || node.type === 'num' || node.type === 'decoration';
const isMarker = (node: Node) => node.type === 'authorialNote' || node.type === 'noteRef';
export const solid = (text: string) => text.replace(/\s+/g, '');

/**
 * The balance of the non-blank UTF-16 units: those of the input, less those of the tree's literals, of the notes' marks as they
 * stand in the input, and of what was set aside.
 *
 * @returns what does not come out even, such as `x: 2` (lost) or `x: -1` (invented or kept twice); nothing when all is there
 */
export function imbalance(text: string, { tree, coverage }: FromTextResult): string[] {
  const balance = new Int32Array(0x10000);
  const add = (some: string, sign: 1 | -1) => {
    for (let at = 0; at < some.length; at++) (balance[some.charCodeAt(at)] as number) += sign;
  };
  add(solid(text), 1);
  for (const node of nodesOf(tree)) {
    if (isLiteral(node) && 'value' in node) add(solid(node.value ?? ''), -1);
    else if (isMarker(node)) add(solid(spelled(text, piecesOf(node))), -1);
  }
  for (const { value } of coverage.setAside) add(solid(value), -1);
  // what a repair adds is no character of the input
  for (const { original, replacement } of restored(coverage)) {
    add(replacement, 1);
    add(original, -1);
  }
  const uneven: string[] = [];
  for (let unit = 0; unit < balance.length; unit++) {
    if (balance[unit] !== 0) uneven.push(`${JSON.stringify(String.fromCharCode(unit))}: ${balance[unit]}`);
  }
  return uneven;
}

/** The literals and notes that are not what the input has at their pieces. */
export function misspelled(text: string, { tree, coverage }: FromTextResult): string[] {
  const wrong: string[] = [];
  const hyphens = restored(coverage).map(({ position }) => position.start.offset ?? Number.NaN);
  const withHyphens = (pieces: Pieces) =>
    pieces.flatMap(([start, end]): string[] => {
      const own = hyphens.filter((at) => start < at && at < end);
      return [start, ...own].map((at, k) => text.slice(at, own[k] ?? end) + (k < own.length ? '-' : ''));
    });
  for (const node of nodesOf(tree)) {
    if (isLiteral(node) && 'value' in node) {
      const here = spelled(text, piecesOf(node));
      if (solid(node.value ?? '') !== solid(withHyphens(piecesOf(node)).join('')))
        wrong.push(`${node.type} ${node.value} at ${here}`);
    } else if (isMarker(node) && 'marker' in node) {
      const here = spelled(text, piecesOf(node));
      const marks = here.normalize('NFKC').replace(/[^\p{L}\p{Nd}*]/gu, '');
      // a note that is called has two marks: `¹` in the text and `(1)` before the note
      if (marks !== node.marker && marks !== node.marker + node.marker) wrong.push(`${node.type} ${node.marker} at ${here}`);
    }
  }
  return wrong;
}

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029\f\v]/g;

/** The positions that are outside the input, or whose line and column are not those of their offset. */
export function mislocated(text: string, result: FromTextResult): string[] {
  const starts = [0, ...[...text.matchAll(LINE_END)].map((match) => match.index + match[0].length)];
  const wrongPoint = ({ line, column, offset }: Position['start']) =>
    offset === undefined ||
    offset < 0 ||
    offset > text.length ||
    starts[line - 1] !== offset - column + 1 ||
    (starts[line] ?? Number.POSITIVE_INFINITY) < offset;
  const wrong: string[] = [];
  const check = (what: string, position: Position | undefined) => {
    if (!position) return;
    const { start, end } = position;
    if (wrongPoint(start) || wrongPoint(end) || (start.offset ?? 0) > (end.offset ?? 0))
      wrong.push(`${what} ${JSON.stringify(position)}`);
  };
  for (const node of nodesOf(result.tree)) check(node.type, node.position);
  for (const { ruleId, position } of result.diagnostics) check(ruleId, position);
  for (const { reason, position } of result.coverage.setAside) check(reason, position);
  for (const { reason, position } of result.coverage.repairs) check(reason, position);
  return wrong;
}

/** Where a body part of the tree goes back in the input, save in lines whose order was mended. Notes are elsewhere. */
export function disordered({ tree, coverage }: FromTextResult): string[] {
  const moved = coverage.repairs.filter(({ reason }) => reason === 'line order').map(({ position }) => position);
  const isMoved = (at: number) => moved.some(({ start, end }) => (start.offset ?? 0) <= at && at < (end.offset ?? 0));
  const wrong: string[] = [];
  const cells = new Set([...nodesOf(tree)].filter(({ type }) => type === 'tableCell').flatMap((cell) => [...nodesOf(cell)]));
  for (const part of partsOf(tree)) {
    let last = 0;
    for (const node of outsideNotes(part)) {
      if (!isLiteral(node)) continue;
      for (const [start, end] of piecesOf(node)) {
        if (isMoved(start)) continue;
        // the cells of a row stand side by side, line by line
        if (start < last && cells.has(node)) continue;
        if (start < last) wrong.push(`${part.type}: ${JSON.stringify(node)}`);
        last = Math.max(last, end);
      }
    }
  }
  return wrong;
}

/** The parts whose words stand in the input as they do in the tree; the columns of a masthead need not. */
function* partsOf(tree: Node): Generator<Node> {
  for (const node of nodesOf(tree)) {
    if (node.type === 'preface' || node.type === 'preamble' || node.type === 'mainBody') yield node;
  }
}

function* outsideNotes(node: Node): Generator<Node> {
  if (node.type === 'authorialNote') return;
  yield node;
  if ('num' in node && typeof node.num === 'object') yield node.num;
  if ('heading' in node && node.heading) yield* outsideNotes(node.heading);
  if ('children' in node) for (const child of node.children) yield* outsideNotes(child);
}
