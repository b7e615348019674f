/** Schemas, by libxml2. Where that of OASIS is not at hand the tests that need it are skipped, and say so. */
import { existsSync, readFileSync } from 'node:fs';
import { XmlDocument, XmlLibError, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const SCHEMA = '../shared/schemas/akomantoso30.xsd';
export const hasSchema = existsSync(SCHEMA);
/** For the name of a test: why it is skipped. */
export const schemaNote = hasSchema ? '' : ` (skipped: ${SCHEMA} is not here)`;

let akomaNtoso: ((xml: string) => string[]) | undefined;

/**
 * @param xml an Akoma Ntoso document
 * @returns what makes it malformed or invalid; nothing when it is valid
 */
export function validate(xml: string): string[] {
  akomaNtoso ??= validatorOf(SCHEMA);
  return akomaNtoso(xml);
}

/**
 * @param schema path of an XML Schema, which may import others by relative paths
 * @returns tells what makes a document malformed or invalid against it, by the line
 */
export function validatorOf(schema: string): (xml: string) => string[] {
  xmlRegisterFsInputProviders();
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(schema, 'utf8'), { url: schema }));
  return (xml) => {
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromString(xml);
      validator.validate(document);
      return [];
    } catch (error) {
      if (error instanceof XmlValidateError) return error.details.map(({ line, message }) => `${line}: ${message.trim()}`);
      if (error instanceof XmlLibError) return [error.message];
      throw error;
    } finally {
      document?.dispose();
    }
  };
}
