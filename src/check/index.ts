/** The entry `ntoso/validate`: is this legal XML right, and if not, where and what to do? */
export { type ValidateOptions, type Validation, validateAkn, validationRules } from './akn.ts';
export type { Finding, Severity } from './finding.ts';
export { type Fixed, fixAkn } from './fix/index.ts';
export { codeFrame } from './frame.ts';
export type { Profile } from './profile/index.ts';
export { type DocumentSet, documentSet } from './profile/others.ts';
export { type TreeFinding, validateTree } from './tree.ts';
