import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { adoptionDate } from '../src/akn/dates.ts';
import { limitDepth } from '../src/akn/depth.ts';
import { type ToAknOptions, toAkn } from '../src/akn/index.ts';
import { isDay, parseSymbol, undocsUrl } from '../src/akn/iri.ts';
import { cleanNumber, cleanSectionNumber, siblingNumbers } from '../src/akn/number.ts';
import type {
  BodyBlock,
  CoverPage,
  Inline,
  List,
  MainBody,
  Metadata,
  P,
  Paragraph,
  Part,
  Resolution,
  Root,
  Section,
} from '../src/ast.ts';
import type { Diagnostic } from '../src/diagnostics.ts';
import { hasSchema, schemaNote, validate } from './xsd.ts';

// ------------------------------------------------------------------------------------- trees, written short

const t = (value: string): Inline => ({ type: 'text', value });
const p = (...children: (Inline | string)[]): P => ({
  type: 'p',
  children: children.map((c) => (typeof c === 'string' ? t(c) : c)),
});
const num = (value: string) => ({ type: 'num' as const, value });
const paragraph = (n: string | undefined, ...children: Paragraph['children']): Paragraph => ({
  type: 'paragraph',
  ...(n === undefined ? {} : { num: num(n) }),
  children,
});
const list = (...points: [string | undefined, ...Paragraph['children']][]): List => ({
  type: 'list',
  children: points.map(([n, ...children]) => ({ type: 'point', ...(n === undefined ? {} : { num: num(n) }), children })),
});
const section = (
  level: Section['level'],
  n: string | undefined,
  title: string | undefined,
  ...children: BodyBlock[]
): Section => ({
  type: 'section',
  level,
  ...(n === undefined ? {} : { num: num(n) }),
  ...(title === undefined ? {} : { heading: { type: 'heading', children: [t(title)] } }),
  children,
});
const body = (...children: BodyBlock[]): MainBody => ({ type: 'mainBody', children });
const phrase = (role: 'preambularPhrase' | 'operativeVerb', value: string): Inline => ({
  type: 'phrase',
  role,
  children: [t(value)],
});
const note = (marker: string, ...children: P[]): Inline => ({ type: 'authorialNote', marker, children });
const resolution = (children: Part[], metadata: Partial<Metadata> = {}): Resolution => ({
  type: 'resolution',
  metadata: { kind: 'resolution', organ: 'ga', language: 'fra', ...metadata },
  children,
});

/** The XML on one line, valid as all of it, without the identification and what else does not matter to the case. */
function akn(tree: Root, options: ToAknOptions = {}): string {
  const xml = toAkn(tree, { indent: false, ...options });
  if (hasSchema) expect(validate(xml)).toEqual([]);
  return xml;
}
const withoutMeta = (xml: string) =>
  xml.replace(/<meta>.*?<\/meta>/g, '').replace(/^.*?<statement [^>]*>|<\/statement>.*$/gs, '');
const parts = (tree: Root, options?: ToAknOptions) => withoutMeta(akn(tree, options));
const bodyOf = (blocks: BodyBlock[], options?: ToAknOptions, metadata?: Partial<Metadata>) =>
  parts(resolution([body(...blocks)], metadata), options).replace(/^<mainBody>|<\/mainBody>$/g, '');
const idsOf = (xml: string) => Array.from(xml.matchAll(/ eId="([^"]*)"/g), ([, id]) => id);

// -------------------------------------------------------------------------------------------------- body

