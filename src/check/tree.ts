/** Validation of the JSON form of a tree, against the schema that is generated from the types of ast.ts. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { treeSchema } from './tree.data.ts';

export interface TreeFinding {
  ruleId: 'tree-schema';
  severity: 'error';
  message: string;
  /** The way to the faulty part, as a JSON pointer: `/children/0/type`; empty for the whole. */
  path: string;
}

let validator: ValidateFunction | undefined;

/**
 * Validates a tree in its JSON form: is it what `fromText` gives and `toAkn` takes?
 *
 * @param json the tree as data, parsed already
 * @returns whether it is valid, and what is wrong: each finding with the way to it. Nothing is thrown.
 * @example
 * validateTree({ type: 'resolution', children: [] }).findings[0].message // "must have required property 'metadata'"
 */
export function validateTree(json: unknown): { valid: boolean; findings: TreeFinding[] } {
  validator ??= new Ajv({ discriminator: true, allowUnionTypes: true }).compile(JSON.parse(treeSchema));
  if (validator(json)) return { valid: true, findings: [] };
  return { valid: false, findings: (validator.errors ?? []).map(findingOf) };
}

function findingOf({ instancePath, message = '', params, keyword }: ErrorObject): TreeFinding {
  const detail =
    keyword === 'additionalProperties'
      ? `: ${params.additionalProperty}`
      : keyword === 'enum'
        ? `: ${params.allowedValues.join(', ')}`
        : keyword === 'const'
          ? `: ${params.allowedValue}`
          : '';
  return { ruleId: 'tree-schema', severity: 'error', message: `${message}${detail}`, path: instancePath };
}
