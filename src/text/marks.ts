/** The marks before notes: `¹`, `1`, `(1)`, `[1]`, `1/`, `*`, `[^1]:`. */
import { fold, foldedOf } from '../language/index.ts';
import type { Excerpt } from '../source.ts';

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Arabic raises the brackets too: `⁽¹⁾`. */
const RAISED_MARK = new RegExp(`^⁽?[${RAISED_DIGITS}]{1,3}⁾?\\s*`);
/** `1 Résolution 70/1.`, `(1) …`, `[1] …`, `1/ See …`, `* Reissued …`, `[^1]: …`; but `1 - …` numbers a paragraph. */
const PLAIN_MARK =
  /^(?:\[\^)?(\(\d{1,3}\)|\[\d{1,3}\](?!:)|\d{1,3}(?=\/? (?!- )|\]:)|\*{1,3}(?= )|[a-z](?= ))(?:\/|\]:)?\s*(?=\S)/;

/** The plain form of a mark: `¹²` → `12`, `(3)` → `3`. */
export function plainMarker(mark: string): string {
  // a capital is no mark: `A United Nations` under a rule is text
  return fold(mark)
    .replace(/\p{L}/gu, (_, at: number) => mark.charAt(at))
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(RAISED_DIGITS.indexOf(digit)))
    .replace(/[()⁽⁾[\]/:^\s]/g, '');
}

/** The raised form of a mark: `12` → `¹²`. */
export const raisedMarker = (marker: string): string => marker.replace(/\d/g, (digit) => RAISED_DIGITS.charAt(Number(digit)));

export interface Mark {
  marker: string;
  /** Code units of the line that the mark takes, its blanks included. */
  length: number;
  raised: boolean;
  /** `1/`, as notes and their calls were marked until 1996. */
  slashed?: true;
}

/** The mark that a line begins with. */
export function markOf(excerpt: Excerpt): Mark | undefined {
  const raised = excerpt.styles.find((range) => range.style === 'sup');
  if (raised?.start === 0 && raised.end < excerpt.value.length) {
    const marker = plainMarker(excerpt.value.slice(0, raised.end));
    if (/^(?:\d{1,3}|\*{1,3}|[a-z])$/.test(marker)) return { marker, length: raised.end, raised: true };
  }
  const unicode = RAISED_MARK.exec(excerpt.value);
  if (unicode && unicode[0].length < excerpt.value.length) {
    return { marker: plainMarker(unicode[0]), length: unicode[0].length, raised: true };
  }
  const plain = PLAIN_MARK.exec(foldedOf(excerpt).slice(0, 12));
  if (!plain || /^\p{Lu}/u.test(excerpt.value)) return undefined;
  const slashed = /^\d+\/\s/.test(plain[0]);
  return { marker: plainMarker(plain[1] as string), length: plain[0].length, raised: false, ...(slashed && { slashed }) };
}

/** A mark alone on its line, above its note: `10 ⏎ ⏎ Résolution 71/1.`, `* ⏎ Au nom du Groupe des États` */
export function markAlone({ value }: Excerpt): Mark | undefined {
  return /^(?:\d{1,3}|\*{1,3})$/.test(value) ? { marker: value, length: value.length, raised: false } : undefined;
}

/** `1.  Resolution 217 A (III).`: older documents number their notes as they do their paragraphs. */
export function pointedMark({ value }: Excerpt): Mark | undefined {
  const match = /^(\d{1,3})\.\s{1,4}(?=\S)/.exec(value);
  return match ? { marker: match[1] as string, length: match[0].length, raised: false } : undefined;
}
