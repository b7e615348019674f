/**
 * Akoma Ntoso 3.0: its 315 elements, what may stand in each and which attributes it bears. The tables are in vocabulary/, in the
 * notation of vocabulary/notation.ts; here they become data.
 *
 * Source of the facts: Akoma Ntoso Version 1.0 Part 2, OASIS Standard, 29 August 2018.
 */
import { analysis } from './vocabulary/analysis.ts';
import { attributes as groupsOfAttributes } from './vocabulary/attributes.ts';
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

const lines = new Map(
  (Object.keys(tables) as (keyof typeof tables)[]).flatMap((table) =>
    definitions(tables[table]).map((line) => [line.name, { table, line }] as const),
  ),
);
const attributeGroups = new Map(definitions(groupsOfAttributes).map((line) => [line.name, line.definition.split(' ')]));

const names = [...lines.keys()];

/** The elements, in the order of the tables. */
export const elementNames: ReadonlySet<string> = new Set(names.filter((name) => !name.startsWith('%')));
/** The groups of the content models: `%block`. */
export const groupNames: readonly string[] = names.filter((name) => name.startsWith('%'));

// a process meets some forty elements: each is read when it is first asked about
const rules = new Map<string, ElementRule>();
const groups = new Map<string, Content>();
const leavesOfGroups = new Map<string, readonly Content[]>();

/** In each of these elements no two elements below it, of whatever namespace, have the same eId or the same GUID. */
export const unique = { within: namesOf({ kind: 'group', name: '%document' }), attributes: ['eId', 'GUID'] } as const;

/** What is said of an element; undefined where there is none of that name. */
export function elementRule(name: string): ElementRule | undefined {
  let rule = rules.get(name);
  if (!rule && elementNames.has(name)) {
    rule = readElement(name);
    rules.set(name, rule);
  }
  return rule;
}

/** All of them, for who writes them down. */
export const elementRules = (): ElementRule[] => [...elementNames].flatMap((name) => elementRule(name) ?? []);

/** What stands for a group. */
export function group(name: string): Content {
  let model = groups.get(name);
  if (!model) {
    model = content(lineOf(name).line.definition);
    groups.set(name, model);
  }
  return model;
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

function readElement(name: string): ElementRule {
  const { table, line } = lineOf(name);
  const model = content(line.definition);
  const leaves = leavesOf(model);
  return {
    name,
    table,
    description: line.description,
    written: line.definition,
    content: model,
    mixed: leaves.some(({ kind }) => kind === 'text'),
    empty: leaves.length === 0,
    ...attributesOf(line.attributes),
  };
}

function lineOf(name: string): { table: keyof typeof tables; line: Definition } {
  return lines.get(name) ?? fail(`no such element or group: ${name}`);
}

function attributesOf(words: readonly string[]): Pick<ElementRule, 'attributes' | 'foreignAttributes'> {
  const attributes = new Map<string, AttributeRule>();
  let foreignAttributes = false;
  const add = (each: readonly string[]) => {
    for (const word of each) {
      if (word === '#foreign') foreignAttributes = true;
      else if (word.startsWith('%')) add(attributeGroups.get(word) ?? fail(`no such group of attributes: ${word}`));
      else {
        // a later mention replaces a former: `%core refersTo!`
        const { name, type, ...use } = attributeUse(word);
        attributes.set(name, { name, type: type === undefined ? usualType(name) : simpleType(type), ...use });
      }
    }
  };
  add(words);
  return { attributes, foreignAttributes };
}

function fail(message: string): never {
  throw new Error(message);
}
