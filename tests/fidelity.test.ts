/** The three checks: what passes them, and that each finds the fault that it is for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromAkn, toAkn } from '../src/akn/index.ts';
import type { Emphasis, Root } from '../src/ast.ts';
import { checkIdentity, checkStability, checkValidity } from '../src/check/fidelity.ts';
import { fromText } from '../src/parse/index.ts';
import { toText } from '../src/text/print.ts';
import { root } from './arbitraries.ts';
import { CORPUS, type Dialect, documents, textFile } from './gold.ts';

const TEXT = `64/293. Plan of Action

The General Assembly,

Recalling its resolution 60/288,¹

1. Adopts the Plan;²

2. Decides to remain seized.¹

¹ A/RES/60/288.
² A/64/L.64.
`;

const convert = (text: string) => toAkn(fromText(text).tree);

describe('stability', () => {
  test('the same bytes again', () => {
    expect(checkStability(convert(TEXT), () => convert(TEXT))).toEqual({ check: 'stability', faults: [] });
  });

  test('other bytes are shown at the first that differs', () => {
    expect(checkStability('<p>one</p>', () => '<p>own</p>').faults).toEqual([
      'at offset 4 stands "<p>one</p>", the second time "<p>own</p>"',
    ]);
    expect(checkStability('<p/>', () => '<p/>\n').faults).toHaveLength(1);
  });
});

describe('identity', () => {
  test('all characters, the marks of notes and second calls aside', () => {
    const result = fromText(TEXT);
    expect(checkIdentity({ text: TEXT, result }, { xml: toAkn(result.tree) })).toEqual({ check: 'identity', faults: [] });
  });

  test('a call without a note is text in both', () => {
    const text = TEXT.replace('Plan;²', 'Plan;²³').replace('² A/64/L.64.\n', '');
    const result = fromText(text);
    expect(checkIdentity({ text, result }, { xml: toAkn(result.tree) }).faults).toEqual([]);
  });

  test('what was set aside is not missed', () => {
    const text = TEXT.replace('1. Adopts', '__________\n\n24-24335 (E)\n\n1. Adopts');
    const result = fromText(text);
    expect(result.coverage.setAside).not.toEqual([]);
    expect(checkIdentity({ text, result }, { xml: toAkn(result.tree) }).faults).toEqual([]);
  });

  test('a character that is lost, added or changed is named', () => {
    const result = fromText(TEXT);
    const xml = toAkn(result.tree);
    expect(checkIdentity({ text: TEXT, result }, { xml: xml.replace('Plan;', 'Plan') }).faults).toEqual([
      '";" is once missing',
    ]);
    expect(checkIdentity({ text: TEXT, result }, { xml: xml.replace('seized', 'seizzed') }).faults).toEqual([
      '"z" is once too many',
    ]);
    expect(checkIdentity({ text: TEXT, result }, { xml: xml.replace('seized', 'ceized') }).faults).toEqual([
      '"c" is once too many',
      '"s" is once missing',
    ]);
    // all characters of the output in its metadata are no text
    expect(
      checkIdentity({ text: TEXT, result }, { xml: '<akomaNtoso><meta>64/293.</meta></akomaNtoso>' }).faults.length,
    ).toBeGreaterThan(20);
  });

  test('what XML cannot hold is not counted', () => {
    const text = `${TEXT}\n\n3. Requests\u0001 \ud800 it.`;
    const result = fromText(text);
    expect(checkIdentity({ text, result }, { xml: toAkn(result.tree) }).faults).toEqual([]);
  });
});

describe('identity of trees', () => {
  test('any tree has the characters of its Akoma Ntoso', () => {
    fc.assert(
      fc.property(root, (tree) => {
        expect(checkIdentity({ tree }, { xml: toAkn(tree) }).faults).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('any tree has the characters of its canonical text, but for the marks of notes', () => {
    fc.assert(
      fc.property(root, (tree) => {
        expect(checkIdentity({ tree }, { tree, text: toText(tree) }).faults).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('a direction mark is no character of a canonical text, but one of Akoma Ntoso', () => {
    const { tree } = fromAkn(
      '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><mainBody><p>prevención de la \u200edelincuencia</p></mainBody></statement></akomaNtoso>',
    );
    const without = fromText('prevención de la delincuencia').tree;
    expect(toText(tree)).toBe('prevención de la delincuencia\n');
    expect(checkIdentity({ tree }, { tree, text: toText(tree) }).faults).toEqual([]);
    expect(checkIdentity({ tree }, { xml: toAkn(without) }).faults).toEqual(['"\u200e" is once missing']);
  });

  test('the words of what has no type are words', () => {
    const words = { name: 'x:y', attributes: {}, children: ['kept ', { name: 'b', attributes: {}, children: ['whole'] }] };
    const tree: Root = {
      type: 'resolution',
      metadata: { kind: 'other', organ: 'un', language: 'und' },
      children: [{ type: 'opaque', xml: [words], children: [] }],
    };
    expect(toText(tree)).toBe('kept whole\n');
    expect(checkIdentity({ tree }, { tree, text: toText(tree) }).faults).toEqual([]);
    expect(checkIdentity({ tree }, { tree, text: '' }).faults).toHaveLength(8);
  });

  test('a deep tree does not exhaust the stack', () => {
    let block: Emphasis = { type: 'emphasis', style: 'bold', children: [] };
    for (let k = 0; k < 50_000; k++) block = { type: 'emphasis', style: 'bold', children: [block] };
    const tree: Root = {
      type: 'resolution',
      metadata: { kind: 'other', organ: 'un', language: 'und' },
      children: [{ type: 'preface', children: [{ type: 'title', children: [block] }] }],
    };
    expect(checkIdentity({ tree }, { xml: toAkn(tree) }).faults).toEqual([]);
  });
});

describe('validity', () => {
  test('is what the caller says', () => {
    const validate = (xml: string) => (xml.includes('<mainBody') ? [] : ['no mainBody']);
    expect(checkValidity(convert(TEXT), validate)).toEqual({ check: 'validity', faults: [] });
    expect(checkValidity('<akomaNtoso/>', validate)).toEqual({ check: 'validity', faults: ['no mainBody'] });
  });
});

test.each(readdirSync('samples').filter((name) => name.endsWith('.txt')))('the sample %s', (name) => {
  const text = readFileSync(`samples/${name}`, 'utf8');
  const result = fromText(text);
  const xml = toAkn(result.tree);
  expect(checkIdentity({ text, result }, { xml }).faults).toEqual([]);
  expect(checkStability(xml, () => convert(text)).faults).toEqual([]);
});

const hasCorpus = existsSync(`${CORPUS}/manifest.json`);
if (!hasCorpus) console.info(`fidelity over the corpus skipped: ${CORPUS} is not there`);

describe.skipIf(!hasCorpus)('the corpus', () => {
  test.each<Dialect>(['clean', 'pdf', 'layout', 'tika', 'markdown'])('%s: not a character is lost or added', (dialect) => {
    const unfaithful: string[] = [];
    for (const document of documents()) {
      const text = textFile(document, dialect);
      const result = fromText(text);
      const { faults } = checkIdentity({ text, result }, { xml: toAkn(result.tree) });
      if (faults.length > 0) unfaithful.push(`${document.id}: ${faults.join('; ')}`);
    }
    expect(unfaithful).toEqual([]);
  });
});
