/** Citations, dates and references to parts of the document: the rules one by one; links.test.ts has the corpus. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline, Organ, Ref } from '../src/ast.ts';
import { languageOf, lexicons } from '../src/language/all.ts';
import { fold, type Language } from '../src/language/index.ts';
import { findDates, findReferences, type ReferenceContext } from '../src/parse/references.ts';
import { canonicalSymbol } from '../src/parse/symbols.ts';
import { type Excerpt, excerptOf, indexSource } from '../src/source.ts';

const excerptFrom = (text: string): Excerpt => excerptOf(indexSource(text), 0, text.length);

interface Found {
  start: number;
  end: number;
  printed: string;
  node: Inline;
}

function findIn(text: string, context: ReferenceContext): Found[] {
  return findReferences(excerptFrom(text), context).map(({ start, end, node }) => ({
    start,
    end,
    printed: text.slice(start, end),
    node: node([]),
  }));
}

function partsOf({ part = {} }: Ref): string {
  const { annex, paragraph, upTo } = part;
  return `${annex ? ` annex ${annex}` : ''}${paragraph ? ` para ${paragraph}` : ''}${upTo ? `–${upTo}` : ''}`;
}

/** What was found, a line each: `64/293 = A/RES/64/293, 2010-07-30`. Dates, being found everywhere, are left out. */
function references(code: Language['code'], organ: Organ, text: string): string[] {
  return findIn(text, { language: languageOf(code), organ }).flatMap(({ printed, node }) => {
    if (node.type === 'ref') return `${printed} = ${node.symbol}${node.date ? `, ${node.date}` : ''}${partsOf(node)}`;
    return node.type === 'internalRef' ? `${printed} = #${node.target} ${node.num}` : [];
  });
}

describe('symbols printed in full', () => {
  const symbols = (text: string) => references('fra', 'ga', text);

  test('stand for themselves, without key word, and end before the full stop', () => {
    expect(symbols('A/71/119.')).toEqual(['A/71/119 = A/71/119']);
    expect(symbols('Ibid., Supplement No. 53 (A/71/53), chap. V, sect. A.')).toEqual(['A/71/53 = A/71/53']);
    expect(symbols('S/PRST/2021/13, CTOC/COP/WG.4/2011/8 et E/2002/68/Add.1')).toEqual([
      'S/PRST/2021/13 = S/PRST/2021/13',
      'CTOC/COP/WG.4/2011/8 = CTOC/COP/WG.4/2011/8',
      'E/2002/68/Add.1 = E/2002/68/Add.1',
    ]);
  });

  test('have one canonical form', () => {
    expect(symbols('S/RES/1325(2000), A/RES/217(III), A/RES/57/270 B et A/HRC/RES/S-32/1')).toEqual([
      'S/RES/1325(2000) = S/RES/1325 (2000)',
      'A/RES/217(III) = A/RES/217 (III)',
      'A/RES/57/270 B = A/RES/57/270 B',
      'A/HRC/RES/S-32/1 = A/HRC/RES/S-32/1',
    ]);
    expect(symbols('(A/75/301 (Part I)/Add.1)')).toEqual(['A/75/301 (Part I)/Add.1 = A/75/301(PartI)/Add.1']);
    expect(symbols('А/79/34 et A/ES\u201110/999')).toEqual(['А/79/34 = A/79/34', 'A/ES\u201110/999 = A/ES-10/999']);
    expect(symbols('A/RES/217 A (III)')).toEqual(['A/RES/217 A (III) = A/RES/217 A (III)']);
    expect(canonicalSymbol('A/RES/79/218*')).toBe('A/RES/79/218');
  });

  test('of a document with two, the first', () => {
    expect(symbols('A/48/486-S/26560, annexe.')).toEqual(['A/48/486-S/26560 = A/48/486 annex 1']);
  });

  test('no words with a stroke, no part of an address', () => {
    expect(symbols('HIV/AIDS, SARS-CoV-2/COVID, et/ou, https://undocs.org/fr/A/RES/64/293, 24/7')).toEqual([]);
  });
});

