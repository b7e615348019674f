/** Citations against the UN's own links over the corpus, and dates beside them against the days of adoption on record. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Organ } from '../src/ast.ts';
import { languageOf, lexicons } from '../src/language/all.ts';
import { findReferences, type ReferenceContext } from '../src/parse/references.ts';
import { canonicalSymbol } from '../src/parse/symbols.ts';
import { excerptOf, indexSource } from '../src/source.ts';
import { CORPUS, documents, textFile } from './gold.ts';

const findIn = (text: string, context: ReferenceContext) =>
  findReferences(excerptOf(indexSource(text), 0, text.length), context).map(({ start, end, node }) => ({
    start,
    end,
    node: node([]),
  }));

const here = existsSync(`${CORPUS}/manifest.json`);
if (!here) console.info('references are not compared with the links of the UN: ../shared is not here');

interface Link {
  start: number;
  end: number;
  href: string;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (xml: string) => xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] as string);

/** The paragraphs of preamble, body and annexes, and of the notes, with their links; one link in pieces is put together. */
function paragraphsOf(xml: string): { text: string; links: Link[] }[] {
  const notes: string[] = [];
  const from = xml.search(/<(?:preamble|mainBody)\b/);
  const body =
    from < 0
      ? ''
      : xml.slice(from).replace(/<authorialNote\b[^>]*>([\s\S]*?)<\/authorialNote>/g, (_, note: string) => {
          notes.push(note);
          return '';
        });
  return [body, ...notes]
    .flatMap((part) => [...part.matchAll(/<(p|heading|subheading|docTitle)\b[^>]*>([\s\S]*?)<\/\1>/g)])
    .map(([, , inner = '']) => {
      let text = '';
      const links: Link[] = [];
      let open: { start: number; href: string } | undefined;
      for (const piece of inner.split(/(<[^>]*>)/)) {
        if (piece.startsWith('<a ')) open = { start: text.length, href: unescaped(/href="([^"]*)"/.exec(piece)?.[1] ?? '') };
        else if (piece === '</a>' && open) {
          const printed = text.slice(open.start);
          const start = open.start + printed.length - printed.trimStart().length;
          const end = open.start + printed.trimEnd().length;
          const last = links.at(-1);
          if (last && end > start && last.href === open.href && text.slice(last.end, start).trim() === '') last.end = end;
          else if (end > start) links.push({ start, end, href: open.href });
          open = undefined;
        } else if (!piece.startsWith('<')) text += unescaped(piece);
      }
      return { text, links };
    });
}

/** The symbol that a link leads to; undefined for links elsewhere. */
const symbolOfLink = (href: string) => /^https?:\/\/(?:undocs|docs\.un)\.org\/+(?:[a-z]{2}\/+)?(.*\d.*)$/.exec(href)?.[1];

