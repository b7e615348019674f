/** Addresses back to symbols: Work IRIs, ours and the published ones, and the pages of undocs.org and docs.un.org. */
import type { Organ } from '../ast.ts';
import { actors, isDay } from './iri.ts';

const ORGANS: ReadonlyMap<string, Organ> = new Map(
  (Object.entries(actors) as [Organ, { actor: string; published: string }][]).flatMap(([organ, { actor, published }]) => [
    [actor, organ],
    [published, organ],
  ]),
);
const PREFIXES: Readonly<Record<Organ, string>> = { ga: 'A/', sc: 'S/', ecosoc: 'E/', hrc: 'A/HRC/', un: '' };

export interface WorkLink {
  organ: Organ;
  symbol: string;
  /** Absent when it is a placeholder. */
  date?: string;
  /** `main`, `annex_1`. */
  component: string;
  /** Identifier after `#`. */
  fragment: string;
}

const WORK =
  /^\/akn\/un\/statement\/[a-z]+\/([a-z-]+)\/(\d{4}-\d\d-\d\d)?\/([^/#!]+)(?:\/([a-z]{3}@[^/!#]*))?\/?(?:!([^/#]*)(?:\/([^/#]+))?\/?)?(?:#(.*))?$/;

/**
 * Reads the IRI of a deliberation.
 *
 * @returns undefined for what is none
 * @example
 * workOf('/akn/un/statement/deliberation/un-sc/2000-10-31/1325-2000/!main#para_4')
 * // { organ: 'sc', symbol: 'S/RES/1325 (2000)', date: '2000-10-31', component: 'main', fragment: 'para_4' }
 */
export function workOf(iri: string): WorkLink | undefined {
  const match = WORK.exec(iri);
  const organ = ORGANS.get(match?.[1] ?? '');
  if (!match || !organ) return undefined;
  const [, , date, number = '', , component = 'main', inner, fragment = ''] = match;
  const symbol = symbolOf(organ, number);
  const link: WorkLink = { organ, symbol, component: inner ?? component, fragment };
  if (isDay(date)) link.date = date;
  return link;
}

/** `64-293` → `A/RES/64/293`, `217A-III` → `A/RES/217 A (III)`, `1325-2000` → `S/RES/1325 (2000)`. */
function symbolOf(organ: Organ, number: string): string {
  const prefix = PREFIXES[organ];
  const statement = /^PRST-(\d+)-(\d+)$/.exec(number);
  if (statement) return `${prefix}PRST/${statement[1]}/${statement[2]}`;
  const roman = /^(\d+)([A-Z](?:-[A-Z])?)?-((?:E?S-)?[IVXLC]+)$/.exec(number);
  if (roman) return `${prefix}RES/${roman[1]}${roman[2] ? ` ${roman[2]}` : ''} (${roman[3]})`;
  const year = organ === 'sc' ? /^(\d+)-(\d{4})$/.exec(number) : null;
  if (year) return `S/RES/${year[1]} (${year[2]})`;
  const session = /^((?:E?S-)?\d+)-(\d+)([A-Z](?:-[A-Z])?)?$/.exec(number);
  if (!session) return number.replace(/-/g, '/').replace(/_/g, ' ');
  return `${prefix}RES/${session[1]}/${session[2]}${session[3] ? ` ${session[3]}` : ''}`;
}

const PAGE = /^https?:\/\/(?:www\.)?(?:undocs|docs\.un)\.org\/(?:(?:en|fr|es|sp|ru|ar|zh|ch|ot)\/)?([^?#]+)/i;

const PLAIN = /^[A-Z][A-Z\d/.-]*\d$/;

/**
 * The symbol of a document from its page at undocs.org or docs.un.org, with the blanks that addresses leave out.
 *
 * @example
 * pageOf('https://undocs.org/fr/A/RES/1514(XV)') // 'A/RES/1514 (XV)'
 */
export function pageOf(url: string): string | undefined {
  const path = PAGE.exec(url.trim())?.[1];
  // most are as they should be: `A/79/451`, `A/RES/79/154`
  if (path === undefined || PLAIN.test(path)) return path;
  const symbol = unescaped(path)
    .replace(/[\u2010-\u2013]/g, '-')
    .replace(/\s+/g, '')
    .replace(/\/+$/, '')
    .replace(/^a\/hrc\//i, 'A/HRC/');
  // only these have blanks
  if (!/\/(?:RES|DEC)\//.test(symbol)) return symbol;
  return symbol
    .replace(
      /^(.*\/RES\/\d+)([A-Z](?:-[A-Z])?)?(\([^)]*\))/,
      (_, start, letter = '', brackets) => `${start}${letter && ` ${letter}`} ${brackets}`,
    )
    .replace(/^(.*\/(?:RES|DEC)\/(?:E?S-)?\d+\/\d+)([A-Z](?:-[A-Z])?)$/, '$1 $2');
}

function unescaped(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    // a percent sign that escapes nothing
    return path;
  }
}
