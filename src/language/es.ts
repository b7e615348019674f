import type { Grammar, Lexicon } from './index.ts';
import { anyOf, following, opening, ordinalTable } from './words.ts';

// ------------------------------------------------------------------------------------------------ numbers

/** Stems of the ordinals: before `período` they may lose their vowel (`primer`), before `sesión` they take -a. */
const units = 'primer segund tercer cuart quint sext séptim octav noven'.split(' ');
const tens = 'décim vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim nonagésim'.split(' ');

/** The forms of one ordinal: `segundo`, `segunda`; `primer`, `primero`, `primera`. */
const gendered = (stem: string, value: number): [string, number][] =>
  ['o', 'a', ...(stem.endsWith('er') ? [''] : [])].map((ending) => [stem + ending, value]);

const months = 'enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre'.split(' ');
const month = anyOf(months).replaceAll('/', '|');
const roman = '[ivxlc]+|\\d{1,3}|[a-z]';

// ----------------------------------------------------------------------------------------------- openings

/** Adverbs stand after the verb: `Reconociendo también`, `Insta encarecidamente`. */
const manner =
  '(?:[a-zà-ÿ]{3,}mente|también|además|asimismo|nuevamente|de nuevo|una vez más|otra vez|muy|más|siempre|todavía|aún|sin embargo|igualmente)';
/** Adjectives and participles that agree with the organ: `Preocupada` (la Asamblea), `Preocupado` (el Consejo). */
const disposition =
  '(?:alarmad[oa]|alentad[oa]|afligid[oa]|animad[oa]|conocedora?|comprometid[oa]|consciente|consternad[oa]|convencid[oa]|decepcionad[oa]|' +
  'decidid[oa]|deseos[oa]|determinad[oa]|dispuest[oa]|empeñad[oa]|escandalizad[oa]|esperanzad[oa]|guiad[oa]|horrorizad[oa]|' +
  'indignad[oa]|inquiet[oa]|inspirad[oa]|perturbad[oa]|persuadid[oa]|preocupad[oa]|resuelt[oa]|satisfech[oa]|segur[oa])';
const sentiment =
  '(?:preocupaci(?:ón|ones)|aprecio|reconocimiento|satisfacción|gratitud|agradecimiento|alarma|apoyo|pesar|convicción|convencimiento|' +
  'intención|esperanza|opinión|determinación|solidaridad|condolencias|compromiso|voluntad|indignación|consternación|rechazo|' +
  'inquietud|temor|deseo|confianza|disposición|condena|repulsión)';
/** `Expresando su profunda preocupación`: the whole expression is the phrase. */
const expressed =
  `(?: ${manner}){0,4}(?: (?:(?:su|sus|la|las|el|un|una) )?(?:(?!por(?![a-zà-ÿ])|que(?![a-zà-ÿ]))[a-zà-ÿ]+ ){0,4}?` +
  `${sentiment}(?: inequívoc[oa])?(?: y (?:su )?${sentiment})?)?`;
/** `Reitera su solicitud`, `Reiterando su profunda preocupación`. */
const restated =
  `(?: ${manner})? sus? (?:[a-zà-ÿ]+ ){0,4}?(?:solicitud|solicitudes|exhortaci(?:ón|ones)|invitación|llamamientos?|petición|exigencia|` +
  `adhesión|aprobación|aflicción|oposición|decisión|${sentiment})(?: inquebrantable)?`;

/** Words with a gerund's ending that open a paragraph otherwise: `Cuando proceda, …`. */
const notGerund = '(?:cuando|mando|fondo|mundo|segundo|acuerdo|fernando)';
/** Words with a verb's ending that open a paragraph otherwise: `Esta resolución`, `Parte de …`. */
const notVerb =
  '(?:una|esta|esa|cada|toda|para|contra|sobre|entre|hasta|ante|que|este|ese|parte|norma|regla|nota|medida|cuando|donde|durante|mediante)';

export const lexicon: Lexicon = {
  code: 'spa',
  iso: 'es',
  functionWords:
    'el los las del de la en y que por para con una un su sus al se como más sobre entre ha han son sin también cualquiera quienes ante resolución ' +
    'consejo naciones unidas estados república informe véase',
  linkWords: 'el los las del de la en y o que por para con un una su sus al a',
  letterWords: 'a e o u y',
  script: /[a-záéíóúüñ]/iu,
  accents: /[áéíóúñü]/giu,
  months,
};

