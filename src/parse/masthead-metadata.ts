/** From the lines of a masthead to facts about the document. */
import type { MastheadRole, Metadata } from '../ast.ts';
import type { Language } from '../language/index.ts';
import { datesOf, organIn, type Said } from './masthead-roles.ts';

/** A line of the masthead whose role is known. */
export interface Item extends Said {
  /** As patterns read it. */
  text: string;
}

/** What the lines of a masthead say about the document; what they do not say is left out. */
export function metadataOf(items: readonly Item[], language: Language): Partial<Metadata> {
  const metadata: Partial<Metadata> = {};
  const firstOf = (role: MastheadRole) => items.find((item) => item.role === role);
  const firstValue = (role: MastheadRole) => items.find((item) => item.role === role && item.value)?.value;
  const set = <Key extends keyof Metadata>(key: Key, value: Metadata[Key] | undefined) => {
    if (value !== undefined) metadata[key] = value;
  };
  const adoption = firstOf('adoption');
  const number = firstOf('resolutionNumber');
  const symbol = firstValue('symbol');
  set('symbol', symbol);
  set('number', number?.value);
  set('issueDate', firstValue('issueDate'));
  set('adoptionDate', firstValue('adoption') ?? (number && datesOf(number.text, language)[0]?.date));
  set('session', firstValue('session'));
  set('agendaItems', firstValue('agendaItem')?.split(', '));
  set('committee', firstValue('basis'));
  set('meeting', adoption && meetingIn(adoption.text, language));
  // the letterhead of a presidential statement may say General Assembly (S/PRST/2025/5): what it is called says whose it is
  const named = [firstOf('subsidiaryOrgan'), firstOf('documentType'), firstOf('organ'), adoption];
  const organ = organOfSymbol(symbol) ?? named.flatMap((item) => (item && organIn(item.text, language)) ?? [])[0];
  // only the Security Council numbers with the year in brackets
  set('organ', organ ?? (number && 'sc'));
  set('kind', kindOf(items, symbol, language));
  return metadata;
}

/** `Adopted by the Security Council at its 9252nd meeting, on 30 January 2023`: the greatest number outside the date. */
function meetingIn(text: string, language: Language): string | undefined {
  const [date] = datesOf(text, language);
  const rest = date ? `${text.slice(0, date.start)} ${text.slice(date.end)}` : text;
  // votes (`by 10 votes to none`) are smaller; a number in brackets is a year, one after a stroke part of a symbol
  const numbers = [...rest.matchAll(/(?<![\d/(])\d{1,5}(?![\d/)])/g)].map(([digits]) => Number(digits));
  return numbers.length > 0 ? String(Math.max(...numbers)) : undefined;
}

function organOfSymbol(symbol = ''): Metadata['organ'] | undefined {
  if (symbol.startsWith('A/HRC/')) return 'hrc';
  if (symbol.startsWith('A/')) return 'ga';
  if (symbol.startsWith('S/')) return 'sc';
  return symbol.startsWith('E/') ? 'ecosoc' : undefined;
}

function kindOf(items: readonly Item[], symbol: string | undefined, language: Language): Metadata['kind'] | undefined {
  const { draft, presidentialStatement } = language.masthead;
  const types = items.filter(({ role }) => role === 'documentType').map(({ text }) => text);
  const adoption = items.find(({ role }) => role === 'adoption');
  if (items.some(({ role }) => role === 'sponsors') || types.some((type) => draft.test(type))) return 'resolutionDraft';
  if (symbol?.includes('/L.')) return 'resolutionDraft';
  if (symbol?.startsWith('S/PRST/') || types.some((type) => presidentialStatement.test(type))) return 'presidentialStatement';
  if (symbol?.includes('/DEC/')) return 'decision';
  if (symbol?.includes('/RES/') || items.some(({ role }) => role === 'resolutionNumber')) return 'resolution';
  if ([...types, adoption?.text ?? ''].some((text) => language.citation.decision.test(text))) return 'decision';
  return adoption || types.length > 0 ? 'resolution' : undefined;
}
