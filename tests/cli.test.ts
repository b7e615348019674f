/** The command line, driven in-process: `run` with streams and a folder of the test's own. */
import { link, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adoptionDate } from '../src/akn/dates.ts';
import { run } from '../src/cli/run.ts';
import { fromAkn, fromText, rules, toAkn, toText } from '../src/index.ts';

const RESOLUTION = `Resolution adopted by the General Assembly on 18 December 2023

78/225. Harmony with Nature

The General Assembly,

Reaffirming the Rio Declaration on Environment and Development,

1. Takes note of the report of the Secretary-General;

2. Decides to remain seized of the matter.
`;
const FRENCH = `L’Assemblée générale,

Réaffirmant la Déclaration de Rio sur l’environnement et le développement,

1. Prend note du rapport du Secrétaire général ;

2. Décide de rester saisie de la question.
`;

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'ntoso-cli-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

/** Makes a stream that keeps what is written; with `broken`, one whose writes fail. */
function sink(broken?: string): Writable & { text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (broken) return done(Object.assign(new Error(`${broken}: it is broken, write`), { code: broken }));
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(stream, { text: () => Buffer.concat(chunks).toString() });
}

interface Options {
  stdin?: string | Buffer;
  tty?: boolean;
  broken?: string;
}
async function ntoso(argv: readonly string[], { stdin = '', tty = false, broken }: Options = {}) {
  const stdout = sink(broken);
  const stderr = Object.assign(sink(), { isTTY: tty, columns: 80, getColorDepth: () => 4, hasColors: () => true });
  const code = await run(argv, { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr, cwd });
  return { code, stdout: stdout.text(), stderr: stderr.text(), lines: stderr.text().trimEnd().split('\n') };
}

