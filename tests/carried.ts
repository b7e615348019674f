/** The form of a tree that Akoma Ntoso can carry. */

/** A string as XML can carry it. */
const carried = (text: string) =>
  text.replace(/\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd');

const PARTS = ['coverPage', 'preface', 'preamble', 'mainBody', 'conclusions', 'attachment', 'resolution'];
/** What the schema has no empty form of, or what would be nothing but a tag. */
const NOTHING_WITHOUT_CHILDREN = new Set([
  'coverPage',
  'preface',
  'preamble',
  'mainBody',
  'conclusions',
  'list',
  'table',
  'voteGroup',
]);
const emptyP = () => ({ type: 'p', children: [] });

/**
 * The form of a tree that Akoma Ntoso can carry: parts once and in their order, adjoining texts as one, nothing that is empty where
 * the schema wants something, characters that XML allows.
 */
export function normal(given: unknown): never {
  if (typeof given === 'string') return carried(given) as never;
  if (typeof given !== 'object' || given === null) return given as never;
  if (Array.isArray(given)) return given.map((one) => normal(one)) as never;
  const node: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (key === 'position' || key === 'data' || value === undefined) continue;
    if (key === 'header' && value === false) continue;
    if (key === 'agendaItems' && (value as unknown[]).length === 0) continue;
    node[key] = key === 'children' ? value : normal(value);
  }
  // a collection of nothing is a document
  if (node.type === 'collection' && !(node.children as Plain[]).some(({ type }) => type === 'resolution'))
    node.type = 'resolution';
  if (Array.isArray(node.children)) node.children = childrenOf(node.type as string, node.children);
  return node as never;
}

type Plain = { type: string; value?: string; children?: Plain[]; side?: string };

function childrenOf(type: string, given: Plain[]): Plain[] {
  let children = given.map((child) => normal(child) as Plain);
  if (['resolution', 'collection', 'attachment'].includes(type)) {
    children.sort((a, b) => PARTS.indexOf(a.type) - PARTS.indexOf(b.type));
    children = merged(children, (a, b) => a.type === b.type && !['attachment', 'resolution'].includes(a.type));
  }
  children = children.filter((child) => child.type !== 'text' || child.value !== '');
  children = children.filter((child) => !NOTHING_WITHOUT_CHILDREN.has(child.type) || child.children?.length);
  // a structure stands in the paragraph before it, which need not be there
  const isEmpty = (child: Plain) => child.type === 'p' && !child.children?.length;
  const notEmptyFrom = (k: number) => children.slice(k).find((child) => !isEmpty(child));
  children = children.filter((child, k) => !isEmpty(child) || notEmptyFrom(k)?.type !== 'embeddedStructure');
  children = merged(children, (a, b) => a.type === 'text' && b.type === 'text');
  if (type === 'vote') children = merged(children, (a, b) => a.side === 'statement' && b.side === 'statement');
  if (type === 'authorialNote' && children.length === 0) children = [emptyP()];
  if (type === 'point' && children.length === 1 && children[0]?.type === 'p' && !children[0].children?.length) children = [];
  if (type === 'preambularParagraph' && children.length === 0) children = [emptyP()];
  return children;
}

function merged(children: Plain[], same: (a: Plain, b: Plain) => boolean): Plain[] {
  const list: Plain[] = [];
  for (const child of children) {
    const last = list.at(-1);
    if (!last || !same(last, child)) {
      list.push({ ...child });
      continue;
    }
    if (child.type === 'text') last.value = `${last.value}${child.value}`;
    else last.children = childrenOf(last.type, [...(last.children ?? []), ...(child.children ?? [])]);
  }
  return list;
}
