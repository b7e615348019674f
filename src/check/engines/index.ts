/** Who else validates: libxml2, which is the reference and knows any schema. Loaded only when asked for. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ValidateOptions, type Validation, validateAkn } from '../akn.ts';
import type { Finding } from '../finding.ts';
import { profiles } from '../profile/index.ts';
import { readEvents } from '../read.ts';

export interface Engine {
  /** As `validateAkn`. What stands beyond the schema is always ours; with another schema than ours it is not looked at. */
  validate(xml: string, options: ValidateOptions): Validation;
  /** Frees what the engine holds. */
  close(): void;
}

/** A validator for XML Schema, and nothing else. */
export interface SchemaValidator {
  /** What is wrong with a document that is well-formed, in the words of the library; lines and columns from 1. */
  validate(xml: string): { message: string; line: number; column: number }[];
  close(): void;
}

const packages = {
  libxml2: { name: 'libxml2-wasm', load: () => import('./libxml2.ts') },
  libxmljs2: { name: 'libxmljs2', load: () => import('./libxmljs2.ts') },
} as const;
export type EngineName = 'ntoso' | keyof typeof packages;

const OURS = fileURLToPath(new URL('../../../schemas/akn-3.0.xsd', import.meta.url));

/**
 * Opens an engine and compiles its schema.
 *
 * @param schema path of an XSD file, whose imports are read from beside it; that of Akoma Ntoso 3.0 by default
 * @returns the engine. Rejects when its package is not installed, and when the schema cannot be read or compiled.
 */
export async function openEngine(name: Exclude<EngineName, 'ntoso'>, schema?: string): Promise<Engine> {
  const path = resolve(schema ?? OURS);
  const { open } = await load(name);
  const validator = await open(readFileSync(path, 'utf8'), path);
  return {
    validate(given, options) {
      const { rules = {} } = options;
      const xml = given.replace(/^\ufeff/, '');
      // a DOCTYPE, and what is not XML, is refused before libxml2 sees it
      const { stopped } = readEvents(xml, { start() {}, text() {}, end() {} }, false);
      if (stopped) return validateAkn(xml, { ...options, profile: 'none' });
      const schemaFindings = validator.validate(xml).map(findingOf);
      const beyond = schema === undefined ? validateAkn(xml, options).findings.filter(isBeyond) : [];
      const severity = rules['schema-violation'] ?? 'error';
      const kept = severity === 'off' ? [] : schemaFindings.map((finding) => ({ ...finding, severity }));
      return { valid: schemaFindings.length === 0, findings: [...kept, ...beyond].sort((a, b) => a.line - b.line) };
    },
    close: validator.close,
  };
}

async function load(engine: keyof typeof packages) {
  const { name, load } = packages[engine];
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(`this engine needs the package ${name}: npm install ${name}`);
  }
}

const isBeyond = ({ ruleId }: Finding): boolean => ruleId in profiles.akn || ruleId in profiles.un;

const findingOf = ({ message, line, column }: ReturnType<SchemaValidator['validate']>[number]): Finding => ({
  ruleId: 'schema-violation',
  severity: 'error',
  // names without the namespace that nearly all have
  message: message.trim().replaceAll(/\{[^}]*\}/g, ''),
  line: Math.max(1, line),
  column: Math.max(1, column),
  path: '',
  element: /^Element '(?:\{[^}]*\})?([^']*)'/.exec(message)?.[1] ?? '',
});
