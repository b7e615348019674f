/** The frame of a document: where masthead, title, body, conclusions and annexes begin. Found line by line, before paragraphs. */
import { foldedOf, type Language, unadorned } from '../language/index.ts';
import { type Dialect, isApart } from '../text/dialect.ts';
import type { Line } from '../text/lines.ts';
import { matchesOf } from '../text/matches.ts';
import { columnsOfLine, columnsOfNext } from '../text/pitch.ts';
import { fullWidth, widthOf } from '../text/width.ts';
import { isAdoptionSentence, isConclusionLine } from './conclusions.ts';
import { isFormula, isMisreadFormula } from './formula.ts';
import { letterNamed } from './headings.ts';
import { isTitleLine } from './masthead.ts';

export interface Segment {
  kind: 'masthead' | 'title' | 'body' | 'conclusions' | 'annex' | 'appendix' | 'part';
  lines: Line[];
  /** The line that opens an annex (`Annexe II`) or a part (`A`). */
  head?: Line;
}

/** A masthead is no longer than this; a text without title and formula has none. */
const MASTHEAD_LINES = 80;

export function findFrame(lines: readonly Line[], dialect: Dialect, language: Language): Segment[] {
  const folded = lines.map((line) => foldedOf(line.excerpt));
  const segments: Segment[] = [];
  let at = 0;
  const titleAt = findTitle(lines, folded, language);
  const isFormulaAt = ({ excerpt }: Line, k: number) => isFormula(excerpt, language, titleAt >= 0 && k > titleAt);
  const found = lines.findIndex((line, k) => k < MASTHEAD_LINES && isFormulaAt(line, k));
  const formulaAt = found >= 0 || titleAt < 0 ? found : misreadFormulaAt(lines, titleAt, language);
  if (titleAt >= 0 && (formulaAt < 0 || titleAt < formulaAt)) {
    const bodyAt = formulaAt >= 0 ? formulaAt : -1;
    const titleEnd = endOfTitle(lines, folded, titleAt, bodyAt, dialect, language);
    segments.push({ kind: 'masthead', lines: lines.slice(0, titleAt) });
    segments.push({ kind: 'title', lines: lines.slice(titleAt, titleEnd) });
    at = titleEnd;
  } else if (formulaAt >= 0) {
    segments.push({ kind: 'masthead', lines: lines.slice(0, formulaAt) });
    at = formulaAt;
  } else {
    at = endOfStatementMasthead(folded, language);
    if (at > 0) {
      segments.push({ kind: 'masthead', lines: lines.slice(0, at - 1) });
      segments.push({ kind: 'title', lines: lines.slice(at - 1, at) });
    }
  }
  addBodies(lines, folded, at, segments, language);
  return segments.filter((segment) => segment.lines.length > 0 || segment.head);
}

/** The line of a formula that was misread, below a title; -1 if there is none. */
function misreadFormulaAt(lines: readonly Line[], titleAt: number, language: Language): number {
  const below = lines.slice(titleAt + 1, titleAt + TITLE_LINES + 1);
  const at = below.findIndex(({ excerpt }, k) => isMisreadFormula(excerpt, below[k + 1]?.excerpt, language));
  return at < 0 ? -1 : titleAt + 1 + at;
}

function findTitle(lines: readonly Line[], folded: readonly string[], language: Language): number {
  const end = Math.min(folded.length, MASTHEAD_LINES);
  for (let k = 0; k < end; k++) {
    if (isTitleLine(folded[k] as string, language)) return k;
    if (isFormula((lines[k] as Line).excerpt, language)) return -1;
  }
  return -1;
}

