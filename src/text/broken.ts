/**
 * Words that a page broke at its lines' ends, as typeset volumes do: `the peo-⏎ples of the world`. Joining lines keeps the hyphen,
 * for most are the author's: `sub-⏎regional`. Here those that are the page's are taken out.
 */
import { concat, cut, type Excerpt, originOf } from '../source.ts';
import { isLetter, LOWER_CASE, wordEnd, wordStart } from './letters.ts';
import { matchesOf } from './matches.ts';
import type { Evidence } from './repair.ts';
import { putAside, type SetAside } from './setaside.ts';
import { tokensOf } from './tokens.ts';
import { countWanted } from './wanted.ts';

/** Fewer words that were broken for certain do not show that the page breaks words. */
const FEWEST = 3;
/** Share of the lines that end so: of those that end with an author's hyphen, `sub-⏎regional`, there are fewer. */
const LEAST = 0.05;
const HYPHENS = /[‐-]/g;
/** Longer words are none. */
const LONGEST = 40;

interface Hyphen {
  text: number;
  at: number;
  /** Whether a line ends behind it. */
  breaks: boolean;
}

/** What stands on its two sides, in lower case. */
interface Halves {
  left: string;
  right: string;
}

/**
 * Takes the hyphens out with which a page broke words.
 *
 * The document shows that its page does so: words that are broken stand elsewhere whole, and never with a hyphen; or neither half
 * is a word of it. Where most breaks are such, and some for certain or more at lines' ends than inside of lines, so are all whose
 * halves are no words.
 *
 * @param evidence gives texts of the document that only show its words, and the function words of its language, folded
 * @returns the texts in their order, mended
 */
export function joinBrokenWords(
  texts: readonly Excerpt[],
  { others, vocabulary: { functionWords } }: Pick<Evidence, 'others' | 'vocabulary'>,
  setAside: SetAside[],
): Excerpt[] {
  const isAtLineEnd = (text: Excerpt, at: number) => originOf(text, at + 1) > originOf(text, at) + 1;
  const found = texts.flatMap((text, k) =>
    hyphensIn(text).map((at): Hyphen => ({ text: k, at, breaks: isAtLineEnd(text, at) })),
  );
  const count = found.filter(({ breaks }) => breaks).length;
  // a line is a piece, and so is its end
  const lines = texts.reduce((sum, { from }) => sum + from.length, 0) / 2;
  if (count < FEWEST || count < lines * LEAST) return [...texts];
  const all = found.map((hyphen) => ({ ...hyphen, ...halvesAt(texts[hyphen.text] as Excerpt, hyphen.at) }));
  const breaks = all.filter((each) => each.breaks);
  const compounds = new Set(all.filter((each) => !each.breaks).map(({ left, right }) => `${left}-${right}`));
  const words = countWanted(
    breaks.flatMap(({ left, right }) => [left, right, left + right]),
    tokensOf([...texts, ...others]),
  );
  // halves are words only if they stand elsewhere
  for (const half of breaks.flatMap(({ left, right }) => [left, right])) words.set(half, (words.get(half) ?? 0) - 1);
  const isWord = (word: string) => (words.get(word) ?? 0) > 0 || functionWords.has(word);
  const open = breaks.filter(({ left, right }) => !compounds.has(`${left}-${right}`));
  const isWhole = ({ left, right }: Halves) => (words.get(left + right) ?? 0) > 0;
  const certain = open.filter(isWhole);
  const broken = open.filter((each) => isWhole(each) || !(isWord(each.left) || isWord(each.right)));
  // an author's hyphens stand inside of lines, ten times for once that one ends a line
  const isPages = certain.length > 0 || breaks.length > all.length - breaks.length;
  if (!isPages || broken.length < FEWEST || broken.length * 2 < breaks.length) return [...texts];
  const cuts = texts.map((): number[] => []);
  for (const { text, at } of broken) cuts[text]?.push(at);
  return texts.map((text, k) => without(text, cuts[k] as number[], setAside));
}

/** Offsets of those between two letters, the second in lower case: no name is broken in the middle. */
const hyphensIn = ({ value }: Excerpt): number[] =>
  matchesOf(HYPHENS, value)
    .map(({ index }) => index)
    .filter((at) => at > 0 && isLetter(value.charCodeAt(at - 1)) && LOWER_CASE.test(value.charAt(at + 1)));

function halvesAt({ value }: Excerpt, at: number): Halves {
  const left = value.slice(wordStart(value, at, at - LONGEST), at);
  const right = value.slice(at + 1, wordEnd(value, at + 1, at + LONGEST));
  return { left: left.toLowerCase(), right: right.toLowerCase() };
}

function without(text: Excerpt, cuts: readonly number[], setAside: SetAside[]): Excerpt {
  if (cuts.length === 0) return text;
  const parts: Excerpt[] = [];
  let at = 0;
  for (const hyphen of cuts) {
    parts.push(cut(text, at, hyphen));
    putAside(setAside, 'hyphen', cut(text, hyphen, hyphen + 1));
    at = hyphen + 1;
  }
  return concat([...parts, cut(text, at)]);
}
