/** The public entry: synchronous, without a file or a network, fit for browsers. */
export { type FromAknOptions, type FromAknResult, fromAkn, type ToAknOptions, toAkn } from './akn/index.ts';
export type * from './ast.ts';
export { checkIdentity, checkStability, checkValidity, type Fidelity, type Form } from './check/fidelity.ts';
export { type Diagnostic, type RuleId, rules, type Severity } from './diagnostics.ts';
export { type Coverage, type FromTextOptions, type FromTextResult, fromText } from './parse/index.ts';
export { type ToTextOptions, toText } from './text/print.ts';
