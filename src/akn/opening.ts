/** The opening phrase of a paragraph, where typography is all that marks it. */
import type { Emphasis, Phrase } from '../ast.ts';
import type { Draft } from './drafts.ts';

/**
 * Running text whose first words, if they are in italics or bold and not all there is, are the phrase: bold in Chinese, bold and
 * italic in Arabic. The comma after them is not of it: `<span class="italic">Recalling,</span>`. The drafts are used up.
 */
export function asPhrase(drafts: Draft[], role: Phrase['role']): Draft[] {
  const first = drafts.find((draft) => draft.is !== 'text' || draft.value !== '');
  if (first?.is !== 'holder' || !isEmphasis(first.node)) return drafts;
  const at = drafts.indexOf(first);
  if (!drafts.some((draft, k) => k > at && hasLetters(draft)) || !first.drafts.some(hasLetters)) return drafts;
  const inner = innermost(first);
  // the letter of a table's note
  if (inner.drafts.every((draft) => draft.is === 'holder' && isRaised(draft.node))) return drafts;
  const comma = cutComma(inner.drafts);
  inner.node = { type: 'phrase', role, children: [] };
  drafts[at] = inner;
  const next = drafts[at + 1];
  if (next?.is === 'text') next.value = comma + next.value;
  else if (comma !== '') drafts.splice(at + 1, 0, { is: 'text', value: comma, xml: [] });
  return drafts;
}

const isEmphasis = (node: { type: string }): node is Emphasis =>
  node.type === 'emphasis' && ((node as Emphasis).style === 'italic' || (node as Emphasis).style === 'bold');

const isRaised = (node: { type: string }): boolean => node.type === 'emphasis' && (node as Emphasis).style === 'sup';

function hasLetters(draft: Draft): boolean {
  if (draft.is === 'text') return /\p{L}/u.test(draft.value);
  return draft.is !== 'node' && draft.drafts.some(hasLetters);
}

/** Bold round italic is one phrase. */
function innermost(draft: Extract<Draft, { is: 'holder' }>): Extract<Draft, { is: 'holder' }> {
  const [only] = draft.drafts;
  const isNested = draft.drafts.length === 1 && only?.is === 'holder' && isEmphasis(only.node) && draft.around === undefined;
  return isNested ? only : draft;
}

/** Takes the comma at the end away, and gives it. */
function cutComma(drafts: readonly Draft[]): string {
  const last = drafts.at(-1);
  if (!last || last.is === 'node') return '';
  if (last.is !== 'text') return cutComma(last.drafts);
  const end = last.value.search(/[ ,،，]+$/);
  const comma = end < 0 ? '' : last.value.slice(end);
  if (end >= 0) last.value = last.value.slice(0, end);
  return comma;
}
