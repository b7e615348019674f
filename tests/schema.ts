/** Reads the schema of a vocabulary into the shape that ours has, so that the two can be compared. Refuses what it does not know. */
import { readFileSync } from 'node:fs';
import type { Content } from '../src/akn/vocabulary.ts';
import { readXml } from '../src/xml/read.ts';
import { isElement, type XmlElement } from '../src/xml/tree.ts';

export interface SchemaElement {
  content: Content;
  mixed: boolean;
  /** Name → type, use and default, in words. */
  attributes: Map<string, string>;
  foreignAttributes: boolean;
  /** Name of the attribute that is unique in it; the selector is checked. */
  unique: string[];
}

const childrenOf = (node: XmlElement): XmlElement[] =>
  node.children.filter(isElement).filter(({ name }) => local(name) !== 'annotation');
const local = (name: string): string => name.replace(/^\w+:/, '');
const prefixed = /^xs(?:d)?:/;

function read(path: string): XmlElement {
  const { root, diagnostics } = readXml(readFileSync(path, 'utf8'));
  if (!root || diagnostics.length > 0) throw new Error(`${path} cannot be read`);
  return root;
}

/** @param path the schema; xml.xsd stands beside it */
export function readSchema(path: string): Map<string, SchemaElement> {
  const schema = read(path);
  const xml = read(path.replace(/[^/]*$/, 'xml.xsd'));
  const top = new Map<string, XmlElement>();
  for (const node of childrenOf(schema)) top.set(`${local(node.name)} ${node.attributes.name}`, node);
  for (const node of childrenOf(xml)) top.set(`xml ${local(node.name)} ${node.attributes.name}`, node);
  const find = (what: string): XmlElement => top.get(what) ?? fail(`no ${what}`);

  const particle = (node: XmlElement): Content => {
    const parts = () => childrenOf(node).filter(isParticle).map(particle);
    const occurs = (part: Content): Content => {
      const { minOccurs = '1', maxOccurs = '1' } = node.attributes;
      if (maxOccurs === 'unbounded') return { kind: 'repeated', part, least: minOccurs === '0' ? 0 : 1 };
      if (maxOccurs !== '1') fail(`maxOccurs ${maxOccurs}`);
      return minOccurs === '0' ? { kind: 'optional', part } : part;
    };
    switch (local(node.name)) {
      case 'element':
        return occurs({ kind: 'element', name: node.attributes.ref ?? fail('a local element') });
      case 'group':
        return occurs(
          node.attributes.ref ? particle(find(`group ${node.attributes.ref}`)) : { kind: 'sequence', parts: parts() },
        );
      case 'sequence':
        return occurs({ kind: 'sequence', parts: parts() });
      case 'choice':
        return occurs({ kind: 'choice', parts: parts() });
      case 'any':
        if (node.attributes.namespace !== '##other' || node.attributes.processContents !== 'lax') fail('another wildcard');
        return occurs({ kind: 'foreign' });
      default:
        return fail(node.name);
    }
  };

  const addAttributes = (node: XmlElement, element: SchemaElement): void => {
    for (const child of childrenOf(node)) {
      const { name, ref, use = 'optional', default: value = '' } = child.attributes;
      switch (local(child.name)) {
        case 'attribute': {
          const declared = ref ? find(`xml attribute ${local(ref)}`) : child;
          element.attributes.set(ref ?? name ?? '', `${typeOf(declared)} ${use} ${value}`.trim());
          break;
        }
        case 'attributeGroup':
          addAttributes(find(`attributeGroup ${ref}`), element);
          break;
        case 'anyAttribute':
          if (child.attributes.namespace !== '##other' || child.attributes.processContents !== 'lax') fail('another wildcard');
          element.foreignAttributes = true;
          break;
        default:
          if (!isParticle(child)) fail(child.name);
      }
    }
  };

  /** A type in words, as `inWords` gives ours. */
  const typeOf = (node: XmlElement): string => {
    const { type } = node.attributes;
    if (type) return named(type);
    const [simple = fail('no type')] = childrenOf(node);
    return anonymous(simple);
  };
  const named = (type: string): string => {
    // the vocabulary has a type of its own that is called language
    if (prefixed.test(type)) return local(type) === 'language' ? 'xsd:language' : local(type);
    return `${type}: ${anonymous(find(`simpleType ${type}`))}`;
  };
  const anonymous = (simpleType: XmlElement): string => {
    const [node = fail('an empty type')] = childrenOf(simpleType);
    switch (local(node.name)) {
      case 'restriction': {
        const base = named(node.attributes.base ?? fail('no base'));
        const facets = childrenOf(node).map(({ name, attributes }) => {
          if (local(name) === 'enumeration') return JSON.stringify(attributes.value);
          return local(name) === 'pattern' ? `/${attributes.value}/` : fail(name);
        });
        return [base, ...facets].join(' ');
      }
      case 'union':
        return [...(node.attributes.memberTypes?.split(' ').map(named) ?? []), ...childrenOf(node).map(anonymous)].join(' | ');
      case 'list':
        return `${anonymous(childrenOf(node)[0] ?? fail('a list of nothing'))}*`;
      default:
        return fail(node.name);
    }
  };

  const addType = (type: XmlElement, element: SchemaElement): Content[] => {
    if (type.attributes.mixed === 'true') element.mixed = true;
    const parts: Content[] = [];
    let holder = type;
    const [child] = childrenOf(type);
    if (child && local(child.name) === 'complexContent') {
      const [extension = fail('no extension')] = childrenOf(child);
      if (local(extension.name) !== 'extension') fail(extension.name);
      parts.push(...addType(find(`complexType ${extension.attributes.base}`), element));
      holder = extension;
    }
    parts.push(...childrenOf(holder).filter(isParticle).map(particle));
    addAttributes(holder, element);
    return parts;
  };

  const elements = new Map<string, SchemaElement>();
  for (const node of childrenOf(schema)) {
    if (local(node.name) !== 'element') continue;
    const element: SchemaElement = {
      content: { kind: 'sequence', parts: [] },
      mixed: false,
      attributes: new Map(),
      foreignAttributes: false,
      unique: [],
    };
    for (const constraint of childrenOf(node).filter(({ name }) => local(name) === 'unique')) {
      const [selector, field] = childrenOf(constraint);
      if (selector?.attributes.xpath !== './/*' || !field) fail('another selector');
      element.unique.push(field?.attributes.xpath?.slice(1) ?? '');
    }
    const own = childrenOf(node).find(({ name }) => local(name) === 'complexType');
    const parts = addType(own ?? find(`complexType ${node.attributes.type}`), element);
    element.content = { kind: 'sequence', parts };
    elements.set(node.attributes.name ?? '', element);
  }
  return elements;
}

const isParticle = ({ name }: XmlElement): boolean => ['element', 'group', 'sequence', 'choice', 'any'].includes(local(name));

function fail(message: string): never {
  throw new Error(message);
}
