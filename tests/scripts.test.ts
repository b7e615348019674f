/** What the scripts of the six languages do to a text, and what every organ's documents say of themselves in each. */
import { describe, expect, test } from 'vitest';
import type { Metadata } from '../src/ast.ts';
import { fromText } from '../src/index.ts';

const read = (text: string) => fromText(text).tree;
const ruleIds = (text: string) => fromText(text).diagnostics.map(({ ruleId }) => ruleId);
const wordsOf = (node: unknown): string => {
  const { value, children = [] } = node as { value?: string; children?: unknown[] };
  return value ?? children.map(wordsOf).join('');
};
const typesOf = (text: string) => read(text).children.map(({ type }) => type);

describe('characters', () => {
  const arabic = (formula: string) => `79/1 - المحيطات\n\n${formula}\n\nإذ تشير إلى قرارها 70/1،\n\n1 - تقرر ذلك.`;
  test.each([
    ['letters drawn out', 'إن الجمعيــة العامـــة،'],
    ['vowel signs', 'إنَّ الجمعيّة العامّة،'],
    ['letters in the form in which they are joined', 'إن ﺍﻟﺠﻤﻌﻴﺔ ﺍﻟﻌﺎﻣﺔ،'],
    ['direction marks', '\u202bإن الجمعية العامة،\u202c'],
  ])('%s do not hide the formula, and the tree keeps them', (_, formula) => {
    const tree = read(arabic(formula));
    const preamble = tree.children.find(({ type }) => type === 'preamble');
    expect(preamble?.children[0]?.type).toBe('formula');
    expect(wordsOf(preamble?.children[0])).toBe(formula.replace(/[\u202b\u202c]/g, ''));
  });

  test('Arabic-Indic and full-width digits number paragraphs', () => {
    const numbers = (text: string) =>
      read(text)
        .children.flatMap((part) => (part.type === 'mainBody' ? part.children : []))
        .map((node) => ('num' in node ? node.num?.value : undefined));
    expect(numbers('79/1 - المحيطات\n\nإن الجمعية العامة،\n\n١ - تقرر ذلك؛\n\n٢ - تطلب ذلك.')).toEqual(['١ -', '٢ -']);
    expect(numbers('79/1. 海洋\n\n大会，\n\n１. 决定；\n\n２. 请秘书长。')).toEqual(['１.', '２.']);
  });

  test('lines of Chinese join without a blank, Latin words in them keep theirs', () => {
    const text = [
      '79/1. 海洋',
      '',
      '大会，',
      '',
      '回顾其关于海洋和海岸保护问题的各项决议，包括关于United Nations',
      'Convention on the Law of the Sea的决议和关于海洋环境的决议，又回顾关于海',
      '洋和海岸的各项公约、协定和议定书以及各国在保护海洋方面作出的各项承诺，',
      '',
      '1. 决定继续审议保护海洋和海岸的问题，并请秘书长向大会第八十届会议提出报',
      '告，说明各国为保护海洋和海岸而采取的各项措施。',
    ].join('\n');
    const words = read(text).children.map(wordsOf).join(' ');
    expect(words).toContain('United Nations Convention on the Law of the Sea的决议');
    expect(words).toContain('又回顾关于海洋和海岸的各项公约');
    expect(words).toContain('提出报告，说明');
  });
});

describe('a text as it is seen', () => {
  test('brackets turned round are reported', () => {
    expect(ruleIds('إن الجمعية العامة،\n\nإذ تشير إلى الاتفاقية)1( والمادة المعدلة منها)2( والبروتوكول الأول)3(،')).toContain(
      'visual-order',
    );
  });
  test('words that run backwards are reported, and kept', () => {
    const backwards = [...'إن الجمعية العامة، إذ تشير إلى الاتفاقية الدولية، وإذ تلاحظ أهمية المسألة'].reverse().join('');
    const { diagnostics, coverage } = fromText(backwards);
    expect(diagnostics.map(({ ruleId }) => ruleId)).toContain('visual-order');
    expect(coverage.ratio).toBe(1);
  });
  test('a text in order is not', () => {
    expect(ruleIds('إن الجمعية العامة،\n\nإذ تشير إلى الاتفاقية(1) والمادة(2) والبروتوكول(3)،')).not.toContain('visual-order');
  });
});

test('a page in two languages is reported, a foreign title is not', () => {
  const english = 'Recalling its resolution 70/1 of 25 September 2015, and the report of the Secretary-General on the sea,';
  const french = 'Rappelant sa résolution 70/1 du 25 septembre 2015, et le rapport du Secrétaire général sur la mer,';
  const page = Array.from({ length: 4 }, () => `${english}\n\n${french}`).join('\n\n');
  expect(ruleIds(page)).toContain('second-language');
  expect(ruleIds(`${english}\n\nNations Unies, Recueil des Traités, vol. 1833.`)).not.toContain('second-language');
});

