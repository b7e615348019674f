/** Tree → the canonical plain text: what a careful typist would set, in a form that `fromText` reads back as the same tree. */
import type {
  Attachment,
  Block,
  Conclusions,
  CoverPage,
  EmbeddedStructure,
  MainBody,
  Num,
  Opaque,
  Part,
  Preamble,
  Root,
  Section,
  Table,
  TableRow,
  Title,
} from '../ast.ts';
import { inlinePrinter, type PrintInline } from './print-inline.ts';
import { printOpaque } from './print-opaque.ts';
import { wrapText } from './wrap.ts';

export interface ToTextOptions {
  /** `plain` (the default) is words, numbers and raised marks; `markdown` has emphasis and headings too. */
  dialect?: 'plain' | 'markdown';
  /** Column at which lines are broken; else a paragraph is one line. */
  wrap?: number;
}

/** One paragraph of the text to be. */
interface Printed {
  text: string;
  /** Columns before it. */
  indent: number;
  /** Directly under the one above, without a blank line between. */
  tight: boolean;
  /** Running text, which may be broken into lines; masthead, headings, rows and conclusions are lines already. */
  running: boolean;
}

interface Printer {
  markdown: boolean;
  inlines: PrintInline;
  printed: Printed[];
}

/** Columns by which each level of a list is indented. */
const INDENT = 4;
/** Columns before a heading, which stands in the middle of a page. */
const MIDDLE = 8;
const NARROWEST = 40;

/**
 * Prints a tree as the canonical plain text of its document.
 *
 * A paragraph is one line, with a blank line above it; the lines of the letterhead, of a conclusion and of a table follow one
 * another. Numbers stand as printed before their text, list items are indented by four blanks a level, cells are parted by tabs
 * (in Markdown by bars). Notes are called by raised marks and listed at the end, under a rule.
 *
 * Read back by `fromText`, the text gives the tree again, positions aside. `plain` has no typography: emphasis is lost in it,
 * with the head of a table, and opening phrases come back by their words. What was given to `fromText` beside the text, such as
 * metadata, has to be given again.
 *
 * @param tree as `fromText` gives it; it is not changed
 * @param options see `ToTextOptions`
 * @returns the text, its lines ended by `\n`; `''` for a tree without any text
 * @throws TypeError when `tree` is no resolution or collection, or an option has no such value
 * @example
 * toText(fromText('The General Assembly,\n\nRecalling its resolutions,\n\n1. Adopts the Plan.').tree, { dialect: 'markdown' })
 * // 'The General Assembly,\n\n*Recalling* its resolutions,\n\n1. *Adopts* the Plan.\n'
 */
export function toText(tree: Root, options: ToTextOptions = {}): string {
  const { dialect = 'plain', wrap } = options;
  if (tree?.type !== 'resolution' && tree?.type !== 'collection')
    throw new TypeError('toText takes a resolution or a collection');
  if (dialect !== 'plain' && dialect !== 'markdown')
    throw new TypeError(`dialect is plain or markdown, not ${String(dialect)}`);
  if (wrap !== undefined && !(wrap >= NARROWEST))
    throw new TypeError(`wrap is a column from ${NARROWEST} on, not ${String(wrap)}`);
  const markdown = dialect === 'markdown';
  const inlines = inlinePrinter(markdown);
  const printer: Printer = { markdown, inlines, printed: [] };
  printRoot(printer, tree);
  printNotes(printer);
  // at the foot, as the UN sets it
  if (tree.metadata.jobNumber) add(printer, tree.metadata.jobNumber);
  return layOut(printer.printed, wrap);
}