describe('numbers', () => {
  test('are citations only after a key word, and in the list that it opens', () => {
    expect(references('eng', 'ga', 'vote of 29/47, open 24/7, and 64/293 of 30 July 2010')).toEqual([]);
    expect(references('eng', 'ga', 'Recalling resolution 64/293. The service is open 24/7.')).toEqual([
      '64/293 = A/RES/64/293',
    ]);
    expect(references('fra', 'ga', 'Résolutions 55/67, 58/137, 59/166 et 61/144.')).toEqual([
      '55/67 = A/RES/55/67',
      '58/137 = A/RES/58/137',
      '59/166 = A/RES/59/166',
      '61/144 = A/RES/61/144',
    ]);
    expect(
      references(
        'spa',
        'ga',
        'sus resoluciones 74/16, de 9 de diciembre de 2019, titulada “Paz”, y 75/18, de 1 de diciembre de 2020',
      ),
    ).toEqual(['74/16 = A/RES/74/16, 2019-12-09', '75/18 = A/RES/75/18, 2020-12-01']);
    expect(references('eng', 'ecosoc', 'resolution 2022/23 on the biennium 2024/25')).toEqual(['2022/23 = E/RES/2022/23']);
  });

  test('with the date that adjoins, in each language', () => {
    const expected = ['64/293 = A/RES/64/293, 2010-07-30'];
    expect(references('eng', 'ga', 'its resolution 64/293 of 30 July 2010')).toEqual(expected);
    expect(references('fra', 'ga', 'sa résolution 64/293 du 30 juillet 2010')).toEqual(expected);
    expect(references('spa', 'ga', 'su resolución 64/293, de 30 de julio de 2010')).toEqual(expected);
    expect(references('rus', 'ga', 'свою резолюцию 64/293 от 30 июля 2010 года')).toEqual(expected);
    expect(references('ara', 'ga', 'القرار 64/293 المؤرخ 30 تموز/يوليه 2010')).toEqual(expected);
    expect(references('zho', 'ga', '其2010年7月30日第64/293号决议')).toEqual(expected);
    expect(references('fra', 'ga', 'la résolution 64/293 de l’Assemblée générale, en date du 30 juillet 2010')).toEqual(
      expected,
    );
    expect(references('rus', 'ga', 'резолюция 48/13 Совета по правам человека от 8 октября 2021 года')).toEqual([
      '48/13 = A/HRC/RES/48/13, 2021-10-08',
    ]);
  });

  test('in lists, with dates between, before or after them', () => {
    expect(
      references(
        'fra',
        'ga',
        'ses résolutions 61/180 du 20 décembre 2006, 64/178 du 18 décembre 2009 et 70/179 du 17 décembre 2015',
      ),
    ).toEqual(['61/180 = A/RES/61/180, 2006-12-20', '64/178 = A/RES/64/178, 2009-12-18', '70/179 = A/RES/70/179, 2015-12-17']);
    expect(references('zho', 'sc', '2015年8月7日第2235(2015)号和2016年11月17日第2319(2016)号决议')).toEqual([
      '2235(2015) = S/RES/2235 (2015), 2015-08-07',
      '2319(2016) = S/RES/2319 (2016), 2016-11-17',
    ]);
    const behind =
      'les résolutions 61/16, 68/1 et 72/305 de l’Assemblée générale, en date du 20 novembre 2006, du 20 septembre 2013 et du 23 juillet 2018';
    expect(references('fra', 'ecosoc', behind)).toEqual([
      '61/16 = A/RES/61/16, 2006-11-20',
      '68/1 = A/RES/68/1, 2013-09-20',
      '72/305 = A/RES/72/305, 2018-07-23',
    ]);
    expect(references('eng', 'hrc', 'Recalling its resolutions 5/1 and 5/2 of 18 June 2007')).toEqual([
      '5/1 = A/HRC/RES/5/1, 2007-06-18',
      '5/2 = A/HRC/RES/5/2, 2007-06-18',
    ]);
    expect(references('eng', 'ga', 'resolutions 69/307, 70/286 of 17 June 2016')).toEqual([
      '69/307 = A/RES/69/307',
      '70/286 = A/RES/70/286, 2016-06-17',
    ]);
  });

  test('a date that the number cannot have is no date of adoption', () => {
    expect(references('eng', 'ga', 'General Assembly resolution 64/293 of 30 July 1997')).toEqual(['64/293 = A/RES/64/293']);
  });

  test('with part letters as each script prints them', () => {
    expect(references('eng', 'ga', 'resolutions 57/270 B, 66/235 A-C and 217 A (III)')).toEqual([
      '57/270 B = A/RES/57/270 B',
      '66/235 A-C = A/RES/66/235 A-C',
      '217 A (III) = A/RES/217 A (III)',
    ]);
    expect(references('fra', 'ga', 'la résolution 70/1 a été adoptée')).toEqual(['70/1 = A/RES/70/1']);
    expect(references('rus', 'ga', 'резолюции 48/218 В и 1514 (ХV)')).toEqual([
      '48/218 В = A/RES/48/218 B',
      '1514 (ХV) = A/RES/1514 (XV)',
    ]);
    expect(references('ara', 'ga', 'القرار 217 ألف (د-3) والقرار 57/270 باء والقرار 1874 (دإ-4) والقرار دإط-11/1')).toEqual([
      '217 ألف (د-3) = A/RES/217 A (III)',
      '57/270 باء = A/RES/57/270 B',
      '1874 (دإ-4) = A/RES/1874 (S-IV)',
      'دإط-11/1 = A/RES/ES-11/1',
    ]);
    expect(references('zho', 'ga', '第217 A (III)号、第66/235 B号决议')).toEqual([
      '217 A (III) = A/RES/217 A (III)',
      '66/235 B = A/RES/66/235 B',
    ]);
  });

  test('the figures of a note called behind them are no part of them', () => {
    const expected = ['64/293 = A/RES/64/293, 2010-07-30'];
    expect(references('eng', 'ga', 'resolution 64/293¹ of 30 July 2010')).toEqual(expected);
    const text = 'resolution 64/2931 of 30 July 2010';
    const raised = { start: text.indexOf('1 of'), end: text.indexOf(' of'), style: 'sup' as const };
    const context = { language: languageOf('eng'), organ: 'ga' as const };
    const printed = (styles: Excerpt['styles']) =>
      findReferences({ ...excerptFrom(text), styles }, context).map(({ start, end }) => text.slice(start, end));
    expect(printed([raised])).toEqual(['64/293', '30 July 2010']);
    expect(printed([])).toEqual(['30 July 2010']);
  });
});

