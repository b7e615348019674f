/** Nesting that no resolution has would exhaust the stack, and the depth at which readers of XML give up (256): it is kept flat. */
import type { BodyBlock, Node, P, Point, PreambularParagraph, Root } from '../ast.ts';

/** Levels of the tree. Each is at most three of the XML, plus what holds the body. */
export const DEEPEST = 64;

const NONE: readonly Node[] = [];

/** The nodes that a node holds, in reading order, those beside `children` included. */
export function heldBy(node: Node): readonly Node[] {
  switch (node.type) {
    case 'text':
    case 'num':
    case 'noteRef':
    case 'break':
    case 'decoration':
      return NONE;
    case 'attachment':
      return withHeads([node.designation, node.title], node.children);
    case 'section':
      return withHeads([node.num, node.heading], node.children);
    case 'title':
    case 'paragraph':
    case 'point':
      return node.num ? [node.num, ...node.children] : node.children;
    default:
      // what is none of ours may have none
      return node.children ?? NONE;
  }
}

const withHeads = (heads: readonly (Node | undefined)[], children: readonly Node[]): readonly Node[] =>
  heads.filter((head): head is Node => head !== undefined).concat(children);

/** Whether there is more under a node than can be written. The recursion ends where the answer is known. */
function isTooDeep(node: Node, levels = DEEPEST): boolean {
  const held = heldBy(node);
  if (held.length === 0) return false;
  if (levels === 0) return true;
  for (const child of held) if (isTooDeep(child, levels - 1)) return true;
  return false;
}

const INLINE = new Set(['text', 'emphasis', 'phrase', 'ref', 'internalRef', 'date', 'noteRef', 'break']);

/** The texts under some nodes, in reading order: one for each block. */
function textsOf(nodes: readonly Node[]): string[] {
  const texts: string[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) texts.push(open.join(''));
    open = [];
  };
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!INLINE.has(node.type)) close();
    if ('value' in node && node.value && node.type !== 'mastheadLine') open.push(node.value);
    if (node.type === 'break') open.push(' ');
    const held = heldBy(node);
    for (let k = held.length - 1; k >= 0; k--) stack.push(held[k] as Node);
  }
  close();
  return texts;
}

const plainP = (value: string): P => ({ type: 'p', children: [{ type: 'text', value }] });
const plainPoint = (value: string): Point => ({ type: 'point', children: [plainP(value)] });
const plainParagraph = (value: string): BodyBlock => ({ type: 'paragraph', children: [plainP(value)] });
const plainRecital = (value: string): PreambularParagraph => ({ type: 'preambularParagraph', children: [plainP(value)] });

/** What stands in place of the children of a node at the limit: their words, in blocks that the node may hold. */
function flat(node: Node): readonly Node[] {
  const texts = textsOf('children' in node ? node.children : []);
  switch (node.type) {
    case 'list':
      return texts.map(plainPoint);
    case 'point':
    case 'paragraph':
    case 'preambularParagraph':
    case 'authorialNote':
      return texts.map(plainP);
    case 'preamble':
      return texts.map(plainRecital);
    case 'section':
    case 'embeddedStructure':
    case 'mainBody':
      return texts.map(plainParagraph);
    case 'attachment':
      return [{ type: 'mainBody', children: texts.map(plainParagraph) }];
    default:
      return [{ type: 'text', value: texts.join(' ') }];
  }
}

/**
 * A tree without levels below the 64th: what stood there is text of the node above. No word is lost.
 *
 * @returns the tree itself when it is not that deep, as any real one
 */
export function limitDepth<Tree extends Root>(tree: Tree): Tree {
  return isTooDeep(tree) ? (copy(tree, 1) as Tree) : tree;
}

function copy(node: Node, depth: number): Node {
  const limited: Record<string, unknown> = { ...node };
  if ('designation' in node && node.designation) limited.designation = copy(node.designation, depth + 1);
  if (node.type === 'attachment' && node.title) limited.title = copy(node.title, depth + 1);
  if ('heading' in node && node.heading) limited.heading = copy(node.heading, depth + 1);
  if ('children' in node) {
    // three levels are kept for what stands flat: point, p, text; a table keeps its cells
    const stops = depth > DEEPEST - 4 && node.type !== 'table' && node.type !== 'tableRow';
    limited.children = (stops ? flat(node) : node.children).map((child) => copy(child, depth + 1));
  }
  return limited as unknown as Node;
}
