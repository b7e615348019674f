/** The segments of the frame, read, put together as a resolution or as a collection of several. */
import type {
  Attachment,
  BodyBlock,
  CoverPage,
  Inline,
  MainBody,
  MastheadLine,
  Metadata,
  Part,
  Preface,
  Resolution,
  Root,
  Title,
} from '../ast.ts';
import { diagnostic } from '../diagnostics.ts';
import { foldedOf } from '../language/index.ts';
import { cut, type Excerpt, trim } from '../source.ts';
import type { Block } from '../text/blocks.ts';
import type { Footnote } from '../text/footnotes.ts';
import type { Line } from '../text/lines.ts';
import { readNumber } from '../text/numbering.ts';
import { plainText } from '../words.ts';
import { type Build, buildBody, buildDeliberation, buildPreamble, isRecital } from './body.ts';
import type { parseConclusions } from './conclusions.ts';
import type { Segment } from './frame.ts';
import { headingAt, letterNamed } from './headings.ts';
import { isTitleLine } from './masthead.ts';

/** A segment with its lines made into paragraphs. */
export interface ReadSegment {
  kind: Segment['kind'];
  /** The line that opens an annex or a part. */
  head?: Excerpt;
  /** Of a title: the whole line. */
  title?: Excerpt;
  blocks: Block[];
  /** Of a masthead or conclusions: their lines. */
  lines: Line[];
  conclusions?: ReturnType<typeof parseConclusions>;
}

export interface Assembly {
  metadata: Metadata;
  masthead: MastheadLine[];
  segments: readonly ReadSegment[];
}

export function assemble({ metadata: known, masthead, segments }: Assembly, build: Build): Root {
  const cover: CoverPage = { type: 'coverPage', children: masthead };
  const front: (CoverPage | Preface)[] = masthead.length > 0 ? [cover] : [];
  const titles = segments.filter(({ kind }) => kind === 'title').map(({ title }) => titleOf(title as Excerpt, build));
  const untitled = titles.length === 0 && known.organ !== 'sc' ? titleFromMasthead(cover) : undefined;
  if (untitled) titles.push(untitled);
  const metadata = untitled && known.title === undefined ? { ...known, title: plainText(untitled.children) } : known;
  if (cover.children.length === 0) front.length = 0;
  if (titles.length > 0) front.push({ type: 'preface', children: titles });
  const firstPart = segments.findIndex(({ kind }) => kind === 'part');
  if (firstPart < 0) return { type: 'resolution', metadata, children: [...front, ...readParts(segments, build, front)] };
  const resolutions: Resolution[] = [];
  const starts = segments.flatMap(({ kind }, k) => (kind === 'part' ? [k] : []));
  starts.forEach((start, k) => {
    const own = segments.slice(start, starts[k + 1]);
    resolutions.push(partOf(own, metadata, build));
  });
  return { type: 'collection', metadata: spanning(metadata, resolutions), children: [...front, ...resolutions] };
}

/** Resolution A of a document in parts: its letter goes to its number and symbol. */
function partOf(segments: readonly ReadSegment[], common: Metadata, build: Build): Resolution {
  const head = segments[0]?.head as Excerpt;
  const named = letterNamed(head.value, build.language);
  const letter = named ?? head.value.charAt(0);
  const length = named ? head.value.length : 1;
  const title: Title = {
    type: 'title',
    num: build.make.num(cut(head, 0, length)),
    children: build.make.inlines(trim(cut(head, length))),
  };
  const preface: Preface = { type: 'preface', children: [title] };
  const metadata: Metadata = { ...common };
  if (common.number) metadata.number = `${bare(common.number)} ${letter}`;
  if (common.symbol) metadata.symbol = `${bare(common.symbol)} ${letter}`;
  const conclusions = segments.find((segment) => segment.conclusions)?.conclusions;
  if (conclusions) Object.assign(metadata, conclusions.metadata);
  const children = readParts(segments, build, [preface]);
  return { type: 'resolution', metadata, children: [preface, ...children] };
}

/** Where only the title says the number, the symbol of a document with resolutions A to C has their letters: `A/RES/77/264 A-C`. */
function spanning(metadata: Metadata, resolutions: readonly Resolution[]): Metadata {
  const { symbol, kind } = metadata;
  if (kind !== 'resolution' || !symbol || symbol !== bare(symbol)) return metadata;
  const letters = resolutions.map((resolution) => resolution.metadata.symbol?.at(-1) ?? '');
  return { ...metadata, symbol: `${symbol} ${letters[0]}-${letters.at(-1)}` };
}

/** `79/252 A-B` without its letters. */
const bare = (number: string) => number.replace(/ [A-Z](?:-[A-Z])?$/, '');

function titleOf(text: Excerpt, build: Build): Title {
  const number = isTitleLine(foldedOf(text), build.language);
  if (!number) return { type: 'title', children: build.make.inlines(text) };
  const num = trim(cut(text, 0, number.end));
  return { type: 'title', num: build.make.num(num), children: build.make.inlines(trim(cut(text, number.end))) };
}

/** A masthead cut off leaves the title alone above the formula: lines that nothing else claims. */
function titleFromMasthead(cover: CoverPage): Title | undefined {
  const lines: MastheadLine[] = [];
  while (cover.children.at(-1)?.role === 'other') lines.unshift(cover.children.pop() as MastheadLine);
  if (lines.length === 0) return undefined;
  const children = lines.flatMap((line, k): Inline[] =>
    k === 0 ? line.children : [{ type: 'text', value: ' ' }, ...line.children],
  );
  return { type: 'title', children };
}

