/** Canonical XML, by libxml2: two documents are one when their canonical forms are the same bytes. */
import { XmlDocument } from 'libxml2-wasm';

/**
 * @param xml a well-formed document
 * @returns Canonical XML 1.0, comments included
 */
export function canonical(xml: string): string {
  const document = XmlDocument.fromString(xml);
  try {
    return document.canonicalizeToString({ mode: 0, withComments: true });
  } finally {
    document.dispose();
  }
}