describe('whose number it is', () => {
  test('the form tells: n (year) the Security Council, year/n the Economic and Social Council, n (session) the Assembly', () => {
    expect(references('eng', 'ga', 'resolutions 1267 (1999), 1373 (2001), 2017/18, 39 (I) and 2758 (XXVI)')).toEqual([
      '1267 (1999) = S/RES/1267 (1999)',
      '1373 (2001) = S/RES/1373 (2001)',
      '2017/18 = E/RES/2017/18',
      '39 (I) = A/RES/39 (I)',
      '2758 (XXVI) = A/RES/2758 (XXVI)',
    ]);
    expect(references('eng', 'ga', 'Economic and Social Council resolutions 8 (I) and 1503 (XLVIII) of 27 May 1970')).toEqual([
      '8 (I) = E/RES/8 (I)',
      '1503 (XLVIII) = E/RES/1503 (XLVIII), 1970-05-27',
    ]);
  });

  test('a blank in a number of the Security Council is none of its own', () => {
    expect(references('zho', 'sc', '内容纳入第2 655(2022)号决议')).toEqual(['2 655(2022) = S/RES/2655 (2022)']);
    // which had not reached a thousand then
    expect(references('fra', 'sc', 'note 2 687 (1991) et la résolution 2 687 (1991)')).toEqual([
      '687 (1991) = S/RES/687 (1991)',
    ]);
  });

  test('special sessions: the Assembly, unless the Human Rights Council is named; emergencies always the Assembly', () => {
    expect(references('eng', 'ga', 'its resolutions ES-10/15, S-23/2 and 1874 (S-IV)')).toEqual([
      'ES-10/15 = A/RES/ES-10/15',
      'S-23/2 = A/RES/S-23/2',
      '1874 (S-IV) = A/RES/1874 (S-IV)',
    ]);
    expect(references('eng', 'ga', 'Human Rights Council resolution S-28/1')).toEqual(['S-28/1 = A/HRC/RES/S-28/1']);
    expect(references('eng', 'hrc', 'Recalling its resolution S-31/1 of 24 August 2021')).toEqual([
      'S-31/1 = A/HRC/RES/S-31/1, 2021-08-24',
    ]);
  });

  test('a session beyond the sixty-second is the Assembly’s; the date tells of the others', () => {
    expect(references('eng', 'hrc', 'Recalling its resolution 70/1')).toEqual(['70/1 = A/RES/70/1']);
    expect(references('eng', 'hrc', 'resolutions 53/144 of 9 December 1998 and 46/7 of 23 March 2021')).toEqual([
      '53/144 = A/RES/53/144, 1998-12-09',
      '46/7 = A/HRC/RES/46/7, 2021-03-23',
    ]);
    expect(references('fra', 'ga', 'la résolution 32/3 adoptée le 30 juin 2016 par le Conseil des droits de l’homme')).toEqual([
      '32/3 = A/HRC/RES/32/3, 2016-06-30',
    ]);
  });

  test('else the body named beside, then “its”, then the body named last, then the issuing organ', () => {
    expect(references('eng', 'ga', 'Human Rights Council resolution 46/7')).toEqual(['46/7 = A/HRC/RES/46/7']);
    expect(references('eng', 'hrc', 'resolution 53/144 of the General Assembly')).toEqual(['53/144 = A/RES/53/144']);
    expect(references('fra', 'ga', 'dans sa résolution 54/12, le Conseil des droits de l’homme a décidé')).toEqual([
      '54/12 = A/HRC/RES/54/12',
    ]);
    expect(references('eng', 'hrc', 'Reaffirming its resolution 48/13')).toEqual(['48/13 = A/HRC/RES/48/13']);
    expect(references('eng', 'ga', 'Reaffirming its resolution 48/13')).toEqual(['48/13 = A/RES/48/13']);
    const far =
      'Welcoming the work of the Human Rights Council on the matter during the whole of the past decade, and resolution 48/13';
    expect(references('eng', 'ga', far)).toEqual(['48/13 = A/HRC/RES/48/13']);
    expect(references('eng', 'hrc', 'Resolution 48/13.')).toEqual(['48/13 = A/HRC/RES/48/13']);
    expect(references('eng', 'sc', 'Resolution 48/13.')).toEqual(['48/13 = A/RES/48/13']);
    expect(references('fra', 'ecosoc', 'les résolutions 61/16 et 48/1 de l’Assemblée générale')).toEqual([
      '61/16 = A/RES/61/16',
      '48/1 = A/RES/48/1',
    ]);
  });

  test('decisions by their key word, or by their figure where both words stand', () => {
    expect(
      references('eng', 'ga', 'its resolution 74/291 of 30 June 2020, as well as its decision 74/571 of 3 September 2020'),
    ).toEqual(['74/291 = A/RES/74/291, 2020-06-30', '74/571 = A/DEC/74/571, 2020-09-03']);
    expect(references('eng', 'ga', 'relevant resolutions and decisions, including 70/1 and 74/571')).toEqual([
      '70/1 = A/RES/70/1',
      '74/571 = A/DEC/74/571',
    ]);
    expect(
      references('eng', 'ga', 'Economic and Social Council decision 2023/208 and Human Rights Council decision 28/101'),
    ).toEqual(['2023/208 = E/DEC/2023/208', '28/101 = A/HRC/DEC/28/101']);
    expect(references('zho', 'ga', '第76/246号决议和第76/564号决定')).toEqual([
      '76/246 = A/RES/76/246',
      '76/564 = A/DEC/76/564',
    ]);
  });

  test('other bodies’ numbers are no citations', () => {
    expect(references('fra', 'ga', 'la décision 2004/110 de la Commission des droits de l’homme')).toEqual([]);
    expect(
      references(
        'fra',
        'ga',
        'les résolutions de la Commission des droits de l’homme 2004/87 du 21 avril 2004 et 2005/80 du 21 avril 2005',
      ),
    ).toEqual([]);
    expect(references('fra', 'ecosoc', 'la résolution 20/3 de la Commission pour la prévention du crime')).toEqual([]);
    expect(references('fra', 'ga', 'la résolution 63.22 de l’Assemblée mondiale de la Santé et la décision 1/CP.21')).toEqual(
      [],
    );
    expect(
      references('fra', 'ga', 'des décisions 2/3 du 20 octobre 2005, 3/3 du 18 octobre 2006 et 4/4 du 17 octobre 2008'),
    ).toEqual([]);
    expect(references('eng', 'ecosoc', 'Commission on Narcotic Drugs resolution 60/1')).toEqual([]);
    expect(
      references('eng', 'ecosoc', 'resolution 782 (XL) of 11 October 2024 of the Economic Commission for Latin America'),
    ).toEqual([]);
    expect(references('eng', 'ga', 'resolution 5/14 of the United Nations Environment Assembly')).toEqual([]);
    expect(references('eng', 'ga', 'recalling resolution 70/1 and general comment No. 20 (2009)')).toEqual([
      '70/1 = A/RES/70/1',
    ]);
    expect(references('rus', 'ga', 'резолюция 2003/2 Комиссии по правам человека')).toEqual([]);
    expect(references('ara', 'hrc', 'لجنة حقوق الإنسان في قرارها 1998/72')).toEqual([]);
    expect(references('zho', 'ga', '人权委员会第2003/2号决议')).toEqual([]);
    // the Council, called `the Committee` of its resolution, has a form of its own
    expect(references('eng', 'sc', 'the Committee established pursuant to resolution 1267 (1999)')).toEqual([
      '1267 (1999) = S/RES/1267 (1999)',
    ]);
  });
});

