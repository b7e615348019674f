/** The simple types: what the value of an attribute may be. */
import { attributeTypes, types } from './attributes.ts';
import { definitions } from './notation.ts';

export type SimpleType =
  /** Defined by XML Schema Part 2. */
  | { kind: 'builtin'; name: Builtin }
  | { kind: 'restriction'; name: string; base: Builtin; pattern?: string; values?: readonly string[] }
  | { kind: 'union'; name: string; of: readonly SimpleType[] }
  /** Any number of values with blanks between them. */
  | { kind: 'list'; name: string; of: SimpleType };

const builtins = [
  'string',
  'boolean',
  'integer',
  'date',
  'dateTime',
  'time',
  'duration',
  'anyURI',
  'NCName',
  'ID',
  'xsd:language',
] as const;
export type Builtin = (typeof builtins)[number];

const named = new Map(definitions(types).map(({ name, definition }) => [name, definition]));
const known = new Map<string, SimpleType>();

/**
 * The type of a name or of an expression over names.
 *
 * @param written `anyURI`, `eIdRef`, `date | dateTime`, `referenceRef*`, `"start" | "end"`, `string /[a-z]+/`
 */
export function simpleType(written: string): SimpleType {
  let type = known.get(written);
  if (!type) {
    const definition = named.get(written);
    type = definition === undefined ? read(written, written) : read(written, definition);
    known.set(written, type);
  }
  return type;
}

function read(name: string, written: string): SimpleType {
  const builtin = builtins.find((known) => known === written);
  if (builtin) return name === builtin ? { kind: 'builtin', name } : { kind: 'restriction', name, base: builtin };
  const [, words, choices] = /^(?:(\w+) )?("[^"]*"(?: \| "[^"]*")*)$/.exec(written) ?? [];
  if (choices !== undefined) {
    const values = [...choices.matchAll(/"([^"]*)"/g)].map(([, value = '']) => value);
    return { kind: 'restriction', name, base: base(words ?? 'string'), values };
  }
  const [, restricted, pattern] = /^(\w+) \/(.*)\/$/.exec(written) ?? [];
  if (restricted !== undefined && pattern !== undefined) return { kind: 'restriction', name, base: base(restricted), pattern };
  if (written.endsWith('*')) return { kind: 'list', name, of: simpleType(written.slice(0, -1)) };
  if (written.includes(' | ')) return { kind: 'union', name, of: written.split(' | ').map(simpleType) };
  throw new Error(`not a type: ${written}`);
}

function base(name: string): Builtin {
  const builtin = builtins.find((known) => known === name);
  if (!builtin) throw new Error(`not a type of XML Schema: ${name}`);
  return builtin;
}

const usual = new Map(
  definitions(attributeTypes).flatMap(({ name, definition }) => name.split(/\s+/).map((each) => [each, definition] as const)),
);

/** The type that attributes of this name have where none is given: `date` is a `date | dateTime`. */
export function usualType(attribute: string): SimpleType {
  const written = usual.get(attribute);
  if (written === undefined) throw new Error(`no type is known for the attribute ${attribute}`);
  return simpleType(written);
}
