/** The lines of the source around a finding. */

/** Legal XML has paragraphs on one line; a frame shows what is near the column. */
const WIDTH = 100;
const BEFORE = 2;
const AFTER = 1;

/**
 * Shows where in the source something is: a few lines with their numbers, and a mark below the column.
 *
 * @param source the document
 * @param place line and column, from 1
 * @returns lines without a line end at the last; empty when there is no such line
 * @example
 * codeFrame('<a>\n  <b/>\n</a>', { line: 2, column: 3 })
 * //   1 | <a>
 * // > 2 |   <b/>
 * //     |   ^
 * //   3 | </a>
 */
export function codeFrame(source: string, place: { line: number; column: number }): string {
  const lines = source.replace(/^\ufeff/, '').split(/\r\n|\n|\r/, place.line + AFTER);
  if (place.line > lines.length) return '';
  const shift = Math.max(0, place.column - 1 - (WIDTH >> 1));
  const first = Math.max(1, place.line - BEFORE);
  const gutter = String(lines.length).length;
  const frame: string[] = [];
  for (let number = first; number <= lines.length; number++) {
    const text = cut(lines[number - 1] as string, shift);
    const here = number === place.line;
    frame.push(`${here ? '>' : ' '} ${String(number).padStart(gutter)} | ${text}`.trimEnd());
    if (here) frame.push(`  ${' '.repeat(gutter)} | ${' '.repeat(place.column - 1 - shift + (shift > 0 ? 1 : 0))}^`);
  }
  return frame.join('\n');
}

/** Tabs and what a terminal might obey count as one blank each, so that the mark stands right. */
function cut(line: string, from: number): string {
  const visible = line.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, ' ');
  if (from === 0 && visible.length <= WIDTH) return visible;
  const end = from + WIDTH;
  return `${from > 0 ? '…' : ''}${visible.slice(from, end)}${end < visible.length ? '…' : ''}`;
}
