/** What the build makes of schemas/resolution.schema.json. */
declare module 'virtual:tree-validator' {
  import type { ValidateFunction } from 'ajv';

  export const validate: ValidateFunction;
}
