/** Messages: plain data from one closed table. No stage throws on content; it reports. */
import type { Position } from './ast.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Every message there is: id → severity and sentence. `{}` stands for the detail of the case. */
export const rules = {
  'not-a-resolution': ['warning', 'this does not look like a UN resolution, decision or statement: {}'],
  'empty-document': ['warning', 'the input has no text'],
  'no-enacting-formula': ['warning', 'no enacting formula found (such as “The General Assembly,”)'],
  'no-operative-paragraph': ['warning', 'no operative paragraph found'],
  'language-undetected': ['warning', 'the language could not be detected; it is treated as {}'],
  'second-language': ['warning', 'a good part of the text is in {}, it is read as {}; give each language a text of its own'],
  'second-document': ['warning', 'another document begins here: {}; give each document a text of its own'],
  'visual-order': [
    'warning',
    'the extraction left the text as it is seen, not as it is read: {}; it is kept as it stands, take the text from another source',
  ],
  'symbol-missing': ['warning', 'the text gives no symbol; the document cannot be identified by it'],
  'symbol-from-number': ['info', 'symbol {} derived from the number in the title line'],
  'date-missing': ['warning', 'the text gives no adoption date'],
  'date-unknown': ['warning', 'no adoption date in the text; marked as unknown'],
  'date-inferred-year': ['warning', 'no adoption date in the text; the year is taken from the number: {}'],
  'identity-unknown': ['warning', 'neither symbol nor number: the identifier {} is derived from the title in this language'],
  'metadata-conflict': ['warning', 'two places of the document disagree: {}'],
  'number-missing': ['warning', 'paragraph number missing before {}'],
  'number-duplicate': ['warning', 'paragraph number {} occurs twice'],
  'point-missing': ['warning', 'list item missing before {}'],
  'note-orphan': ['warning', 'note {} is called nowhere; it is kept at the end of the page where it stands'],
  'note-call-orphan': ['warning', 'call {} has no note'],
  'note-duplicate': ['warning', 'note {} is given twice on this page'],
  'note-unsure': ['info', 'the call of note {} was inferred: {}'],
  'word-repaired': ['info', 'a word split by the extraction was joined: {}'],
  'hyphen-restored': ['info', 'a hyphen that the extraction dropped at a line end was set again: {}'],
  'line-moved': ['info', 'a line that the extraction put before its beginning was moved behind it: {}'],
  'page-break-suspicious': [
    'info',
    'text before a page break ends without punctuation and the next page does not seem to go on',
  ],
  'too-deep': ['warning', 'nesting deeper than {} levels is kept flat'],
  'xml-malformed': ['error', 'not well-formed XML: {}; what could be read is incomplete'],
  'xml-doctype': ['error', 'a DOCTYPE is refused: Akoma Ntoso needs none, and it would bring entities in'],
  'xml-too-deep': ['error', 'elements nested deeper than {} levels are refused'],
  'xml-too-large': ['error', 'an input of {} characters is refused: {} are read at most'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type RuleId = keyof typeof rules;

export interface Diagnostic {
  ruleId: RuleId;
  severity: Severity;
  message: string;
  /** In the original input; absent when the message is about the whole document. */
  position?: Position;
}

/**
 * Makes a message from the table.
 *
 * @param ruleId the row of the table
 * @param details what stands for each `{}`, in order
 * @param position where, in the original input
 */
export function diagnostic(ruleId: RuleId, details: readonly string[] = [], position?: Position): Diagnostic {
  const [severity, sentence] = rules[ruleId];
  let next = 0;
  const message = sentence.replace(/\{\}/g, () => details[next++] ?? '');
  return position ? { ruleId, severity, message, position } : { ruleId, severity, message };
}
