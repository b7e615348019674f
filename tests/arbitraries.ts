/** Arbitrary trees: every node type where the types allow it, with the oddest content. */
import fc, { type Arbitrary } from 'fast-check';
import type * as ast from '../src/ast.ts';

/** Text as it comes: words, mark-up characters, controls, halves of pairs, six scripts, white space. */
export const text: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Recalling',
      ' its resolution ',
      'L’Assemblée générale, ',
      'a < b & c > d ]]> "e" \'f\'',
      '\u0000\u0007\u000b',
      '\ud800',
      'x\udfffy',
      '\ufffe\uffff',
      'line\r\nend\ttab',
      ' ',
      '   ',
      '',
      'وإذ تشير',
      '回顾',
      'ссылаясь',
      '1．',
      '\u0085\u2028\u00a0',
      '😀',
    ),
  },
);

const num = fc.oneof(
  fc.constantFrom(
    '1.',
    '2.',
    '1 -',
    '(a)',
    'b)',
    'i)',
    '(أ)',
    '(هـ)',
    '’1‘',
    '㈠',
    '(一)',
    '第二章',
    '十二',
    'I.',
    'II',
    'A.',
    '2.1.',
    'б)',
    'с)',
  ),
  fc.constantFrom('…', '§', '•', '–', '😀', '', ' ', '1 2', 'a_b', 'x'.repeat(40), '٣', 'Chapitre II', 'Article 3', '"<&>'),
  fc.nat(20).map((n) => `${n}.`),
  text,
);
const day = fc.constantFrom(
  '2010-07-30',
  '2024-02-29',
  '2023-02-29',
  '0001-01-01',
  '2010-13-01',
  'today',
  '',
  '2010-07-30T00:00:00',
);
const symbol = fc.oneof(
  fc.constantFrom(
    'A/RES/64/293',
    'A/RES/57/270 B',
    'A/RES/217 A (III)',
    'S/RES/1325 (2000)',
    'S/PRST/2004/12',
    'E/RES/2021/25',
  ),
  fc.constantFrom(
    'A/HRC/RES/57/19',
    'A/RES/ES-11/1',
    'A/DEC/78/419 B',
    'A/64/L.64',
    'FCCC/CP/2015/10/Add.1',
    'S/2023/638',
    'A/',
    '',
  ),
  text,
);
const marker = fc.oneof(fc.constantFrom('1', '2', '*', 'a', ''), text);

