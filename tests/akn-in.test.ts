/** Reading Akoma Ntoso: nothing is lost, and what is read is what it says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { adoptionDate } from '../src/akn/dates.ts';
import { fromAkn, toAkn } from '../src/akn/index.ts';
import type { Paragraph, Resolution } from '../src/ast.ts';
import { fromText } from '../src/index.ts';
import { canonical } from './canonical.ts';
import { normal } from './carried.ts';
import { CORPUS } from './gold.ts';
import { validate } from './xsd.ts';

const hasCorpus = existsSync(CORPUS);
const note = hasCorpus ? '' : ` (skipped: ${CORPUS} is not here)`;
const goldFiles = hasCorpus ? readdirSync(CORPUS).filter((id) => existsSync(`${CORPUS}/${id}/gold.xml`)) : [];
const goldOf = (id: string) => readFileSync(`${CORPUS}/${id}/gold.xml`, 'utf8');

describe.skipIf(!hasCorpus)(`the published files${note}`, () => {
  test.each(goldFiles)('%s is written as it was read', (id) => {
    const xml = goldOf(id);
    const { tree, diagnostics } = fromAkn(xml);
    expect(diagnostics).toEqual([]);
    expect(canonical(toAkn(tree))).toBe(canonical(xml));
    // the tree is plain data: it may have been stored between
    expect(toAkn(JSON.parse(JSON.stringify(tree)))).toBe(toAkn(tree));
  });

  test.each(goldFiles)('%s: the tree of its text comes back from what it is written as', (id) => {
    const { tree } = fromText(readFileSync(`${CORPUS}/${id}/clean.txt`, 'utf8'), { source: 'clean.txt' });
    const read = fromAkn(toAkn(tree, { adoptionDate })).tree;
    expect(normal(read)).toEqual(normal(tree));
  });

  test('after a change only what has changed differs', () => {
    const xml = goldOf('ga-78-189-fra');
    const { tree } = fromAkn(xml);
    const bodies = (tree as Resolution).children.flatMap((part) => (part.type === 'mainBody' ? part.children : []));
    const [first] = bodies as Paragraph[];
    if (first?.num) first.num.value = '99.';
    expect(canonical(toAkn(tree))).toBe(canonical(xml.replace('<num>1.</num>', '<num>99.</num>')));
    expect(validate(toAkn(tree))).toEqual(validate(xml));
  });
});

test('what is written anew declares the namespace that it needs', () => {
  const { tree } = fromAkn(toAkn(fromText('The General Assembly,\n\nRecalling its resolution 64/292,\n\n1. Adopts it.').tree));
  const edited = JSON.parse(JSON.stringify(tree), (_, value) =>
    value?.type === 'ref' ? { ...value, symbol: 'a symbol of our own' } : value,
  );
  const xml = toAkn(edited);
  expect(xml).toContain('ntoso:symbol="a symbol of our own"');
  expect(fromAkn(xml).diagnostics).toEqual([]);
  expect(canonical(toAkn(fromAkn(xml).tree))).toBe(canonical(xml));
});

/** Examples of other countries in `../shared/oasis-examples`: acts, bills, debates, a judgment. */
const EXAMPLES = '../shared/oasis-examples';
const examples = existsSync(EXAMPLES) ? readdirSync(EXAMPLES).filter((name) => name.endsWith('.xml')) : [];

describe.skipIf(examples.length === 0)('what is no resolution', () => {
  test.each(examples)('%s is kept whole, and reported', (name) => {
    const xml = readFileSync(`${EXAMPLES}/${name}`, 'utf8').replace(/^\uFEFF/, '');
    const { tree, diagnostics } = fromAkn(xml);
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['not-a-resolution']);
    expect(tree).toMatchObject({ type: 'resolution', metadata: { kind: 'other' }, children: [{ type: 'opaque' }] });
    expect(canonical(toAkn(tree))).toBe(canonical(xml));
  });
});

describe('what is not well-formed', () => {
  test('gives what could be read, marked incomplete', () => {
    const { tree, diagnostics } = fromAkn(
      '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><preface><p><docTitle>T</docTitle></p></preface>',
    );
    expect(diagnostics[0]).toMatchObject({ ruleId: 'xml-malformed', severity: 'error', position: { start: { line: 1 } } });
    expect(tree.data?.incomplete).toBe(true);
    expect(tree.metadata.title).toBe('T');
    expect(fromAkn('a shopping list').tree).toEqual({
      type: 'resolution',
      metadata: { kind: 'other', organ: 'un', language: 'und' },
      children: [],
      data: { incomplete: true },
    });
  });

  test('a DOCTYPE is refused', () => {
    expect(fromAkn('<!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso/>').diagnostics).toMatchObject([{ ruleId: 'xml-doctype' }]);
  });

  test('the wrong type is thrown back', () => {
    expect(() => fromAkn(undefined as never)).toThrow(TypeError);
  });
});

describe('what there is very much of', () => {
  const many = (xml: string) => xml.repeat(150_000);
  const paragraph = (content: string) => `<paragraph><num>1.</num><content>${content}</content></paragraph>`;

  test.each([
    ['comments without words', paragraph(`<p>${many('<!--c-->')}</p>`)],
    ['comments between words', paragraph(`<p>a${many('<!--c-->b')}</p>`)],
    ['line breaks', paragraph(`<p>${many('a<eol/>')}</p>`)],
    ['lines', paragraph(many('<p>a</p>'))],
    ['comments before a paragraph', `${many('<!--c-->')}${paragraph('<p>a</p>')}`],
    ['comments in a list', paragraph(`<list><point><num>a)</num></point>${many('<!--c-->')}</list>`)],
  ])('%s exhaust neither the stack nor patience', { timeout: 60_000 }, (_, body) => {
    const xml = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><mainBody>${body}</mainBody></statement></akomaNtoso>`;
    const { tree, diagnostics } = fromAkn(xml);
    expect(diagnostics).toEqual([]);
    expect(toAkn(tree)).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`);
  });
});
