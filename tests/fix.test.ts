/** Repairs: each of what a rule promises, and that nothing else in a file changes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixAkn, validateAkn, validationRules } from '../src/check/index.ts';
import { RIGHT } from './right.ts';

const CORPUS = '../shared/corpus/dev';

type Case = [from: string, to: string, repaired?: string];

/** Rule → what is wrong, and what the repair makes of it; the right document again where that is not said. */
const REPAIRED: Readonly<Record<string, readonly Case[]>> = {
  'attribute-missing': [
    [' language="eng"', ''],
    ['<FRBRcountry value="un"', '<FRBRcountry'],
    ['<FRBRdate date="2010-07-28" name="adoption"', '<FRBRdate name="adoption"', '<FRBRdate name="adoption" date="2010-07-28"'],
    ['<statement name="resolution"', '<statement'],
    ['<noteRef href="#authorialNote_1" marker="1"', '<noteRef marker="1"', '<noteRef marker="1" href="#authorialNote_1"'],
    [
      '</workflow>',
      '</workflow><analysis source="#tool"><restrictions source="#tool"><restriction/></restrictions></analysis>',
      '</workflow><analysis source="#tool"><restrictions source="#tool"><restriction type="jurisdiction"/></restrictions></analysis>',
    ],
  ],
  'document-name': [['name="resolution"', 'name="draft resolution"', 'name="resolutionDraft"']],
  'eid-form': [
    ['eId="para_2__list_1__point_a"', 'eId="para_2_list_point_a"'],
    ['eId="container_2"', 'eId="container-2"'],
  ],
  'eid-missing': [
    ['<paragraph eId="para_2"', '<paragraph'],
    ['<list eId="para_2__list_1"', '<list'],
    ['<attachment eId="att_1"', '<attachment'],
    ['<division eId="att_1__dvs_1"', '<division'],
  ],
  'eid-number': [
    ['eId="para_2"', 'eId="para_3"'],
    ['eId="para_2__list_1__point_b"', 'eId="para_2__list_1__point_c"'],
    [
      '<paragraph eId="para_2"><num>2.</num>',
      '<paragraph eId="para_2"><content><p>Also:</p></content></paragraph><paragraph eId="para_7"><num>2.</num>',
      '<paragraph eId="para_nn_1"><content><p>Also:</p></content></paragraph><paragraph eId="para_2"><num>2.</num>',
    ],
  ],
  'iri-language': [
    ['language="eng"', 'language="fra"'],
    [
      `/eng@/!main"/>\n<FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@"`,
      `/fra@/!main"/>\n<FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/fra@"`,
    ],
  ],
  'iri-levels': [
    ['64-292/eng@"/><FRBRdate', '64-293/eng@"/><FRBRdate'],
    ['/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@.xml"/><FRBRdate', '/un/64-292/eng@.xml"/><FRBRdate'],
  ],
  'note-unresolved': [['#authorialNote_1', '#authorialNote_7']],
  'reference-not-local': [['refersTo="#adoptionDate"', 'refersTo="adoptionDate"']],
  'session-value': [
    ['session value="64"', 'session value="46"'],
    ['session value="64"', 'session value="S-46"', 'session value="S-64"'],
  ],
  'text-language': [['language="eng"', 'language="rus"']],
  'work-date': [['<FRBRdate date="2010-07-28"', '<FRBRdate date="2010-07-29"']],
};

describe('each repair', () => {
  test('has a case', () => {
    const promised = Object.keys(validationRules).filter((id) => validationRules[id]?.fix !== undefined);
    expect(Object.keys(REPAIRED).sort()).toEqual(promised.sort());
  });

  const cases = Object.entries(REPAIRED).flatMap(([id, all]) =>
    all.map(([from, to, repaired = from]) => [id, from, to, repaired] as const),
  );
  test.each(cases)('%s: %s', (id, from, to, repaired) => {
    const wrong = RIGHT.replace(from, to);
    expect(validateAkn(wrong).findings.map(({ ruleId }) => ruleId)).toContain(id);
    const { xml, fixed } = fixAkn(wrong);
    expect(xml).toBe(RIGHT.replace(from, repaired));
    expect(fixed.map(({ ruleId }) => ruleId)).toContain(id);
    expect(validateAkn(xml)).toEqual({ valid: true, findings: [] });
  });
});

describe('what is not repaired stays as it is', () => {
  test('byte for byte: quotes, blanks, entities, line ends, a byte order mark', () => {
    const given =
      '\ufeff<?xml version=\'1.0\'?>\r\n<!-- "a" --><p\n  eId = \'a&#45;b c\'\r\n\ttitle=\'"x"\'  \n xmlns="urn:x"></p >\r\n';
    expect(fixAkn(given)).toEqual({ xml: given, fixed: [] });
    const wrong = `\ufeff${RIGHT.replace('eId="container_2"', "eId = 'container-2'\r\n\ttitle='\"&lt;'").replaceAll('\n', '\r\n')}`;
    expect(fixAkn(wrong).xml).toBe(wrong.replace("'container-2'", '"container_2"'));
  });

  test.each([
    ['what is not well-formed', RIGHT.replace('eId="para_2"', 'eId="para_3"').replace('</akomaNtoso>', '')],
    [
      'a level that the Work does not agree with itself about',
      RIGHT.replace('2010-07-28/64-292/!main"', '2010-07-27/64-292/!main"').replace(
        '64-292/eng@"/><FRBRdate',
        '64-293/eng@"/><FRBRdate',
      ),
    ],
    [
      'a day that is that of the conclusions but not of the workflow',
      RIGHT.replace('<FRBRdate date="2010-07-28"', '<FRBRdate date="2010-07-29"').replace(
        'step date="2010-07-28"',
        'step date="2010-07-29"',
      ),
    ],
    ['a name that nothing declares', RIGHT.replace('refersTo="#adoptionDate"', 'refersTo="somethingElse"')],
    ['a call that several notes may be meant by', RIGHT.replace('#authorialNote_1', '#x').replace('marker="2"', 'marker="1"')],
  ])('%s', (_name, wrong) => {
    expect(fixAkn(wrong)).toEqual({ xml: wrong, fixed: [] });
  });

  test('what is off', () => {
    const wrong = RIGHT.replace('eId="para_2"', 'eId="para_3"');
    expect(fixAkn(wrong, { rules: { 'eid-number': 'off' } })).toEqual({ xml: wrong, fixed: [] });
    expect(fixAkn(wrong, { profile: 'none' }).fixed).toEqual([]);
    expect(() => fixAkn(wrong, { rules: { nonsense: 'off' } })).toThrow('there is no rule nonsense');
  });
});

