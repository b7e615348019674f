/**
 * Hyphens that pdftotext drops: it takes one at a line's end for the mark of a broken word and makes one line of the two,
 * `… appointment of the SecretaryGeneral and other executive heads;`.
 */
import { foldedOf } from '../language/index.ts';
import { concat, cut, type Excerpt, hyphen, originOf } from '../source.ts';
import { isAlphanumeric } from './letters.ts';
import { type Line, lineWith } from './lines.ts';
import { enumeratorLength } from './numbering.ts';
import type { Repair } from './repair.ts';
import { fullWidth, widthOf, widthOfLine } from './width.ts';

/** Shares of a full line: a first line is indented, and the words after the hyphen would not have found room. */
const LEAST = 0.7;
const MOST = 1.03;
const FILLED = 0.97;
/** Of a line that begins with a number and its indents. */
const NUMBERED = 0.86;
/** A line so wide was two, whatever the size of its type. */
const JOINED = 1.5;
/** Letters of the halves of a compound that stands nowhere else. */
const SHORTEST = 4;

/** A word of a line: letters and digits, and the hyphens between them. */
interface Word {
  value: string;
  /** Offset in the line. */
  start: number;
}

/** A word that lacks a hyphen. */
interface Gap {
  word: Word;
  /** What it is without any. */
  bare: string;
  /** Offset in the line of what the hyphen stood before. */
  at: number;
}

/** Words with hyphens by what they are without: `self-determination` by `selfdetermination`. */
type Compounds = ReadonlyMap<string, string>;

/**
 * Sets the hyphens again that were dropped between two lines.
 *
 * It takes evidence: the word has its hyphen elsewhere in the document, or its halves stand there as words (`государств|членов`);
 * the line would have been full with it, and nowhere else does the word stand without it: `antidiscrimination`, in mid-line too,
 * is how the author writes it.
 *
 * @param repairs gets each hyphen
 */
export function restoreHyphens(lines: readonly Line[], repairs: Repair[]): Line[] {
  const compounds = compoundsOf(lines);
  if (compounds.size === 0) return [...lines];
  const full = fullWidth(lines, 0.8);
  const shares = lines.map((line) => widthOfLine(line) / full);
  const joined = lines.filter((_, k) => (shares[k] as number) > JOINED);
  addHalved(compounds, joined, lines, full);
  const gaps = lines.map(({ excerpt }, k) => ((shares[k] as number) > FILLED ? gapsIn(excerpt, compounds, full) : []));
  const found = new Map<string, number>();
  for (const { bare } of gaps.flat()) found.set(bare, (found.get(bare) ?? 0) + 1);
  if (found.size === 0) return [...lines];
  // each that stands without a hyphen must have lost it
  const standing = countGaps(lines, new Map([...compounds].filter(([bare]) => found.has(bare))));
  return lines.map((line, k) => {
    const own = (gaps[k] as Gap[]).filter(({ bare }) => standing.get(bare) === found.get(bare));
    return own.length === 0 ? line : lineWith(line, { excerpt: withHyphens(line.excerpt, own, repairs) });
  });
}

const HYPHEN = /[‐‑-]/;
const HYPHENS = /[‐‑-]/g;

const bareOf = (word: string) => word.replace(HYPHENS, '').toLowerCase();

function compoundsOf(lines: readonly Line[]): Map<string, string> {
  const compounds = new Map<string, string>();
  for (const { excerpt } of lines) {
    if (!HYPHEN.test(excerpt.value)) continue;
    for (const { value } of wordsIn(excerpt.value)) {
      if (!HYPHEN.test(value)) continue;
      const bare = bareOf(value);
      // that with the most hyphens: `case-by-case`
      if ((compounds.get(bare)?.length ?? 0) < value.length) compounds.set(bare, value);
    }
  }
  return compounds;
}

/**
 * Adds words that stand where a line was broken and whose halves are words of the document. Where lines were broken inside of
 * words as well, `recom-mendation`, most of them cannot be told so, and `there-fore` would be told wrongly.
 *
 * @param joined those of the lines that were two
 */
function addHalved(compounds: Map<string, string>, joined: readonly Line[], lines: readonly Line[], full: number): void {
  const open = joined.filter(({ excerpt }) => gapsIn(excerpt, compounds, full).length === 0);
  if (open.length === 0) return;
  const all = lines.flatMap(({ excerpt: { value } }) => wordsIn(value, SHORTEST).map((word) => word.value.toLowerCase()));
  const words = new Set(all.filter((word) => !HYPHEN.test(word)));
  const halved = open.map(({ excerpt: { value } }) => {
    const { least, filled, most } = offsetsAt(value, 0, full, FILLED);
    return wordsIn(value, SHORTEST * 2, filled, most).flatMap((word) => halvesOf(word, words, least, most));
  });
  const told = halved.filter(({ length }) => length === 1).flat();
  if ((open.length - told.length) * 2 > joined.length) return;
  for (const compound of told) compounds.set(bareOf(compound), compound);
}

