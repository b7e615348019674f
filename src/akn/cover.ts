/** The cover page: one `p` for each line of the masthead. */
import type { CoverPage, Inline, MastheadLine } from '../ast.ts';
import { plainText } from '../words.ts';
import { type Attributes, element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { encodeDay, withDates } from './day.ts';
import { beside, type Decoding, factsOf, isBlank } from './decoding.ts';
import { type Encoding, refer } from './encoding.ts';
import { writeAgain } from './held.ts';
import { decodeInlines, encodeInlines } from './inline.ts';
import { hold, keep, nodesIn, type Piece, shell } from './kept.ts';
import { isReferenceId, languages, sessions } from './references.ts';
import { LINES, normalFormIn, normalValue, publishedValue, roleOf } from './roles.ts';

/** None when there is nothing in it. */
export function encodeCoverPage(nodes: readonly CoverPage[], encoding: Encoding): XmlElement[] {
  const lines = nodes.flatMap((page) => page.children).flatMap((line) => encodeMastheadLine(line, encoding));
  const eId = `${encoding.body.prefix}coverPage_1`;
  return lines.length > 0 ? [element('coverPage', { eId: encoding.register.claim(eId) }, lines)] : [];
}

export function decodeCoverPage(element: XmlElement, decoding: Decoding): CoverPage {
  const pieces = element.children.map((child): Piece => {
    const isLine = isElement(child) && (decoding.ours || !isBlank(child));
    return isLine ? decodeMastheadLine(child, decoding) : child;
  });
  return hold({ type: 'coverPage', children: [] }, [shell(element, pieces)]);
}

export function encodeMastheadLine(node: MastheadLine, encoding: Encoding): readonly XmlNode[] {
  const again = writeAgain(node, encoding);
  if (again) return again;
  const line = mixed('p', {}, encodeLine(node, encoding));
  const found = normalFormIn(node.role, line, plainText(node.children));
  return [{ ...line, attributes: beside({ value: found }, { value: node.value }) }];
}

function decodeMastheadLine(element: XmlElement, decoding: Decoding): MastheadLine {
  const pieces = decodeInlines(element.children, decoding);
  const children = nodesIn<Inline>(pieces);
  const role = roleOf(element, decoding);
  const words = plainText(children);
  const found =
    normalFormIn(role, element, words) ?? (decoding.ours ? undefined : publishedValue(role, element, words, decoding));
  const normal = found === undefined || decoding.ours ? found : normalValue(role, found);
  const { value } = factsOf(element, ['value'] as const, { value: normal });
  const line: MastheadLine =
    value === undefined ? { type: 'mastheadLine', role, children } : { type: 'mastheadLine', role, value, children };
  return keep(line, [shell(element, pieces)]);
}

function encodeLine(node: MastheadLine, encoding: Encoding): XmlNode[] {
  const plain = LINES[node.role];
  if (plain) {
    const [name, entry, kind] = plain;
    const attributes = { name: kind, title: titleOf(node), refersTo: entry && refer(encoding, entry) };
    return [mixed(name, attributes, encodeInlines(node.children, encoding))];
  }
  switch (node.role) {
    case 'issueDate':
      return encodeDay(node.children, node.value, 'dateOfIssuance', encoding);
    case 'session': {
      const attributes = { value: node.value, refersTo: refer(encoding, sessions[encoding.metadata.organ]) };
      return [mixed('session', attributes, encodeInlines(node.children, encoding))];
    }
    case 'sessionDates':
      return [encodeSessionDates(node, encoding)];
    case 'languageOfExpression':
    case 'originalLanguage': {
      const language = languages.get(node.value ?? '');
      const attributes = language ? { refersTo: refer(encoding, language) } : { title: titleOf(node) };
      return [mixed('inline', { name: node.role, ...attributes }, encodeInlines(node.children, encoding))];
    }
    case 'resolutionNumber':
      return [encodeResolutionNumber(node, encoding)];
    case 'adoption': {
      const children = withDates(node.children, encoding, () => ['docDate', 'adoptionDate']);
      return [mixed('docTitle', { title: titleOf(node), refersTo: refer(encoding, 'adoption') }, children)];
    }
    case 'basis':
      return [encodeBasis(node, encoding)];
    case 'other':
      return encodeInlines(node.children, encoding);
    default:
      throw new TypeError(`not a role of the masthead: ${node.role}`);
  }
}

/** The normal form of a line where it is not what is printed: agenda item `19(c)`. */
function titleOf(node: MastheadLine): string | undefined {
  return node.value === plainText(node.children) ? undefined : node.value;
}

/** `9 September–11 October 2024`. */
function encodeSessionDates(node: MastheadLine, encoding: Encoding): XmlElement {
  const children = withDates(node.children, encoding, (k, n) => ['date', k === n - 1 && n > 1 ? 'endDate' : 'startDate']);
  const refersTo = refer(encoding, sessions[encoding.metadata.organ]);
  return mixed('event', { title: titleOf(node), refersTo }, children);
}

/** `Resolution 2674 (2023)`: the number within the line, where it stands as in the value. */
function encodeResolutionNumber(node: MastheadLine, encoding: Encoding): XmlElement {
  const refersTo = refer(encoding, 'resolutionNumber');
  let found = !node.value;
  const children = node.children.flatMap((child): XmlNode[] => {
    const at = found || child.type !== 'text' ? -1 : child.value.indexOf(node.value as string);
    if (at < 0 || child.type !== 'text') return encodeInlines([child], encoding);
    found = true;
    const end = at + (node.value as string).length;
    const number = mixed('docNumber', { refersTo }, [child.value.slice(at, end)]);
    return [child.value.slice(0, at), number, child.value.slice(end)].filter((part) => part !== '');
  });
  return mixed('docTitle', { title: found ? undefined : node.value, refersTo }, children);
}

/** `[on the report of the Third Committee (A/79/451, para. 65)]`: the citation in it is of the document that it came in. */
function encodeBasis(node: MastheadLine, encoding: Encoding): XmlElement {
  const committee = node.value !== undefined && isReferenceId(node.value) ? node.value : undefined;
  const children = node.children.flatMap((child): XmlNode[] => {
    const encoded = encodeInlines([child], encoding);
    return child.type === 'ref' ? [mixed('inline', { name: 'originating document' }, encoded)] : encoded;
  });
  const attributes: Attributes = committee ? { refersTo: refer(encoding, committee) } : { title: node.value };
  return mixed('docProponent', attributes, children);
}
