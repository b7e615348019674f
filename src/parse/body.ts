/** Blocks → preamble and body: what a sequence of numbered and unnumbered blocks means. */
import type { BodyBlock, Decoration, EmbeddedStructure, Formula, Paragraph, PreambularParagraph, Section } from '../ast.ts';
import { type Diagnostic, diagnostic } from '../diagnostics.ts';
import { foldedOf, type Language } from '../language/index.ts';
import { openingPhrase } from '../language/opening.ts';
import type { Excerpt } from '../source.ts';
import type { Block } from '../text/blocks.ts';
import { type Numbering, readNumber } from '../text/numbering.ts';
import type { SetAside } from '../text/setaside.ts';
import type { Maker } from './annotate.ts';
import { formulaIn, isFormula } from './formula.ts';
import { type HeadingFound, headingAt } from './headings.ts';
import { addIndented, addItem, announcesList, continuesList, type Item, noLists, type OpenLists } from './lists.ts';
import { findSeries } from './series.ts';
import { boxEnd, buildTable, tableEnd } from './tables.ts';

/** What the builders need of their surroundings. */
export interface Build {
  language: Language;
  make: Maker;
  diagnostics: Diagnostic[];
  setAside: SetAside[];
  /** Whether unlisted verbs and phrases are looked for: in resolutions, not in their annexes. */
  phrases: boolean;
  /** How many drafts this one is inside of. */
  depth: number;
}

export interface Deliberation {
  /** Blocks above the formula and its recitals: the title of a part or of a draft. */
  above: Block[];
  preamble: (Formula | PreambularParagraph | Decoration)[];
  body: BodyBlock[];
}

const ORNAMENT = /^\*(?: ?\*){2,}$/;
/** `* * *` between parts of a text; its asterisks call no notes. */
export const isOrnament = ({ num, text }: Block): boolean => !num && ORNAMENT.test(text.value);

/** Reads the blocks from the formula to the conclusions. */
export function buildDeliberation(blocks: readonly Block[], build: Build): Deliberation {
  const at = formulaIn(blocks, build.language);
  // `decided to adopt the text as set out below: ⏎ “The Human Rights Council,`: a decision that quotes one
  if (at < 0 || announces(blocks[at - 1])) return { above: [], preamble: [], body: buildBody(blocks, build) };
  const formula: Formula = { type: 'formula', children: build.make.inlines((blocks[at] as Block).text) };
  // the oldest resolutions name the organ last: `Whereas …, ⏎ Now, therefore, ⏎ The General Assembly ⏎ Proclaims`
  const recital = blocks.findIndex(({ num, text }, k) => k < at && !num && isRecital(text, build.language));
  const first = recital < 0 ? at : recital;
  const rest = blocks.slice(at + 1);
  const start = operativeStart(rest, build.language);
  return {
    above: blocks.slice(0, first),
    preamble: [...buildPreamble(blocks.slice(first, at), build), formula, ...buildPreamble(rest.slice(0, start), build)],
    body: buildBody(rest.slice(start), build),
  };
}

/**
 * Index of the first block of the operative part: paragraph 1, with the headings above it; without numbers, the first block
 * that opens with an operative verb.
 */
