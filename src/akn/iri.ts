/**
 * Symbols and IRIs: how a document is named by the United Nations, and how Akoma Ntoso names it.
 *
 *     Work           /akn/un/statement/deliberation/{actor}/{day of adoption}/{number}
 *     Expression     {Work}/{language}@
 *     Manifestation  {Expression}.xml
 */
import type { DocumentKind, LanguageCode, Organ } from '../ast.ts';

export interface ParsedSymbol {
  organ: Organ;
  /** `other` for a symbol that is not of a deliberation: a report, a draft, a letter. */
  kind: Exclude<DocumentKind, 'resolutionDraft'>;
  /** The number as a segment of an IRI: `64-293`, `217A-III`, `1325-2000`, `PRST-2004-12`, `A-64-L.64`. */
  number: string;
  /** The number as people write it: `64/293`, `217 A (III)`, `1325 (2000)`. */
  showAs: string;
  /** Year that the number itself gives: `S/RES/1325 (2000)`, `E/RES/2021/25`. That of a GA session is not one. */
  year?: string;
}

/** Segment of an IRI for an organ: AKN4UN's, and the one in the files that the United Nations has published. */
export const actors: Readonly<Record<Organ, { actor: string; published: string }>> = {
  ga: { actor: 'un-ga', published: 'unga' },
  sc: { actor: 'un-sc', published: 'unsc' },
  ecosoc: { actor: 'un-ecosoc', published: 'unecosoc' },
  hrc: { actor: 'un-ga-hrc', published: 'unga-hrc' },
  un: { actor: 'un', published: 'un' },
};

/** Beginnings of the symbols of deliberations. */
const SERIES: readonly (readonly [string, Organ, ParsedSymbol['kind']])[] = [
  ['A/HRC/RES/', 'hrc', 'resolution'],
  ['A/HRC/DEC/', 'hrc', 'decision'],
  ['A/HRC/PRST/', 'hrc', 'presidentialStatement'],
  ['A/RES/', 'ga', 'resolution'],
  ['A/DEC/', 'ga', 'decision'],
  ['S/RES/', 'sc', 'resolution'],
  ['S/PRST/', 'sc', 'presidentialStatement'],
  ['E/RES/', 'ecosoc', 'resolution'],
  ['E/DEC/', 'ecosoc', 'decision'],
];
// the first that fits: A/HRC/ before A/
const ISSUERS: readonly (readonly [string, Organ])[] = [
  ['A/HRC/', 'hrc'],
  ['A/', 'ga'],
  ['S/', 'sc'],
  ['E/', 'ecosoc'],
];

// 79/154 · 79/252 A · 79/252 A-B · ES-11/1 · 2021/25
const BY_SESSION = /^((?:E?S-)?\d+)\/(\d+)(?: ?([A-Z](?:-[A-Z])?))?$/;
// 217 A (III) · 2758 (XXVI) · 1874 (S-IV) · 1566 (L)
const BY_ROMAN_SESSION = /^(\d+)(?: ?([A-Z](?:-[A-Z])?))? ?\(((?:E?S-)?[IVXLC]+)\)$/;
// 1325 (2000)
const BY_YEAR = /^(\d+) ?\((\d{4})\)$/;
const YEAR = /^(?:19|20)\d\d$/;

/** A symbol with plain spaces and hyphens and without the asterisk of a reissue: `A/RES/ES‑10/15*` → `A/RES/ES-10/15`. */
export function plainSymbol(symbol: string): string {
  return symbol
    .replace(/[\u2010-\u2013]/g, '-')
    .replace(/[\s*]+/g, ' ')
    .trim();
}

/**
 * Reads a symbol of one of the four organs.
 *
 * @param symbol canonical (`A/RES/64/293`); no-break spaces and hyphens and a final asterisk are taken as printed
 * @returns undefined for symbols of other bodies (`FCCC/CP/2015/10`) and for what is no symbol
 * @example
 * parseSymbol('S/RES/1325 (2000)') // { organ: 'sc', kind: 'resolution', number: '1325-2000', showAs: '1325 (2000)', year: '2000' }
 */
