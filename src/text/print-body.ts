/** Preambles and bodies, sections, lists and tables → paragraphs of text. */
import type { Block, EmbeddedStructure, MainBody, Num, Preamble, Section, Table, TableRow } from '../ast.ts';
import { add, addHeading, addOpaque, joined, MIDDLE, type Printer } from './printer.ts';

/** Columns by which each level of a list is indented. */
const INDENT = 4;

/** @param level of the Markdown headings */
export function printBody(
  printer: Printer,
  children: readonly (Preamble | MainBody | EmbeddedStructure)['children'][number][],
  level: number,
): void {
  for (const child of children) {
    switch (child.type) {
      case 'formula':
        add(printer, printer.inlines(child.children));
        break;
      case 'decoration':
        add(printer, child.value, { indent: MIDDLE });
        break;
      case 'section':
        printSection(printer, child, level);
        break;
      case 'opaque':
        addOpaque(printer, child);
        break;
      default:
        printBlocks(printer, child.type === 'paragraph' ? child.num : undefined, child.children, 0, level);
    }
  }
}

function printSection(printer: Printer, { num, heading, children }: Section, level: number): void {
  const words = heading ? printer.inlines(heading.children) : '';
  // `II` stands above its heading, `II.` before it
  if (num && words && !/[.)]$/.test(num.value)) for (const line of [num.value, words]) addHeading(printer, level, line);
  else if (num || words) addHeading(printer, level, joined(num?.value, words));
  printBody(printer, children, level + 1);
}

/** The blocks of a paragraph or point; its number stands before its text, alone where it begins with a list or table. */
function printBlocks(printer: Printer, num: Num | undefined, blocks: readonly Block[], depth: number, level: number): void {
  const indent = depth * INDENT;
  if (num && blocks[0]?.type !== 'p') add(printer, num.value, { indent });
  blocks.forEach((block, k) => {
    if (block.type === 'p') {
      add(printer, joined(k === 0 ? num?.value : undefined, printer.inlines(block.children)), { indent, running: true });
    } else if (block.type === 'list') {
      for (const point of block.children) printBlocks(printer, point.num, point.children, depth + 1, level);
    } else if (block.type === 'table') {
      printTable(printer, block);
    } else if (block.type === 'opaque') {
      addOpaque(printer, block);
    } else {
      printBody(printer, block.children, level);
    }
  });
}

function printTable(printer: Printer, { children }: Table): void {
  const { markdown, inlines } = printer;
  const isHead = (row: TableRow | undefined) => row?.children.some(({ header }) => header) ?? false;
  children.forEach((row, k) => {
    // a line break in a cell would end the row
    const cells = row.children.map((cell) => inlines(cell.children).replace(/\n/g, ' '));
    add(printer, markdown ? `| ${cells.join(' | ')} |` : cells.join('\t'), { tight: k > 0 });
    // what stands above the divider is the head
    if (markdown && isHead(row) && !isHead(children[k + 1])) add(printer, `|${' --- |'.repeat(cells.length)}`, { tight: true });
  });
}