async function put(name: string, content: string | Buffer = RESOLUTION): Promise<string> {
  const path = join(cwd, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}
const read = (name: string): Promise<string> => readFile(join(cwd, name), 'utf8');
/** Every file below the working folder, hidden ones included. */
async function files(folder = '.'): Promise<string[]> {
  const entries = await readdir(join(cwd, folder), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => path.slice(join(cwd, folder).length + 1)).sort();
}
const akn = (text: string, options: Parameters<typeof fromText>[1] = {}): string =>
  toAkn(fromText(text, options).tree, { adoptionDate });

describe('what is written where', () => {
  test('one file goes to standard output', async () => {
    await put('a.txt');
    const { code, stdout, lines } = await ntoso(['convert', 'a.txt']);
    expect(code).toBe(0);
    expect(stdout).toBe(akn(RESOLUTION, { source: 'a.txt' }));
    expect(lines.at(-1)).toMatch(/^1 converted, \d+ warnings?, 0 failed$/);
    expect(await files()).toEqual(['a.txt']);
  });

  test('- is standard input', async () => {
    const { code, stdout } = await ntoso(['convert', '-'], { stdin: RESOLUTION });
    expect(code).toBe(0);
    expect(stdout).toBe(akn(RESOLUTION));
    await ntoso(['convert', '-', '-o', 'out/'], { stdin: RESOLUTION });
    expect(await read('out/stdin.xml')).toBe(akn(RESOLUTION));
  });

  test('-o FILE, in a folder that is not there yet', async () => {
    await put('a.txt');
    expect((await ntoso(['convert', 'a.txt', '-o', 'new/b.xml'])).code).toBe(0);
    expect(await read('new/b.xml')).toBe(akn(RESOLUTION, { source: 'a.txt' }));
  });

  test('-o FOLDER when it exists or ends in a slash', async () => {
    await put('a.txt');
    await mkdir(join(cwd, 'there'));
    expect((await ntoso(['convert', 'a.txt', '-o', 'there'])).code).toBe(0);
    expect((await ntoso(['convert', 'a.txt', '-o', 'new/'])).code).toBe(0);
    expect(await files()).toEqual(['a.txt', 'new/a.xml', 'there/a.xml']);
  });

  test('folders recursively, keeping their layout; .txt and .md only', async () => {
    for (const name of ['in/a.txt', 'in/2024/b.md', 'in/2024/deep/C.TXT', 'in/no.pdf', 'in/.hidden/d.txt', 'in/._a.txt'])
      await put(name);
    const { code, lines } = await ntoso(['convert', 'in', '-o', 'out']);
    expect(code).toBe(0);
    expect(lines.at(-1)).toMatch(/^3 converted/);
    expect(await files('out')).toEqual(['2024/b.xml', '2024/deep/C.xml', 'a.xml']);
  });

  test('a name that is not .txt or .md keeps its extension, and dots in a name stay', async () => {
    for (const name of ['A.RES.64.292', 'S_RES_1325.(2000).txt']) await put(name);
    expect((await ntoso(['convert', 'A.RES.64.292', 'S_RES_1325.(2000).txt', '-o', 'out'])).code).toBe(0);
    expect(await files('out')).toEqual(['A.RES.64.292.xml', 'S_RES_1325.(2000).xml']);
  });

  test('links are read through; one that leads back is not entered', async () => {
    const path = await put('elsewhere/a.txt');
    await mkdir(join(cwd, 'in'));
    await symlink(path, join(cwd, 'in/link.txt'));
    await symlink(join(cwd, 'in'), join(cwd, 'in/loop'));
    await symlink(join(cwd, 'in'), join(cwd, 'in/loop.txt'));
    expect((await ntoso(['convert', 'in', '-o', 'out'])).code).toBe(0);
    expect(await files('out')).toEqual(['link.xml']);
  });

  test('Akoma Ntoso and JSON are known by their content, and come back as they were', async () => {
    const xml = akn(RESOLUTION);
    await put('a.xml', xml);
    expect((await ntoso(['convert', 'a.xml'])).stdout).toBe(xml);
    const { stdout } = await ntoso(['convert', 'a.xml', '--to', 'json']);
    expect(JSON.parse(stdout)).toEqual(fromAkn(xml).tree);
    expect((await ntoso(['convert', '-'], { stdin: stdout })).stdout).toBe(xml);
    expect((await ntoso(['convert', 'a.xml', '--meta', 'symbol=A/RES/78/226'])).stdout).toContain('un-ga/2023-12-18/78-226');
  });

  test('--from says what a folder is searched for', async () => {
    await put('in/a.xml', akn(RESOLUTION));
    await put('in/b.txt', RESOLUTION);
    expect((await ntoso(['convert', 'in', '--from', 'akn', '--to', 'text', '-o', 'out'])).code).toBe(0);
    expect(await files('out')).toEqual(['a.txt']);
    await put('in/deep/c.json', JSON.stringify(fromText(RESOLUTION).tree));
    expect((await ntoso(['convert', 'in', '--from', 'json', '-o', 'out'])).code).toBe(0);
    expect(await files('out')).toEqual(['a.txt', 'deep/c.xml']);
    expect(await read('out/deep/c.xml')).toBe(akn(RESOLUTION));
    const wrong = await ntoso(['convert', 'in', '--from', 'html', '-o', 'out']);
    expect(wrong.code).toBe(2);
    expect(wrong.lines[0]).toContain('--from is akn, json or text, not "html"');
  });

  test('--verify writes what holds, and nothing else is different', async () => {
    await put('in/a.txt');
    await put('in/b.txt', FRENCH);
    const { code, stderr } = await ntoso(['convert', 'in', '-o', 'out', '--verify']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: (await ntoso(['convert', 'in', '-o', 'other'])).stderr });
    expect(await read('out/b.xml')).toBe(akn(FRENCH, { source: 'in/b.txt' }));
  });

  test('--verify fails the file that does not hold, and writes the others', async () => {
    await put('in/a.json', JSON.stringify(fromText(RESOLUTION).tree));
    // the parts of a collection have bodies, itself it has none
    const p = { type: 'p', children: [{ type: 'text', value: 'x' }] };
    const body = { type: 'mainBody', children: [{ type: 'paragraph', children: [p] }] };
    const part = fromText('').tree;
    await put('in/b.json', JSON.stringify({ ...part, type: 'collection', children: [part, body] }));
    const { code, lines } = await ntoso(['convert', 'in', '--from', 'json', '-o', 'out', '--verify', '-q']);
    expect({ code, lines }).toEqual({ code: 1, lines: ['ntoso: in/b.json: not verified: identity: "x" is once missing'] });
    expect(await files('out')).toEqual(['a.xml']);
  });

  test('a malformed file fails, with the place', async () => {
    await put('a.xml', '<?xml version="1.0"?>\n<akomaNtoso><p></akomaNtoso>');
    await put('b.xml', '<!DOCTYPE akomaNtoso>\n<akomaNtoso/>');
    const { code, stderr } = await ntoso(['convert', 'a.xml', 'b.xml', '-o', 'out']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/a\.xml: 2:\d+: not well-formed XML: unexpected close tag/);
    expect(stderr).toMatch(/b\.xml: 1:\d+: a DOCTYPE is refused/);
  });

  test('--to json writes the tree', async () => {
    await put('a.txt');
    expect((await ntoso(['convert', 'a.txt', '--to', 'json', '-o', 'out/'])).code).toBe(0);
    expect(JSON.parse(await read('out/a.json'))).toEqual(
      JSON.parse(JSON.stringify(fromText(RESOLUTION, { source: 'a.txt' }).tree)),
    );
  });

  test('--to text writes the canonical text, and not over its own input', async () => {
    await put('a.md');
    expect((await ntoso(['convert', 'a.md', '--to', 'text', '-o', 'out/'])).code).toBe(0);
    expect(await read('out/a.txt')).toBe(toText(fromText(RESOLUTION).tree));
    await put('b.txt');
    const { code, stderr } = await ntoso(['convert', 'b.txt', '--to', 'text', '-o', '.']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('which is an input') });
  });

  test('--lang and --meta reach the tree', async () => {
    await put('a.txt', FRENCH);
    const argv = ['convert', 'a.txt', '--to', 'json', '--lang', 'fra'];
    const meta = { symbol: 'A/RES/64/293', adoptionDate: '2010-07-30', title: 'a = b', agendaItems: ['19(c)', '20'] };
    for (const [key, value] of Object.entries(meta)) argv.push('--meta', `${key}=${value}`);
    expect(JSON.parse((await ntoso(argv)).stdout).metadata).toMatchObject({ ...meta, language: 'fra' });
  });

  test('the table of adoption dates is at hand: a citation gets its Work IRI', async () => {
    expect(adoptionDate('A/RES/64/292')).toBe('2010-07-28');
    await put('a.txt', RESOLUTION.replace('the Rio Declaration', 'its resolution 64/292, the Rio Declaration'));
    expect((await ntoso(['convert', 'a.txt'])).stdout).toContain('2010-07-28');
  });

  test('results replace older ones whole, and leave nothing beside them', async () => {
    await put('a.txt');
    await put('out/a.xml', 'older');
    expect((await ntoso(['convert', 'a.txt', '-o', 'out'])).code).toBe(0);
    expect(await read('out/a.xml')).toBe(akn(RESOLUTION, { source: 'a.txt' }));
    expect(await files('out')).toEqual(['a.xml']);
  });

  test('a link as output stays a link, a device stays a device', async () => {
    await put('a.txt');
    await put('real.xml', 'older');
    await symlink(join(cwd, 'real.xml'), join(cwd, 'link.xml'));
    expect((await ntoso(['convert', 'a.txt', '-o', 'link.xml'])).code).toBe(0);
    expect(await read('real.xml')).toBe(akn(RESOLUTION, { source: 'a.txt' }));
    expect((await ntoso(['convert', 'a.txt', '-o', '/dev/null'])).code).toBe(0);
    expect((await stat('/dev/null')).isFile()).toBe(false);
  });
});

