import type { Grammar, Lexicon } from './index.ts';
import { above, anyOf, following, opening, ordinalTable } from './words.ts';

// ------------------------------------------------------------------------------------------------ numbers

const below20 = (
  'unième deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième ' +
  'quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième'
).split(' ');
/** Tens: the cardinal, to which a unit is added, and the ordinal. Sixty and eighty count on to nineteen. */
const tens: [number, string, string][] = [
  [20, 'vingt', 'vingtième'],
  [30, 'trente', 'trentième'],
  [40, 'quarante', 'quarantième'],
  [50, 'cinquante', 'cinquantième'],
  [60, 'soixante', 'soixantième'],
  [80, 'quatre-vingt', 'quatre-vingtième'],
];
/** `vingt et unième`, `soixante et onzième`, but `quatre-vingt-unième`; since 1990 also with hyphens throughout. */
const compounds = (value: number, cardinal: string): [string, number][] =>
  below20.slice(0, value < 60 ? 9 : 19).flatMap((word, k): [string, number][] => {
    const joints = value < 80 && /^(?:un|onz)i?ème$/.test(word) ? [' et ', '-et-'] : ['-'];
    return joints.map((joint) => [cardinal + joint + word, value + k + 1]);
  });

const words: [string, number][] = [
  ['première', 1],
  ['premier', 1],
  ['seconde', 2],
  ['second', 2],
  ...below20.slice(1).map((word, k): [string, number] => [word, k + 2]),
  ...tens.flatMap(([value, cardinal, word]): [string, number][] => [[word, value], ...compounds(value, cardinal)]),
  ['centième', 100],
];

const months = 'janvier février mars avril mai juin juillet août/aout septembre octobre novembre décembre'.split(' ');
const month = anyOf(months).replaceAll('/', '|');
const roman = '[ivxlc]+|\\d{1,3}|[a-z]';

// ----------------------------------------------------------------------------------------------- openings

/** Adjectives and past participles that agree with the organ: `Consciente` (l’Assemblée), `Conscient` (le Conseil). */
const disposition =
  '(?:alarmée?|affligée?|attristée?|bouleversée?|choquée?|confiante?|consciente?|consternée?|convaincue?|désireu(?:x|se)|' +
  'déterminée?|disposée?|émue?|encouragée?|favorable|frappée?|guidée?|horrifiée?|indignée?|inquiet|inquiète|' +
  'inspirée?|mue?|opposée?|perturbée?|persuadée?|préoccupée?|prête?|résolue?|satisfaite?|soucieu(?:x|se)|troublée?|animée?|certaine?)';

/** What says how much or once more, before an adjective or after a verb; an adverb in -ment may always stand there. */
const manner =
  '(?:(?!notamment|conformément)[a-zà-ÿœ]{3,}ment|très|de plus en plus|tout aussi|toujours|toutefois|cependant|enfin|' +
  'une fois de plus|une fois encore|encore une fois|une nouvelle fois|encore|à nouveau|de nouveau|en outre|de même|aussi|par ailleurs)';
const disposed = `(?:${manner} ){0,4}${disposition}(?: et (?:${manner} )?${disposition})?`;

const degree =
  '(?:(?:plus |très )?(?:vi(?:f|ve)s?|profonde?s?|graves?|grande?s?|sincères?|fermes?|pleine?|sérieuses?|extrêmes?|immense|' +
  'entière?|solide|forte?s?|chaleureu(?:x|ses?)|constante?|vigoureu(?:x|se)))';
const sentiment =
  '(?:préoccupations?|inquiétudes?|satisfaction|gratitude|reconnaissance|remerciements|regrets?|appui|soutien|solidarité|' +
  'sympathie|indignation|condamnation|conviction|espoir|intention|volonté|appréciation|consternation|compassion|horreur|souhait|' +
  'félicitations|condoléances|opposition|détermination|attachement)';
/** `Exprimant sa profonde préoccupation`: the whole expression is the phrase. */
const expressed =
  `(?: ${manner}){0,4}(?: (?:sa|son|ses|la|le|les|l'|une?) ?(?:${degree} )?${sentiment}` +
  `(?: (?:la |le |les )?(?:plus )?(?:${degree}|croissante|particulière|sans réserve|sans équivoque|sans faille|indéfectible))?)?`;

