/** `--verify`: is each result what its input says, and valid? */
import type { Root } from '../ast.ts';
import { validateAkn } from '../check/akn.ts';
import {
  checkIdentity,
  checkStability,
  checkValidity,
  type Fidelity,
  type Form,
  type FromTextResult,
  fromAkn,
  toAkn,
} from '../index.ts';
import type { Format } from './options.ts';

/** One input, what it was read as, and what was made of it. */
export interface Conversion {
  from: Format;
  input: string;
  /** Of a text the whole result of `fromText`. */
  read: { tree: Root } | FromTextResult;
  to: Format;
  output: string;
}

/** So many faults are named; one missing line may be forty characters. */
const MOST_NAMED = 3;

/**
 * Checks a conversion.
 *
 * @param again carries it out anew
 * @param validate what makes an output of Akoma Ntoso invalid
 * @returns what does not hold, for the user: one sentence for each check; none when all is well
 */
export function verify(
  conversion: Conversion,
  again: () => string,
  validate: (xml: string) => readonly string[] = faultsOf,
): readonly string[] {
  const { to, output } = conversion;
  const checks = [checkStability(output, again), checkIdentity(inputOf(conversion), outputOf(conversion))];
  // what we write, we read as what it was written from
  if (to === 'akn')
    checks.push(
      checkStability(output, () => toAkn(fromAkn(output).tree)),
      checkValidity(output, validate),
    );
  return checks.filter(({ faults }) => faults.length > 0).map(sentence);
}

/** What the schema of Akoma Ntoso does not allow. */
function faultsOf(xml: string): string[] {
  const { findings } = validateAkn(xml, { profile: 'none' });
  return findings.map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

function inputOf({ from, input, read, to }: Conversion): Form {
  if ('coverage' in read) return { text: input, result: read };
  // the calls of notes are words in some files; in a text they are marks
  return from === 'akn' && to !== 'text' ? { xml: input } : { tree: read.tree };
}

function outputOf({ from, read, to, output }: Conversion): Form {
  if (to === 'text') return { text: output, tree: read.tree };
  if (from === 'json') return { tree: to === 'akn' ? fromAkn(output).tree : JSON.parse(output) };
  return { xml: to === 'akn' ? output : toAkn(JSON.parse(output)) };
}

function sentence({ check, faults }: Fidelity): string {
  const more = faults.length > MOST_NAMED ? ` and ${faults.length - MOST_NAMED} more` : '';
  return `${check}: ${faults.slice(0, MOST_NAMED).join(', ')}${more}`;
}
