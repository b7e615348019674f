/** What stands flat in published files, brought where it belongs: text under headings, letters and tables in paragraphs. */
import type { BodyBlock, Formula, Paragraph, Section } from '../ast.ts';
import { plainText } from '../words.ts';
import type { XmlNode } from '../xml/tree.ts';
import { append, keep, nodesIn, type Piece } from './kept.ts';
import { type Growing, keepPoints } from './list.ts';
import { capitalNumber, cleanNumber, listStyle } from './number.ts';

/** A block, and its XML while more may come to it; undefined when it is complete. */
export interface Item {
  node: BodyBlock | Formula;
  pieces: Piece[] | undefined;
  /** A heading that stands beside what is under it. */
  flat?: true;
  /** Its XML, which may come to be that of its number. */
  source?: XmlNode[];
}

const isItem = (item: Item | XmlNode): item is Item => typeof item === 'object' && 'node' in item;

/** @param flat whether headings, letters and tables may stand beside what they belong to */
export function gather(items: readonly (Item | XmlNode)[], flat: boolean): Piece[] {
  if (!flat) return items.map((item) => (isItem(item) ? finished(item) : item));
  return underHeadings(inParagraphs(withNumbers(items)));
}

const finished = ({ node, pieces }: Item): BodyBlock | Formula => (pieces ? keep(node, pieces) : node);

/** Takes what follows the item at `at` into its XML: layout, and the items whose XML it becomes part of. */
function layoutAfter(list: (Item | XmlNode)[], at: number): XmlNode[] {
  return list.splice(at + 1) as XmlNode[];
}

/** A heading that is but a number, `II`, is the number of the heading after it. */
function withNumbers(items: readonly (Item | XmlNode)[]): (Item | XmlNode)[] {
  const list: (Item | XmlNode)[] = [];
  for (const item of items) {
    const section = isItem(item) && item.flat && item.node.type === 'section' ? item.node : undefined;
    if (!section) {
      list.push(item);
      continue;
    }
    const at = list.findLastIndex(isItem);
    const before = at < 0 ? undefined : (list[at] as Item);
    const number = section.num?.value ?? (section.heading ? plainText(section.heading.children) : '');
    const found = capitalNumber(number);
    if (found) section.level = found.level;
    const open = before?.flat && before.node.type === 'section' ? before.node : undefined;
    const openNumber = open?.heading && !open.num ? plainText(open.heading.children) : '';
    if (before && open && openNumber !== '' && capitalNumber(openNumber) && !section.num && !found) {
      const num = keep({ type: 'num' as const, value: openNumber }, before.source ?? []);
      section.num = num;
      section.level = open.level;
      list[at] = { node: section, pieces: [num, ...layoutAfter(list, at), ...((item as Item).pieces as Piece[])], flat: true };
      continue;
    }
    list.push(item);
  }
  return list;
}

/** Tables, paragraphs `(a)`, `(b)`, and the text of a number that stands alone belong to the paragraph before them. */
function inParagraphs(items: readonly (Item | XmlNode)[]): (Item | XmlNode)[] {
  const list: (Item | XmlNode)[] = [];
  for (let k = 0; k < items.length; k++) {
    const item = items[k] as Item | XmlNode;
    const paragraph = isItem(item) && item.node.type === 'paragraph' ? item.node : undefined;
    if (!paragraph) {
      list.push(item);
      continue;
    }
    const at = list.findLastIndex(isItem);
    const before = at < 0 ? undefined : (list[at] as Item);
    const open = before?.node.type === 'paragraph' ? before.node : undefined;
    const isTable = !paragraph.num && paragraph.children.length === 1 && paragraph.children[0]?.type === 'table';
    if (isTable && open && before?.pieces) {
      append(before.pieces, layoutAfter(list, at));
      append(before.pieces, (item as Item).pieces as Piece[]);
      append(open.children, paragraph.children);
      continue;
    }
    if (!paragraph.num && open?.num && open.children.length === 0 && before?.pieces) {
      append(before.pieces, layoutAfter(list, at));
      append(before.pieces, (item as Item).pieces as Piece[]);
      append(open.children, paragraph.children);
      continue;
    }
    if (isPoint(item)) {
      const end = endOfList(items, k);
      const nested = nestedList(items.slice(k, end));
      if (open && before?.pieces) {
        append(before.pieces, layoutAfter(list, at));
        before.pieces.push(nested);
        open.children.push(nested);
      } else list.push({ node: { type: 'paragraph', children: [nested] }, pieces: [nested] });
      k = end - 1;
      continue;
    }
    list.push(item);
  }
  return list;
}

/** A paragraph `(a)` is a point. */
const isPoint = (item: Item | XmlNode): boolean =>
  isItem(item) && item.node.type === 'paragraph' && item.node.num !== undefined && listStyle(item.node.num.value) !== undefined;

