/** Where results go, and writing them whole or not at all. */
import { randomUUID } from 'node:crypto';
import { access, chmod, constants, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Usage } from './arguments.ts';
import type { Input } from './inputs.ts';

export type Destination = { stdout: true } | { file: string } | { folder: string };

/**
 * Decides what `-o` means: a folder when it is one already, ends in a slash, or when several results may come.
 *
 * @param output as given; undefined for standard output
 * @param several whether more than one result may come
 * @returns the destination, or what is wrong with the command line
 */
export async function destinationOf(output: string | undefined, several: boolean, cwd: string): Promise<Destination | Usage> {
  if (output === undefined) return several ? { usage: 'several inputs need a folder to write to: -o DIR' } : { stdout: true };
  const path = resolve(cwd, output);
  const existing = await stat(path).catch(() => undefined);
  if (existing ? existing.isDirectory() : several || /[/\\]$/.test(output)) return { folder: path };
  return several ? { usage: `several inputs need a folder to write to, and ${output} is a file` } : { file: path };
}

/** Makes the output folder. Rejects, with the error of the file system, when nothing can be written there. */
export async function prepareDestination(destination: Destination): Promise<void> {
  if (!('folder' in destination)) return;
  await mkdir(destination.folder, { recursive: true });
  await access(destination.folder, constants.W_OK);
}

/**
 * Gives each input the path that its result goes to, undefined for standard output. It throws where the result would
 * overwrite an input, or another result: `a.txt` and `a.md` both want to be `a.xml`, and the first has it.
 */
export function planTargets(
  destination: Destination,
  extension: 'xml' | 'json' | 'txt',
  inputs: readonly Input[],
  cwd: string,
): (input: Input) => Promise<string | undefined> {
  const sources = new Set(inputs.map(({ path }) => resolve(cwd, path)));
  const owners = new Map<string, string>();
  return async (input) => {
    if ('stdout' in destination) return undefined;
    const target = 'file' in destination ? destination.file : join(destination.folder, `${input.stem}.${extension}`);
    const owner = owners.get(target);
    if (owner !== undefined) throw new Error(`would overwrite ${target}, the result of ${owner}`);
    if (sources.has(target) || (await isSameFile(target, resolve(cwd, input.path)))) {
      throw new Error(`would overwrite ${target}, which is an input`);
    }
    owners.set(target, input.path);
    return target;
  };
}

/** Whether two paths are one file, by whatever names or links. */
async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => stat(path, { bigint: true }).catch(() => undefined)));
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev;
}

/**
 * Writes a file so that nobody ever sees half of it: beside it first, then by renaming; who may read and write it stays. What is
 * not a plain file (`-o /dev/null`, a named pipe) is written to directly.
 */
export async function writeAtomically(path: string, content: string): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  if (existing && !existing.isFile()) return writeFile(path, content);
  // through a symbolic link to the file itself, rather than over the link
  const target = existing ? await realpath(path) : path;
  await mkdir(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.ntoso-${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    if (existing) await chmod(temporary, existing.mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
