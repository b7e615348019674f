/** Citations: of other documents, and of parts of this one. */
import type { InternalRef, Ref } from '../ast.ts';
import { mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { beside, factsOf, nameOf } from './decoding.ts';
import type { Holder } from './drafts.ts';
import type { Encoding } from './encoding.ts';
import { encodeInlines } from './inline.ts';
import { escapeIri, isDay, parseSymbol, undocsUrl, workIri } from './iri.ts';
import { pageOf, workOf } from './link.ts';

/** A deliberation whose day is known is a Work, of which a part may be meant; any other document is a page at undocs.org. */
export function encodeRef(node: Ref, encoding: Encoding): XmlNode {
  const [name, attributes] = linkOf(node, encoding);
  const found = foundIn(mixed(name, attributes));
  const { symbol, date, part } = node;
  const marks = beside(found ?? {}, { symbol, date, ...part });
  if (part && Object.keys(part).length === 0) marks['ntoso:part'] = '';
  return mixed(name, { ...attributes, ...marks }, encodeInlines(node.children, encoding));
}

function linkOf(node: Ref, encoding: Encoding): [name: string, attributes: Record<string, string>] {
  const cited = parseSymbol(node.symbol);
  if (cited && cited.kind !== 'other') {
    const date = isDay(node.date) ? node.date : encoding.options.adoptionDate?.(node.symbol);
    if (isDay(date)) {
      const { annex, paragraph, upTo } = node.part ?? {};
      const part = annex === undefined ? 'main' : `annex_${escapeIri(annex)}`;
      const href = `${workIri(cited.organ, date, cited.number)}/!${part}`;
      const fragment = (number: string) =>
        `${href}#${annex === undefined ? '' : `att_${escapeIri(annex)}__`}para_${escapeIri(number)}`;
      if (paragraph === undefined) return ['ref', { href }];
      if (upTo === undefined) return ['ref', { href: fragment(paragraph) }];
      return ['rref', { from: fragment(paragraph), upTo: fragment(upTo) }];
    }
  }
  return ['a', { href: undocsUrl(node.symbol, encoding.metadata.language) }];
}

const REF_FACTS = ['symbol', 'date', 'annex', 'paragraph', 'upTo'] as const;
type RefFacts = Partial<Record<(typeof REF_FACTS)[number], string>>;

/** What the address in an element says; undefined when it is not that of a document of the United Nations. */
function foundIn(element: XmlElement): RefFacts | undefined {
  const { href, from, upTo } = element.attributes;
  if (nameOf(element) === 'a') {
    const symbol = href === undefined ? undefined : pageOf(href);
    return symbol === undefined ? undefined : { symbol };
  }
  const work = workOf(href ?? from ?? '');
  if (!work) return undefined;
  const { symbol, date, component, fragment } = work;
  const number = (id: string) => /(?:^|__)para_(.+)$/.exec(id)?.[1];
  const paragraph = number(fragment);
  const last = upTo === undefined ? undefined : number(upTo.slice(upTo.indexOf('#') + 1));
  return {
    symbol,
    ...(date !== undefined && { date }),
    ...(component.startsWith('annex') && { annex: component.slice(6) || '1' }),
    ...(paragraph !== undefined && { paragraph }),
    ...(last !== undefined && { upTo: last }),
  };
}

// --------------------------------------------------------------------------------------- parts of this document

export function encodeInternalRef(node: InternalRef, encoding: Encoding): XmlNode {
  const href = internalHref(node, encoding);
  const { target, num } = node;
  return mixed('ref', { href, ...beside(targetOf(href) ?? {}, { target, num }) }, encodeInlines(node.children, encoding));
}

/** A number that this text does not have is looked for in the main body: an annex may speak of the resolution's paragraph 5. */
function internalHref({ target, num }: InternalRef, { scope, body }: Encoding): string {
  if (target === 'annex') return `!annex_${escapeIri(num) || '1'}`;
  const key = `${target} ${num}`;
  const eId = scope.targets.get(key) ?? body.targets.get(key);
  return `#${eId ?? `${target === 'section' ? 'sec' : 'para'}_${escapeIri(num)}`}`;
}

/** `#sec_II__para_1` → paragraph 1, `!annex_2` → annex 2. */
function targetOf(href: string): { target: string; num: string } | undefined {
  const annex = /^!annex(?:_(.+))?$/.exec(href);
  if (annex) return { target: 'annex', num: annex[1] ?? '1' };
  const part = /^#(?:.*__)?(para|sec)_(.+)$/.exec(href);
  return part ? { target: part[1] === 'para' ? 'paragraph' : 'section', num: part[2] as string } : undefined;
}

/** The citation that an `a`, `ref` or `rref` is; undefined for a link to something else. */
export function decodeCitation(element: XmlElement): Holder | undefined {
  const { href = '', 'ntoso:target': target } = element.attributes;
  const internal = targetOf(href) ?? (target === undefined ? undefined : {});
  if (internal && nameOf(element) === 'ref') {
    const facts = factsOf(element, ['target', 'num'] as const, internal);
    const kind = (['paragraph', 'section', 'annex'] as const).find((name) => name === facts.target) ?? 'paragraph';
    return { type: 'internalRef', target: kind, num: facts.num ?? '', children: [] };
  }
  const found = foundIn(element) ?? (element.attributes['ntoso:symbol'] === undefined ? undefined : {});
  if (!found) return undefined;
  const { symbol = '', date, ...part } = factsOf(element, REF_FACTS, found);
  const hasPart = Object.keys(part).length > 0 || element.attributes['ntoso:part'] !== undefined;
  // as most are
  if (date === undefined && !hasPart) return { type: 'ref', symbol, children: [] };
  return { type: 'ref', symbol, ...(date !== undefined && { date }), ...(hasPart && { part }), children: [] };
}
