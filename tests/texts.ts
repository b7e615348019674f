/** Arbitrary inputs: garbage, heaps of what resolutions are made of, and real texts gone wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc, { type Arbitrary } from 'fast-check';

const folder = fileURLToPath(new URL('../samples/', import.meta.url));
export const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(folder + name, 'utf8'));

/** What resolutions and their extractions are made of; none of it has to stand where it belongs. */
const fragment: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    // frame
    'United Nations',
    'A/RES/64/292',
    'Distr.: General',
    '3 August 2010',
    'Sixty-fourth session',
    'Agenda item 48',
    'Resolution adopted by the General Assembly on 28 July 2010',
    '64/292. The human right to water and sanitation',
    'The General Assembly,',
    'L’Assemblée générale,',
    'الجمعية العامة،',
    '大会，',
    'Генеральная Ассамблея,',
    '108th plenary meeting',
    '46e séance plénière',
    '[Adopted by a recorded vote of 2 to 1, with 1 abstention.',
    'In favour: Angola, Fiji]',
    'Annex II',
    'Annexe',
    'Appendix',
    'Chapter II. Organization',
    'A',
    'B',
    '* * *',
    // sentences
    'Recalling its resolution 55/2 of 8 September 2000',
    'Rappelant également ses résolutions 61/16,',
    'Decides to remain seized of the matter.',
    'Prie le Secrétaire général :',
    'paragraph 5 above, and its annex,',
    'particul ier',
    'particulier',
    'l ’action',
    '17 December 1966',
    'n° 39574',
    'CO2 in km²',
  ),
  // numbers
  fc.constantFrom(
    '1.',
    '2.',
    '12.',
    '(a)',
    'a)',
    'b)',
    '(i)',
    'i)',
    '(ii)',
    'I.',
    'II',
    '•',
    '- ',
    '–',
    '一、',
    '(一)',
    'أ)',
    'a) i)',
    '1. a)',
  ),
  // marks
  fc.constantFrom(
    '¹',
    '²',
    '¹²',
    '1',
    '2',
    '*',
    '**',
    '<sup>1</sup>',
    '^{1}',
    '^1',
    '^e',
    '(1)',
    '¹ See',
    '1 See',
    '* See',
    '[^1]: See',
  ),
  fc.constantFrom(
    '*',
    '_',
    '**',
    '***',
    '`',
    '[',
    '](#)',
    '[A/1](#)',
    '![x](y.png)',
    '<sup>',
    '</sup>',
    '<i>',
    '\\*',
    '# ',
    '## ',
  ),
  // pages
  fc.constantFrom(
    '\f',
    '__________________',
    '---',
    '***',
    '4/6',
    '24-24335',
    '*2424335*',
    'https://undocs.org/A/RES/64/292',
    '17',
  ),
  fc.constantFrom('a\tb', '| a | b |', '|---|---|', '|', '\t', '     ', '\u00a0', '\ufeff', '\r', '\v', '\u2028', '\u0085'),
  fc.constantFrom('\ud800', '\udc00', '\u0000', '\ufffe', '😀', '\u202b', '\u0301'),
);

const joint = fc.constantFrom(
  '\n',
  '\n\n',
  '\n\n',
  '\n\n\n',
  ' ',
  ' ',
  '',
  '\r\n',
  '\f',
  '\n   ',
  '\n          ',
  '  ',
  ', ',
  '. ',
);

/** A heap of fragments. */
export const heap: Arbitrary<string> = fc
  .array(fc.tuple(fragment, joint), { maxLength: 40 })
  .map((parts) => parts.flat().join(''));

/** Strings of any code units, lone surrogates included. */
export const garbage: Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.nat(0xffff), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(...'a1*_[]()<>^{}#|\\`-.,;: \t\n\f\r¹²'), maxLength: 120 }),
);

type Edit = (lines: readonly string[]) => string[];

const edit: Arbitrary<Edit> = fc
  .tuple(fc.constantFrom('delete', 'duplicate', 'swap', 'insert', 'break'), fc.nat(), fc.nat(), fc.nat(6), heap)
  .map(([kind, first, second, length, garbled]) => (lines) => {
    const at = first % (lines.length + 1);
    const to = second % (lines.length + 1);
    const [before, own, after] = [lines.slice(0, at), lines.slice(at, at + length), lines.slice(at + length)];
    if (kind === 'delete') return [...before, ...after];
    if (kind === 'duplicate') return [...before, ...own, ...own, ...after];
    if (kind === 'swap') return [...before, ...after.slice(0, to), ...own, ...after.slice(to)];
    const line = lines[at] ?? '';
    const column = second % (line.length + 1);
    const middle = kind === 'insert' ? garbled : '\n';
    return [...before, line.slice(0, column) + middle + line.slice(column), ...lines.slice(at + 1)];
  });

/** A stretch of a real text, cut anywhere, with lines deleted, doubled, moved, broken, and garbage between. */
export const mutant: Arbitrary<string> = fc
  .tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(12_000), fc.array(edit, { maxLength: 8 }))
  .map(([sample, from, length, edits]) => {
    // most stretches hold the beginning, where all that the rest depends on is found
    const start = from % 3 === 0 ? from % sample.length : 0;
    const lines = sample.slice(start, start + length).split('\n');
    return edits.reduce<string[]>((text, change) => change(text), lines).join('\n');
  });
