/** Lines of the input as a reader sees them: what is on them, how far they are indented, what space is above them. */
import { fold } from '../language/index.ts';
import { type Excerpt, excerptOf, type Source } from '../source.ts';

export interface Line {
  /** What stands on the line, blanks at its ends left out. */
  excerpt: Excerpt;
  /** Columns of white space before it. */
  indent: number;
  /** Blank lines above it. */
  gap: number;
  /** Page, from 0, as far as the input shows pages. */
  page: number;
  /** It begins with a tab: in a table its first cell is empty. */
  tab: boolean;
  /** What it is of a table: a whole row, the first line of a box, or of cells that the page scattered. */
  role: 'row' | 'box' | 'cell' | undefined;
  /** Level of a Markdown heading, 1–6. */
  heading: number | undefined;
  /** The line ends in two blanks, Markdown's line break: what follows is a line of its own. */
  hardBreak: boolean;
  /** Its words came apart, so wide were the blanks that made it full. */
  spread: boolean;
  /** Its width in ems, once it was measured: see `widthOfLine`. */
  width: number | undefined;
}

/** A line with something changed. Lines are copied often: written out, all have one shape, and the copy is cheap. */
export function lineWith(line: Line, changes: Partial<Line>): Line {
  const { excerpt, indent, gap, page, tab, role, heading, hardBreak, spread, width } = line;
  return {
    excerpt: changes.excerpt ?? excerpt,
    indent: changes.indent ?? indent,
    gap: changes.gap ?? gap,
    page: changes.page ?? page,
    tab: changes.tab ?? tab,
    role: changes.role ?? role,
    heading: changes.heading ?? heading,
    hardBreak: changes.hardBreak ?? hardBreak,
    spread: changes.spread ?? spread,
    width: changes.excerpt ? undefined : width,
  };
}

const TAB = 8;

/** Splits the input into its lines that have anything on them; a form feed begins a page. */
export function readLines(source: Source): Line[] {
  const { text, lineStarts } = source;
  const lines: Line[] = [];
  // folding keeps the length, so the whole text can be folded at once
  const folded = fold(text);
  let gap = 0;
  let page = 0;
  for (let k = 0; k < lineStarts.length; k++) {
    const lineStart = lineStarts[k] as number;
    const lineEnd = lineStarts[k + 1] ?? text.length;
    const whole = text.slice(lineStart, lineEnd);
    const blanks = whole.length - whole.trimStart().length;
    if (blanks === whole.length) {
      // two line ends next to each other: the line between is blank
      gap++;
    } else {
      const end = lineStart + whole.trimEnd().length;
      const start = lineStart + blanks;
      lines.push({
        excerpt: excerptOf(source, start, end, folded),
        indent: columnsOf(whole, blanks),
        gap,
        page,
        tab: whole.startsWith('\t'),
        role: undefined,
        heading: undefined,
        hardBreak: text.startsWith('  ', end),
        spread: false,
        width: undefined,
      });
      gap = 0;
    }
    // pdftotext ends a page with a form feed, which ends a line here
    if (text[lineEnd - 1] === '\f') page++;
  }
  return lines;
}

/** Columns that the first characters of a line take. */
function columnsOf(line: string, blanks: number): number {
  let columns = 0;
  for (let k = 0; k < blanks; k++) columns = line[k] === '\t' ? (Math.floor(columns / TAB) + 1) * TAB : columns + 1;
  return columns;
}
