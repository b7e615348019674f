/** The furniture of pages: running heads, page and job numbers, rules, link targets. It is set aside, and tells where pages end. */
import { fold, foldedOf, type Language } from '../language/index.ts';
import type { Dialect } from './dialect.ts';
import { type Line, lineWith } from './lines.ts';
import { putAside, type SetAside, type SetAsideReason } from './setaside.ts';

/** Lines without furniture; `afterRule` are those that follow a rule, where the notes of a page begin. */
export interface Page {
  lines: Line[];
  afterRule: Set<Line>;
}

// `__________________`, `---`, `* * *` is an ornament of the text and stays
const RULE = /^(?:[_\-–—=‗¯]{3,}|\*{3,})$/;
const URL = /^(?:https?:\/\/|www\.)\S+$/i;
const PAGE = String.raw`(?:\p{L}{0,8}\.? ?\d{1,3} ?\/ ?\d{1,3}|- ?\d{1,3} ?-)`;
// `24-24335`, `24-24335 (F)`, `GE.24-18936`, `24-24335* (F) 231224`, `89-28113  3065f (E)`; typesetters' dates may follow, far away
const JOB = String.raw`(?:(?:ge\.?|v\.|k\d*) ?)?\d{2}-\d{5}\*?(?: {1,4}\d{4}[a-z])?(?: {0,3}\([a-z]\))?(?: {1,80}\d{6})*`;
const BAR = String.raw`\*?\d{7}\*?`;
// `/...` told that the next page goes on
const FOOT = new RegExp(`^(?:(${PAGE})|(${JOB})|(${BAR}))(?: {1,200}(?:(${PAGE})|(${JOB})|(${BAR})|/\\.{3}))?$`, 'u');
const GOES_ON = /^\/(?:\.{3}|…)$/;
const PAGE_ALONE = /^\d{1,3}$/;
/** A symbol that a document bears itself: `A/RES/79/218`, `S/RES/2644 (2022)`, `S/PRST/2024/7`, `A/64/L.64`. */
const SYMBOL =
  /(?:A|S|E|A\/HRC|A\/C\.\d)\/(?:(?:RES|DEC|PRST)\/)?(?:(?:ES-|S-)?\d{1,4}\/)?(?:L\.)?\d{1,5}(?:\/(?:L|Rev|Add|Corr)\.\d{1,3})*(?: ?[A-Z](?:-[A-Z])?(?![\p{L}\d]))?(?: ?\([\dIVXLES-]{1,8}\))?\*?/u;
const SYMBOL_ALONE = new RegExp(`^${SYMBOL.source}$`, 'u');
const SYMBOL_FIRST = new RegExp(`^(${SYMBOL.source})(?= |$)`, 'u');
const SYMBOL_LAST = new RegExp(`(?<= )(${SYMBOL.source})$`, 'u');
/** The title line: its number, then words. */
const TITLE = /^ ?(?:(?:es-|s-)?\d{1,4}\/\d{1,4}|\d{1,4} ?\([ivxl]{1,8}\))(?: ?[a-z](?:-[a-z])?)?\. */i;
/** Lines of a title that a running head repeats; it is cut with `…` after two or three. */
const TITLE_LINES = 8;
/** In characters; where a line is a paragraph, they are more than a title. */
const LONGEST_TITLE = 600;

