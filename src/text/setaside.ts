/** What stands on the page but is not the document: named, kept with its place, never thrown away. */

export type SetAsideReason =
  | 'running head'
  | 'page number'
  | 'job number'
  | 'bar code'
  | 'rule'
  | 'link target'
  | 'markup'
  | 'direction mark';

/** [start, end) of the source, and why it is not in the tree. */
export interface SetAside {
  reason: SetAsideReason;
  start: number;
  end: number;
}
