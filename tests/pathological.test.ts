/**
 * The traps at a moderate size: each finishes, throws nothing and loses nothing. That they take time in proportion to their
 * length is measured by `npm run bench`: a test that is timed fails on a busy machine.
 */
import { expect, test } from 'vitest';
import { fromText, toAkn } from '../src/index.ts';
import { trapOf, traps } from './traps.ts';

const CHARACTERS = 30_000;

test.each(Object.entries(traps))('%s', (_, trap) => {
  const { tree, coverage } = fromText(trapOf(trap, CHARACTERS));
  expect(coverage).toMatchObject({ ratio: 1, lost: [] });
  expect(toAkn(tree)).toMatch(/<\/akomaNtoso>\s*$/);
});