/** The compounds that a word without a hyphen is, when it was broken between two offsets of its line. */
function halvesOf({ value, start }: Word, words: ReadonlySet<string>, least: number, most: number): string[] {
  const bare = value.toLowerCase();
  const compounds: string[] = [];
  for (let at = Math.max(SHORTEST, least - start); at <= Math.min(bare.length - SHORTEST, most - start); at++)
    if (words.has(bare.slice(0, at)) && words.has(bare.slice(at))) compounds.push(`${bare.slice(0, at)}-${bare.slice(at)}`);
  return compounds;
}

const isHyphen = (code: number) => code === 0x2d || code === 0x2010 || code === 0x2011;

function isInWord(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return (
    isAlphanumeric(code) ||
    (isHyphen(code) && isAlphanumeric(line.charCodeAt(at - 1)) && isAlphanumeric(line.charCodeAt(at + 1)))
  );
}

/** The words of a line that have at least so many characters, those that stand in [from, to) in part. */
function wordsIn(line: string, shortest = 1, from = 0, to = line.length): Word[] {
  const words: Word[] = [];
  let start = from;
  while (start > 0 && isInWord(line, start - 1)) start--;
  for (; start < to; start++) {
    let end = start;
    while (end < line.length && isInWord(line, end)) end++;
    if (end - start >= shortest) words.push({ value: line.slice(start, end), start });
    start = end;
  }
  return words;
}

/** Where a word lacks a hyphen that it has elsewhere. */
function gapIn(word: Word, compounds: Compounds): Gap | undefined {
  const bare = bareOf(word.value);
  const compound = compounds.get(bare);
  if (compound === undefined || compound.length === word.value.length) return undefined;
  let at = 0;
  while (!HYPHEN.test(compound.charAt(at)) || HYPHEN.test(word.value.charAt(at))) at++;
  return { word, bare, at: word.start + at };
}

/** The gaps where a line that is longer than a full one would have been broken; it may be made of several. */
function gapsIn(excerpt: Excerpt, compounds: Compounds, full: number): Gap[] {
  const line = excerpt.value;
  const gaps: Gap[] = [];
  const numbered = enumeratorLength(foldedOf(excerpt).slice(0, 24)) > 0;
  for (let from: number | undefined = 0; from !== undefined; from = gaps.at(-1)?.at) {
    const { least, filled, most } = offsetsAt(line, from, full, numbered && from === 0 ? NUMBERED : FILLED);
    const found = wordsIn(line, 1, filled, most).map((word) => gapIn(word, compounds));
    const gap = found.find((one) => one && one.at >= least && one.at <= most);
    if (!gap) break;
    gaps.push(gap);
  }
  return gaps;
}

/** Offsets of the characters with which those from one on take the shares of a full line, the line's length if they do not. */
function offsetsAt(line: string, from: number, full: number, filled: number): { least: number; filled: number; most: number } {
  let at = from;
  let width = 0;
  const reach = (share: number) => {
    while (at < line.length && width <= full * share) width += widthOf(line.charAt(at++));
    return width > full * share ? at - 1 : line.length;
  };
  return { least: reach(LEAST), filled: reach(filled), most: reach(MOST) };
}

/** How often each of some words stands without a hyphen. */
function countGaps(lines: readonly Line[], compounds: Compounds): Map<string, number> {
  const counts = new Map<string, number>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const bare of compounds.keys()) shortest = Math.min(shortest, bare.length);
  for (const { excerpt } of lines) {
    for (const word of wordsIn(excerpt.value, shortest)) {
      const gap = gapIn(word, compounds);
      if (gap) counts.set(gap.bare, (counts.get(gap.bare) ?? 0) + 1);
    }
  }
  return counts;
}

function withHyphens(line: Excerpt, gaps: readonly Gap[], repairs: Repair[]): Excerpt {
  const parts: Excerpt[] = [];
  let from = 0;
  for (const { word, at } of gaps) {
    const origin = originOf(line, at);
    const split = at - word.start;
    const replacement = `${word.value.slice(0, split)}${hyphen.value}${word.value.slice(split)}`;
    repairs.push({ reason: 'lost hyphen', start: origin, end: origin, original: word.value, replacement });
    parts.push(cut(line, from, at), hyphen);
    from = at;
  }
  return concat([...parts, cut(line, from)]);
}
