/**
 * The tree: every node type of a United Nations resolution, in one file.
 *
 * The shape is unist's (https://github.com/syntax-tree/unist): `type`, then `children` or `value`, and
 * `position` in the *original* input, absent on nodes that no text gave. Everything is plain JSON.
 */
import type { Position, Node as UnistNode } from 'unist';
import type { XmlNode } from './xml/tree.ts';

export type { Point as PositionPoint, Position } from 'unist';

/** ISO 639-2/T codes of the six official languages; `und` when the language is unknown. */
export type LanguageCode = 'eng' | 'fra' | 'spa' | 'rus' | 'ara' | 'zho' | 'und';

/** The organs whose documents are modelled; `un` when the organ is unknown. */
export type Organ = 'ga' | 'sc' | 'ecosoc' | 'hrc' | 'un';

/** What the document is, in the words of AKN4UN's `statement/@name`; `other` is not a UN deliberation at all. */
export type DocumentKind = 'resolution' | 'resolutionDraft' | 'decision' | 'presidentialStatement' | 'other';

/** Facts about the document in normal form. Each comes from the text or from the caller; none is invented. */
export interface Metadata {
  kind: DocumentKind;
  organ: Organ;
  language: LanguageCode;
  /** Canonical symbol: `A/RES/64/293`, `S/RES/1325 (2000)`, `E/RES/2021/25`. */
  symbol?: string;
  /** Number in the form of the title line: `64/293`, `1325 (2000)`, `2021/25`. */
  number?: string;
  /** Title in this language, white space collapsed, notes left out. */
  title?: string;
  /** Day of adoption, `YYYY-MM-DD`. */
  adoptionDate?: string;
  /** Day of issuance (`Distr.` block), `YYYY-MM-DD`. */
  issueDate?: string;
  /** Session: `79`, `S-32`, `ES-11`; the year for the Economic and Social Council. */
  session?: string;
  /** Agenda items, `19(c)`. */
  agendaItems?: string[];
  /** Number of the meeting of adoption: `53`. */
  meeting?: string;
  /** Main Committee that reported: `thirdCommittee`, `plenaryMeeting`, `noMainCommittee`. */
  committee?: string;
  /** Job number printed at the page foot: `24-24335`. */
  jobNumber?: string;
  /** Name of the input that the tree was made from, such as a file's. */
  source?: string;
}

/**
 * The XML that a node was read from, kept so that it is written again as it was. A number stands where what the node holds stood,
 * by its place in reading order (designation, title, number, heading, children).
 */
export interface Kept {
  xml: XmlNode<number>[];
  /** What the node held when it was read: `num p list`. */
  held: string;
  /** Its own facts then (symbol, value, level …): when they have changed, the XML no longer says what the node says. */
  facts?: Record<string, unknown>;
  /** Of a document: its metadata then. */
  metadata?: Metadata;
  /** Of the root: identifiers that the file has more than once. */
  repeated?: string[];
}

/** What a node knows of its source. */
export interface NodeData {
  /** Of a leaf whose source is broken (a page break, a repaired word): pairs of offsets [start, end) in the original input. */
  pieces?: [number, number][];
  /** Only on nodes that were read from Akoma Ntoso. */
  akn?: Kept;
  /** On a document of which not all could be read. */
  incomplete?: true;
}

/** What every node of ours may carry. Where there are no `data.pieces`, `position` is the one piece. */
interface NodeBase extends UnistNode {
  position?: Position;
  data?: NodeData;
}
interface LiteralBase extends NodeBase {
  value: string;
}

/** XML that has no type of its own here, kept as it stands: an unknown or foreign element, a whole document that is no resolution. */
export interface Opaque extends NodeBase {
  type: 'opaque';
  xml: XmlNode[];
  /** None of ours: whoever walks the tree passes by. */
  children: never[];
}

// ------------------------------------------------------------------------------------------------ inline