function operativeStart(blocks: readonly Block[], language: Language): number {
  let start = blocks.findIndex((block) => block.num && isParagraphNumber(readNumber(block.num.value)));
  if (start < 0) {
    start = blocks.findIndex(({ num, text }, k) => {
      const folded = foldedOf(text);
      const preambular = openingPhrase(folded, language.preambular);
      const operative = openingPhrase(folded, language.operative);
      const closed = /[.;:]$/.test(folded);
      return (
        !num && (operative > preambular || (closed && k === blocks.length - 1)) && (closed || preambular === 0) && operative > 0
      );
    });
    if (start < 0) start = blocks.length;
  }
  // `Adopts the following document:` stands above the document's own paragraph 1
  const verb = blocks.findIndex(({ num, text }, k) => {
    if (k >= start || num) return false;
    const folded = foldedOf(text);
    if (!/[:;.]$/.test(folded)) return false;
    return openingPhrase(folded, language.preambular) === 0 && openingPhrase(folded, language.operative) > 0;
  });
  if (verb >= 0) start = verb;
  // `Recommends to the General Assembly the adoption of the following draft resolution: ⏎ The General Assembly,`
  const draft = blocks.findIndex(
    (block, k) => k > 0 && !block.num && announces(blocks[k - 1]) && isFormula(block.text, language),
  );
  if (draft > 0) start = Math.min(start, draft - 1);
  // sections that begin with recitals of their own: `I ⏎ Standards of accommodation ⏎ Recalling …, ⏎ 1. Takes note`
  const section = blocks.findIndex((block, k) => {
    const found = k < start && !/[,;]$/.test(foldedOf(block.text)) ? headingAt(blocks, k, language) : undefined;
    return found !== undefined && found.level !== 'division' && found.value === 1;
  });
  if (section >= 0) start = section;
  // `1.` is lost: the paragraph before `2.` opens the operative part if it has the verb
  const above = blocks[start - 1];
  const number = blocks[start]?.num;
  if (number && above && readNumber(number.value).readings[0]?.value === 2) {
    const folded = foldedOf(above.text);
    if (openingPhrase(folded, language.operative) > openingPhrase(folded, language.preambular)) start--;
  }
  while (start > 0 && (headingAt(blocks, start - 1, language) || isOrnament(blocks[start - 1] as Block))) {
    // the last preambular paragraph may lack its comma
    if (openingPhrase(foldedOf((blocks[start - 1] as Block).text), language.preambular) > 0) break;
    start--;
  }
  return start;
}

function isParagraphNumber({ format, readings }: Numbering): boolean {
  return readings[0]?.style === 'digit' && /^N\.?$/.test(format);
}

export function buildPreamble(blocks: readonly Block[], build: Build): (PreambularParagraph | Decoration)[] {
  const { make, language } = build;
  const preamble: (PreambularParagraph | Decoration)[] = [];
  let lists = noLists();
  for (const block of blocks) {
    const { num, text, indent } = block;
    const last = preamble.at(-1);
    if (isOrnament(block)) {
      preamble.push(make.decoration(text));
      continue;
    }
    if (num && last?.type === 'preambularParagraph') {
      addItem(lists, last.children, { ...block, num }, make);
      continue;
    }
    if (last?.type === 'preambularParagraph' && addIndented(lists, last.children, block, make)) continue;
    const goesOn = /^\p{Ll}/u.test(text.value) && openingPhrase(foldedOf(text), language.preambular) === 0;
    if (goesOn && last?.type === 'preambularParagraph') last.children.push(make.p(text));
    else {
      const children = [make.p(text, 'preambularPhrase')];
      // a number that no paragraph stands above is the paragraph's own
      preamble.push({
        type: 'preambularParagraph',
        children: num ? [{ type: 'list', children: [{ type: 'point', num: make.num(num), children }] }] : children,
      });
    }
    lists = noLists(announcesList(text.value), indent);
  }
  return preamble;
}

interface OpenSection {
  node: Section;
  value: number;
  /** `Table 1`: what stands below the table is none of it. */
  caption: boolean;
}

interface State {
  root: BodyBlock[];
  sections: OpenSection[];
  paragraph: Paragraph | undefined;
  /** Number of the last numbered paragraph. */
  number: number;
  lists: OpenLists;
}

