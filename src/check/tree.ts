/** Validation of the JSON form of a tree, against the schema that is generated from the types of ast.ts. */
import { validate } from 'virtual:tree-validator';
import type { ErrorObject } from 'ajv';

export interface TreeFinding {
  ruleId: 'tree-schema';
  severity: 'error';
  message: string;
  /** The way to the faulty part, as a JSON pointer: `/children/0/type`; empty for the whole. */
  path: string;
}

/**
 * Validates a tree in its JSON form: is it what `fromText` gives and `toAkn` takes?
 *
 * @param json the tree as data, parsed already
 * @returns whether it is valid, and what is wrong: each finding with the way to it. Nothing is thrown.
 * @example
 * validateTree({ type: 'resolution', children: [] }).findings[0].message // "must have required property 'metadata'"
 */
export function validateTree(json: unknown): { valid: boolean; findings: TreeFinding[] } {
  if (validate(json)) return { valid: true, findings: [] };
  return { valid: false, findings: (validate.errors ?? []).map(findingOf) };
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