describe(`body${schemaNote}`, () => {
  test('a paragraph, its verb, its text in several blocks', () => {
    expect(
      bodyOf([paragraph('1.', p(phrase('operativeVerb', 'Prie'), ' le Secrétaire général'), p('de faire rapport.'))]),
    ).toBe(
      '<paragraph eId="para_1"><num>1.</num><content eId="para_1__content"><p><span class="italic" refersTo="#operativeVerb">' +
        'Prie</span> le Secrétaire général</p><p>de faire rapport.</p></content></paragraph>',
    );
  });

  test('lists nest in their points; what follows a list closes it, or is an alinea when its sentence has ended', () => {
    const inner = list(['i)', p('un ;')], ['ii)', p('deux ;')]);
    expect(
      bodyOf([
        paragraph('2.', p('Engage :'), list(['a)', p('à agir ;')], ['b)', p('à coopérer :'), inner]), p('et à rendre compte.')),
      ]),
    ).toBe(
      '<paragraph eId="para_2"><num>2.</num><list eId="para_2__list_1"><intro eId="para_2__list_1__intro"><p>Engage :</p></intro>' +
        '<point eId="para_2__list_1__point_a"><num>a)</num><content eId="para_2__list_1__point_a__content"><p>à agir ;</p></content></point>' +
        '<point eId="para_2__list_1__point_b"><num>b)</num><list eId="para_2__list_1__point_b__list_1">' +
        '<intro eId="para_2__list_1__point_b__list_1__intro"><p>à coopérer :</p></intro>' +
        '<point eId="para_2__list_1__point_b__list_1__point_i"><num>i)</num><content eId="para_2__list_1__point_b__list_1__point_i__content"><p>un ;</p></content></point>' +
        '<point eId="para_2__list_1__point_b__list_1__point_ii"><num>ii)</num><content eId="para_2__list_1__point_b__list_1__point_ii__content"><p>deux ;</p></content></point>' +
        '</list></point><wrapUp eId="para_2__list_1__wrapup"><p>et à rendre compte.</p></wrapUp></list></paragraph>',
    );
    const ended = bodyOf([
      paragraph('3.', p('Décide :'), list(['a)', p('un ;')], ['b)', p('deux.')]), p('Cela vaut aussi pour 2025.')),
    ]);
    expect(ended).toContain('</list><alinea eId="para_3__al_1"><content eId="para_3__al_1__content"><p>Cela vaut');
  });

  test('sections: numbering that runs through is cited by number, numbering that begins anew by section', () => {
    const running = bodyOf([
      section('section', 'I', 'Un', paragraph('1.', p('a')), section('title', 'A.', 'Sous', paragraph('2.', p('b')))),
      section('division', undefined, 'Intertitre', paragraph('3.', p('c')), paragraph(undefined, p('d'))),
    ]);
    expect(idsOf(running).filter((id) => !id?.endsWith('content'))).toEqual([
      ...['sec_I', 'para_1', 'sec_I__title_A', 'para_2', 'dvs_1', 'para_3', 'para_nn_1'],
    ]);
    expect(running).toContain('<division eId="dvs_1"><heading>Intertitre</heading><paragraph eId="para_3">');
    const anew = bodyOf([
      section('chapter', 'Chapitre I', undefined, section('article', 'Article premier', 'Objet', paragraph('1.', p('a')))),
      section('chapter', 'Chapitre II', undefined, section('article', 'Article 2', 'But', paragraph('1.', p('b')))),
    ]);
    expect(idsOf(anew).filter((id) => !id?.endsWith('content'))).toEqual([
      ...['chp_I', 'art_nn_1', 'art_nn_1__para_1', 'chp_II', 'art_2', 'art_2__para_1'],
    ]);
  });

  test('a number that the heading holds', () => {
    const chapter = { ...section('chapter', undefined, 'Chapter II. Organization', paragraph('1.', p('a'))), number: 'II' };
    expect(bodyOf([chapter])).toContain('<chapter eId="chp_II" ntoso:number="II"><heading>Chapter II. Organization</heading>');
  });

  test('flat headings, as the UN publishes them, keep the identifiers', () => {
    const blocks = [
      section('section', 'I', 'Un', paragraph('1.', p('a')), section('title', 'A.', 'Sous', paragraph('2.', p('b')))),
    ];
    const flat = bodyOf(blocks, { headings: 'flat' });
    expect(flat).toContain(
      '<paragraph eId="sec_I" class="H1"><num>I</num><subheading>Un</subheading></paragraph><paragraph eId="para_1">',
    );
    expect(flat).toContain(
      '<paragraph eId="sec_I__title_A" class="H23"><num>A.</num><subheading>Sous</subheading></paragraph>',
    );
    expect(idsOf(flat)).toEqual(idsOf(bodyOf(blocks)));
  });

  test('preambular paragraphs and ornaments under a heading and beside it', () => {
    const recital = {
      type: 'preambularParagraph' as const,
      children: [p(phrase('preambularPhrase', 'Rappelant'), ' la section II,')],
    };
    const listed = { type: 'preambularParagraph' as const, children: [p('Notant :'), list(['a)', p('un,')])] };
    const xml = bodyOf([recital, section('section', 'I', 'Un', recital, listed, { type: 'decoration', value: '* * *' })]);
    const span = '<span class="italic" refersTo="#preambularPhrase">Rappelant</span> la section II,';
    expect(xml).toContain(`<container name="Rappelant" eId="container_1"><p>${span}</p></container><section`);
    expect(xml).toContain(`<crossHeading eId="sec_I__crossHeading_1" refersTo="#preamble">${span}</crossHeading>`);
    expect(xml).toContain('<hcontainer name="container" eId="sec_I__container_1" refersTo="#preamble"><list');
    expect(xml).toContain('<crossHeading eId="sec_I__crossHeading_2"><decoration>* * *</decoration></crossHeading></section>');
  });

  test('a table; an embedded draft in the paragraph that announces it', () => {
    const cell = (value: string, header?: true) => ({
      type: 'tableCell' as const,
      ...(header && { header }),
      children: [t(value)],
    });
    const table = {
      type: 'table' as const,
      children: [{ type: 'tableRow' as const, children: [cell('Niveau', true), cell('1')] }],
    };
    expect(bodyOf([paragraph('4.', p('Fixe :'), table)])).toContain(
      '<p>Fixe :</p><table eId="para_4__content__table_1"><tr><th><p>Niveau</p></th><td><p>1</p></td></tr></table></content>',
    );
    const draft = {
      type: 'embeddedStructure' as const,
      children: [
        { type: 'formula' as const, children: [t('L’Assemblée générale,')] },
        { type: 'preambularParagraph' as const, children: [p(phrase('preambularPhrase', 'Rappelant'), ' sa résolution,')] },
        paragraph('1.', p('Réaffirme.')),
      ],
    };
    const embedded = 'para_1__content__embeddedStructure_1';
    expect(bodyOf([paragraph(undefined, p('Recommande le projet suivant :'), draft)])).toContain(
      `<p>Recommande le projet suivant :<embeddedStructure eId="${embedded}"><formula name="enactingFormula" eId="${embedded}__formula_1">` +
        `<p>L’Assemblée générale,</p></formula><container name="Rappelant" eId="${embedded}__container_1"><p>` +
        `<span class="italic" refersTo="#preambularPhrase">Rappelant</span> sa résolution,</p></container>` +
        `<paragraph eId="${embedded}__para_1"><num>1.</num>`,
    );
  });

  test('a presidential statement: the announcement is an alinea, the statement unnumbered paragraphs', () => {
    const blocks = [
      paragraph(undefined, p('At the 4959th meeting, the President said:')),
      paragraph(undefined, p('“The Council …')),
    ];
    expect(bodyOf(blocks, {}, { kind: 'presidentialStatement', organ: 'sc' })).toBe(
      '<alinea eId="al_1"><content eId="al_1__content"><p>At the 4959th meeting, the President said:</p></content></alinea>' +
        '<paragraph eId="para_1"><content eId="para_1__content"><p>“The Council …</p></content></paragraph>',
    );
  });

  test('a number that comes twice, and one that is no number', () => {
    expect(idsOf(bodyOf([paragraph('7.'), paragraph('7.'), paragraph('§'), paragraph('7.'), paragraph('7_2')]))).toEqual([
      ...['para_7', 'para_7_2', 'para_nn_1', 'para_7_3', 'para_7-2'],
    ]);
  });
});