function endOfList(items: readonly (Item | XmlNode)[], start: number): number {
  let end = start + 1;
  for (let k = end; k < items.length; k++) {
    const item = items[k] as Item | XmlNode;
    if (!isItem(item)) continue;
    if (!isPoint(item)) break;
    end = k + 1;
  }
  return end;
}

/** Points by their numbers: a style that is not open yet goes deeper, one that is goes on there. */
function nestedList(items: readonly (Item | XmlNode)[]) {
  type Level = { style: string; points: (Growing<never> | XmlNode)[]; last: Paragraph | undefined };
  const levels: Level[] = [];
  const close = () => {
    const level = levels.pop() as Level;
    const above = levels.at(-1)?.points.findLast((point) => typeof point === 'object' && 'pieces' in point) as
      | { node: { children: unknown[] }; pieces: Piece[] }
      | undefined;
    const list = keepPoints(level.points);
    above?.node.children.push(list);
    above?.pieces.push(list);
    return list;
  };
  for (const item of items) {
    if (!isItem(item)) {
      const last = levels.at(-1)?.points;
      last?.push(item);
      continue;
    }
    const paragraph = item.node as Paragraph;
    const num = paragraph.num?.value ?? '';
    const open = levels.map((level) => level.style);
    const letters = levels.find((level) => level.style === 'letter');
    const goesOn = letters !== undefined && followsH(letters.last, num);
    const style = goesOn ? 'letter' : (listStyle(num, open) ?? '');
    const at = levels.findIndex((level) => level.style === style);
    if (at < 0) {
      // the layout before the first point of a deeper level stands in the point above
      const above = levels.at(-1)?.points;
      const index = above?.findLastIndex((point) => typeof point === 'object' && 'pieces' in point) ?? -1;
      const layout = above && index >= 0 ? (above.splice(index + 1) as XmlNode[]) : [];
      const point = above?.[index] as { pieces: Piece[] } | undefined;
      if (point) append(point.pieces, layout);
      levels.push({ style, points: [], last: undefined });
    } else {
      const layout = takeLayout(levels.at(-1) as Level);
      while (levels.length > at + 1) close();
      append((levels[at] as Level).points, layout);
    }
    const point = { node: { ...paragraph, type: 'point' }, pieces: item.pieces as Piece[] };
    const level = levels.at(-1) as Level;
    level.points.push(point as never);
    level.last = paragraph;
  }
  while (levels.length > 1) close();
  return close();
}

/** `i)` after `h)` is a letter, unless a list is announced: `h) …: ⏎ i)`. */
function followsH(last: Paragraph | undefined, num: string): boolean {
  const text = last?.children.at(-1);
  const isBefore = cleanNumber(last?.num?.value ?? '') === 'h' && cleanNumber(num) === 'i';
  return isBefore && !(text?.type === 'p' && /[:：]$/.test(plainText(text.children)));
}

function takeLayout(level: { points: unknown[] }): XmlNode[] {
  const index = level.points.findLastIndex((point) => typeof point === 'object' && point !== null && 'pieces' in point);
  return level.points.splice(index + 1) as XmlNode[];
}

/** Sections hold what follows their headings; they close as they do in plain text. */
function underHeadings(items: readonly (Item | XmlNode)[]): Piece[] {
  const top: Piece[] = [];
  const open: { item: Item; value: number; text: boolean }[] = [];
  const into = () => open.at(-1)?.item.pieces ?? top;
  const close = () => {
    const { item } = open.pop() as { item: Item };
    const section = item.node as Section;
    const pieces = item.pieces as Piece[];
    section.children = nodesIn(pieces).filter((node): node is BodyBlock => node !== section.heading && node !== section.num);
    // the layout after its last block is not the section's
    let end = pieces.length;
    while (end > 0 && typeof pieces[end - 1] === 'string') end--;
    const layout = pieces.splice(end);
    into().push(keep(section, pieces), ...layout);
  };
  for (const item of items) {
    if (!isItem(item) || !item.flat || item.node.type !== 'section') {
      into().push(isItem(item) ? finished(item) : item);
      const last = open.at(-1);
      if (last && isItem(item)) last.text = true;
      continue;
    }
    const { level, num, number } = item.node;
    const value = capitalNumber(num?.value ?? number?.toUpperCase() ?? '')?.value ?? 0;
    const same = open.findLastIndex(
      (section) => (section.item.node as Section).level === level && (value === 0 || section.value < value),
    );
    if (level === 'division') {
      if ((open.at(-1)?.item.node as Section | undefined)?.level === 'division') close();
    } else if (same >= 0) {
      while (open.length > same) close();
    } else {
      while ((open.at(-1)?.item.node as Section | undefined)?.level === 'division' && open.at(-1)?.text) close();
    }
    open.push({ item: { ...item, pieces: [...(item.pieces as Piece[])] }, value, text: false });
  }
  while (open.length > 0) close();
  return top;
}