/** Takes the furniture out of the lines. */
export function takeFurniture(all: readonly Line[], dialect: Dialect, { recycle }: Language, setAside: SetAside[]): Page {
  const lines: Line[] = [];
  const afterRule = new Set<Line>();
  const reasons = all.map((_, k) => reasonOf(all, k, dialect, recycle));
  const heads = findHeads(all, reasons, dialect);
  let page = 0;
  let inputPage = 0;
  let ruled = false;
  let boundary = false;
  let gap = 0;
  for (let k = 0; k < all.length; k++) {
    const line = all[k] as Line;
    if (line.page !== inputPage) boundary = true;
    inputPage = line.page;
    gap = Math.max(gap, line.gap);
    // marks alone: they are set aside already
    if (line.excerpt.value === '') continue;
    const reason = heads.has(line) ? 'running head' : reasons[k];
    if (reason) {
      putAside(setAside, reason, line.excerpt);
      if (reason === 'rule') ruled = true;
      else boundary = true;
      continue;
    }
    if (boundary && lines.length > 0) page++;
    boundary = false;
    const kept = line.page === page && line.gap === gap ? line : lineWith(line, { page, gap });
    lines.push(kept);
    if (ruled) afterRule.add(kept);
    ruled = false;
    gap = 0;
  }
  return { lines, afterRule };
}

function reasonOf(all: readonly Line[], k: number, dialect: Dialect, recycle: RegExp): SetAsideReason | undefined {
  const { excerpt } = all[k] as Line;
  const text = excerpt.value;
  // most lines are text: they begin with a letter and are longer than any furniture but a link
  if (text.length > 60 && /^\p{L}/u.test(text) && !/^(?:http|www)/i.test(text)) return undefined;
  if (RULE.test(text)) return 'rule';
  if (GOES_ON.test(text)) return 'page number';
  const folded = foldedOf(excerpt);
  // a symbol in a font of its own may stand beside it
  const footer = recycle.test(folded) ? folded.replace(recycle, '').replace(/^[^\p{L}\d*]+|[^\p{L}\d*)]+$/gu, '') : folded;
  if (footer === '') return 'request to recycle';
  const foot = FOOT.exec(footer);
  if (foot) return foot[2] || foot[5] ? 'job number' : foot[1] ? 'page number' : 'bar code';
  // a link's target stands on a line of its own where the page ends; after `at the following address:` it is content
  if (URL.test(text) && dialect.spaced && (isLinkList(all, k) || !/[:(]$/.test(fold(textAt(all, k - 1))))) return 'link target';
  if (PAGE_ALONE.test(text) && isAtPageEdge(all, k)) return 'page number';
  return undefined;
}

/** The targets of a page's links stand below each other, where lines of the text have a blank one between them. */
const isLinkList = (all: readonly Line[], k: number) => all[k + 1]?.gap === 0 && URL.test(textAt(all, k + 1));

const textAt = (all: readonly Line[], k: number) => all[k]?.excerpt.value ?? '';

/** A bare number is a page's only where the input itself shows the edge of a page, alone between blank lines. */
function isAtPageEdge(all: readonly Line[], k: number): boolean {
  const line = all[k] as Line;
  const before = all[k - 1];
  const after = all[k + 1];
  const first = before !== undefined && before.page !== line.page;
  const last = after !== undefined && after.page !== line.page;
  return (
    (first && (after === undefined || after.gap > 0 || last)) ||
    (last && line.gap > 0) ||
    (k > 0 && after === undefined && line.gap > 0)
  );
}

/**
 * The lines of running heads: the document's symbol, alone or with the beginning of the title, at the top of a page or
 * wherever the extraction let it fall into the text. The masthead's own symbol, above the title, is not one.
 */
