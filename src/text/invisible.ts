/** Direction marks: they steer how a line is shown, and stand between its letters. Set aside, as the tree has logical order. */
import { concat, cut, originOf, type Source } from '../source.ts';
import { type Line, lineWith } from './lines.ts';
import type { SetAside } from './setaside.ts';

const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** A text without its direction marks. */
export const withoutDirectionMarks = (text: string): string => text.replace(DIRECTION, '');

export function takeDirectionMarks(source: Source, lines: Line[], setAside: SetAside[]): Line[] {
  if (!source.hasDirectionMarks) return lines;
  return lines.map((line) => {
    const { excerpt } = line;
    if (excerpt.value.search(DIRECTION) < 0) return line;
    const kept = [];
    let at = 0;
    for (const { 0: marks, index } of excerpt.value.matchAll(DIRECTION)) {
      if (index > at) kept.push(cut(excerpt, at, index));
      at = index + marks.length;
      const start = originOf(excerpt, index);
      setAside.push({ reason: 'direction mark', start, end: start + marks.length });
    }
    if (at < excerpt.value.length) kept.push(cut(excerpt, at));
    return lineWith(line, { excerpt: concat(kept) });
  });
}
