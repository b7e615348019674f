/** Tables as texts have them: cells between tabs, or between the bars of Markdown. */
import type { Inline, Table, TableCell } from '../ast.ts';
import { foldedOf, type Language } from '../language/index.ts';
import { cut, type Excerpt, trim } from '../source.ts';
import type { Block } from '../text/blocks.ts';
import type { Line } from '../text/lines.ts';
import { putAside, type SetAside } from '../text/setaside.ts';

const BARS = /^\|.*\|$/;
const DIVIDER = /^\|?[\s:|-]+\|[\s:|-]*$/;

/** Index after the last row of the table that begins at `k`; `k` when none does. */
export function tableEnd(blocks: readonly Block[], k: number): number {
  let end = k;
  while (end < blocks.length && isRow(blocks, end)) end++;
  return end;
}

/** Cells between tabs or bars; and a line with an empty first cell, which begins with a tab, next to such a row. */
function isRow(blocks: readonly Block[], k: number): boolean {
  const block = blocks[k] as Block;
  if (hasCells(block)) return true;
  if (!block.lines[0]?.tab) return false;
  const [above, below] = [blocks[k - 1], blocks[k + 1]];
  const afterRow = above !== undefined && block.lines[0].gap === 0 && (hasCells(above) || above.lines[0]?.tab === true);
  return afterRow || (below !== undefined && below.lines[0]?.gap === 0 && hasCells(below));
}

const isTabular = (line: Line | undefined) => line?.role === 'row' || line?.role === 'box';

function hasCells({ text, num, lines }: Block): boolean {
  return isTabular(lines[0]) || text.value.includes('\t') || (!num && BARS.test(text.value));
}

/** Blocks between the number of a table and its first row: its title. */
const MOST_TITLES = 2;

/**
 * Index after a table of one column that begins at `k`, `k` when none does: under `Table 1` and its title, lines that no blank
 * line parts, where everything else has one.
 */
export function boxEnd(blocks: readonly Block[], k: number, { headings }: Language): number {
  const isLine = ({ lines }: Block, gap: boolean) => lines.length === 1 && (lines[0] as Line).gap > 0 === gap;
  if (!blocks[k + 1] || !isLine(blocks[k + 1] as Block, false) || !isLine(blocks[k] as Block, true)) return k;
  const above = blocks.slice(Math.max(0, k - MOST_TITLES), k);
  const caption = above.findLastIndex(({ num, text }) => !num && headings.table.test(foldedOf(text)));
  if (caption < 0 || !above.slice(caption).every((block) => isLine(block, true))) return k;
  let end = k + 2;
  while (end < blocks.length && isLine(blocks[end] as Block, false)) end++;
  return end === blocks.length || (blocks[end] as Block).lines[0]?.gap ? end : k;
}

/**
 * Makes a table of rows.
 *
 * @param boxed whether each row is one cell; a number at its start is the cell's
 */
export function buildTable(
  blocks: readonly Block[],
  inlines: (text: Excerpt) => Inline[],
  setAside: SetAside[],
  boxed = false,
): Table {
  const mark = (text: Excerpt, start: number, end: number) => putAside(setAside, 'markup', cut(text, start, end));
  const withNumber = (num: Excerpt | undefined, words: Inline[]): Inline[] => {
    if (!num) return words;
    return words.length > 0 ? [...inlines(num), { type: 'text', value: ' ' }, ...words] : inlines(num);
  };
  const table: Table = { type: 'table', children: [] };
  for (const { text, num, lines } of blocks) {
    if (boxed && !hasCells({ text, lines })) {
      const cell: TableCell = { type: 'tableCell', children: withNumber(num, inlines(text)) };
      table.children.push({ type: 'tableRow', children: [cell] });
      continue;
    }
    // `|---|---|` parts the head from the rows
    if (!num && DIVIDER.test(text.value)) {
      mark(text, 0, text.value.length);
      for (const row of table.children) for (const cell of row.children) cell.header = true;
      continue;
    }
    const separator = BARS.test(text.value) && !text.value.includes('\t') ? '|' : '\t';
    const cells: TableCell[] = lines[0]?.tab ? [{ type: 'tableCell', children: [] }] : [];
    // a number before a tab is a cell of its own, else it opens the next
    const isCell = num !== undefined && lines[0]?.excerpt.value[num.value.length] === '\t';
    if (isCell) cells.push({ type: 'tableCell', children: inlines(num) });
    let number = isCell ? undefined : num;
    let at = separator === '|' ? 1 : 0;
    const end = separator === '|' ? text.value.length - 1 : text.value.length;
    if (separator === '|') mark(text, 0, 1);
    while (at <= end) {
      let next = text.value.indexOf(separator, at);
      if (next < 0 || next > end) next = end;
      if (separator === '|' && next < text.value.length) mark(text, next, next + 1);
      cells.push({ type: 'tableCell', children: withNumber(number, inlines(trim(cut(text, at, next)))) });
      number = undefined;
      at = next + 1;
    }
    table.children.push({ type: 'tableRow', children: cells });
  }
  return table;
}
