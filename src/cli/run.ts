/** The command line: which command, help and version. The world outside comes in as values, so tests drive it in-process. */
import { readFileSync } from 'node:fs';
import type { Usage } from './arguments.ts';
import { DONE, type Terminal, WRONG_USAGE, writeStream } from './terminal.ts';

const help = `Usage: ntoso <command> [options]

Plain text of United Nations resolutions to valid Akoma Ntoso.

Commands:
  convert      text, Akoma Ntoso and trees as JSON, into one another
  validate     Akoma Ntoso against the schema and the rules of its profile

Options:
  -h, --help   this help; after a command, the help of that command
  --version    the version

Exit codes: 0 all was done, 1 some input failed, 2 wrong usage.
`;

interface Command {
  run: (args: readonly string[], terminal: Terminal) => Promise<number | Usage>;
  help: string;
}

/** Each is loaded when it is called: to validate takes no parser of texts. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  convert: async () => {
    const { convert, convertHelp } = await import('./convert.ts');
    return { run: convert, help: convertHelp };
  },
  validate: async () => {
    const { validate, validateHelp } = await import('./validate.ts');
    return { run: validate, help: validateHelp };
  },
};

/**
 * Runs one command line.
 *
 * @param argv the arguments after `node ntoso`
 * @param terminal streams and working folder
 * @returns the exit code: 0 all was done, 1 some input failed, 2 wrong usage
 * @example
 * process.exitCode = await run(['convert', 'samples', '-o', 'out'], { stdin, stdout, stderr, cwd: process.cwd() });
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout, stderr } = terminal;
  // a closed pipe is told to whoever writes; as an event that nobody hears it would end the process
  for (const stream of [stdout, stderr]) stream.on('error', () => {});

  const say = async (text: string): Promise<number> => {
    await writeStream(stdout, text);
    return DONE;
  };
  const refuse = async (reason: string, see: string): Promise<number> => {
    await writeStream(stderr, `ntoso: ${reason} (see ${see})\n`);
    return WRONG_USAGE;
  };

  const [command, ...rest] = argv;
  if (command === '--help' || command === '-h') return say(help);
  if (command === '--version') return say(`${version()}\n`);
  if (command === undefined) return refuse('no command given', 'ntoso --help');
  const load = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!load) return refuse(`unknown command ${JSON.stringify(command)}`, 'ntoso --help');
  const { run: runCommand, help: helpOfCommand } = await load();
  if (asksForHelp(rest)) return say(helpOfCommand);
  const ended = await runCommand(rest, terminal);
  return typeof ended === 'number' ? ended : refuse(ended.usage, `ntoso ${command} --help`);
}

/** Help wins over whatever else is wrong with the line; after `--` it is the name of a file. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}

/** package.json is two folders up from src/cli and from dist/cli alike. */
function version(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}
