/** Nested lists from their numbers, `a)`, `i)` and their order; for what has none, from the indentation if there is any. */
import type { Block, List, Num, P, Point } from '../ast.ts';
import type { Excerpt } from '../source.ts';
import type { Block as TextBlock } from '../text/blocks.ts';
import { type Numbering, type Reading, readNumber } from '../text/numbering.ts';
import { INDENT } from '../text/printer.ts';

/** Makes nodes of excerpts. */
export interface Make {
  p: (text: Excerpt, role?: 'preambularPhrase' | 'operativeVerb') => P;
  num: (text: Excerpt) => Num;
}

/** A block with a number. */
export type Item = Required<Pick<TextBlock, 'num' | 'text'>> & Pick<TextBlock, 'indent'>;

interface Level {
  list: List;
  point: Point;
  /** Columns before its last point. */
  indent: number | undefined;
  /** Of its numbers; empty where its points have none. */
  format: string;
  /** All that the last number can mean: `а)` opens a list of Russian letters or of Latin ones, and the next point tells. */
  readings: readonly Reading[];
}

/** The lists that are open in a paragraph, outermost first. */
export interface OpenLists {
  levels: Level[];
  /** Columns before the paragraph. */
  indent: number | undefined;
  /** Whether the text before ends with a colon: a list is to come. */
  announced: boolean;
  /** Whether the last item ends without punctuation. */
  brokenOff: boolean;
}

/** No UN document nests deeper; what does is kept at this level. */
const DEEPEST = 40;

/** @param indent columns before the paragraph */
export function noLists(announced = false, indent?: number): OpenLists {
  return { levels: [], indent, announced, brokenOff: false };
}

/** Whether a number goes on with an open list. */
export function continuesList(lists: OpenLists, numbering: Numbering): boolean {
  return lists.levels.some((level) => nextReadings(level, numbering).length > 0);
}

/**
 * Adds an item to the paragraph that `host` holds the blocks of.
 *
 * It goes on with the innermost list whose next number it is; the first of a kind opens a list inside the point before it,
 * and so does one after a colon (`(h) …: (i)` is a sub-item, not the ninth letter).
 *
 * @returns whether a number is missing before it
 */
export function addItem(lists: OpenLists, host: Block[], item: Item, make: Make): boolean {
  const { num } = item;
  const numbering = readNumber(num.value);
  const first = numbering.readings.filter(({ value }) => value === 1);
  const opens = first.length > 0;
  if (!(lists.announced && opens && numbering.format !== 'bullet')) {
    for (let k = lists.levels.length - 1; k >= 0; k--) {
      const readings = nextReadings(lists.levels[k] as Level, numbering);
      if (readings.length === 0) continue;
      lists.levels.length = k + 1;
      addPoint(lists, lists.levels[k] as Level, readings, item, make);
      return false;
    }
  }
  if (!opens) {
    for (let k = lists.levels.length - 1; k >= 0; k--) {
      const readings = laterReadings(lists.levels[k] as Level, numbering);
      if (readings.length === 0) continue;
      lists.levels.length = k + 1;
      addPoint(lists, lists.levels[k] as Level, readings, item, make);
      return true;
    }
  }
  const level = openLevel(lists, host, numbering.format);
  addPoint(lists, level, opens ? first : numbering.readings.slice(0, 1), item, make);
  return !opens;
}

/**
 * Adds a text without a number if its indentation says where it belongs: an item of a list that a colon announces stands a level
 * further in, as do those after it, and what goes on with a paragraph or point a little further in than that begins.
 *
 * @returns whether it does
 */
export function addIndented(lists: OpenLists, host: Block[], { text, indent }: Omit<Item, 'num'>, make: Make): boolean {
  if (indent === undefined) return false;
  const inner = lists.levels.at(-1);
  const above = inner ? inner.indent : lists.indent;
  const opens = lists.announced && above !== undefined && indent === above + INDENT;
  const level = opens
    ? openLevel(lists, host, '')
    : lists.levels.findLast((open) => open.format === '' && open.indent === indent);
  if (level) {
    lists.levels.length = lists.levels.indexOf(level) + 1;
    addPoint(lists, level, [], { text, indent }, make);
    return true;
  }
  const indents = [lists.indent, ...lists.levels.map((open) => open.indent)];
  const depth = indents.findLastIndex((own) => own !== undefined && indent > own && indent < own + INDENT);
  if (depth < 0) return false;
  lists.levels.length = depth;
  (lists.levels.at(-1)?.point.children ?? host).push(make.p(text));
  lists.announced = announcesList(text.value);
  lists.brokenOff = false;
  return true;
}

function openLevel(lists: OpenLists, host: Block[], format: string): Level {
  if (lists.levels.length >= DEEPEST) lists.levels.length = DEEPEST - 1;
  const list: List = { type: 'list', children: [] };
  (lists.levels.at(-1)?.point.children ?? host).push(list);
  const level: Level = { list, point: { type: 'point', children: [] }, indent: undefined, format, readings: [] };
  lists.levels.push(level);
  return level;
}

/** What a number means as the one after the last of a level. */
function nextReadings(level: Level, { format, readings }: Numbering): Reading[] {
  if (format !== level.format) return [];
  return readings.filter(({ style, value }) =>
    level.readings.some((last) => style === last.style && (style === 'bullet' || value === last.value + 1)),
  );
}

/** What a number means as one further on than the last of a level. */
function laterReadings(level: Level, { format, readings }: Numbering): Reading[] {
  if (format !== level.format) return [];
  return readings.filter(({ style, value }) => level.readings.some((last) => style === last.style && value > last.value));
}

function addPoint(
  lists: OpenLists,
  level: Level,
  readings: readonly Reading[],
  { num, text, indent }: Partial<Item> & Pick<Item, 'text'>,
  make: Make,
): void {
  const point: Point = { type: 'point', ...(num && { num: make.num(num) }), children: text.value ? [make.p(text)] : [] };
  level.list.children.push(point);
  level.point = point;
  level.indent = indent;
  level.readings = readings;
  lists.announced = text.value === '' || announcesList(text.value);
  lists.brokenOff = /[\p{L}\d]$/u.test(text.value);
}

export function announcesList(text: string): boolean {
  return /[:：]$/.test(text.slice(-8).trimEnd());
}
