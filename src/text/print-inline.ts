/** Inline nodes → characters, with the marks of a dialect. */
import type { AuthorialNote, Emphasis, Inline } from '../ast.ts';
import { withoutDirectionMarks } from './invisible.ts';
import { printOpaque } from './print-opaque.ts';

/** Prints inline nodes without the blanks at their ends; the notes called by them are gathered on the way. */
export interface PrintInline {
  /** @param before what stands directly before them */
  (nodes: readonly Inline[], before?: string): string;
  /** In the order of their calls. */
  notes: AuthorialNote[];
  /** The mark that calls a note. */
  mark: (marker: string) => string;
}

/** What stands around nodes. */
interface Around {
  /** Up to and with the character before. */
  before: string;
  /** The character behind. */
  after: string;
  /** Styles in force: none is marked twice. */
  styles: readonly Emphasis['style'][];
}

const TAGS: Record<Emphasis['style'], string> = { italic: 'i', bold: 'b', underline: 'u', sup: 'sup', sub: 'sub' };
const RUNS: Partial<Record<Emphasis['style'], string>> = { italic: '*', bold: '**' };

/** A run of asterisks opens after one of these or at the start, closes before one of those or at the end; else there are tags. */
const BEFORE_RUN = /(?:^|[\s([{«“‘—–])$/u;
const AFTER_RUN = /^(?:$|[\s\p{Script=Han}.,;:!?)\]}»”’，。；：、（）《》،؛])/u;
/** Text that is marked by a run: no blanks at its ends, nor marks that would run together with it. */
const IN_RUN = /^[^\s*<](?:.*[^\s*>\\])?$/s;

export function inlinePrinter(markdown: boolean): PrintInline {
  const notes: AuthorialNote[] = [];

  const mark = (marker: string): string => {
    if (/^\*/.test(marker)) return markdown ? escapeMarks(marker) : marker;
    return markdown ? `<sup>${marker}</sup>` : raised(marker);
  };

  function print(nodes: readonly Inline[], { before, after, styles }: Around): string {
    // asked for its last character, a string that grows by pieces is copied each time
    const pieces: string[] = [];
    let last = before;
    nodes.forEach((node, k) => {
      const next = nodes[k + 1];
      const piece = printNode(node, { before: last, after: next ? firstOf(next) : after, styles });
      pieces.push(piece);
      last = piece.slice(-1) || last;
    });
    return pieces.join('');
  }

  function printNode(node: Inline, around: Around): string {
    switch (node.type) {
      case 'text':
        return markdown ? escapeMarks(oneLine(node.value)) : oneLine(node.value);
      case 'break':
        return '\n';
      case 'authorialNote':
        notes.push(node);
        return mark(node.marker);
      case 'noteRef':
        return mark(node.marker);
      case 'emphasis':
        return printEmphasis(node.style, node.children, around);
      case 'phrase':
        // a phrase is known by its typography; its own italics would be it, but Chinese and Arabic set it in bold
        return isBold(node.children) ? print(node.children, around) : printEmphasis('italic', node.children, around);
      case 'opaque':
        return print([{ type: 'text', value: printOpaque(node.xml).join(' ') }], around);
      default:
        return print(node.children, around);
    }
  }

  function printEmphasis(style: Emphasis['style'], children: readonly Inline[], around: Around): string {
    if (!markdown || around.styles.includes(style)) return print(children, around);
    const inner = print(children, { before: '*', after: '*', styles: [...around.styles, style] });
    if (inner.trim() === '') return inner;
    const run = RUNS[style];
    if (run && BEFORE_RUN.test(around.before) && AFTER_RUN.test(around.after) && IN_RUN.test(inner)) return run + inner + run;
    return `<${TAGS[style]}>${inner}</${TAGS[style]}>`;
  }

  /** The first character that a node prints. */
  function firstOf(node: Inline): string {
    if (node.type === 'text') return node.value.slice(0, 1);
    if (node.type === 'break') return '\n';
    if (node.type === 'opaque') return printOpaque(node.xml).join(' ').slice(0, 1);
    if (node.type === 'authorialNote' || node.type === 'noteRef') return mark(node.marker).slice(0, 1);
    if (markdown && (node.type === 'emphasis' || node.type === 'phrase')) return '<';
    return node.children[0] ? firstOf(node.children[0]) : '';
  }

  return Object.assign(
    (nodes: readonly Inline[], before = '') => before + print(nodes, { before, after: '', styles: [] }).trim(),
    { notes, mark },
  );
}

/** The words of inline nodes, without marks, typography and notes. */
export const wordsOf = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      const isWordless =
        node.type === 'authorialNote' || node.type === 'noteRef' || node.type === 'opaque' || node.type === 'break';
      return isWordless ? '' : wordsOf(node.children);
    })
    .join('');

const isBold = ([only, ...others]: readonly Inline[]) =>
  only?.type === 'emphasis' && only.style === 'bold' && others.length === 0;

const oneLine = (text: string) => withoutDirectionMarks(text.replace(/[\n\r\u0085\u2028\u2029\f\v]/g, ' '));

/** What Markdown would read as a mark, with the backslash that makes it a character. */
const escapeMarks = (text: string) => text.replace(/[\\*_]|\[(?=[^[\]]{0,300}\]\()/g, '\\$&');

const RAISED: Record<string, string> = Object.fromEntries(
  [...'0123456789abcdefghijklmnoprstuvwxyz'].map((plain, k) => [
    plain,
    [...'⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'][k] as string,
  ]),
);

const raised = (marker: string) => [...marker].map((character) => RAISED[character] ?? character).join('');
