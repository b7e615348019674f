/** Words that kerning split: `particul ier`, `d ’apporter`, `celles -ci`. Joined on evidence, each join recorded. */
import { concat, cut, type Excerpt, isLineEnd, originOf } from '../source.ts';

/** What was mended: a blank of the source that split a word and was left out; a line that stood before its own beginning. */
export interface Repair {
  reason: 'split word' | 'line order';
  /** [start, end) in the source: the blank, or the line that was moved. */
  start: number;
  end: number;
  original: string;
  replacement: string;
}

const LETTER = /[\p{L}\p{M}]/u;
/** By code unit: 1 for a letter, 2 for another character, 0 where not yet known. Halves of pairs are no letters of the UN's scripts. */
const kinds = new Uint8Array(0x10000);

function isLetter(code: number): boolean {
  if (kinds[code] === 0) kinds[code] = LETTER.test(String.fromCharCode(code)) ? 1 : 2;
  return kinds[code] === 1;
}

/** A blank before an apostrophe or a hyphen that a word follows. */
const BLANK_BEFORE_MARK = /(?<=[\p{L}\p{M}]) (?=[’'‐‑-]\p{L})/gu;
/** A word that stands more often is no fragment. */
const RARE = 3;
const LONGEST = 40;

/** A place where a word may be split. */
interface Split {
  /** Offset of the blank. */
  blank: number;
  first: string;
  /** What stands after the blank. */
  second: string;
}

/** A word of a document. */
interface Word {
  value: string;
  /** How often it stands in it. */
  count: number;
  /** How often it stands beside another with which it makes a word of the document. */
  beside: number;
}

/** The words of one text in order, and where each ends; negative where just one blank stands before the word. */
interface Text {
  words: Word[];
  ends: number[];
}

function readWords(value: string, known: Map<string, Word>): Text {
  const text: Text = { words: [], ends: [] };
  let end = -1;
  for (let index = 0; index < value.length; index++) {
    if (!isLetter(value.charCodeAt(index))) continue;
    const start = index;
    while (index < value.length && isLetter(value.charCodeAt(index))) index++;
    const letters = value.slice(start, index);
    let word = known.get(letters);
    if (!word) {
      word = { value: letters, count: 0, beside: 0 };
      known.set(letters, word);
    }
    word.count++;
    text.words.push(word);
    text.ends.push(start === end + 1 && value.charCodeAt(end) === 0x20 ? -index : index);
    end = index;
  }
  return text;
}

/** Single blanks between two words of which one is rare and that together are a word of the document. */
function splitsIn({ words, ends }: Text, known: ReadonlyMap<string, Word>): Split[] {
  const splits: Split[] = [];
  for (let k = 1; k < words.length; k++) {
    if ((ends[k] as number) > 0) continue;
    const first = words[k - 1] as Word;
    const second = words[k] as Word;
    if ((first.count > RARE && second.count > RARE) || first.value.length + second.value.length > LONGEST) continue;
    if (!known.has(first.value + second.value)) continue;
    splits.push({ blank: Math.abs(ends[k - 1] as number), first: first.value, second: second.value });
    first.beside++;
    second.beside++;
  }
  return splits;
}

/**
 * Joins the words that kerning split in the texts of a document.
 *
 * A join needs evidence in the document: the joined word stands elsewhere in it and a fragment does not; where only one
 * fragment is no word of the document, the joined form must stand there twice (`de venir` beside one `devenir` is left). A
 * function word of the language is a word of any document: `par tout accord` is none of `partout`. Before
 * an apostrophe that a word follows (after one or two letters), and before such a hyphen, no language sets a blank.
 *
 * @param functionWords of the language, folded
 * @returns the texts in their order, mended
 */
export function joinSplitWords(texts: readonly Excerpt[], functionWords: ReadonlySet<string>, repairs: Repair[]): Excerpt[] {
  const known = new Map<string, Word>();
  const read = texts.map(({ value }) => readWords(value, known));
  const splits = read.map((text) => splitsIn(text, known));
  // a fragment stands nowhere else than in splits
  const isFragment = (value: string) => {
    const word = known.get(value);
    return word !== undefined && word.count <= word.beside && !functionWords.has(value.toLowerCase());
  };
  const isSplit = ({ first, second }: Split) => {
    const fragments = Number(isFragment(first)) + Number(isFragment(second));
    return fragments === 2 || (fragments === 1 && (known.get(first + second)?.count ?? 0) >= 2);
  };
  return texts.map((text, k) => join(text, [...(splits[k] as Split[]).filter(isSplit), ...marksIn(text.value)], repairs));
}

function marksIn(value: string): Split[] {
  const splits: Split[] = [];
  if (!/ [’'‐‑-]/.test(value)) return splits;
  for (const { index: blank } of value.matchAll(BLANK_BEFORE_MARK)) {
    const first = /[\p{L}\p{M}]{1,30}$/u.exec(value.slice(Math.max(0, blank - 30), blank))?.[0] ?? '';
    const second = /^.[\p{L}\p{M}]{1,30}/u.exec(value.slice(blank + 1, blank + 32))?.[0] ?? '';
    if (/^[‐‑-]/.test(second) || first.length <= 2) splits.push({ blank, first, second });
  }
  return splits;
}

function join(text: Excerpt, splits: Split[], repairs: Repair[]): Excerpt {
  const own = splits.filter(({ blank }) => !isLineEnd(text, blank)).sort((a, b) => a.blank - b.blank);
  if (own.length === 0) return text;
  const parts: Excerpt[] = [];
  let at = 0;
  for (const { blank, first, second } of own) {
    const start = originOf(text, blank);
    repairs.push({ reason: 'split word', start, end: start + 1, original: `${first} ${second}`, replacement: first + second });
    parts.push(cut(text, at, blank));
    at = blank + 1;
  }
  parts.push(cut(text, at));
  return concat(parts);
}
