/** Notes, where they are called. */
import type { AuthorialNote, P } from '../ast.ts';
import { isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeLoose, decodeP, encodeP } from './block.ts';
import { type Decoding, isBlank, isRunning, nameOf } from './decoding.ts';
import type { Encoding } from './encoding.ts';
import { decodeInlines } from './inline.ts';
import { hold, type Piece, shell } from './kept.ts';

export function encodeNote(node: AuthorialNote, encoding: Encoding): XmlNode {
  const eId = encoding.register.next(encoding.body.prefix, 'authorialNote');
  encoding.notes.set(node.marker, eId);
  const children = node.children.map((p) => encodeP(p, encoding));
  if (children.length === 0) children.push(mixed('p'));
  return mixed('authorialNote', { marker: node.marker, placement: 'bottom', eId }, children);
}

/** Brackets that are left of the mark before a note: `()	A/HRC/45/40.` */
function withoutBrackets(line: XmlElement, decoding: Decoding): Piece | undefined {
  const [first, ...more] = line.children;
  const [brackets] = (typeof first === 'string' && /^\s*\(\)\s*/.exec(first)) || [];
  if (brackets === undefined) return undefined;
  const words = decodeInlines([(first as string).slice(brackets.length), ...more], decoding);
  return shell(line, [brackets, hold<P>({ type: 'p', children: [] }, words)]);
}

/** Each line of running text is a paragraph, whatever it stands in. */
function decodeLines(node: XmlNode, decoding: Decoding): Piece {
  if (!isElement(node)) return decodeLoose(node, decoding);
  if (nameOf(node) === 'p' || isRunning(node)) return decodeP(node, decoding);
  if (isBlank(node)) return node;
  return shell(
    node,
    node.children.map((child) => decodeLines(child, decoding)),
  );
}

/** @param before raised brackets of the call, and those after it */
export function decodeNote(
  element: XmlElement,
  decoding: Decoding,
  before: readonly XmlElement[],
  after: readonly XmlElement[],
): AuthorialNote {
  const marker = element.attributes.marker ?? '';
  const pieces = element.children.map((child, k): Piece => {
    const withMark = k === 0 && !decoding.ours && isElement(child) && nameOf(child) === 'p';
    return (withMark && withoutBrackets(child, decoding)) || decodeLines(child, decoding);
  });
  decoding.markers.add(marker);
  return hold({ type: 'authorialNote', marker, children: [] }, [...before, shell(element, pieces), ...after]);
}
