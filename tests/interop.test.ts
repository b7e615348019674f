/** Trees to and from the forms of other libraries: what goes through them comes back, and is what `toAkn` writes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import { fromAkn, toAkn } from '../src/akn/index.ts';
import type { Resolution, Root } from '../src/ast.ts';
import { fromFastXmlParser, type OrderedNode, orderedOptions, toFastXmlParser } from '../src/interop/fast-xml-parser.ts';
import { fromXmlBuilder, toXmlBuilder } from '../src/interop/xmlbuilder2.ts';
import { fromText } from '../src/parse/index.ts';
import { root } from './arbitraries.ts';
import { canonical } from './canonical.ts';
import { normal } from './carried.ts';
import { CORPUS } from './gold.ts';

const parser = new XMLParser(orderedOptions);
const builder = new XMLBuilder(orderedOptions);

/** Its writer takes such words for references already, and leaves them alone. */
const ENTITY = /&(?:#\d+|[a-z]+);/i;
/** Else blanks between elements are dropped. */
const EXACT = { skipWhitespaceOnlyText: false };

const TEXT = '64/293. Plan\n\nThe General Assembly,\n\nRecalling its plan,¹\n\n1. Adopts it.\n\n¹ A/64/L.64, “x < y & z”.\n';
const { tree } = fromText(TEXT);
const AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">';
const document = (inside: string) => `${AKN}<statement name="resolution">${inside}</statement></akomaNtoso>`;

/** All that Akoma Ntoso may hold beside what the tree has types for. */
const ODD = `<?xml version="1.0"?>
<!-- before --><?style href="a.css" type='text/css'?>
${document(`<preface xmlns:x="urn:x" x:y="&lt;&quot;&#10;&#9;"><!-- a - b --><?page 12 of 30?>
  <p> <docTitle>1.0 <![CDATA[<Plan> & ]]>of&#160;Act&#105;on</docTitle>  </p>
  <x:z q="1"><inner xmlns="urn:other"/>words</x:z></preface>`)}
<!-- after -->`;

/** The libraries write CR as it stands, and line ends and tabs in attributes, where a reader finds LF and blanks. */
const asTheyWrite = (given: Root): Root =>
  JSON.parse(JSON.stringify(given, (_, value) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value)));

const hasCorpus = existsSync(CORPUS);
if (!hasCorpus) console.info(`other libraries over published files skipped: ${CORPUS} is not there`);
const published = hasCorpus ? readdirSync(CORPUS).filter((id) => existsSync(`${CORPUS}/${id}/gold.xml`)) : [];
const goldOf = (id: string) => readFileSync(`${CORPUS}/${id}/gold.xml`, 'utf8');

