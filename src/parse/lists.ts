/** Nested lists from numbers alone: text has no levels, only `a)`, `i)` and their order. */
import type { Block, List, Num, P, Point } from '../ast.ts';
import type { Excerpt } from '../source.ts';
import { type Numbering, type Reading, readNumber } from '../text/numbering.ts';

/** Makes nodes of excerpts. */
export interface Make {
  p: (text: Excerpt, role?: 'preambularPhrase' | 'operativeVerb') => P;
  num: (text: Excerpt) => Num;
}

interface Level {
  list: List;
  point: Point;
  format: string;
  reading: Reading;
}

/** The lists that are open in a paragraph, outermost first. */
export interface OpenLists {
  levels: Level[];
  /** Whether the text before ends with a colon: a list is to come. */
  announced: boolean;
  /** Whether the last item ends without punctuation. */
  brokenOff: boolean;
}

/** No UN document nests deeper; what does is kept at this level. */
const DEEPEST = 40;

export function noLists(announced = false): OpenLists {
  return { levels: [], announced, brokenOff: false };
}

/** Whether a number goes on with an open list. */
export function continuesList(lists: OpenLists, numbering: Numbering): boolean {
  return lists.levels.some((level) => nextReading(level, numbering) !== undefined);
}

/**
 * Adds an item to the paragraph that `host` holds the blocks of.
 *
 * It goes on with the innermost list whose next number it is; the first of a kind opens a list inside the point before it,
 * and so does one after a colon (`(h) …: (i)` is a sub-item, not the ninth letter).
 *
 * @returns whether a number is missing before it
 */
export function addItem(lists: OpenLists, host: Block[], num: Excerpt, text: Excerpt, make: Make): boolean {
  const numbering = readNumber(num.value);
  const first = numbering.readings.find((reading) => reading.value === 1);
  let missing = false;
  if (!(lists.announced && first && numbering.format !== 'bullet')) {
    for (let k = lists.levels.length - 1; k >= 0; k--) {
      const reading = nextReading(lists.levels[k] as Level, numbering);
      if (!reading) continue;
      lists.levels.length = k + 1;
      addPoint(lists, lists.levels[k] as Level, reading, num, text, make);
      return false;
    }
  }
  if (!first) {
    const level = lists.levels.findLast(
      ({ format, reading }) =>
        format === numbering.format &&
        numbering.readings.some(({ style, value }) => style === reading.style && value > reading.value),
    );
    missing = true;
    if (level) {
      lists.levels.length = lists.levels.indexOf(level) + 1;
      const reading = numbering.readings.find(({ style }) => style === level.reading.style) as Reading;
      addPoint(lists, level, reading, num, text, make);
      return true;
    }
  }
  if (lists.levels.length >= DEEPEST) lists.levels.length = DEEPEST - 1;
  const list: List = { type: 'list', children: [] };
  (lists.levels.at(-1)?.point.children ?? host).push(list);
  const level: Level = {
    list,
    point: { type: 'point', children: [] },
    format: numbering.format,
    reading: { style: 'bullet', value: 0 },
  };
  lists.levels.push(level);
  addPoint(lists, level, first ?? (numbering.readings[0] as Reading), num, text, make);
  return missing;
}

function nextReading(level: Level, { format, readings }: Numbering): Reading | undefined {
  if (format !== level.format) return undefined;
  return readings.find(
    ({ style, value }) => style === level.reading.style && (style === 'bullet' || value === level.reading.value + 1),
  );
}

function addPoint(lists: OpenLists, level: Level, reading: Reading, num: Excerpt, text: Excerpt, make: Make): void {
  const point: Point = { type: 'point', num: make.num(num), children: text.value ? [make.p(text)] : [] };
  level.list.children.push(point);
  level.point = point;
  level.reading = reading;
  lists.announced = text.value === '' || announcesList(text.value);
  lists.brokenOff = /[\p{L}\d]$/u.test(text.value);
}

export function announcesList(text: string): boolean {
  return /[:：]$/.test(text.slice(-8).trimEnd());
}
