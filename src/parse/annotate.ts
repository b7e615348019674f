/** Excerpts → nodes with all that was found in them: notes where they are called, citations, dates, the opening phrase. */
import type { AuthorialNote, Decoration, Heading, Inline, Node, Num, Organ, P, Phrase } from '../ast.ts';
import { foldedOf, type Language } from '../language/index.ts';
import { openingPhrase } from '../language/opening.ts';
import { type Excerpt, originOf, piecesOf, positionOf, type Source, withStyles } from '../source.ts';
import type { Footnote } from '../text/footnotes.ts';
import { firstWhere } from '../text/matches.ts';
import type { Call } from './candidates.ts';
import { inlines, literal, locate, type Span } from './inline.ts';
import { findReferences } from './references.ts';

export interface Annotations {
  source: Source;
  language: Language;
  /** The issuing organ, to which a bare number belongs. */
  organ: Organ;
  /** In the order of the source. */
  calls: readonly Call[];
  /** Notes that nothing calls, by the offset in the source of the last character of the text before them. Those placed go. */
  uncalled: Map<number, Footnote[]>;
}

/** The functions that make nodes of excerpts, for one document. */
export function makeNodes(annotations: Annotations) {
  const { source, language, organ, calls, uncalled } = annotations;

  const spansOf = (text: Excerpt): Span[] => {
    const notes = noteSpans(text);
    // the call in `70/1³` is no part of the number
    const clear = blanked(text, notes);
    return [...notes, ...findReferences(clear, { language, organ, folded: foldedOf(clear) })];
  };

  const noteSpans = (text: Excerpt): Span[] => callSpans(text, calls, noteOf);

  function noteOf({ marker, note, at, start, end }: Call): Inline {
    if (!note) return { type: 'noteRef', marker };
    return { ...authorialNote(note), data: { pieces: [[at, at + end - start], ...piecesOf(note.mark)] } };
  }

  function authorialNote({ marker, text }: Footnote): AuthorialNote {
    const p: P = { type: 'p', children: inlines(source, text, findReferences(text, { language, organ })) };
    return { type: 'authorialNote', marker, children: [placed(p, text)] };
  }

  function placed<Kind extends Node>(node: Kind, text: Excerpt): Kind {
    const position = positionOf(source, text);
    if (position) node.position = position;
    return node;
  }

  function inlineNodes(text: Excerpt, more: Span[] = []): Inline[] {
    const nodes = inlines(source, text, [...spansOf(text), ...more]);
    const end = text.value === '' ? -1 : originOf(text, text.value.length - 1);
    for (const note of uncalled.get(end) ?? []) nodes.push(uncalledNote(note));
    uncalled.delete(end);
    return nodes;
  }

  const uncalledNote = (note: Footnote): AuthorialNote => locate(source, authorialNote(note), note.mark);

  return {
    noteSpans,
    uncalledNote,
    inlines: (text: Excerpt): Inline[] => inlineNodes(text),
    p(text: Excerpt, role?: Phrase['role']): P {
      const phrase = role && phraseSpan(text, role, language);
      if (!phrase) return placed<P>({ type: 'p', children: inlineNodes(text) }, text);
      // the phrase's own italics are the phrase; those of the whole paragraph are the OCR's
      const styles = text.styles.filter(
        ({ style, start, end }) => style !== 'italic' || start > phrase.start || end < phrase.end,
      );
      return placed<P>({ type: 'p', children: inlineNodes(withStyles(text, styles), [phrase]) }, text);
    },
    num: (text: Excerpt): Num => literal(source, { type: 'num', value: '' }, text),
    heading: (text: Excerpt): Heading => placed<Heading>({ type: 'heading', children: inlineNodes(text) }, text),
    decoration: (text: Excerpt): Decoration => literal(source, { type: 'decoration', value: '' }, text),
  };
}

export type Maker = ReturnType<typeof makeNodes>;

/** The opening phrase: what the first italics hold, unless they hold all; else what the words say. Empty italics say that there is none. */
function phraseSpan(text: Excerpt, role: Phrase['role'], language: Language): Span | undefined {
  const node = (children: Inline[]): Phrase => ({ type: 'phrase', role, children });
  const quoted = /^[\s"'“”«»‘’([]*/.exec(text.value)?.[0].length ?? 0;
  if (text.styles.some(({ start, end }) => start === end && start <= quoted)) return undefined;
  const italic = text.styles.find(({ style }) => style === 'italic' || style === 'bold');
  let start = quoted;
  let end = 0;
  if (italic && italic.start <= quoted && italic.end < text.value.trimEnd().length - 1 && italic.end - italic.start < 200) {
    start = Math.max(start, italic.start);
    end = italic.end;
  } else {
    end = openingPhrase(foldedOf(text), role === 'preambularPhrase' ? language.preambular : language.operative);
  }
  while (end > start && /[\s,;:.，；：،]/.test(text.value[end - 1] as string)) end--;
  return end > start ? { start, end, node, atom: false } : undefined;
}

/** The calls in an excerpt as spans. */
function callSpans(text: Excerpt, calls: readonly Call[], node: (call: Call) => Inline): Span[] {
  return callsIn(text, calls).map(({ call, start }) => ({
    start,
    end: start + call.end - call.start,
    atom: true,
    node: () => node(call),
  }));
}

/** The calls that stand in an excerpt, and where. */
function callsIn(text: Excerpt, calls: readonly Call[]): { call: Call; start: number }[] {
  const found: { call: Call; start: number }[] = [];
  for (let k = 0; k < text.at.length; k++) {
    const at = text.at[k] as number;
    const from = text.from[k] as number;
    if (from < 0) continue;
    const to = from + (text.at[k + 1] ?? text.value.length) - at;
    let next = firstWhere(calls, (call) => call.at >= from);
    for (let call = calls[next]; call && call.at < to; call = calls[++next]) found.push({ call, start: at + call.at - from });
  }
  return found;
}

/** An excerpt with blanks in place of its calls. */
function blanked(text: Excerpt, notes: readonly Span[]): Excerpt {
  if (notes.length === 0) return text;
  return {
    value: withBlanks(text.value, notes),
    at: text.at,
    from: text.from,
    styles: text.styles,
    folded: withBlanks(foldedOf(text), notes),
  };
}

function withBlanks(value: string, spans: readonly Span[]): string {
  let cleared = '';
  for (const { start, end } of spans) cleared += value.slice(cleared.length, start) + ' '.repeat(end - start);
  return cleared + value.slice(cleared.length);
}

/** The words of an excerpt without its calls, blanks as one: for titles in metadata. */
export function plainWords(text: Excerpt, calls: readonly Call[]): string {
  let words = '';
  let at = 0;
  for (const { call, start } of callsIn(text, calls)) {
    words += text.value.slice(at, start);
    at = start + call.end - call.start;
  }
  return (words + text.value.slice(at)).replace(/\s+/g, ' ').trim();
}
