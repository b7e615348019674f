/** The options of `validate`, from the command line and from ntoso.config.json. */
import { validationRules } from '../check/akn.ts';
import { nearest } from '../check/describe.ts';
import type { EngineName } from '../check/engines/index.ts';
import type { Severity } from '../check/finding.ts';
import type { Profile } from '../check/profile/index.ts';
import { oneOf, readArguments, type Usage, unlisted, wrongPaths } from './arguments.ts';
import { type FormatName, formats } from './formats.ts';

/** What ntoso.config.json may say about validation. */
export interface Configuration {
  profile?: Profile;
  failOn?: Severity;
  rules?: Record<string, Severity | 'off'>;
}

export interface ValidateCommand extends Configuration {
  /** Files, folders, or `-`. */
  paths: string[];
  format: FormatName;
  /** As given; absent when it is to be looked for. */
  config?: string;
  engine: EngineName;
  /** A schema for libxml2. */
  schema?: string;
  maxFindings: number;
  /** Repair what can be right in one way only; with `dryRun` say how, and write nothing. */
  fix: boolean;
  dryRun: boolean;
  quiet: boolean;
}

const CONFIG = 'ntoso.config.json';

const PROFILES: readonly Profile[] = ['akn', 'un', 'none'];
const SEVERITIES: readonly Severity[] = ['error', 'warning'];
const SETTINGS: readonly (Severity | 'off')[] = ['off', 'warning', 'error'];
const FORMATS = Object.keys(formats) as FormatName[];
const ENGINES: readonly EngineName[] = ['ntoso', 'libxml2', 'libxmljs2'];

/**
 * Reads the arguments of `validate`.
 *
 * @param args what follows the word `validate`
 * @returns the options, or what is wrong with the line
 */
export function validateCommand(args: readonly string[]): ValidateCommand | Usage {
  const parsed = readArguments(args, {
    format: { type: 'string', default: 'pretty' },
    profile: { type: 'string' },
    rule: { type: 'string', multiple: true, default: [] },
    config: { type: 'string' },
    engine: { type: 'string', default: 'ntoso' },
    schema: { type: 'string' },
    'fail-on': { type: 'string' },
    'max-findings': { type: 'string', default: '100' },
    fix: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    quiet: { type: 'boolean', short: 'q', default: false },
  });
  if ('usage' in parsed) return parsed;
  const { values, positionals } = parsed;
  const format = oneOf(FORMATS, values.format);
  if (!format) return unlisted('--format', FORMATS, values.format);
  const rules: Record<string, unknown> = {};
  for (const rule of values.rule) {
    const [id = '', severity = ''] = rule.split('=', 2);
    rules[id] = severity;
  }
  const checked = configuration(
    { profile: values.profile, failOn: values['fail-on'], rules },
    { profile: '--profile', failOn: '--fail-on', rules: '--rule' },
  );
  if ('usage' in checked) return checked;
  const maxFindings = Number(values['max-findings']);
  if (!/^\d+$/.test(values['max-findings'])) return { usage: '--max-findings needs a number' };
  const engine = oneOf(ENGINES, values.engine);
  if (!engine) return unlisted('--engine', ENGINES, values.engine);
  if (values.schema !== undefined && engine === 'ntoso') return { usage: '--schema needs --engine libxml2 or libxmljs2' };
  const { fix, 'dry-run': dryRun } = values;
  if (dryRun && !fix) return { usage: '--dry-run needs --fix' };
  if (fix && values.schema !== undefined) return { usage: '--fix goes by the schema of Akoma Ntoso, not by --schema' };
  if (fix && !dryRun && positionals.includes('-')) return { usage: '--fix writes files: standard input needs --dry-run' };
  const wrong = wrongPaths(positionals, 'validate');
  if (wrong) return wrong;
  return {
    ...checked,
    paths: positionals,
    format,
    engine,
    maxFindings,
    fix,
    dryRun,
    quiet: values.quiet,
    ...(values.config !== undefined && { config: values.config }),
    ...(values.schema !== undefined && { schema: values.schema }),
  };
}

/**
 * Reads the configuration file.
 *
 * @param path as given; undefined for `ntoso.config.json`, which need not exist
 * @param readText reads a file; rejects when it cannot
 */
export async function readConfiguration(
  path: string | undefined,
  readText: (path: string) => Promise<string>,
): Promise<Configuration | Usage> {
  const file = path ?? CONFIG;
  let text: string;
  try {
    text = await readText(file);
  } catch (error) {
    if (path === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    return { usage: `cannot read ${file}` };
  }
  try {
    const { validate = {} } = JSON.parse(text) as { validate?: Record<string, unknown> };
    const unknown = Object.keys(validate).find((key) => !['profile', 'failOn', 'rules'].includes(key));
    if (unknown !== undefined) return { usage: `${file} has a setting that does not exist: ${JSON.stringify(unknown)}` };
    const inFile = (key: string) => `${file}: ${key}`;
    return configuration(validate, { profile: inFile('profile'), failOn: inFile('failOn'), rules: inFile('rules') });
  } catch {
    return { usage: `${file} is not JSON` };
  }
}

/** Checks settings, from wherever they come; `said` names them as the user wrote them. */
function configuration(
  given: { profile?: unknown; failOn?: unknown; rules?: unknown },
  said: Record<'profile' | 'failOn' | 'rules', string>,
): Configuration | Usage {
  const profile = oneOf(PROFILES, given.profile);
  if (given.profile !== undefined && !profile) return unlisted(said.profile, PROFILES, given.profile);
  const failOn = oneOf(SEVERITIES, given.failOn);
  if (given.failOn !== undefined && !failOn) return unlisted(said.failOn, SEVERITIES, given.failOn);
  const rules: Record<string, Severity | 'off'> = {};
  for (const [id, value] of Object.entries(given.rules ?? {})) {
    const severity = oneOf(SETTINGS, value);
    if (!Object.hasOwn(validationRules, id)) {
      const near = nearest(id, Object.keys(validationRules));
      return { usage: `${said.rules}: there is no rule ${JSON.stringify(id)}${near ? `; did you mean ${near}?` : ''}` };
    }
    if (!severity) return unlisted(`${said.rules}: ${id}`, SETTINGS, value);
    rules[id] = severity;
  }
  return { ...(profile && { profile }), ...(failOn && { failOn }), rules };
}
