/** Nodes that another library has read → a document, as `readXml` gives it. */
import { diagnostic } from '../diagnostics.ts';
import { localOf, namespaceOf, OUTERMOST, prefixOf, type Scope, scopeIn } from './namespaces.ts';
import { DEEPEST_XML, type ReadXmlResult } from './read.ts';
import type { Attributes, XmlComment, XmlElement, XmlInstruction, XmlNode } from './tree.ts';

/** What a foreign node is; the children are foreign themselves. */
export type Seen<Foreign> = string | XmlComment | XmlInstruction | SeenElement<Foreign>;
export interface SeenElement<Foreign> {
  name: string;
  attributes: Attributes;
  children: Iterable<Foreign>;
}

/**
 * Assembles a document: finds the root and the namespaces, joins adjoining strings. What `readXml` would refuse is reported, as far
 * as nodes can show it; there are no positions.
 *
 * @param nodes what stands in the document, in order; blanks between the nodes are layout
 * @param look says what a node is, given the namespaces around it; undefined for one that is nothing in XML
 */
export function assembleDocument<Foreign>(
  nodes: Iterable<Foreign>,
  look: (node: Foreign, scope: Scope) => Seen<Foreign> | undefined,
): ReadXmlResult {
  const result: ReadXmlResult = { root: undefined, before: [], after: [], diagnostics: [] };
  const said = new Set<string>();
  const report = (rule: 'xml-malformed' | 'xml-too-deep', detail: string) => {
    if (!said.has(detail)) result.diagnostics.push(diagnostic(rule, [detail]));
    said.add(detail);
  };
  let rootUri = '';

  function assemble({ name, attributes, children }: SeenElement<Foreign>, outer: Scope, depth: number): XmlElement {
    const scope = scopeIn(outer, attributes);
    for (const used of [name, ...Object.keys(attributes)]) {
      if (!scope.has(prefixOf(used))) report('xml-malformed', `unbound namespace prefix: "${prefixOf(used)}"`);
    }
    const uri = namespaceOf(name, scope);
    if (depth === 1) rootUri = uri;
    const assembled: XmlElement = { name, attributes, children: inside(children, scope, depth) };
    if (uri !== rootUri) assembled.uri = uri;
    else if (prefixOf(name) !== '') assembled.local = localOf(name);
    return assembled;
  }

  function inside(children: Iterable<Foreign>, scope: Scope, depth: number): XmlNode[] {
    const list: XmlNode[] = [];
    for (const child of children) {
      const seen = look(child, scope);
      if (typeof seen === 'string') {
        if (typeof list.at(-1) === 'string') list[list.length - 1] += seen;
        else if (seen !== '') list.push(seen);
      } else if (seen && 'children' in seen) {
        if (depth < DEEPEST_XML) list.push(assemble(seen, scope, depth + 1));
        else report('xml-too-deep', String(DEEPEST_XML));
      } else if (seen) list.push(seen);
    }
    return list;
  }

  for (const node of nodes) {
    const seen = look(node, OUTERMOST);
    if (typeof seen === 'string') {
      if (/\S/.test(seen)) report('xml-malformed', 'text data outside of root node');
    } else if (seen && 'children' in seen) {
      if (result.root) report('xml-malformed', 'documents may contain only one root');
      else result.root = assemble(seen, OUTERMOST, 1);
    } else if (seen) (result.root ? result.after : result.before).push(seen);
  }
  if (!result.root) report('xml-malformed', 'document must contain a root element');
  return result;
}
