/** The canonical text: how each construct is set, and that it is read back as the tree that it was printed from. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Inline, Node, Resolution, Root } from '../src/ast.ts';
import { fromText } from '../src/parse/index.ts';
import { type ToTextOptions, toText } from '../src/text/print.ts';
import { root } from './arbitraries.ts';
import { CORPUS, type CorpusDocument, type Dialect, documents, textFile } from './gold.ts';

const MARKDOWN: ToTextOptions = { dialect: 'markdown' };

/** The tree without positions and, for the plain dialect, without what it cannot show: typography, and the head of a table. */
function bare(tree: Root, { typography = true } = {}): unknown {
  const dissolve = (nodes: Node[]): Node[] =>
    nodes.flatMap((node) =>
      !typography && (node.type === 'emphasis' || node.type === 'phrase') ? dissolve(node.children) : [node],
    );
  const merge = (nodes: Node[]): Node[] => {
    const merged: Node[] = [];
    for (const node of nodes) {
      const last = merged.at(-1);
      if (node.type === 'text' && last?.type === 'text')
        merged[merged.length - 1] = { ...last, value: last.value + node.value };
      else merged.push(node);
    }
    return merged;
  };
  return JSON.parse(
    JSON.stringify(tree, (key, value) => {
      if (key === 'position' || key === 'data' || (!typography && key === 'header')) return undefined;
      return key === 'children' ? merge(dissolve(value)) : value;
    }),
  );
}

const read = (text: string): Root => fromText(text).tree;

const trees = new Map<string, Root>();
/** A tree of the corpus, read once. */
function corpusTree(document: CorpusDocument, dialect: Dialect): Root {
  const key = `${document.id} ${dialect}`;
  const tree = trees.get(key) ?? read(textFile(document, dialect));
  trees.set(key, tree);
  return tree;
}

