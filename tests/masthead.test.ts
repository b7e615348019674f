/** The masthead: what each line says, in every way that extraction sets it, and the facts that it gives. */
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline, MastheadLine } from '../src/ast.ts';
import { agendaItemsOf } from '../src/language/agenda.ts';
import { languageOf } from '../src/language/all.ts';
import { fold, type Language } from '../src/language/index.ts';
import { isTitleLine, parseMasthead } from '../src/parse/masthead.ts';
import { datesOf } from '../src/parse/masthead-roles.ts';
import { reading } from '../src/parse/spacing.ts';
import { indexSource } from '../src/source.ts';
import { type Line, readLines } from '../src/text/lines.ts';
import { CORPUS, documents, type GoldFields, goldOf, linesOf, textFile } from './gold.ts';

const [english, french, spanish, russian, arabic, chinese] = (['eng', 'fra', 'spa', 'rus', 'ara', 'zho'] as const).map((code) =>
  languageOf(code),
) as [Language, Language, Language, Language, Language, Language];

function read(text: string, language: Language) {
  const source = indexSource(text);
  return { source, ...parseMasthead(source, readLines(source), language) };
}

const wordsOf = (nodes: readonly Inline[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'children' in node ? wordsOf(node.children as Inline[]) : '')).join('');

/** `role value: words`, a line each. */
const said = (lines: readonly MastheadLine[]) =>
  lines.map(({ role, value, children }) => `${role}${value === undefined ? '' : ` ${value}`}: ${wordsOf(children)}`);

const nodesOf = (lines: readonly MastheadLine[], type: Inline['type']) =>
  lines.flatMap(({ children }) => children).filter((node) => node.type === type);

const assembly = [
  'publisher: Nations Unies',
  'symbol A/RES/79/218: A/RES/79/218',
  'organ ga: Assemblée générale',
  'distribution: Distr. générale',
  'issueDate 2024-12-23: 23 décembre 2024',
  'session 79: Soixante-dix-neuvième session',
  'agendaItem 21(a): Point 21 a) de l’ordre du jour',
  'agendaTitle: Groupes de pays en situation particulière : suivi de la cinquième Conférence des Nations Unies sur les pays les moins avancés',
  'adoption 2024-12-19: Résolution adoptée par l’Assemblée générale le 19 décembre 2024',
  'basis secondCommittee: [sur la base du rapport de la Deuxième Commission (A/79/440/Add.1, par. 8)]',
];

