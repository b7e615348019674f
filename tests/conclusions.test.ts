/** The conclusions: when and where a text was adopted, and by what vote. */
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Adoption, Conclusions, Inline, VoteGroup } from '../src/ast.ts';
import { languageOf } from '../src/language/all.ts';
import { fold, type Language } from '../src/language/index.ts';
import { isConclusionLine, parseConclusions } from '../src/parse/conclusions.ts';
import { indexSource } from '../src/source.ts';
import { type Line, readLines } from '../src/text/lines.ts';
import { CORPUS, documents, goldOf, linesOf, textFile } from './gold.ts';

const [english, french, spanish, russian, arabic, chinese] = (['eng', 'fra', 'spa', 'rus', 'ara', 'zho'] as const).map((code) =>
  languageOf(code),
) as [Language, Language, Language, Language, Language, Language];

function read(text: string, language: Language) {
  const source = indexSource(text);
  return parseConclusions(source, readLines(source), language);
}

/** The words of nodes, a break being ` / `. */
const wordsOf = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) =>
      node.type === 'break'
        ? ' / '
        : 'value' in node
          ? node.value
          : 'children' in node
            ? wordsOf(node.children as Inline[])
            : '',
    )
    .join('');

const datesIn = (nodes: readonly Inline[]): string[] =>
  nodes.flatMap((node) => (node.type === 'date' ? [node.date] : 'children' in node ? datesIn(node.children as Inline[]) : []));

const outline = ({ children }: Conclusions) =>
  children.map((part) => {
    if (part.type === 'vote') return part.children.map(({ side, children: words }) => `${side}: ${wordsOf(words)}`);
    const facts = part.type === 'adoption' ? ` ${part.meeting ?? '-'} ${part.date ?? '-'}` : '';
    return `${part.type}${facts}: ${wordsOf(part.children)}`;
  });

describe('meeting and date', () => {
  const cases: [string, Language, string[], object][] = [
    [
      '53e séance plénière\n17 décembre 2024',
      french,
      ['adoption 53 2024-12-17: 53e séance plénière / 17 décembre 2024'],
      { meeting: '53', adoptionDate: '2024-12-17' },
    ],
    [
      '                     50e séance plénière (reprise)\n                     22 décembre 2023',
      french,
      ['adoption 50 2023-12-22: 50e séance plénière (reprise) / 22 décembre 2023'],
      { meeting: '50', adoptionDate: '2023-12-22' },
    ],
    [
      '34e séance plénière 40e séance plénière\n15 novembre 2022 21 novembre 2022',
      french,
      ['adoption 34 2022-11-15: 34e séance plénière 40e séance plénière / 15 novembre 2022 21 novembre 2022'],
      { meeting: '34', adoptionDate: '2022-11-15' },
    ],
    [
      '61st plenary meeting\n15 March 2022\n89th plenary meeting\n29 June 2022',
      english,
      [
        'adoption 61 2022-03-15: 61st plenary meeting / 15 March 2022',
        'adoption 89 2022-06-29: 89th plenary meeting / 29 June 2022',
      ],
      { meeting: '61', adoptionDate: '2022-03-15' },
    ],
    [
      '947th plenary meeting, 14 December 1960.',
      english,
      ['adoption 947 1960-12-14: 947th plenary meeting, 14 December 1960.'],
      { meeting: '947', adoptionDate: '1960-12-14' },
    ],
    [
      'Adopted unanimously at the 1382nd meeting.',
      english,
      ['adoption 1382 -: Adopted unanimously at the 1382nd meeting.'],
      { meeting: '1382' },
    ],
    [
      '55ª sesión\n4 de abril de 2024\n[Aprobada sin votación.]',
      spanish,
      ['adoption 55 2024-04-04: 55ª sesión / 4 de abril de 2024', 'statement: [Aprobada sin votación.]'],
      { meeting: '55', adoptionDate: '2024-04-04' },
    ],
    [
      '48‑е (возобновленное) пленарное заседание\n31 декабря 2020 года',
      russian,
      ['adoption 48 2020-12-31: 48‑е (возобновленное) пленарное заседание / 31 декабря 2020 года'],
      { meeting: '48', adoptionDate: '2020-12-31' },
    ],
    [
      'الجلسة العامة 56 (المستأنفة)\n30 كانون الأول/ديسمبر 2022',
      arabic,
      ['adoption 56 2022-12-30: الجلسة العامة 56 (المستأنفة) / 30 كانون الأول/ديسمبر 2022'],
      { meeting: '56', adoptionDate: '2022-12-30' },
    ],
    [
      '2025 年 7 月 29 日 第 39 次全体会议',
      chinese,
      ['adoption 39 2025-07-29: 2025 年 7 月 29 日 第 39 次全体会议'],
      { meeting: '39', adoptionDate: '2025-07-29' },
    ],
  ];
  test.each(cases)('%s', (text, language, lines, metadata) => {
    const { node, metadata: facts } = read(text, language);
    expect(outline(node).flat()).toEqual(lines);
    expect(facts).toEqual(metadata);
  });

  test('each date is a node, with its place in the source', () => {
    const text = '34e séance plénière 40e séance plénière\n15 novembre 2022 21 novembre 2022';
    const [adoption] = read(text, french).node.children as [Adoption];
    expect(datesIn(adoption.children)).toEqual(['2022-11-15', '2022-11-21']);
    for (const node of adoption.children) {
      if (node.type !== 'date') continue;
      expect(text.slice(node.position?.start.offset, node.position?.end.offset)).toBe(wordsOf(node.children));
    }
    expect(adoption.position).toMatchObject({ start: { offset: 0, line: 1 }, end: { offset: text.length, line: 2 } });
  });
});

