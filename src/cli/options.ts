/** The options of `convert`: from words on the command line to checked values. */
import { isDay } from '../akn/iri.ts';
import type { LanguageCode, Metadata } from '../ast.ts';
import { lexicons } from '../language/all.ts';
import { listed, oneOf, readArguments, type Usage, unlisted, wrongPaths } from './arguments.ts';

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

const FORMATS: readonly Format[] = ['akn', 'json', 'text'];
const LANGUAGES = lexicons.map(({ code }) => code);
const KINDS: readonly Metadata['kind'][] = ['resolution', 'resolutionDraft', 'decision', 'presidentialStatement', 'other'];
const ORGANS: readonly Metadata['organ'][] = ['ga', 'sc', 'ecosoc', 'hrc', 'un'];

const anyText = (value: string): string => value;
const day = (value: string): string | undefined => (isDay(value) ? value : undefined);

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
  kind: [(value) => oneOf(KINDS, value), listed(KINDS)],
  organ: [(value) => oneOf(ORGANS, value), listed(ORGANS)],
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
  const parsed = readArguments(args, {
    output: { type: 'string', short: 'o' },
    from: { type: 'string' },
    to: { type: 'string', default: 'akn' },
    lang: { type: 'string' },
    meta: { type: 'string', multiple: true, default: [] },
    verify: { type: 'boolean', default: false },
    quiet: { type: 'boolean', short: 'q', default: false },
  });
  if ('usage' in parsed) return parsed;
  const { values, positionals } = parsed;
  const to = oneOf(FORMATS, values.to);
  if (!to) return unlisted('--to', FORMATS, values.to);
  const from = oneOf(FORMATS, values.from);
  if (values.from !== undefined && !from) return unlisted('--from', FORMATS, values.from);
  const language = oneOf(LANGUAGES, values.lang);
  if (values.lang !== undefined && !language) return unlisted('--lang', LANGUAGES, values.lang);
  const read = metadataOf(values.meta);
  if ('usage' in read) return read;
  const wrong = wrongPaths(positionals, 'convert');
  if (wrong) return wrong;
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
