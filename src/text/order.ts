/** Lines that pdftotext puts before the line they end: `(e) ⏎ generally, ⏎ ⏎ In promoting … statistical methods`. */
import { fold } from '../language/index.ts';
import { originOf } from '../source.ts';
import { type Line, lineWith } from './lines.ts';
import { enumeratorLength } from './numbering.ts';
import type { Repair } from './repair.ts';
import { fullWidth, widthOfLine } from './width.ts';

const SHORT = 60;

/**
 * Puts the end of an item back behind its beginning.
 *
 * Where a number stands alone, the short last line of its justified text may come first: it begins in mid-sentence, ends with
 * punctuation, and after a blank line the item's words break off before the next number. Each move is a recorded repair.
 */
export function orderLines(lines: readonly Line[], repairs: Repair[]): Line[] {
  const ordered: Line[] = [];
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as Line;
    const end = isNumberAlone(line) ? lines[k + 1] : undefined;
    // two numbers may have come first: `a) ⏎ b) ⏎ Convention ; ⏎ ⏎ la coopération … ; ⏎ les innovations … pour la`
    const second = end && isNumberAlone(end) ? end : undefined;
    const tail = second ? lines[k + 2] : end;
    const from = second ? k + 3 : k + 2;
    // `Наций, ⏎ ⏎ действуя на основании … Объединенных`, `Peace; ⏎ ⏎ 1. ⏎ ⏎ Declares … as a Guarantee of`
    const before = lines[k + 1] !== undefined && isNumberAlone(lines[k + 1] as Line) ? 2 : 1;
    if (isLostTail(lines, k, k + before)) {
      ordered.push(...lines.slice(k + 1, k + 1 + before), line);
      repairs.push(moved(line));
      k += before;
      continue;
    }
    ordered.push(line);
    if (!tail || !isTail(tail)) continue;
    const to = second ? endOfWords(lines, from + 2) : endOfSpread(lines, from);
    if (!breaksOff(lines, from, to)) continue;
    if (second) ordered.push(lines[from] as Line, second, ...lines.slice(from + 1, to), tail);
    else ordered.push(...lines.slice(from, to), tail);
    repairs.push(moved(tail));
    if (second) repairs.push(moved(second));
    k = to - 1;
  }
  return ordered;
}

export const isNumberAlone = ({ excerpt: { value } }: Line) =>
  // `2.8` numbers only what stands beside it
  value.length < 8 && enumeratorLength(`${fold(value)} `) === value.length;

/** One or two words that end a paragraph, and below them, between blank lines, the line `at` that they are missing from. */
function isLostTail(lines: readonly Line[], k: number, at: number): boolean {
  const { value } = (lines[k] as Line).excerpt;
  if (value.length > 24 || !TAIL.test(value) || isNumberAlone(lines[k] as Line)) return false;
  // `In favour: ⏎ ⏎ Algeria, Bangladesh`
  if (value.endsWith(':') && at === k + 1) return false;
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || line.gap === 0 || (lines[k + 1] as Line).gap === 0) return false;
  if (line.excerpt.value.length < SHORT || !/[\p{Ll}\d]$/u.test(line.excerpt.value)) return false;
  // what is above them has its end
  return (next === undefined || next.gap > 0) && (k === 0 || /[.;:,]$/.test((lines[k - 1] as Line).excerpt.value));
}

const TAIL = /^(?:[\p{L}-]+(?: [\p{L}-]+)?|\d{4}) ?[;,.:]$/u;

function isTail(line: Line): boolean {
  const { value } = line.excerpt;
  return line.gap === 0 && value.length < SHORT && /[;,.:]$|^[\p{Ll}\d]/u.test(value) && !isNumberAlone(line);
}

/**
 * Puts the short last lines of items back that pdftotext let fall behind the numbers and texts of those below:
 * `(d) ⏎ ⏎ … 记录弹药 ⏎ ⏎ (e) ⏎ ⏎ …； ⏎ ⏎ 库存；`. Items that break off before the next number get them in their order.
 */