describe('an element that is renamed', () => {
  const links =
    '<p><ref href="#para_9">1</ref> <ref href="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/!main#para_9">2</ref> <ref href="/akn/other#para_9">3</ref></p>';
  const wrong = RIGHT.replaceAll('para_2', 'para_9').replace('<p>To help with technology.</p>', links);

  test('takes along what begins with its name, and what refers to it', () => {
    const { xml, fixed } = fixAkn(wrong);
    expect(fixed.map(({ ruleId, line, found }) => [ruleId, line, found])).toEqual([['eid-number', 21, '9']]);
    const right = RIGHT.replace('<p>To help with technology.</p>', links.replaceAll(/(?<="|main)#para_9/g, '#para_2'));
    expect(xml).toBe(right);
  });

  test('is referred to in its own document', () => {
    const inner = (content: string) =>
      `<component eId="cmp_1"><doc name="x"><meta/><mainBody>${content}</mainBody></doc></component>`;
    const other = inner(
      '<paragraph eId="para_9"><num>9.</num><content><p><ref href="#para_9">9</ref></p></content></paragraph>',
    );
    const given = wrong.replace('</akomaNtoso>', `<components>${other}</components></akomaNtoso>`);
    expect(fixAkn(given, { profile: 'un' }).xml).toContain(other);
  });
});

test('places are those of the document as it was given, whatever round a repair belongs to', () => {
  const wrong = RIGHT.replace('64-292/eng@"/><FRBRdate', '64-293/eng@"/><FRBRdate').replace(
    '64-292/eng@.xml',
    '64-293/eng@.xml',
  );
  const { xml, fixed } = fixAkn(wrong);
  expect(xml).toBe(RIGHT);
  const at = ({ line, column }: (typeof fixed)[number]) => wrong.split('\n')[line - 1]?.slice(column - 1, column + 80);
  expect(fixed.map(at)).toEqual([
    expect.stringMatching(/^value=".*64-293\/eng@"/),
    expect.stringMatching(/^value=".*64-293\/eng@\.xml"/),
  ]);
});

// ------------------------------------------------------------------------------------------- whatever is wrong

const published = existsSync(CORPUS)
  ? readdirSync(CORPUS)
      .map((id) => join(CORPUS, id, 'gold.xml'))
      .filter((file, index) => index % 8 === 0 && existsSync(file))
  : [];

/** What is between the tags. */
const text = (xml: string): string[] => xml.split(/<[^>]*>/);

function holds(given: string): void {
  const before = validateAkn(given, { profile: 'none' });
  const { xml, fixed } = fixAkn(given);
  expect(text(xml)).toEqual(text(given));
  if (before.valid) expect(validateAkn(xml, { profile: 'none' })).toEqual({ valid: true, findings: [] });
  expect(fixed.length > 0).toBe(xml !== given);
  expect(fixAkn(xml)).toEqual({ xml, fixed: [] });
}

describe('whatever is wrong with attributes, text stays, valid stays valid, and once is enough', () => {
  const values = [
    '',
    'x',
    '#x',
    'para_1',
    '#para_1',
    'para_2_list_point_a',
    'a b',
    'é&lt;',
    '1',
    '2010-07-29',
    'fra',
    '/akn/un/x/fra@',
    '#authorialNote_1',
    'A/RES/64/293',
    'un',
  ];
  const mutation = fc.record({ tag: fc.nat(), attribute: fc.nat(), value: fc.option(fc.constantFrom(...values)) });

  /** Gives an attribute of some start tag another value, or takes it away. */
  const changed = (
    xml: string,
    { tag, attribute, value }: { tag: number; attribute: number; value: string | null },
  ): string => {
    const attributes = [...xml.matchAll(/ (\w+)="[^"]*"(?=[^<>]*>)/g)].filter(([, name]) => name !== 'xmlns');
    const match = attributes[(tag * 31 + attribute) % attributes.length];
    if (!match) return xml;
    const { index, 0: whole, 1: name } = match;
    return `${xml.slice(0, index)}${value === null ? '' : ` ${name}="${value}"`}${xml.slice(index + whole.length)}`;
  };

  test('in the right document', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => holds(mutations.reduce(changed, RIGHT))),
      { numRuns: 400 },
    );
  });

  test.skipIf(published.length === 0)('in published documents', () => {
    for (const file of published) holds(readFileSync(file, 'utf8'));
  });
});
