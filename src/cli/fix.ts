/** `validate --fix`: repairs written to the files themselves, or shown as a diff. Loaded only when asked for. */
import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { writeAtomically } from './outputs.ts';

export { fixAkn } from '../check/fix/index.ts';

/** Lines around a change. */
const CONTEXT = 1;

/** A unified diff of a file, as `patch -p0` takes it; empty where nothing changes. */
export function diffOf(path: string, before: string, after: string): string {
  return before === after ? '' : createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: CONTEXT });
}

/**
 * Writes a repaired text to the file that it was read from. Rejects when that fails, and when the rest of the file would not stay
 * byte for byte what it is.
 *
 * @param bytes the whole file as it was read
 * @param before what it was decoded to
 */
export async function writeBack(path: string, bytes: Uint8Array, before: string, after: string, cwd: string): Promise<void> {
  const mark = Buffer.from(bytes.subarray(0, 3)).toString() === '\ufeff' ? '\ufeff' : '';
  if (!Buffer.from(mark + before).equals(bytes)) throw new Error('not repaired: only files in UTF-8 are');
  await writeAtomically(resolve(cwd, path), mark + after);
}