describe('one masthead, as five extractions set it', () => {
  const renderings: Record<string, string> = {
    clean: `Nations Unies

A/RES/79/218

Assemblée générale

Distr. générale

23 décembre 2024

Soixante-dix-neuvième session

Point 21 a) de l’ordre du jour

Groupes de pays en situation particulière : suivi de la cinquième Conférence des Nations Unies sur les pays les moins avancés

Résolution adoptée par l’Assemblée générale le 19 décembre 2024

[sur la base du rapport de la Deuxième Commission (A/79/440/Add.1, par. 8)]`,
    'pdftotext, which sets the organ before the symbol': `Nations Unies
Assemblée générale
A/RES/79/218
Distr. générale
23 décembre 2024

Soixante-dix-neuvième session
Point 21 a) de l’ordre du jour
Groupes de pays en situation particulière : suivi de la cinquième Conférence des Nations Unies sur les
pays les moins avancés

Résolution adoptée par l’Assemblée générale
le 19 décembre 2024
[sur la base du rapport de la Deuxième Commission (A/79/440/Add.1,
par. 8)]`,
    'pdftotext -layout, in two columns': `           Nations Unies                                                         A/RES/79/218
                                                                           Distr. générale
           Assemblée générale                                              23 décembre 2024


Soixante-dix-neuvième session
Point 21 a) de l’ordre du jour
Groupes de pays en situation particulière : suivi de la cinquième Conférence des Nations Unies sur les
pays les moins avancés


               Résolution adoptée par l’Assemblée générale
               le 19 décembre 2024

               [sur la base du rapport de la Deuxième Commission (A/79/440/Add.1, par. 8)]`,
    'PDFBox, columns run together and blanks inside words': ` Nations Uni es A/RES/79/218 

Assemblée générale Distr. générale 

 23 décembre 2024 

Soixante -dix-neuvième session 

Point 21 a) de l ’ordre du jour 

Groupes de pays en situation particulière : suivi de la cinquième Conférence des Nations Unies sur les 

pays les moins avancés 

Résolution adoptée par l’Assemblée générale 

le 19 décembre 2024 

[sur la base du rapport de la Deuxième Commission (A/79/440/Add.1, 

par. 8)] `,
    'Markdown, without the symbol': `Assemblée générale

Distr. générale  
23 décembre 2024

Soixante-dix-neuvième session
Point 21 a) de l’ordre du jour

Groupes de pays en situation particulière : suivi de la cinquième Conférence des Nations Unies sur les pays les moins avancés

Résolution adoptée par l’Assemblée générale le 19 décembre 2024

[sur la base du rapport de la Deuxième Commission (A/79/440/Add.1, par. 8)]`,
  };
  // what extraction did to the blanks stays in the text
  const plain = (line: string) => line.replace('Uni es', 'Unies').replace('Soixante -', 'Soixante-').replace('l ’', 'l’');
  test.each(Object.entries(renderings))('%s', (rendering, text) => {
    const { lines, metadata } = read(text, french);
    const expected = rendering.startsWith('Markdown') ? assembly.slice(2) : assembly;
    expect(said(lines).map(plain).toSorted()).toEqual(expected.toSorted());
    expect(metadata).toEqual({
      ...(expected === assembly && { symbol: 'A/RES/79/218' }),
      organ: 'ga',
      kind: 'resolution',
      issueDate: '2024-12-23',
      adoptionDate: '2024-12-19',
      session: '79',
      agendaItems: ['21(a)'],
      committee: 'secondCommittee',
    });
    expect(nodesOf(lines, 'date')).toMatchObject([{ date: '2024-12-19' }]);
    expect(nodesOf(lines, 'ref')).toMatchObject([{ symbol: 'A/79/440/Add.1' }]);
  });
});

