/** Words of messages: what was allowed, the nearest name, a quotation. */
import { closest, distance } from 'fastest-levenshtein';
import { FOREIGN, type State } from './model.ts';

const MOST_NAMES = 6;

/**
 * What may come next, in words.
 *
 * @example
 * // expected `item` or `listWrapUp`
 */
export function describeExpected(state: State | undefined): string {
  const names = (state?.expected ?? []).map((name) => (name === FOREIGN ? 'elements of other namespaces' : `\`${name}\``));
  if (names.length === 0) return 'nothing more may stand there';
  const shown = names.length > MOST_NAMES + 1 ? names.slice(0, MOST_NAMES) : names;
  const rest = names.length - shown.length;
  const last = rest > 0 ? `${rest} others` : shown.pop();
  const end = state?.final ? ', or nothing more' : '';
  return `expected ${shown.length > 0 ? `${shown.join(', ')} or ` : ''}${last}${end}`;
}

/** The allowed name that `name` was probably meant to be: one letter in three may be wrong. */
export function nearest(name: string, allowed: readonly string[]): string | undefined {
  if (allowed.length === 0 || name.length > 40) return undefined;
  const same = allowed.find((each) => each.toLowerCase() === name.toLowerCase());
  if (same !== undefined) return same;
  const candidate = closest(name, [...allowed]);
  return distance(name, candidate) <= Math.max(1, Math.floor(name.length / 3)) ? candidate : undefined;
}

/** A quotation from the document, short enough for a line. */
export function quote(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return `"${line.length > 60 ? `${line.slice(0, 60)}…` : line}"`;
}
