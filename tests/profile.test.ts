/** The rules beyond the schema: each holds in the document below, and is broken by one change of it. */
import { describe, expect, test } from 'vitest';
import { documentSet, type Profile, validateAkn, validationRules } from '../src/check/index.ts';
import { profiles } from '../src/check/profile/index.ts';
import { PLAIN } from '../src/check/profile/text.ts';
import { RIGHT } from './right.ts';

/** Rule → a change that breaks it: what is replaced, by what. */
const WRONG: Readonly<Record<string, readonly [string | RegExp, string]>> = {
  'iri-levels': ['64-292/eng@"/><FRBRdate', '64-293/eng@"/><FRBRdate'],
  'iri-language': ['language="eng"', 'language="fra"'],
  'date-placeholder': ['step date="2010-07-20"', 'step date="0001-01-01"'],
  'reference-undeclared': ['outcome="#adopted"', 'outcome="#adoptedAgain"'],
  'eid-repeated': [
    '</akomaNtoso>',
    '<components><component><doc name="x"><meta/><mainBody><p eId="para_1">x</p></mainBody></doc></component></components></akomaNtoso>',
  ],
  'note-unresolved': ['#authorialNote_1', '#authorialNote_7'],
  'note-empty': ['See the report.', '1 See the report.'],
  'link-href': ['https://undocs.org/en/A/RES/54/175', 'file:///C:/54_175.doc'],
  'link-text': ['>54/175</a>', '></a>54/175'],
  'link-split': ['54/175</a>', '54/</a><a href="https://undocs.org/en/A/RES/54/175">175</a>'],
  'element-empty': ['<p>Water is for all.</p>', '<p> </p>'],
  'document-name': ['name="resolution"', 'name="draft resolution"'],
  'work-iri': [/un-ga\/2010-07-28\/64-292"/, 'unga/2010-07-28/64-292/"'],
  'work-date': ['<FRBRdate date="2010-07-28"', '<FRBRdate date="2010-07-29"'],
  'work-number': ['value="A/RES/64/292"', 'value="A/RES/64/293"'],
  'symbol-form': ['value="A/RES/64/292"', 'value="A/64/292"'],
  'symbol-date': ['value="A/RES/64/292"', 'value="A/RES/46/292"'],
  'date-order': ['2020-01-02', '2009-01-02'],
  'text-language': ['language="eng"', 'language="rus"'],
  'number-printed': ['>64/292.<', '>64/229.<'],
  'conclusions-date': ['docDate date="2010-07-28"', 'docDate date="2010-07-27"'],
  'reference-not-local': ['refersTo="#adoptionDate"', 'refersTo="adoptionDate"'],
  'eid-missing': ['<paragraph eId="para_2"', '<paragraph'],
  'eid-form': ['eId="para_2__list_1__point_a"', 'eId="para_2_list_point_a"'],
  'eid-number': ['eId="para_2"', 'eId="para_3"'],
  'link-symbol': ['A/RES/54/175', 'A/RES/54/174'],
  'title-empty': ['The human right to water and sanitation', ''],
  'formula-first': [/<formula.*<\/formula>/, ''],
  'phrase-name': ['name="Recalling"', 'name="Recalling also"'],
  'session-value': ['session value="64"', 'session value="46"'],
  'vote-count': ['normalized="2"', 'normalized="3"'],
  'step-order': ['step date="2010-07-20"', 'step date="2010-07-30"'],
  'annex-joined': ['>Principles<', '>Annex II</heading><subheading>Annex III</subheading><heading>P<'],
  'conclusions-missing': [/<conclusions[\s\S]*<\/conclusions>/, ''],
  'paragraph-sequence': ['<num>2.</num>', '<num>3.</num>'],
  'list-sequence': ['<num>(b)</num>', '<num>(c)</num>'],
  'enumerator-in-text': ['To provide', '(i) To provide'],
  'sublist-beside': [/(<point eId="para_2__list_1__point_b".*<\/point>)/, '$1<sublist eId="x"/>'],
  'paragraph-end': ['right to development,', 'right to development'],
  'note-sequence': ['marker="2"', 'marker="3"'],
  'text-characters': ['Water is for all', 'Wa\u00adter is for all'],
  'root-element': [/<\/?akomaNtoso[^>]*>/g, ''],
};

/** Rules that ask about other documents: these have cases below. */
const AMONG = ['document-repeated', 'work-differs'];
const all = Object.fromEntries(Object.keys({ ...profiles.akn, ...profiles.un }).map((id) => [id, 'warning' as const]));
const idsOf = (xml: string, profile?: Profile): string[] =>
  validateAkn(xml, { rules: all, ...(profile && { profile }) }).findings.map(({ ruleId }) => ruleId);

describe('the rules of the profiles', () => {
  test('each has a case', () => {
    expect([...Object.keys(WRONG), ...AMONG].sort()).toEqual(Object.keys(all).sort());
  });

  test('all hold in a right document', () => {
    expect(validateAkn(RIGHT, { rules: { ...all, 'paragraph-end': 'warning' } })).toEqual({ valid: true, findings: [] });
  });

  test.each(Object.entries(WRONG))('%s', (id, [from, to]) => {
    let wrong = RIGHT.replace(from, to);
    if (id === 'root-element')
      wrong = wrong.replace('<statement', '<statement xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"');
    expect(wrong).not.toBe(RIGHT);
    expect(idsOf(wrong)).toContain(id);
  });

  test.each<[string, string | RegExp, string, string[]]>([
    ['one dash', /<num>\(a\)<\/num>[\s\S]*<num>\(b\)<\/num>/, '<num>–</num>', []],
    ['one letter', /<point eId="para_2__list_1__point_b".*<\/point>/, '', ['list-sequence']],
    ['letters from a Russian keyboard', '<num>(a)</num>', '<num>а)</num>', []],
    [
      'a list that goes on behind a heading',
      '</point></list></paragraph></mainBody>',
      '</point></list></paragraph><paragraph eId="para_nn_1"><list eId="l"><point eId="l__point_c"><num>(c)</num><content><p>To act.</p></content></point></list></paragraph></mainBody>',
      [],
    ],
    [
      'a list that goes on in another paragraph',
      '</point></list></paragraph></mainBody>',
      '</point></list></paragraph><paragraph eId="para_3"><num>3.</num><list eId="l"><point eId="l__point_c"><num>(c)</num><content><p>To act.</p></content></point></list></paragraph></mainBody>',
      ['list-sequence'],
    ],
  ])('a list: %s', (_name, from, to, expected) => {
    const changed = RIGHT.replace(from, to);
    expect(changed).not.toBe(RIGHT);
    expect([...new Set(idsOf(changed))].filter((id) => id.startsWith('list'))).toEqual(expected);
  });

  test('a part may be missing as well as empty', () => {
    expect(idsOf(RIGHT.replace(/ <docTitle>.*<\/docTitle>/, ''))).toEqual(['title-empty']);
    expect(idsOf(RIGHT.replace(' refersTo="#adoptionDate"', ''))).toEqual(['conclusions-missing']);
  });

  test('those of the United Nations hold for its documents only, unless asked for', () => {
    const other = RIGHT.replaceAll('FRBRcountry value="un"', 'FRBRcountry value="it"').replace('name="resolution"', 'name="x"');
    expect(idsOf(other)).toEqual([]);
    expect(idsOf(other, 'un')).toContain('document-name');
    expect(idsOf(RIGHT.replace('name="resolution"', 'name="x"'), 'akn')).toEqual([]);
  });

  test('severities are the table’s, or those asked for; the verdict does not depend on them', () => {
    const wrong = RIGHT.replace('>54/175</a>', '></a>54/175');
    const severities = (rules: Parameters<typeof validateAkn>[1]) =>
      validateAkn(wrong, rules).findings.map(({ severity }) => severity);
    expect(severities({})).toEqual(['warning']);
    expect(severities({ rules: { 'link-text': 'error' } })).toEqual(['error']);
    expect(validateAkn(wrong, { rules: { 'link-text': 'off' } })).toEqual({ valid: true, findings: [] });
    expect(validateAkn('<a/>', { rules: { 'root-unknown': 'off' } })).toEqual({ valid: false, findings: [] });
    expect(() => validateAkn(wrong, { rules: { nonsense: 'off' } })).toThrow('there is no rule nonsense');
  });

  test('an attribute that is wrong is pointed at', () => {
    const wrong = RIGHT.replace('outcome="#adopted"', 'outcome="#nobody"');
    const [finding] = validateAkn(wrong).findings;
    expect(wrong.split('\n')[(finding?.line ?? 0) - 1]?.slice((finding?.column ?? 0) - 1)).toMatch(/^outcome="#nobody"/);
    expect(finding).toMatchObject({ path: 'statement › meta › workflow 1 › step 2', found: '#nobody' });
  });

  test('characters that are passed over neither compose nor decompose', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      if (PLAIN.test(character))
        expect([code, character.normalize('NFC'), /\p{M}/u.test(character)]).toEqual([code, character, false]);
    }
  });

  test('every rule says what it asks and why', () => {
    for (const [id, { title, help }] of Object.entries(validationRules)) {
      expect([id, title.length > 10, help.length > 30]).toEqual([id, true, true]);
    }
  });
});

