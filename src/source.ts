/**
 * The original input and excerpts of it. An excerpt is text that knows, character by character, where it came from:
 * cleaning a text never edits a string, it selects pieces of the source.
 */
import type { Emphasis, Position } from './ast.ts';
import { DIRECTION_MARK, kindsOf, LINE_END, RAISED_DIGIT, WHITE_SPACE } from './text/characters.ts';

export interface Source {
  text: string;
  /** Offset of the first character of each line. */
  lineStarts: number[];
  /** Code units that are no white space. */
  size: number;
  /** Whether it has characters that steer how a line is shown. */
  hasDirectionMarks: boolean;
  /** Whether it has raised digits that are characters of their own, `²`. */
  hasRaisedDigits: boolean;
}

/** Typography over `value`: [start, end) in code units of the excerpt. */
export interface StyleRange {
  start: number;
  end: number;
  style: Emphasis['style'];
}

/** Pieces of the source put together: each is in `value` as it stands in the source. Between them may be the blanks of line ends. */
export interface Excerpt {
  value: string;
  /** Offset in `value` of each piece, ascending, the first 0. */
  at: readonly number[];
  /** Offset in the source of each piece's first character; -1 for the blank of a line end and whatever else the source does not have. */
  from: readonly number[];
  /** Ascending by start, not overlapping within one style. */
  styles: readonly StyleRange[];
  /** The value as `fold` gives it, where it was made with the source's: see `foldedOf`. */
  folded: string | undefined;
}

/** Indexes a text: offsets are UTF-16 code units from 0, lines and columns count from 1 as unist has it. */
export function indexSource(text: string): Source {
  const lineStarts = [0];
  let blanks = 0;
  let all = 0;
  // what others would search the text for, they find here, at the cost of one reading
  for (let at = 0; at < text.length; at++) {
    const kind = kindsOf(text.charCodeAt(at));
    all |= kind;
    blanks += kind & WHITE_SPACE;
    if ((kind & LINE_END) === 0 || (text[at] === '\r' && text[at + 1] === '\n')) continue;
    lineStarts.push(at + 1);
  }
  return {
    text,
    lineStarts,
    size: text.length - blanks,
    hasDirectionMarks: (all & DIRECTION_MARK) !== 0,
    hasRaisedDigits: (all & RAISED_DIGIT) !== 0,
  };
}

/** The line and the column, both from 1, of an offset; `lineStarts` are the offsets at which the lines begin. */
export function pointAt({ lineStarts }: Pick<Source, 'lineStarts'>, offset: number): Required<Position['start']> {
  const line = lastUpTo(lineStarts, offset);
  return { line: line + 1, column: offset - (lineStarts[line] as number) + 1, offset };
}

