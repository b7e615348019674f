/** What was noticed about notes, pages and repairs, as diagnostics. */
import { type Diagnostic, diagnostic } from '../diagnostics.ts';
import { fold, foldedOf, type Language } from '../language/index.ts';
import { originOf, positionAt, positionOf, type Source } from '../source.ts';
import type { Footnote } from '../text/footnotes.ts';
import type { Repair } from '../text/repair.ts';
import type { ReadSegment } from './assemble.ts';
import type { Call } from './candidates.ts';
import { isFormula } from './formula.ts';
import { isTitleLine } from './masthead.ts';

interface Notes {
  calls: readonly Call[];
  uncalled: readonly Footnote[];
  notes: readonly Footnote[];
}

export function reportNotes(source: Source, { calls, uncalled, notes }: Notes, diagnostics: Diagnostic[]): void {
  const known = new Set<string>();
  const seen = new Set<string>();
  for (const { marker, mark, zone } of notes) {
    const key = `${zone} ${marker}`;
    if (seen.has(key)) diagnostics.push(diagnostic('note-duplicate', [marker], positionOf(source, mark)));
    seen.add(key);
    known.add(marker);
  }
  for (const { marker, mark } of uncalled) diagnostics.push(diagnostic('note-orphan', [marker], positionOf(source, mark)));
  for (const { marker, at, start, end, note, doubtful } of calls) {
    const position = positionAt(source, at, at + end - start);
    if (!note && !known.has(marker)) diagnostics.push(diagnostic('note-call-orphan', [marker], position));
    if (doubtful) diagnostics.push(diagnostic('note-unsure', [marker, 'a bare digit without typography'], position));
  }
}

/** Brackets turned round about a number, `)3(`, or cut from it, `( )3`; as they should be, `(3)`. */
const TURNED = /\)\d{1,4}\(|\([ \u202a\u202b]*\)\d/g;
const RIGHT = /\(\d{1,4}\)/g;
/** Signs that are enough. */
const ENOUGH = 2;

/** A text from right to left whose letters or brackets stand as they are seen: no repair is certain. */
export function reportOrder(source: Source, { endings }: Language, diagnostics: Diagnostic[]): void {
  if (!endings) return;
  const folded = fold(source.text);
  const report = (detail: string, [first]: RegExpExecArray[]) => {
    const at = first?.index ?? 0;
    diagnostics.push(diagnostic('visual-order', [detail], positionAt(source, at, at + (first?.[0].length ?? 0))));
  };
  const backwards = [...folded.matchAll(endings.first)];
  if (backwards.length >= ENOUGH && backwards.length > [...folded.matchAll(endings.last)].length) {
    report('its words run backwards', backwards);
    return;
  }
  const turned = [...folded.matchAll(TURNED)];
  if (turned.length >= ENOUGH && turned.length > [...folded.matchAll(RIGHT)].length)
    report('brackets and ranges about its numbers are turned round', turned);
}

/** Blocks within which a formula follows a title: part letters and headings may stand between. */
const REACH = 4;

/** Documents behind the first, each with its number, title and formula: `77/32. International Year of Dialogue ⏎ The General Assembly,` */
export function reportOthers(
  source: Source,
  segments: readonly ReadSegment[],
  own: string | undefined,
  language: Language,
  diagnostics: Diagnostic[],
): void {
  const after = segments.findIndex(({ kind }) => kind === 'conclusions' || kind === 'annex');
  for (const { blocks } of after < 0 ? [] : segments.slice(after)) {
    blocks.forEach(({ lines }, k) => {
      const [line] = lines;
      const title = line && isTitleLine(foldedOf(line.excerpt), language);
      if (!title || title.number === own) return;
      const below = blocks.slice(k + 1, k + 1 + REACH);
      if (!below.some(({ text }) => isFormula(text, language))) return;
      diagnostics.push(diagnostic('second-document', [`“${line.excerpt.value}”`], positionOf(source, line.excerpt)));
    });
  }
}

/** Longer than what ends a page without punctuation for another reason: a heading, a name in a list. */
const LONG = 100;

/** Pages that end in mid-sentence where the next one begins something new: a line may be lost. */
export function reportPages(source: Source, segments: readonly ReadSegment[], diagnostics: Diagnostic[]): void {
  for (const { blocks } of segments) {
    blocks.forEach(({ lines, text }, k) => {
      const next = blocks[k + 1]?.lines[0];
      if (!next || lines.at(-1)?.page === next.page || text.value.length < LONG || !/[\p{L}\d]$/u.test(text.value)) return;
      const end = originOf(text, text.value.length - 1) + 1;
      diagnostics.push(diagnostic('page-break-suspicious', [], positionAt(source, end - 1, end)));
    });
  }
}

const RULES = { 'split word': 'word-repaired', 'lost hyphen': 'hyphen-restored' } as const;

export function reportRepairs(source: Source, repairs: readonly Repair[], diagnostics: Diagnostic[]): void {
  for (const { reason, start, end, original, replacement } of repairs) {
    const position = positionAt(source, start, end);
    if (reason === 'line order') diagnostics.push(diagnostic('line-moved', [`“${original}”`], position));
    else diagnostics.push(diagnostic(RULES[reason], [`“${original}” → “${replacement}”`], position));
  }
}
