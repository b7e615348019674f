/** What validation says, and where. Whether its verdicts are right is tested in validate.agreement.test.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeFrame, type Finding, validateAkn } from '../src/check/index.ts';

const NS = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"';
const container = (inner: string): string => `<container ${NS} name="x">${inner}</container>`;

/** A finding as a line: `line:column rule message (path)`. */
const line = ({ line, column, ruleId, message, path }: Finding): string => `${line}:${column} ${ruleId} ${message} (${path})`;
const lines = (xml: string): string[] => validateAkn(xml, { profile: 'none' }).findings.map(line);

describe('a valid document', () => {
  test.each(readdirSync('samples').filter((name) => name.endsWith('.xml')))('samples/%s', (name) => {
    expect(validateAkn(readFileSync(`samples/${name}`, 'utf8'), { profile: 'none' })).toEqual({ valid: true, findings: [] });
  });

  test('may begin with a byte order mark, and any element may be its root', () => {
    expect(validateAkn(`\ufeff<p ${NS}>text</p>`).valid).toBe(true);
  });

  test('may hold elements of other vocabularies where they are allowed, and these may hold anything', () => {
    const foreign = '<x:a xmlns:x="urn:x" eId="1"><x:a eId="1">text</x:a><nothing xmlns=""/></x:a>';
    expect(lines(container(`<foreign>${foreign}</foreign>`))).toEqual([]);
    expect(lines(container(`<p>${foreign}</p>`))[0]).toContain('element-unknown `x:a` is in the namespace urn:x');
  });
});

describe('what is not XML', () => {
  test.each([
    ['<a><b></a>', '1:11 xml-malformed this is not well-formed XML: unexpected close tag'],
    ['<a>\n  &nope;</a>', '2:9 xml-malformed this is not well-formed XML: undefined entity'],
    ['', '1:1 xml-malformed this is not well-formed XML: document must contain a root element'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '1:1 xml-doctype a DOCTYPE is refused'],
    ['<a>'.repeat(1001), '1:3001 xml-too-deep elements are nested deeper than 1000 levels'],
  ])('%s', (xml, expected) => {
    const findings = lines(xml).filter((finding) => finding.includes(' xml-'));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(expected);
    expect(validateAkn(xml).valid).toBe(false);
  });

  test('what is no string is a mistake of the program', () => {
    expect(() => validateAkn(Buffer.from('<a/>') as unknown as string)).toThrow(TypeError);
  });
});

