/** The rules beyond the schema: each holds in the document below, and is broken by one change of it. */
import { describe, expect, test } from 'vitest';
import { type Profile, validateAkn, validationRules } from '../src/check/index.ts';
import { profiles } from '../src/check/profile/index.ts';

const RIGHT = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#tool">
<FRBRWork><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/!main"/>
<FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292"/><FRBRalias name="symbol" value="A/RES/64/292"/>
<FRBRdate date="2010-07-28" name="adoption"/><FRBRauthor href="#tool"/><FRBRcountry value="un"/></FRBRWork>
<FRBRExpression><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@/!main"/>
<FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@"/><FRBRdate date="2010-08-03" name="publication"/>
<FRBRauthor href="#tool"/><FRBRlanguage language="eng"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@/!main.xml"/>
<FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@.xml"/><FRBRdate date="2020-01-02" name="markup"/>
<FRBRauthor href="#tool"/></FRBRManifestation></identification>
<workflow source="#tool"><step date="2010-07-20" by="#tool"/><step date="2010-07-28" by="#tool" outcome="#adopted"/></workflow>
<references source="#tool"><TLCOrganization eId="tool" href="/t" showAs="t"/><TLCConcept eId="adopted" href="/a" showAs="a"/>
<TLCConcept eId="adoptionDate" href="/d" showAs="d"/><TLCConcept eId="inFavour" href="/f" showAs="f"/></references></meta>
<coverPage eId="coverPage_1"><p><session value="64">Sixty-fourth session</session></p></coverPage>
<preface><p><docNumber>64/292.</docNumber> <docTitle>The human right to water and sanitation</docTitle></p></preface>
<preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula>
<container name="Recalling" eId="container_1"><p>Recalling its resolution <a href="https://undocs.org/en/A/RES/54/175">54/175</a> on the right to development,<authorialNote marker="1" eId="authorialNote_1"><p>See the report.</p></authorialNote></p></container>
<container name="Deeply concerned" eId="container_2"><p>Deeply concerned that so many people lack access to safe drinking water,<authorialNote marker="2"><p>Ibid.</p></authorialNote></p></container></preamble>
<mainBody><paragraph eId="para_1"><num>1.</num><content><p>Recognizes the right to safe and clean drinking water and sanitation as a human right that is essential for the full enjoyment of life;<noteRef href="#authorialNote_1" marker="1"/></p></content></paragraph>
<paragraph eId="para_2"><num>2.</num><list eId="para_2__list_1"><intro><p>Calls upon all States:</p></intro>
<point eId="para_2__list_1__point_a"><num>(a)</num><content><p>To provide financial resources;</p></content></point>
<point eId="para_2__list_1__point_b"><num>(b)</num><content><p>To help with technology.</p></content></point></list></paragraph></mainBody>
<conclusions eId="conclusions"><p><docDate date="2010-07-28" refersTo="#adoptionDate">28 July 2010</docDate></p>
<p><vote by="#tool"><outcome>Adopted by <quantity normalized="2" refersTo="#inFavour">2</quantity> votes <outcome refersTo="#inFavour"><organization refersTo="#tool">Chad</organization>, <organization refersTo="#tool">Cuba</organization></outcome></outcome></vote></p></conclusions>
<attachments><attachment eId="att_1"><doc name="annex"><meta><identification source="#tool">
<FRBRWork><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/!annex_1"/><FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292"/>
<FRBRdate date="2010-07-28" name="adoption"/><FRBRauthor href="#tool"/><FRBRcountry value="un"/></FRBRWork>
<FRBRExpression><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@/!annex_1"/><FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@"/>
<FRBRdate date="2010-08-03" name="publication"/><FRBRauthor href="#tool"/><FRBRlanguage language="eng"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@/!annex_1.xml"/><FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@.xml"/>
<FRBRdate date="2020-01-02" name="markup"/><FRBRauthor href="#tool"/></FRBRManifestation></identification></meta>
<preface><p><docType>Annex</docType></p></preface><mainBody><division eId="att_1__dvs_1"><heading>Principles</heading><content><p>Water is for all.</p></content></division></mainBody></doc></attachment></attachments>
</statement></akomaNtoso>`;

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
  'eid-form': ['eId="container_1"', 'eId="container-1"'],
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

const all = Object.fromEntries(Object.keys({ ...profiles.akn, ...profiles.un }).map((id) => [id, 'warning' as const]));
const idsOf = (xml: string, profile?: Profile): string[] =>
  validateAkn(xml, { rules: all, ...(profile && { profile }) }).findings.map(({ ruleId }) => ruleId);

describe('the rules of the profiles', () => {
  test('each has a case', () => {
    expect(Object.keys(WRONG).sort()).toEqual(Object.keys(all).sort());
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

  test('every rule says what it asks and why', () => {
    for (const [id, { title, help }] of Object.entries(validationRules)) {
      expect([id, title.length > 10, help.length > 30]).toEqual([id, true, true]);
    }
  });
});
