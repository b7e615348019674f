/** The options of `convert`: from words on the command line to checked values. */
import { parseArgs } from 'node:util';
import type { LanguageCode, Metadata } from '../ast.ts';
import { languages } from '../language/all.ts';

/** What a document may be, as input and as output. */
export type Format = 'akn' | 'json' | 'text';

export interface ConvertOptions {
  /** Files, folders, or `-`. */
  paths: string[];
  /** File or folder as given; absent for standard output. */
  output?: string;
  /** What the inputs are; absent when each is to be guessed from its content. */
  from?: Format;
  to: Format;
  language?: LanguageCode;
  metadata: Partial<Metadata>;
  /** Check what comes out against what went in. */
  verify: boolean;
  quiet: boolean;
}

/** Why a command line cannot be carried out: one line, for the user. */
export interface Usage {
  usage: string;
}

const LANGUAGES = languages.map(({ code }) => code);

const oneOf =
  <T extends string>(...values: readonly T[]) =>
  (value: string): T | undefined =>
    values.find((known) => known === value);

const anyText = (value: string): string => value;

/** A day that exists: `2023-02-29` does not. Years before 1000 have no place here, and Date would shift them. */
const day = (value: string): string | undefined => {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : undefined;
};

/** What `--meta` may set: how a value is read, and what is expected of it. The language has an option of its own, the source is the file. */
const metadataKeys: {
  [Key in Exclude<keyof Metadata, 'language' | 'source'>]: [
    read: (value: string) => Metadata[Key] | undefined,
    expected: string,
  ];
} = {
  symbol: [anyText, 'a symbol'],
  number: [anyText, 'a number'],
  title: [anyText, 'a title'],
  kind: [
    oneOf('resolution', 'resolutionDraft', 'decision', 'presidentialStatement', 'other'),
    'resolution, resolutionDraft, decision, presidentialStatement or other',
  ],
  organ: [oneOf('ga', 'sc', 'ecosoc', 'hrc', 'un'), 'ga, sc, ecosoc, hrc or un'],
  adoptionDate: [day, 'a day, YYYY-MM-DD'],
  issueDate: [day, 'a day, YYYY-MM-DD'],
  session: [anyText, 'a session'],
  agendaItems: [(value) => value.split(',').map((item) => item.trim()), 'agenda items, separated by commas'],
  meeting: [anyText, 'a meeting'],
  committee: [anyText, 'a committee'],
  jobNumber: [anyText, 'a job number'],
};

function metadataOf(pairs: readonly string[]): { metadata: Partial<Metadata> } | Usage {
  const metadata: Record<string, unknown> = {};
  for (const pair of pairs) {
    const [, key = pair, value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    if (!Object.hasOwn(metadataKeys, key)) {
      return { usage: `--meta knows no key ${JSON.stringify(key)}; it knows ${Object.keys(metadataKeys).join(', ')}` };
    }
    const [read, expected] = metadataKeys[key as keyof typeof metadataKeys];
    const given = read(value.trim());
    if (value.trim() === '' || given === undefined) {
      return { usage: `--meta ${key} needs ${expected}, not ${JSON.stringify(value)}` };
    }
    if (key in metadata) return { usage: `--meta ${key} is given twice` };
    metadata[key] = given;
  }
  return { metadata };
}

/**
 * Reads the arguments of `convert`.
 *
 * @param args what follows the word `convert`
 * @returns the options, or what is wrong with the line
 */
export function convertOptions(args: readonly string[]): ConvertOptions | Usage {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    // parseArgs explains over several lines or sentences; the first says what is wrong
    return { usage: (error as Error).message.split(/\n|\. /)[0] as string };
  }
  const { values, positionals } = parsed;
  const to = oneOf('akn', 'json', 'text')(values.to);
  if (!to) return { usage: `--to is akn, json or text, not ${JSON.stringify(values.to)}` };
  const from = values.from === undefined ? undefined : oneOf('text', 'akn', 'json')(values.from);
  if (values.from !== undefined && !from) return { usage: `--from is text, akn or json, not ${JSON.stringify(values.from)}` };
  const language = values.lang === undefined ? undefined : oneOf(...LANGUAGES)(values.lang);
  if (values.lang !== undefined && !language) {
    return { usage: `--lang is one of ${LANGUAGES.join(', ')}, not ${JSON.stringify(values.lang)}` };
  }
  const read = metadataOf(values.meta);
  if ('usage' in read) return read;
  if (positionals.length === 0) return { usage: 'nothing to convert: name files or folders, or - for standard input' };
  if (positionals.includes('')) return { usage: 'an empty name is neither a file nor a folder' };
  if (values.output === '') return { usage: '-o needs a file or a folder' };
  return {
    paths: positionals,
    ...(from && { from }),
    to,
    metadata: read.metadata,
    verify: values.verify,
    quiet: values.quiet,
    ...(values.output !== undefined && { output: values.output }),
    ...(language && { language }),
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      from: { type: 'string' },
      to: { type: 'string', default: 'akn' },
      lang: { type: 'string' },
      meta: { type: 'string', multiple: true, default: [] },
      verify: { type: 'boolean', default: false },
      quiet: { type: 'boolean', short: 'q', default: false },
    },
  });
}