/** Characters of the source as they stand, line ends within a paragraph being one space. */
export interface Text extends LiteralBase {
  type: 'text';
}
/** Typography that the source marks: italic, bold, underline; raised or lowered characters (n<sup>o</sup>). */
export interface Emphasis extends NodeBase {
  type: 'emphasis';
  style: 'italic' | 'bold' | 'underline' | 'sup' | 'sub';
  children: Inline[];
}
/** The opening phrase of a preambular paragraph, or the verb of an operative one. */
export interface Phrase extends NodeBase {
  type: 'phrase';
  role: 'preambularPhrase' | 'operativeVerb';
  children: Inline[];
}
/** A footnote, standing where it is called. Its position is that of the call; the paragraphs have their own. */
export interface AuthorialNote extends NodeBase {
  type: 'authorialNote';
  /** The marker as called, without decoration: `1`, `*`, `a`. */
  marker: string;
  children: P[];
}
/** A second call of a note: of the last note before it with this marker. */
export interface NoteRef extends NodeBase {
  type: 'noteRef';
  marker: string;
}
/** A citation of a document by number or symbol. The words are the children; the rest is their normal form. */
export interface Ref extends NodeBase {
  type: 'ref';
  /** Canonical symbol of the cited document: `A/RES/64/293`, `E/2013/30`. */
  symbol: string;
  /** Day of its adoption where the text says it, `YYYY-MM-DD`. */
  date?: string;
  /** The part cited: its annex (`1` when it is just “annex”), a paragraph of it, or paragraphs up to `upTo`. */
  part?: { annex?: string; paragraph?: string; upTo?: string };
  children: Inline[];
}
/** A reference to a part of this very document: `paragraph 5 above`. */
export interface InternalRef extends NodeBase {
  type: 'internalRef';
  /** `paragraph` 5, `section` II, `annex` 1. */
  target: 'paragraph' | 'section' | 'annex';
  num: string;
  children: Inline[];
}
/** A full date in the text. */
export interface DateText extends NodeBase {
  type: 'date';
  /** `YYYY-MM-DD`. */
  date: string;
  children: Inline[];
}
/** A line break that means something (meeting ⏎ date). */
export interface Break extends NodeBase {
  type: 'break';
}
export type Inline = Text | Emphasis | Phrase | AuthorialNote | NoteRef | Ref | InternalRef | DateText | Break | Opaque;

// ------------------------------------------------------------------------------------------------ blocks

/** The printed number of a paragraph, point or section, verbatim: `1.`, `a)`, `II.`, `•`. */
export interface Num extends LiteralBase {
  type: 'num';
}
/** A block of running text. */
export interface P extends NodeBase {
  type: 'p';
  children: Inline[];
}
export interface List extends NodeBase {
  type: 'list';
  children: Point[];
}
export interface Point extends NodeBase {
  type: 'point';
  num?: Num;
  children: Block[];
}
export interface Table extends NodeBase {
  type: 'table';
  children: TableRow[];
}
export interface TableRow extends NodeBase {
  type: 'tableRow';
  children: TableCell[];
}
export interface TableCell extends NodeBase {
  type: 'tableCell';
  header?: boolean;
  children: Inline[];
}
/** A draft resolution inside a resolution, or another quoted text with a structure of its own. */
export interface EmbeddedStructure extends NodeBase {
  type: 'embeddedStructure';
  children: (Formula | PreambularParagraph | BodyBlock)[];
}
/** What a paragraph or a point holds, in order: text, then lists, then closing text. */
export type Block = P | List | Table | EmbeddedStructure | Opaque;

/** The enacting formula: `The General Assembly,`. */
export interface Formula extends NodeBase {
  type: 'formula';
  children: Inline[];
}
export interface PreambularParagraph extends NodeBase {
  type: 'preambularParagraph';
  children: Block[];
}
/** An ornament between parts: `* * *`. */
export interface Decoration extends LiteralBase {
  type: 'decoration';
}
/** A paragraph of a body: operative, numbered or not; or a paragraph of an annex. */
export interface Paragraph extends NodeBase {
  type: 'paragraph';
  num?: Num;
  children: Block[];
}
/** A heading and all that stands under it. `division` is one without a number. */
export interface Section extends NodeBase {
  type: 'section';
  level: 'part' | 'section' | 'title' | 'chapter' | 'article' | 'division';
  num?: Num;
  /** The number within a designation that the heading holds: `II` of `Chapter II. Organization`. */
  number?: string;
  heading?: Heading;
  children: BodyBlock[];
}
export interface Heading extends NodeBase {
  type: 'heading';
  children: Inline[];
}
export type BodyBlock = Paragraph | Section | PreambularParagraph | Decoration | Opaque;

