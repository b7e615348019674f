/** Plain text → tree: the journey of a document, stage by stage. */
import type { LanguageCode, Metadata, Root } from '../ast.ts';
import { type Diagnostic, diagnostic } from '../diagnostics.ts';
import { lacksAccents, withoutAccents } from '../language/accents.ts';
import { languageOf } from '../language/all.ts';
import { detectLanguage } from '../language/detect.ts';
import { fold, type Language, wordSet } from '../language/index.ts';
import { type Excerpt, indexSource, originOf, type Source } from '../source.ts';
import { type Block, makeBlocks } from '../text/blocks.ts';
import { markBoxes } from '../text/boxes.ts';
import { joinBrokenWords } from '../text/broken.ts';
import { type Dialect, detectDialect } from '../text/dialect.ts';
import { gatherRows } from '../text/extracted.ts';
import { type Footnote, joinLines, takeFootnotes } from '../text/footnotes.ts';
import { takeFurniture } from '../text/furniture.ts';
import { restoreHyphens } from '../text/hyphens.ts';
import { takeDirectionMarks } from '../text/invisible.ts';
import { readLines } from '../text/lines.ts';
import { readMarkup } from '../text/markup.ts';
import { returnNumbers } from '../text/numbers.ts';
import { orderLines, returnTails } from '../text/order.ts';
import { mergeRaised, placeRaised } from '../text/raised.ts';
import { joinSplitWords, type Repair } from '../text/repair.ts';
import { collectRows, markCells } from '../text/scattered.ts';
import type { SetAside } from '../text/setaside.ts';
import { gatherSpread } from '../text/spread.ts';
import { setTables } from '../text/tabular.ts';
import { makeNodes, plainWords } from './annotate.ts';
import { addLeftNotes, assemble, type ReadSegment, reportStructure } from './assemble.ts';
import { type Build, isOrnament } from './body.ts';
import type { Call } from './candidates.ts';
import { parseConclusions } from './conclusions.ts';
import { type Coverage, measureCoverage } from './coverage.ts';
import { formulaIn } from './formula.ts';
import { findFrame, type Segment } from './frame.ts';
import { completeMetadata, datedTitle, footFacts, openingFacts, organNamed, reportIdentity } from './identity.ts';
import { isTitleLine, parseMasthead } from './masthead.ts';
import { findCalls } from './notes.ts';
import { placeParents } from './positions.ts';
import { reportNotes, reportOrder, reportOthers, reportPages, reportRepairs } from './reports.ts';

export type { Coverage } from './coverage.ts';

export interface FromTextOptions {
  /** Else it is detected. */
  language?: LanguageCode;
  /** Facts that the text does not give, or gives wrong: they come before those of the text. */
  metadata?: Partial<Metadata>;
  /** Name of the input, such as a file's; it is kept in the tree's metadata. */
  source?: string;
}

export interface FromTextResult {
  tree: Root;
  diagnostics: Diagnostic[];
  coverage: Coverage;
}

/**
 * Turns the plain text of a resolution, decision or statement, as it came out of a PDF, into a tree.
 *
 * @param text the input, of any quality and length; offsets in the result are UTF-16 code units of it, from 0
 * @param options see `FromTextOptions`
 * @returns the tree; what was noticed; and the proof that no character was lost
 * @throws TypeError when `text` is not a string; never because of what it says
 * @example
 * const { tree } = fromText('64/293. Plan\n\nThe General Assembly,\n\nRecalling its resolutions,\n\n1. Adopts the Plan.');
 * tree.metadata.symbol // 'A/RES/64/293'
 */
