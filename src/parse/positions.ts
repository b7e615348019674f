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

/** All nodes that a node holds, in its properties too. */
export function partsOf(node: Node): readonly Node[] {
  const { children = [] } = node as { children?: readonly Node[] };
  const own = propertiesOf(node);
  return own === NONE ? children : [...own.filter((part) => part !== undefined), ...children];
}

const NONE: readonly undefined[] = [];

/** What a node holds beside its children, in reading order. */
function propertiesOf(node: Node): readonly (Node | undefined)[] {
  switch (node.type) {
    case 'point':
    case 'paragraph':
    case 'title':
      return [node.num];
    case 'section':
      return [node.num, node.heading];
    case 'attachment':
      return [node.designation, node.title];
    default:
      return NONE;
  }
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
