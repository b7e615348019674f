/**
 * Texts that make a careless parser slow: each names the scan, the regular expression or the recursion that it is meant to
 * drive into squared time. `n` is how often the bait is laid.
 */
export type Trap = (n: number) => string;

const repeat =
  (bait: string): Trap =>
  (n) =>
    bait.repeat(n);

const FRAME = 'A/RES/64/292\n\n64/292. Water\n\nThe General Assembly,\n\nRecalling its resolution 55/2,\n\n1. Decides';
/** The bait in a paragraph of a resolution, where words mean more than in a heap. */
const inside =
  (bait: string): Trap =>
  (n) =>
    `${FRAME}: ${bait.repeat(n)}\n`;
const below =
  (bait: string): Trap =>
  (n) =>
    `${FRAME}:\n\n${bait.repeat(n)}`;

const CHINESE = '大会，\n\n回顾其第55/2号决议，\n\n1. 决定';
const insideChinese =
  (bait: string): Trap =>
  (n) =>
    `${CHINESE}${bait.repeat(n)}\n`;
const FRENCH = "64/293. Plan\n\nL'Assemblée générale,\n\nRappelant sa résolution 55/2,\n\n1. Décide d'agir.\n\n";
const belowFrench =
  (bait: string): Trap =>
  (n) =>
    FRENCH + bait.repeat(n);
/** The bait at the head of a preambular and of an operative paragraph. */
const opening =
  (formula: string, bait: string): Trap =>
  (n) =>
    `${formula}\n\n${bait.repeat(n)}\n\n1. ${bait.repeat(n)}\n`;

const superscript = (n: number) => String(n).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
/** Lines that end at a column. */
const TYPED =
  'the Committee on the Exercise of the Rights of the people of the place\nand the Commission on the Status of Women at its session held in town1\n';
/** Notes 1 to 9, again and again, called and given by `call` and `note`. */
const notes =
  (call: (k: number) => string, note: (k: number) => string): Trap =>
  (n) =>
    `${FRAME}:\n\n${Array.from({ length: n }, (_, k) => call((k % 9) + 1)).join('')}\n\n${Array.from({ length: n }, (_, k) => note((k % 9) + 1)).join('')}`;

/** A trap of about so many characters. */
export function trapOf(trap: Trap, characters: number): string {
  const sample = 1000;
  return trap(Math.ceil((characters * sample) / trap(sample).length));
}

