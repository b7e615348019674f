/** Finding the texts to convert, and turning their bytes into characters. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Format } from './options.ts';

export interface Input {
  /** As the user knows it: the argument, or the argument and the way down from it; `-` is standard input. */
  path: string;
  /** Where the result goes below an output folder, without extension: `2024/79_154`. */
  stem: string;
}

/** An input that could not be converted, and why, in one line. */
export interface Failure {
  path: string;
  reason: string;
}

export interface Found {
  inputs: Input[];
  failures: Failure[];
  /** Whether a folder was named, however few texts it holds. */
  folders: boolean;
}

/** What a folder is searched for. */
const FILES: Readonly<Record<Format, { name: RegExp; said: string }>> = {
  text: { name: /\.(?:txt|md)$/i, said: '.txt or .md' },
  akn: { name: /\.xml$/i, said: '.xml' },
  json: { name: /\.json$/i, said: '.json' },
};
const ANY_FILE = /\.(?:txt|md|xml|json)$/i;

/**
 * Finds the inputs, in the order of the arguments and by name within a folder. Names that begin with a dot are left out of
 * folders (`._note.txt` is macOS's own), and folders behind symbolic links are not entered, for they may lead back.
 *
 * @param paths files, folders or `-`
 * @param format what folders are searched for
 * @param cwd the folder that relative paths start from
 */
export async function findInputs(paths: readonly string[], cwd: string, format: Format = 'text'): Promise<Found> {
  const found: Found = { inputs: [], failures: [], folders: false };
  for (const path of paths) {
    if (path === '-') {
      found.inputs.push({ path, stem: 'stdin' });
      continue;
    }
    try {
      if ((await stat(resolve(cwd, path))).isDirectory()) {
        found.folders = true;
        const before = found.inputs.length + found.failures.length;
        await walk(path, '', cwd, format, found);
        if (found.inputs.length + found.failures.length === before) {
          found.failures.push({ path, reason: `no ${FILES[format].said} file in this folder` });
        }
      } else {
        found.inputs.push({ path, stem: basename(path).replace(ANY_FILE, '') });
      }
    } catch (error) {
      found.failures.push({ path, reason: reasonOf(error) });
    }
  }
  return found;
}

async function walk(root: string, below: string, cwd: string, format: Format, found: Found): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await list(resolve(cwd, root, below));
  } catch (error) {
    found.failures.push({ path: join(root, below), reason: reasonOf(error) });
    return;
  }
  for (const entry of entries) {
    const path = join(below, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) await walk(root, path, cwd, format, found);
    else if (FILES[format].name.test(entry.name) && (await isFile(entry, resolve(cwd, root, path)))) {
      found.inputs.push({ path: join(root, path), stem: path.replace(ANY_FILE, '') });
    }
  }
}

async function list(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  // by code unit, not by locale: the same order on every machine
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A file, or a link to one. A link that leads nowhere counts too: reading it says so. */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return (await stat(path).catch(() => undefined))?.isFile() ?? true;
}

/** The bytes of an input. Rejects with the error of the file system. */
export async function readInput(input: Input, cwd: string, stdin: Readable): Promise<Uint8Array> {
  if (input.path !== '-') return readFile(resolve(cwd, input.path));
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** What a failed call of the system says, without code and path: `no such file or directory`. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^E[A-Z0-9]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
