/** Breaks running text at a column, so that the lines can be joined again without loss. */

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const ENDS_HAN_LINE = /[\p{Script=Han}，。；：、）》]/u;
const BEGINS_HAN_LINE = /^(?!\p{L}{1,6}[)）])\p{Script=Han}/u;
/** What at the start of a line would be a number, a note's mark, a rule or a running head: `5.`, `a)`, `¹`, `– `, `A/79/451`. */
const NEVER_FIRST = /^(?:(?!\(?\d{4}|\(\p{L}{5})[^\p{L}«“"„]|\p{L}{1,6}[.)\]]|[^ ]*\/)/u;
const REACH = 24;
/** Shorter, a line may be nothing but a number or a mark, which does not stand alone. */
const SHORTEST = 8;

/**
 * Breaks a paragraph into lines of at most `width` columns, wide characters taking two. A word that is longer has a line to
 * itself, and so has what would be misread at the start of a line.
 *
 * A line ends at a single blank, which its end stands for; Chinese between two of its characters.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let start = 0;
  let column = 0;
  /** Where the line could end, and where the next one would begin. */
  let end = 0;
  let next = 0;
  let columnAtNext = 0;
  for (let k = 0; k < text.length; k++) {
    const character = text[k] as string;
    const blank = character === ' ';
    column += WIDE.test(character) ? 2 : 1;
    if (column > width && end > start && !blank) {
      lines.push(text.slice(start, end));
      start = next;
      column -= columnAtNext;
      end = start;
    }
    if (k - start > SHORTEST && (blank ? breaksAtBlank(text, k) : breaksAfter(text, k))) {
      end = blank ? k : k + 1;
      next = k + 1;
      columnAtNext = column;
    }
  }
  lines.push(text.slice(start));
  return lines;
}

/** Whether the blank at `k` may become a line end. */
function breaksAtBlank(text: string, k: number): boolean {
  const before = text.slice(Math.max(0, k - 2), k);
  const after = text.slice(k + 1, k + 1 + REACH);
  if (before === '' || /\s$/.test(before) || NEVER_FIRST.test(after)) return false;
  // joined without a blank: `sous-⏎régionale`, and Chinese
  return !(/[\p{L}\d][-‐‑]$/u.test(before) || WIDE.test(before.slice(-1)) || WIDE.test(after.slice(0, 1)));
}

/** Whether a line may end behind the character at `k`, without a blank: between Chinese characters. */
function breaksAfter(text: string, k: number): boolean {
  return ENDS_HAN_LINE.test(text[k] as string) && BEGINS_HAN_LINE.test(text.slice(k + 1, k + 9));
}