/** A title runs on until the formula; without one, until a part's letter, or until its last line is visibly the last. */
function endOfTitle(
  lines: readonly Line[],
  folded: readonly string[],
  from: number,
  formulaAt: number,
  dialect: Dialect,
  language: Language,
): number {
  if ((lines[from] as Line).heading) return from + 1;
  const limit = Math.min(formulaAt >= 0 ? formulaAt : lines.length, from + TITLE_LINES);
  // the width by which the text is told from its title
  const full = formulaAt < 0 ? fullWidth(lines, 0.9) : 0;
  let widest = widthOf((lines[from] as Line).excerpt.value);
  for (let k = from + 1; k < limit; k++) {
    const line = lines[k] as Line;
    const { value } = line.excerpt;
    if (partLetter(line, language) || isConclusionLine(folded[k] as string, language)) return k;
    const lowercase = /^\p{Ll}/u.test(value);
    const apart = isApart(line, dialect);
    if ((!dialect.wrapped || dialect.parted) && !lowercase && (apart || (!dialect.wrapped && formulaAt < 0))) return k;
    // a blank line parts everything else there
    if (dialect.parted && !apart) continue;
    if (formulaAt < 0 && dialect.column !== undefined) {
      if (columnsOfLine(lines[k - 1] as Line) + columnsOfNext(value) <= dialect.column) return k;
      continue;
    }
    const width = widthOf(value);
    if (formulaAt < 0 && !lowercase) {
      const above = (lines[k - 1] as Line).excerpt.value;
      const first = widthOf(/^\S+/.exec(value)?.[0] ?? '');
      if (apart || /[.;]$/.test(above) || width > full * 0.85) return k;
      if (k > from + 1 && widthOf(above) + first < widest * 0.9) return k;
    }
    widest = Math.max(widest, width);
  }
  return limit;
}

/** No title has more lines. */
const TITLE_LINES = 12;

/** Without title and formula: a presidential statement's masthead ends with its title. */
function endOfStatementMasthead(folded: readonly string[], language: Language): number {
  let end = 0;
  const limit = Math.min(folded.length, MASTHEAD_LINES);
  for (let k = 0; k < limit; k++) if (language.masthead.presidentialStatement.test((folded[k] as string).trim())) end = k + 1;
  return end;
}

const LETTER = /^[A-Z]$/;

/** The letter of a part that is a resolution or decision of its own: `A`, alone on its line, perhaps with a note's call. */
function partLetter(line: Line, language: Language): string | undefined {
  if (line.excerpt.value.length > 8) return undefined;
  const named = letterNamed(line.excerpt.value, language);
  if (named) return named;
  const match = /^([A-Z])(?:[¹²³⁰⁴-⁹]{1,2}|\d{1,2}|\*)?$/.exec(line.excerpt.value);
  return match && LETTER.test(match[1] as string) ? match[1] : undefined;
}

function addBodies(
  lines: readonly Line[],
  folded: readonly string[],
  from: number,
  segments: Segment[],
  language: Language,
): void {
  const parts = findParts(lines, folded, from, language);
  let current: Segment = { kind: 'body', lines: [] };
  segments.push(current);
  for (let k = from; k < lines.length; k++) {
    const line = lines[k] as Line;
    const text = folded[k] as string;
    const annex = attachmentKind(lines, k, text, language);
    if (parts.has(k)) {
      current = { kind: 'part', lines: [], head: line };
      segments.push(current);
    } else if (annex) {
      current = { kind: annex, lines: [], head: line };
      segments.push(current);
    } else if (
      current.kind !== 'annex' &&
      current.kind !== 'appendix' &&
      (opensConclusions(text, language) || isDateAbove(folded, k, language))
    ) {
      const end = endOfConclusions(lines, folded, k, parts, language);
      segments.push({ kind: 'conclusions', lines: lines.slice(k, end) });
      current = { kind: 'body', lines: [] };
      segments.push(current);
      k = end - 1;
    } else {
      current.lines.push(line);
    }
  }
}

/** `2024年10月11日 ⏎ 第53次会议`: the date may stand above the meeting. */
function isDateAbove(folded: readonly string[], k: number, language: Language): boolean {
  const below = folded[k + 1];
  return below !== undefined && isDateLine(folded[k] as string, language) && opensConclusions(below, language);
}