// ------------------------------------------------------------------------------------------------ parts

/** What a line of the masthead says; `other` is kept as it stands. */
export type MastheadRole =
  | 'publisher'
  | 'organ'
  | 'subsidiaryOrgan'
  | 'symbol'
  | 'distribution'
  | 'issueDate'
  | 'languageOfExpression'
  | 'originalLanguage'
  | 'session'
  | 'sessionDates'
  | 'agendaItem'
  | 'agendaTitle'
  | 'documentType'
  | 'decisionType'
  | 'resolutionNumber'
  | 'adoption'
  | 'basis'
  | 'sponsors'
  | 'other';
/** One line of the masthead. `value` is its normal form: session `79`, agenda item `19(c)`, a date, a symbol, a committee id. */
export interface MastheadLine extends NodeBase {
  type: 'mastheadLine';
  role: MastheadRole;
  value?: string;
  children: Inline[];
}
export interface CoverPage extends NodeBase {
  type: 'coverPage';
  children: MastheadLine[];
}
/** The title line: number as printed (`64/293.`) and title. */
export interface Title extends NodeBase {
  type: 'title';
  num?: Num;
  children: Inline[];
}
export interface Preface extends NodeBase {
  type: 'preface';
  children: Title[];
}
export interface Preamble extends NodeBase {
  type: 'preamble';
  children: (Formula | PreambularParagraph | Decoration | Opaque)[];
}
export interface MainBody extends NodeBase {
  type: 'mainBody';
  children: BodyBlock[];
}
/** Meeting and date of adoption as printed at the end; several meetings give several. */
export interface Adoption extends NodeBase {
  type: 'adoption';
  /** Meeting number, `53`. */
  meeting?: string;
  /** `YYYY-MM-DD`. */
  date?: string;
  children: Inline[];
}
/** The vote as printed: the lines, and the States by how they voted. */
export interface Vote extends NodeBase {
  type: 'vote';
  children: VoteGroup[];
}
export interface VoteGroup extends NodeBase {
  type: 'voteGroup';
  /** `statement` is the sentence that gives the counts. */
  side: 'statement' | 'inFavour' | 'against' | 'abstaining';
  children: Inline[];
}
export interface Conclusions extends NodeBase {
  type: 'conclusions';
  children: (Adoption | Vote | P | Opaque)[];
}
export interface Attachment extends NodeBase {
  type: 'attachment';
  kind: 'annex' | 'appendix';
  /** Its number as printed, normalised: `1` for `Annex I`; absent when there is but one. */
  number?: string;
  /** `Annexe II`, the line that opens it. */
  designation?: Heading;
  title?: Heading;
  children: (Preamble | MainBody | Attachment | Opaque)[];
}
export type Part = CoverPage | Preface | Preamble | MainBody | Conclusions | Attachment | Opaque;

/** One resolution, decision or statement. */
export interface Resolution extends NodeBase {
  type: 'resolution';
  metadata: Metadata;
  /** In the order of Akoma Ntoso: coverPage, preface, preamble, mainBody, conclusions, attachments. */
  children: Part[];
}
/** Resolutions A, B, … published as one document: the common masthead and title, then each. */
export interface Collection extends NodeBase {
  type: 'collection';
  metadata: Metadata;
  children: (CoverPage | Preface | Resolution | Opaque)[];
}
export type Root = Resolution | Collection;

export type Node =
  | Root
  | Part
  | MastheadLine
  | Title
  | Adoption
  | Vote
  | VoteGroup
  | BodyBlock
  | Block
  | Formula
  | Heading
  | Num
  | Point
  | TableRow
  | TableCell
  | Inline;