describe('fast-xml-parser', () => {
  test('any tree comes back from the form', () => {
    fc.assert(
      fc.property(root, (given) => {
        const { tree: read, diagnostics } = fromFastXmlParser(toFastXmlParser(given));
        expect(diagnostics).toEqual([]);
        expect(read).toEqual(fromAkn(toAkn(given, { indent: false })).tree);
      }),
      { numRuns: 200 },
    );
  });

  test('any tree comes back from what XMLBuilder writes and XMLParser reads', () => {
    fc.assert(
      fc.property(root, (given) => {
        const xml = builder.build(toFastXmlParser(given));
        expect(normal(fromFastXmlParser(parser.parse(xml)).tree)).toEqual(normal(asTheyWrite(given)));
      }),
      { numRuns: 200 },
    );
  });

  test.skipIf(!hasCorpus).each(published)('%s', (id) => {
    const xml = goldOf(id);
    const { tree: read, diagnostics } = fromFastXmlParser(parser.parse(xml));
    expect(diagnostics).toEqual([]);
    expect(read).toEqual(fromAkn(xml).tree);
    expect(canonical(builder.build(toFastXmlParser(read)))).toBe(canonical(xml));
  });

  test('comments, instructions, CDATA, other namespaces and white space', () => {
    const { tree: read, diagnostics } = fromFastXmlParser(parser.parse(ODD));
    expect(diagnostics).toEqual([]);
    // the words of an instruction that are no attributes have been lost by the parser
    const lossy = ODD.replace('<?page 12 of 30?>', '<?page?>').replaceAll("'", '"');
    expect(canonical(toAkn(read))).toBe(canonical(lossy));
    expect(canonical(toAkn(fromFastXmlParser(toFastXmlParser(fromAkn(ODD).tree)).tree))).toBe(
      canonical(ODD.replaceAll("'", '"')),
    );
  });

  test('names of one’s own, and values that were read as numbers', () => {
    const own = { ...orderedOptions, attributeNamePrefix: '', textNodeName: '$', commentPropName: '$c', cdataPropName: false };
    const xml = document('<preface><p><!-- c --><docTitle eId="7"><![CDATA[12]]></docTitle></p></preface>');
    const nodes = new XMLParser({ ...own, parseTagValue: true, parseAttributeValue: true } as never).parse(xml);
    expect(canonical(toAkn(fromFastXmlParser(nodes, own as never).tree))).toBe(canonical(xml));
    const [, top] = toFastXmlParser(fromAkn(xml).tree, own as never);
    expect(top).toMatchObject({
      ':@': { xmlns: expect.any(String) },
      akomaNtoso: [{ statement: [{ preface: [{ p: [{ $c: [{ $: ' c ' }] }, {}] }] }] }],
    });
    expect(JSON.stringify(toFastXmlParser(fromAkn(xml).tree, { commentPropName: false }))).not.toContain(' c ');
  });

  test('the examples of the documentation', () => {
    expect(builder.build(toFastXmlParser(tree))).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?><akomaNtoso /);
    expect(fromFastXmlParser(parser.parse(toAkn(tree))).tree.metadata.symbol).toBe('A/RES/64/293');
  });

  test('what is wrong is said as far as the form shows it', () => {
    const messages = (nodes: OrderedNode[]) =>
      fromFastXmlParser(nodes).diagnostics.map(({ ruleId, message }) => [ruleId, message]);
    expect(messages([])).toEqual([['xml-malformed', expect.stringContaining('document must contain a root element')]]);
    const one = parser.parse(document(''));
    expect(messages([...one, { '#text': 'words' }, ...one])).toEqual([
      ['xml-malformed', expect.stringContaining('text data outside of root node')],
      ['xml-malformed', expect.stringContaining('only one root')],
    ]);
    const unbound = fromFastXmlParser(parser.parse(document('<x:y/><x:z y:a="1"/>')));
    expect(unbound.diagnostics.map(({ message }) => /"\w"/.exec(message)?.[0])).toEqual(['"x"', '"y"']);
    expect(unbound.tree.data?.incomplete).toBe(true);
    let deep: OrderedNode[] = [];
    for (let k = 0; k < 50_000; k++) deep = [{ a: deep }];
    expect(fromFastXmlParser(deep).diagnostics.map(({ ruleId }) => ruleId)).toContain('xml-too-deep');
  });

  test('what is not of the form is thrown back', () => {
    expect(() => fromFastXmlParser(new XMLParser().parse(document('')))).toThrow(/preserveOrder/);
    expect(() => fromFastXmlParser([{ a: 'words' }])).toThrow(TypeError);
    expect(() => toFastXmlParser(undefined as never)).toThrow(TypeError);
  });
});

