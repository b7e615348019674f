/**
 * The entry `ntoso/fast-xml-parser`: trees to and from the `preserveOrder` form of fast-xml-parser.
 *
 * The form is plain data, so nothing of the library is needed here. It has no place for the words of a processing instruction that
 * are no attributes: they stand in its text node, which `XMLBuilder` leaves out.
 */

import { decodeDocument, encodeDocument, type FromAknResult } from '../akn/document.ts';
import type { ToAknOptions } from '../akn/encoding.ts';
import type { Root } from '../ast.ts';
import { assembleDocument, type Seen } from '../xml/assemble.ts';
import { DEEPEST_XML } from '../xml/read.ts';
import { documentAsWritten, type WrittenNode } from '../xml/written.ts';

/** One node: `{ p: [ … ], ':@': { '@_eId': 'para_1' } }`, `{ '#text': 'words' }`. */
export interface OrderedNode {
  [name: string]: OrderedNode[] | Record<string, string> | string;
}

/** The names that the options of fast-xml-parser give to what is no element; defaults as there, and `#comment`, `#cdata`. */
export interface OrderedNames {
  /** Before the name of an attribute. */
  attributeNamePrefix?: string;
  textNodeName?: string;
  /** False: there are no comments. */
  commentPropName?: string | false;
  /** False: CDATA sections are text. They are never written. */
  cdataPropName?: string | false;
}

/**
 * Options for `XMLParser` and `XMLBuilder` with which nothing is lost that the form can hold: order, white space, comments, figures
 * as they stand (`1.0` is not the number 1). The parser does not check what it reads: `parser.parse(xml, true)` does.
 */
export const orderedOptions = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@_',
  textNodeName: '#text',
  commentPropName: '#comment',
  cdataPropName: '#cdata',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  // without it `&#8217;` stays as it is
  htmlEntities: true,
  suppressEmptyNode: true,
  maxNestedTags: DEEPEST_XML,
};

/** Pseudo-attributes, and nothing else: `href="a.css" type="text/css"`. */
const PSEUDO_ATTRIBUTES = /^(?:\s*[^\s=<>"']+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*$/;
const PSEUDO_ATTRIBUTE = /([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ATTRIBUTES = ':@';

/**
 * A tree as Akoma Ntoso in the `preserveOrder` form, with the XML declaration: the document that `toAkn` writes, without indentation.
 *
 * @param tree as `fromText` or `fromAkn` gives it
 * @param options as for `toAkn`, and the names in the form
 * @throws TypeError as `toAkn`
 * @example
 * new XMLBuilder(orderedOptions).build(toFastXmlParser(tree)) // '<?xml version="1.0" encoding="UTF-8"?><akomaNtoso …'
 */
export function toFastXmlParser(tree: Root, options: Omit<ToAknOptions, 'indent'> & OrderedNames = {}): OrderedNode[] {
  const { attributeNamePrefix: prefix, textNodeName, commentPropName } = { ...orderedOptions, ...options };
  const text = (value: string): OrderedNode => ({ [textNodeName]: value });
  const prefixed = (attributes: Record<string, string>) =>
    Object.fromEntries(Object.entries(attributes).map(([name, value]) => [prefix + name, value]));

  function ordered(node: WrittenNode): OrderedNode[] {
    if (typeof node === 'string') return [text(node)];
    if ('comment' in node) return commentPropName === false ? [] : [{ [commentPropName]: [text(node.comment)] }];
    if ('instruction' in node) {
      if (!PSEUDO_ATTRIBUTES.test(node.instruction)) return [{ [`?${node.target}`]: [text(node.instruction)] }];
      const pairs = [...node.instruction.matchAll(PSEUDO_ATTRIBUTE)].map(([, name, double, single]) => [
        name,
        double ?? single,
      ]);
      return [withAttributes(`?${node.target}`, [text('')], Object.fromEntries(pairs))];
    }
    return [withAttributes(node.name, node.children.flatMap(ordered), node.attributes)];
  }
  function withAttributes(name: string, children: OrderedNode[], attributes: Record<string, string>): OrderedNode {
    const node = { [name]: children };
    return Object.keys(attributes).length > 0 ? { ...node, [ATTRIBUTES]: prefixed(attributes) } : node;
  }

  const declaration = { target: 'xml', instruction: 'version="1.0" encoding="UTF-8"' };
  return [declaration, ...documentAsWritten(encodeDocument(tree, options))].flatMap(ordered);
}

/**
 * Reads Akoma Ntoso in the `preserveOrder` form, as `fromAkn` reads its characters; positions it has none.
 *
 * @param nodes what `XMLParser` gives with `preserveOrder`
 * @param names those that the parser was given, best its whole options
 * @returns the tree, and what is wrong as far as the form shows it: a second root, a prefix without a namespace
 * @throws TypeError when the argument is not of that form
 * @example
 * fromFastXmlParser(new XMLParser(orderedOptions).parse(xml)).tree.metadata.symbol // 'A/RES/64/293'
 */
export function fromFastXmlParser(nodes: readonly OrderedNode[], names: OrderedNames = {}): FromAknResult {
  const { attributeNamePrefix: prefix, textNodeName, commentPropName, cdataPropName } = { ...orderedOptions, ...names };
  const textOf = (children: unknown): string =>
    listOf(children)
      .map((child) => String(child[textNodeName] ?? ''))
      .join('');

  function look(node: OrderedNode): Seen<OrderedNode> | undefined {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
    if (name === undefined) return undefined;
    const held = node[name];
    // a number or a boolean where the parser was told to see them
    if (name === textNodeName) return String(held);
    if (name === cdataPropName) return textOf(held);
    if (name === commentPropName) return { comment: textOf(held) };
    const attributes = Object.fromEntries(
      Object.entries(node[ATTRIBUTES] ?? {}).map(([key, value]) => [
        key.startsWith(prefix) ? key.slice(prefix.length) : key,
        String(value),
      ]),
    );
    if (name === '?xml') return undefined;
    if (!name.startsWith('?')) return { name, attributes, children: listOf(held) };
    const words = Object.entries(attributes).map(
      ([key, value]) => `${key}=${value.includes('"') ? `'${value}'` : `"${value}"`}`,
    );
    return { target: name.slice(1), instruction: words.join(' ') || textOf(held) };
  }
  return decodeDocument(assembleDocument(listOf(nodes), look));
}

function listOf(nodes: unknown): OrderedNode[] {
  if (Array.isArray(nodes) && nodes.every((node) => typeof node === 'object' && node !== null)) return nodes;
  throw new TypeError('fromFastXmlParser takes what XMLParser gives with the option preserveOrder');
}
