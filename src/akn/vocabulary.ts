/**
 * Akoma Ntoso 3.0: its 315 elements, what may stand in each and which attributes it bears. The tables are in vocabulary/, in the
 * notation of vocabulary/notation.ts; here they become data.
 *
 * Source of the facts: Akoma Ntoso Version 1.0 Part 2, OASIS Standard, 29 August 2018.
 */
import { analysis } from './vocabulary/analysis.ts';
import { attributes } from './vocabulary/attributes.ts';
import { blocks } from './vocabulary/blocks.ts';
import { documents } from './vocabulary/documents.ts';
import { inline } from './vocabulary/inline.ts';
import { metadata } from './vocabulary/metadata.ts';
import { attributeUse, type Content, content, type Definition, definitions } from './vocabulary/notation.ts';
import { structure } from './vocabulary/structure.ts';
import { type SimpleType, simpleType, usualType } from './vocabulary/types.ts';

export type { Content } from './vocabulary/notation.ts';
export type { Builtin, SimpleType } from './vocabulary/types.ts';

/** The namespace of Akoma Ntoso 3.0. */
export const AKN = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** The tables, in the order in which a document unfolds. */
export const tables = { documents, structure, blocks, inline, metadata, analysis } as const;

export interface AttributeRule {
  name: string;
  type: SimpleType;
  required: boolean;
  default?: string;
}

export interface ElementRule {
  name: string;
  /** The table that it is in. */
  table: keyof typeof tables;
  description: string;
  /** As the table has it: `%headed %block+`. */
  written: string;
  content: Content;
  /** Whether characters may stand in it, not only white space. */
  mixed: boolean;
  /** Whether nothing at all may stand in it. */
  empty: boolean;
  attributes: ReadonlyMap<string, AttributeRule>;
  /** Whether it may bear attributes of other namespaces. */
  foreignAttributes: boolean;
}

const lines = (Object.keys(tables) as (keyof typeof tables)[]).flatMap((table) =>
  definitions(tables[table]).map((line) => ({ table, line })),
);
const attributeGroups = new Map(definitions(attributes).map((line) => [line.name, line.definition.split(' ')]));

/** The groups of the content models by their names, `%block`. */
export const groups: ReadonlyMap<string, Content> = new Map(
  lines.filter(({ line }) => line.name.startsWith('%')).map(({ line }) => [line.name, content(line.definition)]),
);

const leavesOfGroups = new Map<string, readonly Content[]>();

/** Every element by its name, in the order of the tables. */
export const elements: ReadonlyMap<string, ElementRule> = new Map(
  lines.filter(({ line }) => !line.name.startsWith('%')).map(({ table, line }) => [line.name, element(table, line)]),
);

/** In each of these elements no two elements below it, of whatever namespace, have the same eId or the same GUID. */
export const unique = { within: namesOf({ kind: 'group', name: '%document' }), attributes: ['eId', 'GUID'] } as const;

/** What stands for a group. */
export function group(name: string): Content {
  const found = groups.get(name);
  if (!found) throw new Error(`no such group: ${name}`);
  return found;
}

/** The names of all the elements that a content model mentions. */
export function namesOf(model: Content): ReadonlySet<string> {
  return new Set(leavesOf(model).flatMap((leaf) => (leaf.kind === 'element' ? [leaf.name] : [])));
}

function leavesOf(model: Content): readonly Content[] {
  switch (model.kind) {
    case 'group': {
      // most elements hold the same few large groups
      const leaves = leavesOfGroups.get(model.name) ?? leavesOf(group(model.name));
      leavesOfGroups.set(model.name, leaves);
      return leaves;
    }
    case 'sequence':
    case 'choice':
      return model.parts.flatMap(leavesOf);
    case 'optional':
    case 'repeated':
      return leavesOf(model.part);
    default:
      return [model];
  }
}

/** A process meets some forty elements: each is read when it is first asked about. */
function element(table: keyof typeof tables, line: Definition): ElementRule {
  const model = once(() => content(line.definition));
  const leaves = once(() => leavesOf(model()));
  const borne = once(() => attributesOf(line.attributes));
  return {
    name: line.name,
    table,
    description: line.description,
    written: line.definition,
    get content() {
      return model();
    },
    get mixed() {
      return leaves().some(({ kind }) => kind === 'text');
    },
    get empty() {
      return leaves().length === 0;
    },
    get attributes() {
      return borne().rules;
    },
    get foreignAttributes() {
      return borne().foreign;
    },
  };
}

function attributesOf(words: readonly string[]): { rules: ReadonlyMap<string, AttributeRule>; foreign: boolean } {
  const rules = new Map<string, AttributeRule>();
  let foreign = false;
  const add = (each: readonly string[]) => {
    for (const word of each) {
      if (word === '#foreign') foreign = true;
      else if (word.startsWith('%')) add(attributeGroups.get(word) ?? fail(`no such group of attributes: ${word}`));
      else {
        // a later mention replaces a former: `%core refersTo!`
        const { name, type, ...use } = attributeUse(word);
        rules.set(name, { name, type: type === undefined ? usualType(name) : simpleType(type), ...use });
      }
    }
  };
  add(words);
  return { rules, foreign };
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function fail(message: string): never {
  throw new Error(message);
}
