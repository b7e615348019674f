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
const RARE = 8;
const LONGEST = 40;

/** A place where a word may be split. */
interface Split {
  /** Offset of the blank. */
  blank: number;
  first: string;
  /** What stands after the blank. */
  second: string;
}

/** The words of a document, each known by a number, and where they stand. */
interface Words {
  numbers: Map<string, number>;
  /** How often each word stands in the document. */
  counts: number[];
}

/** The words of one text, by their numbers. */
interface Text {
  words: string[];
  numbers: number[];
  ends: number[];
  /** Whether just one blank stands before the word. */
  adjoins: boolean[];
}

function readWords(value: string, { numbers, counts }: Words): Text {
  const text: Text = { words: [], numbers: [], ends: [], adjoins: [] };
  let end = -1;
  for (let index = 0; index < value.length; index++) {
    if (!isLetter(value.charCodeAt(index))) continue;
    const start = index;
    while (index < value.length && isLetter(value.charCodeAt(index))) index++;
    const word = value.slice(start, index);
    let number = numbers.get(word);
    if (number === undefined) {
      number = counts.length;
      numbers.set(word, number);
      counts.push(0);
    }
    counts[number] = (counts[number] as number) + 1;
    text.words.push(word);
    text.numbers.push(number);
    text.adjoins.push(start === end + 1 && value.charCodeAt(end) === 0x20);
    end = index;
    text.ends.push(end);
  }
  return text;
}

/** Single blanks between two words of which one is rare and that together are a word of the document. */
function splitsIn({ words, numbers, ends, adjoins }: Text, { numbers: known, counts }: Words): Split[] {
  const splits: Split[] = [];
  for (let k = 1; k < words.length; k++) {
    if (!adjoins[k]) continue;
    if ((counts[numbers[k] as number] as number) > RARE && (counts[numbers[k - 1] as number] as number) > RARE) continue;
    const first = words[k - 1] as string;
    const second = words[k] as string;
    if (first.length + second.length <= LONGEST && known.has(first + second))
      splits.push({ blank: ends[k - 1] as number, first, second });
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
  const words: Words = { numbers: new Map(), counts: [] };
  const read = texts.map(({ value }) => readWords(value, words));
  const splits = read.map((text) => splitsIn(text, words));
  // a fragment stands nowhere else than in splits
  const fragments = new Map<string, number>();
  const count = (word: string) => fragments.set(word, (fragments.get(word) ?? 0) + 1);
  for (const { first, second } of splits.flat()) {
    count(first);
    count(second);
  }
  const standing = (word: string) => words.counts[words.numbers.get(word) ?? -1] ?? 0;
  const isSplit = ({ first, second }: Split) => {
    const alone = [first, second].filter(
      (word) => standing(word) <= (fragments.get(word) ?? 0) && !functionWords.has(word.toLowerCase()),
    ).length;
    return alone === 2 || (alone === 1 && standing(first + second) >= 2);
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