describe('votes', () => {
  const vote = `56th meeting
5 April 2024
[Adopted by a recorded vote of 29 to 2, with 4 abstentions. The voting was as follows:
                                                     In favour:
Algeria, Bangladesh, Benin, Brazil, Burundi, Chile, China, Costa Rica, Côte d’Ivoire, Cuba, Dominican
      Republic, Eritrea
                                                     Against:
   Netherlands (Kingdom of the), Paraguay
                                                     Abstaining:
   Albania, Argentina, Cameroon, Romania]`;
  test('a recorded vote, its lists over several lines', () => {
    expect(outline(read(vote, english).node)).toEqual([
      'adoption 56 2024-04-05: 56th meeting / 5 April 2024',
      [
        'statement: [Adopted by a recorded vote of 29 to 2, with 4 abstentions. The voting was as follows:',
        'inFavour: In favour: / Algeria, Bangladesh, Benin, Brazil, Burundi, Chile, China, Costa Rica, Côte d’Ivoire, Cuba, Dominican Republic, Eritrea',
        'against: Against: / Netherlands (Kingdom of the), Paraguay',
        'abstaining: Abstaining: / Albania, Argentina, Cameroon, Romania]',
      ],
    ]);
  });
  test('a statement over two lines, labels with their lists on one', () => {
    const text = `[Adoptée à l’issue d’un vote enregistré par 27 voix contre 15, avec 5 abstentions.
Les voix se sont réparties comme suit :
Ont voté pour: Afrique du Sud, Algérie
Ont voté contre: Albanie
Se sont abstenus: Chili.]`;
    expect(outline(read(text, french).node)).toEqual([
      [
        'statement: [Adoptée à l’issue d’un vote enregistré par 27 voix contre 15, avec 5 abstentions. Les voix se sont réparties comme suit :',
        'inFavour: Ont voté pour: Afrique du Sud, Algérie',
        'against: Ont voté contre: Albanie',
        'abstaining: Se sont abstenus: Chili.]',
      ],
    ]);
  });
  test('a bracket that is never closed takes no more than the vote', () => {
    const text = '[Adopted without a vote.\n56th meeting\n5 April 2024\nAnother paragraph altogether.';
    expect(outline(read(text, english).node)).toEqual([
      ['statement: [Adopted without a vote.'],
      'adoption 56 2024-04-05: 56th meeting / 5 April 2024',
      'p: Another paragraph altogether.',
    ]);
  });
});

test('what is neither is a paragraph, joined where the page broke it, its citations found', () => {
  const text = `* Reissued for technical reasons on 3 May 2024, see also General Assembly
resolution 64/293 of 30 July 2010.

The text continues`;
  const { node } = read(text, english);
  expect(outline(node)).toEqual([
    'p: * Reissued for technical reasons on 3 May 2024, see also General Assembly resolution 64/293 of 30 July 2010.',
    'p: The text continues',
  ]);
  expect(node.children[0]?.children).toContainEqual(expect.objectContaining({ type: 'ref', symbol: 'A/RES/64/293' }));
});

test.each<[string, Language, boolean]>([
  ['53e séance plénière', french, true],
  ['53 e séance plénière', french, true],
  ['[Adoptée sans vote.]', french, true],
  ['[Adopt ée sans vote.]', french, true],
  ['Novena sesión plenaria', spanish, true],
  ['3rd plenary meeting 55th plenary meeting 56th plenary meeting', english, true],
  ['17 December 2024', english, false],
  ['At its 42nd plenary meeting, on 4 December 2023, the General Assembly', english, false],
  ['8. Decides that the plenary meetings will be held as follows:', english, false],
  ['103rd plenary meeting, it decided', english, false],
  ['', english, false],
])('a line that ends a body: %s', (line, language, expected) => {
  expect(isConclusionLine(fold(line), language)).toBe(expected);
});

