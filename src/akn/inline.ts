/** Inline nodes: text, typography, notes, citations, dates. */
import type { Emphasis, Inline, Phrase } from '../ast.ts';
import { isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeCitation, encodeInternalRef, encodeRef } from './citation.ts';
import { type Decoding, isBlank, nameOf, textIn } from './decoding.ts';
import { collapse, type Draft, type Holder, join, settle } from './drafts.ts';
import { type Encoding, refer } from './encoding.ts';
import { writeAgain } from './held.ts';
import { isDay } from './iri.ts';
import { append, keep, opaque, type Piece } from './kept.ts';
import { decodeNote, encodeNote } from './note.ts';

export function encodeInlines(nodes: readonly Inline[], encoding: Encoding): XmlNode[] {
  const encoded: XmlNode[] = [];
  for (const node of nodes) {
    const again = writeAgain(node, encoding);
    if (again) append(encoded, again);
    else encodeInline(node, encoding, encoded);
  }
  return encoded;
}

function encodeInline(node: Inline, encoding: Encoding, into: XmlNode[]): void {
  switch (node.type) {
    case 'text':
      if (node.value !== '') into.push(node.value);
      break;
    case 'emphasis':
      if (node.style === 'sup' || node.style === 'sub')
        into.push(mixed(node.style, {}, encodeInlines(node.children, encoding)));
      else into.push(mixed('span', { class: node.style }, encodeInlines(node.children, encoding)));
      break;
    case 'phrase':
      into.push(encodePhrase(node, encoding));
      break;
    case 'authorialNote':
      into.push(encodeNote(node, encoding));
      break;
    case 'noteRef': {
      const eId = encoding.notes.get(node.marker);
      // a call without a note stays what it looks like
      if (eId === undefined) into.push(mixed('sup', { class: 'noteRef' }, node.marker === '' ? [] : [node.marker]));
      else into.push(mixed('noteRef', { href: `#${eId}`, marker: node.marker, placement: 'bottom' }));
      break;
    }
    case 'ref':
      into.push(encodeRef(node, encoding));
      break;
    case 'internalRef':
      into.push(encodeInternalRef(node, encoding));
      break;
    case 'date':
      if (encoding.options.dates !== false && isDay(node.date)) {
        into.push(mixed('date', { date: node.date }, encodeInlines(node.children, encoding)));
      } else {
        const attributes = { name: 'date', title: node.date };
        into.push(
          ...(isDay(node.date)
            ? encodeInlines(node.children, encoding)
            : [mixed('inline', attributes, encodeInlines(node.children, encoding))]),
        );
      }
      break;
    case 'break':
      into.push(mixed('eol'));
      break;
    case 'opaque':
      append(into, node.xml);
      break;
    default:
      throw new TypeError(`not an inline node: ${(node as { type: unknown }).type}`);
  }
}

// how the Secretariat prints the phrase: no italics in Chinese, bold ones in Arabic
function phraseClass({ metadata }: Encoding): string {
  if (metadata.language === 'zho') return 'bold';
  return metadata.language === 'ara' && metadata.organ !== 'hrc' ? 'bold italic' : 'italic';
}

function encodePhrase(node: Phrase, encoding: Encoding): XmlNode {
  return mixed(
    'span',
    { class: phraseClass(encoding), refersTo: refer(encoding, node.role) },
    encodeInlines(node.children, encoding),
  );
}

// ---------------------------------------------------------------------------------------------- decoding

/** Running text: the nodes that it is, in the XML that it was. */
export function decodeInlines(nodes: readonly XmlNode[], decoding: Decoding): Piece[] {
  return settle(decodeDrafts(nodes, decoding));
}

/** Running text, its white space in order, before it is settled what its first words are. */
export function decodeDrafts(nodes: readonly XmlNode[], decoding: Decoding): Draft[] {
  const drafts = draftsOf(nodes, decoding);
  return decoding.ours ? join(drafts) : collapse(drafts);
}

/** The converter of the Secretariat cuts a word in italics or a link in pieces: `<a href="x">A/RES/</a><a href="x">79/1</a>`. */
function isGoingOn({ name, attributes, children }: XmlElement, next: XmlNode | undefined): next is XmlElement {
  if (!isElement(next) || next.name !== name || (name !== 'a' && name !== 'span')) return false;
  const { href, class: styles, refersTo } = next.attributes;
  const isSame = attributes.href === href && attributes.class === styles && attributes.refersTo === refersTo;
  return isSame && children.every(isString) && next.children.every(isString);
}

const isString = (node: XmlNode): node is string => typeof node === 'string';