/** An object of the given shape whose undefined properties are left out, as the types want them. */
function node<T extends object>(shape: { [K in keyof T]-?: Arbitrary<T[K] | undefined> }): Arbitrary<T> {
  const properties = shape as Record<string, Arbitrary<unknown>>;
  return fc.record(properties).map((made) => {
    return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as T;
  });
}
type Shape<T> = { [K in Exclude<keyof T, 'position' | 'data' | 'type'>]-?: Arbitrary<T[K] | undefined> };
function typed<T extends { type: string }>(type: T['type'], shape: Shape<T>): Arbitrary<T> {
  return node<T>({ type: fc.constant(type), ...shape } as never);
}
const maybe = <T>(arbitrary: Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const several = <T>(arbitrary: Arbitrary<T>, maxLength = 3) => fc.array(arbitrary, { maxLength });

const { inlines, blocks, bodyBlocks, attachment } = fc.letrec<{
  inline: ast.Inline;
  inlines: ast.Inline[];
  p: ast.P;
  list: ast.List;
  table: ast.Table;
  embeddedStructure: ast.EmbeddedStructure;
  block: ast.Block;
  blocks: ast.Block[];
  preambularParagraph: ast.PreambularParagraph;
  paragraph: ast.Paragraph;
  section: ast.Section;
  bodyBlock: ast.BodyBlock;
  bodyBlocks: ast.BodyBlock[];
  attachment: ast.Attachment;
}>((tie) => ({
  inlines: several(tie('inline')),
  inline: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    { weight: 8, arbitrary: typed<ast.Text>('text', { value: text }) },
    typed<ast.Break>('break', {}),
    typed<ast.NoteRef>('noteRef', { marker }),
    typed<ast.Emphasis>('emphasis', {
      style: fc.constantFrom('italic', 'bold', 'underline', 'sup', 'sub'),
      children: tie('inlines'),
    }),
    typed<ast.Phrase>('phrase', { role: fc.constantFrom('preambularPhrase', 'operativeVerb'), children: tie('inlines') }),
    typed<ast.AuthorialNote>('authorialNote', { marker, children: several(tie('p'), 2) }),
    typed<ast.Ref>('ref', {
      symbol,
      date: maybe(day),
      part: maybe(node<NonNullable<ast.Ref['part']>>({ annex: maybe(num), paragraph: maybe(num), upTo: maybe(num) })),
      children: tie('inlines'),
    }),
    typed<ast.InternalRef>('internalRef', {
      target: fc.constantFrom('paragraph', 'section', 'annex'),
      num: fc.oneof(fc.constantFrom('1', '2', 'I', 'II'), num),
      children: tie('inlines'),
    }),
    typed<ast.DateText>('date', { date: day, children: tie('inlines') }),
  ),
  p: typed<ast.P>('p', { children: tie('inlines') }),
  list: typed<ast.List>('list', {
    children: several(
      typed<ast.Point>('point', { num: maybe(typed<ast.Num>('num', { value: num })), children: tie('blocks') }),
    ),
  }),
  table: typed<ast.Table>('table', {
    children: several(
      typed<ast.TableRow>('tableRow', {
        children: several(typed<ast.TableCell>('tableCell', { header: maybe(fc.boolean()), children: tie('inlines') })),
      }),
    ),
  }),
  embeddedStructure: typed<ast.EmbeddedStructure>('embeddedStructure', {
    children: several(
      fc.oneof(
        { maxDepth: 4 },
        typed<ast.Formula>('formula', { children: tie('inlines') }),
        tie('preambularParagraph'),
        tie('bodyBlock'),
      ),
    ),
  }),
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 4, arbitrary: tie('p') },
    { weight: 3, arbitrary: tie('list') },
    tie('table'),
    tie('embeddedStructure'),
  ),
  blocks: several(tie('block')),
  preambularParagraph: typed<ast.PreambularParagraph>('preambularParagraph', { children: tie('blocks') }),
  paragraph: typed<ast.Paragraph>('paragraph', { num: maybe(typed<ast.Num>('num', { value: num })), children: tie('blocks') }),
  section: typed<ast.Section>('section', {
    level: fc.constantFrom('part', 'section', 'title', 'chapter', 'article', 'division'),
    num: maybe(typed<ast.Num>('num', { value: num })),
    number: maybe(num),
    heading: maybe(typed<ast.Heading>('heading', { children: tie('inlines') })),
    children: tie('bodyBlocks'),
  }),
  bodyBlock: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 5, arbitrary: tie('paragraph') },
    { weight: 3, arbitrary: tie('section') },
    tie('preambularParagraph'),
    typed<ast.Decoration>('decoration', { value: text }),
  ),
  bodyBlocks: several(tie('bodyBlock')),
  attachment: typed<ast.Attachment>('attachment', {
    kind: fc.constantFrom('annex', 'appendix'),
    number: maybe(num),
    designation: maybe(typed<ast.Heading>('heading', { children: tie('inlines') })),
    title: maybe(typed<ast.Heading>('heading', { children: tie('inlines') })),
    children: fc
      .tuple(
        several(preamble(tie('inlines'), tie('preambularParagraph')), 1),
        several(typed<ast.MainBody>('mainBody', { children: tie('bodyBlocks') }), 1),
        fc.oneof({ maxDepth: 2 }, fc.constant<ast.Attachment[]>([]), several(tie('attachment'), 2)),
      )
      .map((parts) => parts.flat()),
  }),
}));

export { attachment, blocks, bodyBlocks, inlines };

function preamble(children: Arbitrary<ast.Inline[]>, recital: Arbitrary<ast.PreambularParagraph>): Arbitrary<ast.Preamble> {
  return typed<ast.Preamble>('preamble', {
    children: several<ast.Formula | ast.PreambularParagraph | ast.Decoration>(
      fc.oneof(typed<ast.Formula>('formula', { children }), recital, typed<ast.Decoration>('decoration', { value: text })),
    ),
  });
}