describe('one construct', () => {
  const text = (value: string): Inline => ({ type: 'text', value });
  const p = (...children: (Inline | string)[]) => ({
    type: 'p' as const,
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  });
  const tree = (...children: Resolution['children']): Resolution => ({
    type: 'resolution',
    metadata: { kind: 'resolution', organ: 'ga', language: 'eng' },
    children,
  });
  const body = (...children: Extract<Resolution['children'][number], { type: 'mainBody' }>['children']): Resolution =>
    tree({ type: 'mainBody', children });

  test('the letterhead stands together, the rest of the masthead line by line', () => {
    const cover = (['organ', 'symbol', 'session', 'agendaItem'] as const).map((role) => ({
      type: 'mastheadLine' as const,
      role,
      children: [text(role)],
    }));
    expect(toText(tree({ type: 'coverPage', children: cover }))).toBe('organ\nsymbol\n\nsession\n\nagendaItem\n');
  });

  test('number and title', () => {
    const title = {
      type: 'title' as const,
      num: { type: 'num' as const, value: '64/293.' },
      children: [text('Plan of Action')],
    };
    const preface = tree({ type: 'preface', children: [title] });
    expect(toText(preface)).toBe('64/293. Plan of Action\n');
    expect(toText(preface, MARKDOWN)).toBe('# 64/293. Plan of Action\n');
  });

  test('lists are indented by level; a number stands alone above its list', () => {
    const inner = { type: 'point' as const, num: { type: 'num' as const, value: '(i)' }, children: [p('two;')] };
    const outer = {
      type: 'point' as const,
      num: { type: 'num' as const, value: '(a)' },
      children: [p('one:'), { type: 'list' as const, children: [inner] }],
    };
    const paragraph = { type: 'paragraph' as const, num: { type: 'num' as const, value: '1.' } };
    const list = { type: 'list' as const, children: [outer] };
    expect(toText(body({ ...paragraph, children: [p('Decides:'), list, p('and ends.')] }))).toBe(
      '1. Decides:\n\n    (a) one:\n\n        (i) two;\n\n  and ends.\n',
    );
    expect(toText(body({ ...paragraph, children: [list] }))).toMatch(/^1\.\n\n {4}\(a\) one:/);
  });

  test('what goes on with a paragraph or a point stands two columns further in than that begins', () => {
    const point = {
      type: 'point' as const,
      num: { type: 'num' as const, value: '(a)' },
      children: [p('向会员国：'), p('提供援助')],
    };
    const list = { type: 'list' as const, children: [point] };
    const paragraph = body({
      type: 'paragraph',
      num: { type: 'num', value: '1.' },
      children: [p('请秘书长：'), list, p('并请秘书长提出报告；')],
    });
    const text = '1. 请秘书长：\n\n    (a) 向会员国：\n\n      提供援助\n\n  并请秘书长提出报告；\n';
    expect(toText(paragraph)).toBe(text);
    for (const options of [{}, MARKDOWN]) {
      const back = read(toText(paragraph, options));
      expect(bare(back, { typography: false })).toMatchObject({ children: paragraph.children });
    }
  });

  test('points without a number stand a level further in than what announces them', () => {
    const point = (...children: Extract<Block, { type: 'list' }>['children'][number]['children']) => ({
      type: 'point' as const,
      children,
    });
    const list = { type: 'list' as const, children: [point(p('Peace in the region;')), point(p('Development.'))] };
    const numbered = { ...point(p('The dialogues have two themes:'), list), num: { type: 'num' as const, value: '(a)' } };
    const paragraph = body({
      type: 'paragraph',
      num: { type: 'num', value: '1.' },
      children: [
        p('Decides that:'),
        { type: 'list', children: [numbered, { ...numbered, num: { type: 'num', value: '(b)' }, children: [p('It ends.')] }] },
      ],
    });
    expect(toText(paragraph)).toMatch(
      / {4}\(a\) The dialogues.*\n\n {8}Peace in the region;\n\n {8}Development\.\n\n {4}\(b\)/,
    );
    for (const options of [{}, MARKDOWN, { wrap: 40 }]) {
      const back = read(toText(paragraph, options));
      expect(bare(back, { typography: false })).toMatchObject({ children: paragraph.children });
    }
  });

  test('in Markdown empty italics say that words which are like a phrase are none', () => {
    const plain = body({
      type: 'paragraph',
      num: { type: 'num', value: '1.' },
      children: [p('Invites the Committee to report.')],
    });
    const bold = body({
      type: 'paragraph',
      num: { type: 'num', value: '1.' },
      children: [p({ type: 'emphasis', style: 'bold', children: [text('重申')] }, '：')],
    });
    expect(toText(plain)).toBe('1. Invites the Committee to report.\n');
    expect(toText(plain, MARKDOWN)).toBe('1. <i></i>Invites the Committee to report.\n');
    expect(toText(bold, MARKDOWN)).toBe('1. <i></i><b>重申</b>：\n');
    for (const paragraph of [plain, bold])
      expect(bare(read(toText(paragraph, MARKDOWN)))).toMatchObject({ children: paragraph.children });
  });

  test.each([{}, MARKDOWN])('a long line in the middle, or marked as a heading, is one: %j', (options) => {
    const section = (words: string) => ({
      type: 'section' as const,
      level: 'division' as const,
      heading: { type: 'heading' as const, children: [text(words)] },
      children: [{ type: 'paragraph' as const, children: [p('The Commission met.')] }],
    });
    const sections = body(section('Aims'), section(`Objective 2: Improve ${'access to space, and '.repeat(12)}cooperation`));
    expect(bare(read(toText(sections, options)))).toMatchObject({ children: sections.children });
  });

  test('notes are called where they stand and listed under a rule', () => {
    const note: Inline = { type: 'authorialNote', marker: '12', children: [p('See A/64/L.64.')] };
    const paragraph = {
      type: 'paragraph' as const,
      children: [p('Its plan', note, ', and again', { type: 'noteRef', marker: '12' }, '.')],
    };
    expect(toText(body(paragraph))).toBe('Its plan¹², and again¹².\n\n__________________\n\n¹² See A/64/L.64.\n');
    expect(toText(body(paragraph), MARKDOWN)).toBe(
      'Its plan<sup>12</sup>, and again<sup>12</sup>.\n\n---\n\n<sup>12</sup> See A/64/L.64.\n',
    );
  });

  test('sections: the number before its heading where it has a point, above it where it has none', () => {
    const heading = { type: 'heading' as const, children: [text('Aims')] };
    const section = (value: string) => ({
      type: 'section' as const,
      level: 'section' as const,
      num: { type: 'num' as const, value },
      heading,
      children: [],
    });
    expect(toText(body(section('I.')))).toBe('        I. Aims\n');
    expect(toText(body(section('II')))).toBe('        II\n\n        Aims\n');
    expect(toText(body(section('II')), MARKDOWN)).toBe('## II\n\n## Aims\n');
  });

  test('tables: tabs, or bars with the head above a divider', () => {
    const row = (header: boolean, ...cells: string[]) => ({
      type: 'tableRow' as const,
      children: cells.map((cell) => ({ type: 'tableCell' as const, ...(header && { header }), children: [text(cell)] })),
    });
    const table = body({
      type: 'paragraph',
      children: [{ type: 'table', children: [row(true, 'Part', 'Sum'), row(false, 'Courts', '12 300')] }],
    });
    expect(toText(table)).toBe('Part\tSum\nCourts\t12 300\n');
    expect(toText(table, MARKDOWN)).toBe('| Part | Sum |\n| --- | --- |\n| Courts | 12 300 |\n');
  });

  test('conclusions: each meeting, day and side of a vote has its line', () => {
    const conclusions = tree({
      type: 'conclusions',
      children: [
        { type: 'adoption', children: [text('53rd plenary meeting'), { type: 'break' }, text('17 December 2024')] },
        {
          type: 'vote',
          children: [
            { type: 'voteGroup', side: 'statement', children: [text('[Adopted:')] },
            { type: 'voteGroup', side: 'against', children: [text('Against:'), { type: 'break' }, text('None]')] },
          ],
        },
      ],
    });
    expect(toText(conclusions)).toBe('53rd plenary meeting\n17 December 2024\n\n[Adopted:\nAgainst:\nNone]\n');
  });

  test.each<[string, Inline[], string]>([
    [
      'between blanks',
      [text('so '), { type: 'emphasis', style: 'italic', children: [text('said')] }, text(', then')],
      'so *said*, then',
    ],
    ['inside a word', [text('n'), { type: 'emphasis', style: 'sup', children: [text('o')] }, text(' 3')], 'n<sup>o</sup> 3'],
    ['before a letter', [{ type: 'emphasis', style: 'bold', children: [text('Re')] }, text('calling')], '<b>Re</b>calling'],
    ['in Chinese', [{ type: 'emphasis', style: 'bold', children: [text('回顾')] }, text('其')], '**回顾**其'],
    ['a mark that is a character', [text('a*b_c')], 'a\\*b\\_c'],
  ])('emphasis %s', (_, children, expected) => {
    const formula = tree({ type: 'preamble', children: [{ type: 'formula', children }] });
    expect(toText(formula, MARKDOWN)).toBe(`${expected}\n`);
  });

  test('running text is wrapped, without a number, mark or running head at the start of a line', () => {
    const words = `Recalling the report of the Secretary-General in document A/64/735 and its paragraph 5. and ${'so on '.repeat(20)}.`;
    const lines = toText(body({ type: 'paragraph', children: [p(words)] }), { wrap: 40 })
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.join(' ')).toBe(words);
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(60);
      expect(line).not.toMatch(/^(?:\d|A\/)/);
    }
  });

  test('Chinese is wrapped between its characters, two columns each', () => {
    const lines = toText(body({ type: 'paragraph', children: [p('回顾其以往关于裁军的各项决议，'.repeat(6))] }), { wrap: 40 })
      .trimEnd()
      .split('\n');
    expect(lines.join('')).toBe('回顾其以往关于裁军的各项决议，'.repeat(6));
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
    for (const line of lines) expect(line).not.toMatch(/^，/);
  });

  test('the job number stands at the foot, and is read back', () => {
    const { tree: example } = fromText('The General Assembly,\n\nRecalling its resolutions,\n\n24-24335* (E) 231224\n');
    expect(example.metadata.jobNumber).toBe('24-24335');
    expect(toText(example)).toMatch(/resolutions,\n\n24-24335\n$/);
    expect(read(toText(example)).metadata).toEqual(example.metadata);
  });

  test('a letter and the call of its note are one word', () => {
    const note: Inline = { type: 'authorialNote', marker: '1', children: [p('See A.')] };
    const title = { type: 'title' as const, num: { type: 'num' as const, value: 'B' }, children: [note] };
    expect(toText(tree({ type: 'preface', children: [title] }))).toMatch(/^B¹\n/);
  });

  test('the example of the documentation', () => {
    const { tree: example } = fromText('The General Assembly,\n\nRecalling its resolutions,\n\n1. Adopts the Plan.');
    expect(toText(example, MARKDOWN)).toBe('The General Assembly,\n\n*Recalling* its resolutions,\n\n1. *Adopts* the Plan.\n');
  });

  test('misuse is a TypeError', () => {
    expect(() => toText('text' as never)).toThrow(TypeError);
    expect(() => toText(null as never)).toThrow(TypeError);
    expect(() => toText(body(), { dialect: 'html' as never })).toThrow(TypeError);
    expect(() => toText(body(), { wrap: 3 })).toThrow(TypeError);
    expect(() => toText(body(), { wrap: Number.NaN })).toThrow(TypeError);
  });
});

