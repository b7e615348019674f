/** Lines of the input as a reader sees them: what is on them, how far they are indented, what space is above them. */
import type { Excerpt } from '../source.ts';

export interface Line {
  /** What stands on the line, blanks at its ends left out. */
  excerpt: Excerpt;
  /** Columns of white space before it. */
  indent: number;
  /** Blank lines above it. */
  gap: number;
  /** Page, from 0, as far as the input shows pages. */
  page: number;
}
