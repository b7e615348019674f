/** The entry `ntoso/xmlbuilder2`: trees to and from documents of xmlbuilder2, which are a DOM. */
import { create } from 'xmlbuilder2';
import { decodeDocument, encodeDocument, type FromAknResult } from '../akn/document.ts';
import type { ToAknOptions } from '../akn/encoding.ts';
import type { Root } from '../ast.ts';
import { assembleDocument, type Seen } from '../xml/assemble.ts';
import { OUTERMOST, prefixOf, type Scope, scopeIn, XMLNS } from '../xml/namespaces.ts';
import { documentAsWritten, type WrittenNode } from '../xml/written.ts';

/** A document of xmlbuilder2, or a place in one. */
export type XMLBuilder = ReturnType<typeof create>;
type Node = XMLBuilder['node'];
type Document = NonNullable<Node['ownerDocument']>;
type Element = ReturnType<Document['createElementNS']>;

const [ELEMENT, TEXT, CDATA, INSTRUCTION, COMMENT] = [1, 3, 4, 7, 8];

/**
 * A tree as a document of xmlbuilder2, in which every element and attribute has its namespace: for its own methods, and for all that
 * works on a DOM (`document.node`), such as XPath.
 *
 * @param tree as `fromText` or `fromAkn` gives it
 * @param options as for `toAkn`
 * @returns the document that `toAkn` writes. Written by `end()`, indentation would put white space into running text, and words like
 *   `&lt;` would pass for references; `toAkn(fromXmlBuilder(document).tree)` writes it exactly
 * @throws TypeError as `toAkn`
 * @example
 * const document = toXmlBuilder(tree);
 * document.find(({ node }) => node.nodeName === 'docTitle', false, true)?.txt(' (corrected)');
 */
export function toXmlBuilder(tree: Root, options: Omit<ToAknOptions, 'indent'> = {}): XMLBuilder {
  const builder = create({ version: '1.0', encoding: 'UTF-8' });
  const document = builder.node as Document;
  append(document, documentAsWritten(encodeDocument(tree, options)), OUTERMOST, document);
  return builder;
}

function append(parent: Node, nodes: readonly WrittenNode[], outer: Scope, document: Document): void {
  for (const node of nodes) {
    if (typeof node === 'string') parent.appendChild(document.createTextNode(node));
    else if ('comment' in node) parent.appendChild(document.createComment(node.comment));
    else if ('instruction' in node) parent.appendChild(document.createProcessingInstruction(node.target, node.instruction));
    else {
      const scope = scopeIn(outer, node.attributes);
      const uri = scope.get(prefixOf(node.name));
      const element = uri ? document.createElementNS(uri, node.name) : document.createElement(node.name);
      for (const [name, value] of Object.entries(node.attributes)) {
        // the empty prefix is no attribute's namespace, and `xmlns` stands in one without having a prefix
        const namespace = name === 'xmlns' ? XMLNS : prefixOf(name) && scope.get(prefixOf(name));
        if (namespace) element.setAttributeNS(namespace, name, value);
        else element.setAttribute(name, value);
      }
      append(element, node.children, scope, document);
      parent.appendChild(element);
    }
  }
}

/**
 * Reads a document of xmlbuilder2, as `fromAkn` reads its characters; positions it has none.
 *
 * @param builder the document or any place in it; its nodes need no declarations of their namespaces
 * @returns the tree, and what is wrong as far as nodes show it
 * @example
 * fromXmlBuilder(create(xml)).tree.metadata.symbol // 'A/RES/64/293'
 */
export function fromXmlBuilder(builder: XMLBuilder): FromAknResult {
  return decodeDocument(assembleDocument<Node>(builder.doc().node.childNodes, look));
}

function look(node: Node, outer: Scope): Seen<Node> | undefined {
  switch (node.nodeType) {
    case TEXT:
    case CDATA:
      return node.nodeValue ?? '';
    case COMMENT:
      return { comment: node.nodeValue ?? '' };
    case INSTRUCTION:
      return { target: node.nodeName, instruction: node.nodeValue ?? '' };
    case ELEMENT:
      return { name: node.nodeName, attributes: attributesOf(node as Element, outer), children: node.childNodes };
    default:
      return undefined;
  }
}

/** The attributes of an element in their order, then the declarations that it lacks: a node knows its namespace without any. */
function attributesOf(element: Element, outer: Scope): Record<string, string> {
  const attributes = [...element.attributes];
  const declarations = attributes.filter(({ namespaceURI }) => namespaceURI === XMLNS);
  const scope = new Map(scopeIn(outer, Object.fromEntries(declarations.map(({ name, value }) => [name, value]))));
  const missing: Record<string, string> = {};
  const declare = (prefix: string, uri: string) => {
    scope.set(prefix, uri);
    missing[prefix ? `xmlns:${prefix}` : 'xmlns'] = uri;
  };
  const own = element.namespaceURI ?? '';
  if (scope.get(element.prefix ?? '') !== own) declare(element.prefix ?? '', own);

  const named = attributes.map(({ name, localName, namespaceURI, prefix, value }) => {
    if (namespaceURI === null || namespaceURI === XMLNS || (prefix && scope.get(prefix) === namespaceURI)) return [name, value];
    let known = prefix && !scope.has(prefix) ? prefix : [...scope].find(([key, uri]) => key && uri === namespaceURI)?.[0];
    for (let k = 1; !known; k++) if (!scope.has(`ns${k}`)) known = `ns${k}`;
    if (!scope.has(known)) declare(known, namespaceURI);
    return [`${known}:${localName}`, value];
  });
  return { ...Object.fromEntries(named), ...missing };
}
