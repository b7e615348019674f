/** The notes of a page: found where they stand, taken out of the running text, to be called back later. */
import { fold, foldedOf } from '../language/index.ts';
import { concat, cut, type Excerpt, lineEnd, trim } from '../source.ts';
import { type Dialect, isApart } from './dialect.ts';
import { COMPLETE, ENUMERATOR, endnotes } from './endnotes.ts';
import { type Line, lineWith } from './lines.ts';
import { type Mark, markAlone, markOf, pointedMark } from './marks.ts';
import { fullLength } from './width.ts';

export interface Footnote {
  /** `1`, `*`, `a`: without decoration. */
  marker: string;
  /** The mark as it stands before the note. */
  mark: Excerpt;
  text: Excerpt;
  /** Notes that stand together share a number, from 0. */
  zone: number;
}

/** Takes the notes out of the lines. */
export function takeFootnotes(
  lines: readonly Line[],
  afterRule: ReadonlySet<Line>,
  dialect: Dialect,
): { lines: Line[]; notes: Footnote[] } {
  const kept: Line[] = [];
  const notes: { mark: Mark; lines: Line[]; zone: number }[] = [];
  const ruled = [...afterRule].some(({ excerpt }) => markOf(excerpt));
  const atEnd = endnotes(lines, dialect, ruled);
  let full: number | undefined;
  let zone = -1;
  let open = false;
  let last = 0;
  // under a rule, a second paragraph 1 is a note; Markdown's rules part pages
  let numbered = false;
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as Line;
    const before = lines[k - 1];
    const ending = atEnd.get(k);
    if (ending === 'goes on') {
      notes.at(-1)?.lines.push(line);
      continue;
    }
    const turned = open && !ending && before !== undefined && before.page !== line.page && !afterRule.has(line);
    if (turned) open = false;
    const inZone = open || afterRule.has(line);
    const mark =
      markOf(line.excerpt) ??
      (inZone ? (markAlone(line.excerpt) ?? (numbered ? pointedMark(line.excerpt) : undefined)) : undefined);
    const number = mark ? Number(mark.marker) : Number.NaN;
    const begins =
      mark !== undefined &&
      (ending ||
        (mark.raised
          ? !dialect.wrapped || dialect.parted || open || afterRule.has(line) || number === last + 1
          : // the notes of a page may go on under the head of the next: no paragraph's number is without its point
            (turned && number === last + 1) ||
            (mark.slashed &&
              number === last + 1 &&
              line.gap > 0 &&
              /^[\p{Lu}\p{Lo}"]/u.test(line.excerpt.value.slice(mark.length))) ||
            (afterRule.has(line) && (Number.isNaN(number) || number >= last || number === 1)) ||
            (open && (number === last + 1 || mark.marker === '*'.repeat(mark.marker.length)))));
    if (begins) {
      if (!open) zone++;
      open = true;
      notes.push({ mark, lines: [line], zone });
      if (!Number.isNaN(number)) last = number;
      continue;
    }
    const note = notes.at(-1);
    // a note that the page cut goes on under the next page's rule
    if (note && afterRule.has(line) && !COMPLETE.test(fold(lastText(note.lines)))) {
      open = true;
      note.lines.push(line);
      continue;
    }
    if (open && note) {
      full ??= fullLength(lines);
      if (continuesNote(note.lines, line, kept.at(-1), dialect, full)) {
        note.lines.push(line);
        continue;
      }
    }
    open = false;
    if (dialect.wrapped && !dialect.markdown && /^1\.\s/.test(line.excerpt.value)) numbered = true;
    // where notes stand a page ends, even if nothing else shows it
    kept.push(zone >= 0 ? lineWith(line, { page: line.page + zone + 1 }) : line);
  }
  return { lines: kept, notes: notes.map(({ mark, lines: own, zone: at }) => footnote(mark, own, at)) };
}

const lastText = (lines: readonly Line[]) => (lines.at(-1) as Line).excerpt.value;

/** Whether a line without a mark goes on with the note above it, or is the text again. */
function continuesNote(own: readonly Line[], line: Line, body: Line | undefined, dialect: Dialect, full: number): boolean {
  if (!dialect.wrapped || dialect.parted) return !isApart(line, dialect);
  const above = lastText(own);
  if (own.length === 1 && markAlone((own[0] as Line).excerpt)) return true;
  const text = foldedOf(line.excerpt);
  const pending = body !== undefined && !/[.;:!?]$/.test(foldedOf(body.excerpt));
  if (!COMPLETE.test(fold(above))) return !ENUMERATOR.test(text) || above.length > full * 0.8;
  // `… Sales No. ⏎ E.93.I.8 and corrigendum)`: a full line may end in a point by chance
  if (above.length < full * 0.85 || ENUMERATOR.test(text)) return false;
  return !(pending && /^\p{Ll}/u.test(line.excerpt.value));
}

function footnote(mark: Mark, lines: readonly Line[], zone: number): Footnote {
  const whole = joinLines(lines.map((line) => line.excerpt));
  return { marker: mark.marker, mark: trim(cut(whole, 0, mark.length)), text: trim(cut(whole, mark.length)), zone };
}

/** Lines of one paragraph as one excerpt: a blank for each line end, none after a hyphen that holds a word together. */
export function joinLines(parts: readonly Excerpt[]): Excerpt {
  const joined: Excerpt[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before && needsBlank(before.value, part.value)) joined.push(lineEnd);
    joined.push(part);
  }
  return concat(joined);
}

/** `sous-⏎régionale` is one word, `1990 -⏎1995` and Chinese have no blank; `– ⏎ text` and everything else has. */
function needsBlank(before: string, after: string): boolean {
  if (/[\p{L}\d][-‐‑]$/u.test(before) && /^[\p{L}\d]/u.test(after)) return false;
  return !(/[\p{Script=Han}，。；：、（）“”《》]$/u.test(before) && /^[\p{Script=Han}，。；：、（）“”《》\d]/u.test(after));
}