describe('what is said', () => {
  test('diagnostics as file:line:col severity id message, and a summary', async () => {
    await put('list.txt', 'eggs\nflour\nmilk\n');
    const { code, lines } = await ntoso(['convert', 'list.txt', '-o', 'out/']);
    const { diagnostics } = fromText('eggs\nflour\nmilk\n');
    expect(code).toBe(0);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(lines).toHaveLength(diagnostics.length + 1);
    lines.slice(0, -1).forEach((line, index) => {
      const [, severity, ruleId, message] = /^list\.txt:\d+:\d+ (\w+) ([\w-]+) (.+)$/.exec(line) ?? [];
      expect({ severity, ruleId, message }).toEqual({
        severity: diagnostics[index]?.severity,
        ruleId: diagnostics[index]?.ruleId,
        message: diagnostics[index]?.message,
      });
      expect(Object.keys(rules)).toContain(ruleId);
    });
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
    expect(lines.at(-1)).toBe(`1 converted, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, 0 failed`);
  });

  test('positions are lines and columns of the file', async () => {
    await put('a.txt', RESOLUTION.replace('2. Decides', '4. Decides'));
    const { lines } = await ntoso(['convert', 'a.txt', '-o', 'out/']);
    expect(lines).toContainEqual(expect.stringMatching(/^a\.txt:11:1 warning number-missing /));
  });

  test('--quiet says failures only', async () => {
    await put('list.txt', 'eggs');
    expect((await ntoso(['convert', 'list.txt', '-o', 'out/', '--quiet'], { tty: true })).stderr).toBe('');
    const { code, stderr } = await ntoso(['convert', 'list.txt', 'none.txt', '-o', 'out', '-q'], { tty: true });
    expect(code).toBe(1);
    expect(stderr).toBe('ntoso: none.txt: no such file or directory\n');
  });

  test('a progress bar and colours on a terminal only', async () => {
    for (const name of ['in/a.txt', 'in/b.txt', 'in/c.txt']) await put(name, 'eggs');
    const shown = await ntoso(['convert', 'in', '-o', 'out'], { tty: true });
    expect(shown.stderr).toContain('3/3');
    expect(shown.stderr).toMatch(/in\/b\.txt:1:1 \u001b\[33mwarning\u001b\[39m /);
    expect(shown.lines.at(-1)).toContain('3 converted');
    const piped = await ntoso(['convert', 'in', '-o', 'out']);
    expect(piped.stderr).not.toMatch(/\u001b|3\/3/);
    const single = await ntoso(['convert', 'in/a.txt'], { tty: true });
    expect(single.stderr).not.toContain('1/1');
  });

  test('no line is lost behind the bar', async () => {
    for (let k = 0; k < 50; k++) await put(`in/${k}.txt`, Buffer.from([0]));
    const { stderr } = await ntoso(['convert', 'in', '-o', 'out'], { tty: true });
    expect(stderr.match(/^.*ntoso: in\/\d+\.txt: a binary file/gm)).toHaveLength(50);
  });

  test('a name or a text cannot command the terminal', async () => {
    await put('\u001b[31m\nx.txt', Buffer.from([0]));
    const { lines } = await ntoso(['convert', '\u001b[31m\nx.txt']);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^ntoso: {1,2}\[31m x\.txt: /);
  });
});

describe('inputs that fail, while the others go on', () => {
  async function failing(name: string, content: string | Buffer): Promise<string> {
    await put(`in/${name}`, content);
    await put('in/z.txt');
    const { code, lines } = await ntoso(['convert', 'in', '-o', 'out', '--quiet']);
    expect(code).toBe(1);
    expect(await files('out')).toEqual(['z.xml']);
    expect(lines).toHaveLength(1);
    const start = `ntoso: in/${name}: `;
    expect(lines[0]?.slice(0, start.length)).toBe(start);
    return lines[0]?.slice(start.length) ?? '';
  }

  test.each([
    ['NUL bytes', Buffer.from('a\0b'), /^a binary file/],
    ['PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3', 'latin1'), /^this is a PDF; extract its text first/],
    ['Word', Buffer.from('PK\x03\x04rest'), /^this is a ZIP or Word document/],
    ['UTF-16 cut in the middle', Buffer.from([0xff, 0xfe, 0x41]), /^not valid UTF-16LE$/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), /^UTF-32 is not supported$/],
    ['BOM, then no UTF-8', Buffer.from([0xef, 0xbb, 0xbf, 0xe9]), /^not valid UTF-8$/],
    ['bytes that Windows-1252 lacks', Buffer.from([0x41, 0x81, 0x42]), /^neither UTF-8 nor Windows-1252/],
    [
      'Windows-1251',
      Buffer.from('\xc3\xe5\xed\xe5\xf0\xe0\xeb\xfc\xed\xe0\xff \xc0\xf1\xf1\xe0\xec\xe1\xeb\xe5\xff', 'latin1'),
      /another code page/,
    ],
    [
      'UTF-8 with a bad byte',
      Buffer.concat([Buffer.from('Réaffirmant\nla Déclaration '), Buffer.from([0xff]), Buffer.from('é')]),
      /^damaged UTF-8: not valid on line 2$/,
    ],
  ])('%s', async (name, bytes, reason) => {
    expect(await failing(`${name}.txt`, bytes)).toMatch(reason);
  });

  test('a link that leads nowhere', async () => {
    await put('in/z.txt');
    await symlink(join(cwd, 'gone'), join(cwd, 'in/a.txt'));
    const { code, lines } = await ntoso(['convert', 'in', '-o', 'out', '-q']);
    expect({ code, lines }).toEqual({ code: 1, lines: ['ntoso: in/a.txt: cannot read: no such file or directory'] });
    expect(await files('out')).toEqual(['z.xml']);
  });

  test('a missing file, a folder without texts', async () => {
    await put('a.txt');
    await mkdir(join(cwd, 'empty'));
    const { code, lines } = await ntoso(['convert', 'none.txt', 'empty', 'a.txt', '-o', 'out', '-q']);
    expect(code).toBe(1);
    expect(lines).toEqual(['ntoso: none.txt: no such file or directory', 'ntoso: empty: no .txt or .md file in this folder']);
    expect(await files('out')).toEqual(['a.xml']);
  });

  test('two that would write the same file', async () => {
    await put('in/a.txt', FRENCH);
    await put('in/a.md');
    const { code, lines } = await ntoso(['convert', 'in', '-o', 'out', '-q']);
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [`ntoso: in/a.txt: would overwrite ${join(cwd, 'out/a.xml')}, the result of in/a.md`],
    });
    expect(await read('out/a.xml')).toBe(akn(RESOLUTION, { source: 'in/a.md' }));
  });

  test('a result that would overwrite an input, by whatever name', async () => {
    await put('a.txt');
    await link(join(cwd, 'a.txt'), join(cwd, 'hard.xml'));
    await symlink(join(cwd, 'a.txt'), join(cwd, 'soft.xml'));
    for (const output of ['a.txt', './x/../a.txt', 'hard.xml', 'soft.xml']) {
      const { code, stderr } = await ntoso(['convert', 'a.txt', '-o', output, '-q']);
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/would overwrite .*, which is an input\n$/) });
    }
    await put('b.txt');
    await put('b.xml', 'a text named so');
    expect((await ntoso(['convert', 'b.txt', 'b.xml', '-o', '.', '-q'])).code).toBe(1);
    expect(await read('a.txt')).toBe(RESOLUTION);
    expect(await read('b.xml')).toBe('a text named so');
    expect(await files()).not.toContain('b.xml.xml');
  });

  test('an output folder that cannot be written to is said once', async () => {
    await put('in/a.txt');
    await put('in/b.txt');
    await put('file');
    const { code, lines } = await ntoso(['convert', 'in', '-o', 'file/out']);
    expect(code).toBe(1);
    expect(lines).toEqual(['ntoso: file/out: cannot write there: not a directory', '0 converted, 0 warnings, 1 failed']);
  });

  test('one result that cannot be written leaves nothing behind', async () => {
    await put('in/a/x.txt');
    await put('in/b.txt');
    await put('out/a', 'a file where a folder should be');
    await mkdir(join(cwd, 'out/b.xml'));
    await put('in/c.txt');
    const { code, lines } = await ntoso(['convert', 'in', '-o', 'out', '-q']);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^ntoso: in\/a\/x\.txt: cannot write .*: (?:not a directory|file already exists)$/);
    expect(lines[1]).toMatch(/^ntoso: in\/b\.txt: cannot write .*: illegal operation on a directory$/);
    expect(await files('out')).toEqual(['a', 'c.xml']);
  });
});