const mastheadLine = typed<ast.MastheadLine>('mastheadLine', {
  role: fc.constantFrom(
    ...(['publisher', 'organ', 'subsidiaryOrgan', 'symbol', 'distribution', 'issueDate', 'languageOfExpression'] as const),
    ...(['originalLanguage', 'session', 'sessionDates', 'agendaItem', 'agendaTitle', 'documentType', 'decisionType'] as const),
    ...(['resolutionNumber', 'adoption', 'basis', 'sponsors', 'other'] as const),
  ),
  value: maybe(
    fc.oneof(fc.constantFrom('79', '19(c)', 'thirdCommittee', 'eng', '2674 (2023)', '2024-12-19', 'constructor'), text),
  ),
  children: fc.oneof(inlines, fc.constant<ast.Inline[]>([{ type: 'text', value: 'Resolution 2674 (2023)' }])),
});
const voteGroup = typed<ast.VoteGroup>('voteGroup', {
  side: fc.constantFrom('statement', 'inFavour', 'against', 'abstaining'),
  children: fc.oneof(
    inlines,
    fc
      .constantFrom(
        '[Adopted by a recorded vote of 29 to 14, with ٤ abstentions.',
        'In favour: Algeria, Viet Nam .]',
        '赞成：中国、越南',
      )
      .map((value): ast.Inline[] => [{ type: 'text', value }]),
  ),
});

const metadata: Arbitrary<ast.Metadata> = node<ast.Metadata>({
  kind: fc.constantFrom('resolution', 'resolutionDraft', 'decision', 'presidentialStatement', 'other'),
  organ: fc.constantFrom('ga', 'sc', 'ecosoc', 'hrc', 'un'),
  language: fc.constantFrom('eng', 'fra', 'spa', 'rus', 'ara', 'zho', 'und'),
  symbol: maybe(symbol),
  number: maybe(fc.oneof(fc.constantFrom('64/293', '1325 (2000)', '2021/25', '79/252 A-B'), text)),
  title: maybe(text),
  adoptionDate: maybe(day),
  issueDate: maybe(day),
  session: maybe(text),
  agendaItems: maybe(several(text)),
  meeting: maybe(text),
  committee: maybe(text),
  jobNumber: maybe(text),
  source: maybe(text),
});

const coverPage = typed<ast.CoverPage>('coverPage', { children: several(mastheadLine, 6) });
const preface = typed<ast.Preface>('preface', {
  children: several(typed<ast.Title>('title', { num: maybe(typed<ast.Num>('num', { value: num })), children: inlines }), 2),
});
const conclusions = typed<ast.Conclusions>('conclusions', {
  children: several<ast.Conclusions['children'][number]>(
    fc.oneof(
      typed<ast.Adoption>('adoption', { meeting: maybe(text), date: maybe(day), children: inlines }),
      typed<ast.Vote>('vote', { children: several(voteGroup, 4) }),
      typed<ast.P>('p', { children: inlines }),
    ),
  ),
});
const recital = typed<ast.PreambularParagraph>('preambularParagraph', { children: blocks });
const mainBody = typed<ast.MainBody>('mainBody', { children: bodyBlocks });

/** A resolution, its parts in the order of the tree; each may be absent, empty or there twice. */
export const resolution: Arbitrary<ast.Resolution> = typed<ast.Resolution>('resolution', {
  metadata,
  children: fc
    .tuple(
      several(coverPage, 1),
      several(preface, 2),
      several(preamble(inlines, recital), 2),
      several(mainBody, 2),
      several(conclusions, 1),
      several(attachment, 2),
    )
    .map((parts) => parts.flat()),
});

export const collection: Arbitrary<ast.Collection> = typed<ast.Collection>('collection', {
  metadata,
  children: fc.tuple(several(coverPage, 1), several(preface, 1), several(resolution, 2)).map((parts) => parts.flat()),
});

export const root: Arbitrary<ast.Root> = fc.oneof({ weight: 5, arbitrary: resolution }, { weight: 1, arbitrary: collection });