function layOut(printed: readonly Printed[], wrap: number | undefined): string {
  const lines: string[] = [];
  for (const { text, indent, tight, running } of printed) {
    if (lines.length > 0 && !tight) lines.push('');
    const margin = ' '.repeat(indent);
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      for (const own of wrap && running ? wrapText(line, wrap - indent) : [line]) lines.push(margin + own);
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}

function add({ printed }: Printer, text: string, { indent = 0, tight = false, running = false } = {}): void {
  if (text.trim() !== '') printed.push({ text, indent, tight, running });
}

/** What has no form of its own is printed as paragraphs, so that no word is missing. */
function addOpaque(printer: Printer, { xml }: Opaque): void {
  for (const words of printOpaque(xml)) add(printer, printer.inlines([{ type: 'text', value: words }]), { running: true });
}

// ---------------------------------------------------------------------------------------------------------- parts

function printRoot(printer: Printer, tree: Root): void {
  for (const child of tree.children) {
    if (child.type !== 'resolution') printPart(printer, child, tree.type === 'collection');
    else for (const part of child.children) printPart(printer, part, true);
  }
}

function printPart(printer: Printer, part: Part, inCollection: boolean): void {
  switch (part.type) {
    case 'coverPage':
      printCoverPage(printer, part);
      break;
    case 'preface':
      for (const title of part.children) printTitle(printer, title, inCollection);
      break;
    case 'conclusions':
      printConclusions(printer, part);
      break;
    case 'attachment':
      printAttachment(printer, part);
      break;
    case 'opaque':
      addOpaque(printer, part);
      break;
    default:
      printBody(printer, part.children, 2);
  }
}

/** The block at the head of the page, whose lines stand together; below it each line is a paragraph. */
const LETTERHEAD: ReadonlySet<string> = new Set(
  'publisher organ subsidiaryOrgan symbol distribution issueDate languageOfExpression originalLanguage'.split(' '),
);

function printCoverPage(printer: Printer, { children }: CoverPage): void {
  children.forEach(({ role, children: words }, k) => {
    const above = children[k - 1]?.role;
    add(printer, printer.inlines(words), { tight: above !== undefined && LETTERHEAD.has(above) && LETTERHEAD.has(role) });
  });
}

/** `64/293. Plan of Action`; the letter of a part stands alone but for the call of a note, and the part's title under it. */
function printTitle(printer: Printer, { num, children }: Title, inCollection: boolean): void {
  const words = printer.inlines(children);
  const head = printer.markdown ? '# ' : '';
  const isLetter = num !== undefined && /^[A-Z]$/.test(num.value);
  if (isLetter && /^[^\p{L}]*$/u.test(words)) add(printer, head + num.value + words);
  else if (!inCollection || !isLetter) add(printer, head + joined(num?.value, words));
  else for (const line of [num.value, words]) add(printer, head + line);
}

function printConclusions(printer: Printer, { children }: Conclusions): void {
  for (const child of children) {
    if (child.type === 'opaque') addOpaque(printer, child);
    const lines = child.type === 'vote' ? child.children : [child];
    lines.forEach((line, k) => add(printer, printer.inlines(line.children), { tight: k > 0 }));
  }
}

function printAttachment(printer: Printer, { designation, title, children }: Attachment): void {
  if (designation) addHeading(printer, 1, printer.inlines(designation.children));
  if (title) addHeading(printer, 2, printer.inlines(title.children));
  for (const child of children) {
    if (child.type === 'attachment') printAttachment(printer, child);
    else if (child.type === 'opaque') addOpaque(printer, child);
    else printBody(printer, child.children, 3);
  }
}

function addHeading(printer: Printer, level: number, words: string): void {
  if (printer.markdown) add(printer, `${'#'.repeat(Math.min(level, 6))} ${words}`);
  else add(printer, words, { indent: MIDDLE });
}

// ----------------------------------------------------------------------------------------------------------- body

/** @param level of the Markdown headings */
function printBody(
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

/** What notes stand under. */
export const NOTES_RULE = '__________________';

const joined = (num: string | undefined, words: string) => [num, words].filter(Boolean).join(' ');

// ---------------------------------------------------------------------------------------------------------- notes

function printNotes(printer: Printer): void {
  const { notes, mark } = printer.inlines;
  if (notes.length === 0) return;
  add(printer, printer.markdown ? '---' : NOTES_RULE);
  // notes inside notes are listed behind them: the list grows on the way
  for (const { marker, children } of notes) {
    const texts = children.map((p) => printer.inlines(p.children));
    add(printer, `${mark(marker)} ${texts.join('\n')}`, { running: true });
  }
}