/** Index of the last of some offsets, which ascend, that is not beyond one; 0 if all are. */
function lastUpTo(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The position of [start, end) of the source. */
export function positionAt(source: Source, start: number, end: number): Position {
  return { start: pointAt(source, start), end: pointAt(source, end) };
}

/** Most excerpts are one piece, and have no typography: these serve them all. */
const AT_START: readonly number[] = [0];
const PLAIN: readonly StyleRange[] = [];

export const nothing: Excerpt = { value: '', at: [], from: [], styles: PLAIN, folded: '' };

/**
 * The stretch [start, end) of the source, as it stands.
 *
 * @param folded the whole source folded, if it was: its stretches need not be folded again
 */
export function excerptOf(source: Source, start: number, end: number, folded?: string): Excerpt {
  if (end <= start) return nothing;
  return {
    value: source.text.slice(start, end),
    at: AT_START,
    from: [start],
    styles: PLAIN,
    folded: folded?.slice(start, end),
  };
}

/** The blank that a line end is within a paragraph. It stands for no character of the source. */
export const lineEnd: Excerpt = { value: ' ', at: AT_START, from: [-1], styles: PLAIN, folded: ' ' };
/** A hyphen that an extraction dropped, set again. It stands for none either. */
export const hyphen: Excerpt = { value: '-', at: AT_START, from: [-1], styles: PLAIN, folded: '-' };
/** Parts the cells of a row that the source keeps apart with blanks. */
export const tab: Excerpt = { value: '\t', at: AT_START, from: [-1], styles: PLAIN, folded: ' ' };

export function concat(parts: readonly Excerpt[]): Excerpt {
  if (parts.length === 1) return parts[0] as Excerpt;
  const values: string[] = [];
  let folded: string | undefined = '';
  const at: number[] = [];
  const from: number[] = [];
  const styles: StyleRange[] = [];
  const lastOf = new Map<StyleRange['style'], StyleRange>();
  let length = 0;
  for (const part of parts) {
    for (let k = 0; k < part.at.length; k++) {
      at.push((part.at[k] as number) + length);
      from.push(part.from[k] as number);
    }
    for (const range of part.styles) {
      // raised characters inside it are ranges of their own
      const last = lastOf.get(range.style);
      const start = range.start + length;
      // a paragraph in italics is marked anew on each line or page: one range again
      const joins = range.start === 0 && range.end > 0 && (range.style === 'italic' || range.style === 'bold');
      if (joins && last && last.end >= start - 1) {
        last.end = range.end + length;
      } else {
        const own = { start, end: range.end + length, style: range.style };
        styles.push(own);
        lastOf.set(range.style, own);
      }
    }
    values.push(part.value);
    folded = folded === undefined || part.folded === undefined ? undefined : folded + part.folded;
    length += part.value.length;
  }
  return { value: values.join(''), at, from, styles: styles.length === 0 ? PLAIN : styles, folded };
}

const pieceAt = ({ at }: Excerpt, index: number): number => lastUpTo(at, index);

/** The offset in the source of the character at `index`; of the end of the last one for `index` = length. */
export function originOf(excerpt: Excerpt, index: number): number {
  let piece = pieceAt(excerpt, index);
  const from = excerpt.from[piece];
  if (from === undefined) return 0;
  if (from >= 0) return from + index - (excerpt.at[piece] as number);
  // a line end is where the piece before it ends
  while (piece > 0 && (excerpt.from[piece] as number) < 0) piece--;
  return Math.max(0, (excerpt.from[piece] as number) + (excerpt.at[piece + 1] ?? 0) - (excerpt.at[piece] as number));
}

/** Whether the blank at `index` is a line end's. */
export function isLineEnd(excerpt: Excerpt, index: number): boolean {
  return excerpt.from[pieceAt(excerpt, index)] === -1;
}

/** [start, end) of an excerpt as an excerpt. */
export function cut(excerpt: Excerpt, start: number, end = excerpt.value.length): Excerpt {
  if (start >= end) return nothing;
  if (start === 0 && end === excerpt.value.length) return excerpt;
  const value = excerpt.value.slice(start, end);
  const folded = excerpt.folded?.slice(start, end);
  const styles = excerpt.styles.length === 0 ? PLAIN : stylesWithin(excerpt.styles, start, end);
  if (excerpt.at.length === 1) {
    const [origin] = excerpt.from as [number];
    return { value, at: AT_START, from: origin < 0 ? excerpt.from : [origin + start], styles, folded };
  }
  const at: number[] = [];
  const from: number[] = [];
  for (let k = pieceAt(excerpt, start); k < excerpt.at.length && (excerpt.at[k] as number) < end; k++) {
    const begin = Math.max(excerpt.at[k] as number, start);
    at.push(begin - start);
    const origin = excerpt.from[k] as number;
    from.push(origin < 0 ? origin : origin + begin - (excerpt.at[k] as number));
  }
  return { value, at, from, styles, folded };
}

/** An excerpt with other typography. */
export const withStyles = ({ value, at, from, folded }: Excerpt, styles: readonly StyleRange[]): Excerpt => ({
  value,
  at,
  from,
  styles,
  folded,
});

/** What of some typography falls into [start, end), its offsets from there. */
function stylesWithin(styles: readonly StyleRange[], start: number, end: number): StyleRange[] {
  return styles
    .filter((range) => (range.end > start || range.start === start) && range.start < end)
    .map((range) => ({
      start: Math.max(range.start, start) - start,
      end: Math.min(range.end, end) - start,
      style: range.style,
    }));
}

/** An excerpt without the blanks at its ends. */
export function trim(excerpt: Excerpt): Excerpt {
  const start = excerpt.value.length - excerpt.value.trimStart().length;
  return cut(excerpt, start, Math.max(start, excerpt.value.trimEnd().length));
}

/** The pieces [start, end) of the source that an excerpt is made of, adjoining ones as one. */
export function piecesOf(excerpt: Excerpt): [number, number][] {
  const pieces: [number, number][] = [];
  for (let k = 0; k < excerpt.at.length; k++) {
    const start = excerpt.from[k] as number;
    if (start < 0) continue;
    const end = start + (excerpt.at[k + 1] ?? excerpt.value.length) - (excerpt.at[k] as number);
    const last = pieces.at(-1);
    if (last && last[1] === start) last[1] = end;
    else pieces.push([start, end]);
  }
  return pieces;
}

/** The position of an excerpt: from the first of its characters in the source to the last. */
export const positionOf = (source: Source, excerpt: Excerpt): Position | undefined => enclose(source, piecesOf(excerpt));

/** The position that takes in some pieces of the source. */
export function enclose(source: Source, pieces: readonly [number, number][]): Position | undefined {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  // pieces are in the order of the text, which a repair may have made another than the source's
  for (const [from, to] of pieces) {
    start = Math.min(start, from);
    end = Math.max(end, to);
  }
  return end < 0 ? undefined : positionAt(source, start, end);
}
