/** What stands on the page but is not the document: named, kept with its place, never thrown away. */
import { type Excerpt, piecesOf } from '../source.ts';

export type SetAsideReason =
  | 'running head'
  | 'page number'
  | 'job number'
  | 'bar code'
  | 'request to recycle'
  | 'rule'
  | 'link target'
  | 'markup'
  | 'hyphen'
  | 'direction mark';

/** [start, end) of the source, and why it is not in the tree. */
export interface SetAside {
  reason: SetAsideReason;
  start: number;
  end: number;
}

/** Sets an excerpt aside; what lies between its pieces in the source is not of it. */
export function putAside(setAside: SetAside[], reason: SetAsideReason, excerpt: Excerpt): void {
  for (const [start, end] of piecesOf(excerpt)) setAside.push({ reason, start, end });
}