describe('mastheads of the organs', () => {
  const cases: [string, Language, string, string[], object][] = [
    [
      'Security Council',
      english,
      `United Nations   S/RES/1306 (2000)
Security Council   Distr.: General
5 July 2000
Resolution 1306 (2000)
Adopted by the Security Council at its 4168th meeting, on5 July 2000`,
      [
        'publisher: United Nations',
        'symbol S/RES/1306 (2000): S/RES/1306 (2000)',
        'organ sc: Security Council',
        'distribution: Distr.: General',
        'issueDate 2000-07-05: 5 July 2000',
        'resolutionNumber 1306 (2000): Resolution 1306 (2000)',
        'adoption 2000-07-05: Adopted by the Security Council at its 4168th meeting, on5 July 2000',
      ],
      {
        symbol: 'S/RES/1306 (2000)',
        number: '1306 (2000)',
        organ: 'sc',
        kind: 'resolution',
        issueDate: '2000-07-05',
        adoptionDate: '2000-07-05',
        meeting: '4168',
      },
    ],
    [
      'Security Council, printed in a volume',
      english,
      'RESOLUTION 242 (1967)\nof 22 November 1967',
      ['resolutionNumber 242 (1967): RESOLUTION 242 (1967)', 'adoption 1967-11-22: of 22 November 1967'],
      { number: '242 (1967)', organ: 'sc', kind: 'resolution', adoptionDate: '1967-11-22' },
    ],
    [
      'presidential statement under another letterhead',
      english,
      'United Nations\nGeneral Assembly\nDistr.: General\n24 July 2025\nStatement by the President of the Security Council',
      [
        'publisher: United Nations',
        'organ ga: General Assembly',
        'distribution: Distr.: General',
        'issueDate 2025-07-24: 24 July 2025',
        'documentType: Statement by the President of the Security Council',
      ],
      { organ: 'sc', kind: 'presidentialStatement', issueDate: '2025-07-24' },
    ],
    [
      'Human Rights Council',
      french,
      `Nations Unies A/HRC/RES/55/15*
Assemblée générale Distr. générale
8 avril 2024
Français
Original: anglais
Conseil des droits de l’homme
Cinquante-cinquième session
26 février–5 avril 2024
Point 3 de l’ordre du jour¹
Promotion et protection de tous les droits de l’homme, civils, politiques, économiques, sociaux et culturels,
y compris le droit au développement
Résolution adoptée par le Conseil des droits de l’homme le
4 avril 2024`,
      [
        'publisher: Nations Unies',
        'symbol A/HRC/RES/55/15: A/HRC/RES/55/15*',
        'organ ga: Assemblée générale',
        'distribution: Distr. générale',
        'issueDate 2024-04-08: 8 avril 2024',
        'languageOfExpression fra: Français',
        'originalLanguage eng: Original: anglais',
        'subsidiaryOrgan hrc: Conseil des droits de l’homme',
        'session 55: Cinquante-cinquième session',
        'sessionDates: 26 février–5 avril 2024',
        'agendaItem 3: Point 3 de l’ordre du jour¹',
        'agendaTitle: Promotion et protection de tous les droits de l’homme, civils, politiques, économiques, sociaux et culturels, y compris le droit au développement',
        'adoption 2024-04-04: Résolution adoptée par le Conseil des droits de l’homme le 4 avril 2024',
      ],
      {
        symbol: 'A/HRC/RES/55/15',
        organ: 'hrc',
        kind: 'resolution',
        issueDate: '2024-04-08',
        adoptionDate: '2024-04-04',
        session: '55',
        agendaItems: ['3'],
      },
    ],
    [
      'Human Rights Council, the days of the session without a dash',
      english,
      `Human Rights Council
Fifty-eighth session
24 February 4 April 2025
Resolution adopted by the Human Rights Council on 2 April 2025`,
      [
        'subsidiaryOrgan hrc: Human Rights Council',
        'session 58: Fifty-eighth session',
        'sessionDates: 24 February 4 April 2025',
        'adoption 2025-04-02: Resolution adopted by the Human Rights Council on 2 April 2025',
      ],
      { organ: 'hrc', kind: 'resolution', adoptionDate: '2025-04-02', session: '58' },
    ],
    [
      'Human Rights Council, special session of a day',
      english,
      `Distr.: General
25 August 2021
Human Rights Council
Thirty-first special session
24 August 2021
Resolution adopted by the Human Rights Council on 24 August 2021`,
      [
        'distribution: Distr.: General',
        'issueDate 2021-08-25: 25 August 2021',
        'subsidiaryOrgan hrc: Human Rights Council',
        'session S-31: Thirty-first special session',
        'sessionDates 2021-08-24: 24 August 2021',
        'adoption 2021-08-24: Resolution adopted by the Human Rights Council on 24 August 2021',
      ],
      { organ: 'hrc', kind: 'resolution', issueDate: '2021-08-25', adoptionDate: '2021-08-24', session: 'S-31' },
    ],
    [
      'Economic and Social Council, in an older form',
      french,
      `Conseil économique et social
Distr. générale
18 octobre 2013
Session de fond de 2013
Point 14, c, de l'ordre du jour
Résolution adoptée par le Conseil économique et social le 25 juillet 2013
[sur recommandation de la Commission pour la prévention du crime  
et la justice pénale (E/2013/30 et Corr.1)]`,
      [
        'organ ecosoc: Conseil économique et social',
        'distribution: Distr. générale',
        'issueDate 2013-10-18: 18 octobre 2013',
        'session 2013: Session de fond de 2013',
        "agendaItem 14(c): Point 14, c, de l'ordre du jour",
        'adoption 2013-07-25: Résolution adoptée par le Conseil économique et social le 25 juillet 2013',
        'basis: [sur recommandation de la Commission pour la prévention du crime et la justice pénale (E/2013/30 et Corr.1)]',
      ],
      {
        organ: 'ecosoc',
        kind: 'resolution',
        issueDate: '2013-10-18',
        adoptionDate: '2013-07-25',
        session: '2013',
        agendaItems: ['14(c)'],
      },
    ],
    [
      'decision of the General Assembly',
      french,
      `Nations Unies
A/DEC/77/412
Assemblée générale
Décision
Cinquième Commission
Soixante-dix-septième session
Point 118 e) de l’ordre du jour
Élections et nominations`,
      [
        'publisher: Nations Unies',
        'symbol A/DEC/77/412: A/DEC/77/412',
        'organ ga: Assemblée générale',
        'documentType: Décision',
        'basis fifthCommittee: Cinquième Commission',
        'session 77: Soixante-dix-septième session',
        'agendaItem 118(e): Point 118 e) de l’ordre du jour',
        'decisionType: Élections et nominations',
      ],
      {
        symbol: 'A/DEC/77/412',
        organ: 'ga',
        kind: 'decision',
        session: '77',
        agendaItems: ['118(e)'],
        committee: 'fifthCommittee',
      },
    ],
    [
      'General Assembly in the nineties: no date of adoption, two agenda items',
      english,
      `UNITED NATIONS                                                A
General Assembly                                  Distr.
                                                  GENERAL
                                                  A/RES/48/96
                                                  4 March 1994
Forty-eighth session
Agenda items 13 and 109 (b)
Social development
RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY
[on the report of the Third Committee (A/48/627)]`,
      [
        'publisher: UNITED NATIONS',
        'other: A',
        'organ ga: General Assembly',
        'distribution: Distr. GENERAL',
        'symbol A/RES/48/96: A/RES/48/96',
        'issueDate 1994-03-04: 4 March 1994',
        'session 48: Forty-eighth session',
        'agendaItem 13, 109(b): Agenda items 13 and 109 (b)',
        'agendaTitle: Social development',
        'adoption: RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY',
        'basis thirdCommittee: [on the report of the Third Committee (A/48/627)]',
      ],
      {
        symbol: 'A/RES/48/96',
        organ: 'ga',
        kind: 'resolution',
        issueDate: '1994-03-04',
        session: '48',
        agendaItems: ['13', '109(b)'],
        committee: 'thirdCommittee',
      },
    ],
    [
      'draft with its sponsors',
      english,
      `United Nations A/C.3/79/L.5
General Assembly Distr.: Limited
9 October 2024
Original: English
Seventy-ninth session
Third Committee
Agenda item 27
Advancement of women
Albania, Algeria, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain, Bangladesh,
Belarus, Belgium and Brazil: draft resolution
Trafficking in women and girls`,
      [
        'publisher: United Nations',
        'symbol A/C.3/79/L.5: A/C.3/79/L.5',
        'organ ga: General Assembly',
        'distribution: Distr.: Limited',
        'issueDate 2024-10-09: 9 October 2024',
        'originalLanguage eng: Original: English',
        'session 79: Seventy-ninth session',
        'basis thirdCommittee: Third Committee',
        'agendaItem 27: Agenda item 27',
        'agendaTitle: Advancement of women',
        'sponsors: Albania, Algeria, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain, Bangladesh, Belarus, Belgium and Brazil: draft resolution',
        'other: Trafficking in women and girls',
      ],
      {
        symbol: 'A/C.3/79/L.5',
        organ: 'ga',
        kind: 'resolutionDraft',
        issueDate: '2024-10-09',
        session: '79',
        agendaItems: ['27'],
        committee: 'thirdCommittee',
      },
    ],
    [
      'a name in two lines of the left column',
      russian,
      `           Организация Объединенных Наций                          E/RES/2023/27
                                                              Distr.: General
           Экономический и Социальный                         7 August 2023
           Совет

Пункт 19 c) повестки дня

               Резолюция, принятая Экономическим и Социальным
               Советом 25 июля 2023 года`,
      [
        'publisher: Организация Объединенных Наций',
        'symbol E/RES/2023/27: E/RES/2023/27',
        'distribution: Distr.: General',
        'organ ecosoc: Экономический и Социальный Совет',
        'issueDate 2023-08-07: 7 August 2023',
        'agendaItem 19(c): Пункт 19 c) повестки дня',
        'adoption 2023-07-25: Резолюция, принятая Экономическим и Социальным Советом 25 июля 2023 года',
      ],
      {
        symbol: 'E/RES/2023/27',
        organ: 'ecosoc',
        kind: 'resolution',
        issueDate: '2023-08-07',
        adoptionDate: '2023-07-25',
        agendaItems: ['19(c)'],
      },
    ],
    [
      'emergency special session',
      spanish,
      'Undécimo período extraordinario de sesiones de emergencia\nTema 5 del programa\nResolución aprobada por la Asamblea General el 2 de marzo de 2022',
      [
        'session ES-11: Undécimo período extraordinario de sesiones de emergencia',
        'agendaItem 5: Tema 5 del programa',
        'adoption 2022-03-02: Resolución aprobada por la Asamblea General el 2 de marzo de 2022',
      ],
      { organ: 'ga', kind: 'resolution', session: 'ES-11', agendaItems: ['5'], adoptionDate: '2022-03-02' },
    ],
    [
      'Arabic, symbol and publisher on one line, date in English',
      arabic,
      ' A/RES/75/254 A-C الأمــم المتحـدة\nDistr.: General الجمعية العامة\n8 January 2021\nالدورة الخامسة والسبعون\nالبند 18 (ل) من جدول الأعمال',
      [
        'symbol A/RES/75/254 A-C: A/RES/75/254 A-C',
        'publisher: الأمــم المتحـدة',
        'distribution: Distr.: General',
        'organ ga: الجمعية العامة',
        'issueDate 2021-01-08: 8 January 2021',
        'session 75: الدورة الخامسة والسبعون',
        'agendaItem 18(ل): البند 18 (ل) من جدول الأعمال',
      ],
      {
        symbol: 'A/RES/75/254 A-C',
        organ: 'ga',
        kind: 'resolution',
        issueDate: '2021-01-08',
        session: '75',
        agendaItems: ['18(ل)'],
      },
    ],
    [
      'Chinese, blanks round the figures',
      chinese,
      '第七十七届会议\n议程项目 94(b)\n2022 年 12 月 7 日大会决议\n[根据第一委员会的报告 (A/77/385，第 93 段)]',
      [
        'session 77: 第七十七届会议',
        'agendaItem 94(b): 议程项目 94(b)',
        'adoption 2022-12-07: 2022 年 12 月 7 日大会决议',
        'basis firstCommittee: [根据第一委员会的报告 (A/77/385，第 93 段)]',
      ],
      {
        organ: 'ga',
        kind: 'resolution',
        session: '77',
        agendaItems: ['94(b)'],
        adoptionDate: '2022-12-07',
        committee: 'firstCommittee',
      },
    ],
  ];
  test.each(cases)('%s', (_, language, text, lines, metadata) => {
    const found = read(text, language);
    expect(said(found.lines)).toEqual(lines);
    expect(found.metadata).toEqual(metadata);
  });

  test('the days of a session are dates, the first with the year of the last', () => {
    const { lines } = read('26 février–5 avril 2024', french);
    expect(nodesOf(lines, 'date')).toMatchObject([
      { date: '2024-02-26', children: [{ value: '26 février' }] },
      { date: '2024-04-05', children: [{ value: '5 avril 2024' }] },
    ]);
  });

  test('calls of notes go where they stand', () => {
    const source = indexSource('Point 19 c)¹ de l’ordre du jour');
    const { lines } = parseMasthead(source, readLines(source), french, ({ value }) => {
      const start = value.indexOf('¹');
      return [{ start, end: start + 1, atom: true, node: () => ({ type: 'noteRef', marker: '1' }) }];
    });
    expect(lines).toMatchObject([
      {
        role: 'agendaItem',
        value: '19(c)',
        children: [{ value: 'Point 19 c)' }, { type: 'noteRef', marker: '1' }, { value: ' de l’ordre du jour' }],
      },
    ]);
  });

  test('text that is no masthead is kept as it stands', () => {
    const { lines, metadata } = read('Milk\nEggs, two dozen\n\nBread', english);
    expect(said(lines)).toEqual(['other: Milk', 'other: Eggs, two dozen', 'other: Bread']);
    expect(metadata).toEqual({});
  });
});