/** `Réaffirme qu’elle est convaincue`, `qu’elle condamne énergiquement`: what an organ thinks again. */
const that = "(?: également)? qu'(?:elle|il)";

/** Words in -ant that open a sentence without being the verb of one: `Pendant sa session, …`. */
const notParticiple = '(?:pendant|avant|durant|devant|suivant|cependant|quant|tant|autant|nonobstant|moyennant|maintenant)';
/** Words with a verb's ending that open a sentence otherwise: `Cette session …`, `Toute partie …`. */
const notVerb =
  '(?:elle|une|cette|cet|chaque|quelque|toute|tout|comme|entre|contre|notre|votre|outre|tandis|quand|lorsque|puisque|parce|ensemble|' +
  'faute|dont|autre|autant|avant|pendant|durant|devant|suivant|cependant|maintenant|comptant|toutefois|rapport|article|annexe|' +
  'chapitre|règle|directive|principe|groupe|point|titre|programme|mandat|projet|document|texte|note verbale|note du|note de)';

/** Openings of several words that the grammar below does not reach; single verbs need no record. */
const record = {
  preambular:
    "appelant de ses vœux|appelant de nouveau de ses vœux|appelant l'attention|appelant également l'attention|attirant l'attention|" +
    "attendant avec intérêt|attendant également avec intérêt|ayant à l'esprit|ayant également à l'esprit|ayant présent à l'esprit|" +
    "ayant présente à l'esprit|ayant présents à l'esprit|ayant présentes à l'esprit|ayant connaissance|ayant conscience|ayant égard|ayant pris acte|ayant pris connaissance|ayant pris note|" +
    "donnant acte|étant d'avis|étant donné|faisant observer|faisant sien|faisant sienne|faisant siens|faisant siennes|faisant de nouveau siens|" +
    "faisant valoir|gardant à l'esprit|gardant présent à l'esprit|jugeant encourageant|jugeant utile|lançant un appel|" +
    "mettant en avant|mettant en exergue|mettant l'accent|mettant de nouveau l'accent|prenant acte|prenant également acte|" +
    'prenant bonne note|prenant dûment note|prenant en compte|prenant en considération|prenant note|prenant également note|' +
    'rendant hommage|rendant également hommage|sachant gré|se rendant compte|tenant compte|tenant dûment compte|tenant également compte|vu',
  operative:
    "a conscience|adresse un appel|appelle l'attention|appelle également l'attention|appelle de ses vœux|attend avec intérêt|attend également avec intérêt|" +
    "attire l'attention|croit comprendre|donne acte|donne pour instruction|est d'avis|est favorable|fait sien|fait sienne|fait siens|" +
    'fait siennes|fait également sien|fait également sienne|fait également siens|fait également siennes|fait de nouveau siens|' +
    'fait appel|fait observer|fait part de sa satisfaction|fait valoir|juge alarmant|juge important|juge indispensable|juge intolérable|' +
    "juge utile|juge utiles|lance un appel|lance un appel pressant|met l'accent|met de nouveau l'accent|met en avant|met en garde|" +
    'prend acte|prend également acte|prend bonne note|prend dûment note|prend en considération|prend en compte|prend note|' +
    'prend également note|rend hommage|rend également hommage|rend spécialement hommage|réitère son appel|renouvelle son appel|' +
    'sait gré|se rend compte|tient compte',
};

export const lexicon: Lexicon = {
  code: 'fra',
  iso: 'fr',
  functionWords:
    'le la les des du de un une et au aux par pour dans sur que qui est sont ses sa son ont avec leur leurs ainsi cette ce ces ' +
    'elle ou dont notamment compris selon tous toute matière droits mise résolution conseil nations unies états république rapport voir',
  linkWords: 'le la les des du de un une et ou au aux par pour dans sur que qui sa son ses leur leurs ce cette ces à en',
  letterWords: 'a à y ô',
  script: /[a-zàâæçèéêëîïôœùûüÿ]/iu,
  accents: /[àâçéèêëîïôùûüœ]/giu,
  months,
};

