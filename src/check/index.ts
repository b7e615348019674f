/** The entry `ntoso/validate`: is this legal XML right, and if not, where and what to do? */
export { type Finding, type Severity, type ValidateOptions, type Validation, validateAkn } from './akn.ts';
export { codeFrame } from './frame.ts';
