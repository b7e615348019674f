/** Preambles and bodies, sections, lists and tables → paragraphs of text. */
import type {
  Block,
  EmbeddedStructure,
  MainBody,
  Num,
  P,
  Paragraph,
  Preamble,
  PreambularParagraph,
  Section,
  Table,
  TableRow,
} from '../ast.ts';
import { fold, type Openings } from '../language/index.ts';
import { openingPhrase } from '../language/opening.ts';
import { plainText } from '../words.ts';
import { add, addHeading, addOpaque, INDENT, joined, MIDDLE, type Printer, printNum } from './printer.ts';

/** Columns by which the text is that goes on with a paragraph or point, below a list or by itself. */
const FURTHER = 2;

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
        printBlocks(printer, child, openingsOf(printer, child), 0, level);
    }
  }
}

/** By whose words a paragraph would be read as opening with a phrase. */
const openingsOf = ({ language }: Printer, { type }: PreambularParagraph | Paragraph) =>
  type === 'paragraph' ? language?.operative : language?.preambular;

function printSection(printer: Printer, { num, heading, children }: Section, level: number): void {
  const words = heading ? printer.inlines(heading.children) : '';
  // `II` stands above its heading, `II.` before it
  if (num && words && !/[.)]$/.test(num.value)) for (const line of [printNum(num), words]) addHeading(printer, level, line);
  else if (num || words) addHeading(printer, level, joined(num, words));
  printBody(printer, children, level + 1);
}

interface Numbered {
  num?: Num;
  children: readonly Block[];
}

/** The blocks of a paragraph or point; its number stands before its text, alone where it begins with a list or table. */
function printBlocks(
  printer: Printer,
  { num, children: blocks }: Numbered,
  openings: Openings | undefined,
  depth: number,
  level: number,
): void {
  const indent = depth * INDENT;
  if (num && blocks[0]?.type !== 'p') add(printer, printNum(num), { indent });
  blocks.forEach((block, k) => {
    if (block.type === 'p') {
      const words = k === 0 ? joined(num, printOpening(printer, block, openings)) : printer.inlines(block.children);
      add(printer, words, { indent: k === 0 ? indent : indent + FURTHER, running: true });
    } else if (block.type === 'list') {
      for (const point of block.children) printBlocks(printer, point, undefined, depth + 1, level);
    } else if (block.type === 'table') {
      printTable(printer, block);
    } else if (block.type === 'opaque') {
      addOpaque(printer, block);
    } else {
      printBody(printer, block.children, level);
    }
  });
}

/** In Markdown: what follows does not open with a phrase, even if its words or its typography say so. */
const NO_PHRASE = '<i></i>';

/** The first text of a paragraph, marked where it would be read as opening with a phrase and does not. */
function printOpening({ markdown, inlines }: Printer, { children }: P, openings: Openings | undefined): string {
  const [first, ...more] = children;
  const isMarked =
    markdown &&
    openings &&
    first?.type !== 'phrase' &&
    ((first?.type === 'emphasis' && more.length > 0) || openingPhrase(fold(plainText(children)), openings) > 0);
  return inlines(children, isMarked ? NO_PHRASE : '');
}

function printTable(printer: Printer, { children }: Table): void {
  const { markdown, inlines } = printer;
  const isHead = (row: TableRow | undefined) => row?.children.some(({ header }) => header) ?? false;
  let tight = false;
  children.forEach((row, k) => {
    // a line break in a cell would end the row
    const cells = row.children.map((cell) => inlines(cell.children).replace(/\n/g, ' '));
    if (cells.every((cell) => cell === '')) return;
    add(printer, markdown ? `| ${cells.join(' | ')} |` : cells.join('\t').trimEnd(), { tight });
    tight = true;
    // what stands above the divider is the head
    if (markdown && isHead(row) && !isHead(children[k + 1])) add(printer, `|${' --- |'.repeat(cells.length)}`, { tight });
  });
}
