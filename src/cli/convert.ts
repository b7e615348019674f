/** `ntoso convert`: texts in, Akoma Ntoso out, one after the other. */
import { adoptionDate } from '../akn/dates.ts';
import type { Root } from '../ast.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { type FromAknResult, type FromTextResult, fromAkn, fromText, toAkn, toText } from '../index.ts';
import type { Usage } from './arguments.ts';
import { decode } from './decode.ts';
import { findInputs, readInput, reasonOf } from './inputs.ts';
import { type ConvertOptions, convertOptions, type Format } from './options.ts';
import { destinationOf, planTargets, prepareDestination, writeAtomically } from './outputs.ts';
import { openReport } from './report.ts';
import { DONE, FAILED, type Terminal, writeStream } from './terminal.ts';
import { verify } from './verify.ts';

export const convertHelp = `Usage: ntoso convert <file|folder|->… [-o FILE|DIR] [options]

Converts United Nations resolutions: plain text, Akoma Ntoso or JSON in, any of them out. Folders are searched for .txt and
.md files, with --from akn for .xml, with --from json for .json;
DIR/2024/NAME.txt becomes 2024/NAME.xml below the output folder. Without -o one result goes to standard output.

Options:
  -o, --output FILE|DIR   where to write; a folder when there are several inputs
  --from text|akn|json    what the inputs are; guessed from the content of each by default
  --to akn|json|text      Akoma Ntoso (default), the tree as JSON, or the canonical plain text
  --lang CODE             eng, fra, spa, rus, ara or zho; detected by default
  --meta KEY=VALUE        a fact that the text lacks, e.g. symbol=A/RES/64/293 or adoptionDate=2010-07-30; repeatable
  --verify                check stability (converted again, the same bytes), identity (the characters of the input and no
                          others, but for what was set aside) and validity of each result; one that fails is not written
  -q, --quiet             say failures only: no diagnostics, progress or summary
  -h, --help              this help

Texts are read as UTF-8, as UTF-16 with a byte order mark, or as Windows-1252.
Diagnostics go to standard error as "file:line:col severity id message".
Exit codes: 0 all was converted, 1 some input failed, 2 wrong usage.
`;

const formats = {
  akn: { extension: 'xml', print: (tree: Root) => toAkn(tree, { adoptionDate }) },
  json: { extension: 'json', print: (tree: Root) => `${JSON.stringify(tree, null, 2)}\n` },
  text: { extension: 'txt', print: (tree: Root) => toText(tree) },
} as const;

/**
 * Runs `convert`.
 *
 * @param args what follows the word `convert`
 * @returns the exit code, or what is wrong with the command line
 */
export async function convert(args: readonly string[], terminal: Terminal): Promise<number | Usage> {
  const options = convertOptions(args);
  if ('usage' in options) return options;
  const { cwd, stdin, stdout, stderr } = terminal;
  const { inputs, failures, folders } = await findInputs(options.paths, cwd, options.from);
  const destination = await destinationOf(options.output, folders || options.paths.length > 1, cwd);
  if ('usage' in destination) return destination;

  const report = openReport(stderr, inputs.length + failures.length, options.quiet);
  for (const failure of failures) report.failed(failure);
  try {
    await prepareDestination(destination);
  } catch (error) {
    // said once, not for each of the inputs
    report.failed({ path: options.output ?? '', reason: `cannot write there: ${reasonOf(error)}` });
    inputs.length = 0;
  }
  const targetOf = planTargets(destination, formats[options.to].extension, inputs, cwd);
  for (const input of inputs) {
    try {
      const target = await targetOf(input);
      const bytes = await readInput(input, cwd, stdin).catch(failing('cannot read'));
      const { content, diagnostics } = convertBytes(bytes, input.path, options);
      if (target === undefined) await writeStream(stdout, content).catch(failing('cannot write to standard output'));
      else await writeAtomically(target, content).catch(failing(`cannot write ${target}`));
      report.converted(input.path, diagnostics);
    } catch (error) {
      report.failed({ path: input.path, reason: reasonOf(error) });
    }
  }
  report.close();
  return report.counts.failed > 0 ? FAILED : DONE;
}

const failing =
  (what: string) =>
  (error: unknown): never => {
    throw new Error(`${what}: ${reasonOf(error)}`);
  };

function convertBytes(
  bytes: Uint8Array,
  path: string,
  options: ConvertOptions,
): { content: string; diagnostics: readonly Diagnostic[] } {
  const decoded = decode(bytes);
  if ('reason' in decoded) throw new Error(decoded.reason);
  const input = decoded.text;
  const { to } = options;
  const from = options.from ?? guess(input);
  const read = readAs(from, input, path, options);
  const content = formats[to].print(read.tree);
  if (options.verify) {
    const again = () => formats[to].print(readAs(from, input, path, options).tree);
    const faults = verify({ from, input, read, to, output: content }, again);
    if (faults.length > 0) throw new Error(`not verified: ${faults.join('; ')}`);
  }
  return { content, diagnostics: read.diagnostics };
}

function readAs(from: Format, text: string, path: string, options: ConvertOptions): FromTextResult | FromAknResult {
  const { metadata, language } = options;
  if (from === 'text') {
    const source = path === '-' ? {} : { source: path };
    return fromText(text, { metadata, ...source, ...(language && { language }) });
  }
  const { tree, diagnostics } = from === 'akn' ? fromAkn(text) : { tree: JSON.parse(text) as Root, diagnostics: [] };
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error) {
    const { line, column } = error.position?.start ?? { line: 1, column: 1 };
    throw new Error(`${line}:${column}: ${error.message}`);
  }
  const facts = { ...metadata, ...(language && { language }) };
  if (Object.keys(facts).length > 0) tree.metadata = { ...tree.metadata, ...facts };
  return { tree, diagnostics };
}

/** What a text is, by its first characters: mark-up, an object, or words. */
function guess(text: string): Format {
  if (/^\ufeff?\s*<(?:[?!]|[\w:]*akomaNtoso\b)/i.test(text)) return 'akn';
  return /^\ufeff?\s*\{\s*"type"/.test(text) ? 'json' : 'text';
}
