/** libxml2 as a native module, where one is installed. It compiles the schema anew for every document. */
import type { SchemaValidator } from './index.ts';

/** What is used of it. It is no dependency, for it is built from C++ where there is no binary; so its types are not here either. */
interface Libxmljs {
  parseXml(xml: string, options?: { baseUrl?: string; huge?: boolean; big_lines?: boolean }): Document;
}
interface Document {
  validate(schema: Document): boolean;
  validationErrors: { message: string; line: number; column: number }[];
}

const PACKAGE: string = 'libxmljs2';
const { parseXml } = ((await import(PACKAGE)) as { default: Libxmljs }).default;

/** Reads a schema; `path` is where it stands, beside what it imports. */
export async function open(schema: string, path: string): Promise<SchemaValidator> {
  const source = parseXml(schema, { baseUrl: path });
  return {
    validate(xml) {
      const document = parseXml(xml, { huge: true, big_lines: true });
      return document.validate(source) ? [] : document.validationErrors;
    },
    close() {},
  };
}