test.each([
  ['19 c)', ['19(c)']],
  ['14, c,', ['14(c)']],
  ['58 a) et b) et 117', ['58(a)', '58(b)', '117']],
  ['13 and 117', ['13', '117']],
  ['13 y 117', ['13', '117']],
  ['99 (pp)', ['99(pp)']],
  ['', []],
])('agenda items: %s', (items, expected) => {
  expect(agendaItemsOf(items)).toEqual(expected);
});

describe('title lines', () => {
  test.each<[string, Language, string, number]>([
    ['79/154. Traite des femmes et des filles', french, '79/154', 8],
    ['2021/25. Mise en œuvre', french, '2021/25', 9],
    ['57/7.\u00a0Promotion', french, '57/7', 6],
    ['57/7.', french, '57/7', 5],
    ['ES‑11/1. Aggression against Ukraine', english, 'ES-11/1', 9],
    ['S-32/1. Special session', english, 'S-32/1', 8],
    ['75/254 A. Programme budget', english, '75/254 A', 10],
    ['217 (III). International Bill of Human Rights', english, '217 (III)', 11],
    ['2200 A (XXI). International Covenants', english, '2200 A (XXI)', 14],
    ['1874 (S-IV). General principles', english, '1874 (S-IV)', 13],
    ['242 (1967). Resolution of 22 November 1967', english, '242 (1967)', 12],
    ['77/521.第七十八届会议期间第六委员会暂定工作方案', chinese, '77/521', 7],
    ['54/18 الحق في التنمية', arabic, '54/18', 6],
    ['75/254. - الميزانية البرنامجية لعام 2021', arabic, '75/254', 10],
  ])('%s', (line, language, number, end) => {
    expect(isTitleLine(fold(line), language)).toEqual({ number, end });
  });
  test.each([
    '1. Decides to remain seized of the matter.',
    '70/1 of 25 September 2015, in which it adopted',
    '4/6',
    'A/RES/79/154',
    'See 79/154.',
    '2.5 per cent',
    '',
  ])('not one: %s', (line) => {
    expect(isTitleLine(fold(line), english)).toBeUndefined();
  });
});