// ------------------------------------------------------------------------------------------- preamble, cover

describe('preamble, cover page, conclusions, annexes', () => {
  test('formula, recitals, and lists in them', () => {
    const inner = list(['i)', p('premièrement,')]);
    const xml = parts(
      resolution([
        {
          type: 'preamble',
          children: [
            {
              type: 'formula',
              children: [{ type: 'emphasis', style: 'italic', children: [t('L’Assemblée générale')] }, t(',')],
            },
            {
              type: 'preambularParagraph',
              children: [
                p(phrase('preambularPhrase', 'Réaffirmant,'), ' que :'),
                list(['a)', p('un,')], ['b)', p('aider :'), inner]),
                p('et aussi,'),
              ],
            },
            { type: 'preambularParagraph', children: [p('Nous, États Membres,')] },
            { type: 'decoration', value: '* * *' },
          ],
        },
      ]),
    );
    expect(xml).toBe(
      '<preamble><formula name="enactingFormula" eId="formula_1"><p><span class="italic">L’Assemblée générale</span>,</p></formula>' +
        '<container name="Réaffirmant" eId="container_1"><blockList eId="container_1__list_1"><listIntroduction eId="container_1__list_1__intro">' +
        '<span class="italic" refersTo="#preambularPhrase">Réaffirmant,</span> que :</listIntroduction>' +
        '<item eId="container_1__list_1__item_a"><num>a)</num><p>un,</p></item><item eId="container_1__list_1__item_b"><num>b)</num>' +
        '<blockList eId="container_1__list_1__item_b__list_1"><listIntroduction eId="container_1__list_1__item_b__list_1__intro">aider :</listIntroduction>' +
        '<item eId="container_1__list_1__item_b__list_1__item_i"><num>i)</num><p>premièrement,</p></item></blockList></item>' +
        '<listWrapUp eId="container_1__list_1__wrapup">et aussi,</listWrapUp></blockList></container>' +
        '<container name="recital" eId="container_2"><p>Nous, États Membres,</p></container>' +
        '<p><decoration>* * *</decoration></p></preamble><mainBody><p/></mainBody>',
    );
  });

  test('each line of the masthead', () => {
    const line = (role: CoverPage['children'][number]['role'], value: string | undefined, ...children: Inline[]) => ({
      type: 'mastheadLine' as const,
      role,
      ...(value === undefined ? {} : { value }),
      children,
    });
    const date = (day: string, text: string): Inline => ({ type: 'date', date: day, children: [t(text)] });
    const xml = parts(
      resolution(
        [
          {
            type: 'coverPage',
            children: [
              line('publisher', undefined, t('United Nations')),
              line('symbol', 'A/RES/79/154', t('A/RES/79/154')),
              line('distribution', undefined, t('Distr.: General')),
              line('issueDate', '2024-12-19', t('19 December 2024')),
              line('originalLanguage', 'fra', t('Original: French')),
              line('session', '57', t('Fifty-seventh session')),
              line('sessionDates', undefined, date('2024-09-09', '9 September'), t('–'), date('2024-10-11', '11 October 2024')),
              line('agendaItem', '19(c)', t('Agenda item 19 (c)')),
              line('resolutionNumber', '2674 (2023)', t('Resolution 2674 (2023)')),
              line('adoption', undefined, t('Adopted on '), date('2024-12-17', '17 December 2024')),
              line(
                'basis',
                'thirdCommittee',
                t('[on the report of the Third Committee ('),
                { type: 'ref', symbol: 'A/79/451', children: [t('A/79/451')] },
                t(')]'),
              ),
              line('other', undefined, t('Please recycle')),
            ],
          },
          {
            type: 'preface',
            children: [{ type: 'title', num: num('57/19.'), children: [t('Title'), note('*', p('Of the title.'))] }],
          },
        ],
        { organ: 'hrc', language: 'eng' },
      ),
    );
    const lines = Array.from(
      xml.matchAll(/<p(?: ntoso:absent="value")?>(.*?)<\/p>(?!<\/authorialNote>)/g),
      ([, inner]) => inner,
    );
    expect(lines).toEqual(
      [
        '<docAuthority refersTo="#publisher">United Nations</docAuthority>',
        '<docNumber refersTo="#symbol">A/RES/79/154</docNumber>',
        '<docStatus refersTo="#generalDistribution">Distr.: General</docStatus>',
        '<docDate date="2024-12-19" refersTo="#dateOfIssuance">19 December 2024</docDate>',
        '<inline name="originalLanguage" refersTo="#french">Original: French</inline>',
        '<session value="57" refersTo="#humanRightsCouncilSession">Fifty-seventh session</session>',
        '<event refersTo="#humanRightsCouncilSession"><date date="2024-09-09" refersTo="#startDate">9 September</date>–' +
          '<date date="2024-10-11" refersTo="#endDate">11 October 2024</date></event>',
        '<inline name="agenda item" title="19(c)" refersTo="#agendaItem">Agenda item 19 (c)</inline>',
        '<docTitle refersTo="#resolutionNumber">Resolution <docNumber refersTo="#resolutionNumber">2674 (2023)</docNumber></docTitle>',
        '<docTitle refersTo="#adoption">Adopted on <docDate date="2024-12-17" refersTo="#adoptionDate">17 December 2024</docDate></docTitle>',
        '<docProponent refersTo="#thirdCommittee">[on the report of the Third Committee (<inline name="originating document">' +
          '<a href="https://undocs.org/en/A/79/451">A/79/451</a></inline>)]</docProponent>',
        'Please recycle',
        '<docNumber refersTo="#resolutionNumber">57/19.</docNumber> <docTitle refersTo="#resolutionTitle">Title' +
          '<authorialNote marker="*" placement="bottom" eId="authorialNote_1"><p>Of the title.</p></authorialNote></docTitle>',
        '',
      ].slice(0, -1),
    );
  });

  test('meeting, day and vote', () => {
    const xml = akn(
      resolution(
        [
          body(paragraph('1.', p('Decides.'))),
          {
            type: 'conclusions',
            children: [
              {
                type: 'adoption',
                meeting: '48',
                date: '2024-10-10',
                children: [
                  t('48th meeting'),
                  { type: 'break' },
                  { type: 'date', date: '2024-10-10', children: [t('10 October 2024')] },
                ],
              },
              {
                type: 'vote',
                children: [
                  {
                    type: 'voteGroup',
                    side: 'statement',
                    children: [t('[Adopted by a recorded vote of 29 to 14, with 4 abstentions.')],
                  },
                  { type: 'voteGroup', side: 'inFavour', children: [t('In favour: Algeria, Viet Nam')] },
                  { type: 'voteGroup', side: 'abstaining', children: [t('Abstaining: Argentina]')] },
                ],
              },
            ],
          },
        ],
        { organ: 'hrc', language: 'eng' },
      ),
    );
    expect(xml).toContain(
      '<conclusions eId="conclusions"><p><event refersTo="#adoption"><location refersTo="#adoptionMeeting" title="48">48th meeting</location>' +
        '<eol/><docDate date="2024-10-10" refersTo="#adoptionDate">10 October 2024</docDate></event></p><p>' +
        '<vote eId="vote_1" by="#hrc" as="#author"><outcome refersTo="#adoptedRecordedVote">[Adopted by a recorded vote of ' +
        '<quantity normalized="29" refersTo="#inFavour">29</quantity> to <quantity normalized="14" refersTo="#against">14</quantity>, with ' +
        '<quantity normalized="4" refersTo="#abstaining">4</quantity> abstentions.<eol/><outcome refersTo="#inFavour">In favour: ' +
        '<organization refersTo="#memberState">Algeria</organization>, <organization refersTo="#memberState">Viet Nam</organization></outcome>' +
        '<eol/><outcome refersTo="#abstaining">Abstaining: <organization refersTo="#memberState">Argentina</organization>]</outcome>' +
        '</outcome></vote></p></conclusions>',
    );
    expect(xml).toContain(
      '<voting outcome="#adoptedRecordedVote" href="#vote_1"><count value="29" refersTo="#inFavour"/><count value="14" refersTo="#against"/>' +
        '<count value="4" refersTo="#abstaining"/></voting>',
    );
  });

  test('a vote without numbers, and one with a word among them', () => {
    const vote = (...groups: [side: 'statement' | 'inFavour' | 'abstaining', text: string][]) =>
      akn(
        resolution([
          {
            type: 'conclusions',
            children: [
              { type: 'vote', children: groups.map(([side, text]) => ({ type: 'voteGroup', side, children: [t(text)] })) },
            ],
          },
        ]),
      );
    expect(vote(['statement', '[Adopted without a vote.]'])).toContain(
      '<voting outcome="#adoptedWithoutVote" href="#vote_1"><quorum value=""/></voting>',
    );
    const mixed = vote(
      ['statement', '[45 to none, with 2 abstentions.'],
      ['inFavour', 'In favour: A, B,C'],
      ['abstaining', 'Abstaining: D.]'],
    );
    expect(mixed).toContain('<count value="3" refersTo="#inFavour"/><count value="1" refersTo="#abstaining"/>');
    expect(mixed).not.toContain('<quantity');
  });

  test('annexes and appendices have documents, components and identifiers of their own', () => {
    const xml = akn(
      resolution(
        [
          body(paragraph('1.', p('Adopte', note('1', p('x'))))),
          {
            type: 'attachment',
            kind: 'annex',
            designation: { type: 'heading', children: [t('Annexe')] },
            title: { type: 'heading', children: [t('Plan d’action')] },
            children: [
              { type: 'preamble', children: [{ type: 'preambularParagraph', children: [p('Nous,')] }] },
              body(section('section', 'I.', 'Prévention', paragraph('1.', p('Agir', { type: 'noteRef', marker: '1' })))),
              { type: 'attachment', kind: 'appendix', children: [] },
            ],
          },
        ],
        { symbol: 'A/RES/64/293', adoptionDate: '2010-07-30' },
      ),
    );
    const work = '/akn/un/statement/deliberation/un-ga/2010-07-30/64-293';
    expect(xml).toContain(`<FRBRthis value="${work}/fra@/!annex_1.xml"/>`);
    expect(xml).toContain(`<FRBRthis value="${work}/!annex_1/appendix_1"/>`);
    expect(withoutMeta(xml)).toContain(
      '<attachments><attachment eId="att_1"><doc name="annex" contains="originalVersion"><preface><p><docType>Annexe</docType></p>' +
        '<p><docTitle>Plan d’action</docTitle></p></preface><preamble><container name="recital" eId="att_1__container_1"><p>Nous,</p></container></preamble>' +
        '<mainBody><section eId="att_1__sec_I"><num>I.</num><heading>Prévention</heading><paragraph eId="att_1__para_1"><num>1.</num>' +
        '<content eId="att_1__para_1__content"><p>Agir<noteRef href="#authorialNote_1" marker="1" placement="bottom"/></p></content></paragraph>' +
        '</section></mainBody><attachments><attachment eId="att_1__att_1"><doc name="appendix" contains="originalVersion"><mainBody><p/></mainBody></doc>' +
        '</attachment></attachments></doc></attachment></attachments>',
    );
  });

  test('resolutions A and B in one document', () => {
    const part = (letter: string) =>
      resolution([body(paragraph('1.', p('Decides.')))], { symbol: `A/RES/79/252 ${letter}`, adoptionDate: '2024-12-24' });
    const xml = akn({
      type: 'collection',
      metadata: { kind: 'resolution', organ: 'ga', language: 'eng', symbol: 'A/RES/79/252 A-B', adoptionDate: '2024-12-24' },
      children: [
        { type: 'preface', children: [{ type: 'title', num: num('79/252.'), children: [t('Common system')] }] },
        part('A'),
        part('B'),
      ],
    });
    expect(xml).toContain('<FRBRuri value="/akn/un/documentCollection/publication/un-ga/2024-12-24/A-RES-79-252_A-B"/>');
    expect(xml).toContain('<FRBRalias name="unPublished" value="/akn/un/statement/deliberation/unga/2024-12-24/79-252/"/>');
    expect(xml).toContain(
      '<collectionBody><component eId="collectionBody__cmp_1"><documentRef eId="dref_1" href="#cmp_A" showAs="A/RES/79/252 A"/></component>' +
        '<component eId="collectionBody__cmp_2"><documentRef eId="dref_2" href="#cmp_B" showAs="A/RES/79/252 B"/></component></collectionBody>',
    );
    expect(xml).toContain('<component eId="cmp_B"><statement name="resolution" contains="originalVersion">');
    expect(xml).toContain('<FRBRuri value="/akn/un/statement/deliberation/un-ga/2024-12-24/79-252B"/>');
    expect(xml).toContain('<paragraph eId="cmp_B__para_1">');
  });
});

