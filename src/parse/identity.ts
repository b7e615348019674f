/** Which document this is: organ, kind, symbol, number and date, put together from what its places say. */
import type { DocumentKind, Metadata, Organ } from '../ast.ts';
import { type Diagnostic, diagnostic } from '../diagnostics.ts';
import { fold, type Language } from '../language/index.ts';
import { openingPhrase } from '../language/opening.ts';
import type { Source } from '../source.ts';
import type { SetAside } from '../text/setaside.ts';
import { findDates } from './dates.ts';

const ORGANS = ['hrc', 'sc', 'ecosoc', 'ga'] as const;

/** The organ that a formula or a line names. */
export function organNamed(text: string, language: Language): Organ | undefined {
  const folded = fold(text);
  return ORGANS.find((organ) => language.organs[organ].test(folded));
}

/** The symbol that a number in the title line stands for: `64/293` of the General Assembly is `A/RES/64/293`. */
export function symbolOf(number: string, organ: Organ, kind: DocumentKind): string | undefined {
  const series = kind === 'decision' ? 'DEC' : 'RES';
  // the oldest symbols have no series before the number in all organs alike: 217 A (III) is A/RES/217 A (III)
  switch (organ) {
    case 'ga':
      return `A/${series}/${number}`;
    case 'sc':
      return kind === 'presidentialStatement' ? undefined : `S/${series}/${number}`;
    case 'ecosoc':
      return `E/${series}/${number}`;
    case 'hrc':
      return `A/HRC/${series}/${number}`;
    default:
      return undefined;
  }
}

/** The number that a symbol ends in: `A/RES/64/293` → `64/293`, `S/PRST/2024/7` → `2024/7`. */
export function numberOf(symbol: string): string | undefined {
  return /^(?:A(?:\/HRC)?|S|E)\/(?:RES|DEC|PRST)\/(.+)$/.exec(symbol)?.[1];
}

/** Facts from the places of a document, the more certain first. */
export interface Places {
  masthead: Partial<Metadata>;
  title: Partial<Metadata>;
  conclusions: Partial<Metadata>;
  /** Said by the first sentence of a text without formula: `At its 34th meeting, on 15 November 2022, the General Assembly …`. */
  opening: Partial<Metadata>;
  /** Printed at the foot of the page, and set aside there. */
  foot: Partial<Metadata>;
  /** Named by the enacting formula. */
  formulaOrgan: Organ | undefined;
  hasFormula: boolean;
  /** Given by the caller. */
  given: Partial<Metadata>;
}

/** Puts the facts together; where two places disagree, the caller comes first, then the masthead. */
export function completeMetadata(places: Places, language: Language, diagnostics: Diagnostic[]): Metadata {
  const { masthead, title, conclusions, opening, foot, formulaOrgan, hasFormula, given } = places;
  const stated = { ...foot, ...conclusions, ...title, ...masthead, ...given };
  // an article about the Assembly names organ and day as well: only what has a number or a kind of its own is one of its acts
  const facts = stated.number || stated.symbol || stated.kind ? { ...opening, ...stated } : stated;
  if (masthead.adoptionDate && conclusions.adoptionDate && masthead.adoptionDate !== conclusions.adoptionDate) {
    const details = `adopted on ${masthead.adoptionDate} in the masthead, ${conclusions.adoptionDate} at the end`;
    diagnostics.push(diagnostic('metadata-conflict', [details]));
    // `Distr.: General ⏎ 4 April 2024 … adopted on 3 April 2023 … 3 April 2024`: the day before it was issued
    const between = masthead.adoptionDate < conclusions.adoptionDate && conclusions.adoptionDate <= (masthead.issueDate ?? '');
    if (between && !given.adoptionDate) facts.adoptionDate = conclusions.adoptionDate;
  }
  const named = formulaOrgan ?? organOfNumber(facts.symbol) ?? (facts === stated ? undefined : opening.organ);
  // a resolution of the Human Rights Council names the General Assembly above it
  const organ =
    given.organ ??
    (masthead.organ && masthead.organ !== 'un' && masthead.organ !== 'ga' ? masthead.organ : (named ?? masthead.organ ?? 'un'));
  const decides = opening.organ !== undefined && facts.number !== undefined && !hasFormula;
  const kind = facts.kind ?? (decides ? 'decision' : kindOf(facts, hasFormula));
  const metadata: Metadata = { ...facts, organ, kind, language: given.language ?? language.code };
  if (!metadata.number && metadata.symbol) {
    const number = numberOf(metadata.symbol);
    if (number) metadata.number = number;
  }
  if (!metadata.symbol && metadata.number) {
    const symbol = symbolOf(metadata.number, organ, kind);
    if (symbol) {
      metadata.symbol = symbol;
      diagnostics.push(diagnostic('symbol-from-number', [symbol]));
    }
  }
  return metadata;
}

function organOfNumber(symbol: string | undefined): Organ | undefined {
  if (!symbol) return undefined;
  if (symbol.startsWith('A/HRC/')) return 'hrc';
  return ({ A: 'ga', S: 'sc', E: 'ecosoc' } as const)[symbol[0] as 'A' | 'S' | 'E'];
}

function kindOf({ symbol, number }: Partial<Metadata>, hasFormula: boolean): DocumentKind {
  if (symbol?.includes('/PRST/')) return 'presidentialStatement';
  if (symbol?.includes('/DEC/')) return 'decision';
  if (symbol && /\/L\.\d/.test(symbol)) return 'resolutionDraft';
  return hasFormula || symbol || number ? 'resolution' : 'other';
}

/** `24-24335 (F)`, `GE.24-18936`: the number is what printers in all languages have in common. */
export function footFacts(source: Source, setAside: readonly SetAside[]): Partial<Metadata> {
  for (const { reason, start, end } of setAside) {
    const jobNumber = reason === 'job number' && /\d{2}-\d{5}/.exec(fold(source.text.slice(start, end)))?.[0];
    if (jobNumber) return { jobNumber };
  }
  return {};
}

/** What the text does not say about the document's identity. */
export function reportIdentity(metadata: Metadata, diagnostics: Diagnostic[]): void {
  if (metadata.kind === 'other') {
    diagnostics.push(diagnostic('not-a-resolution', ['it has neither an enacting formula nor a symbol or number']));
    return;
  }
  if (!metadata.symbol) diagnostics.push(diagnostic('symbol-missing'));
  if (!metadata.adoptionDate) diagnostics.push(diagnostic('date-missing'));
}

/** The day that is all the title of an older resolution of the Security Council says: `242 (1967). Resolution of 22 November 1967`. */
export function datedTitle(title: string, language: Language): Partial<Metadata> {
  const folded = fold(title);
  const [day, ...more] = findDates(folded, language);
  if (!day || more.length > 0) return {};
  const [kind = '', ...link] = `${folded.slice(0, day.start)} ${folded.slice(day.end)}`.trim().split(/ +/);
  return language.masthead.documentType.test(kind) && link.length <= 1 ? { adoptionDate: day.date } : {};
}

/** How far into a text its first sentence says who decided, and when. */
const OPENING = 300;

/** What the first sentence says of a decision or a presidential statement: they have no formula, and often no more. */
export function openingFacts(text: string, language: Language): Partial<Metadata> {
  const folded = fold(text.slice(0, OPENING));
  // a recital cites other organs and days
  if (openingPhrase(folded, language.preambular) > 0) return {};
  const organ = organNamed(folded, language);
  const day = findDates(folded, language)[0];
  if (!organ || !day) return {};
  return { organ, adoptionDate: day.date };
}