export function returnTails(lines: readonly Line[], repairs: Repair[]): Line[] {
  const full = fullWidth(lines, 0.9);
  const returned: Line[] = [];
  /** Indexes in `returned` of lines that break off, of this page. */
  let pending: number[] = [];
  lines.forEach((line, k) => {
    const above = lines[k - 1];
    const below = lines[k + 1];
    if (above && above.page !== line.page) pending = [];
    // what broke off far above has lost its end
    pending = pending.filter((index) => index > returned.length - REACH);
    const to = pending[0];
    if (to !== undefined && above && isFallenTail(line, above, below) && widthOfLine(line) < full * 0.5) {
      returned.splice(to + 1, 0, lineWith(line, { gap: 0 }));
      pending = pending.slice(1).map((index) => index + 1);
      repairs.push(moved(line));
      return;
    }
    if (above && below && below.page === line.page && breaksOffBefore(line, above, below, full)) {
      const before = returned.at(-2);
      if (before && isStray(before, returned.at(-3))) {
        returned.splice(-2, 1);
        returned.push(line, lineWith(before, { gap: 0 }));
        repairs.push(moved(before));
        return;
      }
      pending.push(returned.length);
    }
    returned.push(line);
  });
  return returned;
}

/** Lines within which a fallen tail lies. */
const REACH = 40;

/** The end of a sentence, directly below the end of another one: `Independiente; ⏎ 61/275; ⏎ ⏎ 2. ⏎ ⏎ … su resolución`. */
function isStray({ excerpt: { value }, gap }: Line, above: Line | undefined): boolean {
  return gap === 0 && value.length < SHORT && /^[\p{Ll}\d].*[;.]$/u.test(value) && /[;.]$/.test(above?.excerpt.value ?? '');
}

/** The one line of an item, full and in mid-sentence, with the next number below it. */
function breaksOffBefore(line: Line, above: Line, below: Line, full: number): boolean {
  return (
    line.gap > 0 &&
    isNumberAlone(above) &&
    isNumberAlone(below) &&
    /[\p{L}\d]$/u.test(line.excerpt.value) &&
    widthOfLine(line) > full * 0.6
  );
}

/** The end of a sentence that is not that of the line above, which has its own or goes on below. */
function isFallenTail(line: Line, above: Line, below: Line | undefined): boolean {
  const { value } = line.excerpt;
  if (line.gap === 0 || isNumberAlone(line) || isNumberAlone(above) || !/^[\p{Ll}\p{Lo}\d].*[;.:；。：]$/u.test(value))
    return false;
  if (/[;.:；。：]$/u.test(above.excerpt.value)) return true;
  return below !== undefined && below.page === line.page && !isNumberAlone(below);
}

/** A justified line of few words comes apart into its words: `Disarmament, ⏎ ⏎ demobilization, ⏎ ⏎ reintegration,`. */
const isWordApart = (line: Line | undefined) =>
  line !== undefined && line.gap > 0 && /^\S+(?: \d+)?$/.test(line.excerpt.value) && !isNumberAlone(line);

function endOfSpread(lines: readonly Line[], from: number): number {
  return isWordApart(lines[from]) ? endOfWords(lines, from + 1) : from + 1;
}

function endOfWords(lines: readonly Line[], from: number): number {
  let to = from;
  while (isWordApart(lines[to])) to++;
  return to;
}

/** Whether the lines [from, to) are texts of items, the last of them without its end, and something new follows. */
function breaksOff(lines: readonly Line[], from: number, to: number): boolean {
  const last = lines[to - 1];
  const next = lines[to];
  if (!last || (lines[from] as Line).gap === 0 || !/[\p{L}\d]$/u.test(last.excerpt.value)) return false;
  return next === undefined || next.gap > 0 || /^[^\p{Ll}]/u.test(next.excerpt.value);
}

export function moved({ excerpt }: Line): Repair {
  const { value } = excerpt;
  return {
    reason: 'line order',
    start: originOf(excerpt, 0),
    end: originOf(excerpt, value.length),
    original: value,
    replacement: value,
  };
}