describe('parts', () => {
  test('of what is cited, behind it', () => {
    expect(references('eng', 'ga', 'Resolution 64/293, annex.')).toEqual(['64/293 = A/RES/64/293 annex 1']);
    expect(references('fra', 'ga', 'Résolution 69/313 de l’Assemblée générale, annexe II, par. 46')).toEqual([
      '69/313 = A/RES/69/313 annex 2 para 46',
    ]);
    expect(references('zho', 'ga', '大会S-23/2号决议，附件二；第2036(2012)号决议第22段')).toEqual([
      'S-23/2 = A/RES/S-23/2 annex 2',
      '2036(2012) = S/RES/2036 (2012) para 22',
    ]);
  });

  test('of what is cited, before it', () => {
    expect(
      references(
        'eng',
        'sc',
        'paragraph 4 of resolution 2374 (2017) and paragraphs 1 to 7 of Security Council resolution 1970 (2011)',
      ),
    ).toEqual(['2374 (2017) = S/RES/2374 (2017) para 4', '1970 (2011) = S/RES/1970 (2011) para 1–7']);
    expect(references('spa', 'ga', 'el párrafo 15 de su resolución 55/235 y el anexo de la resolución 61/275')).toEqual([
      '55/235 = A/RES/55/235 para 15',
      '61/275 = A/RES/61/275 annex 1',
    ]);
    expect(references('rus', 'ga', 'пункт 12 своей резолюции 78/276, приложение II к резолюции 70/1')).toEqual([
      '78/276 = A/RES/78/276 para 12',
      '70/1 = A/RES/70/1 annex 2',
    ]);
    expect(references('ara', 'sc', 'الفقرة 2 من القرار 2245 (2015)')).toEqual(['2245 (2015) = S/RES/2245 (2015) para 2']);
  });

  test('are not guessed: two paragraphs apart, a paragraph of a section', () => {
    expect(references('eng', 'ga', 'paragraphs 16 and 18 of its resolution 69/273')).toEqual(['69/273 = A/RES/69/273']);
    expect(references('fra', 'ga', 'au paragraphe 6 de la section XI de sa résolution 59/276')).toEqual([
      '59/276 = A/RES/59/276',
    ]);
  });

  test('of this document', () => {
    expect(references('eng', 'sc', 'paragraphs 1 (a), 3 and 5 above, and annex II to the present resolution')).toEqual([
      '1 = #paragraph 1',
      '3 = #paragraph 3',
      '5 = #paragraph 5',
      'II = #annex 2',
    ]);
    expect(references('fra', 'ga', 'paragraphe 38 de l’annexe à la présente résolution, section II ci-dessus')).toEqual([
      'annexe à la présente résolution = #annex 1',
      'II = #section II',
    ]);
    expect(references('spa', 'ga', 'en el párrafo 5 de la presente resolución')).toEqual(['5 = #paragraph 5']);
    expect(references('rus', 'sc', 'в пунктах 15 и 16 настоящей резолюции')).toEqual([
      '15 = #paragraph 15',
      '16 = #paragraph 16',
    ]);
    expect(references('ara', 'sc', 'الفقرتين 2 و 3 من هذا القرار')).toEqual(['2 = #paragraph 2', '3 = #paragraph 3']);
    expect(references('zho', 'sc', '本决议第15和17段')).toEqual(['15 = #paragraph 15', '17 = #paragraph 17']);
    expect(references('eng', 'sc', 'paragraph 5 of the report')).toEqual([]);
  });
});