describe('xmlbuilder2', () => {
  test('any tree comes back from a document', () => {
    fc.assert(
      fc.property(root, (given) => {
        const { tree: read, diagnostics } = fromXmlBuilder(toXmlBuilder(given));
        expect(diagnostics).toEqual([]);
        expect(read).toEqual(fromAkn(toAkn(given, { indent: false })).tree);
      }),
      { numRuns: 100 },
    );
  });

  test('any tree comes back from what a document writes', () => {
    fc.assert(
      fc.property(root, (given) => {
        fc.pre(!ENTITY.test(JSON.stringify(given)));
        const xml = toXmlBuilder(given).end();
        expect(normal(fromXmlBuilder(create(EXACT, xml)).tree)).toEqual(normal(given));
      }),
      { numRuns: 100 },
    );
  });

  test.skipIf(!hasCorpus).each(published)('%s', (id) => {
    const xml = goldOf(id);
    const read = fromAkn(xml).tree;
    // its reader takes line ends as they are, and resolves `&amp;#39;` twice
    const plain = xml.replace(/\r\n?/g, '\n').replaceAll('&amp;#', '#');
    expect(fromXmlBuilder(create(EXACT, plain)).tree).toEqual(fromAkn(plain).tree);
    const made = toXmlBuilder(read);
    expect(fromXmlBuilder(made).tree).toEqual(read);
    if (!ENTITY.test(JSON.stringify(read))) expect(canonical(made.end())).toBe(canonical(xml));
  });

  test('comments, instructions, CDATA, other namespaces and white space', () => {
    expect(canonical(toAkn(fromXmlBuilder(create(EXACT, ODD)).tree))).toBe(canonical(ODD));
    expect(canonical(toXmlBuilder(fromAkn(ODD).tree).end())).toBe(canonical(ODD.replace('&#10;&#9;', '  ')));
  });

  test('the examples of the documentation', () => {
    const made = toXmlBuilder(tree);
    made.find(({ node }) => node.nodeName === 'docTitle', false, true)?.txt(' (corrected)');
    expect(made.end()).toContain('Plan (corrected)</docTitle>');
    expect(fromXmlBuilder(create(toAkn(tree))).tree.metadata.symbol).toBe('A/RES/64/293');
  });

  test('an edited document is read as it is now, from any place in it', () => {
    const made = toXmlBuilder(tree);
    const title = made.find(({ node }) => node.nodeName === 'docTitle', false, true);
    const edited = title?.txt(' of Action') as typeof made;
    expect(fromXmlBuilder(edited).tree.metadata.title).toBe('Plan of Action');
    expect(toAkn(fromXmlBuilder(edited).tree)).toContain('>Plan of Action</docTitle>');
  });

  test('nodes without declarations of their namespaces get them', () => {
    const made = toXmlBuilder(fromAkn(document('<preface><p><docTitle>T</docTitle></p></preface>')).tree);
    const preface = made.find(({ node }) => node.nodeName === 'preface', false, true) as typeof made;
    preface.ele('urn:a', 'a').att('urn:b', 'b', '1').att('urn:b', 'c:d', '2').att('urn:c', 'c:e', '3').ele('', 'f');
    const { tree: read, diagnostics } = fromXmlBuilder(made);
    expect(diagnostics).toEqual([]);
    expect(toAkn(read)).toContain(
      '<a ns1:b="1" c:d="2" ns2:e="3" xmlns="urn:a" xmlns:ns1="urn:b" xmlns:c="urn:b" xmlns:ns2="urn:c"><f xmlns=""/></a>',
    );
  });

  test('what the tree holds cannot make it throw', () => {
    const odd: Resolution = {
      type: 'resolution',
      metadata: { kind: 'other', organ: 'un', language: 'und', title: '\0]]>' },
      children: [
        {
          type: 'mainBody',
          children: [
            {
              type: 'opaque',
              xml: [
                {
                  name: 'x:y',
                  attributes: { 'z:a': '\ud800' },
                  children: [{ comment: '--->' }, { target: 'p', instruction: '?>' }],
                },
              ],
              children: [],
            },
          ],
        },
      ],
    };
    const xml = toXmlBuilder(odd).end();
    expect(xml).toContain('<!--- - ->-->');
    expect(builder.build(toFastXmlParser(odd))).toContain('<!--- - ->-->');
    expect(fromXmlBuilder(create()).diagnostics.map(({ ruleId }) => ruleId)).toEqual(['xml-malformed']);
  });
});