// ------------------------------------------------------------------------------------------------ inline

describe('inline', () => {
  const inline = (nodes: Inline[], options?: ToAknOptions, metadata?: Partial<Metadata>) =>
    /<p>(.*)<\/p><\/content>/s.exec(bodyOf([paragraph('1.', p(...nodes)), paragraph('5.')], options, metadata))?.[1];
  const ref = (symbol: string, more: object = {}): Inline => ({ type: 'ref', symbol, children: [t('x')], ...more });

  test('typography, and the phrase as each language prints it', () => {
    const styles = (['italic', 'sup'] as const).map((style): Inline => ({ type: 'emphasis', style, children: [t('o')] }));
    expect(inline(styles)).toBe('<span class="italic">o</span><sup>o</sup>');
    const verb = [phrase('operativeVerb', 'x')];
    expect(inline(verb, {}, { language: 'zho' })).toContain('class="bold"');
    expect(inline(verb, {}, { language: 'ara' })).toContain('class="bold italic"');
    expect(inline(verb, {}, { language: 'ara', organ: 'hrc' })).toContain('class="italic"');
  });

  test('a second call finds the last note of its marker; a call without note is raised', () => {
    const call: Inline = { type: 'noteRef', marker: '3' };
    expect(inline([call, note('3', p('un')), call, note('3', p('deux')), call])).toBe(
      '<sup class="noteRef">3</sup><authorialNote marker="3" placement="bottom" eId="authorialNote_1"><p>un</p></authorialNote>' +
        '<noteRef href="#authorialNote_1" marker="3" placement="bottom"/>' +
        '<authorialNote marker="3" placement="bottom" eId="authorialNote_2"><p>deux</p></authorialNote>' +
        '<noteRef href="#authorialNote_2" marker="3" placement="bottom"/>',
    );
  });

  test('a citation is a Work when its day is known, else a page', () => {
    const work = '/akn/un/statement/deliberation';
    expect(inline([ref('A/RES/64/293', { date: '2010-07-30' })])).toBe(
      `<ref href="${work}/un-ga/2010-07-30/64-293/!main">x</ref>`,
    );
    expect(inline([ref('S/RES/1325 (2000)')], { adoptionDate })).toBe(
      `<ref href="${work}/un-sc/2000-10-31/1325-2000/!main" ntoso:absent="date">x</ref>`,
    );
    expect(inline([ref('A/RES/64/293', { date: '2010-02-30' })])).toBe(
      '<a href="https://undocs.org/fr/A/RES/64/293" ntoso:date="2010-02-30">x</a>',
    );
    expect(inline([ref('S/RES/1325 (2000)')])).toBe('<a href="https://undocs.org/fr/S/RES/1325(2000)">x</a>');
    // a report has no Work IRI of a deliberation, whatever its date
    expect(inline([ref('A/79/451', { date: '2024-11-01' })])).toBe(
      '<a href="https://undocs.org/fr/A/79/451" ntoso:date="2024-11-01">x</a>',
    );
    expect(inline([ref('E/2013/30 "<é>')], {}, { language: 'und' })).toBe(
      '<a href="https://undocs.org/en/E/2013/30%22%3C%C3%A9%3E" ntoso:symbol="E/2013/30 &quot;&lt;é&gt;">x</a>',
    );
  });

  test('a part of a cited document', () => {
    const cite = (part: object) => inline([ref('A/RES/64/293', { date: '2010-07-30', part })]);
    const work = '/akn/un/statement/deliberation/un-ga/2010-07-30/64-293';
    expect(cite({ annex: '2' })).toBe(`<ref href="${work}/!annex_2">x</ref>`);
    expect(cite({ paragraph: '4' })).toBe(`<ref href="${work}/!main#para_4">x</ref>`);
    expect(cite({ paragraph: '1', upTo: '7' })).toBe(`<rref from="${work}/!main#para_1" upTo="${work}/!main#para_7">x</rref>`);
  });

  test('a part of this document', () => {
    const own = (target: 'paragraph' | 'section' | 'annex', n: string): Inline => ({
      type: 'internalRef',
      target,
      num: n,
      children: [t('x')],
    });
    expect(inline([own('paragraph', '5'), own('annex', '')])).toBe(
      '<ref href="#para_5">x</ref><ref href="!annex_1" ntoso:num="">x</ref>',
    );
    const twice = bodyOf([
      section('section', 'I', 'a', paragraph('1.', p(own('section', 'II')))),
      section('section', 'II', 'b', paragraph('1.', p('y')), paragraph('2.', p(own('paragraph', '2')))),
    ]);
    expect(twice).toContain('<ref href="#sec_II">');
    expect(twice).toContain('<ref href="#sec_II__para_2">');
  });

  test('dates are marked unless that is not wanted, or they are none', () => {
    const date = (day: string): Inline => ({ type: 'date', date: day, children: [t('30 juillet 2010')] });
    expect(inline([date('2010-07-30')])).toBe('<date date="2010-07-30">30 juillet 2010</date>');
    expect(inline([date('2010-07-30')], { dates: false })).toBe('30 juillet 2010');
    expect(inline([date('2010-07-32')])).toBe('<inline name="date" title="2010-07-32">30 juillet 2010</inline>');
  });
});

