/** `ntoso validate`: is this legal XML right, and if not, where and what to do? One file after the other; nothing is kept but counts, and who each is. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ValidateOptions, validateAkn } from '../check/akn.ts';
import type { Engine } from '../check/engines/index.ts';
import type { Finding } from '../check/finding.ts';
import { documentSet } from '../check/profile/others.ts';
import type { Usage } from './arguments.ts';
import { decode } from './decode.ts';
import { type FileReport, formats } from './formats.ts';
import { findInputs, type Input, readInput, reasonOf } from './inputs.ts';
import { DONE, FAILED, type Terminal, WRONG_USAGE, writeStream } from './terminal.ts';
import { type Configuration, readConfiguration, type ValidateCommand, validateCommand } from './validate-options.ts';

export const validateHelp = `Usage: ntoso validate <file|folder|->… [options]

Validates Akoma Ntoso: is it well-formed, valid against the schema of OASIS, and does it keep the rules of its profile?
Folders are searched for .xml files.

Options:
  --format NAME           pretty (default), json, sarif, junit or github; on standard output
  --profile NAME          un for resolutions of the United Nations, akn for any Akoma Ntoso, none for the schema alone;
                          un by default for documents whose country is un, else akn
  --rule ID=SEVERITY      off, warning or error for one rule; repeatable
  --config FILE           such settings as JSON; ntoso.config.json in the working folder by default
  --engine NAME           ntoso (default), or the reference implementation libxml2: as libxml2, which needs the package
                          libxml2-wasm, or as libxmljs2, which needs the package of that name
  --schema FILE.xsd       another schema, for the reference implementation; no profile is checked then
  --fail-on SEVERITY      error (default) or warning: what makes the exit code 1
  --max-findings N        most findings reported of one file; 100 by default
  --fix                   repair in the files what can be right in one way only: eIds, the identification, attributes that
                          are required; never the text. What remains is reported
  --dry-run               with --fix: write nothing, but print the changes as a diff, and no report
  -q, --quiet             errors only, no code frames and no summary
  -h, --help              this help

ntoso.config.json: { "validate": { "profile": "un", "failOn": "warning", "rules": { "link-text": "off" } } }
Exit codes: 0 all are valid, 1 findings at or above --fail-on, 2 wrong usage or unreadable input.
`;

/**
 * Runs `validate`.
 *
 * @param args what follows the word `validate`
 * @returns the exit code, or what is wrong with the command line
 */
export async function validate(args: readonly string[], terminal: Terminal): Promise<number | Usage> {
  const { cwd, stdout, stderr } = terminal;
  const command = validateCommand(args);
  if ('usage' in command) return command;
  const configuration = await readConfiguration(command.config, (path) => readFile(resolve(cwd, path), 'utf8'));
  if ('usage' in configuration) return configuration;
  const settings = merge(command, configuration);
  let engine: Engine;
  try {
    engine = await engineOf(command, cwd);
  } catch (error) {
    return { usage: reasonOf(error) };
  }
  const { inputs, failures } = await findInputs(command.paths, cwd, 'akn');

  const format = formats[command.format]({ failOn: settings.failOn, quiet: command.quiet, colours: isTerminal(stdout) });
  const tell = (text: string) => (command.dryRun ? undefined : writeStream(stdout, text));
  await tell(format.begin());
  const among = documentSet();
  let failing = false;
  let failed = failures.length > 0;
  for (const { path, reason } of failures) await writeStream(stderr, `ntoso: ${path}: ${reason}\n`);
  for (const input of inputs) {
    try {
      const { text, fixed } = await readAndFix(input, settings, command, terminal);
      const options = { ...validateOptions(settings), name: input.path, among };
      const report = { ...check(text, options, command, engine), ...(fixed && { fixed }) };
      if (!report.valid || report.findings.some(({ severity }) => fails(severity, settings.failOn))) failing = true;
      await tell(format.file(report));
    } catch (error) {
      failed = true;
      await writeStream(stderr, `ntoso: ${input.path}: ${reasonOf(error)}\n`);
    }
  }
  engine.close();
  await tell(format.end());
  return failed ? WRONG_USAGE : failing ? FAILED : DONE;
}

/** The text of an input; with `--fix` as it is when it has been repaired, in its file or in a diff on standard output. */
async function readAndFix(input: Input, settings: Settings, command: ValidateCommand, { cwd, stdin, stdout }: Terminal) {
  const bytes = await readInput(input, cwd, stdin);
  const decoded = decode(bytes);
  if ('reason' in decoded) throw new Error(decoded.reason);
  const { text } = decoded;
  if (!command.fix) return { text };
  const { diffOf, fixAkn, writeBack } = await import('./fix.ts');
  const { xml, fixed } = fixAkn(text, validateOptions(settings));
  if (command.dryRun) await writeStream(stdout, diffOf(input.path, text, xml));
  else if (xml !== text) await writeBack(input.path, bytes, text, xml, cwd);
  return { text: xml, fixed };
}

const ours: Engine = { validate: validateAkn, close() {} };

async function engineOf({ engine, schema }: ValidateCommand, cwd: string): Promise<Engine> {
  if (engine === 'ntoso') return ours;
  const { openEngine } = await import('../check/engines/index.ts');
  return openEngine(engine, schema === undefined ? undefined : resolve(cwd, schema));
}

type Options = ValidateOptions & { name: string };

function check(source: string, options: Options, command: ValidateCommand, engine: Engine): FileReport {
  const { valid, findings } = engine.validate(source, options);
  const wanted = command.quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
  const most = command.maxFindings;
  return { file: options.name, source, valid, findings: wanted.slice(0, most), more: Math.max(0, wanted.length - most) };
}

interface Settings extends Configuration {
  failOn: Finding['severity'];
  rules: NonNullable<Configuration['rules']>;
}

const validateOptions = ({ rules, profile }: Settings): ValidateOptions => ({ rules, ...(profile && { profile }) });

/** The command line wins over the file. */
function merge(command: ValidateCommand, configuration: Configuration): Settings {
  const profile = command.profile ?? configuration.profile;
  return {
    ...(profile && { profile }),
    failOn: command.failOn ?? configuration.failOn ?? 'error',
    rules: { ...configuration.rules, ...command.rules },
  };
}

const fails = (severity: Finding['severity'], failOn: Finding['severity']): boolean =>
  severity === 'error' || failOn === 'warning';
const isTerminal = (stream: { isTTY?: boolean }): boolean => stream.isTTY === true;