/** Bodies, conclusions and annexes, in the order of Akoma Ntoso. */
function readParts(segments: readonly ReadSegment[], build: Build, front: readonly Part[]): Part[] {
  const parts: Part[] = [];
  const attachments: Attachment[] = [];
  let body: MainBody | undefined;
  for (const segment of segments) {
    if (segment.conclusions) {
      parts.push(segment.conclusions.node);
    } else if (segment.kind === 'annex' || segment.kind === 'appendix') {
      const attachment = attachmentOf(segment, build);
      const host = segment.kind === 'appendix' ? attachments.findLast(({ kind }) => kind === 'annex') : undefined;
      (host?.children ?? attachments).push(attachment);
    } else if (segment.kind === 'body' || segment.kind === 'part') {
      const { above, preamble, body: blocks } = buildDeliberation(segment.blocks, build);
      if (above.length > 0) addTitles(above, front, parts, build);
      if (preamble.length > 0) parts.push({ type: 'preamble', children: preamble });
      // text after the conclusions, which no heading makes an annex, still belongs to the body
      if (body) body.children.push(...blocks);
      else if (blocks.length > 0) {
        body = { type: 'mainBody', children: blocks };
        parts.push(body);
      }
    }
  }
  const order = ['preface', 'preamble', 'mainBody', 'conclusions'];
  return [...parts.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type)), ...attachments];
}

/** Blocks between a title and the formula: a part's own title. */
function addTitles(above: readonly Block[], front: readonly Part[], parts: Part[], build: Build): void {
  let preface = front.find((part): part is Preface => part.type === 'preface');
  if (!preface) {
    preface = { type: 'preface', children: [] };
    parts.push(preface);
  }
  for (const { num, text } of above) {
    const letter = preface.children.at(-1);
    // `B¹`, the letter of a resolution that is published by itself
    const own = !num && /^[A-Z]\P{L}*$/u.test(text.value) ? cut(text, 0, 1) : num;
    const children = build.make.inlines(own && !num ? trim(cut(text, 1)) : text);
    if (letter && letter.children.length === 0 && !own) letter.children = children;
    else preface.children.push(own ? { type: 'title', num: build.make.num(own), children } : { type: 'title', children });
  }
}

function attachmentOf(segment: ReadSegment, build: Build): Attachment {
  const head = segment.head as Excerpt;
  const attachment: Attachment = {
    type: 'attachment',
    kind: segment.kind as 'annex' | 'appendix',
    designation: build.make.heading(head),
    children: [],
  };
  const number = build.language.headings[attachment.kind].exec(foldedOf(head).replace(/[*⁽⁾¹²³⁰⁴-⁹]+$/, ''))?.groups?.num;
  if (number) attachment.number = normalNumber(number.trim());
  const inner: Build = { ...build, phrases: false };
  let { blocks } = segment;
  const first = blocks[0];
  // the first heading is the annex's title
  const title = first && !first.num && headingAt(blocks, 0, build.language);
  if (title && title.level === 'division') {
    attachment.title = build.make.heading(title.text);
    blocks = blocks.slice(1);
  }
  if (opensRecitals(blocks, build)) {
    const [formula, ...rest] = blocks as [Block, ...Block[]];
    const end = rest.findIndex(({ num, text }) => num !== undefined || !isRecital(text, build.language));
    blocks = end < 0 ? [] : rest.slice(end);
    const recitals = buildPreamble(end < 0 ? rest : rest.slice(0, end), inner);
    attachment.children.push({
      type: 'preamble',
      children: [{ type: 'formula', children: build.make.inlines(formula.text) }, ...recitals],
    });
  }
  if (blocks.length > 0) attachment.children.push({ type: 'mainBody', children: buildBody(blocks, inner) });
  return attachment;
}

/** `II` → `2`; what is no number stays. */
function normalNumber(printed: string): string {
  const { format, readings } = readNumber(printed);
  return format === 'bullet' || readings[0]?.style === 'bullet' ? printed : String(readings[0]?.value ?? printed);
}

/** `The States Parties to this Convention,` above at least two recitals. */
function opensRecitals(blocks: readonly Block[], build: Build): boolean {
  const [formula, ...rest] = blocks;
  if (!formula || formula.num || formula.text.value.length >= 150 || !/,$/.test(foldedOf(formula.text))) return false;
  return rest.length > 1 && rest.slice(0, 2).every(({ num, text }) => !num && isRecital(text, build.language));
}

/** Notes that found no place, because nothing but numbers or tables stands above them: a paragraph at the end. */
export function addLeftNotes(tree: Root, notes: readonly Footnote[], build: Build): void {
  if (notes.length === 0) return;
  const resolution = tree.type === 'collection' ? tree.children.findLast((child) => child.type === 'resolution') : tree;
  const children: BodyBlock[] = [
    { type: 'paragraph', children: [{ type: 'p', children: notes.map(build.make.uncalledNote) }] },
  ];
  const body = resolution?.children.find((part) => part.type === 'mainBody');
  if (body) body.children.push(...children);
  else (resolution ?? (tree as Resolution)).children.push({ type: 'mainBody', children });
}

/** What a resolution should have, and this one has not. */
export function reportStructure(tree: Root, build: Build): void {
  const resolutions = tree.type === 'collection' ? tree.children.filter((child) => child.type === 'resolution') : [tree];
  const { kind } = tree.metadata;
  if (kind === 'other') return;
  for (const { children } of resolutions) {
    const preamble = children.find((part) => part.type === 'preamble');
    if (kind !== 'decision' && kind !== 'presidentialStatement' && !preamble?.children.some(({ type }) => type === 'formula')) {
      build.diagnostics.push(diagnostic('no-enacting-formula'));
    }
    if (!children.some((part) => part.type === 'mainBody')) build.diagnostics.push(diagnostic('no-operative-paragraph'));
  }
}