export function parseSymbol(symbol: string): ParsedSymbol | undefined {
  const plain = plainSymbol(symbol);
  for (const [prefix, organ, kind] of SERIES) {
    if (!plain.startsWith(prefix)) continue;
    const deliberation = parseNumber(plain.slice(prefix.length), organ);
    if (!deliberation) continue;
    // alone, 2004-12 could be a resolution of the Economic and Social Council as well
    if (kind === 'presidentialStatement')
      return { organ, kind, ...deliberation, number: `PRST-${deliberation.number}`, showAs: plain };
    return { organ, kind, ...deliberation };
  }
  const issuer = ISSUERS.find(([prefix]) => plain.startsWith(prefix));
  const number = iriSegment(plain);
  if (!issuer || number.length <= 2) return undefined;
  const year = issuer[1] === 'ga' || issuer[1] === 'hrc' ? undefined : plain.split('/').find((part) => YEAR.test(part));
  return { organ: issuer[1], kind: 'other', number, showAs: plain, ...(year && { year }) };
}

function parseNumber(showAs: string, organ: Organ): Pick<ParsedSymbol, 'number' | 'showAs' | 'year'> | undefined {
  const bySession = BY_SESSION.exec(showAs);
  if (bySession) {
    const [, session = '', count, letter = ''] = bySession;
    const year = organ !== 'ga' && organ !== 'hrc' && YEAR.test(session) ? session : undefined;
    return { number: `${session}-${count}${letter}`, showAs, ...(year && { year }) };
  }
  const byRoman = BY_ROMAN_SESSION.exec(showAs);
  if (byRoman) return { number: `${byRoman[1]}${byRoman[2] ?? ''}-${byRoman[3]}`, showAs };
  const byYear = BY_YEAR.exec(showAs);
  if (byYear) return { number: `${byYear[1]}-${byYear[2]}`, showAs, ...(byYear[2] && { year: byYear[2] }) };
  return undefined;
}

/** The beginning of the symbols of an organ's documents of a kind: `A/RES/`; undefined where there is none. */
export function seriesOf(organ: Organ, kind: DocumentKind): string | undefined {
  return SERIES.find((series) => series[1] === organ && series[2] === kind)?.[0];
}

/** GL's substitution for a whole symbol: `/` → `-`, space → `_`; what an IRI would have to escape goes. */
export function iriSegment(symbol: string): string {
  return symbol
    .replace(/\//g, '-')
    .replace(/\s+/g, '_')
    .replace(/[^A-Za-z0-9._-]+/g, '');
}

/**
 * The Work IRI of a deliberation.
 *
 * @param date `YYYY-MM-DD`
 * @example
 * workIri('ga', '2010-07-30', '64-293') // '/akn/un/statement/deliberation/un-ga/2010-07-30/64-293'
 */
export function workIri(organ: Organ, date: string, number: string): string {
  return `/akn/un/statement/deliberation/${actors[organ].actor}/${date}/${number}`;
}

// undocs.org knows two letters only; a text of unknown language links to the English page
const UNDOCS: Readonly<Record<LanguageCode, string>> = {
  eng: 'en',
  fra: 'fr',
  spa: 'es',
  rus: 'ru',
  ara: 'ar',
  zho: 'zh',
  und: 'en',
};

/** The page of a document at undocs.org, in the language of the citing text. */
export function undocsUrl(symbol: string, language: LanguageCode): string {
  return `https://undocs.org/${UNDOCS[language]}/${escapeIri(plainSymbol(symbol).replace(/ /g, ''))}`;
}

/** Percent-encodes what may not stand in a relative reference; halves of surrogate pairs have no encoding and go. */
export function escapeIri(part: string): string {
  return part.replace(/\p{Surrogate}/gu, '').replace(/[^A-Za-z0-9/().~*!$&'+,;=@_-]/gu, encodeURIComponent);
}

/**
 * Whether a string is a real day, `YYYY-MM-DD`. Years before 1000 are not: `0001-01-01` is a placeholder in published files.
 *
 * @example
 * isDay('2023-02-30') // false
 */
export function isDay(date: string | undefined): date is string {
  const match = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(date ?? '');
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
