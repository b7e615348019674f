/** The OASIS schema, compiled once for all tests. Where it is not at hand the tests that need it are skipped, and say so. */
import { existsSync, readFileSync } from 'node:fs';
import { XmlDocument, XmlLibError, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const SCHEMA = '../shared/schemas/akomantoso30.xsd';
export const hasSchema = existsSync(SCHEMA);
/** For the name of a test: why it is skipped. */
export const schemaNote = hasSchema ? '' : ` (skipped: ${SCHEMA} is not here)`;

let validator: XsdValidator | undefined;

/**
 * @param xml an Akoma Ntoso document
 * @returns what makes it malformed or invalid; nothing when it is valid
 */
export function validate(xml: string): string[] {
  if (!validator) {
    // the schema imports xml.xsd by a relative path
    xmlRegisterFsInputProviders();
    validator = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(SCHEMA, 'utf8'), { url: SCHEMA }));
  }
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
}