describe('dates', () => {
  const datesIn = (code: Language['code'], text: string) => findDates(fold(text), languageOf(code)).map(({ date }) => date);

  test('in each language, offsets of the folded text', () => {
    expect(findDates('of 30 july 2010,', languageOf('eng'))).toEqual([{ start: 3, end: 15, date: '2010-07-30' }]);
    expect(datesIn('fra', 'le 1er janvier 2020 et le 17 décembre 2024')).toEqual(['2020-01-01', '2024-12-17']);
    expect(datesIn('spa', '16 de mayo de 2023')).toEqual(['2023-05-16']);
    expect(datesIn('rus', '16 мая 2023 года')).toEqual(['2023-05-16']);
    expect(datesIn('ara', '15 كانون الأول/ديسمبر 1955')).toEqual(['1955-12-15']);
    expect(datesIn('zho', '２０２３年5月16日')).toEqual(['2023-05-16']);
  });

  test('only days that exist, from 1945 to 2100', () => {
    expect(datesIn('eng', '31 June 2010, 30 February 2000, 29 February 1900, 0 May 2010, 12 May 1899, 12 May 2101')).toEqual(
      [],
    );
    expect(datesIn('eng', '29 February 2000, 31 December 2100, 26 June 1945')).toEqual([
      '2000-02-29',
      '2100-12-31',
      '1945-06-26',
    ]);
    expect(datesIn('eng', '112 May 2010, 12 May 20101')).toEqual([]);
  });

  test('are spans of their own beside citations', () => {
    const text = 'its resolution 64/293 of 30 July 2010';
    const found = findIn(text, { language: languageOf('eng'), organ: 'ga' });
    expect(found.map(({ printed, node }) => [printed, node.type])).toEqual([
      ['64/293', 'ref'],
      ['30 July 2010', 'date'],
    ]);
  });
});

