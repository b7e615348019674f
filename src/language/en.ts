import type { Grammar, Lexicon } from './index.ts';
import { above, anyOf, following, opening, ordinalTable } from './words.ts';

// ------------------------------------------------------------------------------------------------ numbers

const below20 = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
  'seventeenth eighteenth nineteenth'
).split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const words: [string, number][] = [
  ...below20.map((word, k): [string, number] => [word, k + 1]),
  ...tens.flatMap((ten, t): [string, number][] => [
    [ten.replace(/y$/, 'ieth'), 10 * t + 20],
    ...below20.slice(0, 9).flatMap((unit, k): [string, number][] => [
      [`${ten}-${unit}`, 10 * t + 21 + k],
      [`${ten} ${unit}`, 10 * t + 21 + k],
    ]),
  ]),
  ['hundredth', 100],
  ['one hundredth', 100],
];

const months = 'january february march april may june july august september october november december'.split(' ');
const month = anyOf(months);
const roman = '[ivxlc]+|\\d{1,3}|[a-z]';
const cardinal = 'one|two|three|four|five|six|seven|eight|nine|ten';

// ----------------------------------------------------------------------------------------------- openings

/** Before the verb or after it: `Further recalling`, `Recalling further`, `Strongly condemns`. */
const manner =
  '(?:(?!only|early|july|family|assembly|supply|apply|reply|rely|comply|imply)[a-z]{2,}ly|also|further|again|once again|once more|anew|' +
  'ever|very|most|always|fully|so|too|however|more|above all|in addition)';
const before = `(?:${manner} ){0,4}`;
const between = `(?: ${manner}){0,4}`;

const degree = '(?:(?:(?:most|very|increasingly|ever) )?[a-z]+(?: and [a-z]+)? ){0,4}?';
const sentiment =
  '(?:concerns?|appreciation|gratitude|regrets?|alarm|support|satisfaction|conviction|intention|intent|determination|solidarity|' +
  'sympathy|outrage|indignation|abhorrence|resolve|commitment|willingness|readiness|belief|commendation|hope|view|thanks|' +
  'condemnation|condolences|distress|opposition|expectations?|confidence|desire|wish|dismay|admiration|encouragement)';
/** `Expressing its deep concern`: the whole expression is the phrase. */
const expressed = `${between}(?: (?:its |the |their )?${degree}${sentiment}(?: and ${degree}${sentiment})?)?`;

/** What an organ says again: `Reiterates its request`. In preambles usage marks the participle alone. */
const restated =
  `(?:reiterates|re-?affirms|renews|recalls|affirms|confirms|underlines|stresses|re-?emphasi[sz]es|emphasi[sz]es|underscores|declares)` +
  `${between} its ${degree}(?:concerns?|requests?|calls?|appeals?|invitations?|demands?|support|commitments?|appreciation|` +
  'condemnation|conviction|determination|endorsement|encouragement|distress|intention|approval|recognition|resolve|belief|' +
  'expectation|alarm|solidarity|decision|opposition)(?: (?:upon|on|for|once again)(?![a-z]))?';

const disposition =
  '(?:alarmed|anxious|appalled|apprehensive|aware|bound|cognizant|committed|concerned|confident|conscious|convinced|' +
  'desiring|desirous|determined|disappointed|dismayed|distressed|disturbed|encouraged|fearful|gratified|grateful|guided|' +
  'horrified|indignant|inspired|mindful|moved|outraged|perturbed|pleased|resolved|resolute|saddened|satisfied|seized|' +
  'shocked|solicitous|struck|troubled|willing|worried)';

/** Words with a participle's ending that open a paragraph otherwise: `During its session`. */
const notParticiple =
  '(?:during|pending|notwithstanding|according|regarding|concerning|including|following|owing|meeting|building|training|funding)';
/** Words with a verb's ending that open a paragraph otherwise: `This resolution`, `Parties to the Convention`. */
const notVerb =
  '(?:this|his|its|as|is|was|has|does|us|thus|perhaps|unless|besides|towards|always|states|nations|members|parties|annex|rules|' +
  'various|previous|serious|numerous|across|access|progress|process|status|focus|means|measures|activities|countries|' +
  'ministers|representatives|governments|children|women|persons|terms|sessions|others|organizations|documents|paragraphs|articles)';