export function grammar(): Grammar {
  const ordinals = ordinalTable([...words, ...above(words, ['cent', 100], ['deux cent', 200])]);
  const below100 = anyOf(ordinalTable(words).keys());
  const ordinal = `(?<ordinal>${below100})(?:(?<=\\d) ?(?:re|ère|e|ème))?`;
  /** `avec satisfaction`, `avec une vive préoccupation`, `dans les termes les plus énergiques`. */
  const modifiers = following(
    manner,
    'tout particulièrement|elle aussi|lui aussi|en particulier|à (?:cet égard|ce propos)',
    "sans (?:équivoque|réserve|ambiguïté)|d'urgence|de toute urgence|au plus haut point|haut et fort|en s'en félicitant",
    'dans les termes les plus (?:énergiques|vigoureux|forts|vifs|fermes|sévères)',
    "avec (?:(?:une?|le|la|beaucoup d'|un regain d') ?)?(?:(?:plus )?[a-zà-ÿœ]+ ){0,4}?" +
      '(?:satisfaction|préoccupation|inquiétude|regret|intérêt|gratitude|reconnaissance|appréciation|force|fermeté|énergie|' +
      'conviction|insistance|véhémence|angoisse|consternation|indignation|alarme|plaisir|émotion)' +
      '(?: (?:particuli(?:er|ère)|croissante|extrême|et [a-zà-ÿœ]+))?',
  );

  return {
    date: new RegExp(`(?<day>\\d{1,2})(?<!\\d{3})(?:(?<=\\b1) ?er)? +(?<month>${month}) +(?<year>\\d{4})(?!\\d)`, 'gu'),
    organs: {
      ga: /assembl[ée]e g[ée]n[ée]rale/u,
      sc: /conseil de s[ée]curit[ée]/u,
      ecosoc: /conseil [ée]conomique et social/u,
      hrc: /conseil des droits de l'homme/u,
    },
    ordinals,

    recycle: /merci de recycler/u,
    masthead: {
      publisher: /^(?:organisation des )?nations unies(?=$| +[a-z]+\/)/u,
      distribution: /distr(?:\.|ibution) ?:? ?(?:g[ée]n[ée]rale?|limit[ée]e?|restreinte?|provisoire)/u,
      originalLanguage:
        /original ?: ?(?:(?<eng>anglais)|(?<fra>fran[çc]ais)|(?<spa>espagnol)|(?<rus>russe)|(?<ara>arabe)|(?<zho>chinois))?/u,
      languageOfExpression: /^fran[çc]ais$/u,
      session: new RegExp(
        "^(?:(?:(?:premi[eè]re|deuxième|seconde) )?(?:reprise de la )?session(?: ordinaire| de fond| d'organisation)?(?: de| pour)? " +
          `(?<year>\\d{4})|${ordinal} session(?<special> extraordinaire)?(?<emergency> d'urgence)?)(?: \\(?(?:reprise|suite)\\)?)?`,
        'u',
      ),
      sessionDates: new RegExp(
        `^(?:[a-zà-ÿœ ]+, )?(?<startDay>\\d{1,2})(?: ?er)?(?: (?<startMonth>${month}))?(?: (?<startYear>\\d{4}))? ?(?:-|au) ?` +
          `(?<endDay>\\d{1,2})(?: ?er)? (?<endMonth>${month}) (?<endYear>\\d{4})$`,
        'u',
      ),
      agendaItem: /^points? (?<items>\d.{0,80}?) (?:de l'ordre du jour|du programme)(?: provisoire)?/u,
      adoption: new RegExp(
        '^(?:(?:projets? de )?(?:résolution|décision|déclaration)s? )?adopt[ée]{1,2}s? (?:(?:par (?!\\d)|le \\d|sur |sans )|' +
          "(?:à l'unanimité )?(?:à (?:la|sa|leur) (?<meeting>\\d{1,5})(?:re|e|ème) séance))",
        'u',
      ),
      basis:
        /^\[? ?(?:\([^)]*\) ?)?(?:sans renvoi à|sur la base d|sur (?:la )?recommandation d|sur (?:le|un) rapport d|sur (?:la )?proposition d)/u,
      committees: {
        noMainCommittee: /sans renvoi à (?:une|l'une des) grandes? commissions?|^(?:séances? )?plénières?$/u,
        plenaryMeeting: /examinée? en séance plénière/u,
        firstCommittee: /première commission/u,
        secondCommittee: /deuxième commission/u,
        thirdCommittee: /troisième commission/u,
        fourthCommittee: /quatrième commission|commission des questions politiques spéciales et de la décolonisation/u,
        fifthCommittee: /cinquième commission/u,
        sixthCommittee: /sixième commission/u,
      },
      documentType: /^(?:résolution|décision|projet de (?:résolution|décision)|déclaration)s?$/u,
      decisionType: /^(?:[a-z]\. )?(?:autres décisions|élections et nominations)$/u,
      resolutionNumber:
        /^(?:r[ée]solution )?(?<number>\d{1,4} ?\((?:19|20)\d\d\))[.,]?(?: (?:résolution |en date )?du (?:1er|\d{1,2}) [a-zà-ÿœ]+ \d{4})?$/u,
      draft: /projet (?:révisé )?de (?:résolution|décision)(?: révisée?)?/u,
      presidentialStatement:
        /^(?:d[ée]claration (?:faite par l[ea]|du|de la)|note d[ue](?: la)?) pr[ée]sidente? du conseil de s[ée]curit[ée]/u,
    },
    formula:
      /^(?:l'assembl[ée]e g[ée]n[ée]rale|le conseil (?:de s[ée]curit[ée]|[ée]conomique ?et ?social|des droits de l'homme)) ?[,:]?$/u,
    preambular: {
      phrases: record.preambular,
      form: opening(
        '',
        // Profondément préoccupée, Se déclarant préoccupée, Réaffirmant qu’elle est préoccupée
        `(?:(?:se (?:déclarant|disant|montrant)|demeurant|restant|réaffirmant${that} est) )?${disposed}`,
        `exprimant${expressed}`,
        `réaffirmant${that} condamne`,
        'ayant (?:(?:également|en outre|aussi|attentivement) ){0,4}[a-zà-ÿœ]+(?:é|i|u|is|rt)', // Ayant examiné
        `(?!${notParticiple}(?![a-zà-ÿœ]))(?:se |s')?[a-zà-ÿœ]+ant(?: et (?:se |s')?[a-zà-ÿœ]+ant)?`, // Rappelant et réaffirmant
      ),
      modifiers,
    },
    operative: {
      phrases: record.operative,
      form: opening(
        '',
        `(?:est|demeure|reste|se déclare|se dit|se montre|réaffirme${that} est) ${disposed}`,
        `exprime${expressed}`,
        `réaffirme${that} condamne`,
        // the third person of the present: Décide, Prend, Se félicite, Salue et encourage
        `(?!(?:${notVerb}|${disposition}|(?:se |s')?[a-zà-ÿœ]+(?:ant|ment))(?![a-zà-ÿœ]))(?:se |s')?(?:en )?[a-zà-ÿœ]{2,}(?:e|d|t)(?: et (?!que(?![a-zà-ÿœ]))[a-zà-ÿœ]{3,}(?:e|t))?`,
      ),
      modifiers,
    },
    meeting: new RegExp(
      `^(?<number>\\d{1,5}|(?:(?:deux )?cent )?(?:${below100})(?= [^ ]+ plénière)) ?(?:re|ère|e|ème)? ` +
        '(?:séance|réunion)(?: plénière)?(?: \\((?:reprise|suite)\\))?$',
      'u',
    ),
    headings: {
      annex: new RegExp(
        `^annexe(?: (?<num>${roman}))?(?: (?:à|de) la (?:résolution|décision) [^ ]+)?(?: \\(suite\\))?(?: ?[.:*]| [-:] (?<title>.+))?$`,
        'u',
      ),
      appendix: new RegExp(`^(?:appendice|additif)(?: (?<num>${roman}))?(?: ?[.:*]| [-:] (?<title>.+))?$`, 'u'),
      part: new RegExp(
        `^(?=partie |\\S+ partie(?![a-zà-ÿœ]))(?:partie )?(?<num>premi[eè]re|deuxième|seconde|troisième|quatrième|cinquième|${roman})(?: partie)?(?![a-zà-ÿœ])`,
        'u',
      ),
      section: new RegExp(`^section (?<num>${roman})(?![a-zà-ÿœ])`, 'u'),
      chapter: new RegExp(`^chapitre (?<num>premier|${roman})(?![a-zà-ÿœ])`, 'u'),
      article: new RegExp(`^(?:article|directive|principe|règle) (?<num>premier|1 ?er|${roman})(?![a-zà-ÿœ])`, 'u'),
      table: /^tableau (?:\d{1,3}|[ivxlc]+)(?![a-zà-ÿœ])/u,
    },
    vote: {
      statement:
        /^\[? ?(?:résolution |décision )?adoptée? (?:sans (?:être mise aux voix|vote)|à l'(?:issue|unanimité)|par (?:\d|consensus))/u,
      inFavour: /^(?:ont voté |votent )?pour ?(?::|$)/u,
      against: /^(?:ont voté |votent )?contre ?(?::|$)/u,
      abstaining: /^(?:se sont abstenus|s'abstiennent|abs?tentions?) ?(?::|$)/u,
      counts:
        /par (?<inFavour>\d+)(?: voix)?(?: pour)? contre (?<against>\d+|zéro|aucune)?(?:,? (?:et|avec) (?<abstaining>\d+) abs?tentions?)?/u,
    },
    citation: {
      keyword: /(?:r[ée]solutions?|d[ée]cisions?)(?![a-zà-ÿœ])/gu,
      keywordAfter: false,
      own: /(?<![a-zà-ÿœ])(?:sa|ses)(?: [a-zà-ÿœ]+){0,2} (?:r[ée]solution|d[ée]cision)s?$/u,
      foreignBody: new RegExp(
        [
          "(?:sous-)?commission|conférence|réunion|comité|conseil (?:d'administration|exécutif)|groupe de travail",
          "assemblée (?:mondiale|parlementaire|des états|d'onu-habitat|(?:des nations unies )?pour l'environnement)",
          'union (?:interparlementaire|africaine)|ligue des états arabes|agence internationale|unesco',
          '(?:observation|recommandation)s? générales?',
        ].join('|'),
        'u',
      ),
      decision: /d[ée]cision/u,
      dateLink: /,? (?:en date )?(?:adoptées? )?(?:du|le) /u,
      bodyLink: /,?(?: adoptées?)? (?:de la |de l'|du |par la |par l'|par le )|, (?:le |la |l')/u,
      part: new RegExp(
        '(?:paragraphes?|par\\.) (?<paragraph>\\d{1,3})(?: ?[a-z]{1,4}\\))*' +
          '(?:(?: à |-)(?<upTo>\\d{1,3})| et (?<also>\\d{1,3}))?|' +
          'annexe(?: (?<annex>[ivxlc]+|\\d{1,2}))?(?![a-zà-ÿœ])',
        'gu',
      ),
      letters: {},
      internal: new RegExp(
        '(?:paragraphes? (?<paragraph>\\d{1,3}(?: ?[a-z]{1,4}\\))*' +
          '(?:(?:, | et | à )\\d{1,3}(?: ?[a-z]{1,4}\\))*){0,20})|' +
          'section (?<section>[ivxlc]+|[a-z]|\\d{1,2})|annexe(?: (?<annex>[ivxlc]+|\\d{1,2}))?) ' +
          '(?:ci-dessus|ci-après|ci-dessous|plus haut|(?:de|à) la présente (?:résolution|décision))(?![a-zà-ÿœ])',
        'gu',
      ),
    },
    ordinalEndings: /^(?:er|re|ère|e|ème|es|nd|nde|o|os)$/u,
    noteOpening:
      /^(?:ibid|voir|idem|id\.|cf\.|op\. cit|nations unies, recueil|société des nations|documents? officiels?|pour le texte|d[ée]nommée?|y compris)/u,
  };
}
