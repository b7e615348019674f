/** The package as it is installed: what it exports, to whom, and the command as a process of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const main = join(root, 'dist/cli/main.js');
let scratch: string;

beforeAll(() => {
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, shell: process.platform === 'win32' });
  mkdirSync(join(root, 'build'), { recursive: true });
  // below the package, so that its own name can be imported
  scratch = mkdtempSync(join(root, 'build/dist-test-'));
});
afterAll(() => {
  if (scratch) rmSync(scratch, { recursive: true, force: true });
});

function exportsOf(entry: string): string[] {
  const script = `import * as entry from ${JSON.stringify(entry)}; console.log(JSON.stringify(Object.keys(entry)))`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' }));
}

/** The modules that a file imports, and theirs, as specifiers; files of ours as paths. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s(?:[^'"=(]*\sfrom\s)?['"]([^'"]+)['"];$/gm,
  )) {
    // declarations import declarations
    const imported = file.endsWith('.d.ts') ? specifier.replace(/\.[jt]s$/, '.d.ts') : specifier;
    if (specifier.startsWith('.')) importsOf(resolve(dirname(file), imported), seen);
    else seen.add(specifier);
  }
  return seen;
}

/** `@noble/hashes/sha2.js` → `@noble/hashes` */
const packageOf = (specifier: string): string => specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? '';

describe('the entries', () => {
  test.each([
    ['ntoso', ['checkIdentity', 'checkStability', 'checkValidity', 'fromAkn', 'fromText', 'rules', 'toAkn', 'toText']],
    ['ntoso/dates', ['adoptionDate']],
    ['ntoso/fast-xml-parser', ['fromFastXmlParser', 'orderedOptions', 'toFastXmlParser']],
    ['ntoso/xmlbuilder2', ['fromXmlBuilder', 'toXmlBuilder']],
    ['ntoso/validate', ['codeFrame', 'documentSet', 'fixAkn', 'validateAkn', 'validateTree', 'validationRules']],
  ])('%s exports exactly what is promised', (entry, names) => {
    expect(exportsOf(entry)).toEqual(names);
  });

  test('they need nothing of Node, and no package but those declared; of the optional ones that of their own name', () => {
    const { exports, dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const entry of Object.keys(exports).filter((name) => !name.endsWith('.json'))) {
      const path = join(root, exports[entry]);
      const files = [path, path.replace(/\.js$/, '.d.ts')];
      const packages = files.flatMap((file) => [...importsOf(file)]).filter((name) => !name.startsWith(root));
      const own = entry.slice('./'.length);
      const allowed = [...Object.keys(dependencies), ...(own in peerDependencies ? [own] : [])];
      for (const name of packages) {
        expect(name).not.toMatch(/^node:|^cli-progress/);
        expect(allowed.map((each) => each.replace('@types/', ''))).toContain(packageOf(name));
      }
    }
  });

  test('what is taken in of other packages stands with its licence', () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const used = sources
      .flatMap((name) => [...importsOf(join(root, 'src', name))])
      .filter((name) => /^(?!node:|virtual:)[@a-z]/.test(name));
    const taken = new Set(used.map(packageOf).filter((name) => !(name in { ...dependencies, ...peerDependencies })));
    const licences = readFileSync(join(root, 'dist/THIRD-PARTY.txt'), 'utf8').match(/^\S+(?= \d+\.\d+\.\d+ \()/gm) ?? [];
    expect([...taken]).toContain('saxes');
    // of these two the types alone
    expect(licences).toEqual(expect.arrayContaining([...taken].filter((name) => name !== 'unist' && name !== 'ajv')));
  });

  // the types of xmlbuilder2 want those of Node
  test.each<[name: string, options: string[], code: string]>([
    [
      'ntoso',
      [],
      `import { type Diagnostic, fromText, type Resolution, type Root, rules, toAkn } from 'ntoso';
import { adoptionDate } from 'ntoso/dates';
import { type Finding, validateAkn } from 'ntoso/validate';
const { tree, diagnostics, coverage } = fromText('', { language: 'fra', metadata: { symbol: 'A/RES/1/1' } });
export const xml: string = toAkn(tree satisfies Root, { adoptionDate });
export const first: Diagnostic | undefined = diagnostics[0];
export const severity: 'warning' = rules['empty-document'][0];
export const ratio: number = coverage.ratio;
export const findings: Finding[] = validateAkn(xml, { maxFindings: 1 }).findings;
export const parts = (resolution: Resolution): number | undefined => resolution.children[0]?.position?.start.line;
`,
    ],
    [
      'ntoso/fast-xml-parser',
      [],
      `import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { fromText, type Root } from 'ntoso';
import { fromFastXmlParser, type OrderedNode, orderedOptions, toFastXmlParser } from 'ntoso/fast-xml-parser';
const nodes: OrderedNode[] = toFastXmlParser(fromText('').tree, { dates: false, attributeNamePrefix: '' });
export const written: string = new XMLBuilder(orderedOptions).build(nodes);
export const read: Root = fromFastXmlParser(new XMLParser(orderedOptions).parse(written), orderedOptions).tree;
`,
    ],
    [
      'ntoso/xmlbuilder2',
      ['--types', 'node'],
      `import { fromText, type Root } from 'ntoso';
import { fromXmlBuilder, toXmlBuilder } from 'ntoso/xmlbuilder2';
export const read: Root = fromXmlBuilder(toXmlBuilder(fromText('').tree).root().ele('p').txt('words').up()).tree;
`,
    ],
  ])('the types of %s serve a strict user', (name, more, code) => {
    const user = join(scratch, `${name.replace('/', '-')}.ts`);
    writeFileSync(user, code);
    const options = '--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --target es2022 --module nodenext'.split(
      ' ',
    );
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, ...more, user], { cwd: root, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

describe('the command', () => {
  const ntoso = (...argv: string[]) => spawnSync(process.execPath, [main, ...argv], { cwd: root, encoding: 'utf8' });

  test('converts the samples', () => {
    const { status, stdout, stderr } = ntoso('convert', 'samples', '-o', scratch);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(/\n5 converted, \d+ warnings?, 0 failed\n$/);
    expect(readdirSync(scratch).filter((name) => name.endsWith('.xml'))).toHaveLength(5);
  });

  test('fails with 1, refuses with 2', () => {
    expect(ntoso('convert', 'none.txt').status).toBe(1);
    expect(ntoso('convert').status).toBe(2);
  });

  test('an engine that is no dependency works where it is installed, and else is named', () => {
    const sample = readdirSync(join(root, 'samples')).find((name) => name.endsWith('.xml'));
    const { status, stderr } = ntoso('validate', '--engine', 'libxmljs2', join('samples', sample ?? ''));
    const isInstalled = existsSync(join(root, 'node_modules/libxmljs2'));
    const needed = 'ntoso: this engine needs the package libxmljs2: npm install libxmljs2 (see ntoso validate --help)\n';
    expect([status, stderr]).toEqual(isInstalled ? [0, ''] : [2, needed]);
  });

  test.skipIf(process.platform === 'win32')('a reader who goes away ends it quietly', () => {
    const [sample] = readdirSync(join(root, 'samples')).filter((name) => name.startsWith('003'));
    const line = `"${process.execPath}" "${main}" convert -q "samples/${sample}" | head -c 5`;
    const { stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: root, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '<?xml', stderr: '' });
  });
});
