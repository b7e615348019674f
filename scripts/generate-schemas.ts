/** Writes what is generated from the vocabulary of Akoma Ntoso and from the types of the tree: schemas/, and a page of docs/ each. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { elementsPage, rulesPage } from './pages.ts';
import { treeSchema } from './tree-schema.ts';
import { aknSchema, xmlSchema } from './xsd.ts';

/** The files and what is in them. A test holds them against each other. */
export const generated: Readonly<Record<string, () => string>> = {
  'schemas/akn-3.0.xsd': aknSchema,
  'schemas/xml.xsd': xmlSchema,
  'schemas/resolution.schema.json': () => `${JSON.stringify(treeSchema(), null, 2)}\n`,
  'docs/elements.md': elementsPage,
  'docs/rules.md': rulesPage,
};

if (process.argv[1]?.endsWith('generate-schemas.js')) {
  mkdirSync('schemas', { recursive: true });
  for (const [path, content] of Object.entries(generated)) writeFileSync(path, content());
}
