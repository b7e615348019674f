/** The vocabulary as an XML Schema, for tools that want one: schemas/akn-3.0.xsd, with schemas/xml.xsd beside it. */

import { usualType } from '../src/akn/vocabulary/types.ts';
import {
  AKN,
  type AttributeRule,
  type Content,
  type ElementRule,
  elementRule,
  elementRules,
  group,
  groupNames,
  type SimpleType,
  unique,
} from '../src/akn/vocabulary.ts';
import { element, type XmlElement } from '../src/xml/tree.ts';
import { writeXml } from '../src/xml/write.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XSD = 'http://www.w3.org/2001/XMLSchema';

const node = (name: string, attributes: Record<string, string> = {}, children: readonly XmlElement[] = []): XmlElement =>
  element(`xsd:${name}`, attributes, children);

const isGiven = <T>(value: T | undefined): value is T => value !== undefined;

/** A content model as a particle; undefined for what holds no elements. */
function particle(model: Content): XmlElement | undefined {
  switch (model.kind) {
    case 'element':
      return node('element', { ref: model.name });
    case 'group':
      return node('group', { ref: model.name.slice(1) });
    case 'foreign':
      return node('any', { namespace: '##other', processContents: 'lax' });
    case 'text':
      return undefined;
    case 'sequence':
    case 'choice': {
      const parts = model.parts.map(particle).filter(isGiven);
      return parts.length === 0 ? undefined : node(model.kind, {}, parts);
    }
    case 'optional':
      return occurring(particle(model.part), { minOccurs: '0' });
    case 'repeated':
      return occurring(particle(model.part), { ...(model.least === 0 && { minOccurs: '0' }), maxOccurs: 'unbounded' });
  }
}

const occurring = (part: XmlElement | undefined, occurs: Record<string, string>): XmlElement | undefined =>
  part && { ...part, attributes: { ...part.attributes, ...occurs } };

/** Where the grammar of XML Schema wants a sequence or a choice that occurs once. */
function model(part: XmlElement | undefined): XmlElement | undefined {
  if (!part) return undefined;
  const isModel = part.name === 'xsd:sequence' || part.name === 'xsd:choice';
  return isModel && Object.keys(part.attributes).length === 0 ? part : node('sequence', {}, [part]);
}

const builtin = (name: string): string => (name.startsWith('xsd:') ? name : `xsd:${name}`);
const isNamed = (type: SimpleType): boolean => type.kind === 'builtin' || /^\w+$/.test(type.name);

/** The types that have a name of their own, by it. */
function namedTypes(): Map<string, SimpleType> {
  const found = new Map<string, SimpleType>();
  const add = (type: SimpleType): void => {
    if (type.kind === 'list') add(type.of);
    else if (type.kind === 'union') type.of.forEach(add);
    else if (type.kind === 'restriction' && isNamed(type)) found.set(type.name, type);
  };
  for (const rule of elementRules()) for (const { type, name } of rule.attributes.values()) if (!/:/.test(name)) add(type);
  return found;
}

/** What stands in a `simpleType`. */
function definition(type: SimpleType): XmlElement {
  switch (type.kind) {
    case 'builtin':
      return node('restriction', { base: builtin(type.name) });
    case 'restriction':
      return node('restriction', { base: builtin(type.base) }, [
        ...(type.pattern ? [node('pattern', { value: type.pattern })] : []),
        ...(type.values ?? []).map((value) => node('enumeration', { value })),
      ]);
    case 'union': {
      const members = type.of.filter(isNamed).map((each) => (each.kind === 'builtin' ? builtin(each.name) : each.name));
      const others = type.of.filter((each) => !isNamed(each)).map((each) => node('simpleType', {}, [definition(each)]));
      return node('union', { memberTypes: members.join(' ') }, others);
    }
    case 'list':
      return node('list', {}, [node('simpleType', {}, [node('restriction', { base: type.of.name })])]);
  }
}