describe('documents of each kind say what they are', () => {
  const cases: [text: string, expected: Partial<Metadata>][] = [
    // old symbols, sessions in Roman numerals
    [
      'A/RES/217 A (III)\n\nLa Asamblea General,\n\nRecordando el informe del Secretario General,\n\n1. Decide seguir examinando la cuestión.',
      { symbol: 'A/RES/217 A (III)', organ: 'ga', kind: 'resolution' },
    ],
    [
      '2758 (XXVI). Restitución\n\nLa Asamblea General,\n\nRecordando el informe del Secretario General,\n\n1. Decide seguir examinando la cuestión.',
      { symbol: 'A/RES/2758 (XXVI)', number: '2758 (XXVI)' },
    ],
    ['2758 (XXVI). Восстановление\n\nГенеральная Ассамблея,\n\n1. постановляет.', { symbol: 'A/RES/2758 (XXVI)' }],
    ['2758 (XXVI) - استعادة الحقوق\n\nإن الجمعية العامة،\n\n1 - تقرر.', { symbol: 'A/RES/2758 (XXVI)' }],
    ['2758 (XXVI). 恢复合法权利\n\n大会，\n\n1. 决定。', { symbol: 'A/RES/2758 (XXVI)' }],
    ['S/RES/1325 (2000)\n\nСовет Безопасности,\n\n1. постановляет.', { symbol: 'S/RES/1325 (2000)', organ: 'sc' }],
    // special and emergency special sessions
    [
      'ES-11/1. Agresión\n\nLa Asamblea General,\n\nRecordando el informe del Secretario General,\n\n1. Decide seguir examinando la cuestión.',
      { symbol: 'A/RES/ES-11/1' },
    ],
    ['S-32/1. 承诺\n\n大会，\n\n1. 决定。', { symbol: 'A/RES/S-32/1' }],
    // drafts
    [
      'A/C.3/79/L.41\n\nLa Asamblea General,\n\nRecordando el informe del Secretario General,\n\n1. Decide seguir examinando la cuestión.',
      { symbol: 'A/C.3/79/L.41', kind: 'resolutionDraft' },
    ],
    ['A/C.3/79/L.41\n\n大会，\n\n1. 决定。', { symbol: 'A/C.3/79/L.41', kind: 'resolutionDraft' }],
    // decisions, which have no formula
    [
      'A/DEC/78/413\n\n78/413. Nombramientos\n\nEn su 63ª sesión plenaria, celebrada el 21 de marzo de 2024, la Asamblea General decidió nombrar a sus miembros.',
      { kind: 'decision', symbol: 'A/DEC/78/413', adoptionDate: '2024-03-21' },
    ],
    [
      'A/DEC/78/413\n\n78/413. Назначения\n\nНа своем 63-м пленарном заседании 21 марта 2024 года Генеральная Ассамблея постановила назначить членов.',
      { kind: 'decision', symbol: 'A/DEC/78/413', adoptionDate: '2024-03-21' },
    ],
    [
      'A/DEC/78/413\n\n78/413 التعيينات\n\nقررت الجمعية العامة، في جلستها العامة 63، المعقودة في 21 آذار/مارس 2024، أن تعين الأعضاء.',
      { kind: 'decision', symbol: 'A/DEC/78/413', adoptionDate: '2024-03-21' },
    ],
    [
      'A/DEC/78/413\n\n78/413. 任命\n\n2024年3月21日，大会第63次全体会议决定任命委员会成员。',
      { kind: 'decision', symbol: 'A/DEC/78/413', adoptionDate: '2024-03-21' },
    ],
    // presidential statements
    [
      'S/PRST/2024/7\n\nDeclaración de la Presidencia del Consejo de Seguridad\n\nEl Consejo de Seguridad reafirma su compromiso con los principios de la Carta.',
      { kind: 'presidentialStatement', symbol: 'S/PRST/2024/7', organ: 'sc' },
    ],
    [
      'S/PRST/2024/7\n\nЗаявление Председателя Совета Безопасности\n\nСовет Безопасности подтверждает свою приверженность.',
      { kind: 'presidentialStatement', symbol: 'S/PRST/2024/7' },
    ],
    [
      'S/PRST/2024/7\n\nبيان من رئيس مجلس الأمن\n\nيعيد مجلس الأمن تأكيد التزامه.',
      { kind: 'presidentialStatement', symbol: 'S/PRST/2024/7' },
    ],
    [
      'S/PRST/2024/7\n\n安全理事会主席的声明\n\n安全理事会重申其承诺。',
      { kind: 'presidentialStatement', symbol: 'S/PRST/2024/7' },
    ],
  ];
  test.each(cases)('%s', (text, expected) => {
    expect(read(text).metadata).toMatchObject(expected);
  });
  test('a presidential statement has no preamble', () => {
    expect(typesOf('S/PRST/2024/7\n\n安全理事会主席的声明\n\n安全理事会重申其承诺。')).not.toContain('preamble');
  });
});