/** For comparison: without blanks, case and part letter, which the UN leaves out of most of its links. */
const comparable = (symbol: string) =>
  canonicalSymbol(decodeURIComponent(symbol))
    .toUpperCase()
    .replace(/ /g, '')
    .replace(/(\d)[A-Z](?:-[A-Z])?(?=\(|$)/, '$1');

/** Links that lead elsewhere than their words, and one to a number that is no resolution's. Read and judged, each. */
const unErrors: Record<string, string> = {
  'ga-77-48-fra 76/40': 'links to 75/47',
  'ga-77-48-fra A/77/113': 'links to A/76/90',
  'hrc-58-14-fra 5/2': 'the Council’s own, linked as the Assembly’s, which had no such numbers',
  'hrc-58-14-fra 6/28': 'as 5/2',
  'hrc-58-14-fra 15/15': 'as 5/2',
  'hrc-58-14-fra 22/8': 'as 5/2',
  'hrc-58-14-fra 31/3': '“ses propres résolutions … 31/3 du 20 avril 2016”',
  'hrc-58-14-fra 40/16': 'as 31/3',
  'hrc-58-14-fra 49/10': 'as 31/3',
  'ga-76-239-spa 1874 (S-IV)': 'links to “1874(S-IV)”, which is no symbol',
  'ecosoc-2023-27-rus 217 A (III)': 'the Universal Declaration, linked as the Economic and Social Council’s',
  'gadec-78-413-ara 78/413': 'a decision (المقرر), linked as a resolution',
  'sc-2666-zho 21/038': 'an order (命令) of a Government',
};

/** Links that we miss. `resolution 2357`, without its year, could be any number. */
const misses = ['sc-2420-eng 2357'];

const codes = lexicons.map(({ code }) => code);

describe.skipIf(!here)('against the links of the UN', () => {
  const organOf = (id: string) => ({ gadec: 'ga', scprst: 'sc' })[id.split('-')[0] as string] ?? id.split('-')[0];
  /** Of our references, the share that the UN links too; the others were read: citations, or symbols of the UN, all of them. */
  const linkedToo: Record<string, number> = { eng: 0.66, fra: 0.96, spa: 0.85, rus: 0.82, ara: 0.56, zho: 0.81 };
  const summary: string[] = [];

  test.each(codes)('%s', (code) => {
    const language = languageOf(code);
    const wrong: string[] = [];
    let [links, found, agreed, ours, linked] = [0, 0, 0, 0, 0];
    for (const { id } of documents().filter((document) => document.language === code)) {
      const organ = organOf(id) as Organ;
      for (const paragraph of paragraphsOf(readFileSync(`${CORPUS}/${id}/gold.xml`, 'utf8'))) {
        const refs = findIn(paragraph.text, { language, organ }).filter(({ node }) => node.type === 'ref');
        const overlaps = (a: { start: number; end: number }, b: Link) => a.start < b.end && a.end > b.start;
        ours += refs.length;
        linked += refs.filter((ref) => paragraph.links.some((link) => overlaps(ref, link))).length;
        for (const link of paragraph.links) {
          const symbol = symbolOfLink(link.href);
          if (!symbol) continue;
          links++;
          const ref = refs.find((one) => overlaps(one, link))?.node;
          const agrees = ref?.type === 'ref' && comparable(ref.symbol) === comparable(symbol);
          if (ref) found++;
          if (agrees) agreed++;
          else wrong.push(`${id} ${paragraph.text.slice(link.start, link.end).replace(/\s/g, ' ')}`);
        }
      }
    }
    summary.push(
      `${code}: ${links} links, ${found} found, ${agreed} agree; ${ours} references, ${linked} linked by the UN too`,
    );
    expect(wrong.filter((one) => !(one in unErrors)).sort()).toEqual(misses.filter((one) => one.includes(`-${code} `)));
    expect(found / links).toBeGreaterThanOrEqual(0.994);
    expect(agreed / found).toBeGreaterThanOrEqual(0.98);
    expect(linked / ours).toBeGreaterThanOrEqual(linkedToo[code] as number);
    if (code === codes.at(-1)) console.info(summary.join('\n'));
  });

  /** Words that contradict the day of adoption: misprints, but for the Russian one, where the table is wrong. */
  const misprints = ['A/RES/78/205 2023-12-22', 'A/RES/70/1 2015-09-27', 'A/RES/75/168 2020-12-23', 'A/RES/73/287 2019-04-15'];

  test('dates beside citations are the days of adoption on record', () => {
    const { dates } = JSON.parse(readFileSync('../shared/reference/symbol-dates.json', 'utf8')) as {
      dates: Record<string, string>;
    };
    const contradictions = new Set<string>();
    let agreed = 0;
    for (const document of documents()) {
      const context = { language: languageOf(document.language), organ: organOf(document.id) as Organ };
      for (const paragraph of textFile(document, 'clean').split(/\n\n+/)) {
        for (const { node } of findIn(paragraph.replaceAll('\n', ' '), context)) {
          if (node.type !== 'ref' || !node.date || !dates[node.symbol]) continue;
          if (dates[node.symbol] === node.date) agreed++;
          else contradictions.add(`${node.symbol} ${node.date}`);
        }
      }
    }
    expect(agreed).toBeGreaterThanOrEqual(500);
    expect([...contradictions].sort()).toEqual(misprints.toSorted());
  });
});
