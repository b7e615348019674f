/** String → tree, strictly: what is not well-formed XML with namespaces is reported with its place, and nothing is mended. */
import { SaxesParser } from 'saxes';
import type { Position } from '../ast.ts';
import { type Diagnostic, diagnostic, type RuleId } from '../diagnostics.ts';
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
  const result: ReadXmlResult = { root: undefined, before: [], after: [], diagnostics: [] };
  const maxLength = options.maxLength ?? LONGEST_XML;
  if (xml.length > maxLength) {
    result.diagnostics.push(diagnostic('xml-too-large', [String(xml.length), String(maxLength)]));
    return result;
  }
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let current: OpenElement | undefined;
  let rootUri = '';

  const here = (): Position => {
    const point = { line: parser.line, column: parser.column + 1, offset: parser.position };
    return { start: point, end: point };
  };
  const stop = (rule: RuleId, details: string[] = []): never => {
    result.diagnostics.push(diagnostic(rule, details, here()));
    throw STOP;
  };
  const addText = (text: string) => {
    if (!current) return;
    const { children } = current;
    const last = children.length - 1;
    // a CDATA section or a character reference in the middle of a text
    if (typeof children[last] === 'string') children[last] += text;
    else if (text !== '') children.push(text);
  };
  const addOther = (node: XmlComment | XmlInstruction) => {
    if (current) current.children.push(node);
    else (result.root ? result.after : result.before).push(node);
  };

  parser.on('error', (error) => {
    const message = error.message.replace(/^.*?\d+:\d+: /, '').replace(/\.$/, '');
    result.diagnostics.push(diagnostic('xml-malformed', [message], here()));
    if (result.diagnostics.length >= MOST_ERRORS) throw STOP;
  });
  parser.on('doctype', () => stop('xml-doctype'));
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    for (const name in tag.attributes) {
      const value = (tag.attributes[name] as { value: string }).value;
      // a legal name, which an assignment would take for something else
      if (name === '__proto__') Object.defineProperty(attributes, name, { value, enumerable: true });
      else attributes[name] = value;
    }
    const element: OpenElement = { name: tag.name, attributes, children: [] };
    if (!result.root) {
      result.root = element;
      rootUri = tag.uri;
    } else {
      if (tag.uri !== rootUri) element.uri = tag.uri;
      // a second root has been reported, and is not the document's
      current?.children.push(element);
    }
    if (open.push(element) > DEEPEST_XML) stop('xml-too-deep', [String(DEEPEST_XML)]);
    current = element;
  });
  parser.on('closetag', () => {
    open.pop();
    current = open[open.length - 1];
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', (comment) => addOther({ comment }));
  parser.on('processinginstruction', ({ target, body }) => addOther({ target, instruction: body }));

  try {
    parser.write(xml).close();
  } catch (error) {
    if (error !== STOP) throw error;
  }
  return result;
}
