/** Extraction sets raised characters on lines of their own: `2030⏎1⏎, dans lesquels`, even inside `n⏎o⏎ 39574`. */
import { concat, cut, type Excerpt, lineEnd, originOf, type Source, withStyles } from '../source.ts';
import { type Line, lineWith } from './lines.ts';
import { moved } from './order.ts';
import type { Repair } from './repair.ts';

/** What may be raised: note marks and the endings of ordinals. */
const RAISED = /^(?:[([]?\d{1,3}[)\]]?|\p{Ll}{1,3}|\*{1,3})$/u;
const LONGEST = 5;

/** Whether all that stands on a line may be raised. */
export const isRaised = ({ excerpt: { value } }: Line): boolean => value.length <= LONGEST && RAISED.test(value);

/**
 * Puts raised characters back into the lines that they belong to: those that no blank line keeps apart from them.
 *
 * Only for spaced dialects, where a line end alone, without a blank line, is not a new line of the page.
 */
export function mergeRaised(source: Source, lines: readonly Line[]): Line[] {
  const merged: Line[] = [];
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as Line;
    const next = notEmpty(lines[k + 1]);
    const before = notEmpty(merged.at(-1));
    // `vol. 2225, n ⏎ ⏎ o ⏎ 39574`: letters finish a word, whatever stands between
    const finishes = line.gap <= 1 && /^\p{L}/u.test(line.excerpt.value) && /[\p{L}\d]$/u.test(before?.excerpt.value ?? '');
    const joinsBefore = before !== undefined && (line.gap === 0 || finishes);
    const joinsAfter = next !== undefined && next.gap === 0 && next.page === line.page;
    // `le ⏎ ⏎ 1 ⏎ er ⏎ janvier`: only its ending is raised
    const isOrdinal = line.gap > 0 && joinsAfter && /^\d/.test(line.excerpt.value) && /^\p{Ll}{1,3}$/u.test(next.excerpt.value);
    if (!isRaised(line) || isOrdinal || !(joinsBefore || joinsAfter)) {
      merged.push(line);
      continue;
    }
    const length = line.excerpt.value.length;
    let whole = withStyles(line.excerpt, [{ start: 0, end: length, style: 'sup' }]);
    if (joinsAfter) {
      whole = glue(source, whole, next.excerpt);
      k++;
    }
    if (joinsBefore) merged[merged.length - 1] = lineWith(before, { excerpt: glue(source, before.excerpt, whole) });
    else merged.push(lineWith(line, { excerpt: whole }));
  }
  return merged;
}

/** A line on which there was more than marks that are set aside. */
const notEmpty = (line: Line | undefined): Line | undefined => (line?.excerpt.value === '' ? undefined : line);

/** Chinese sets no blank behind its punctuation: there stood what is raised. */
const ROOM = /[，。；：、）》”] (?=\p{Script=Han})/gu;

/**
 * Puts the call of a note back where the blank of a Chinese line shows its place: `报告， 其中得出结论 ⏎ 16 ⏎ ⏎ 来确定`.
 *
 * @param repairs gets each call that was moved
 */
export function placeRaised(lines: readonly Line[], repairs: Repair[]): Line[] {
  const placed: Line[] = [];
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as Line;
    const before = placed.at(-1);
    const { value } = line.excerpt;
    const rooms =
      before && value.length <= 3 && line.gap === 0 && /^\d+$/.test(value) ? [...before.excerpt.value.matchAll(ROOM)] : [];
    const [room] = rooms;
    if (!before || !room || rooms.length > 1) {
      placed.push(line);
      continue;
    }
    const raised = withStyles(line.excerpt, [{ start: 0, end: value.length, style: 'sup' }]);
    const at = room.index + 1;
    placed[placed.length - 1] = lineWith(before, {
      excerpt: concat([cut(before.excerpt, 0, at), raised, cut(before.excerpt, at)]),
    });
    repairs.push(moved(line));
    const next = lines[k + 1];
    if (next?.gap === 1) {
      placed.push(lineWith(next, { gap: 0 }));
      k++;
    }
  }
  return placed;
}

/** Two excerpts side by side, with a blank between them only where the input has one besides the line end. */
function glue(source: Source, left: Excerpt, right: Excerpt): Excerpt {
  const end = originOf(left, left.value.length);
  const start = originOf(right, 0);
  return concat(/[^\r\n]/.test(source.text.slice(end, start)) ? [left, lineEnd, right] : [left, right]);
}