describe('on any text', () => {
  const scraps = fc.constantFrom(
    ...[
      'resolution ',
      'résolutions ',
      'القرار ',
      '号决议',
      '64/293',
      '2017/18',
      '1325 (2000)',
      '217 A (III)',
      'A/79/1',
      ', ',
      ' of ',
      '. ',
    ],
    ...[
      '30 July 2010',
      '2010年7月30日第',
      'paragraph 5 ',
      'above',
      'General Assembly',
      'the Commission ',
      '¹',
      'S-',
      '(',
      ')',
      '/',
      '\u00a0',
      'B',
    ],
  );

  test('spans ascend, do not overlap, and lie within it', () => {
    const organs = fc.constantFrom<Organ>('ga', 'sc', 'ecosoc', 'hrc', 'un');
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(scraps, { maxLength: 24 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...lexicons.map(({ code }) => languageOf(code))), organs, (text, language, organ) => {
        let reach = 0;
        for (const { start, end, printed } of findIn(text, { language, organ })) {
          expect(start).toBeGreaterThanOrEqual(reach);
          expect(end).toBeGreaterThan(start);
          expect(printed.trim()).not.toBe('');
          reach = end;
        }
        expect(reach).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[unit: string, english: number, chinese: number]>([
    ['resolution 5/1 of 18 June 2007, paragraph 5 above, ', 2, 0],
    ['61/16, ', 1, 0],
    ['A/', 0, 0],
    ['A-------', 0, 0],
    ['1 ', 0, 0],
    ['2010年7月30日第64/293号', 1, 1],
    ['决议第64/293号委员会', 1, 1],
    ['the Commission on the ', 0, 0],
    ['resolutions and decisions ', 0, 0],
    ['paragraph 5 and 6 of ', 0, 0],
    ['annex, annex ', 0, 0],
    ['1 July 2010 and ', 1, 0],
    [' ', 0, 0],
  ])('of “%s” again and again, as many each time', (unit, english, chinese) => {
    const times = Math.ceil(400_000 / unit.length);
    const countIn = (language: Language) =>
      findReferences(excerptFrom(`resolutions ${unit.repeat(times)}`), { language, organ: 'ga' }).length;
    expect(countIn(languageOf('eng'))).toBe(times * english);
    expect(countIn(languageOf('zho'))).toBe(times * chinese);
  });
});