export const traps: Record<string, Trap> = {
  // lines
  'one line': repeat('Recalling its decision to '),
  'one word': repeat('a'),
  'one word of Chinese': repeat('回'),
  digits: repeat('1'),
  'empty lines': repeat('\n'),
  'carriage returns': repeat('\r'),
  'blanks within a line': (n) => `a${' '.repeat(n)}b`,
  'indents that grow': (n) => Array.from({ length: n }, (_, k) => `${' '.repeat(k % 400)}a\n`).join(''),
  'lines of one letter': repeat('a\n'),
  'wrapped lines': below('the States that are party to the Convention and are\n'),
  'spaced lines': below('the States that are party to the Convention and are\n\n'),
  tabs: repeat('\t'),
  'lone surrogates': repeat('\ud800'),
  'combining marks': (n) => `e${'\u0301'.repeat(n)}`,
  // marks of Markdown and HTML
  asterisks: repeat('*'),
  'asterisks before words': repeat(' *a'),
  'asterisks and underscores': repeat('*_'),
  'words in asterisks': repeat('*a* '),
  'asterisks that never close': repeat('**a *b '),
  'opening brackets': repeat('['),
  'nested brackets': (n) => '['.repeat(n) + ']'.repeat(n),
  'nested parentheses': (n) => '('.repeat(n) + ')'.repeat(n),
  links: repeat('[A/1](#) '),
  'links without an end': repeat('[A/1]('),
  'opening tags': repeat('<sup>'),
  'closing tags': repeat('</sup>'),
  'nested tags': (n) => '<i><b>'.repeat(n) + '</b></i>'.repeat(n),
  'crossing tags': repeat('<i><b></i></b>'),
  'raised digits': inside('word<sup>1</sup> '),
  carets: repeat('^{'),
  escapes: repeat('\\*'),
  quotes: repeat('"'),
  // notes
  'calls without notes': inside('word¹ '),
  'calls and notes': notes(
    (k) => `word${superscript(k)} `,
    (k) => `\n\n${superscript(k)} See ${k}.`,
  ),
  'glued calls and notes': notes(
    (k) => `word${k} `,
    (k) => `\n\n${k} See it.`,
  ),
  'asterisks called and given': notes(
    () => 'word* ',
    () => '\n\n* See it.',
  ),
  'pages of notes': below('word¹ goes on\n\n¹ See it.\n\n'),
  'ruled pages of notes': below('the word1 goes on and on and\n\n__________________\n1 See it.\n\n4/6\n\f'),
  'pages of notes without a rule': below(`${TYPED}1 See A/75/2.\n\f`),
  'typed notes': (n) => `${FRAME}:\n\n${TYPED.repeat(n)}${Array.from({ length: n }, (_, k) => `${k + 1} See it.\n`).join('')}`,
  'typed notes with one number': (n) => `${FRAME}:\n\n${TYPED.repeat(n)}${'1 See it.\n'.repeat(n)}`,
  'notes on a line': repeat('¹ '),
  // numbers
  'enumerators on a line': repeat('(a) '),
  enumerators: below('(a) b\n\n'),
  'enumerators alone': repeat('1.\n'),
  'numbered paragraphs': (n) => FRAME + Array.from({ length: n }, (_, k) => `\n\n${k + 2}. Decides`).join(''),
  'deep lists': below('(a) b:\n\n'),
  'lists of paragraphs of the same numbers': (n) =>
    `${FRAME}.\n\n${Array.from({ length: n }, (_, k) => `${k % 7}. Decides¹ and¹:\n\n(a) b;\n\n`).join('')}\n\n¹ See it.`,
  'lists of three levels': below('(a) b:\n\n(i) c:\n\na. d;\n\n'),
  bullets: below('• b\n\n'),
  // structure
  'headings of Markdown': below('## Heading\n\n'),
  'headings and paragraphs': below('Heading\n\n1. Decides.\n\n'),
  sections: below('I\n\nHeading\n\n'),
  'chapters in sections': below('I. One\n\nChapter I\n\nArticle 1\n\n'),
  parts: below('A\n\nThe General Assembly,\n\n'),
  titles: repeat('64/292. Water\n\n'),
  formulas: repeat('The General Assembly,\n\n'),
  'drafts in drafts': below('Adopts:\n\nThe General Assembly,\n\nRecalling it,\n\n1. Adopts:\n\n'),
  annexes: below('Annex\n\n'),
  'appendices in annexes': below('Annex\n\nAppendix\n\n'),
  ornaments: below('* * *\n\n'),
  meetings: below('108th plenary meeting\n28 July 2010\n\n'),
  'a vote without an end': below('[Adopted by a recorded vote of 2 to 1, with 1 abstention.\nIn favour: Fiji\n'),
  'States of a vote': (n) => `${FRAME}.\n\n[Adopted by a recorded vote of 2 to 1.\nIn favour: ${'Fiji, '.repeat(n)}]`,
  'cells of a row': (n) => `${FRAME}:\n\n|${' a |'.repeat(n)}\n`,
  'rows of a table': below('a\tb\n'),
  mastheads: repeat('Distr.: General\nAgenda item 48\n'),
  'columns of a masthead': repeat('Assemblée générale Distr. générale x\n'),
  'symbols of a masthead': repeat('Nations Unies   A/RES/79/218\n'),
  'a basis without an end': repeat('[sur la base\n'),
  'words of a letter': repeat('a '),
  'numbers on a line': repeat('79/218 '),
  'adoptions without an end': belowFrench('[Adoptée sans vote\n'),
  'meetings without a day': belowFrench('53e séance plénière\n'),
  'meetings on a line': belowFrench('53e séance plénière 54e séance\n'),
  'sides of a vote': belowFrench('Ont voté pour:\n'),
  'lines below the text': belowFrench('Un mot\n'),
  // words
  citations: inside('resolution 70/1 of 25 September 2015, '),
  'numbers of a list of citations': inside('70/1, '),
  'resolutions of a list': (n) => `${FRAME} resolutions ${'70/1 of 25 September 2015, '.repeat(n)}`,
  'symbols on a line': inside('A/RES/70/1 '),
  slashes: repeat('A/'),
  dates: inside('25 September 2015, '),
  'paragraphs cited': inside('paragraphs 1 to 5 above, '),
  'paragraphs of resolutions': inside('resolution 5/1 of 18 June 2007, paragraph 5 above, '),
  'paragraphs of nothing': inside('paragraph 5 and 6 of '),
  'symbols without a number': inside('A/'),
  'hyphens of a symbol': inside('A-------'),
  'numbers in a paragraph': inside('1 '),
  'organs cited': inside('the Commission on the '),
  'resolutions and decisions': inside('resolutions and decisions '),
  'annexes cited': inside('annex, annex '),
  'days and days': inside('1 July 2010 and '),
  'blanks in a paragraph': inside(' '),
  'Chinese resolutions': insideChinese('2010年7月30日第64/293号'),
  'Chinese committees': insideChinese('决议第64/293号委员会'),
  'symbols in Chinese': insideChinese('A/'),
  'numbers in Chinese': insideChinese('61/16, '),
  phrases: inside('recalling further, '),
  'opening phrases': below('Recalling further its resolution,\n\n'),
  'adverbs of a phrase': opening('The General Assembly,', 'once again '),
  'French adverbs': opening("L'Assemblée générale,", 'encore une fois '),
  'French adverbs before none': opening("L'Assemblée générale,", 'profondément '),
  'Spanish adverbs': opening('La Asamblea General,', 'con gran '),
  'Russian adverbs': opening('Генеральная Ассамблея,', 'с удовлетворением '),
  'Arabic adverbs': opening('إن الجمعية العامة،', 'أيضا '),
  'Chinese adverbs': opening('大会，', '深为'),
  'Chinese adverbs of one meaning': opening('大会，', '又还'),
  'Chinese superlatives': opening('大会，', '最严重'),
  'brackets before a phrase': opening('The General Assembly,', '( '),
  'sentences of French': repeat('Le Conseil de sécurité a décidé. '),
  'split words': inside('particul ier particulier '),
  'apostrophes apart': inside('l ’action '),
  // pages
  'page breaks': repeat('a\f'),
  'page numbers': below('word and\n\n4/6\n\n'),
  'running heads': below('the States that\nA/RES/64/292\nWater\n4/6\n\f'),
  rules: repeat('__________________\n'),
  'link targets': below('https://undocs.org/A/RES/64/292\n\n'),
};
