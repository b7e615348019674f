/**
 * Property tests try the same inputs each time, so that a commit is judged alike by everyone. `SEED=random npx vitest run` looks for faults
 * elsewhere; a test that fails names its seed, and `SEED=1234` tries that one again.
 */
import fc from 'fast-check';

const { SEED = '1' } = process.env;
if (SEED !== 'random') {
  if (!/^-?\d+$/.test(SEED)) throw new Error(`SEED is a whole number or random, not ${JSON.stringify(SEED)}`);
  fc.configureGlobal({ seed: Number(SEED) });
}