/** The characters of the source that the lines of a masthead stand for, by their positions. */
function charactersOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? charactersOf(node.children as Inline[]) : ''))
    .join('')
    .replace(/\s/g, '');
}

function expectNothingLost(text: string, lines: readonly Line[], language: Language) {
  const source = indexSource(text);
  const nodes = parseMasthead(source, lines, language).lines;
  const count = new Int8Array(text.length);
  const visit = (node: Inline | MastheadLine) => {
    if ('value' in node && typeof node.value === 'string' && node.type !== 'mastheadLine') {
      const start = node.position?.start.offset ?? Number.NaN;
      const end = node.position?.end.offset ?? Number.NaN;
      for (const [from, to] of node.data?.pieces ?? [[start, end]])
        for (let at = from; at < to; at++) count[at] = (count[at] ?? 0) + 1;
    }
    if ('children' in node) for (const child of node.children) visit(child as Inline);
  };
  for (const node of nodes) visit(node);
  for (const { excerpt } of lines) {
    excerpt.at.forEach((at, k) => {
      const length = (excerpt.at[k + 1] ?? excerpt.value.length) - at;
      for (let offset = excerpt.from[k] as number; offset < (excerpt.from[k] as number) + length; offset++) {
        if (!/\s/.test(text[offset] as string) && count[offset] !== 1)
          throw new Error(`character ${offset} of ${JSON.stringify(text)} stands in ${count[offset]} nodes`);
      }
    });
  }
  expect([...charactersOf(nodes.flatMap(({ children }) => children))].toSorted()).toEqual(
    [...lines.map(({ excerpt }) => excerpt.value.replace(/\s/g, '')).join('')].toSorted(),
  );
}