function findHeads(all: readonly Line[], reasons: readonly (SetAsideReason | undefined)[], dialect: Dialect): Set<Line> {
  const heads = new Set<Line>();
  const titleAt = all.findIndex((line) => TITLE.test(foldedOf(line.excerpt)));
  const title =
    titleAt < 0
      ? ''
      : words(
          textOf(all.slice(titleAt, titleAt + TITLE_LINES))
            .replace(TITLE, '')
            .slice(0, LONGEST_TITLE),
        );
  /** A head repeats the title from its first word on. */
  const beginsTitle = (text: string) => begins(title, text);
  // where there is no title (Security Council), the masthead is what stands above the fold
  const bodyFrom = titleAt >= 0 ? titleAt + 1 : Math.min(8, all.length);
  /** Each page but the first has a head. */
  let page = 1;
  for (let k = 0; k < all.length; k++) {
    const line = all[k] as Line;
    if (k < bodyFrom && line.page === (all[0] as Line).page) continue;
    const text = line.excerpt.value;
    if (text.length > 300) continue;
    // a title that is cut short, `la Commission permettant…`, with or without the symbol beside it
    if (isCutShort(text) && title.includes(words(text))) {
      for (const head of all.slice(beginsTitle(text) ? k : headAbove(all, k, (above) => beginsTitle(above + text)), k + 1))
        heads.add(head);
      continue;
    }
    const symbol = text.includes('/') ? (SYMBOL_FIRST.exec(text) ?? SYMBOL_LAST.exec(text)) : null;
    if (!symbol) continue;
    const beside = symbol.index === 0 ? text.slice(symbol[0].length) : text.slice(0, symbol.index);
    const alone = SYMBOL_ALONE.test(text);
    if (!alone && !beginsTitle(beside)) continue;
    let to = k + 1;
    while (to < all.length && to <= k + HEAD_LINES && beginsTitle(beside + textOf(all.slice(k + 1, to + 1)))) to++;
    let from = k;
    if (alone && to === k + 1) from = headAbove(all, k, beginsTitle);
    // the symbol may fall between the lines of the title
    const above = textOf(all.slice(from, k));
    if (from < k) while (to < all.length && to <= k + HEAD_LINES && beginsTitle(above + textOf(all.slice(k + 1, to + 1)))) to++;
    // older documents: `A/RES/52/98 ⏎ Page 2`, but `A/HRC/RES/54/18 ⏎ ⏎ Article 27`
    page++;
    const numbered = /^\p{L}{2,8} (\d{1,3})$/u.exec(all[to]?.excerpt.value ?? '');
    if (Number(numbered?.[1]) === page) to++;
    for (const head of all.slice(from, to)) heads.add(head);
  }
  // what is left of a head: the same piece of the title at the top of two pages
  const tops = new Map<string, Line[]>();
  for (let k = bodyFrom; k < all.length; k++) {
    const line = all[k] as Line;
    const text = line.excerpt.value;
    if (text.length > 300 || text.length < SHORTEST_HEAD) continue;
    const turned = k === 0 || all[k - 1]?.page !== line.page || reasons[k - 1] !== undefined;
    const top = turned || (dialect.spaced && line.gap > 1);
    const isPiece = top && /\p{L} \S*\p{L}$/u.test(text) && title.includes(words(text));
    if (!isPiece && !(turned && beginsTitle(text))) continue;
    const same = tops.get(text);
    if (same) same.push(line);
    else tops.set(text, [line]);
  }
  for (const lines of tops.values()) if (lines.length > 1) for (const line of lines) heads.add(line);
  return heads;
}

const HEAD_LINES = 4;
/** In characters: fewer, at the top of two pages, may be the letters of parts. */
const SHORTEST_HEAD = 6;

/** Index of the first line of a title that stands above the symbol at `k`; `k` when there is none. */
function headAbove(all: readonly Line[], k: number, beginsTitle: (text: string) => boolean): number {
  for (let from = Math.max(0, k - HEAD_LINES); from < k; from++) {
    if (beginsTitle(textOf(all.slice(from, k)))) return from;
  }
  return k;
}

const isCutShort = (text: string) => /[….]$/.test(text.slice(-1)) && /\p{L}(?:…|\.{3})$/u.test(text.slice(-5));

/** Whether a title begins with the letters of a text. */
function begins(title: string, text: string): boolean {
  const first = /[\p{L}\p{N}]/u.exec(text)?.[0];
  if (!first || text.length > LONGEST_TITLE || !title.startsWith(fold(first))) return false;
  return title.startsWith(words(text));
}

const textOf = (lines: readonly Line[]) => lines.map((line) => ` ${line.excerpt.value}`).join('');

/** The letters of a text: kerning sets blanks inside words, `me eting`. */
function words(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
