/** Who a document is: the Work that a tree is a text of, from its metadata alone. Nothing is invented; what is unknown says so. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Metadata, Organ } from '../ast.ts';
import { type Diagnostic, diagnostic } from '../diagnostics.ts';
import { actors, iriSegment, isDay, type ParsedSymbol, parseSymbol, plainSymbol, seriesOf, workIri } from './iri.ts';

export interface Identity {
  organ: Organ;
  /** Work IRI, without component. */
  work: string;
  subtype: 'deliberation' | 'publication';
  /** IRI of the same Work in the files that the United Nations has published, where they have one. */
  published?: string;
  symbol?: string;
  number: string;
  showAs: string;
  /** Day of the Work, and what the day is. */
  date: string;
  dateName: 'adoption' | 'voting' | 'yearOfNumber' | 'unknown';
  /** What is not known. */
  diagnostics: Diagnostic[];
}

// the placeholder of the AKN4UN guidelines: it sorts before the United Nations
const UNKNOWN_DAY = '1900-01-01';

/**
 * Identifies a resolution.
 *
 * The number comes from the symbol, else from the printed number; with neither it is derived from the title. The day is that of
 * adoption, else what `adoptionDate` knows, else the first of the year that the number gives, else a placeholder named `unknown`.
 *
 * @param opening what stands for the title where there is none
 */
export function identify(
  metadata: Metadata,
  opening: () => string,
  adoptionDate?: (symbol: string) => string | undefined,
): Identity {
  const diagnostics: Diagnostic[] = [];
  const found = numberOf(metadata);
  const organ = found && found.organ !== 'un' ? found.organ : metadata.organ;
  const known = isDay(metadata.adoptionDate) ? metadata.adoptionDate : found?.symbol && adoptionDate?.(found.symbol);
  const year = found?.year;

  let date = UNKNOWN_DAY;
  let dateName: Identity['dateName'] = 'unknown';
  if (isDay(known)) {
    date = known;
    dateName = metadata.kind === 'resolutionDraft' ? 'voting' : 'adoption';
  } else if (year !== undefined) {
    date = `${year}-01-01`;
    dateName = 'yearOfNumber';
    diagnostics.push(diagnostic('date-inferred-year', [year]));
  } else {
    diagnostics.push(diagnostic('date-unknown'));
  }
  const number = found?.number ?? anonymousNumber(organ, metadata.title ?? opening());
  const work = workIri(organ, date, number);
  if (!found) diagnostics.push(diagnostic('identity-unknown', [number]));

  // in their files a statement of the President has no mark of its own: 2004-12
  const published = dateName === 'adoption' && /^(?:PRST-)?(?:E?S-)?\d+-\d+$/.test(number) && actors[organ].published;
  return {
    organ,
    work,
    subtype: 'deliberation',
    ...(published && { published: `/akn/un/statement/deliberation/${published}/${date}/${number.replace('PRST-', '')}/` }),
    ...(found?.symbol && { symbol: found.symbol }),
    number,
    showAs: found?.showAs ?? '[no symbol]',
    date,
    dateName,
    diagnostics,
  };
}

/** Identifies resolutions A, B … published as one document: `A/RES/79/252 A-B`. */
export function identifyCollection(
  metadata: Metadata,
  opening: () => string,
  adoptionDate?: (symbol: string) => string | undefined,
): Identity {
  const whole = identify(metadata, opening, adoptionDate);
  const number = whole.symbol ? iriSegment(whole.symbol) : whole.number;
  const { organ, date, symbol } = whole;
  // the published files name the collection as if it were a resolution without letters
  const common = symbol && parseSymbol(symbol.replace(/ ?[A-Z]-[A-Z]$/, ''));
  const published =
    common && whole.dateName === 'adoption'
      ? { published: `/akn/un/statement/deliberation/${actors[organ].published}/${date}/${common.number}/` }
      : {};
  return {
    ...whole,
    ...published,
    subtype: 'publication',
    work: `/akn/un/documentCollection/publication/${actors[organ].actor}/${date}/${number}`,
    number,
    showAs: symbol ?? whole.showAs,
  };
}

type Found = Pick<ParsedSymbol, 'organ' | 'number' | 'showAs' | 'year'> & { symbol?: string };

function numberOf(metadata: Metadata): Found | undefined {
  const printed = metadata.symbol ?? (metadata.number && `${seriesOf(metadata.organ, metadata.kind) ?? ''}${metadata.number}`);
  if (printed === undefined) return undefined;
  const symbol = plainSymbol(printed);
  const parsed = parseSymbol(symbol);
  if (parsed) return { ...parsed, symbol };
  // of another body, or misprinted: it identifies the document all the same
  const number = iriSegment(symbol);
  return /[A-Za-z0-9]/.test(number)
    ? { organ: metadata.organ, number, showAs: symbol, ...(metadata.symbol && { symbol }) }
    : undefined;
}

function anonymousNumber(organ: Organ, title: string): string {
  const name = `${actors[organ].actor}|${title.replace(/\s+/g, ' ').trim().normalize('NFC')}`;
  return `nn-${bytesToHex(sha256(utf8ToBytes(name))).slice(0, 8)}`;
}