function attribute({ name, type, required, default: value }: AttributeRule): XmlElement {
  const use = { ...(required && { use: 'required' }), ...(value !== undefined && { default: value }) };
  if (name.startsWith('xml:')) return node('attribute', { ref: name, ...use });
  if (isNamed(type)) return node('attribute', { name, type: type.kind === 'builtin' ? builtin(type.name) : type.name, ...use });
  return node('attribute', { name, ...use }, [node('simpleType', {}, [definition(type)])]);
}

/** Attributes that most elements share: those of `p` and of `FRBRthis`. Others are written out. */
const SHARED = { core: 'p', meta: 'source' } as const;
const ANY = node('anyAttribute', { namespace: '##other', processContents: 'lax' });

function sharedAttributes(name: keyof typeof SHARED): AttributeRule[] {
  const rules = [...(elementRule(SHARED[name])?.attributes.values() ?? [])];
  return name === 'meta' ? rules.filter((rule) => ['eId', 'wId', 'GUID'].includes(rule.name)) : rules;
}

function attributesOf(rule: ElementRule): XmlElement[] {
  const same = (shared: AttributeRule) => {
    const own = rule.attributes.get(shared.name);
    return own !== undefined && own.required === shared.required && own.type === shared.type;
  };
  const group = rule.foreignAttributes
    ? (['core', 'meta'] as const).find((name) => sharedAttributes(name).every(same))
    : undefined;
  const covered = new Set(group ? sharedAttributes(group).map(({ name }) => name) : []);
  const own = [...rule.attributes.values()].filter(({ name }) => !covered.has(name)).map(attribute);
  if (group) return [...own, node('attributeGroup', { ref: group })];
  return rule.foreignAttributes ? [...own, ANY] : own;
}

function declaration(rule: ElementRule): XmlElement {
  const content = model(particle(rule.content));
  const type = node('complexType', rule.mixed ? { mixed: 'true' } : {}, [...(content ? [content] : []), ...attributesOf(rule)]);
  const constraints = unique.attributes.map((name) =>
    node('unique', { name: `${name}-${rule.name}` }, [
      node('selector', { xpath: './/*' }),
      node('field', { xpath: `@${name}` }),
    ]),
  );
  return node('element', { name: rule.name }, [type, ...(unique.within.has(rule.name) ? constraints : [])]);
}

/** The schema of Akoma Ntoso 3.0, from the vocabulary. */
export function aknSchema(): string {
  const schema = node('schema', { xmlns: AKN, 'xmlns:xsd': XSD, targetNamespace: AKN, elementFormDefault: 'qualified' }, [
    node('import', { namespace: XML, schemaLocation: 'xml.xsd' }),
    ...[...namedTypes()].map(([name, type]) => node('simpleType', { name }, [definition(type)])),
    ...(Object.keys(SHARED) as (keyof typeof SHARED)[]).map((name) =>
      node('attributeGroup', { name }, [...sharedAttributes(name).map(attribute), ANY]),
    ),
    ...groupNames.flatMap((name) => {
      const part = model(particle(group(name)));
      return part ? [node('group', { name: name.slice(1) }, [part])] : [];
    }),
    ...elementRules().map(declaration),
  ]);
  return writeXml(schema, {
    before: [{ comment: ' Akoma Ntoso 3.0, generated from src/akn/vocabulary by npm run generate-schemas ' }],
  });
}

/** The attributes of XML itself. */
export function xmlSchema(): string {
  const attributes = ['lang', 'space', 'base', 'id'].map((name) => {
    const type = usualType(`xml:${name}`);
    if (type.kind === 'builtin') return node('attribute', { name, type: builtin(type.name) });
    return node('attribute', { name }, [node('simpleType', {}, [definition(type)])]);
  });
  return writeXml(node('schema', { 'xmlns:xsd': XSD, targetNamespace: XML }, attributes));
}
