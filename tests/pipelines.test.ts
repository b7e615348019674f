/** The pieces of pipelines that we hand out: the hook of pre-commit, the examples of the README. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { validateCommand } from '../src/cli/validate-options.ts';

const readme = readFileSync('README.md', 'utf8');
const examples = [...readme.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, yaml = '']) => yaml);
const hooks = readFileSync('.pre-commit-hooks.yaml', 'utf8');

/** The strings of a parsed document. */
const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

const lines = [...examples, hooks]
  .flatMap((yaml) => stringsIn(parse(yaml)))
  .flatMap((text) => /(?<=\bntoso validate ).*$/.exec(text)?.[0].replace(/ >.*/, '') ?? []);

test('there are three: for GitHub, GitLab and pre-commit', () => {
  expect(lines).toHaveLength(3);
});

test.each(lines)('ntoso validate %s', (line) => {
  // pre-commit adds the names of files
  expect(validateCommand([...line.split(' '), 'a.xml'])).not.toHaveProperty('usage');
});

test('the command line of the README is one that is understood', () => {
  const [commands = ''] = /^ntoso validate out(?:.|\n)*?(?=^```)/m.exec(readme) ?? [];
  const given = commands
    .trim()
    .split('\n')
    .map((command) => command.replace(/ +#.*/, '').split(' ').slice(2));
  expect(given.length).toBeGreaterThan(3);
  for (const args of given) expect([args, validateCommand(args)]).not.toHaveProperty('1.usage');
});

test('the hook is what pre-commit takes', () => {
  const [hook] = parse(hooks);
  expect(Object.keys(hook).sort()).toEqual(['description', 'entry', 'files', 'id', 'language', 'name']);
  expect([hook.language, new RegExp(hook.files).test('a/b.xml')]).toEqual(['node', true]);
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(Object.keys(bin)).toContain(hook.entry.split(' ')[0]);
  // it packs the clone, and reads the name of the file from what npm says
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^foreground-scripts=false$/m);
});
