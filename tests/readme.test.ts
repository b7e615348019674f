/** The README's examples run, and print what the README says they print. */
import { readFileSync } from 'node:fs';
import * as fastXmlParser from 'fast-xml-parser';
import { expect, test } from 'vitest';
import * as dates from '../src/akn/dates.ts';
import * as validation from '../src/check/index.ts';
import * as ntoso from '../src/index.ts';
import * as ordered from '../src/interop/fast-xml-parser.ts';
import * as dom from '../src/interop/xmlbuilder2.ts';

const modules: Record<string, object> = {
  ntoso,
  'ntoso/dates': dates,
  'ntoso/validate': validation,
  'ntoso/fast-xml-parser': ordered,
  'ntoso/xmlbuilder2': dom,
  'fast-xml-parser': fastXmlParser,
};
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = '']) => code);

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(0);
});

test.each(examples.map((code) => [code]))('%s', (code) => {
  const promised = [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment);
  expect(promised.length).toBeGreaterThan(0);
  const printed: string[] = [];
  const log = (...values: unknown[]): unknown => printed.push(values.join(' '));
  const body = code.replace(/^import (\{.*\}) from '(.*)';$/gm, (_line, names: string, module: string) => {
    expect(Object.keys(modules)).toContain(module);
    return `const ${names} = modules['${module}'];`;
  });
  new Function('modules', 'console', `'use strict';\n${body}`)(modules, { log });
  expect(printed).toEqual(promised);
});