export function fromText(text: string, options: FromTextOptions = {}): FromTextResult {
  if (typeof text !== 'string') throw new TypeError(`fromText takes a string, not ${text === null ? 'null' : typeof text}`);
  const source = indexSource(text);
  const diagnostics: Diagnostic[] = [];
  const setAside: SetAside[] = [];
  const repairs: Repair[] = [];
  const language = chooseLanguage(text, options, diagnostics);

  const { lines, notes, dialect } = readText(source, language, setAside, repairs);
  const frame = findFrame(lines, dialect, language);
  const segments = frame.map((segment) => readSegment(segment, dialect, language, repairs));
  repairWords(segments, dialect, language, { setAside, repairs });
  const texts = segments.flatMap(textsOf);
  const mastheadLines = segments.flatMap(({ kind, lines: own }) => (kind === 'masthead' ? own : []));
  const raisedOnly = new Set(mastheadLines.map(({ excerpt }) => excerpt));
  const { calls, uncalled } = findCalls(texts, notes, {
    language,
    wrapped: dialect.wrapped,
    raisedOnly,
    raisedDigits: source.hasRaisedDigits,
  });

  const formula = segments.map(({ blocks }) => blocks[formulaIn(blocks, language)]).find((block) => block !== undefined);
  const formulaOrgan = formula && organNamed(formula.text.value, language);
  const organ = formulaOrgan ?? organNamed(mastheadLines.map(({ excerpt }) => excerpt.value).join('\n'), language) ?? 'un';
  const places = notesByPlace(segments, uncalled);
  const make = makeNodes({ source, language, organ: options.metadata?.organ ?? organ, calls, uncalled: places });
  const masthead = parseMasthead(source, mastheadLines, language, make.noteSpans);
  for (const segment of segments) {
    if (segment.kind !== 'conclusions') continue;
    segment.conclusions = parseConclusions(source, segment.lines, language, { organ, noteCalls: make.noteSpans });
  }
  const metadata = completeMetadata(
    {
      masthead: masthead.metadata,
      title: titleFacts(segments, calls, language),
      conclusions: segments.find(({ conclusions }) => conclusions)?.conclusions?.metadata ?? {},
      opening: formula
        ? {}
        : openingFacts(segments.find(({ blocks }) => blocks.length > 0)?.blocks[0]?.text.value ?? '', language),
      foot: footFacts(source, setAside),
      formulaOrgan,
      hasFormula: formula !== undefined,
      given: { ...(options.source && { source: options.source }), ...options.metadata },
    },
    language,
    diagnostics,
  );

  const build: Build = { language, make, diagnostics, setAside, phrases: metadata.kind !== 'other', depth: 0 };
  const tree = assemble({ metadata, masthead: masthead.lines, segments }, build);
  addLeftNotes(tree, [...places.values()].flat(), build);
  placeParents(tree);
  if (text.trim() === '') diagnostics.push(diagnostic('empty-document'));
  else reportIdentity(metadata, diagnostics);
  reportStructure(tree, build);
  reportNotes(source, { calls, uncalled, notes }, diagnostics);
  reportPages(source, segments, diagnostics);
  reportOthers(source, segments, metadata.number, language, diagnostics);
  reportOrder(source, language, diagnostics);
  reportRepairs(source, repairs, diagnostics);
  return { tree, diagnostics, coverage: measureCoverage(source, tree, setAside, repairs) };
}

function chooseLanguage(text: string, options: FromTextOptions, diagnostics: Diagnostic[]): Language {
  const asked = options.language ?? options.metadata?.language;
  if (asked && asked !== 'und') return asWritten(languageOf(asked), text);
  const { language, second } = detectLanguage(text);
  if (language && second) diagnostics.push(diagnostic('second-language', [second, language]));
  if (!language) diagnostics.push(diagnostic('language-undetected', ['English']));
  return asWritten(languageOf(language ?? 'eng'), text);
}

const asWritten = (language: Language, text: string): Language =>
  lacksAccents(text, language) ? withoutAccents(language) : language;

/** As pdftotext gives the lines of a page, in an order of its own. */
const isPlain = ({ wrapped, spaced, layout, parted }: Dialect) => wrapped && !spaced && !layout && !parted;

/** The lines of the text, freed of all that the page and the extraction added, and the notes that stood among them. */
function readText(source: Source, language: Language, setAside: SetAside[], repairs: Repair[]) {
  const raw = takeDirectionMarks(source, readLines(source), setAside);
  const dialect = detectDialect(raw, language);
  const marked = dialect.markdown ? readMarkup(raw, setAside) : raw;
  const whole = dialect.spaced ? mergeRaised(source, marked) : dialect.wrapped ? placeRaised(marked, repairs) : marked;
  // pdftotext takes hyphens at line ends away, but not in a layout
  const page = takeFurniture(isPlain(dialect) ? restoreHyphens(whole, repairs) : whole, dialect, language, setAside);
  const { lines, notes } = takeFootnotes(page.lines, page.afterRule, dialect);
  // a text of notes alone is a text
  if (lines.length === 0) return { lines: page.lines, notes: [], dialect };
  if (!dialect.wrapped || dialect.layout || dialect.parted) return { lines, notes, dialect };
  const ordered = orderLines(lines, repairs);
  if (!isPlain(dialect)) return { lines: ordered, notes, dialect };
  const returned = returnTails(markCells(returnNumbers(ordered, repairs)), repairs);
  return { lines: gatherSpread(returned, repairs), notes, dialect };
}