function draftsOf(nodes: readonly XmlNode[], decoding: Decoding): Draft[] {
  const drafts: Draft[] = [];
  for (let k = 0; k < nodes.length; k++) {
    const node = nodes[k] as XmlNode;
    if (typeof node === 'string') {
      drafts.push({ is: 'text', value: node, xml: [node] });
      continue;
    }
    if (!isElement(node)) {
      drafts.push({ is: 'text', value: '', xml: [node] });
      continue;
    }
    if (decoding.ours || k === nodes.length - 1) {
      drafts.push(draftOf(node, NONE, decoding));
      continue;
    }
    const note = nameOf(node) === 'sup' ? nodes[k + 1] : undefined;
    if (isElement(note) && nameOf(note) === 'authorialNote' && textIn(node) === '(') {
      // Arabic raises the brackets round a call, and they are of the call: <sup>(</sup><authorialNote/><sup>)</sup>
      const close = nodes[k + 2];
      const closed = isElement(close) && textIn(close) === ')' ? [close] : [];
      drafts.push({ is: 'node', node: decodeNote(note, decoding, [node], closed) });
      k += 1 + closed.length;
      continue;
    }
    let end = k + 1;
    while (isGoingOn(node, nodes[end])) end++;
    drafts.push(draftOf(node, end > k + 1 ? (nodes.slice(k + 1, end) as XmlElement[]) : NONE, decoding));
    k = end - 1;
  }
  return drafts;
}

const NONE: readonly XmlElement[] = [];

const STYLES: Readonly<Record<string, Emphasis['style']>> = { b: 'bold', i: 'italic', u: 'underline', sup: 'sup', sub: 'sub' };

/** @param more the elements after it that go on where it breaks off */
function draftOf(element: XmlElement, more: readonly XmlElement[], decoding: Decoding): Draft {
  const { attributes } = element;
  const name = nameOf(element);
  switch (name) {
    case 'span': {
      const { class: styles, refersTo } = attributes;
      if (refersTo === '#preambularPhrase' || refersTo === '#operativeVerb')
        return holder({ type: 'phrase', role: refersTo.slice(1) as Phrase['role'], children: [] }, element, more, decoding);
      if (styles === 'italic' || styles === 'bold' || styles === 'underline')
        return holder(emphasis(styles), element, more, decoding);
      if (styles !== 'bold italic' || more.length > 0 || isBlank(element)) break;
      const inner = holder(emphasis('italic'), element, more, decoding);
      return { is: 'holder', node: emphasis('bold'), around: undefined, drafts: [inner] };
    }
    case 'a':
    case 'ref':
    case 'rref': {
      const citation = decodeCitation(element);
      if (citation) return holder(citation, element, more, decoding);
      break;
    }
    case 'authorialNote':
      return { is: 'node', node: decodeNote(element, decoding, [], []) };
    case 'noteRef':
      return { is: 'node', node: keep({ type: 'noteRef', marker: attributes.marker ?? '' }, [element]) };
    case 'eol':
    case 'br':
      return { is: 'node', node: keep({ type: 'break' }, [element]) };
    case 'sup': {
      const marker = textIn(element);
      const isCall = attributes.class === 'noteRef' || (!decoding.ours && decoding.markers.has(marker.trim()));
      if (isCall)
        return { is: 'node', node: keep({ type: 'noteRef', marker: decoding.ours ? marker : marker.trim() }, [element]) };
      return holder(emphasis('sup'), element, more, decoding);
    }
    case 'b':
    case 'i':
    case 'u':
    case 'sub':
      return holder(emphasis(STYLES[name] as Emphasis['style']), element, more, decoding);
    case 'date':
    case 'docDate':
      // round a line of the masthead, whose day it is
      if (attributes.date === undefined || isDayOfLine(element)) break;
      return holder({ type: 'date', date: attributes.date, children: [] }, element, more, decoding);
    case 'inline':
      if (attributes.name !== 'date') break;
      return holder({ type: 'date', date: attributes.title ?? '', children: [] }, element, more, decoding);
    case '':
      // of another namespace: its words may be no words of the text
      if (!isBlank(element)) return { is: 'node', node: opaque(element) };
  }
  if (more.length > 0) return textOfRun(element, more);
  return { is: 'wrapper', element, drafts: draftsOf(element.children, decoding) };
}

const emphasis = (style: Emphasis['style']): Emphasis => ({ type: 'emphasis', style, children: [] });

function holder(node: Holder, element: XmlElement, more: readonly XmlElement[], decoding: Decoding): Draft {
  if (more.length > 0) return { is: 'holder', node, around: undefined, drafts: [textOfRun(element, more)] };
  return { is: 'holder', node, around: element, drafts: draftsOf(element.children, decoding) };
}

function textOfRun(element: XmlElement, more: readonly XmlElement[]): Draft {
  const run = [element, ...more];
  return { is: 'text', value: run.map(textIn).join(''), xml: run };
}

/** The day of issue is said of the whole line; that of adoption is a date among its words. */
function isDayOfLine({ attributes }: XmlElement): boolean {
  const of = attributes['ntoso:of'] ?? (attributes.refersTo === '#dateOfIssuance' ? 'line' : 'words');
  return of === 'line';
}
