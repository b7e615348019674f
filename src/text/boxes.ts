/**
 * Boxed paragraphs, which begin with a name and a number: `Model strategy 7 ⏎ Constructive contact between …`. They stand between
 * the numbered paragraphs of a text, whose count goes on below them.
 */
import { foldedOf, type Language } from '../language/index.ts';
import { type Line, lineWith } from './lines.ts';
import { readNumber } from './numbering.ts';

/** A name and a number, alone or with a sentence behind them; a point or a colon would make them a heading. */
const NAME =
  /^(\p{L}[\p{L} '-]{2,30}?)(?: (\d{1,2}|[ivx]{1,5})|(?<=\p{Script=Han}) ?(\d{1,2}|[一二三四五六七八九十]{1,3}))(?=$| \p{L})/u;
/** Characters within which a name ends. */
const LONGEST = 40;
const FEWEST = 3;
const PARAGRAPH = /^(\d{1,3})(?:\.| ?-)(?: |$|\p{Lo})/u;

/** Marks the first line of each boxed paragraph; where there is none, the lines stay as they are. */
export function markBoxes(lines: readonly Line[], wrapped: boolean, language: Language): readonly Line[] {
  const series = seriesOf(lines, wrapped, language);
  if (series.length === 0) return lines;
  const framed = framedBy(lines, new Set(series.flat()));
  const boxes = new Set(series.filter((run) => run.filter((k) => framed.has(k)).length * 2 > run.length).flat());
  return lines.map((line, k) => (boxes.has(k) ? lineWith(line, { role: 'box' }) : line));
}

/** Indexes of the lines that are named alike and counted from 1 on, of each name at least three. */
function seriesOf(lines: readonly Line[], wrapped: boolean, language: Language): number[][] {
  const series = new Map<string, number[]>();
  lines.forEach(({ excerpt }, k) => {
    // the page leaves a name alone on its line, which a text wrapped anew does not
    if (wrapped && excerpt.value.length > LONGEST) return;
    const [name, word = '', value, hanValue] = NAME.exec(foldedOf(excerpt).slice(0, LONGEST)) ?? [];
    if (name === undefined || (wrapped && name.length < excerpt.value.length) || isHeading(name, language)) return;
    const run = series.get(word) ?? [];
    if (!readNumber(value ?? hanValue ?? '').readings.some((reading) => reading.value === run.length + 1)) return;
    run.push(k);
    series.set(word, run);
  });
  return [...series.values()].filter((run) => run.length >= FEWEST);
}

/** `Article 3`, `Chapter II`, `Table 1`. */
const isHeading = (name: string, { headings }: Language) =>
  [headings.part, headings.section, headings.chapter, headings.article, headings.annex, headings.appendix, headings.table].some(
    (pattern) => pattern.exec(name)?.index === 0,
  );

/** Which of some named lines have words of their own, and below these the next numbered paragraph. */
function framedBy(lines: readonly Line[], named: ReadonlySet<number>): Set<number> {
  const framed = new Set<number>();
  let last: number | undefined;
  let count = 0;
  lines.forEach(({ excerpt }, k) => {
    if (named.has(k)) last = k;
    const number = PARAGRAPH.exec(foldedOf(excerpt).slice(0, LONGEST))?.[1];
    if (number === undefined) return;
    const hasWords = last !== undefined && (k - last > 1 || (lines[last] as Line).excerpt.value.length > LONGEST);
    if (last !== undefined && hasWords && Number(number) === count + 1) framed.add(last);
    last = undefined;
    count = Number(number);
  });
  return framed;
}
