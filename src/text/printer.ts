/** The paragraphs of the text to be, and how they become lines. */
import type { Num, Opaque } from '../ast.ts';
import type { Language } from '../language/index.ts';
import { withoutDirectionMarks } from './invisible.ts';
import type { PrintInline } from './print-inline.ts';
import { printOpaque } from './print-opaque.ts';
import { wrapText } from './wrap.ts';

/** One paragraph of the text to be. */
export interface Printed {
  text: string;
  /** Columns before it. */
  indent: number;
  /** Directly under the one above, without a blank line between. */
  tight: boolean;
  /** Running text, which may be broken into lines; masthead, headings, rows and conclusions are lines already. */
  running: boolean;
}

export interface Printer {
  markdown: boolean;
  /** By whose words paragraphs would be read as opening with a phrase; none in annexes and in languages unknown. */
  language: Language | undefined;
  inlines: PrintInline;
  printed: Printed[];
}

/** Columns by which each level of a list is indented. */
export const INDENT = 4;
/** Columns before a heading, which stands in the middle of a page. */
export const MIDDLE = 8;

/** Paragraphs as lines, a blank line above each that is not tight. */
export function layOut(printed: readonly Printed[], wrap: number | undefined): string {
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

/** Adds a paragraph, if there is a text for it. */
export function add({ printed }: Printer, text: string, { indent = 0, tight = false, running = false } = {}): void {
  if (text.trim() !== '') printed.push({ text, indent, tight, running });
}

/** What has no form of its own is printed as paragraphs, so that no word is missing. */
export function addOpaque(printer: Printer, { xml }: Opaque): void {
  for (const words of printOpaque(xml)) add(printer, printer.inlines([{ type: 'text', value: words }]), { running: true });
}

/** @param level of the Markdown heading */
export function addHeading(printer: Printer, level: number, words: string): void {
  if (printer.markdown) add(printer, `${'#'.repeat(Math.min(level, 6))} ${words}`);
  else add(printer, words, { indent: MIDDLE });
}

/** A number as it is printed. */
export const printNum = ({ value }: Num): string => withoutDirectionMarks(value);

/** A number and the words after it. */
export const joined = (num: Num | undefined, words: string) => [num && printNum(num), words].filter(Boolean).join(' ');
