/**
 * What ajv makes of schemas/resolution.schema.json, as a module to import: so a program neither loads ajv nor compiles the schema, which
 * takes longer than to validate a hundred trees, nor has to allow code that is made while it runs.
 */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const NAME = 'virtual:tree-validator';

/** Descriptions are for people. */
const withoutWords = (json) =>
  JSON.parse(json, (key, value) => (key === 'description' && typeof value === 'string' ? undefined : value));

/** For rolldown and for vite alike. */
export const treeValidator = {
  name: 'tree-validator',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load(id) {
    if (id !== `\0${NAME}`) return undefined;
    const ajv = new Ajv({ discriminator: true, allowUnionTypes: true, inlineRefs: false, code: { source: true, esm: true } });
    const schema = withoutWords(readFileSync(new URL('schemas/resolution.schema.json', import.meta.url), 'utf8'));
    return standalone.default(ajv, ajv.compile(schema));
  },
};
