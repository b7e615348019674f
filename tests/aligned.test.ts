/**
 * One resolution in six languages gives one structure: the same nodes in the same order, with the same identifiers, so that a
 * link to `#para_1__list_1__point_b` holds in each. The texts are fixtures, `aligned/<text>-<language>.txt`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cleanNumber } from '../src/akn/number.ts';
import { fromText, toAkn } from '../src/index.ts';

const folder = fileURLToPath(new URL('./fixtures/aligned/', import.meta.url));
const LANGUAGES = ['eng', 'fra', 'spa', 'rus', 'ara', 'zho'] as const;
const texts = [...new Set(readdirSync(folder).map((name) => name.replace(/-\w{3}\.\w+$/, '')))];
const xmlOf = (text: string, language: string) =>
  toAkn(fromText(readFileSync(`${folder}${text}-${language}.txt`, 'utf8')).tree);

/** Elements that mark words of one language: what is italic, a date or a citation stands elsewhere in each. */
const INLINE = /^(?:span|i|b|sup|date|ref|rref|session|inline|docDate|docType|docTitle|docNumber|location|organization)$/;

/** Elements in their order, with their identifiers; what differs by language, words and phrases, left out. */
function skeleton(xml: string): string[] {
  const from = xml.search(/<(?:preamble|mainBody)\b/);
  return [...xml.slice(from).matchAll(/<(\w+)((?:\s[^<>]*)?)>/g)]
    .filter(([, name = '']) => !INLINE.test(name))
    .map(([, name, attributes = '']) => `${name} ${/\beId="([^"]*)"/.exec(attributes)?.[1] ?? ''}`.trim());
}

test('there are texts in all six languages', () => {
  expect(texts).toEqual([
    'annexes',
    'assembly',
    'council',
    'decision',
    'draft',
    'old',
    'parts',
    'recommended',
    'statement',
    'vote',
  ]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.txt'))).toHaveLength(texts.length * LANGUAGES.length);
});

describe.each(texts)('%s', (text) => {
  const english = skeleton(xmlOf(text, 'eng'));
  test.each(LANGUAGES.slice(1))('in %s has the structure and the identifiers of the English text', (language) => {
    expect(english.length).toBeGreaterThan(5);
    expect(skeleton(xmlOf(text, language))).toEqual(english);
  });
  test.each(LANGUAGES)('in %s has the same identity', (language) => {
    const read = (code: string) => fromText(readFileSync(`${folder}${text}-${code}.txt`, 'utf8')).tree.metadata;
    const { title: _, language: own, agendaItems: items, ...facts } = read(language);
    const { title: __, language: ___, agendaItems: expectedItems, ...expected } = read('eng');
    expect(own).toBe(language);
    expect(facts).toEqual(expected);
    // as printed: `19(ج)` is 19(c)
    expect(items?.map((item) => item.replace(/[^\d()]/g, cleanNumber))).toEqual(expectedItems);
  });
});
