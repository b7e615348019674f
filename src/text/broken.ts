/**
 * Words that a page broke at its lines' ends, as typeset volumes do: `the peo-⏎ples of the world`. Joining lines keeps the hyphen,
 * for most are the author's: `sub-⏎regional`. Here those that are the page's are taken out.
 */
import { concat, cut, type Excerpt, originOf } from '../source.ts';
import { matchesOf } from './matches.ts';
import type { Evidence } from './repair.ts';
import { putAside, type SetAside } from './setaside.ts';

/** Fewer words that were broken for certain do not show that the page breaks words. */
const FEWEST = 3;
const WORD = /[\p{L}\p{M}]+/gu;
/** Between two letters, the second in lower case: no name is broken in the middle. */
const HYPHEN = /(?<=\p{L})[‐-](?=\p{Ll})/gu;
const BEFORE = /[\p{L}\p{M}]+$/u;
const AFTER = /^[\p{L}\p{M}]+/u;
/** Longer words are none. */
const LONGEST = 40;

interface Break {
  text: number;
  /** Of the hyphen. */
  at: number;
  left: string;
  right: string;
}

/**
 * Takes the hyphens out with which a page broke words.
 *
 * The document shows that its page does so: words that are broken stand elsewhere whole, and never with a hyphen; or neither half
 * is a word of it. Where most breaks are such, and some for certain, so are all whose halves are no words.
 *
 * @param evidence gives texts of the document that only show its words, and the function words of its language, folded
 * @returns the texts in their order, mended
 */
export function joinBrokenWords(
  texts: readonly Excerpt[],
  { others, vocabulary: { functionWords } }: Pick<Evidence, 'others' | 'vocabulary'>,
  setAside: SetAside[],
): Excerpt[] {
  const hyphens = texts.map((text) => matchesOf(HYPHEN, text.value).map(({ index }) => index));
  const isAtLineEnd = (text: Excerpt, at: number) => originOf(text, at + 1) > originOf(text, at) + 1;
  const breaks = texts.flatMap((text, k) =>
    (hyphens[k] as number[]).filter((at) => isAtLineEnd(text, at)).map((at): Break => ({ text: k, at, ...halvesAt(text, at) })),
  );
  if (breaks.length < FEWEST) return [...texts];
  const { words, compounds } = vocabularyOf(texts, others, hyphens, breaks);
  const isWord = (word: string) => words.has(word) || functionWords.has(word);
  const open = breaks.filter(({ left, right }) => !compounds.has(`${left}-${right}`));
  const certain = open.filter(({ left, right }) => words.has(left + right));
  const broken = open.filter(({ left, right }) => words.has(left + right) || !(isWord(left) || isWord(right)));
  if (certain.length === 0 || broken.length < FEWEST || broken.length * 2 < breaks.length) return [...texts];
  const cuts = texts.map((): number[] => []);
  for (const { text, at } of broken) cuts[text]?.push(at);
  return texts.map((text, k) => without(text, cuts[k] as number[], setAside));
}

function halvesAt({ value }: Excerpt, at: number): Pick<Break, 'left' | 'right'> {
  const [left = ''] = BEFORE.exec(value.slice(Math.max(0, at - LONGEST), at)) ?? [];
  const [right = ''] = AFTER.exec(value.slice(at + 1, at + 1 + LONGEST)) ?? [];
  return { left: left.toLowerCase(), right: right.toLowerCase() };
}

/** The words of a document, those apart that only breaks show, and its words with a hyphen. */
function vocabularyOf(
  texts: readonly Excerpt[],
  others: readonly Excerpt[],
  hyphens: readonly (readonly number[])[],
  breaks: readonly Break[],
) {
  const counts = new Map<string, number>();
  const add = (word: string, count: number) => counts.set(word, (counts.get(word) ?? 0) + count);
  for (const { value } of [...texts, ...others]) for (const [word] of matchesOf(WORD, value.toLowerCase())) add(word, 1);
  for (const { left, right } of breaks) {
    add(left, -1);
    add(right, -1);
  }
  const words = new Set([...counts].filter(([, count]) => count > 0).map(([word]) => word));
  const broken = new Set(breaks.map(({ text, at }) => `${text} ${at}`));
  const compounds = new Set(
    texts.flatMap((text, k) =>
      (hyphens[k] as number[])
        .filter((at) => !broken.has(`${k} ${at}`))
        .map((at) => halvesAt(text, at))
        .map(({ left, right }) => `${left}-${right}`),
    ),
  );
  return { words, compounds };
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