export const lexicon: Lexicon = {
  code: 'eng',
  iso: 'en',
  functionWords:
    'the of and to in its for on that by with as their at which or be this from has all an is are resolution council nations united ' +
    'states republic report see',
  linkWords: 'the a an of and or to in for on by with at from as its their that which between under',
  letterWords: 'a i o',
  script: /[a-z]/iu,
  months,
};

export function grammar(): Grammar {
  const ordinals = ordinalTable([
    ...words,
    ...above(words, ['hundred and', 100], ['one hundred and', 100], ['two hundred and', 200]),
  ]);
  const below100 = anyOf(ordinalTable(words).keys());
  const ordinal = `(?<ordinal>${below100})(?:(?<=\\d) ?(?:st|nd|rd|th))?`;
  /** `with appreciation`, `with great concern`, `in this regard`, `in the strongest possible terms`. */
  const modifiers = following(
    manner,
    'in particular|in this (?:regard|respect|connection|context)|in that regard|as well|at the same time',
    'in the strongest (?:possible )?terms|without reservation|as a matter of (?:priority|urgency)',
    'with (?:(?:the |an? )?(?:(?:most|very|increasingly) )?[a-z]+ ){0,4}?(?:appreciation|concern|satisfaction|interest|regret|alarm|' +
      'approval|gratitude|dismay|pleasure|disappointment|distress|anxiety|apprehension|thanks|pride|indignation|sorrow|sadness|' +
      'shock)(?: and (?:deep |grave )?[a-z]+)?',
  );

  return {
    date: new RegExp(`(?<day>\\d{1,2})(?<!\\d{3})(?:st|nd|rd|th)? +(?:of )?(?<month>${month}),? +(?<year>\\d{4})(?!\\d)`, 'gu'),
    organs: {
      ga: /general assembly/u,
      sc: /security council/u,
      ecosoc: /economic and social council/u,
      hrc: /human rights council/u,
    },
    ordinals,

    recycle: /please recycle/u,
    masthead: {
      publisher: /^united nations(?: organization)?(?=$| +[a-z]+\/)/u,
      distribution: /distr(?:\.|ibution) ?:? ?(?:general|limited|restricted|provisional)/u,
      originalLanguage:
        /original ?: ?(?:(?<eng>english)|(?<fra>french)|(?<spa>spanish)|(?<rus>russian)|(?<ara>arabic)|(?<zho>chinese))?/u,
      languageOfExpression: /^english$/u,
      session: new RegExp(
        '^(?:(?=.{0,40}session)(?:(?:(?:resumed|substantive|organizational|regular|first|second) )*session(?: of| for|,)? )?' +
          '(?<year>\\d{4})(?: (?:(?:resumed|substantive|organizational|regular) )*session)?|' +
          `${ordinal} (?<emergency>emergency )?(?<special>special )?session)(?: \\(?(?:resumed|continued)\\)?)?`,
        'u',
      ),
      sessionDates: new RegExp(
        `^(?:[a-zà-ÿ ]+, )?(?<startDay>\\d{1,2})(?: (?<startMonth>${month}))?(?: (?<startYear>\\d{4}))? ?(?:-|to) ?` +
          `(?<endDay>\\d{1,2}) (?<endMonth>${month}) (?<endYear>\\d{4})$`,
        'u',
      ),
      agendaItem:
        /^(?:provisional )?(?:agenda )?items? (?<items>\d{1,3}(?: ?\([a-z]{1,3}\))?(?:(?:,| and| to|, and|-) ?(?:\d{1,3}|(?=\())(?: ?\([a-z]{1,3}\))?)*)(?: of the (?:provisional )?agenda)?(?![a-zà-ÿ])/u,
      adoption: new RegExp(
        '^(?:(?:draft )?(?:resolution|decision|statement)s? )?adopted (?:by (?!\\d)|on \\d|without |unanimously(?! at)|' +
          '(?:unanimously )?at (?:its|the|their) (?<meeting>\\d{1,5})(?:st|nd|rd|th) )',
        'u',
      ),
      basis:
        /^\[? ?(?:\([^)]*\) ?)?(?:without reference to|on the (?:basis of the )?(?:report|recommendation|proposal) (?:of|by)|on an? (?:report|recommendation|proposal) |adopted (?:on the|without))/u,
      committees: {
        noMainCommittee: /without reference to (?:a|any) main committee|^plenary(?: meetings?)?$/u,
        plenaryMeeting: /considered (?:directly )?in plenary meeting/u,
        firstCommittee: /first committee/u,
        secondCommittee: /second committee/u,
        thirdCommittee: /third committee/u,
        fourthCommittee: /fourth committee|special political and decolonization committee/u,
        fifthCommittee: /fifth committee/u,
        sixthCommittee: /sixth committee/u,
      },
      documentType: /^(?:draft )?(?:resolution|decision|statement)s?$/u,
      decisionType: /^(?:[a-z]\. )?(?:other decisions|elections and appointments)$/u,
      resolutionNumber:
        /^(?:resolution )?(?<number>\d{1,4} ?\((?:19|20)\d\d\))[.,]?(?: (?:resolution )?of \d{1,2} [a-zà-ÿ]+ \d{4})?$/u,
      draft: /(?:revised )?draft (?:resolution|decision)/u,
      presidentialStatement: /^(?:statement (?:made )?by|note by) the president of the security council/u,
    },
    formula: /^the (?:general assembly|security council|economic ?and ?social council|human rights council) ?[,:]?$/u,
    preambular: {
      phrases:
        'bearing in mind|bearing also in mind|calling attention|calling attention to|drawing attention|drawing the attention|' +
        'whereas|giving due consideration|having in mind|having regard|in view|keeping in mind|looking forward|paying tribute|' +
        'paying special tribute|paying particular attention|taking account|taking cognizance|taking due account|taking also into account|' +
        'taking fully into account|taking into account|taking into consideration|taking note|taking due note|taking full note|' +
        'taking also note|taking further note|believing it necessary|sharing the deep concern',
      form: opening(
        before,
        `(?:(?:being|remaining(?: ${manner})?) (?:${manner} )?)?${disposition}(?: and ${disposition})?`, // Deeply concerned
        `expressing${expressed}`,
        `reiterating${between} its (?:[a-z]+ )?concern`,
        `calling${between} (?:upon|on|for)`,
        'taking(?: due| full)? note|taking into account|bearing in mind',
        'having (?:(?:also|further|again|carefully|duly|fully) ){0,4}(?:taken note|[a-z]+(?:ed|rd|en|ught|id|de|et))',
        `(?:while )?(?!${notParticiple}(?![a-z]))(?:re-)?[a-z]+ing(?: and (?:${manner} )?[a-z]+ing)?`,
      ),
      modifiers,
    },
    operative: {
      phrases:
        'brings to the attention|calls attention|calls attention to|calls to the attention|draws attention|draws the attention|' +
        'gives its full support|looks forward|pays tribute|pays special tribute|pays a tribute|pays a special tribute|takes account|takes cognizance|takes due note|' +
        'takes full note|takes into account|takes into consideration|takes note',
      form: opening(
        before,
        `expresses${expressed}`,
        restated,
        `(?:is|remains)${between} ${disposition}`,
        `calls${between} (?:upon|on|for)`, // Calls once again upon
        'takes (?:due |full )?note|takes into account|draws (?:the )?attention|looks forward|pays tribute',
        'continues to [a-z]+(?: into account)?',
        'considers it [a-z]+',
        // the third person of the present: Decides, Further requests, Welcomes and encourages
        `(?!${notVerb}(?![a-z]))(?:re-)?[a-z]{3,}s(?: and (?:${manner} )?[a-z]{3,}[a-rt-z]s)?`,
      ),
      modifiers,
    },
    meeting: new RegExp(
      `^(?<number>\\d{1,5}(?= ?(?:st|nd|rd|th))|(?:(?:one |two )?hundred and )?(?:${below100})(?= plenary))(?: ?(?:st|nd|rd|th))? ` +
        '(?:\\((?:closed|private|resumed)\\) |resumed |closed )?(?:plenary )?meeting(?: \\((?:closed|private|resumed)\\))?$',
      'u',
    ),
    headings: {
      annex: new RegExp(
        `^(?:annex|attachment|enclosure)(?: (?<num>${roman}))?(?: to (?:the )?(?:resolution|decision|statement)(?: [^ ]*\\d[^ ]*)?)?(?: \\(continued\\))?(?: ?[.:*]| [-:] (?<title>.+))?$`,
        'u',
      ),
      appendix: new RegExp(`^appendix(?: (?<num>${roman}))?(?: ?[.:*]| [-:] (?<title>.+))?$`, 'u'),
      part: new RegExp(`^part (?<num>${cardinal}|${roman})(?![a-zà-ÿ])`, 'u'),
      section: new RegExp(`^section (?<num>${roman})(?![a-zà-ÿ])`, 'u'),
      chapter: new RegExp(`^chapter (?<num>${cardinal}|${roman})(?![a-zà-ÿ])`, 'u'),
      article: new RegExp(`^(?:article|guideline|principle|rule|regulation) (?<num>${roman})(?![a-zà-ÿ])`, 'u'),
      table: /^table (?:\d{1,3}|[ivxlc]+)(?![a-zà-ÿ])/u,
    },
    vote: {
      statement:
        /^\[? ?(?:the (?:draft )?resolution was )?adopted (?:without (?:a |being put to a )?vote|unanimously|by (?:a |an )?(?:[a-zà-ÿ]+ ){0,2}(?:vote|\d|consensus))/u,
      inFavour: /^(?:voting )?in favou?r ?(?::|$)/u,
      against: /^(?:voting )?against ?(?::|$)/u,
      abstaining: /^(?:abstaining|abstentions?|abstained) ?(?::|$)/u,
      counts:
        /(?:vote of|by) (?<inFavour>\d+)(?: votes?)?(?: in favou?r)?,? to (?<against>\d+|none|zero)(?: against)?(?:,? with (?<abstaining>\d+) abstentions?)?/u,
    },
    citation: {
      keyword: /(?:resolutions?|decisions?)(?![a-zà-ÿ])/gu,
      keywordAfter: false,
      own: /(?<![a-zà-ÿ])its(?: [a-zà-ÿ]+){0,2} (?:resolution|decision)s?$/u,
      foreignBody: new RegExp(
        [
          // with the rest of its name where that leads to the key word: Commission on Narcotic Drugs resolution 60/1
          '(?:(?:sub-?)?commission|conference|committee)(?: (?:on|for|of)' +
            '(?: (?!(?:to|in|by|its|under|with|from|as|council|assembly) )[a-zà-ÿ]+){1,7}?(?= resolution| decision))?',
          'governing council|executive (?:board|council)|working group',
          '(?:meeting|assembly) of (?:the )?(?:high contracting |states )?parties|assembly of states',
          '(?:environment|health|habitat|parliamentary) assembly|inter-parliamentary union|african union|league of arab states',
          'atomic energy agency|unesco|general (?:comment|recommendation)',
        ].join('|'),
        'u',
      ),
      decision: /decision/u,
      dateLink: /,? (?:adopted(?: [a-zà-ÿ]+)? )?(?:of|dated|on) /u,
      bodyLink: /,?(?: adopted)? (?:of|by) (?:the )?(?:[a-zà-ÿ]+ ){0,2}|, (?:the )?/u,
      part: new RegExp(
        '(?:paragraphs?|paras?\\.) (?<paragraph>\\d{1,3})(?: ?\\([a-z]{1,4}\\))*' +
          '(?:(?: to |-)(?<upTo>\\d{1,3})| and (?<also>\\d{1,3}))?|' +
          'annex(?: (?<annex>[ivxlc]+|\\d{1,2}))?(?![a-zà-ÿ])',
        'gu',
      ),
      letters: {},
      internal: new RegExp(
        '(?:paragraphs? (?<paragraph>\\d{1,3}(?: ?\\([a-z]{1,4}\\))*' +
          '(?:(?:, (?:and )?| and | to )\\d{1,3}(?: ?\\([a-z]{1,4}\\))*){0,20})|' +
          'section (?<section>[ivxlc]+|[a-z]|\\d{1,2})|annex(?: (?<annex>[ivxlc]+|\\d{1,2}))?) ' +
          '(?:above|below|(?:of|to) (?:the present|this) (?:resolution|decision))(?![a-zà-ÿ])',
        'gu',
      ),
    },
    ordinalEndings: /^(?:st|nd|rd|th|o|os)$/u,
    noteOpening:
      /^(?:ibid|see|idem|id\.|cf\.|op\. cit|united nations, treaty|league of nations|official records|for the text|referred to|formerly|for an|general assembly resolution)/u,
  };
}