// ------------------------------------------------------------------------------------------- identification

describe('identification', () => {
  const identify = (metadata: Partial<Metadata>, options: ToAknOptions = {}) => {
    const messages: Diagnostic[] = [];
    const xml = akn(resolution([], metadata), { ...options, report: (message) => messages.push(message) });
    const work = /<FRBRWork>.*<\/FRBRWork>/s.exec(xml)?.[0] ?? '';
    return {
      xml,
      uri: /<FRBRuri value="([^"]*)"/.exec(work)?.[1],
      date: /<FRBRdate ([^>]*)\/>/.exec(work)?.[1],
      aliases: Array.from(work.matchAll(/<FRBRalias name="(\w+)" value="([^"]*)"/g), ([, name, value]) => [name, value]),
      messages: messages.map(({ ruleId }) => ruleId),
    };
  };

  test('symbol and day are known', () => {
    const { xml, uri, date, aliases, messages } = identify({
      symbol: 'A/RES/79/154',
      adoptionDate: '2024-12-17',
      issueDate: '2024-12-19',
      title: 'Traite des femmes et des filles',
      jobNumber: '24-24335',
    });
    expect(uri).toBe('/akn/un/statement/deliberation/un-ga/2024-12-17/79-154');
    expect(date).toBe('date="2024-12-17" name="adoption"');
    expect(aliases).toEqual([
      ['symbol', 'A/RES/79/154'],
      ['unPublished', '/akn/un/statement/deliberation/unga/2024-12-17/79-154/'],
    ]);
    expect(messages).toEqual([]);
    expect(xml).toContain(
      '<FRBRnumber value="79-154" showAs="79/154"/><FRBRname value="Traite des femmes et des filles"/></FRBRWork>',
    );
    expect(xml).toContain('<FRBRthis value="/akn/un/statement/deliberation/un-ga/2024-12-17/79-154/fra@/!main.xml"/>');
    expect(xml).toContain(
      '<FRBRuri value="/akn/un/statement/deliberation/un-ga/2024-12-17/79-154/fra@.xml"/><FRBRdate date="2024-12-19" name="publication"/>',
    );
    expect(xml).toContain('<step date="2024-12-17" by="#ga" as="#author" outcome="#adopted"/>');
    expect(xml).toContain('<docketNumber refersTo="#publicationJobNumber">24-24335</docketNumber>');
  });

  test('the day of the mark-up is the caller’s, or that of the text', () => {
    const known = { symbol: 'A/RES/79/154', adoptionDate: '2024-12-17' };
    expect(identify(known, { markupDate: '2026-01-01' }).xml).toContain('<FRBRdate date="2026-01-01" name="markup"/>');
    expect(identify(known, { markupDate: 'today' }).xml).not.toContain('name="markup"');
  });

  test('a number without symbol, a day from the caller’s table', () => {
    const { uri, aliases } = identify({ number: '64/293' }, { adoptionDate });
    expect(uri).toBe('/akn/un/statement/deliberation/un-ga/2010-07-30/64-293');
    expect(aliases[0]).toEqual(['symbol', 'A/RES/64/293']);
  });

  test('the day is unknown but its year is in the number', () => {
    const { uri, date, aliases, messages } = identify({ organ: 'ecosoc', symbol: 'E/RES/2021/25' });
    expect(uri).toBe('/akn/un/statement/deliberation/un-ecosoc/2021-01-01/2021-25');
    expect(date).toBe('date="2021-01-01" name="yearOfNumber"');
    expect(aliases).toEqual([['symbol', 'E/RES/2021/25']]);
    expect(messages).toEqual(['date-inferred-year']);
  });

  test('the day is unknown', () => {
    const { uri, date, xml, messages } = identify({ symbol: 'A/RES/79/154', adoptionDate: '2024-02-30' });
    expect(uri).toBe('/akn/un/statement/deliberation/un-ga/1900-01-01/79-154');
    expect(date).toBe('date="1900-01-01" name="unknown"');
    expect(xml).not.toContain('<workflow');
    expect(messages).toEqual(['date-unknown']);
  });

  test('nothing is known: the number comes from the title', () => {
    const title = 'Amélioration  de la coordination de l’action contre\nla traite des personnes'.normalize('NFD');
    const { uri, aliases, messages, xml } = identify({ title });
    expect(uri).toBe('/akn/un/statement/deliberation/un-ga/1900-01-01/nn-d9db9c7b');
    expect(aliases).toEqual([]);
    expect(messages).toEqual(['date-unknown', 'identity-unknown']);
    expect(xml).toContain('showAs="[no symbol]"');
    // no title either: the first words tell documents apart
    const [one, other] = ['x', 'y'].map((word) => toAkn(resolution([body(paragraph('1.', p(word)))])));
    const number = (xml = '') => /FRBRnumber value="([^"]*)"/.exec(xml)?.[1];
    expect(number(one)).toMatch(/^nn-[0-9a-f]{8}$/);
    expect(number(one)).not.toBe(number(other));
  });

  test.each([
    ['A/RES/57/270 B', 'ga', 'resolution', '57-270B'],
    ['A/RES/ES-11/1', 'ga', 'resolution', 'ES-11-1'],
    ['A/RES/S‑32/1*', 'ga', 'resolution', 'S-32-1'],
    ['A/RES/217 A (III)', 'ga', 'resolution', '217A-III'],
    ['A/RES/2758 (XXVI)', 'ga', 'resolution', '2758-XXVI'],
    ['A/RES/1874 (S-IV)', 'ga', 'resolution', '1874-S-IV'],
    ['A/DEC/78/419', 'ga', 'decision', '78-419'],
    ['S/RES/1325\u00a0(2000)', 'sc', 'resolution', '1325-2000'],
    ['S/RES/2510(2019)', 'sc', 'resolution', '2510-2019'],
    ['S/PRST/2004/12', 'sc', 'presidentialStatement', 'PRST-2004-12'],
    ['S/2023/638', 'sc', 'other', 'S-2023-638'],
    ['A/64/L.64', 'ga', 'other', 'A-64-L.64'],
    ['E/RES/2021/2 B', 'ecosoc', 'resolution', '2021-2B'],
    ['E/RES/1566 (L)', 'ecosoc', 'resolution', '1566-L'],
    ['E/RES/155 C (VII)', 'ecosoc', 'resolution', '155C-VII'],
    ['E/DEC/2014/201', 'ecosoc', 'decision', '2014-201'],
    ['A/HRC/RES/S-31/1', 'hrc', 'resolution', 'S-31-1'],
    ['A/HRC/DEC/28/101', 'hrc', 'decision', '28-101'],
    ['A/HRC/57/L.1', 'hrc', 'other', 'A-HRC-57-L.1'],
  ])('%s', (symbol, organ, kind, number) => {
    expect(parseSymbol(symbol)).toMatchObject({ organ, kind, number });
  });

  test('the year that a number gives', () => {
    const year = (symbol: string) => parseSymbol(symbol)?.year;
    expect(
      ['S/RES/1973 (2011)', 'E/RES/2021/25', 'S/PRST/2004/12', 'S/2023/638', 'A/RES/64/293', 'A/2003/1'].map(year),
    ).toEqual([...['2011', '2021', '2004', '2023', undefined, undefined]]);
  });

  test('what is not of the four organs', () => {
    expect(parseSymbol('FCCC/CP/2015/10/Add.1')).toBeUndefined();
    expect(parseSymbol('')).toBeUndefined();
    expect(undocsUrl('FCCC/CP/2015/10/Add.1', 'zho')).toBe('https://undocs.org/zh/FCCC/CP/2015/10/Add.1');
  });

  test('real days', () => {
    expect(['2024-02-29', '2023-02-29', '2023-00-10', '2023-12-32', '0001-01-01', '2023-1-1', undefined].map(isDay)).toEqual([
      ...[true, false, false, false, false, false, false],
    ]);
  });
});