describe('nothing is lost', () => {
  const pieces = [
    '53e séance plénière',
    '17 décembre 2024',
    '[Adoptée sans vote.]',
    'Ont voté pour:',
    'Albanie, Chili',
    ']',
    'Une phrase.',
    '  ',
  ];
  const words = ({ children }: Conclusions) =>
    children
      .map((part) =>
        (part.type === 'vote' ? part.children : [part]).map(({ children: inner }) => wordsOf(inner as Inline[])).join(''),
      )
      .join('');
  test('whatever the lines are', () => {
    const lines = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), { maxLength: 30 });
    fc.assert(
      fc.property(lines, (parts) => {
        const text = parts.join('\n').replaceAll('/', '');
        expect(words(read(text, french).node).replace(/[\s/]/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    '[Adoptée sans vote\n',
    '53e séance plénière\n',
    '53e séance plénière 54e séance\n',
    'a ',
    'Un mot\n',
    'Ont voté pour:\n',
  ])('of %j four thousand times', (unit) => {
    const text = unit.repeat(4_000);
    expect(words(read(text, french).node).replace(/[\s/]/g, '') === text.replace(/\s/g, '')).toBe(true);
  });
});

const present = existsSync(CORPUS);
if (!present) console.info(`conclusions: the comparison with the corpus is skipped, ${CORPUS} is not there`);

describe.skipIf(!present)('the corpus', () => {
  test('meetings, days and votes are those of the UN', () => {
    const hits = new Map<string, [number, number]>();
    const misses: string[] = [];
    for (const document of documents()) {
      const language = languageOf(document.language);
      const gold = goldOf(document);
      if (gold.dates.length === 0) continue;
      for (const dialect of ['clean', 'pdf', 'layout', 'tika', 'markdown'] as const) {
        const source = indexSource(textFile(document, dialect));
        const found = adoptionsIn(source, linesOf(source, language), language);
        const count = (key: string, ok: boolean) => {
          const [right, all] = hits.get(`${document.language} ${key}`) ?? [0, 0];
          hits.set(`${document.language} ${key}`, [right + Number(ok), all + 1]);
          if (!ok)
            misses.push(`${document.id}.${dialect} ${key}: ${gold.dates} ${gold.meetings}, not ${JSON.stringify(found)}`);
        };
        count(
          dialect,
          gold.dates.every((date) => found.dates.includes(date)) &&
            gold.meetings.every((meeting) => found.words.includes(meeting)),
        );
        if (gold.votes.length > 0)
          count(
            'votes',
            gold.votes.every(({ side, count: votes }) => found.states[side as VoteGroup['side']] === votes),
          );
      }
    }
    console.info(
      `conclusions: ${[...hits].map(([key, [right, all]]) => `${key} ${right}/${all}`).join(', ')}\n${misses.join('\n')}`,
    );
    for (const [key, [right, all]] of hits) expect(right / all, key).toBeGreaterThanOrEqual(floors[key] ?? 1);
  });

  // PDF extraction sets the words of Arabic lines in another order (`36 الجلسة`); and under the notes of a page
  // `2 de diciembre de 2024` looks like note 2
  const floors: Record<string, number> = {
    'ara pdf': 8 / 9,
    'ara layout': 8 / 9,
    'ara tika': 0,
    'ara votes': 4 / 10,
    'ara markdown': 8 / 9,
    'rus markdown': 8 / 9,
    'spa markdown': 8 / 9,
  };

  /** What the conclusions of a text say; a line opens them wherever it stands. */
  function adoptionsIn(source: ReturnType<typeof indexSource>, lines: readonly Line[], language: Language) {
    const dates: string[] = [];
    const states: Partial<Record<VoteGroup['side'], number>> = {};
    let words = '';
    for (let k = 0; k < lines.length; k++) {
      if (!isConclusionLine(fold((lines[k] as Line).excerpt.value), language)) continue;
      const [first, second] = parseConclusions(source, lines.slice(k, k + 60), language).node.children;
      if (first?.type !== 'adoption') continue;
      words += ` ${wordsOf(first.children)}`;
      dates.push(...datesIn(first.children));
      for (const { side, children } of second?.type === 'vote' ? second.children : []) {
        states[side] =
          wordsOf(children)
            .split(' / ')
            .at(-1)
            ?.split(/[,،、]/).length ?? 0;
      }
    }
    return { dates, words: fold(words), states };
  }
});
