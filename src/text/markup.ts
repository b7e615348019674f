/** Markdown and HTML marks: they become typography, and the marks themselves are set aside. */
import type { Emphasis } from '../ast.ts';
import { concat, cut, type Excerpt, lineEnd, nothing, type StyleRange, withStyles } from '../source.ts';
import { type Line, lineWith } from './lines.ts';
import { firstWhere } from './matches.ts';
import { putAside, type SetAside } from './setaside.ts';

const TAG_STYLES: Record<string, Emphasis['style']> = {
  sup: 'sup',
  sub: 'sub',
  i: 'italic',
  em: 'italic',
  b: 'bold',
  strong: 'bold',
  u: 'underline',
};

/**
 * All marks that are read: tags; `^{1}` and `^e`; `[text](target)`; images; backslash escapes; runs of asterisks or
 * underscores. Every alternative begins with a character of its own, so that the search is linear.
 */
const MARK =
  /<(\/?)(sup|sub|i|em|b|strong|u)>|\$?\^\{([^{}]{0,12})\}\$?|\^(\d{1,3}|\p{Ll}{1,3})(?![\p{L}\d])|!?\[([^[\]]{0,300})\]\(([^()\s]{0,300})\)|\\([\\`*_{}[\]()#+.!|-])|(\*{1,3}|_{1,2})/gu;

/** What every mark has. */
const MAY_MARK = /[<^[\\*_]/;

interface Cuts {
  /** [start, end) of the marks themselves. */
  marks: [number, number][];
  styles: StyleRange[];
}

/** Reads the marks of all lines. A paragraph in asterisks may run over several lines without a blank one between. */
export function readMarkup(lines: readonly Line[], setAside: SetAside[]): Line[] {
  const result: Line[] = [];
  for (let k = 0; k < lines.length; ) {
    let end = k + 1;
    while (end < lines.length && (lines[end] as Line).gap === 0 && (lines[end] as Line).page === (lines[k] as Line).page) end++;
    readParagraph(lines.slice(k, end), result, setAside);
    k = end;
  }
  return result;
}

function readParagraph(lines: readonly Line[], result: Line[], setAside: SetAside[]): void {
  const heads = lines.map((line) => readHead(line, setAside));
  if (!heads.some(({ excerpt }) => MAY_MARK.test(excerpt.value))) {
    result.push(...heads);
    return;
  }
  const parts: Excerpt[] = [];
  const starts: number[] = [];
  let length = 0;
  for (const { excerpt } of heads) {
    if (parts.length > 0) {
      parts.push(lineEnd);
      length++;
    }
    starts.push(length);
    parts.push(excerpt);
    length += excerpt.value.length;
  }
  const whole = concat(parts);
  const { marks, styles } = findMarks(whole.value);
  if (marks.length === 0 && styles.length === 0) {
    result.push(...heads);
    return;
  }
  for (const [start, end] of marks) putAside(setAside, 'markup', cut(whole, start, end));
  const lineStyles = stylesByLine(styles, starts);
  let next = 0;
  // an image may end on the line below
  let past = 0;
  heads.forEach((head, k) => {
    const start = starts[k] as number;
    const end = (starts[k + 1] ?? length + 1) - 1;
    const kept: [number, number][] = [];
    let at = Math.max(start, past);
    for (; next < marks.length && (marks[next] as [number, number])[0] < end; next++) {
      const [markStart, markEnd] = marks[next] as [number, number];
      if (markStart > at) kept.push([at, markStart]);
      at = past = Math.max(at, markEnd);
    }
    if (at < end) kept.push([at, end]);
    result.push(lineWith(head, { excerpt: withoutMarks(whole, kept, lineStyles[k] as StyleRange[]) }));
  });
}

/** The kept stretches of a line as one excerpt, with the styles over them. */
function withoutMarks(whole: Excerpt, kept: readonly [number, number][], styles: readonly StyleRange[]): Excerpt {
  const excerpt = kept.length > 0 ? concat(kept.map(([start, end]) => cut(whole, start, end))) : nothing;
  const offsets = [0];
  for (const [start, end] of kept) offsets.push((offsets.at(-1) as number) + end - start);
  /** Where an offset of the paragraph is on the line. */
  const onLine = (offset: number): number => {
    const k = firstWhere(kept, ([, end]) => end >= offset);
    const stretch = kept[k];
    return stretch ? (offsets[k] as number) + Math.max(0, offset - stretch[0]) : excerpt.value.length;
  };
  const ranges = styles.map(({ start, end, style }) => ({ start: onLine(start), end: onLine(end), style }));
  return withStyles(
    excerpt,
    // italics of nothing, `<i></i>Invites`, say that what follows is no opening phrase
    ranges.filter(({ start, end, style }) => start < end || style === 'italic'),
  );
}

/** The styles over each line: a range over several lines stands at each. */
function stylesByLine(styles: readonly StyleRange[], starts: readonly number[]): StyleRange[][] {
  const byLine: StyleRange[][] = starts.map(() => []);
  let first = 0;
  for (const range of styles) {
    while (first + 1 < starts.length && (starts[first + 1] as number) <= range.start) first++;
    for (let k = first; k < starts.length && (starts[k] as number) < range.end; k++) byLine[k]?.push(range);
  }
  return byLine;
}

/** `## Heading`, and `- a) …`: the bullet that OCR puts before a list item that has its own letter. */
const HEAD = /^(#{1,6})\s+|^[-*+]\s+(?=\(?(?:[\p{L}]{1,4}|\d{1,3})[.)]\s)/u;

function readHead(line: Line, setAside: SetAside[]): Line {
  const match = HEAD.exec(line.excerpt.value);
  if (!match) return line;
  putAside(setAside, 'markup', cut(line.excerpt, 0, match[0].trimEnd().length));
  return lineWith(line, { excerpt: cut(line.excerpt, match[0].length), heading: match[1]?.length });
}

function findMarks(text: string): Cuts {
  const marks: [number, number][] = [];
  const styles: StyleRange[] = [];
  const openTags: { tag: string; start: number; end: number }[] = [];
  const openRuns: { run: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(MARK)) {
    const start = match.index;
    const end = start + match[0].length;
    const [, slash, tag, braced, raised, label, , escaped, run] = match;
    if (tag !== undefined) {
      if (slash === '') openTags.push({ tag, start, end });
      else {
        const open = openTags.findLastIndex((candidate) => candidate.tag === tag);
        if (open < 0) continue;
        const [opening] = openTags.splice(open, 1);
        if (!opening) continue;
        marks.push([opening.start, opening.end], [start, end]);
        styles.push({ start: opening.end, end: start, style: TAG_STYLES[tag] as Emphasis['style'] });
      }
    } else if (braced !== undefined) {
      const inner = text.indexOf('{', start) + 1;
      marks.push([start, inner], [inner + braced.length, end]);
      styles.push({ start: inner, end: inner + braced.length, style: 'sup' });
    } else if (raised !== undefined) {
      marks.push([start, start + 1]);
      styles.push({ start: start + 1, end, style: 'sup' });
    } else if (label !== undefined) {
      const inner = text.indexOf('[', start) + 1;
      if (match[0].startsWith('!')) marks.push([start, end]);
      else marks.push([start, inner], [inner + label.length, end]);
    } else if (escaped !== undefined) {
      marks.push([start, start + 1]);
    } else if (run !== undefined) {
      readRun(text, run, start, end, openRuns, marks, styles);
    }
  }
  // a link's text may hold marks of its own, whose ranges were not seen; links and runs are found in order, tags are not
  marks.sort((a, b) => a[0] - b[0]);
  styles.sort((a, b) => a.start - b.start || b.end - a.end);
  return { marks, styles };
}

// Chinese sets no blanks beside its words
const BEFORE_OPENING = /[\s([{'"«“‘—–，。；：、（《\p{Script=Han}-]/u;
const HAN = /\p{Script=Han}/u;
const AFTER_CLOSING = /[\s\p{Script=Han}*)\]}'"»”’.,;:!?/，。；：、（）《》“،؛¹²³⁰⁴-⁹<^([—–-]/u;

/** A run of asterisks or underscores: opens before a word, closes after one; `(Belize)**, Anton` is a note's mark and stays. */
function readRun(
  text: string,
  run: string,
  start: number,
  end: number,
  open: { run: string; start: number; end: number }[],
  marks: [number, number][],
  styles: StyleRange[],
): void {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  const last = open.findLastIndex((candidate) => candidate.run === run);
  // `*Supplément n**° 5*`: italics that end and begin again
  if (run === '**' && last < 0 && open.at(-1)?.run === '*' && !/\s/.test(before + after)) {
    readRun(text, '*', start, start + 1, open, marks, styles);
    open.push({ run: '*', start: start + 1, end });
    return;
  }
  if (last >= 0 && !/\s/.test(before) && (AFTER_CLOSING.test(after) || HAN.test(before))) {
    const opening = open[last] as { start: number; end: number };
    open.length = last;
    marks.push([opening.start, opening.end], [start, end]);
    if (run.length !== 2) styles.push({ start: opening.end, end: start, style: 'italic' });
    if (run.length !== 1) styles.push({ start: opening.end, end: start, style: 'bold' });
  } else if (!/[\s,;.)]/.test(after) && BEFORE_OPENING.test(before)) {
    open.push({ run, start, end });
  }
  // no paragraph opens so many that are never closed
  if (open.length > MOST_OPEN) open.shift();
}

const MOST_OPEN = 32;
