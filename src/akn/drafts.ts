/** Running text on its way from XML to nodes: joined, its white space in order, and each node with the XML that it was. */
import type { DateText, Emphasis, Inline, InternalRef, Phrase, Ref, Text } from '../ast.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';
import { append, hold, keep, type Piece, shell } from './kept.ts';

/** A node that holds running text. */
export type Holder = Emphasis | Phrase | Ref | InternalRef | DateText;

export type Draft =
  /** Text, and the XML that it was: more than a string when elements say nothing to us but their words. */
  | { is: 'text'; value: string; xml: XmlNode[] }
  /** A finished node, which is no part of the sentence around it: a note, a line break. */
  | { is: 'node'; node: Inline }
  | { is: 'holder'; node: Holder; around: XmlElement | undefined; drafts: Draft[] }
  /** An element that says nothing to us, but holds nodes. */
  | { is: 'wrapper'; element: XmlElement; drafts: Draft[] };

/** Joins adjoining texts, in place; an element round nothing but text is text. */
export function join(drafts: Draft[]): Draft[] {
  let last: Draft | undefined;
  let count = 0;
  for (const draft of drafts) {
    if (draft.is === 'holder' || draft.is === 'wrapper') join(draft.drafts);
    const next = draft.is === 'wrapper' ? textOf(draft) : draft;
    if (next.is === 'text' && last?.is === 'text') {
      last.value += next.value;
      append(last.xml, next.xml);
    } else {
      drafts[count++] = next;
      last = next;
    }
  }
  while (drafts.length > count) drafts.pop();
  return drafts;
}

function textOf(wrapper: Draft & { is: 'wrapper' }): Draft {
  const [only] = wrapper.drafts;
  if (!only) return { is: 'text', value: '', xml: [wrapper.element] };
  if (wrapper.drafts.length > 1 || only.is !== 'text') return wrapper;
  return { is: 'text', value: only.value, xml: [{ ...wrapper.element, children: only.xml }] };
}

/**
 * The text of a paragraph without the white space of layout: none at the ends or beside line breaks, else one blank; a blank at the
 * edge of italics, a citation … stands outside of it. `<span>Prend acte </span>du rapport` → `Prend acte`, ` du rapport`.
 */
export function collapse(drafts: Draft[]): Draft[] {
  const spaced = join(spread(drafts, { blank: true }));
  trimEnd(spaced);
  return spaced;
}

const LAYOUT = /[ \t\n\r]{2,}|[\t\n\r]/g;
const LINE_OR_TAB = /[\t\n\r]/;

/** One blank for each run of white space. Few texts have any, and to see that is cheaper than to replace it. */
const singleBlanks = (text: string): string =>
  LINE_OR_TAB.test(text) || text.includes('  ') ? text.replace(LAYOUT, ' ') : text;

/** What it is given, in place where no blanks come in: they do beside holders. */
function spread(drafts: Draft[], state: { blank: boolean }): Draft[] {
  const spaced: Draft[] = drafts.some(({ is }) => is === 'holder') ? [] : drafts;
  let count = 0;
  // a blank that the XML has elsewhere
  const blank = () => {
    spaced[count++] = { is: 'text', value: ' ', xml: [] };
  };
  for (const draft of drafts) {
    if (draft.is === 'text') {
      let value = singleBlanks(draft.value);
      if (state.blank && value.startsWith(' ')) value = value.slice(1);
      if (value !== '') state.blank = value.endsWith(' ');
      draft.value = value;
    } else if (draft.is === 'wrapper') draft.drafts = spread(draft.drafts, state);
    else if (draft.is === 'node') {
      if (draft.node.type === 'break') {
        trimEnd(spaced, count);
        state.blank = true;
      }
    } else {
      if (!state.blank && /^[ \t\n\r]/.test(firstText(draft.drafts))) {
        blank();
        state.blank = true;
      }
      const before = state.blank;
      draft.drafts = spread(draft.drafts, state);
      spaced[count++] = draft;
      if (state.blank && trimEnd(draft.drafts)) blank();
      else if (state.blank && !before) state.blank = false;
      continue;
    }
    spaced[count++] = draft;
  }
  return spaced;
}

function firstText(drafts: readonly Draft[]): string {
  const [first] = drafts;
  if (!first || first.is === 'node') return '';
  return first.is === 'text' ? first.value : firstText(first.drafts);
}

/** Takes the blank at the end away, if there is one. */
function trimEnd(drafts: readonly Draft[], end = drafts.length): boolean {
  for (let k = end - 1; k >= 0; k--) {
    const last = drafts[k] as Draft;
    if (last.is === 'node') return false;
    if (last.is !== 'text') return trimEnd(last.drafts);
    if (last.value === '') continue;
    if (!last.value.endsWith(' ')) return false;
    last.value = last.value.slice(0, -1);
    return true;
  }
  return false;
}

/** Drafts as the nodes that they are, in the XML that they were. */
export function settle(drafts: readonly Draft[]): Piece[] {
  if (!drafts.some(isEmpty)) return drafts.map(settled);
  const pieces: Piece[] = [];
  for (const draft of drafts) {
    if (isEmpty(draft)) append(pieces, draft.xml);
    else pieces.push(settled(draft));
  }
  return pieces;
}

const isEmpty = (draft: Draft): draft is Draft & { is: 'text' } => draft.is === 'text' && draft.value === '';

function settled(draft: Draft): Piece {
  switch (draft.is) {
    case 'text': {
      const node: Text = { type: 'text', value: draft.value };
      return draft.xml.length === 1 && draft.xml[0] === draft.value ? node : keep(node, draft.xml);
    }
    case 'node':
      return draft.node;
    case 'wrapper':
      return shell(draft.element, settle(draft.drafts));
    case 'holder': {
      const pieces = settle(draft.drafts);
      return hold(draft.node, draft.around ? [shell(draft.around, pieces)] : pieces);
    }
  }
}

/** Running text that is all in bold as if it were not: so the converter of the Secretariat prints headings. */
export function withoutBold(drafts: readonly Draft[]): Draft[] {
  const solid = drafts.filter((draft) => draft.is !== 'text' || /\S/.test(draft.value));
  const [only] = solid;
  const notes = solid.slice(1).every((draft) => draft.is === 'node');
  const node = only?.is === 'holder' && only.node.type === 'emphasis' ? only.node : undefined;
  if (only?.is !== 'holder' || node?.style !== 'bold' || !notes) return [...drafts];
  const inner: Draft[] = only.around ? [{ is: 'wrapper', element: only.around, drafts: only.drafts }] : only.drafts;
  return join(drafts.flatMap((draft) => (draft === only ? inner : [draft])));
}

/** Running text without what it starts with, if it does; the XML keeps it. */
export function withoutStart(drafts: Draft[], start: string | RegExp): Draft[] {
  const [first, ...more] = drafts;
  if (first?.is !== 'text') return drafts;
  const length =
    typeof start === 'string' ? (first.value.startsWith(start) ? start.length : 0) : start.exec(first.value)?.[0].length;
  return length ? [{ ...first, value: first.value.slice(length) }, ...more] : drafts;
}