describe('any lists', () => {
  const NUMBERS = [
    ['(a)', '(b)', '(c)'],
    ['(i)', '(ii)', '(iii)'],
    ['(1)', '(2)', '(3)'],
  ];
  const p = (value: string): Block => ({ type: 'p', children: [{ type: 'text', value }] });
  const words = fc.constantFrom('Peace and security', '维持和平', 'تعزيز التعاون', 'Обзор', 'sustainable development');

  /** What a paragraph or a point holds: its text, lists with or without numbers, and what goes on below them. */
  const blocks = (depth: number): fc.Arbitrary<Block[]> => {
    const parts = fc.record({
      text: words,
      points: depth < NUMBERS.length ? fc.array(blocks(depth + 1), { maxLength: 3 }) : fc.constant<Block[][]>([]),
      numbered: fc.boolean(),
      further: fc.array(words, { maxLength: 2 }),
    });
    return parts.map(({ text, points, numbered, further }) => [
      p(text + (points.length > 0 ? ':' : ';')),
      ...(points.length > 0 ? [listOf(points, numbered, depth)] : []),
      ...further.map((more) => p(`${more};`)),
    ]);
  };

  const listOf = (points: Block[][], numbered: boolean, depth: number): Block => ({
    type: 'list',
    children: points.map((children, k) => ({
      type: 'point',
      ...(numbered && { num: { type: 'num', value: NUMBERS[depth]?.[k] ?? '' } }),
      children,
    })),
  });

  const paragraphs = fc.array(blocks(0), { minLength: 1, maxLength: 4 });

  test.each<[string, ToTextOptions]>([
    ['plain', {}],
    ['Markdown', MARKDOWN],
  ])('come back from %s', (_, options) => {
    fc.assert(
      fc.property(paragraphs, (bodies) => {
        const children = bodies.map((own, k) => ({
          type: 'paragraph' as const,
          num: { type: 'num' as const, value: `${k + 1}.` },
          children: own,
        }));
        const tree: Root = {
          type: 'resolution',
          metadata: { kind: 'resolution', organ: 'ga', language: 'eng' },
          children: [{ type: 'mainBody', children }],
        };
        const text = toText(tree, options);
        expect(bare(read(text), { typography: false })).toMatchObject({ children: [{ type: 'mainBody', children }] });
        expect(toText(read(text), options)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any tree', () => {
  const options = fc.record({
    dialect: fc.constantFrom('plain' as const, 'markdown' as const),
    wrap: fc.constantFrom(40, 78, 120),
  });

  test('is printed, alike each time, unchanged, and without a line of blanks', () => {
    fc.assert(
      fc.property(root, options, (tree, how) => {
        const before = JSON.stringify(tree);
        const text = toText(tree, how);
        expect(toText(tree, how)).toBe(text);
        expect(JSON.stringify(tree)).toBe(before);
        expect(text).toMatch(/^(?:|[^\n].*[^\n]\n|[^\n]\n)$/s);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['plain', 'markdown'] as const)('a paragraph of a megabyte is wrapped, word for word: %s', (dialect) => {
    const words = 'Recalling its resolution 64/293 of 30 July 2010, '.repeat(22_000).trim();
    const tree: Root = {
      type: 'resolution',
      metadata: { kind: 'resolution', organ: 'ga', language: 'eng' },
      children: [
        {
          type: 'mainBody',
          children: [{ type: 'paragraph', children: [{ type: 'p', children: [{ type: 'text', value: words }] }] }],
        },
      ],
    };
    const lines = toText(tree, { dialect, wrap: 78 }).trimEnd().split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
    expect(lines.join(' ') === words).toBe(true);
  });
});

const hasCorpus = existsSync(`${CORPUS}/manifest.json`);
if (!hasCorpus) console.info(`round trips of the corpus skipped: ${CORPUS} is not there`);

/** How many of the corpus's trees come back exactly, at least: 36 English, 36 French, 12 of each other language. */
const FLOORS: [name: string, input: 'clean' | 'markdown', options: ToTextOptions, floors: Record<string, number>][] = [
  // gadec-78-413-ara: a note under the conclusions is taken for text, which stands above them when it is printed
  ['clean trees, plain', 'clean', {}, { eng: 36, fra: 36, spa: 12, rus: 12, ara: 11, zho: 12 }],
  ['clean trees, Markdown', 'clean', MARKDOWN, { eng: 36, fra: 36, spa: 12, rus: 12, ara: 11, zho: 12 }],
  ['clean trees, wrapped at column 78', 'clean', { wrap: 78 }, { eng: 36, fra: 36, spa: 12, rus: 12, ara: 11, zho: 12 }],
  // ga-76-239-spa: the note `a` that nothing calls, behind a number, is an ordinal's ending: 10.783<sup>a</sup>
  ['Markdown trees, Markdown', 'markdown', MARKDOWN, { eng: 36, fra: 36, spa: 11, rus: 12, ara: 12, zho: 12 }],
  [
    'Markdown trees, Markdown wrapped at column 78',
    'markdown',
    { ...MARKDOWN, wrap: 78 },
    { eng: 36, fra: 36, spa: 11, rus: 12, ara: 12, zho: 12 },
  ],
  // emphasis is lost in plain, and opening phrases are known by words alone; so are headings, and cells at the ends of rows may be empty
  ['Markdown trees, plain, typography aside', 'markdown', {}, { eng: 36, fra: 36, spa: 11, rus: 10, ara: 8, zho: 11 }],
];

describe.skipIf(!hasCorpus)('the corpus', () => {
  test.each(FLOORS)('%s: read back as they were', (_, input, options, floors) => {
    const equal: Record<string, number> = {};
    const missed: string[] = [];
    const moving: string[] = [];
    for (const document of documents()) {
      const tree = corpusTree(document, input);
      const text = toText(tree, options);
      const back = read(text);
      const typography = input === 'clean' || options.dialect === 'markdown';
      const same = JSON.stringify(bare(tree, { typography })) === JSON.stringify(bare(back, { typography }));
      equal[document.language] = (equal[document.language] ?? 0) + Number(same);
      if (!same) missed.push(document.id);
      // what is read back the same is printed the same
      if (same && toText(back, options) !== text) moving.push(document.id);
    }
    expect(moving).toEqual([]);
    for (const [language, floor] of Object.entries(floors)) {
      expect(equal[language], `${language}; not equal: ${missed.join(', ')}`).toBeGreaterThanOrEqual(floor);
    }
  });
});

describe('the samples', () => {
  test.each([
    '000_0d12925ce17ac42d',
    '001_44b78151568a0cda',
    '002_40b012bcd7b7be1f',
    '003_8a31cf67bf2d0e71',
    '004_69e9b141e8cd3744',
  ])('%s', (name) => {
    const tree = read(readFileSync(`samples/${name}.txt`, 'utf8'));
    const text = toText(tree, MARKDOWN);
    expect(bare(read(text))).toEqual(bare(tree));
    expect(toText(read(text), MARKDOWN)).toBe(text);
  });
});