describe('encodings', () => {
  const swapped = (buffer: Buffer): Buffer => Buffer.from(buffer).swap16();
  const utf16 = Buffer.from(`\ufeff${FRENCH}`, 'utf16le');
  test.each([
    ['UTF-8', Buffer.from(FRENCH)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${FRENCH}`)],
    ['UTF-16LE', utf16],
    ['UTF-16BE', swapped(utf16)],
    // ’ is 0x92 there
    ['Windows-1252', Buffer.from(FRENCH.replaceAll('’', '\x92'), 'latin1')],
  ])('%s', async (_name, bytes) => {
    const { code, stdout } = await ntoso(['convert', '-'], { stdin: bytes });
    expect(code).toBe(0);
    expect(stdout).toBe(akn(FRENCH));
  });

  test('an empty file is a text', async () => {
    const { code, stdout, stderr } = await ntoso(['convert', '-'], { stdin: '' });
    expect({ code, stdout }).toEqual({ code: 0, stdout: akn('') });
    expect(stderr).toContain('empty-document');
  });
});

describe('standard output', () => {
  test('a reader who goes away is no failure', async () => {
    await put('a.txt');
    expect((await ntoso(['convert', 'a.txt', '-q'], { broken: 'EPIPE' })).code).toBe(0);
    expect((await ntoso(['--help'], { broken: 'EPIPE' })).code).toBe(0);
  });

  test('a full disk is', async () => {
    await put('a.txt');
    const { code, stderr } = await ntoso(['convert', 'a.txt', '-q'], { broken: 'ENOSPC' });
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'ntoso: a.txt: cannot write to standard output: it is broken\n' });
  });
});

describe('help, version, wrong usage', () => {
  test('help and version go to standard output', async () => {
    const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
    expect(await ntoso(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
    expect(await ntoso(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('convert'), stderr: '' });
    for (const argv of [
      ['convert', '--help'],
      ['convert', 'x', '--nonsense', '-h'],
    ]) {
      expect(await ntoso(argv)).toMatchObject({ code: 0, stdout: expect.stringContaining('--meta KEY=VALUE'), stderr: '' });
    }
  });

  test.each([
    [[], /^no command given/],
    [['covnert'], /^unknown command "covnert"/],
    [['convert'], /^nothing to convert/],
    [['convert', ''], /^an empty name/],
    [['convert', 'a.txt', '--colour'], /^Unknown option '--colour'/],
    [['convert', 'a.txt', '-o'], /^Option '-o, --output <value>' argument missing/],
    [['convert', 'a.txt', '-o', ''], /^-o needs a file or a folder/],
    [['convert', 'a.txt', '--to', 'pdf'], /^--to is akn, json or text, not "pdf"/],
    [['convert', 'a.txt', '--lang', 'deu'], /^--lang is eng, fra, spa, rus, ara or zho, not "deu"/],
    [['convert', 'a.txt', '--meta', 'colour=red'], /^--meta knows no key "colour"; it knows symbol, number, .*adoptionDate/],
    [['convert', 'a.txt', '--meta', 'symbol'], /^--meta symbol needs a symbol/],
    [['convert', 'a.txt', '--meta', 'symbol='], /^--meta symbol needs a symbol/],
    [['convert', 'a.txt', '--meta', '__proto__=x'], /^--meta knows no key/],
    [['convert', 'a.txt', '--meta', 'organ=nato'], /^--meta organ needs ga, sc, ecosoc, hrc or un, not "nato"/],
    [['convert', 'a.txt', '--meta', 'adoptionDate=2023-02-29'], /^--meta adoptionDate needs a day, YYYY-MM-DD/],
    [['convert', 'a.txt', '--meta', 'issueDate=1 May 2023'], /^--meta issueDate needs a day, YYYY-MM-DD/],
    [['convert', 'a.txt', '--meta', 'session=1', '--meta', 'session=2'], /^--meta session is given twice/],
    [['convert', 'a.txt', 'b.txt'], /^several inputs need a folder to write to: -o DIR/],
    [['convert', 'in'], /^several inputs need a folder to write to: -o DIR/],
    [['convert', 'a.txt', 'b.txt', '-o', 'c.txt'], /^several inputs need a folder to write to, and c\.txt is a file/],
  ])('%j', async (argv, reason) => {
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'in/d.txt']) await put(name);
    const before = await files();
    const { code, stdout, lines } = await ntoso(argv);
    expect({ code, stdout, lines: lines.length }).toEqual({ code: 2, stdout: '', lines: 1 });
    expect(lines[0]).toMatch(/^ntoso: .* \(see ntoso (?:convert )?--help\)$/);
    expect(lines[0]?.slice('ntoso: '.length)).toMatch(reason);
    expect(await files()).toEqual(before);
  });
});