export function grammar(): Grammar {
  const ordinals = ordinalTable([
    ...units.flatMap((unit, k) => gendered(unit, k + 1)),
    ...tens.flatMap((ten, t) => [
      ...gendered(ten, 10 * t + 10),
      ...units.flatMap((unit, k) => ['o', 'a'].flatMap((ending) => gendered(`${ten}${ending} ${unit}`, 10 * t + 11 + k))),
    ]),
    // in one word the accent is the unit's: decimoséptimo
    ...units.flatMap((unit, k) => gendered(`decimo${unit}`.replace('oo', 'o'), 11 + k)),
    ...gendered('undécim', 11),
    ...gendered('duodécim', 12),
    ...gendered('centésim', 100),
  ]);
  const ordinal = `(?<ordinal>${anyOf(ordinals.keys())})(?:(?<=\\d) ?(?:[ºª°oa]|er|ra)\\.?)?`;
  const prolongations = [
    manner,
    'en particular|a (?:este|ese) respecto|en (?:este|ese) (?:sentido|contexto)|sin reservas?(?: alguna)?|con urgencia',
    'en los términos más enérgicos(?: posibles)?',
    'con (?:(?:la |un |una |su )?(?:(?:más|muy|creciente|sumo|suma) )?(?:[a-zà-ÿ]+ )?)?(?:aprecio|beneplácito|preocupación|satisfacción|' +
      'reconocimiento|interés|pesar|inquietud|alarma|gratitud|agrado|agradecimiento|consternación|firmeza|energía)',
  ];

  return {
    date: new RegExp(`(?<day>\\d{1,2})(?<!\\d{3})(?: ?[ºo°])? +de +(?<month>${month}) +del? +(?<year>\\d{4})(?!\\d)`, 'gu'),
    organs: {
      ga: /asamblea general/u,
      sc: /consejo de seguridad/u,
      ecosoc: /consejo econ[óo]mico y social/u,
      hrc: /consejo de derechos humanos/u,
    },
    ordinals,

    recycle: /se ruega reciclar/u,
    masthead: {
      publisher: /^(?:organización de las )?naciones unidas(?=$| +[a-z]+\/)/u,
      distribution: /distr(?:\.|ibución) ?:? ?(?:general|limitada|reservada|provisional)/u,
      originalLanguage:
        /original ?: ?(?:(?<eng>ingl[ée]s)|(?<fra>franc[ée]s)|(?<spa>espa[ñn]ol)|(?<rus>ruso)|(?<ara>[áa]rabe)|(?<zho>chino))?/u,
      languageOfExpression: /^espa[ñn]ol$/u,
      session: new RegExp(
        '^(?:(?:(?:continuación|reanudación) del )?(?:(?:primer|segundo) )?per[íi]odo(?: ordinario)? de sesiones(?: sustantivo| de organización| ordinario)? de (?<year>\\d{4})|' +
          `${ordinal} per[íi]odo (?<special>extraordinario )?de sesiones(?<emergency> de emergencia)?)(?: \\((?:continuación|reanudado)\\))?`,
        'u',
      ),
      sessionDates: new RegExp(
        `^(?:[a-zà-ÿ ]+, )?(?<startDay>\\d{1,2})º?(?: (?:de )?(?<startMonth>${month}))?(?: (?:de )?(?<startYear>\\d{4}))? ?(?:-|a|al) ?` +
          `(?<endDay>\\d{1,2})º? (?:de )?(?<endMonth>${month}) (?:de )?(?<endYear>\\d{4})$`,
        'u',
      ),
      agendaItem: /^temas? (?<items>\d.{0,80}?),? (?:del? (?:la )?(?:programa|agenda|orden del día))(?: provisional)?/u,
      adoption: new RegExp(
        '^(?:(?:proyectos? de )?(?:resoluci(?:ón|ones)|decisi(?:ón|ones)|declaraci(?:ón|ones)) )?aprobad[ao]s? (?:por (?!\\d)|el \\d|sin |' +
          '(?:por unanimidad )?en (?:la|su) (?<meeting>\\d{1,5}) ?(?:a|ª|º|o)?\\.? sesión)',
        'u',
      ),
      basis: /^\[? ?(?:\([^)]*\) ?)?(?:sin remisi[óo]n previa|sobre la base de|por recomendaci[óo]n de|a propuesta de)/u,
      committees: {
        noMainCommittee: /sin remisi[óo]n previa a (?:una|ninguna) comisi[óo]n principal|^(?:pleno|sesi[óo]n plenaria)$/u,
        plenaryMeeting: /examinada en sesi[óo]n plenaria/u,
        firstCommittee: /primera comisi[óo]n/u,
        secondCommittee: /segunda comisi[óo]n/u,
        thirdCommittee: /tercera(?: comisi[óo]n)?(?= \(|$| \[)/u,
        fourthCommittee: /cuarta comisi[óo]n|comisi[óo]n pol[íi]tica especial y de descolonizaci[óo]n/u,
        fifthCommittee: /quinta comisi[óo]n/u,
        sixthCommittee: /sexta comisi[óo]n/u,
      },
      documentType: /^(?:resoluci[óo]n|decisi[óo]n|proyecto de (?:resoluci[óo]n|decisi[óo]n)|declaraci[óo]n)$/u,
      decisionType: /^(?:[a-z]\. )?(?:otras decisiones|elecciones y nombramientos)$/u,
      resolutionNumber:
        /^(?:resoluci[óo]n )?(?<number>\d{1,4} ?\((?:19|20)\d\d\))[.,]?(?: (?:resolución )?de \d{1,2}º? de [a-zà-ÿ]+ de \d{4})?$/u,
      draft: /proyecto (?:revisado )?de (?:resoluci[óo]n|decisi[óo]n)(?: revisad[oa])?/u,
      presidentialStatement:
        /^(?:declaraci[óo]n|nota) (?:formulada por el|hecha por el|de la|del) presiden(?:t[ea]|cia) del consejo de seguridad/u,
    },
    formula: /^(?:la asamblea general|el consejo (?:de seguridad|econ[óo]mico y social|de derechos humanos)) ?[,:]?$/u,
    preambular: {
      phrases:
        'acogiendo con beneplácito|acogiendo con satisfacción|acogiendo con agrado|aguardando con interés|creyendo necesario|' +
        'creyendo que es necesario|dando las gracias|en vista de|haciendo hincapié|haciendo notar|haciendo referencia|haciendo suya|' +
        'haciendo suyo|haciendo suyas|haciendo suyos|poniendo de relieve|poniendo de manifiesto|rindiendo homenaje|' +
        'señalando a la atención|teniendo en cuenta|teniendo debidamente en cuenta|teniendo en consideración|teniendo presente|' +
        'teniendo presentes|teniendo siempre presente|tomando conocimiento|tomando en consideración|tomando en cuenta|tomando nota|' +
        'tomando buena nota|tomando debida nota|habiendo tomado nota',
      form: opening(
        '',
        `(?:${manner} ){0,4}${disposition}(?: y (?:${manner} )?${disposition})?`, // Profundamente preocupada
        `(?:siendo|estando|siguiendo|permaneciendo)(?: ${manner}){0,4} ${disposition}`,
        `expresando${expressed}`,
        `(?:reiterando|reafirmando|renovando|confirmando|subrayando|afirmando|recordando)${restated}`,
        'habiendo [a-zà-ÿ]+(?:do|to|cho|so)',
        `(?!${notGerund}(?![a-zà-ÿ]))[a-zà-ÿ]+(?:ndo|ándose|iéndose)(?: y [a-zà-ÿ]+ndo)?`,
      ),
      modifiers: following(...prolongations),
    },
    operative: {
      phrases:
        'acoge con beneplácito|acoge con satisfacción|acoge con agrado|acoge con aprecio|aguarda con interés|considera importante|' +
        'considera necesario|da las gracias|hace hincapié|hace notar|hace suya|hace suyas|hace suyo|hace suyos|hace un llamamiento|' +
        'hace un encarecido llamamiento|pone de relieve|pone de manifiesto|reitera la solicitud|reitera que hace suyos|rinde homenaje|' +
        'señala a la atención|tiene en cuenta|tiene presente|tiene presentes|toma conocimiento|toma en consideración|toma en cuenta|' +
        'toma nota|toma buena nota|toma debida nota',
      form: opening(
        '',
        `(?:está|sigue|continúa|permanece)(?: ${manner}){0,4} ${disposition}`,
        '(?:sigue|continúa) [a-zà-ÿ]+ndo',
        `expresa${expressed}`,
        `(?:reitera|reafirma|renueva|confirma|subraya|afirma|declara|destaca)${restated}`,
        // the third person of the present: Decide, Insta, Se compromete, Reconoce y lamenta
        `(?!${notVerb}(?![a-zà-ÿ]))(?:se )?[a-zà-ÿ]{3,}(?:a|e)(?: y (?:${manner} )?(?!que(?![a-zà-ÿ]))[a-zà-ÿ]{3,}[ae])?`,
      ),
      modifiers: following(...prolongations, `[ye] (?:${manner} )?(?!que(?![a-zà-ÿ]))[a-zà-ÿ]{3,}[ae](?: con aprecio)?`),
    },
    meeting: new RegExp(
      `^(?=.{1,40}$)(?:${ordinal.replace('?<ordinal>', '?<number>\\d{1,5}|')}) (?:sesión|reunión)(?: plenaria)? ?(?:\\((?:continuación|reanudada|privada)\\))?$`,
      'u',
    ),
    headings: {
      annex: new RegExp(
        `^(?:anexo)(?: (?<num>${roman}))?(?: (?:a|de) la (?:resolución|decisión) [^ ]+)?(?: \\(continuación\\))?(?: ?[.:*]| [-:] (?<title>.+))?$`,
        'u',
      ),
      appendix: new RegExp(`^apéndice(?: (?<num>${roman}))?(?: ?[.:*]| [-:] (?<title>.+))?$`, 'u'),
      part: new RegExp(
        `^(?=parte |\\S+ parte(?![a-zà-ÿ]))(?:parte )?(?<num>primera|segunda|tercera|cuarta|quinta|${roman})(?: parte)?(?![a-zà-ÿ])`,
        'u',
      ),
      section: new RegExp(`^secci[óo]n (?<num>${roman})(?![a-zà-ÿ])`, 'u'),
      chapter: new RegExp(`^cap[íi]tulo (?<num>primero|${roman})(?![a-zà-ÿ])`, 'u'),
      article: new RegExp(`^(?:art[íi]culo|directriz|principio|regla|norma) (?<num>primero|${roman})(?![a-zà-ÿ])`, 'u'),
      table: /^(?:cuadro|tabla) (?:\d{1,3}|[ivxlc]+)(?![a-zà-ÿ])/u,
    },
    vote: {
      statement: /^\[? ?(?:resoluci[óo]n |decisi[óo]n )?aprobad[ao] (?:sin |en votaci[óo]n|por (?:\d|consenso|unanimidad))/u,
      inFavour: /^(?:votos )?a favor ?(?::|$)/u,
      against: /^(?:votos )?en contra ?(?::|$)/u,
      abstaining: /^(?:abstenciones|se abstuvieron) ?(?::|$)/u,
      counts:
        /(?:por|de) (?<inFavour>\d+) votos?(?: a favor)? contra (?<against>\d+|ninguno)(?:,? (?:y|con) (?<abstaining>\d+) abstenci(?:ón|ones))?/u,
    },
    citation: {
      keyword: /(?:resoluci(?:[óo]n|ones)|decisi(?:[óo]n|ones))(?![a-zà-ÿ])/gu,
      keywordAfter: false,
      own: /(?<![a-zà-ÿ])sus?(?: [a-zà-ÿ]+){0,2} (?:resoluci(?:[óo]n|ones)|decisi(?:[óo]n|ones))$/u,
      foreignBody: new RegExp(
        [
          '(?:sub)?comisión|conferencia|reunión|comité|consejo (?:de administración|ejecutivo)|junta ejecutiva|grupo de trabajo',
          'asamblea (?:mundial|parlamentaria|de los estados|(?:de las naciones unidas )?sobre el medio ambiente)',
          'unión (?:interparlamentaria|africana)|liga de los estados árabes|organismo internacional|unesco',
          '(?:observación|recomendación) general',
        ].join('|'),
        'u',
      ),
      decision: /decisi/u,
      dateLink: /,? (?:aprobadas? )?(?:de fecha |con fecha )?(?:de|del|el) /u,
      bodyLink: /,?(?: aprobadas?)? (?:de la |del |por la |por el )|, (?:la |el )/u,
      part: new RegExp(
        '(?:párrafos?|párrs?\\.) (?<paragraph>\\d{1,3})(?: ?[a-z]{1,4}\\))*' +
          '(?:(?: a |-)(?<upTo>\\d{1,3})| y (?<also>\\d{1,3}))?|' +
          'anexo(?: (?<annex>[ivxlc]+|\\d{1,2}))?(?![a-zà-ÿ])',
        'gu',
      ),
      letters: {},
      internal: new RegExp(
        '(?:párrafos? (?<paragraph>\\d{1,3}(?: ?[a-z]{1,4}\\))*(?:(?:, | y | a )\\d{1,3}(?: ?[a-z]{1,4}\\))*){0,20})|' +
          'sección (?<section>[ivxlc]+|[a-z]|\\d{1,2})|anexo(?: (?<annex>[ivxlc]+|\\d{1,2}))?) ' +
          '(?:supra|infra|anterior(?:es)?|precedentes?|(?:de|a) la presente (?:resolución|decisión))(?![a-zà-ÿ])',
        'gu',
      ),
    },
    ordinalEndings: /^(?:[oaºª]|os|as|er|ra|ro|do|da|to|ta)$/u,
    noteOpening:
      /^(?:ibid|ibíd|véase|véanse|idem|id\.|cf\.|op\. cit|naciones unidas, treaty|documentos oficiales|sociedad de las naciones)/u,
  };
}