describe('a document among others', () => {
  const french = RIGHT.replaceAll('/eng@', '/fra@').replaceAll('language="eng"', 'language="fra"');
  const rules = { 'text-language': 'off' } as const;
  const found = (...files: string[]) => {
    const among = documentSet();
    return files.flatMap((xml, index) =>
      validateAkn(xml, { rules, among, name: `${index}.xml` }).findings.map(
        ({ ruleId, message }) => `${index} ${ruleId} ${message}`,
      ),
    );
  };

  test('is another Manifestation, and an Expression of the same Work', () => {
    expect(found(RIGHT, french)).toEqual([]);
    expect(found(RIGHT, french, RIGHT)).toEqual([
      expect.stringMatching(/^2 document-repeated 0\.xml is the same Manifestation$/),
    ]);
  });

  test('says the same of the Work', () => {
    const another = french.replaceAll('2010-07-28', '2010-07-29');
    expect(found(RIGHT, another)).toEqual([
      expect.stringMatching(/^1 work-differs the Work IRI of A\/RES\/64\/292 is ".*2010-07-29\/64-292" here, ".*" in 0\.xml$/),
      '1 work-differs the date of A/RES/64/292 is "2010-07-29" here, "2010-07-28" in 0.xml',
    ]);
  });

  test('has no Work IRI of another symbol', () => {
    const another = french.replace('value="A/RES/64/292"', 'value="A/RES/64/293"');
    expect(found(RIGHT, another)).toContain('1 work-differs this is the Work IRI of A/RES/64/292, not of A/RES/64/293');
  });

  test('alone has nothing to differ from', () => {
    expect(validateAkn(RIGHT, { name: 'a.xml' }).findings).toEqual([]);
  });
});
