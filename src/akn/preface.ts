/** The preface: number and title. */
import type { DocumentKind, Inline, Preface, Title } from '../ast.ts';
import { element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { type Decoding, isBlank, nameOf } from './decoding.ts';
import { settle, withoutBold, withoutStart } from './drafts.ts';
import { type Encoding, refer } from './encoding.ts';
import { writeAgain } from './held.ts';
import { decodeDrafts, encodeInlines } from './inline.ts';
import { hold, keep, nodesIn, type Piece, shell } from './kept.ts';
import { decodeNum } from './paragraph.ts';

/** None when there is nothing in it. */
export function encodePreface(nodes: readonly Preface[], kind: DocumentKind, encoding: Encoding): XmlElement[] {
  const titles = nodes.flatMap((preface) => preface.children).flatMap((title) => encodeTitle(title, kind, encoding));
  return titles.length > 0 ? [element('preface', {}, titles)] : [];
}

/** `79/154. Trafficking in women and girls`. */
export function encodeTitle(node: Title, kind: DocumentKind, encoding: Encoding): readonly XmlNode[] {
  const again = writeAgain(node, encoding);
  if (again) return again;
  const children: XmlNode[] = [];
  const [number, title] =
    kind === 'decision' ? (['decisionNumber', 'decisionTitle'] as const) : (['resolutionNumber', 'resolutionTitle'] as const);
  if (node.num) children.push(mixed('docNumber', { refersTo: refer(encoding, number) }, [node.num.value]));
  const inlines = encodeInlines(node.children, encoding);
  // `B¹` is no title
  if (node.num && node.children.every(({ type }) => type === 'authorialNote'))
    return [mixed('p', {}, [...children, ...inlines])];
  if (node.num) children.push(' ');
  children.push(mixed('docTitle', { refersTo: refer(encoding, title) }, inlines));
  return [mixed('p', {}, children)];
}

export function decodePreface(element: XmlElement, decoding: Decoding): Preface {
  const pieces = element.children.map((child): Piece => {
    const isLine = isElement(child) && (decoding.ours || !isBlank(child));
    return isLine ? decodeTitle(child, decoding) : child;
  });
  return hold({ type: 'preface', children: [] }, [shell(element, pieces)]);
}

function decodeTitle(element: XmlElement, decoding: Decoding): Title {
  const node: Title = { type: 'title', children: [] };
  const title = (nodes: readonly XmlNode[]) => {
    const drafts = decodeDrafts(nodes, decoding);
    // `<docNumber>75/254.</docNumber> <docTitle>-	Programme budget</docTitle>`
    return settle(decoding.ours ? drafts : withoutStart(withoutBold(drafts), node.num ? /^[-–—] / : ''));
  };
  const isPart = (child: XmlNode) => isElement(child) && /^doc(?:Number|Title)$/.test(nameOf(child));
  const pieces = element.children.some(isPart)
    ? element.children.flatMap((child): Piece[] => {
        if (!isElement(child)) return isBlank(child) ? [child] : title([child]);
        if (nameOf(child) === 'docNumber' && !node.num) {
          node.num = decodeNum(child, decoding);
          return [node.num];
        }
        return nameOf(child) === 'docTitle' ? [shell(child, title(child.children))] : title([child]);
      })
    : title(element.children);
  node.children = nodesIn(pieces).filter((child): child is Inline => child !== node.num);
  return keep(node, [shell(element, pieces)]);
}