// ----------------------------------------------------------------------------------------------- numbers

describe('numbers of identifiers', () => {
  test.each([
    ...[
      ['1.', '1'],
      ['1 -', '1'],
      ['(a)', 'a'],
      ['2.1.', '2-1'],
      ['ii)', 'ii'],
      ['A.', 'A'],
      ['1 bis.', '1bis'],
      ['Ⅱ.', 'II'],
    ],
    ...[
      ['(أ)', 'a'],
      ['(ب)', 'b'],
      ['(هـ)', 'e'],
      ['٤-', '4'],
      ['’1‘', 'i'],
      ['’12‘', 'xii'],
    ],
    ...[
      ['(一)', 'a'],
      ['㈠', 'i'],
      ['㈩', 'x'],
      ['(十二)', 'l'],
      ['１．', '1'],
      ['①', '1'],
    ],
    ...[
      ['с)', 'c'],
      ['•', ''],
      ['§ 5', '5'],
      ['…', ''],
      ['😀', ''],
      ['', ''],
      ['x'.repeat(17), ''],
      ['α)', ''],
    ],
  ])('%s → %s', (printed, number) => {
    expect(cleanNumber(printed as string)).toBe(number);
  });

  test('the Russian alphabet, and the Latin one from a Russian keyboard', () => {
    expect(siblingNumbers(['а)', 'б)', 'в)', 'г)', 'д)', 'е)'])).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(siblingNumbers(['а)', 'b)', 'с)', 'd)', 'е)'])).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test.each([
    ['Chapitre II', 'chapter', 'II'],
    ['Article 3', 'article', '3'],
    ['第二章', 'chapter', 'II'],
    ['第三条', 'article', '3'],
    ['一、', 'section', 'I'],
    ['Part A', 'part', 'A'],
    ['Première partie', 'part', ''],
  ])('%s', (printed, level, number) => {
    expect(cleanSectionNumber(printed, level)).toBe(number);
  });
});

// ------------------------------------------------------------------------------------------ limits, misuse

describe('limits', () => {
  test('a list nested a thousand deep keeps its words, and says so', () => {
    let deep = list(['a)', p('word 1000')]);
    for (let k = 999; k > 0; k--) deep = list(['a)', p(`word ${k}`), deep]);
    const messages: Diagnostic[] = [];
    const xml = akn(resolution([body(paragraph('1.', deep))]), { report: (message) => messages.push(message) });
    expect(Array.from(xml.matchAll(/word (\d+)/g), ([, k]) => Number(k))).toEqual(
      Array.from({ length: 1000 }, (_, k) => k + 1),
    );
    expect(messages[0]).toMatchObject({ ruleId: 'too-deep', severity: 'warning' });
  });

  test('sections, emphasis, notes, annexes and drafts that deep, too', () => {
    const nest = <Node>(start: Node, wrap: (inner: Node, k: number) => Node) => {
      let node = start;
      for (let k = 300; k > 0; k--) node = wrap(node, k);
      return node;
    };
    const inner = p('last');
    const trees: Part[] = [
      body(nest<BodyBlock>(paragraph('1.', inner), (child, k) => section('section', 'I', `word ${k}`, child))),
      body(
        nest<BodyBlock>(paragraph('1.', inner), (child, k) => ({
          ...section('section', 'I', undefined),
          heading: { type: 'heading', children: [t(`word ${k}`)] },
          children: [child],
        })),
      ),
      body(
        paragraph(
          '1.',
          p(nest<Inline>(t('last'), (child, k) => ({ type: 'emphasis', style: 'bold', children: [t(`word ${k}`), child] }))),
        ),
      ),
      body(paragraph('1.', p(nest<Inline>(t('last'), (child, k) => note('1', p(`word ${k}`, child)))))),
      body(
        nest<BodyBlock>(paragraph('1.', inner), (child, k) =>
          paragraph('1.', p(`word ${k}`), { type: 'embeddedStructure', children: [child] }),
        ),
      ),
      nest<Part>({ type: 'attachment', kind: 'annex', children: [body(paragraph('1.', inner))] }, (child, k) => ({
        type: 'attachment',
        kind: 'annex',
        title: { type: 'heading', children: [t(`word ${k}`)] },
        children: child.type === 'attachment' ? [child] : [],
      })),
      body(section('section', 'I', undefined)),
    ];
    const heading = nest<Inline>(t('last'), (child, k) => ({
      type: 'emphasis',
      style: 'bold',
      children: [t(`word ${k}`), child],
    }));
    trees[1] = body({ type: 'section', level: 'part', heading: { type: 'heading', children: [heading] }, children: [] });
    for (const tree of trees.slice(0, -1)) {
      const xml = withoutMeta(akn(resolution([tree])));
      expect(Array.from(xml.matchAll(/word (\d+)/g), ([, k]) => Number(k))).toEqual(
        Array.from({ length: 300 }, (_, k) => k + 1),
      );
      expect(xml).toContain('last');
    }
  });

  test('a tree of ordinary depth is not touched', () => {
    const tree = resolution([body(paragraph('1.', p('x'), list(['a)', p('y')])))]);
    expect(limitDepth(tree)).toBe(tree);
  });

  test('thousands of paragraphs of which many have the same number have an eId each', () => {
    const paragraphs = Array.from({ length: 6_000 }, (_, k) =>
      paragraph(`${k % 7}.`, p('x', note('1', p('n')), { type: 'noteRef', marker: '1' }), list(['a)', p('y')])),
    );
    const xml = toAkn(resolution([body(section('section', 'I', 'x', ...paragraphs))]));
    const own = Array.from(xml.matchAll(/<paragraph eId="([^"]*)"/g), ([, eId]) => eId);
    expect(own).toEqual(paragraphs.map((_, k) => (k < 7 ? `para_${k}` : `para_${k % 7}_${Math.floor(k / 7) + 1}`)));
    const all = idsOf(xml);
    expect(all.length).toBeGreaterThan(6 * paragraphs.length);
    expect(new Set(all).size).toBe(all.length);
    const called = Array.from(xml.matchAll(/<noteRef href="#([^"]*)"/g), ([, eId]) => eId);
    expect(called).toEqual(paragraphs.map((_, k) => `authorialNote_${k + 1}`));
  });
});

test('misuse throws TypeError', () => {
  for (const wrong of [
    undefined,
    null,
    'text',
    {},
    { type: 'p', children: [] },
    { type: 'resolution' },
    { type: 'resolution', children: [] },
  ]) {
    expect(() => toAkn(wrong as never)).toThrow(TypeError);
  }
  const wrongNode = resolution([body({ type: 'table', children: [] } as never)]);
  expect(() => toAkn(wrongNode)).toThrow('not of a body: table');
});

test('indented by default, text on one line', () => {
  const xml = toAkn(resolution([body(paragraph('1.', p('x ', phrase('operativeVerb', 'y'))))]));
  expect(xml).toContain(
    '\n        <content eId="para_1__content">\n          <p>x <span class="italic" refersTo="#operativeVerb">y</span></p>\n',
  );
});

// ------------------------------------------------------------------------------------------------- dates

const FACTS = '../shared/reference/symbol-dates.json';
test.skipIf(!existsSync(FACTS))(
  `the days of adoption are the 7,506 known${existsSync(FACTS) ? '' : ` (skipped: ${FACTS} is not here)`}`,
  () => {
    const { dates } = JSON.parse(readFileSync(FACTS, 'utf8')) as { dates: Record<string, string> };
    expect(Object.keys(dates).length).toBe(7506);
    for (const [symbol, date] of Object.entries(dates)) expect([symbol, adoptionDate(symbol)]).toEqual([symbol, date]);
  },
);

test('days of adoption', () => {
  expect(adoptionDate('A/RES/64/293')).toBe('2010-07-30');
  expect(adoptionDate('S/RES/1325 (2000)')).toBe('2000-10-31');
  expect(adoptionDate('A/RES/64/9999')).toBeUndefined();
  expect(adoptionDate('constructor')).toBeUndefined();
});
