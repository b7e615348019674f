/** Tree → the canonical plain text: what a careful typist would set, in a form that `fromText` reads back as the same tree. */
import type { Attachment, Conclusions, CoverPage, Part, Root, Title } from '../ast.ts';
import { languageOf } from '../language/all.ts';
import { printBody } from './print-body.ts';
import { inlinePrinter } from './print-inline.ts';
import { add, addHeading, addOpaque, joined, layOut, type Printer } from './printer.ts';

export interface ToTextOptions {
  /** `plain` (the default) is words, numbers and raised marks; `markdown` has emphasis and headings too. */
  dialect?: 'plain' | 'markdown';
  /** Column at which lines are broken; else a paragraph is one line. */
  wrap?: number;
}

const NARROWEST = 40;

/**
 * Prints a tree as the canonical plain text of its document.
 *
 * A paragraph is one line, with a blank line above it; the lines of the letterhead, of a conclusion and of a table follow one
 * another. Numbers stand as printed before their text, list items are indented by four blanks a level, what goes on with an item
 * or a paragraph by two more, cells are parted by tabs (in Markdown by bars). Notes are called by raised marks and listed at the end, under a rule.
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
  const { language: code, kind } = tree.metadata;
  const language = code === 'und' || kind === 'other' ? undefined : languageOf(code);
  const printer: Printer = { markdown, language, inlines, printed: [] };
  printRoot(printer, tree);
  printNotes(printer);
  // at the foot, as the UN sets it
  if (tree.metadata.jobNumber) add(printer, tree.metadata.jobNumber);
  return layOut(printer.printed, wrap);
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
  else if (!inCollection || !isLetter) add(printer, head + joined(num, words));
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
    else if (child.type === 'preamble') printBody(printer, child.children, 3);
    else printBody({ ...printer, language: undefined }, child.children, 3);
  }
}

/** What notes stand under. */
export const NOTES_RULE = '__________________';

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
