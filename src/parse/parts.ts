/** Parts of documents: `paragraph 5 above` of this one, `resolution 69/313, annex, para. 46` of one that is cited. */
import type { InternalRef, Ref } from '../ast.ts';
import type { Language } from '../language/index.ts';
import { firstFrom, wordsOf } from '../text/matches.ts';
import { romanNumerals } from './symbols.ts';

export type PartOfDocument = NonNullable<Ref['part']>;

/** A reference to a part of this document: [start, end) is its number, or all its words when it has none. */
export interface FoundInternal {
  start: number;
  end: number;
  target: InternalRef['target'];
  num: string;
}

/** The number of an annex as it is printed, in figures: `II`, `2`, `الثاني`. Just `annex` is the first. */
function annexNumber(printed: string | undefined, language: Language): string | undefined {
  if (printed === undefined) return '1';
  const number = /^\d+$/.test(printed) ? Number(printed) : (romanNumerals.get(printed) ?? language.ordinals.get(printed));
  return number?.toString();
}

const internalPatterns = new WeakMap<Language, RegExp>();

/**
 * Finds the references to parts of this document.
 *
 * @param value the paragraph as printed; numbers of sections are taken from it
 * @param folded the same, folded; offsets are code units of it
 */
export function findInternal(value: string, folded: string, language: Language): FoundInternal[] {
  let pattern = internalPatterns.get(language);
  if (!pattern) {
    pattern = new RegExp(language.citation.internal.source, 'dgu');
    internalPatterns.set(language, pattern);
  }
  const found: FoundInternal[] = [];
  for (const match of wordsOf(pattern, folded)) {
    const { paragraph, section, annex } = match.indices?.groups ?? {};
    if (paragraph) {
      // `paragraphs 1 (a), 3 and 5 above`: each number refers
      for (const { 0: num, index } of folded.slice(...paragraph).matchAll(/\d+/g)) {
        const start = paragraph[0] + index;
        found.push({ start, end: start + num.length, target: 'paragraph', num });
      }
    } else if (section) {
      found.push({ start: section[0], end: section[1], target: 'section', num: value.slice(...section) });
    } else {
      const num = annexNumber(match.groups?.annex, language);
      const [start, end] = annex ?? [match.index, match.index + match[0].length];
      if (num) found.push({ start, end, target: 'annex', num });
    }
  }
  return found;
}

interface FoundPart {
  start: number;
  end: number;
  part: PartOfDocument;
}

function findParts(folded: string, language: Language): FoundPart[] {
  const found: FoundPart[] = [];
  for (const match of wordsOf(language.citation.part, folded)) {
    const { paragraph, upTo, also, annex } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    // `paragraphs 5 and 6` are a stretch, `paragraphs 16 and 18` are not
    const last = upTo ?? also;
    const number = annexNumber(annex, language);
    if (!paragraph) number && found.push({ start, end, part: { annex: number } });
    else if (!last) found.push({ start, end, part: { paragraph } });
    else if (upTo ? Number(upTo) > Number(paragraph) : Number(last) === Number(paragraph) + 1)
      found.push({ start, end, part: { paragraph, upTo: last } });
  }
  return found;
}

/** Short words between `paragraph 4` and `resolution`, but no section: paragraph 6 of section XI is not the document's sixth. */
const LINK_BEFORE = /^ ?(?:\p{L}{1,6}['\- ]+){0,4}\p{L}{0,6}$/u;
const LINK_BEHIND = /^,? ?$/;
const REACH_BEFORE = 60;

/**
 * The parts that adjoin citations: those just before (`paragraph 4 of its resolution …`), and of the others those just behind
 * (`resolution 69/313, annex, para. 46`).
 *
 * @param cited [from, to) of each citation, with its key word, date and body; ascending
 * @param internal what refers to this document, and so is no part of another
 * @returns for each citation its part, if any
 */
export function partsOf(
  cited: readonly { from: number; to: number }[],
  internal: readonly FoundInternal[],
  value: string,
  folded: string,
  language: Language,
): (PartOfDocument | undefined)[] {
  if (cited.length === 0) return [];
  const parts = findParts(folded, language).filter(({ start, end }) => {
    const own = internal[firstFrom(internal, start)];
    return !own || own.start >= end;
  });
  const claimed = new Set<FoundPart>();
  const before = cited.map(({ from }) => {
    const part = parts[firstFrom(parts, from) - 1];
    if (!part || part.end > from || from - part.end > REACH_BEFORE || language.citation.keywordAfter) return undefined;
    let link = folded.slice(part.end, from);
    for (const name of Object.values(language.organs)) link = link.replace(name, '');
    if (!LINK_BEFORE.test(link) || /\b[IVXL]+\b/.test(value.slice(part.end, from))) return undefined;
    claimed.add(part);
    return part.part;
  });
  return cited.map(({ to }, k) => {
    let found = before[k];
    let at = to;
    for (let next = firstFrom(parts, to); next < parts.length; next++) {
      const part = parts[next] as FoundPart;
      if (claimed.has(part) || !LINK_BEHIND.test(folded.slice(at, part.start))) break;
      found = { ...found, ...part.part };
      at = part.end;
    }
    return found;
  });
}
