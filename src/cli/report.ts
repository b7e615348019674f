/** What the user sees on standard error: diagnostics, failures, progress, summary. */
import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { MultiBar } from 'cli-progress';
import type { Diagnostic, Severity } from '../diagnostics.ts';
import type { Failure } from './inputs.ts';

const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<Severity, string>;

/** Messages quote the document, and file names may hold anything: neither may break the line or command the terminal. */
const printable = (text: string): string => text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ');

/**
 * One line for a diagnostic: `file:line:col severity id message`, as editors and scripts read it. What is about the whole
 * document is put at its start.
 *
 * @param file the name of the input
 * @param colour turns a word into a coloured one
 * @example
 * formatDiagnostic('a.txt', { ruleId: 'empty-document', severity: 'warning', message: 'the input has no text' })
 * // 'a.txt:1:1 warning empty-document the input has no text'
 */
export function formatDiagnostic(
  file: string,
  diagnostic: Diagnostic,
  colour = (severity: Severity): string => severity,
): string {
  const { line, column } = diagnostic.position?.start ?? { line: 1, column: 1 };
  return `${printable(file)}:${line}:${column} ${colour(diagnostic.severity)} ${diagnostic.ruleId} ${printable(diagnostic.message)}`;
}

export interface Counts {
  converted: number;
  warnings: number;
  failed: number;
}

/** `5 converted, 1 warning, 0 failed` */
export function formatSummary({ converted, warnings, failed }: Counts): string {
  return `${converted} converted, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, ${failed} failed`;
}

/** The report of one run, told as it goes: nothing is kept but the counts. */
export interface Report {
  counts: Readonly<Counts>;
  converted(file: string, diagnostics: readonly Diagnostic[]): void;
  failed(failure: Failure): void;
  /** Takes the progress bar away and says the summary. */
  close(): void;
}

/**
 * Opens a report.
 *
 * @param stderr where it goes; a progress bar and colours only when it is a terminal
 * @param total how many inputs will be reported; one needs no bar
 * @param quiet says failures only
 */
export function openReport(stderr: Writable & { isTTY?: boolean }, total: number, quiet: boolean): Report {
  const counts: Counts = { converted: 0, warnings: 0, failed: 0 };
  const colour = (severity: Severity): string => styleText(COLOURS[severity], severity, { stream: stderr });
  const progress = stderr.isTTY === true && !quiet && total > 1 ? openProgress(stderr, total) : undefined;
  const print = progress?.print ?? ((text: string): unknown => stderr.write(text));

  return {
    counts,
    converted(file, diagnostics) {
      counts.converted++;
      for (const { severity } of diagnostics) if (severity === 'warning') counts.warnings++;
      if (!quiet && diagnostics.length > 0) {
        print(diagnostics.map((diagnostic) => `${formatDiagnostic(file, diagnostic, colour)}\n`).join(''));
      }
      progress?.advance();
    },
    failed({ path, reason }) {
      counts.failed++;
      print(`ntoso: ${printable(path)}: ${printable(reason)}\n`);
      progress?.advance();
    },
    close() {
      progress?.close();
      if (!quiet) stderr.write(`${formatSummary(counts)}\n`);
    },
  };
}

function openProgress(stream: Writable, total: number) {
  const bars = new MultiBar({
    stream: stream as NodeJS.WritableStream,
    format: '{bar} {percentage} % | {value}/{total} | {eta_formatted}',
    clearOnComplete: true,
    // a line printed above takes the bar's place: it has to be drawn again even when it has not moved
    forceRedraw: true,
    // else line wrapping is switched off, and stays so after Ctrl-C
    linewrap: true,
  });
  const bar = bars.create(total, 0);
  return {
    print: (text: string): void => bars.log(text),
    advance: (): void => bar.increment(),
    close: (): void => {
      // stop() alone would drop the lines that still wait for the next drawing
      bars.update();
      bars.stop();
    },
  };
}
