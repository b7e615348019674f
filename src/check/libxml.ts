/** The reference engine: libxml2 compiled to WebAssembly, with the schema generated here or any other. Loaded only when asked for. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from './finding.ts';
import { readEvents } from './read.ts';

const OURS = fileURLToPath(new URL('../../schemas/akn-3.0.xsd', import.meta.url));

export interface Engine {
  /** The findings of the first two layers; none when the document is valid. */
  validate(xml: string): Finding[];
  /** Frees the memory of the compiled schema. */
  close(): void;
}

/**
 * Opens the engine and compiles a schema.
 *
 * @param schema path of an XSD file, whose imports are read from beside it; that of Akoma Ntoso 3.0 by default
 * @returns the engine. Rejects when libxml2-wasm is not installed, and when the schema cannot be read or compiled.
 */
export async function openLibxml(schema: string = OURS): Promise<Engine> {
  const { XmlDocument, XmlValidateError, XsdValidator } = await load(() => import('libxml2-wasm'));
  const { xmlRegisterFsInputProviders } = await load(() => import('libxml2-wasm/lib/nodejs.mjs'));
  xmlRegisterFsInputProviders();
  const path = resolve(schema);
  const source = XmlDocument.fromString(readFileSync(path, 'utf8'), { url: path });
  const validator = XsdValidator.fromDoc(source);

  const check = (xml: string): Finding[] => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      return error.details.map(({ message, line, col }) => finding('schema-violation', plain(message), line, col));
    } finally {
      document.dispose();
    }
  };

  return {
    validate(given) {
      const xml = given.replace(/^\ufeff/, '');
      // a DOCTYPE, and what is not XML, is refused before libxml2 sees it
      const { stopped } = readEvents(xml, { start() {}, text() {}, end() {} }, false);
      if (!stopped) return check(xml);
      const before = xml.slice(0, stopped.offset).split(/\r\n|\n|\r/);
      const detail = stopped.ruleId === 'xml-doctype' ? 'a DOCTYPE is refused' : stopped.detail;
      return [finding(stopped.ruleId, detail, before.length, (before.at(-1)?.length ?? 0) + 1)];
    },
    close() {
      validator.dispose();
      source.dispose();
    },
  };
}

const finding = (ruleId: string, message: string, line: number, column: number): Finding => ({
  ruleId,
  severity: 'error',
  message,
  line: Math.max(1, line),
  column: Math.max(1, column),
  path: '',
  element: /^Element '([^']*)'/.exec(message)?.[1] ?? '',
});

/** Names without the namespace that nearly all have. */
const plain = (message: string): string => message.trim().replaceAll(/\{[^}]*\}/g, '');

async function load<T>(from: () => Promise<T>): Promise<T> {
  try {
    return await from();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('this engine needs the package libxml2-wasm: npm install libxml2-wasm');
  }
}
