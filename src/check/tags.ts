/** Where the attributes of an element stand in the source. */
import type { Attribute, Element } from './read.ts';

/** An attribute as it is written, in offsets of the source. */
interface Written {
  name: string;
  start: number;
  /** Of its value, the quotes among it. */
  value: number;
  end: number;
}

const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/y;

/** The attributes in the start tag of an element, declarations of namespaces among them. */
export function* attributesIn(source: string, element: Element): Generator<Written> {
  let end = element.offset + 1 + element.name.length;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const [whole, name, value] = ATTRIBUTE.exec(source) ?? [];
    if (whole === undefined || name === undefined || value === undefined) return;
    const start = end + whole.indexOf(name);
    end += whole.length;
    yield { name, start, value: end - value.length, end };
  }
}

/** Where an attribute stands; the element where it has none of that name. */
export function attributeOffset(source: string, element: Element, { name }: Pick<Attribute, 'name'>): number {
  for (const written of attributesIn(source, element)) if (written.name === name) return written.start;
  return element.offset;
}

/** An attribute of an element, and the value that it is to have. */
export interface Setting {
  element: Element;
  attribute: string;
  value: string;
}

/**
 * Gives attributes their values: replaced where they are, put behind the last one where they are not. All else stays as it is,
 * character by character.
 *
 * @param source what the elements were read from
 * @param settings one for each attribute
 */
export function setAttributes(source: string, settings: readonly Setting[]): string {
  const edits = settings.map((setting) => editOf(source, setting)).sort((a, b) => a.start - b.start);
  let written = '';
  let at = 0;
  for (const { start, end, text } of edits) {
    written += source.slice(at, start) + text;
    at = end;
  }
  return written + source.slice(at);
}

function editOf(source: string, { element, attribute, value }: Setting) {
  let behind = element.offset + 1 + element.name.length;
  for (const { name, value: start, end } of attributesIn(source, element)) {
    if (name === attribute) return { start, end, text: `"${escaped(value)}"` };
    behind = end;
  }
  return { start: behind, end: behind, text: ` ${attribute}="${escaped(value)}"` };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

/** A tab or a line end is written as what it is, or a reader would make a blank of it. */
const escaped = (value: string): string =>
  value.replace(/[&<"\t\n\r]/g, (character) => ESCAPES[character] ?? `&#${character.charCodeAt(0)};`);