describe('messages', () => {
  test.each<[string, string, string]>([
    ['a misspelling', '<p>a</p>\n<blokList/>', '2:1 element-unknown there is no element `blokList`; did you mean `blockList`?'],
    ['a wrong place', '<p><num/></p>', '1:81 element-misplaced `num` may not stand in `p`; expected'],
    ['an order', '<table><tr><td/></tr><caption/></table>', '`caption` comes too late in `table`'],
    [
      'one too many',
      '<table><caption/><caption/><tr><td/></tr></table>',
      '`caption` may stand in `table` once only; expected `tr`',
    ],
    ['an omission', '<blockList><listWrapUp/></blockList>', '`item` is missing before `listWrapUp`'],
    [
      'an end',
      '<blockList><listIntroduction/></blockList>',
      '`blockList` is incomplete after `listIntroduction`; expected `item`',
    ],
    ['text', '<blockList>\n  text<item><p/></item></blockList>', '2:3 text-misplaced text may not stand in `blockList`'],
    ['a blank', '<p><eol> </eol></p>', '`eol` has to be empty; not even white space may stand in it'],
    ['a name', '<p\n  eid="a"/>', '2:3 attribute-unknown `p` has no attribute `eid`; did you mean `eId`?'],
    ['a lack', '<p><ref>x</ref></p>', '`ref` lacks the attribute `href`, a URI'],
    [
      'a day',
      '<p><date date="2023-02-29"/></p>',
      'the attribute `date` is "2023-02-29"; expected a day that exists, YYYY-MM-DD, or',
    ],
    ['a word', '<p status="remove"/>', 'the attribute `status` is "remove"; expected one of "removed", "temporarilyRemoved"'],
    [
      'a type',
      '<p xsi:type="a" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
      'xsi-unsupported `xsi:type` is not supported',
    ],
  ])('%s', (_name, inner, expected) => {
    const found = lines(container(inner));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  test('a root of a draft of the standard', () => {
    const [first] = lines('<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17"/>');
    expect(first).toContain('`akomaNtoso` is not in the namespace of Akoma Ntoso 3.0: its namespace is http');
  });

  test('one omission is one finding: what follows it is looked at as if nothing were missing', () => {
    const xml = `<doc ${NS} name="x">\n<mainBody><p/><bogus/></mainBody></doc>`;
    expect(lines(xml).map((found) => found.slice(0, 40))).toEqual([
      '2:1 element-missing `meta` is missing be',
      '2:15 element-unknown there is no element',
    ]);
  });

  test('identifiers are unique within a document, the documents in it included, and nowhere else', () => {
    const twice = '<p eId="a"/><p eId="a" GUID="g"/><p GUID="g"/>';
    expect(lines(container(twice))).toEqual([]);
    const document = `<doc ${NS} name="x"><meta/><mainBody>${twice}</mainBody></doc>`;
    const found = validateAkn(document, { profile: 'none' }).findings.filter(({ ruleId }) => ruleId === 'id-duplicate');
    expect(found.map(({ message, column }) => [column, message])).toEqual([
      [document.indexOf('eId="a" GUID') + 1, 'the eId "a" is taken: line 1 has it already'],
      [document.lastIndexOf('GUID') + 1, 'the GUID "g" is taken: line 1 has it already'],
    ]);
  });

  test('the way to an element has numbers where there may be several', () => {
    const xml = `<akomaNtoso ${NS}><statement name="x"><mainBody><p/><paragraph><content><p/><p x=""/></content></paragraph></mainBody></statement></akomaNtoso>`;
    const finding = validateAkn(xml, { profile: 'none' }).findings.find(({ ruleId }) => ruleId === 'attribute-unknown');
    expect(finding).toMatchObject({ path: 'statement › mainBody › paragraph 1 › content › p 2', element: 'p', found: 'x' });
  });

  test('lines end as XML has it, and columns count from 1 behind a byte order mark', () => {
    expect(lines(`\ufeff<p ${NS} x=""/>`)[0]).toMatch(/^1:61 /);
    expect(lines(`<container ${NS} name="x">\r\n<p>\u2028</p>\r<x/></container>`)[0]).toMatch(/^3:1 /);
  });

  test('no more are kept than wanted; the verdict stands', () => {
    const xml = container('<x/>'.repeat(1) + '<p y=""/>'.repeat(50));
    expect(validateAkn(xml, { maxFindings: 3 }).findings).toHaveLength(3);
    expect(validateAkn(xml, { maxFindings: 0 })).toEqual({ valid: false, findings: [] });
  });
});

describe('the code frame', () => {
  test('shows the lines around and marks the column', () => {
    expect(codeFrame('<a>\n\t<b/>\r\n</a>\n', { line: 2, column: 2 })).toBe(
      ['  1 | <a>', '> 2 |  <b/>', '    |  ^', '  3 | </a>'].join('\n'),
    );
    expect(codeFrame('<a/>', { line: 3, column: 1 })).toBe('');
  });

  test('cuts long lines, and marks the same character', () => {
    const source = `${'x'.repeat(300)}<b/>${'y'.repeat(300)}`;
    const [text = '', mark = ''] = codeFrame(source, { line: 1, column: 301 }).split('\n');
    expect(text.length).toBeLessThan(120);
    expect(text.slice(mark.indexOf('^')).startsWith('<b/>')).toBe(true);
  });
});
