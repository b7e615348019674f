/** How `validate` says what it found: to people, to programs, to pipelines. Each format is told one file after the other. */
import { styleText } from 'node:util';
import { validationRules } from '../check/akn.ts';
import type { Finding, Severity } from '../check/finding.ts';
import { codeFrame } from '../check/frame.ts';

export interface FileReport {
  /** As the user knows it; `-` is standard input. */
  file: string;
  source: string;
  /** Well-formed, and valid against the schema. */
  valid: boolean;
  findings: readonly Finding[];
  /** What was found and is repaired, with `--fix`. */
  fixed?: readonly Finding[];
  /** How many findings are left out. */
  more: number;
}

export interface FormatOptions {
  failOn: Severity;
  quiet: boolean;
  colours: boolean;
}

/** Text for standard output, in the order of the calls. */
export interface Format {
  begin(): string;
  file(report: FileReport): string;
  end(): string;
}

/** Messages quote the document, and file names may hold anything: neither may break the line or command the terminal. */
const printable = (text: string): string => text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ');
const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`;

function pretty({ quiet, colours }: FormatOptions): Format {
  const counts = { valid: 0, invalid: 0, error: 0, warning: 0, repaired: 0 };
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colours ? styleText(style, text, { validateStream: false }) : text;
  const tell = (file: string, source: string, finding: Finding): string => {
    const { line, column, severity, ruleId, message, path } = finding;
    const head = `${paint('bold', `${printable(file)}:${line}:${column}`)} ${paint(severity === 'error' ? 'red' : 'yellow', severity)} ${printable(message)} ${paint('dim', ruleId)}`;
    if (quiet) return `${head}\n`;
    return `${head}\n${path === '' ? '' : `  in ${printable(path)}\n`}${indent(codeFrame(source, finding))}\n\n`;
  };
  return {
    begin: () => '',
    file({ file, source, valid, findings, fixed = [], more }) {
      counts[valid ? 'valid' : 'invalid']++;
      counts.repaired += fixed.length;
      for (const { severity } of findings) counts[severity]++;
      const rest = more > 0 ? `${printable(file)}: and ${count(more, 'more finding')}\n` : '';
      return findings.map((finding) => tell(file, source, finding)).join('') + rest;
    },
    end() {
      const { valid, invalid, error, warning, repaired } = counts;
      if (quiet) return '';
      const mended = repaired > 0 ? `; ${repaired} repaired` : '';
      return `${valid} valid, ${invalid} invalid; ${count(error, 'error')}, ${count(warning, 'warning')}${mended}\n`;
    },
  };
}

const indent = (lines: string): string => lines.replace(/^/gm, '  ');

/** `{ files: [{ file, valid, findings, fixed? }] }`, the files one a line. */
function json(): Format {
  let separator = '\n';
  return {
    begin: () => '{"files":[',
    file({ file, valid, findings, fixed }) {
      const line = `${separator}${JSON.stringify({ file, valid, findings, ...(fixed && { fixed }) })}`;
      separator = ',\n';
      return line;
    },
    end: () => '\n]}\n',
  };
}

/** Static Analysis Results Interchange Format 2.1.0. */
function sarif(): Format {
  let separator = '\n';
  const rules = Object.entries(validationRules).map(([id, { title, help, severity }]) => ({
    id,
    shortDescription: { text: title },
    help: { text: help },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: severity },
  }));
  const driver = { name: 'ntoso', informationUri: 'https://www.npmjs.com/package/ntoso', rules };
  const result = (file: string, { ruleId, severity, message, line, column, path }: Finding) => ({
    ruleId,
    level: severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
        ...(path && { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
  });
  return {
    begin: () =>
      `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[`,
    file({ file, findings }) {
      if (findings.length === 0) return '';
      const lines = findings.map((finding) => JSON.stringify(result(file, finding))).join(',\n');
      const text = `${separator}${lines}`;
      separator = ',\n';
      return text;
    },
    end: () => '\n]}]}\n',
  };
}

/** A path as a relative URI; standard input has the name that other tools give it. */
const uriOf = (file: string): string =>
  file === '-' ? 'stdin' : file.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/');

/** A suite a file, a case a finding. Findings below `failOn` are cases that pass, with the finding as their output. */
function junit({ failOn }: FormatOptions): Format {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ntoso validate">\n',
    file({ file, findings }) {
      const failing = ({ severity }: Finding) => severity === 'error' || failOn === 'warning';
      const cases = findings.map((finding) => {
        const { ruleId, message, line, column, path } = finding;
        const text = escapeXml(`${file}:${line}:${column} ${message}\n${path}`);
        const inner = failing(finding)
          ? `<failure message="${escapeXml(message)}" type="${ruleId}">${text}</failure>`
          : `<system-out>${text}</system-out>`;
        return `    <testcase name="${ruleId} ${line}:${column}" classname="${escapeXml(file)}">${inner}</testcase>\n`;
      });
      if (cases.length === 0) cases.push(`    <testcase name="valid" classname="${escapeXml(file)}"/>\n`);
      const failures = findings.filter(failing).length;
      return `  <testsuite name="${escapeXml(file)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">\n${cases.join('')}  </testsuite>\n`;
    },
    end: () => '</testsuites>\n',
  };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };
// what XML may not have at all is shown to have been there
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"\n]/g, (character) => ESCAPES[character] ?? '');

/** Workflow commands of GitHub Actions, which become annotations of the changed files. */
function github(): Format {
  return {
    begin: () => '',
    file: ({ file, findings }) =>
      findings
        .map(({ severity, line, column, ruleId, message, path }) => {
          const place = `file=${property(file)},line=${line},col=${column},title=${property(ruleId)}`;
          return `::${severity} ${place}::${data(path ? `${message}\n${path}` : message)}\n`;
        })
        .join(''),
    end: () => '',
  };
}

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

export const formats = { pretty, json, sarif, junit, github } as const satisfies Record<
  string,
  (options: FormatOptions) => Format
>;
export type FormatName = keyof typeof formats;
