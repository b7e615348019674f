/** String → tree, strictly: what is not well-formed XML with namespaces is reported with its place, and nothing is mended. */
import type { SaxesTagPlain } from 'saxes';
import type { Position } from '../ast.ts';
import { type Diagnostic, diagnostic, type RuleId } from '../diagnostics.ts';
import { localOf } from './namespaces.ts';
import { XmlParser } from './parser.ts';
import type { XmlComment, XmlElement, XmlInstruction, XmlNode } from './tree.ts';

/** Levels of elements. Real documents have about twenty-five. */
export const DEEPEST_XML = 1000;
/** UTF-16 code units: an encyclopaedia, but not a denial of service. */
export const LONGEST_XML = 100_000_000;
// one error often leads to a hundred
const MOST_ERRORS = 20;

export interface ReadXmlOptions {
  /** Longest input that is read, in UTF-16 code units; 100 million by default. */
  maxLength?: number;
}

export interface ReadXmlResult {
  /** The root element; what could be read of it when there are diagnostics. Undefined when nothing could. */
  root: XmlElement | undefined;
  /** Comments and instructions before and after the root. */
  before: (XmlComment | XmlInstruction)[];
  after: (XmlComment | XmlInstruction)[];
  /** Empty exactly when the document is well-formed and was read whole. */
  diagnostics: Diagnostic[];
}

/** An element while its children come in. */
interface OpenElement extends XmlElement {
  attributes: Record<string, string>;
  children: XmlNode[];
}

/** Thrown by a handler to end the reading, and caught where it began: saxes knows no other way to stop. */
const STOP = Symbol('stop');

/**
 * Reads an XML document with namespaces: all that canonical XML sees. CDATA sections are text, character references are
 * characters, and comments, instructions, prefixes and white space stay. A DOCTYPE is refused, so that no entity has a way in.
 *
 * @param xml the document; a byte order mark at its start is passed over
 * @returns the tree and what is wrong, `xml-malformed`, `xml-doctype`, `xml-too-deep`, `xml-too-large`; nothing is thrown
 * @example
 * readXml('<a b="1"><![CDATA[x]]>&amp;</a>').root // { name: 'a', attributes: { b: '1' }, children: ['x&'] }
 */
export function readXml(xml: string, options: ReadXmlOptions = {}): ReadXmlResult {
  const maxLength = options.maxLength ?? LONGEST_XML;
  if (xml.length > maxLength) {
    const tooLarge = diagnostic('xml-too-large', [String(xml.length), String(maxLength)]);
    return { root: undefined, before: [], after: [], diagnostics: [tooLarge] };
  }
  const reader = new Reader();
  try {
    reader.write(xml).close();
  } catch (error) {
    if (error !== STOP) throw error;
  }
  const { root, before, after, diagnostics } = reader;
  return { root, before, after, diagnostics };
}

/** The parser with what it has read so far. */
class Reader extends XmlParser implements ReadXmlResult {
  root: XmlElement | undefined = undefined;
  before: (XmlComment | XmlInstruction)[] = [];
  after: (XmlComment | XmlInstruction)[] = [];
  diagnostics: Diagnostic[] = [];
  /** The open elements, outermost first. */
  open: OpenElement[] = [];
  current: OpenElement | undefined = undefined;
  rootUri = '';

  constructor() {
    super();
    this.on('error', ({ message }) => this.addError(message));
    this.on('doctype', () => this.refuse('xml-doctype'));
    this.on('opentag', (tag) => this.openElement(tag));
    this.on('closetag', () => this.closeElement());
    this.on('text', (text) => this.addText(text));
    this.on('cdata', (text) => this.addText(text));
    this.on('comment', (comment) => this.addOther({ comment }));
    this.on('processinginstruction', ({ target, body }) => {
      this.checkTarget(target);
      this.addOther({ target, instruction: body });
    });
  }

  openElement(tag: SaxesTagPlain): void {
    const uri = this.enter(tag);
    const element: OpenElement = { name: tag.name, attributes: tag.attributes, children: [] };
    if (!this.root) {
      this.root = element;
      this.rootUri = uri;
    } else {
      // a second root has been reported, and is not the document's
      this.current?.children.push(element);
    }
    if (uri !== this.rootUri) element.uri = uri;
    else if (this.hasPrefix) element.local = localOf(tag.name);
    if (this.open.push(element) > DEEPEST_XML) this.refuse('xml-too-deep', [String(DEEPEST_XML)]);
    this.current = element;
  }

  closeElement(): void {
    this.leave();
    this.open.pop();
    this.current = this.open[this.open.length - 1];
  }

  addText(text: string): void {
    if (!this.current) return;
    const { children } = this.current;
    const last = children.length - 1;
    // a CDATA section or a character reference in the middle of a text
    if (last >= 0 && typeof children[last] === 'string') children[last] += text;
    else if (text !== '') children.push(text);
  }

  addOther(node: XmlComment | XmlInstruction): void {
    if (this.current) this.current.children.push(node);
    else (this.root ? this.after : this.before).push(node);
  }

  addError(message: string): void {
    const what = message.replace(/^.*?\d+:\d+: /, '').replace(/\.$/, '');
    this.diagnostics.push(diagnostic('xml-malformed', [what], this.here()));
    if (this.diagnostics.length >= MOST_ERRORS) throw STOP;
  }

  refuse(rule: RuleId, details: string[] = []): never {
    this.diagnostics.push(diagnostic(rule, details, this.here()));
    throw STOP;
  }

  here(): Position {
    const point = { line: this.line, column: this.column + 1, offset: this.position };
    return { start: point, end: point };
  }
}
