/** The JSON form of a tree as a JSON Schema, from the types of src/ast.ts. */
import {
  type CompletedConfig,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  NumberType,
  ObjectProperty,
  ObjectType,
  SchemaGenerator,
  type SubNodeParser,
} from 'ts-json-schema-generator';

const config: CompletedConfig = {
  ...DEFAULT_CONFIG,
  path: 'src/ast.ts',
  tsconfig: 'tsconfig.json',
  type: 'Root',
  additionalProperties: false,
  skipTypeCheck: true,
};

/** A place in a text: unist calls it Point, which is a list item in our tree. Definitions go by name alone. */
const place: SubNodeParser = {
  supportsNode: (node) => node.getSourceFile().fileName.includes('/unist/') && /^export interface Point\b/.test(node.getText()),
  createType: () => {
    const number = (name: string, required: boolean) => new ObjectProperty(name, new NumberType(), required);
    return new ObjectType('unist-point', [], [number('line', true), number('column', true), number('offset', false)], false);
  },
};

type Schema = Record<string, unknown> & {
  $ref?: string;
  anyOf?: Schema[];
  properties?: { type?: { const?: string } };
  definitions?: Record<string, Schema>;
};

/** The schema of a tree, in JSON Schema draft 7. */
export function treeSchema(): Schema {
  const program = createProgram(config);
  const parser = createParser(program, config, (chain) => chain.addNodeParser(place));
  const generator = new SchemaGenerator(program, parser, createFormatter(config), config);
  const schema = generator.createSchema('Root') as Schema;
  return discriminated(schema, schema.definitions ?? {}) as Schema;
}

/** A union of nodes is told apart by `type`, so that what is wrong in one is not said of each. */
function discriminated(value: unknown, definitions: Readonly<Record<string, Schema>>): unknown {
  if (Array.isArray(value)) return value.map((each) => discriminated(each, definitions));
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as Schema;
  const alternatives = schema.anyOf && nodes(schema, definitions);
  if (alternatives) {
    const { anyOf: _, ...rest } = schema;
    const oneOf = alternatives.map(($ref) => ({ $ref }));
    return { ...rest, type: 'object', discriminator: { propertyName: 'type' }, required: ['type'], oneOf };
  }
  return Object.fromEntries(Object.entries(schema).map(([key, each]) => [key, discriminated(each, definitions)]));
}

/** References to the nodes that a union comes down to; undefined where something in it is no node. */
function nodes(schema: Schema, definitions: Readonly<Record<string, Schema>>): string[] | undefined {
  const found = new Set<string>();
  for (const alternative of schema.anyOf ?? []) {
    const target = definitions[alternative.$ref?.replace('#/definitions/', '') ?? ''];
    if (!alternative.$ref || !target) return undefined;
    if (target.properties?.type?.const !== undefined) found.add(alternative.$ref);
    else {
      const deeper = target.anyOf && nodes(target, definitions);
      if (!deeper) return undefined;
      for (const each of deeper) found.add(each);
    }
  }
  return [...found];
}