/** Builds the body: paragraphs with their lists, under their headings. */
export function buildBody(blocks: readonly Block[], build: Build): BodyBlock[] {
  const state: State = { root: [], sections: [], paragraph: undefined, number: 0, lists: noLists() };
  const series = findSeries(blocks);
  for (let k = 0; k < blocks.length; k++) {
    const block = blocks[k] as Block;
    if (
      build.depth < DEEPEST &&
      state.paragraph &&
      announces(blocks[k - 1]) &&
      !block.num &&
      isFormula(block.text, build.language)
    ) {
      innermost(state).push(embedded(blocks.slice(k), { ...build, depth: build.depth + 1 }));
      return state.root;
    }
    const box = boxEnd(blocks, k, build.language);
    const table = Math.max(box, tableEnd(blocks, k));
    if (table > k) {
      const isBox = block.lines[0]?.role === 'box';
      if (isBox) state.paragraph = undefined;
      const node = buildTable(blocks.slice(k, table), build.make.inlines, build.setAside, box === table);
      openParagraph(state).children.push(node);
      state.lists = noLists(false, state.lists.indent);
      if (state.sections.at(-1)?.caption) {
        state.sections.pop();
        state.paragraph = undefined;
      }
      if (isBox) state.paragraph = undefined;
      k = table - 1;
      continue;
    }
    if (isOrnament(block)) {
      container(state).push(build.make.decoration(block.text));
      state.paragraph = undefined;
      state.lists = noLists();
      continue;
    }
    const isMarked = block.num || block.lines[0]?.heading;
    if (!isMarked && state.paragraph && addIndented(state.lists, state.paragraph.children, block, build.make)) continue;
    const heading = headingAt(blocks, k, build.language);
    const inSeries = series.has(block) && (!heading || heading.level === 'division');
    if (inSeries) state.lists = noLists();
    if (heading && !inSeries) k = openSection(state, blocks, k, heading, build);
    else if (block.num) addNumbered(state, { ...block, num: block.num }, build);
    else
      addText(
        state,
        block,
        blocks.slice(k + 1, k + 4).find(({ num }) => num),
        build,
      );
  }
  return state.root;
}

/** A draft within a draft is not known; what seems to be more is kept flat. */
const DEEPEST = 3;

const announces = (block: Block | undefined) => block !== undefined && announcesList(block.text.value);

const container = (state: State): BodyBlock[] => state.sections.at(-1)?.node.children ?? state.root;

function openParagraph(state: State): Paragraph {
  if (!state.paragraph) {
    state.paragraph = { type: 'paragraph', children: [] };
    container(state).push(state.paragraph);
  }
  return state.paragraph;
}

const innermost = (state: State) => state.lists.levels.at(-1)?.point.children ?? openParagraph(state).children;

function embedded(blocks: readonly Block[], build: Build): EmbeddedStructure {
  const { preamble, body } = buildDeliberation(blocks, build);
  return { type: 'embeddedStructure', children: [...preamble, ...body] };
}

/** Opens a section, and takes the next block as its heading where the number stands alone. Returns the last block used. */
function openSection(state: State, blocks: readonly Block[], k: number, found: HeadingFound, build: Build): number {
  const { level, value } = found;
  let used = k;
  let text = found.text;
  const next = blocks[k + 1];
  if (found.num && text.value === '' && next && !next.num && headingAt(blocks, k + 1, build.language)?.level === 'division') {
    text = next.text;
    used++;
  }
  closeSections(state, level, value);
  const node: Section = { type: 'section', level, children: [] };
  if (found.num) node.num = build.make.num(found.num);
  if (found.number) node.number = found.number;
  if (text.value) node.heading = build.make.heading(text);
  container(state).push(node);
  const caption = level === 'division' && build.language.headings.table.test(foldedOf(found.text));
  state.sections.push({ node, value, caption });
  state.paragraph = undefined;
  state.lists = noLists();
  return used;
}

/** Closes what a heading ends: the sections of its level and all inside them; of divisions, those that already have text. */
function closeSections(state: State, level: Section['level'], value: number): void {
  const { sections } = state;
  if (level === 'division') {
    if (sections.at(-1)?.node.level === 'division') sections.pop();
    return;
  }
  const same = sections.findLastIndex((open) => open.node.level === level);
  // `1` below `B` that is below `1` begins a count of its own: it is inside
  const inside = same >= 0 && same < sections.length - 1 && value === 1 && (sections[same] as OpenSection).value !== value;
  if (same >= 0 && !inside) sections.length = same;
  else
    while (sections.at(-1)?.node.level === 'division' && (sections.at(-1) as OpenSection).node.children.length > 0)
      sections.pop();
  if (sections.length >= DEEPEST_SECTION) sections.length = DEEPEST_SECTION - 1;
}

