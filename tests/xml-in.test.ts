/** Reading XML: all that canonical XML sees, and a place for each fault. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEEPEST_XML, readXml } from '../src/xml/read.ts';
import { element, isElement, mixed, type XmlElement } from '../src/xml/tree.ts';
import { writeXml } from '../src/xml/write.ts';

const faults = (xml: string) =>
  readXml(xml).diagnostics.map(({ ruleId, message, position }) => {
    return `${position?.start.line}:${position?.start.column} ${ruleId} ${message}`;
  });

describe('what is well-formed', () => {
  test('keeps attributes in order, prefixes, comments, instructions and white space', () => {
    const xml = '<!--a--><?b c?><r z="1" a="2" xmlns:p="q">\n <p:x p:y="&lt;&#10;"/><!-- d --><?e?> </r><!--f-->';
    expect(readXml(xml)).toEqual({
      root: {
        name: 'r',
        attributes: { z: '1', a: '2', 'xmlns:p': 'q' },
        children: [
          '\n ',
          { name: 'p:x', attributes: { 'p:y': '<\n' }, children: [], uri: 'q' },
          { comment: ' d ' },
          { target: 'e', instruction: '' },
          ' ',
        ],
      },
      before: [{ comment: 'a' }, { target: 'b', instruction: 'c' }],
      after: [{ comment: 'f' }],
      diagnostics: [],
    });
    expect(Object.keys(readXml(xml).root?.attributes ?? {})).toEqual(['z', 'a', 'xmlns:p']);
  });

  test('makes CDATA sections and character references one text', () => {
    expect(readXml('<r>a&amp;<![CDATA[<b>]]>&#x1F600;\r\nc</r>').root?.children).toEqual(['a&<b>😀\nc']);
  });

  test('reads what the writer writes', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '<', '&', '"', '\n', '\t', '\r', ' ', '😀', ']]>') });
    fc.assert(
      fc.property(texts, texts, (value, text) => {
        const root = element('r', { value }, [mixed('p', {}, text === '' ? [] : [text]), { comment: 'c' }]);
        const { root: read, diagnostics } = readXml(writeXml(root, { indent: false }));
        expect(diagnostics).toEqual([]);
        expect(read).toEqual({
          ...root,
          children: [{ name: 'p', attributes: {}, children: text === '' ? [] : [text] }, { comment: 'c' }],
        });
      }),
    );
  });

  test('finds the namespace of each element', () => {
    const xml =
      '<p:r xmlns:p="u"><a xmlns="v"><b xmlns=""/><p:c xmlns:p="w" xml:lang="fr" p:x="1" x="2"/></a><d/><xml:e/></p:r>';
    const uris: Record<string, string | undefined> = {};
    const visit = ({ name, uri, children }: XmlElement) => {
      uris[name] = uri;
      for (const child of children) if (isElement(child)) visit(child);
    };
    const { root, diagnostics } = readXml(xml);
    visit(root as XmlElement);
    expect(diagnostics).toEqual([]);
    const XML = 'http://www.w3.org/XML/1998/namespace';
    expect(uris).toEqual({ 'p:r': undefined, a: 'v', b: '', 'p:c': 'w', d: '', 'xml:e': XML });
  });

  test('an attribute may have any name', () => {
    const { root } = readXml('<r __proto__="x" constructor="y"/>');
    expect(Object.entries(root?.attributes ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

describe('what is not', () => {
  test.each([
    ['<a><b></a>', /^1:11 xml-malformed .*unexpected close tag/],
    ['<a/>\n<b/>', /^2:\d+ xml-malformed .*one root|^2:\d+ xml-malformed .*root/],
    ['<a><p:b/></a>', /xml-malformed .*unbound namespace prefix/],
    ['<a b="1" b="2"/>', /xml-malformed .*duplicate attribute/],
    ['<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>', /xml-malformed .*duplicate attribute/],
    ['<:a/>', /xml-malformed .*malformed name/],
    ['<a:b:c xmlns:a="u"/>', /xml-malformed .*malformed name/],
    ['<p:1 xmlns:p="u"/>', /xml-malformed .*malformed name/],
    ['<a xmlns:1="u"/>', /xml-malformed .*malformed name/],
    ['<a xmlns:="u"/>', /xml-malformed .*malformed name/],
    ['<a><?p:b c?></a>', /xml-malformed .*malformed name/],
    ['<a><b xmlns:p="u"/><p:c/></a>', /xml-malformed .*unbound namespace prefix/],
    ['<a p:b="1"/>', /xml-malformed .*unbound namespace prefix/],
    ['<a xmlns:p=""/>', /xml-malformed .*may not be undeclared/],
    ['<a xmlns:xml="u"/>', /xml-malformed .*prefix "xml"/],
    ['<a xmlns="http://www.w3.org/XML/1998/namespace"/>', /xml-malformed .*prefix "xml"/],
    ['<a xmlns="http://www.w3.org/2000/xmlns/"/>', /xml-malformed .*may not be declared/],
    ['<xmlns:a/>', /xml-malformed .*as prefix/],
    ['<a>\u0001</a>', /xml-malformed .*disallowed character/],
    ['<a>&#0;</a>', /xml-malformed/],
    ['<a>&nbsp;</a>', /xml-malformed .*undefined entity/],
    ['<a>x', /xml-malformed .*unclosed tag/],
    ['', /xml-malformed/],
    ['a shopping list', /xml-malformed/],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', /xml-doctype/],
  ])('%j', (xml, fault) => {
    expect(faults(xml)[0]).toMatch(fault);
  });

  test('gives what could be read', () => {
    expect(readXml('<a><b>x</b><c>y</a>').root).toMatchObject({
      name: 'a',
      children: [{ name: 'b', children: ['x'] }, { name: 'c' }],
    });
  });

  test('is refused when too deep or too large, in no time', () => {
    expect(readXml('<a>'.repeat(DEEPEST_XML) + '</a>'.repeat(DEEPEST_XML)).diagnostics).toEqual([]);
    expect(faults('<a>'.repeat(1_000_000))).toEqual([expect.stringMatching(/xml-too-deep/)]);
    expect(readXml('<a/>', { maxLength: 3 })).toMatchObject({ root: undefined, diagnostics: [{ ruleId: 'xml-too-large' }] });
  });

  test('is not reported without end', () => {
    expect(faults(`<a>${'&x;'.repeat(1000)}</a>`).length).toBeLessThanOrEqual(20);
  });
});
