/** Excerpts → inline nodes: typography and whatever else was found in a paragraph, as one tree. */
import type { Emphasis, Inline, Text } from '../ast.ts';
import { cut, type Excerpt, enclose, piecesOf, positionOf, type Source, withStyles } from '../source.ts';
import { firstWhere } from '../text/matches.ts';

/**
 * Something found in an excerpt: [start, end) in code units of its value, and the node that it makes of what stands there.
 * An `atom` takes its characters for itself (a note's call); others wrap the nodes inside.
 */
export interface Span {
  start: number;
  end: number;
  node: (children: Inline[]) => Inline;
  atom: boolean;
}

/**
 * Makes the inline nodes of an excerpt.
 *
 * Spans nest by containment; of two that cross, the later one is cut in two at the border of the earlier (italics that begin
 * inside a citation and end after it).
 *
 * @param spans in any order; [start, end) within the excerpt
 * @returns nodes with positions in the source; adjoining characters are one text node
 */
export function inlines(source: Source, excerpt: Excerpt, spans: readonly Span[] = []): Inline[] {
  const all: Span[] = spans.filter(({ atom }) => atom);
  const atoms = [...all].sort((a, b) => a.start - b.start);
  for (const span of spans) if (!span.atom) addClear(all, atoms, span);
  for (const { start, end, style } of excerpt.styles) {
    addClear(all, atoms, { start, end, node: (children): Emphasis => ({ type: 'emphasis', style, children }), atom: false });
  }
  all.sort(byStart);
  // the styles are spans now: cutting a text out of the excerpt need not look at them
  return build(source, withStyles(excerpt, []), 0, excerpt.value.length, all);
}

const byStart = (a: Span, b: Span) => a.start - b.start || b.end - a.end || Number(a.atom) - Number(b.atom);

/** The part [start, end) of a span. */
const spanWith = (span: Span, start: number, end: number): Span =>
  start === span.start && end === span.end ? span : { start, end, node: span.node, atom: span.atom };

/** Adds a span, cut where it would end or begin in the middle of an atom: an atom is never lost. */
function addClear(all: Span[], atoms: readonly Span[], span: Span): void {
  const first = atomAt(atoms, span.start);
  const last = atomAt(atoms, span.end - 1);
  const start = first ? first.end : span.start;
  const end = last && span.end < last.end ? last.start : span.end;
  if (start < end) all.push(spanWith(span, start, end));
}

/** The atom that holds the character at `index`. */
function atomAt(atoms: readonly Span[], index: number): Span | undefined {
  const atom = atoms[firstWhere(atoms, ({ end }) => end > index)];
  return atom && atom.start <= index ? atom : undefined;
}

/** Nodes of [start, end), given the spans that begin in it, sorted. */
function build(source: Source, excerpt: Excerpt, start: number, end: number, spans: readonly Span[]): Inline[] {
  const nodes: Inline[] = [];
  let at = start;
  for (let k = 0; k < spans.length; ) {
    const span = spans[k] as Span;
    k++;
    if (span.start < at || span.end <= span.start) continue;
    nodes.push(...textOf(source, excerpt, at, span.start));
    const inside: Span[] = [];
    const later: Span[] = [];
    while (k < spans.length && (spans[k] as Span).start < span.end) {
      const other = spans[k] as Span;
      if (other.end <= span.end) inside.push(other);
      else if (!other.atom) {
        inside.push(spanWith(other, other.start, span.end));
        later.push(spanWith(other, span.end, other.end));
      }
      k++;
    }
    const node = span.node(span.atom ? [] : build(source, excerpt, span.start, span.end, inside));
    const position = positionOf(source, cut(excerpt, span.start, span.end));
    if (position) node.position = position;
    nodes.push(node);
    at = span.end;
    if (later.length > 0) {
      const rest = [...later, ...spans.slice(k)].sort(byStart);
      return nodes.concat(build(source, excerpt, at, end, rest));
    }
  }
  nodes.push(...textOf(source, excerpt, at, end));
  return nodes;
}

function textOf(source: Source, excerpt: Excerpt, start: number, end: number): Text[] {
  if (start >= end) return [];
  return [literal(source, { type: 'text', value: '' }, cut(excerpt, start, end))];
}

/** Completes a literal node with its value, position and, where the source is broken, its pieces. */
export function literal<Node extends { value: string; position?: Text['position']; data?: Text['data'] }>(
  source: Source,
  node: Node,
  excerpt: Excerpt,
): Node {
  node.value = excerpt.value;
  return locate(source, node, excerpt);
}

/** Tells where a node stands: all of an excerpt, and nothing that stands between its pieces. */
export function locate<Node extends { position?: Text['position']; data?: Text['data'] }>(
  source: Source,
  node: Node,
  excerpt: Excerpt,
): Node {
  const pieces = piecesOf(excerpt);
  const position = enclose(source, pieces);
  if (position) node.position = position;
  if (isBroken(source, pieces)) node.data = { pieces };
  return node;
}

/** Whether something else stands between the pieces, or they are not in the order of the source. */
function isBroken(source: Source, pieces: readonly [number, number][]): boolean {
  for (let k = 1; k < pieces.length; k++) {
    const [, end] = pieces[k - 1] as [number, number];
    const [from] = pieces[k] as [number, number];
    if (from < end || source.text.slice(end, from).trim() !== '') return true;
  }
  return false;
}