/** No document nests its headings deeper. */
const DEEPEST_SECTION = 12;

function addNumbered(state: State, item: Item, build: Build): void {
  const { num, text, indent } = item;
  const numbering = readNumber(num.value);
  const value = numbering.readings[0]?.value ?? 0;
  const inList = continuesList(state.lists, numbering) && value !== state.number + 1;
  // `1.` after a colon begins a list inside paragraph 7
  const opensList = state.lists.announced && state.paragraph?.num !== undefined && value === 1 && state.number > 0;
  if (!isParagraphNumber(numbering) || inList || opensList) {
    const paragraph = openParagraph(state);
    if (paragraph.children.length === 0 && !paragraph.num) state.lists = noLists();
    const missing = addItem(state.lists, paragraph.children, item, build.make);
    if (missing) build.diagnostics.push(diagnostic('point-missing', [num.value], build.make.num(num).position));
    return;
  }
  checkSequence(state, value, num, build);
  const paragraph: Paragraph = { type: 'paragraph', num: build.make.num(num), children: [] };
  if (text.value) paragraph.children.push(build.make.p(text, build.phrases ? 'operativeVerb' : undefined));
  container(state).push(paragraph);
  state.paragraph = paragraph;
  state.number = value;
  state.lists = noLists(text.value === '' || announcesList(text.value), indent);
}

function checkSequence(state: State, value: number, num: Excerpt, build: Build): void {
  if (value === state.number + 1 || value === 1) return;
  const { position } = build.make.num(num);
  if (value === state.number) build.diagnostics.push(diagnostic('number-duplicate', [num.value], position));
  else build.diagnostics.push(diagnostic('number-missing', [num.value], position));
}

/** Text without a number: closing words of the list above, or a paragraph of its own. */
function addText(state: State, block: Block, next: Block | undefined, build: Build): void {
  const { text, indent } = block;
  // between items b) and c) of one list there is nothing but b)
  const inList = next?.num !== undefined && continuesList(state.lists, readNumber(next.num.value));
  if (state.lists.levels.length > 0 && (inList || state.lists.brokenOff)) {
    innermost(state).push(build.make.p(text));
    state.lists.brokenOff = false;
    return;
  }
  // Russian opens paragraphs without a number in lower case too
  const opensLow = build.language.opensInLowerCase && !state.paragraph?.num && opens(text, build.language);
  const goesOn = /^\p{Ll}/u.test(text.value) && state.paragraph !== undefined && !opensLow;
  if (goesOn) {
    openParagraph(state).children.push(build.make.p(text));
  } else if (build.phrases && isRecital(text, build.language)) {
    // a section of a budget resolution has recitals above its paragraphs
    container(state).push({ type: 'preambularParagraph', children: [build.make.p(text, 'preambularPhrase')] });
    state.paragraph = undefined;
  } else {
    const paragraph: Paragraph = {
      type: 'paragraph',
      children: [build.make.p(text, build.phrases ? 'operativeVerb' : undefined)],
    };
    container(state).push(paragraph);
    state.paragraph = paragraph;
  }
  state.lists = noLists(announcesList(text.value), goesOn ? state.lists.indent : indent);
}

function opens(text: Excerpt, { preambular, operative }: Language): boolean {
  const folded = foldedOf(text);
  return openingPhrase(folded, preambular) > 0 || openingPhrase(folded, operative) > 0;
}

/** The call of a note may follow: `… Budgetary Questions,3`. */
const RECITAL_END = /([,;:])(?:⁽?[*¹²³⁰⁴-⁹]{1,3}⁾?|\d{1,2})?$/;

/**
 * A preambular paragraph: it opens with a preambular phrase and ends with a comma, or a colon above its list. Where the verb
 * could be an operative one as well, as in Chinese, the comma decides.
 */
export function isRecital(text: Excerpt, language: Language): boolean {
  const folded = foldedOf(text);
  const end = RECITAL_END.exec(folded)?.[1];
  if (!end) return false;
  const phrase = openingPhrase(folded, language.preambular);
  return phrase > 0 && (end === ',' || openingPhrase(folded, language.operative) < phrase);
}
