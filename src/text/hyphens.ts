/**
 * Hyphens that pdftotext drops: it takes one at a line's end for the mark of a broken word and makes one line of the two,
 * `… appointment of the SecretaryGeneral and other executive heads;`.
 */
import { concat, cut, type Excerpt, hyphen, originOf } from '../source.ts';
import type { Line } from './lines.ts';
import type { Repair } from './repair.ts';
import { fullWidth, widthOf } from './width.ts';

const HYPHENS = /[‐‑-]/g;
const WORD = /[\p{L}\p{N}]+(?:[‐‑-][\p{L}\p{N}]+)*/gu;
const COMPOUND = /[\p{L}\p{N}]+(?:[‐‑-][\p{L}\p{N}]+)+/gu;

/** Shares of a full line: a first line is indented, and the words after the hyphen would not have found room. */
const LEAST = 0.7;
const MOST = 1.03;
const FILLED = 0.97;

/** A word as it would be without its hyphens, by which it is found again. */
const bare = (word: string) => word.replace(HYPHENS, '').toLowerCase();

/** A place in a line where a hyphen is missing. */
interface Gap {
  /** Offset of what follows it. */
  at: number;
  /** The word as it stands, and its offset. */
  word: string;
  start: number;
}

/**
 * Sets the hyphens again that were dropped between two lines.
 *
 * It takes evidence: the word has its hyphen elsewhere in the document, the line would have been full with it, and nowhere else
 * does the word stand without it: `antidiscrimination`, in mid-line too, is how the author writes it.
 *
 * @param repairs gets each hyphen
 */
export function restoreHyphens(lines: readonly Line[], repairs: Repair[]): Line[] {
  const full = fullWidth(lines, 0.8);
  const overlong = lines.map(({ excerpt }) => widthOf(excerpt.value) > full * FILLED);
  const compounds = compoundsOf(lines);
  const gaps = lines.map(({ excerpt }, k) => (overlong[k] ? gapsIn(excerpt.value, compounds, full) : []));
  const found = new Map<string, number>();
  for (const { word } of gaps.flat()) found.set(bare(word), (found.get(bare(word)) ?? 0) + 1);
  if (found.size === 0) return [...lines];
  // each that stands without a hyphen must have lost it
  const standing = countWithout(lines, compounds);
  return lines.map((line, k) => {
    const own = (gaps[k] as Gap[]).filter(({ word }) => standing.get(bare(word)) === found.get(bare(word)));
    return own.length === 0 ? line : { ...line, excerpt: withHyphens(line.excerpt, own, repairs) };
  });
}

/** The words with hyphens of a document, with the most hyphens each: `self-determination` by `selfdetermination`. */
function compoundsOf(lines: readonly Line[]): Map<string, string> {
  const compounds = new Map<string, string>();
  for (const { excerpt } of lines) {
    for (const [word] of excerpt.value.match(/[‐‑-]/) ? excerpt.value.matchAll(COMPOUND) : []) {
      const known = compounds.get(bare(word));
      if (known === undefined || known.length < word.length) compounds.set(bare(word), word);
    }
  }
  return compounds;
}

/** Where a line that is longer than a full one would have been broken at a missing hyphen; it may have lost several. */
function gapsIn(value: string, compounds: ReadonlyMap<string, string>, full: number): Gap[] {
  const gaps: Gap[] = [];
  let from = 0;
  for (const { 0: word, index } of value.matchAll(WORD)) {
    const whole = compounds.get(bare(word));
    if (whole === undefined || whole.length === word.length) continue;
    const split = index + lostAt(word, whole);
    const width = widthOf(value.slice(from, split));
    const filled = widthOf(value.slice(from, index + word.length)) > full * FILLED;
    if (!filled || width < full * LEAST || width > full * MOST) continue;
    gaps.push({ at: split, word, start: index });
    from = split;
  }
  return gaps;
}

/** Offset of the first hyphen that a word lacks. */
function lostAt(word: string, whole: string): number {
  let at = 0;
  while (at < word.length && !(isHyphen(whole.charAt(at)) && !isHyphen(word.charAt(at)))) at++;
  return at;
}

const isHyphen = (character: string) => character === '-' || character === '‑' || character === '‐';

/** How often each compound stands without one of its hyphens. */
function countWithout(lines: readonly Line[], compounds: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { excerpt } of lines) {
    for (const [word] of excerpt.value.matchAll(WORD)) {
      const key = bare(word);
      const whole = compounds.get(key);
      if (whole !== undefined && whole.length > word.length) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function withHyphens(line: Excerpt, gaps: readonly Gap[], repairs: Repair[]): Excerpt {
  const parts: Excerpt[] = [];
  let from = 0;
  for (const { at, word, start } of gaps) {
    const origin = originOf(line, at);
    const replacement = `${word.slice(0, at - start)}${hyphen.value}${word.slice(at - start)}`;
    repairs.push({ reason: 'lost hyphen', start: origin, end: origin, original: word, replacement });
    parts.push(cut(line, from, at), hyphen);
    from = at;
  }
  return concat([...parts, cut(line, from)]);
}