/** `46e séance plénière`, `[Adopted without a vote.]`; without its bracket a vote is a part of a sentence. */
function opensConclusions(folded: string, language: Language): boolean {
  // a line of text is longer, or has no figure; `Novena sesión plenaria` is short
  if (!/^[[(]/.test(folded) && folded.length > (/\d/.test(folded) ? 120 : 60)) return false;
  if (isAdoptionSentence(folded, language)) return true;
  return isConclusionLine(folded, language) && (/^[[(]/.test(folded) || !language.vote.statement.test(folded));
}

/** `Annexe`, `Annex II`, alone on a line that does not stand in the middle of a sentence; a note's call may follow. */
function attachmentKind(lines: readonly Line[], k: number, text: string, language: Language): 'annex' | 'appendix' | undefined {
  const line = lines[k] as Line;
  const value = line.excerpt.value;
  if (value.length > 60 || /^\p{Ll}/u.test(value)) return undefined;
  const bare = unadorned(text)
    .replace(/(?:\*{1,3}|⁽?[⁰¹²³⁴-⁹]{1,2}⁾?|(?<=\p{L})\d{1,2})$/u, '')
    .trim();
  const { annex, appendix } = language.headings;
  const kind = annex.test(bare) ? 'annex' : appendix.test(bare) ? 'appendix' : undefined;
  if (!kind || line.heading || line.gap > 0) return kind;
  const before = lines[k - 1];
  if (!before || before.page !== line.page) return kind;
  // `29 июля 2025 года ⏎ Приложение`
  const above = foldedOf(before.excerpt);
  return /[.;\])\d]$/.test(above) || isDateLine(above, language) || isConclusionLine(above, language) ? kind : undefined;
}

/** Lines of the letters A, B, C … of a document in parts: A above any text, the others each after a conclusion or a text's end. */
function findParts(lines: readonly Line[], folded: readonly string[], from: number, language: Language): Set<number> {
  const found: number[] = [];
  for (let k = from; k < lines.length; k++) {
    const letter = partLetter(lines[k] as Line, language);
    if (letter?.charCodeAt(0) !== 65 + found.length) continue;
    const above = folded[k - 1] ?? '';
    if (
      found.length === 0
        ? k > from
        : !(isDateLine(above, language) || isConclusionLine(above, language) || /[.\]]$/.test(above))
    )
      continue;
    found.push(k);
  }
  return new Set(found.length > 1 ? found : []);
}

function isDateLine(folded: string, language: Language): boolean {
  if (folded.length > 60) return false;
  const [date] = matchesOf(language.date, folded);
  return date !== undefined && folded.replace(date[0], '').trim().length <= 3;
}

const VOTE_LINES = 60;
/** `4 Decernber 2023`, below a meeting. */
const DATE_SHAPED = /^\d{1,2}[ .]\D{3,24}[ .]\d{4}\D{0,6}$/u;

/** Conclusions go on while the lines are meetings, dates, or a bracketed vote. */
function endOfConclusions(
  lines: readonly Line[],
  folded: readonly string[],
  from: number,
  parts: ReadonlySet<number>,
  language: Language,
): number {
  let k = from;
  while (k < lines.length) {
    const text = folded[k] as string;
    if (parts.has(k)) break;
    if (isAdoptionSentence(text, language)) {
      k++;
      continue;
    }
    if (language.vote.statement.test(text)) {
      let end = k;
      while (end < lines.length && end < k + VOTE_LINES && !/\]\W{0,4}\d{0,2}$/.test(folded[end] as string)) end++;
      k = Math.min(end + 1, lines.length);
      continue;
    }
    const dates = matchesOf(language.date, text);
    const rest = dates.reduce((left, date) => left.replace(date[0], ''), text).trim();
    const isDate = (dates.length > 0 && rest.length <= 6) || (k > from && DATE_SHAPED.test(text));
    if (!isDate && !isConclusionLine(text, language)) break;
    k++;
  }
  return k;
}