describe('nothing is lost', () => {
  const pieces = [
    ...assembly.map((line) => line.slice(line.indexOf(': ') + 2)),
    'Économique et',
    '[',
    ']',
    '(',
    '12',
    '¹',
    '*',
    '   ',
    '\n',
    '\n\n',
    ' ',
  ];
  const mastheads = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 30,
  });
  test('whatever the lines are', () => {
    fc.assert(
      fc.property(mastheads, fc.constantFrom(' ', '\n', '      '), (parts, glue) => {
        const text = parts.join(glue);
        expectNothingLost(text, readLines(indexSource(text)), french);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['Assemblée générale Distr. générale x\n', '[sur la base\n', 'Nations Unies   A/RES/79/218\n', 'a ', '79/218 '])(
    'of %j four thousand times',
    (unit) => {
      const text = unit.repeat(4_000);
      expectNothingLost(text, readLines(indexSource(text)), french);
    },
  );
});

const present = existsSync(CORPUS);
if (!present) console.info(`masthead: the comparison with the corpus is skipped, ${CORPUS} is not there`);

describe.skipIf(!present)('the corpus', () => {
  const dialects = ['clean', 'pdf', 'layout', 'tika', 'markdown'] as const;
  const fields = ['symbol', 'date', 'session', 'agenda', 'organ'] as const;
  test('every line of every masthead is kept, and its facts are those of the UN', () => {
    const hits = new Map<string, [number, number]>();
    const misses: string[] = [];
    for (const document of documents()) {
      const language = languageOf(document.language);
      const gold = goldOf(document);
      for (const dialect of dialects) {
        const text = textFile(document, dialect);
        const lines = aboveTitle(linesOf(indexSource(text), language), language);
        if (lines.length === 0) continue; // cut off, as in samples 000 and 002
        expectNothingLost(text, lines, language);
        const found = parseMasthead(indexSource(text), lines, language);
        for (const field of fields) {
          if (!document.meta[dialect].includes(field) || !stands(field, gold, lines, language)) continue;
          const ok = sameField(field, gold, found);
          const key = `${document.language} ${dialect}`;
          const [right, all] = hits.get(key) ?? [0, 0];
          hits.set(key, [right + Number(ok), all + 1]);
          if (!ok) misses.push(`${document.id}.${dialect} ${field}: ${gold[field]}, not ${JSON.stringify(found.metadata)}`);
        }
      }
    }
    console.info(
      `masthead: ${[...hits].map(([key, [right, all]]) => `${key} ${right}/${all}`).join(', ')}\n${misses.join('\n')}`,
    );
    for (const [key, [right, all]] of hits) expect(right / all, key).toBe(1);
  });

  /** The lines above the title, the formula, or the statement of a President. */
  function aboveTitle(lines: readonly Line[], language: Language): Line[] {
    const end = lines.slice(0, 60).findIndex(({ excerpt }, k) => {
      const text = reading(excerpt.value);
      if (isTitleLine(text, language)) return true;
      const above = lines[k - 1]?.excerpt.value ?? '';
      if (language.masthead.presidentialStatement.test(reading(above))) return true;
      return language.formula.test(text) && /[,،]$/.test(text);
    });
    return lines.slice(0, Math.max(0, end));
  }

  /** Whether the masthead has the field at all: the rest of the text may be what has it. */
  function stands(field: (typeof fields)[number], gold: GoldFields, lines: readonly Line[], language: Language): boolean {
    const text = lines.map(({ excerpt }) => fold(excerpt.value)).join(' ');
    if (gold[field] === undefined) return false;
    if (field === 'symbol')
      return text
        .replace(/[\s.]/g, '')
        .toUpperCase()
        .includes(gold.symbol as string);
    // decisions and statements have their date elsewhere, and a few resolutions have no adoption line
    return field !== 'date' || (lines.length > 1 && datesOf(text, language).some(({ date }) => date === gold.date));
  }

  function sameField(
    field: (typeof fields)[number],
    gold: GoldFields,
    { lines, metadata }: ReturnType<typeof parseMasthead>,
  ): boolean {
    const session = lines.find(({ role }) => role === 'session');
    const ours: Record<(typeof fields)[number], string | undefined> = {
      symbol: metadata.symbol?.replace(/[\s.]/g, ''),
      date: metadata.adoptionDate,
      session: metadata.session,
      agenda: metadata.agendaItems?.[0]?.replace(/[()]/g, ''),
      organ: metadata.organ,
    };
    if (field === 'session' && session && fold(wordsOf(session.children)) === fold(gold.sessionWords)) return true;
    return ours[field] === gold[field];
  }
});
