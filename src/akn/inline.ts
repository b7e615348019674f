/** Inline nodes: text, typography, notes, citations, dates. */
import type { AuthorialNote, Inline, InternalRef, Phrase, Ref } from '../ast.ts';
import { mixed, type XmlNode } from '../xml/tree.ts';
import { encodeP } from './block.ts';
import { type Encoding, refer } from './encoding.ts';
import { escapeIri, isDay, parseSymbol, undocsUrl, workIri } from './iri.ts';

export function encodeInlines(nodes: readonly Inline[], encoding: Encoding): XmlNode[] {
  const encoded: XmlNode[] = [];
  for (const node of nodes) encodeInline(node, encoding, encoded);
  return encoded;
}

function encodeInline(node: Inline, encoding: Encoding, into: XmlNode[]): void {
  switch (node.type) {
    case 'text':
      if (node.value !== '') into.push(node.value);
      break;
    case 'emphasis':
      if (node.style === 'sup' || node.style === 'sub')
        into.push(mixed(node.style, {}, encodeInlines(node.children, encoding)));
      else into.push(mixed('span', { class: node.style }, encodeInlines(node.children, encoding)));
      break;
    case 'phrase':
      into.push(encodePhrase(node, encoding));
      break;
    case 'authorialNote':
      into.push(encodeNote(node, encoding));
      break;
    case 'noteRef': {
      const eId = encoding.notes.get(node.marker);
      // a call without a note stays what it looks like
      if (eId === undefined) into.push(mixed('sup', {}, [node.marker]));
      else into.push(mixed('noteRef', { href: `#${eId}`, marker: node.marker, placement: 'bottom' }));
      break;
    }
    case 'ref':
      into.push(encodeRef(node, encoding));
      break;
    case 'internalRef':
      into.push(mixed('ref', { href: internalHref(node, encoding) }, encodeInlines(node.children, encoding)));
      break;
    case 'date':
      if (encoding.options.dates !== false && isDay(node.date)) {
        into.push(mixed('date', { date: node.date }, encodeInlines(node.children, encoding)));
      } else {
        for (const child of node.children) encodeInline(child, encoding, into);
      }
      break;
    case 'break':
      into.push(mixed('eol'));
      break;
    default:
      throw new TypeError(`not an inline node: ${(node as { type: unknown }).type}`);
  }
}

// how the Secretariat prints the phrase: no italics in Chinese, bold ones in Arabic
function phraseClass({ metadata }: Encoding): string {
  if (metadata.language === 'zho') return 'bold';
  return metadata.language === 'ara' && metadata.organ !== 'hrc' ? 'bold italic' : 'italic';
}

function encodePhrase(node: Phrase, encoding: Encoding): XmlNode {
  return mixed(
    'span',
    { class: phraseClass(encoding), refersTo: refer(encoding, node.role) },
    encodeInlines(node.children, encoding),
  );
}

function encodeNote(node: AuthorialNote, encoding: Encoding): XmlNode {
  const eId = encoding.register.next(encoding.body.prefix, 'authorialNote');
  const children = node.children.map((p) => encodeP(p, encoding));
  encoding.notes.set(node.marker, eId);
  if (children.length === 0) children.push(mixed('p'));
  return mixed('authorialNote', { marker: node.marker, placement: 'bottom', eId }, children);
}

/** A deliberation whose day is known is a Work, of which a part may be meant; any other document is a page at undocs.org. */
function encodeRef(node: Ref, encoding: Encoding): XmlNode {
  const children = encodeInlines(node.children, encoding);
  const cited = parseSymbol(node.symbol);
  if (cited && cited.kind !== 'other') {
    const date = isDay(node.date) ? node.date : encoding.options.adoptionDate?.(node.symbol);
    if (isDay(date)) {
      const { annex, paragraph, upTo } = node.part ?? {};
      const part = annex === undefined ? 'main' : `annex_${escapeIri(annex)}`;
      const href = `${workIri(cited.organ, date, cited.number)}/!${part}`;
      const fragment = (number: string) =>
        `${href}#${annex === undefined ? '' : `att_${escapeIri(annex)}__`}para_${escapeIri(number)}`;
      if (paragraph === undefined) return mixed('ref', { href }, children);
      if (upTo === undefined) return mixed('ref', { href: fragment(paragraph) }, children);
      return mixed('rref', { from: fragment(paragraph), upTo: fragment(upTo) }, children);
    }
  }
  return mixed('a', { href: undocsUrl(node.symbol, encoding.metadata.language) }, children);
}

/** A number that this text does not have is looked for in the main body: an annex may speak of the resolution's paragraph 5. */
function internalHref({ target, num }: InternalRef, { scope, body }: Encoding): string {
  if (target === 'annex') return `!annex_${escapeIri(num) || '1'}`;
  const key = `${target} ${num}`;
  const eId = scope.targets.get(key) ?? body.targets.get(key);
  return `#${eId ?? `${target === 'section' ? 'sec' : 'para'}_${escapeIri(num)}`}`;
}

/** The words of inline nodes, without notes, white space collapsed: for what stands in attributes. */
export function plainText(nodes: readonly Inline[]): string {
  return wordsOf(nodes).replace(/\s+/g, ' ').trim();
}

function wordsOf(nodes: readonly Inline[]): string {
  let words = '';
  for (const node of nodes) {
    if (node.type === 'text') words += node.value;
    else if (node.type === 'break') words += ' ';
    else if (node.type !== 'authorialNote' && node.type !== 'noteRef') words += wordsOf(node.children);
  }
  return words;
}
