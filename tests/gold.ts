/** The corpus beside the project, and what the UN's own files in it say: the fields of its aknmeta.py, computed alike. */
import { readFileSync } from 'node:fs';
import type { Language } from '../src/language/index.ts';
import type { Source } from '../src/source.ts';
import { detectDialect } from '../src/text/dialect.ts';
import { takeFootnotes } from '../src/text/footnotes.ts';
import { takeFurniture } from '../src/text/furniture.ts';
import { type Line, readLines } from '../src/text/lines.ts';
import { readMarkup } from '../src/text/markup.ts';
import { mergeRaised } from '../src/text/raised.ts';

export const CORPUS = '../shared/corpus/dev';

export type Dialect = 'clean' | 'pdf' | 'layout' | 'tika' | 'markdown';

export interface CorpusDocument {
  id: string;
  organ: string;
  language: Language['code'];
  /** Fields whose words stand intact in a dialect's text. */
  meta: Record<Dialect, string[]>;
}

export interface GoldFields {
  symbol?: string;
  date?: string;
  session?: string;
  sessionWords: string;
  agenda?: string;
  organ: string;
  /** Of the conclusions: days, numbers of meetings, and counts of the vote, in their order. */
  dates: string[];
  meetings: string[];
  votes: { side: string; count: number }[];
}

export const documents = (): CorpusDocument[] => JSON.parse(readFileSync(`${CORPUS}/manifest.json`, 'utf8'));

export const textFile = ({ id }: CorpusDocument, dialect: Dialect): string =>
  readFileSync(`${CORPUS}/${id}/${dialect}.txt`, 'utf8');

/** The lines of a text as the parser gets them: marks, furniture of the page and notes taken out. */
export function linesOf(source: Source, language: Language): Line[] {
  const raw = readLines(source);
  const dialect = detectDialect(raw, language);
  const marked = dialect.markdown ? readMarkup(raw, []) : raw;
  const page = takeFurniture(dialect.spaced ? mergeRaised(source, marked) : marked, dialect, language, []);
  return takeFootnotes(page.lines, page.afterRule, dialect).lines;
}

const words = (xml = '') =>
  xml
    .replace(/<authorialNote.*?<\/authorialNote>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const attribute = (name: string, tag = '') => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** `19 c)`, `19 (c)` → `19c`. */
function agendaItem(text = ''): string {
  const match = /(\d+)\s*,?\s*(?:\(?\s*([a-z]{1,2}|[\u0621-\u064a]{1,2}|[\u0430-\u044f])\s*\))?/i.exec(text.normalize('NFKC'));
  return match ? `${match[1]}${(match[2] ?? '').toLowerCase()}` : '';
}

const ORGANS: Record<string, string> = { GADEC: 'ga', SCPRST: 'sc' };

/** Fields are left out where the file lacks them or contradicts itself. */
export function goldOf({ id, organ }: CorpusDocument): GoldFields {
  const xml = readFileSync(`${CORPUS}/${id}/gold.xml`, 'utf8');
  const cover = /<coverPage.*?<\/coverPage>/s.exec(xml)?.[0] ?? '';
  const conclusions = [...xml.matchAll(/<conclusions.*?<\/conclusions>/gs)].map(([part]) => part).join('');
  const adoptions = [...xml.matchAll(/<docDate([^>]*#adoptionDate[^>]*)>(.*?)<\/docDate>/gs)];
  const days = adoptions.map(([, tag]) => attribute('date', tag) ?? '');
  const work = /<FRBRWork>.*?<FRBRdate[^>]*date="([^"]*)"/s.exec(xml)?.[1];
  const [, sessionTag, sessionWords] = /<session([^>]*)>(.*?)<\/session>/s.exec(cover) ?? [];
  const [, itemTag, itemWords] = /<inline([^>]*name="agenda item"[^>]*)>(.*?)<\/inline>/s.exec(cover) ?? [];

  const gold: GoldFields = {
    organ: ORGANS[organ] ?? organ.toLowerCase(),
    sessionWords: words(sessionWords),
    dates: [...conclusions.matchAll(/<docDate([^>]*)>/g)].map(([, tag]) => attribute('date', tag) ?? ''),
    meetings: [...conclusions.matchAll(/<(?:location|inline)([^>]*adoptionMeeting[^>]*)>/g)].flatMap(
      ([, tag]) => /\d+/.exec(attribute('title', tag) ?? '')?.[0] ?? [],
    ),
    votes: [...conclusions.matchAll(/<quantity([^>]*)>/g)].map(([, tag]) => ({
      side: attribute('refersTo', tag)?.slice(1) ?? '',
      count: Number(attribute('normalized', tag)),
    })),
  };
  const symbol = words(/<docNumber[^>]*#symbol[^>]*>(.*?)<\/docNumber>/s.exec(cover)?.[1]);
  if (symbol) gold.symbol = symbol.normalize('NFKC').replace(/‑/g, '-').replace(/[\s.]/g, '').toUpperCase();
  const date = work ?? days[0];
  const yearsAgree = adoptions.every(
    ([, tag, text]) => !/\d{4}/.test(words(text)) || words(text).includes((attribute('date', tag) ?? '').slice(0, 4)),
  );
  // a statement's day of adoption stands in its text
  if (organ !== 'SCPRST' && date && date > '1946' && new Set([date, ...days]).size === 1 && yearsAgree) gold.date = date;
  const session = attribute('value', sessionTag);
  if (session && gold.sessionWords) gold.session = session;
  const [value, printed] = [agendaItem(attribute('title', itemTag)), agendaItem(words(itemWords))];
  const alike = value.replace(/\D/g, '') === printed.replace(/\D/g, '');
  const several = (words(itemWords).match(/\d+/g)?.length ?? 0) > 1;
  if (printed && !several && (!value || alike)) gold.agenda = value.length >= printed.length ? value : printed;
  return gold;
}
