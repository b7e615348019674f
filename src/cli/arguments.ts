/** What the commands share: from words on the command line to values, and in one line what is wrong with them. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Why a command line cannot be carried out: one line, for the user. */
export interface Usage {
  usage: string;
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<Known extends Options> = ReturnType<typeof parseArgs<{ allowPositionals: true; options: Known }>>;

/**
 * Reads a command line.
 *
 * @param args what follows the name of the command
 * @param options as parseArgs of Node takes them
 * @returns their values and the other words, or what is wrong with the line
 */
export function readArguments<const Known extends Options>(args: readonly string[], options: Known): Parsed<Known> | Usage {
  try {
    return parseArgs({ args: [...args], allowPositionals: true as const, options });
  } catch (error) {
    // parseArgs explains over several lines or sentences; the first says what is wrong
    return { usage: (error as Error).message.split(/\n|\. /)[0] as string };
  }
}

/** The value, where it is one of those known. */
export const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((known) => known === value);

/** What is said of a value that is not one of those known. */
export const unlisted = (said: string, values: readonly string[], given: unknown): Usage => ({
  usage: `${said} is ${listed(values)}, not ${JSON.stringify(given)}`,
});

/** `akn, json or text` */
export const listed = (values: readonly string[]): string => `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

/** What is wrong with the names of inputs, if anything is; `todo` is what would be done with them. */
export function wrongPaths(paths: readonly string[], todo: string): Usage | undefined {
  if (paths.length === 0) return { usage: `nothing to ${todo}: name files or folders, or - for standard input` };
  return paths.includes('') ? { usage: 'an empty name is neither a file nor a folder' } : undefined;
}
