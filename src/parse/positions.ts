/** Positions of the nodes that hold others: from their first character in the source to their last. */
import type { Node, Position, Root } from '../ast.ts';

/** Gives a position to every node that has none and holds one that has. A note stands where it is called. */
export function placeParents(root: Root): void {
  // children before parents, without recursion: lists may be deep
  const order: Node[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    order.push(node);
    for (const part of partsOf(node)) stack.push(part);
  }
  for (const node of order.reverse()) {
    if (node.position) continue;
    const position = spanOf(partsOf(node));
    if (position) node.position = position;
  }
}

/** All nodes that a node holds, in their properties too. */
export function partsOf(node: Node): readonly Node[] {
  const parts: Node[] = [];
  if ('num' in node && typeof node.num === 'object') parts.push(node.num);
  if ('designation' in node && node.designation) parts.push(node.designation);
  if ('title' in node && node.title) parts.push(node.title);
  if ('heading' in node && node.heading) parts.push(node.heading);
  if (!('children' in node)) return parts;
  return parts.length === 0 ? node.children : [...parts, ...node.children];
}

function spanOf(nodes: readonly Node[]): Position | undefined {
  let first: Position['start'] | undefined;
  let last: Position['end'] | undefined;
  for (const { position } of nodes) {
    if (!position) continue;
    if (!first || (position.start.offset ?? 0) < (first.offset ?? 0)) first = position.start;
    if (!last || (position.end.offset ?? 0) > (last.offset ?? 0)) last = position.end;
  }
  return first && last ? { start: first, end: last } : undefined;
}
