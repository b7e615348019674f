/** Excerpts → nodes with all that was found in them: notes where they are called, citations, dates, the opening phrase. */
import type { AuthorialNote, Decoration, Emphasis, Heading, Inline, Num, Organ, P, Phrase } from '../ast.ts';
import { fold, type Language } from '../language/index.ts';
import { cut, type Excerpt, originOf, piecesOf, positionOf, type Source } from '../source.ts';
import type { Footnote } from '../text/footnotes.ts';
import { inlines, literal, type Span } from './inline.ts';
import type { Call } from './notes.ts';
import { openingPhrase } from './opening.ts';
import { findReferences } from './references.ts';

export interface Annotations {
  source: Source;
  language: Language;
  /** The issuing organ, to which a bare number belongs. */
  organ: Organ;
  /** Calls by the offset in the source of their first character. */
  calls: ReadonlyMap<number, Call>;
  /** Notes that nothing calls, by the offset in the source of the last character of the text before them. */
  uncalled: ReadonlyMap<number, Footnote[]>;
}

/** The functions that make nodes of excerpts, for one document. */
export function makeNodes(annotations: Annotations) {
  const { source, language, organ, calls, uncalled } = annotations;

  const spansOf = (text: Excerpt): Span[] => [...callSpans(text), ...findReferences(text, { language, organ })];

  function callSpans(text: Excerpt): Span[] {
    const spans: Span[] = [];
    if (calls.size === 0) return spans;
    let at = 0;
    for (const [from, to] of piecesOf(text)) {
      for (let offset = from; offset < to; offset++) {
        const call = calls.get(offset);
        if (!call) continue;
        const start = at + offset - from;
        spans.push({ start, end: start + call.end - call.start, atom: true, node: () => noteOf(call) });
      }
      at += to - from;
    }
    return spans;
  }

  function noteOf({ marker, note }: Call): Inline {
    return note ? authorialNote(note) : { type: 'noteRef', marker };
  }

  function authorialNote({ marker, text }: Footnote): AuthorialNote {
    const p: P = { type: 'p', children: inlines(source, text, findReferences(text, { language, organ })) };
    withPosition(p, text);
    return { type: 'authorialNote', marker, children: [p] };
  }

  function withPosition<Node extends { position?: P['position'] }>(node: Node, text: Excerpt): Node {
    const position = positionOf(source, text);
    if (position) node.position = position;
    return node;
  }

  function inlineNodes(text: Excerpt, more: Span[] = []): Inline[] {
    const nodes = inlines(source, text, [...spansOf(text), ...more]);
    for (const note of (text.value && uncalled.get(originOf(text, text.value.length - 1))) || []) {
      nodes.push(withPosition(authorialNote(note), note.mark));
    }
    return nodes;
  }

  return {
    inlines: (text: Excerpt): Inline[] => inlineNodes(text),
    p(text: Excerpt, role?: Phrase['role']): P {
      const phrase = role && phraseSpan(text, role, language);
      if (!phrase) return withPosition({ type: 'p', children: inlineNodes(text) }, text);
      // the phrase's own italics are the phrase
      const styles = text.styles.filter(({ style, start, end }) => style !== 'italic' || start >= phrase.end || end > phrase.end + 1);
      return withPosition({ type: 'p', children: inlineNodes({ ...text, styles }, [phrase]) }, text);
    },
    num: (text: Excerpt): Num => literal(source, { type: 'num', value: '' }, text),
    heading: (text: Excerpt): Heading => withPosition({ type: 'heading', children: inlineNodes(text) }, text),
    decoration: (text: Excerpt): Decoration => literal(source, { type: 'decoration', value: '' }, text),
  };
}

export type Maker = ReturnType<typeof makeNodes>;

/** The opening phrase: what the first italics hold, unless they hold all; else what the words say. */
function phraseSpan(text: Excerpt, role: Phrase['role'], language: Language): Span | undefined {
  const node = (children: Inline[]): Phrase => ({ type: 'phrase', role, children });
  const quoted = /^[\s"'“”«»‘’(\[]*/.exec(text.value)?.[0].length ?? 0;
  const italic = text.styles.find(({ style }) => style === 'italic' || style === 'bold');
  let start = quoted;
  let end = 0;
  if (italic && italic.start <= quoted && italic.end < text.value.trimEnd().length - 1 && italic.end - italic.start < 200) {
    start = Math.max(start, italic.start);
    end = italic.end;
  } else {
    end = openingPhrase(fold(text.value.slice(0, 400)), role === 'preambularPhrase' ? language.preambular : language.operative);
  }
  while (end > start && /[\s,;:.，；：،]/.test(text.value[end - 1] as string)) end--;
  return end > start ? { start, end, node } : undefined;
}

/** Italics that the caller shows as something else. */
export function withoutStyle(text: Excerpt, style: Emphasis['style']): Excerpt {
  return text.styles.some((range) => range.style === style) ? { ...text, styles: text.styles.filter((range) => range.style !== style) } : text;
}

/** The words of an excerpt without its calls, blanks as one: for titles in metadata. */
export function plainWords(text: Excerpt, calls: ReadonlyMap<number, Call>): string {
  let words = '';
  let at = 0;
  for (let k = 0; k < text.value.length; k++) {
    const call = calls.get(originOf(text, k));
    if (!call) continue;
    words += text.value.slice(at, k);
    at = k + call.end - call.start;
    k = at - 1;
  }
  return (words + cut(text, at).value).replace(/\s+/g, ' ').trim();
}
