/** The reference engine: libxml2 compiled to WebAssembly. */
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import type { SchemaValidator } from './index.ts';

/** Compiles a schema; `path` is where it stands, beside what it imports. */
export async function open(schema: string, path: string): Promise<SchemaValidator> {
  xmlRegisterFsInputProviders();
  const source = XmlDocument.fromString(schema, { url: path });
  const validator = XsdValidator.fromDoc(source);
  return {
    validate(xml) {
      const document = XmlDocument.fromString(xml);
      try {
        validator.validate(document);
        return [];
      } catch (error) {
        if (!(error instanceof XmlValidateError)) throw error;
        return error.details.map(({ message, line, col }) => ({ message, line, column: col }));
      } finally {
        document.dispose();
      }
    },
    close() {
      validator.dispose();
      source.dispose();
    },
  };
}
