/** Reading Akoma Ntoso: nothing is lost, and what is read is what it says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { adoptionDate } from '../src/akn/dates.ts';
import { textIn } from '../src/akn/decoding.ts';
import { heldBy } from '../src/akn/depth.ts';
import { fromAkn, toAkn } from '../src/akn/index.ts';
import type { Node, Paragraph, Part, Resolution } from '../src/ast.ts';
import { fromText } from '../src/index.ts';
import { readXml } from '../src/xml/read.ts';
import { isElement, type XmlElement, type XmlNode } from '../src/xml/tree.ts';
import { canonical } from './canonical.ts';
import { normal } from './carried.ts';
import { CORPUS } from './gold.ts';
import { hasSchema, validate } from './xsd.ts';

const hasCorpus = existsSync(CORPUS);
const note = hasCorpus ? '' : ` (skipped: ${CORPUS} is not here)`;
const goldFiles = hasCorpus ? readdirSync(CORPUS).filter((id) => existsSync(`${CORPUS}/${id}/gold.xml`)) : [];
const goldOf = (id: string) => readFileSync(`${CORPUS}/${id}/gold.xml`, 'utf8');

const lettersOf = (text: string): string[] => text.match(/[\p{L}\p{N}]/gu) ?? [];

function wordsOf(node: Node): string {
  if (node.type === 'opaque') return node.xml.map(textIn).join('');
  const own = 'value' in node && node.type !== 'mastheadLine' ? (node.value ?? '') : '';
  return own + heldBy(node).map(wordsOf).join('');
}

const wordsInFile = (node: XmlNode): string =>
  isElement(node) && node.name !== 'meta' ? node.children.map(wordsInFile).join('') : typeof node === 'string' ? node : '';

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

  test.each(goldFiles)('%s: every letter and figure of its text is in the tree', (id) => {
    const xml = goldOf(id);
    const inTree = lettersOf(wordsOf(fromAkn(xml).tree));
    const inFile = lettersOf(wordsInFile(readXml(xml).root as XmlElement));
    // headings that have their number twice
    const more = id === 'ga-75-246-rus' ? ['A', 'B'] : [];
    expect(inTree.concat(more).sort().join('')).toBe(inFile.sort().join(''));
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

test('a file whose elements have a prefix is read as any other, and what is written anew has it too', () => {
  const plain = toAkn(fromText('The General Assembly,\n\nRecalling its resolution 64/292,\n\n1. Adopts it.').tree);
  const xml = plain.replace(/<(\/?)(\w+)(?=[\s>/])/g, '<$1akn:$2').replace('xmlns=', 'xmlns:akn=');
  const { tree } = fromAkn(xml);
  expect(types(tree)).toEqual(types(fromAkn(plain).tree));
  expect(canonical(toAkn(tree))).toBe(canonical(xml));

  const body = (tree as Resolution).children.find((part) => part.type === 'mainBody');
  body?.children.push({ type: 'paragraph', children: [{ type: 'p', children: [{ type: 'text', value: 'It is new.' }] }] });
  expect(toAkn(tree)).toContain('<akn:p>It is new.</akn:p>');
  if (hasSchema) expect(validate(toAkn(tree))).toEqual([]);
});

const types = (node: Node): string[] => [node.type, ...heldBy(node).flatMap(types)];

describe.skipIf(examples.length === 0)('what is no resolution', () => {
  test.each(examples)('%s is kept whole, and reported', (name) => {
    const xml = readFileSync(`${EXAMPLES}/${name}`, 'utf8').replace(/^\uFEFF/, '');
    const { tree, diagnostics } = fromAkn(xml);
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['not-a-resolution']);
    expect(tree).toMatchObject({ type: 'resolution', metadata: { kind: 'other' }, children: [{ type: 'opaque' }] });
    expect(canonical(toAkn(tree))).toBe(canonical(xml));
  });
});

describe('how published files cut their text', () => {
  const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
  const paragraph = (text: string, num = '', style = 'SingleTxt') =>
    `<paragraph class="${style}">${num && `<num>${num}</num>`}<content><p>${text}</p></content></paragraph>`;
  const bare = (text: string) => paragraph(text, '', 'MercuryDocument');
  /** The nodes of blocks, `paragraph(1. text)`, and that they are written as they were read. */
  function outline(body: string, language = 'eng'): string {
    const xml = `<akomaNtoso xmlns="${NAMESPACE}"><statement name="resolution"><meta><identification source="#un"><FRBRExpression><FRBRlanguage language="${language}"/></FRBRExpression></identification></meta><mainBody>${body}</mainBody></statement></akomaNtoso>`;
    const { tree } = fromAkn(xml);
    expect(canonical(toAkn(tree))).toBe(canonical(xml));
    const show = (node: Node): string => {
      if ('value' in node && node.type !== 'mastheadLine') return node.value ?? '';
      const inner = heldBy(node).map(show);
      if (node.type === 'p' || node.type === 'heading') return inner.join('');
      return `${node.type}(${inner.join(' ')})`;
    };
    return heldBy(tree).flatMap(heldBy).map(show).join(' ');
  }

  test.each([
    ['a number in the text', paragraph('\ta)\tOne;'), 'paragraph(list(point(a) One;)))'],
    ['a number before a no-break space', paragraph('\ta)\u00a0One;'), 'paragraph(list(point(a) One;)))'],
    ['a number with a dash', paragraph('1 -\tOne;'), 'paragraph(1 - One;)'],
    ['a number and its text', `${paragraph('', '1.')}${paragraph('One.')}`, 'paragraph(1. One.)'],
    ['the point of a number', paragraph('.\tOne.', '1.1'), 'paragraph(1.1 One.)'],
    [
      'letters up to i)',
      'abcdefghi'.replace(/./g, (letter) => paragraph('x;', `${letter})`)),
      `paragraph(list(${[...'abcdefghi'].map((letter) => `point(${letter}) x;)`).join(' ')}))`,
    ],
    ['an announced i)', paragraph('x:', 'h)') + paragraph('y;', 'i)'), 'paragraph(list(point(h) x: list(point(i) y;)))))'],
    ['a drawn-out letter', paragraph('x', '(د)') + paragraph('y', '(هـ)'), 'paragraph(list(point((د) x) point((هـ) y)))'],
    [
      'a heading that lost its style',
      paragraph('One.', '1.') + bare('Assessment') + paragraph('Two.', '2.'),
      'paragraph(1. One.) section(Assessment paragraph(2. Two.))',
    ],
    [
      'names that never had one',
      bare('France') + bare('Peru') + paragraph('Two.'),
      'paragraph(France) paragraph(Peru) paragraph(Two.)',
    ],
    [
      'what is announced',
      paragraph('as follows:') + bare('Programme') + paragraph('Two.'),
      'paragraph(as follows:) paragraph(Programme) paragraph(Two.)',
    ],
    [
      'a letter above a heading',
      `<section><subheading>ألف</subheading><subheading>أعمال اللجنة</subheading>${paragraph('نص.')}</section>`,
      'section(ألف section(أعمال اللجنة paragraph(نص.)))',
    ],
    [
      'a number that its heading has too',
      `<paragraph class="H1"><num>\tA.</num><heading>\tA.\tAims</heading></paragraph>${paragraph('One.', '1.')}`,
      'section(A. Aims paragraph(1. One.))',
    ],
    [
      'a rule above notes',
      paragraph('Peru*') + bare('\t__________________') + paragraph('* Until 2025.'),
      'paragraph(Peru*) paragraph(* Until 2025.)',
    ],
  ])('%s', (_, body, expected) => {
    expect(outline(body)).toBe(expected);
  });

  test('brackets left of the mark of a note are no words of it', () => {
    const note = '<authorialNote marker="1"><p>()\tA/HRC/45/40.</p></authorialNote>';
    expect(outline(paragraph(`x<sup>(</sup>${note}<sup>)</sup>,`))).toBe('paragraph(xauthorialNote(A/HRC/45/40.),)');
  });

  const within = (parts: string) =>
    `<akomaNtoso xmlns="${NAMESPACE}"><statement name="resolution"><meta><identification source="#un"><FRBRExpression><FRBRlanguage language="ara"/></FRBRExpression></identification></meta>${parts}</statement></akomaNtoso>`;

  test('the dash behind the number of a title is no word of the title', () => {
    const number = '<docNumber>75/254.</docNumber> <docTitle>-\tالميزانية البرنامجية</docTitle>';
    const xml = within(`<preface><p>${number}</p></preface><mainBody>${paragraph('نص.')}</mainBody>`);
    const { tree } = fromAkn(xml);
    expect(tree.children[0]).toMatchObject({
      children: [{ num: { value: '75/254.' }, children: [{ value: 'الميزانية البرنامجية' }] }],
    });
    expect(canonical(toAkn(tree))).toBe(canonical(xml));
  });

  test('a section is of the level of its number or letter', () => {
    const section = (head: string) => `<section>${head}${paragraph('نص.')}</section>`;
    const letters = section('<num>A</num>') + section('<subheading>\tباء</subheading><subheading>\tأعمال</subheading>');
    const xml = within(`<mainBody>${letters}${section('<num>II.</num><heading>x</heading>')}</mainBody>`);
    const { tree } = fromAkn(xml);
    expect(tree.children[0]).toMatchObject({
      children: [
        { level: 'title', num: { value: 'A' } },
        { level: 'title', number: 'B' },
        { level: 'section', num: { value: 'II.' } },
      ],
    });
    expect(canonical(toAkn(tree))).toBe(canonical(xml));
  });

  test.each([
    ['<inline name="agenda item" title="115 (ز)">البند 115 (ز) من جدول الأعمال</inline>', 'agendaItem', '115(ز)'],
    ['<inline name="agenda item">Tema 19, c) del programa</inline>', 'agendaItem', '19(c)'],
    ['<docTitle refersTo="#resolutionNumber">第2806(2025)号决议</docTitle>', 'resolutionNumber', '2806 (2025)'],
    [
      '<docTitle refersTo="#resolutionNumber">Statement by the President of the Security Council</docTitle>',
      'documentType',
      undefined,
    ],
  ])('the normal form of a line of the masthead: %s', (line, role, value) => {
    const xml = within(`<coverPage><p>${line}</p></coverPage><mainBody>${paragraph('x')}</mainBody>`);
    const { tree } = fromAkn(xml);
    const [found] = heldBy(heldBy(tree)[0] as Node);
    expect({ role: undefined, value: undefined, ...found }).toMatchObject({ role, value });
    expect(canonical(toAkn(tree))).toBe(canonical(xml));
  });

  test('what is raised in italics keeps its comma', () => {
    expect(outline(paragraph('<span class="italic"><sup>a,</sup></span> b'))).toContain('paragraph(emphasis(emphasis(a,)) b)');
  });

  test.each([
    ['a note', paragraph('a<authorialNote marker="1"><block name="b">Zqx</block></authorialNote>')],
    ['the blocks in a note', paragraph('a<authorialNote marker="1"><ul><li><p>Zqx</p></li></ul></authorialNote>')],
    [
      'the caption of a table',
      '<paragraph><content><table><caption>Zqx</caption><tr><td><p>b</p></td></tr></table></content></paragraph>',
    ],
  ])('no words are kept beside the tree: %s', (_, body) => {
    expect(outline(body)).toContain('Zqx');
  });

  test.each([
    ['the line of a title', '<preface><p>Zqx <docNumber>1.</docNumber> <docTitle>b</docTitle></p></preface><mainBody/>'],
    ['the line of a vote', '<mainBody/><conclusions><p>Zqx <vote><outcome>Adopted</outcome></vote></p></conclusions>'],
    [
      'an annex',
      '<mainBody/><attachments><attachment><heading>Zqx</heading><doc name="annex"><meta/><mainBody/></doc></attachment></attachments>',
    ],
  ])('no words are kept beside the tree: %s', (_, parts) => {
    const xml = `<akomaNtoso xmlns="${NAMESPACE}"><statement name="resolution"><meta/>${parts}</statement></akomaNtoso>`;
    const { tree } = fromAkn(xml);
    expect(wordsOf(tree)).toContain('Zqx');
    expect(canonical(toAkn(tree))).toBe(canonical(xml));
  });

  test('what is printed behind a draft beside the text is of the document', () => {
    const draft = `<statement name="draft resolution"><meta/><preamble><p>Recalling it,</p></preamble><mainBody>${paragraph('Adopts it;', '1.')}</mainBody>
<conclusions><p><inline name="adoptionMeeting">13th plenary meeting</inline><eol/><docDate date="2021-07-22" refersTo="#adoptionDate">22 July 2021</docDate></p></conclusions></statement>`;
    const xml = `<akomaNtoso xmlns="${NAMESPACE}"><statement name="resolution"><meta/><mainBody>${paragraph('Recommends:')}</mainBody><components><component>${draft}</component></components></statement></akomaNtoso>`;
    const { tree } = fromAkn(xml);
    expect(canonical(toAkn(tree))).toBe(canonical(xml));
    const [first, second, conclusions] = tree.children as Part[];
    expect([first, second].map((body) => wordsOf(body as Node))).toEqual(['Recommends:', 'Recalling it,1.Adopts it;']);
    expect(conclusions).toMatchObject({ type: 'conclusions', children: [{ type: 'adoption', date: '2021-07-22' }] });
    // nowhere else can its parts stand
    tree.children = [second, first, conclusions] as Part[];
    expect(canonical(toAkn(tree))).toContain('<embeddedStructure');
  });

  test('the raised letter of a note is no phrase, though it is in italics', () => {
    const xml = within(`<mainBody>${paragraph('<span class="italic"><sup>a</sup></span>\tSe aplica.')}</mainBody>`);
    expect(JSON.stringify(fromAkn(xml).tree)).not.toContain('"phrase"');
  });

  test('italics open a paragraph of a resolution with a phrase, of an annex with emphasis', () => {
    const italic = paragraph('<span class="italic">Decides</span> so.');
    const annex = `<paragraph class="H1"><heading>Annex</heading></paragraph>${italic}`;
    const xml = `<akomaNtoso xmlns="${NAMESPACE}"><statement name="resolution"><meta><identification source="#un"><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta><mainBody>${italic}${annex}</mainBody></statement></akomaNtoso>`;
    const found = JSON.stringify(fromAkn(xml).tree.children).match(/"type":"(?:phrase|emphasis|attachment)"/g);
    expect(found).toEqual(['"type":"phrase"', '"type":"attachment"', '"type":"emphasis"']);
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
    ['lines without a style', many('<paragraph class="MercuryDocument"><content><p>One</p></content></paragraph>')],
    ['comments in a list', paragraph(`<list><point><num>a)</num></point>${many('<!--c-->')}</list>`)],
  ])('%s exhaust neither the stack nor patience', (_, body) => {
    const xml = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><mainBody>${body}</mainBody></statement></akomaNtoso>`;
    const { tree, diagnostics } = fromAkn(xml);
    expect(diagnostics).toEqual([]);
    expect(toAkn(tree)).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`);
  });
});
