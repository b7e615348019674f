/** One pass over the characters of a document: start tags, text and end tags as they come, each with its exact place. */
import type { SaxesTagPlain } from 'saxes';
import { isDeclaration, localOf, namespaceOf, type Scope } from '../xml/namespaces.ts';
import { XmlParser } from '../xml/parser.ts';
import { DEEPEST_XML, LONGEST_XML } from '../xml/read.ts';

export interface Attribute {
  /** As written: `akn4un:voters`. */
  name: string;
  local: string;
  /** Namespace; empty for none. */
  uri: string;
  value: string;
}

export interface Element {
  /** As written, with its prefix. */
  name: string;
  local: string;
  /** Namespace; empty for none. */
  uri: string;
  /** Without declarations of namespaces. */
  attributes: readonly Attribute[];
  /** Of its `<`, in UTF-16 code units from 0. */
  offset: number;
  parent: Element | undefined;
  /** The element before it in the same parent, and while it is open the last one in it. */
  previous: Element | undefined;
  last: Element | undefined;
  /** What `ordinalOf` has found out. */
  ordinal: number | undefined;
  counts: Map<string, number> | undefined;
  /** Elements and text, where they are kept. */
  children: (Element | string)[];
  /** The way to it in words, once somebody has asked. */
  path: string | undefined;
}

export interface Listener {
  start(element: Element): void;
  /** Characters between tags: a stretch of text, or a CDATA section. `offset` is where they begin in the source. */
  text(text: string, parent: Element, offset: number, cdata: boolean): void;
  end(element: Element): void;
}

/** Why reading stopped before the end. */
export interface Stopped {
  ruleId: 'xml-malformed' | 'xml-doctype' | 'xml-too-deep' | 'xml-too-large';
  detail: string;
  offset: number;
  /** The element in which it happened. */
  inside: Element | undefined;
}

/** Of elements that keep no children. */
const NONE: Element['children'] = [];

/** Thrown by a handler to end the reading, and caught where it began: saxes knows no other way to stop. */
const STOP = Symbol('stop');

/**
 * Reads a document and tells the listener what comes. It stops at the first thing that is not well-formed, at a DOCTYPE, and at
 * limits that no honest document reaches.
 *
 * @param xml without byte order mark
 * @param keep whether elements keep their children, so that the whole can be looked at afterwards
 * @returns the root, and why reading stopped, if it did
 */
export function readEvents(xml: string, listener: Listener, keep: boolean): { root?: Element; stopped?: Stopped } {
  if (xml.length > LONGEST_XML) {
    return { stopped: { ruleId: 'xml-too-large', detail: `${xml.length} characters`, offset: 0, inside: undefined } };
  }
  const parser = new XmlParser();
  let root: Element | undefined;
  let current: Element | undefined;
  let depth = 0;
  let tagOffset = 0;
  let textOffset = 0;
  let stopped: Stopped | undefined;

  const stop = (ruleId: Stopped['ruleId'], detail: string, offset: number): never => {
    stopped = { ruleId, detail, offset, inside: current };
    throw STOP;
  };
  const markupEnds = () => {
    textOffset = parser.position;
  };
  const addText = (text: string, cdata: boolean) => {
    if (!current) return;
    listener.text(text, current, textOffset, cdata);
    if (keep) current.children.push(text);
  };

  parser.on('error', (error) => {
    const detail = error.message.replace(/^.*?\d+:\d+: /, '').replace(/\.$/, '');
    stop('xml-malformed', detail, Math.min(parser.position, xml.length));
  });
  parser.on('doctype', () => stop('xml-doctype', '', xml.lastIndexOf('<!DOCTYPE', parser.position)));
  parser.on('opentagstart', () => {
    // the parser stands behind the character after the name, and a name has no `<`
    tagOffset = xml.lastIndexOf('<', parser.position - 2);
  });
  parser.on('opentag', (tag) => {
    const uri = parser.enter(tag);
    const { scope } = parser;
    const element: Element = {
      name: tag.name,
      local: localOf(tag.name),
      uri,
      attributes: attributesOf(tag, scope),
      offset: tagOffset,
      parent: current,
      previous: current?.last,
      last: undefined,
      ordinal: undefined,
      counts: undefined,
      children: keep ? [] : NONE,
      path: undefined,
    };
    root ??= element;
    if (current) current.last = element;
    if (keep) current?.children.push(element);
    current = element;
    if (++depth > DEEPEST_XML) stop('xml-too-deep', `${DEEPEST_XML} levels`, tagOffset);
    listener.start(element);
    markupEnds();
  });
  parser.on('closetag', () => {
    parser.leave();
    if (current) {
      listener.end(current);
      current.last = undefined;
      current = current.parent;
    }
    depth--;
    markupEnds();
  });
  parser.on('text', (text) => addText(text, false));
  parser.on('cdata', (text) => {
    addText(text, true);
    markupEnds();
  });
  parser.on('comment', markupEnds);
  parser.on('processinginstruction', ({ target }) => {
    parser.checkTarget(target);
    markupEnds();
  });

  try {
    parser.write(xml).close();
  } catch (error) {
    if (error !== STOP) throw error;
  }
  return { ...(root && { root }), ...(stopped && { stopped }) };
}

/**
 * The number of an element among the siblings of its name, from 1. Few are asked for, so none is counted until then; and none is
 * counted twice, however many are asked for.
 */
export function ordinalOf(element: Element): number {
  const uncounted: Element[] = [];
  for (let each: Element | undefined = element; each && each.ordinal === undefined; each = each.previous) uncounted.push(each);
  const { parent = element } = element;
  parent.counts ??= new Map();
  for (const each of uncounted.reverse()) {
    each.ordinal = (parent.counts.get(each.name) ?? 0) + 1;
    parent.counts.set(each.name, each.ordinal);
  }
  return element.ordinal ?? 1;
}

function attributesOf(tag: SaxesTagPlain, scope: Scope): Attribute[] {
  const attributes: Attribute[] = [];
  for (const name in tag.attributes) {
    const value = tag.attributes[name] as string;
    if (!name.includes(':')) {
      if (name !== 'xmlns') attributes.push({ name, local: name, uri: '', value });
    } else if (!isDeclaration(name)) attributes.push({ name, local: localOf(name), uri: namespaceOf(name, scope), value });
  }
  return attributes;
}