function readSegment({ kind, lines, head }: Segment, dialect: Dialect, language: Language, repairs: Repair[]): ReadSegment {
  const segment: ReadSegment = { kind, blocks: [], lines: [] };
  if (head) segment.head = head.excerpt;
  if (kind === 'title') segment.title = joinLines(lines.map(({ excerpt }) => excerpt));
  else if (kind === 'masthead' || kind === 'conclusions') segment.lines = lines;
  else {
    const rows = dialect.layout ? setTables(lines) : dialect.spaced ? gatherRows(lines, repairs) : collectRows(lines, repairs);
    segment.blocks = makeBlocks(markBoxes(rows, dialect.wrapped && !dialect.parted, language), dialect, language);
  }
  return segment;
}

/** Mends the words of titles and paragraphs; mastheads, read line by line, only show how words are written. */
function repairWords(
  segments: readonly ReadSegment[],
  { spaced, wrapped }: Dialect,
  { functionWords, linkWords, letterWords }: Language,
  { setAside, repairs }: { setAside: SetAside[]; repairs: Repair[] },
): void {
  const places = segments.flatMap((segment): { text: Excerpt; put: (text: Excerpt) => void }[] => [
    ...(segment.title ? [{ text: segment.title, put: (text: Excerpt) => Object.assign(segment, { title: text }) }] : []),
    ...segment.blocks.map((block) => ({ text: block.text, put: (text: Excerpt) => Object.assign(block, { text }) })),
  ]);
  const texts = places.map(({ text }) => text);
  const others = segments.flatMap(({ kind, lines }) => (kind === 'masthead' ? lines.map(({ excerpt }) => excerpt) : []));
  const vocabulary = {
    functionWords: wordSet(`${functionWords} ${linkWords}`),
    letterWords: letterWords ? wordSet(letterWords) : undefined,
  };
  const evidence = { others, vocabulary, extracted: spaced };
  const mended = joinSplitWords(wrapped ? joinBrokenWords(texts, evidence, setAside) : texts, evidence, repairs);
  mended.forEach((text, k) => places[k]?.put(text));
}

/** The texts of a segment in their order; each may call notes. */
const textsOf = ({ head, title, lines, blocks }: ReadSegment): Excerpt[] => [
  ...(head ? [head] : []),
  ...(title ? [title] : []),
  ...lines.map(({ excerpt }) => excerpt),
  ...wordsOf(blocks),
];

/** The texts of blocks; an ornament has no words that a note could belong to. */
const wordsOf = (blocks: readonly Block[]): Excerpt[] => blocks.filter((block) => !isOrnament(block)).map(({ text }) => text);

function titleFacts(segments: readonly ReadSegment[], calls: readonly Call[], language: Language): Partial<Metadata> {
  const title = segments.find((segment) => segment.title)?.title;
  if (!title) return {};
  const words = plainWords(title, calls);
  const number = isTitleLine(fold(words), language);
  if (!number && language.masthead.presidentialStatement.test(fold(words)))
    return { title: words, kind: 'presidentialStatement' };
  if (!number) return { title: words };
  const own = words.slice(number.end).trim();
  return { number: number.number, title: own, ...datedTitle(own, language) };
}

/** Notes that nothing calls are kept at the end of the text before them. */
function notesByPlace(segments: readonly ReadSegment[], uncalled: readonly Footnote[]): Map<number, Footnote[]> {
  const places = new Map<number, Footnote[]>();
  const texts = segments.flatMap(({ blocks }) => wordsOf(blocks)).filter(({ value }) => value !== '');
  const ends = texts.map((text) => originOf(text, text.value.length - 1));
  let k = 0;
  for (const note of uncalled) {
    const at = originOf(note.mark, 0);
    while (k + 1 < ends.length && (ends[k + 1] as number) < at) k++;
    const end = ends[k] ?? -1;
    const own = places.get(end);
    if (own) own.push(note);
    else places.set(end, [note]);
  }
  return places;
}
