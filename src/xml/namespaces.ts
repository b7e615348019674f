/** Which namespace a name is in. */
import type { Attributes } from './tree.ts';

export const XML = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** The declarations in force: prefix → namespace; the empty prefix is that of names without one. */
export type Scope = ReadonlyMap<string, string>;

/** What is declared without being said. */
export const OUTERMOST: Scope = new Map([
  ['', ''],
  ['xml', XML],
  ['xmlns', XMLNS],
]);

/** The declarations in force in an element. */
export function scopeIn(outer: Scope, attributes: Attributes): Scope {
  let scope: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!isDeclaration(name)) continue;
    scope ??= new Map(outer);
    scope.set(name.slice('xmlns:'.length), attributes[name] ?? '');
  }
  return scope ?? outer;
}

/** Whether an attribute of this name declares a namespace. */
export const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

/** The namespace of a qualified name, not that of an attribute without prefix; the prefix itself where that is not declared. */
export function namespaceOf(name: string, scope: Scope): string {
  const prefix = prefixOf(name);
  return scope.get(prefix) ?? prefix;
}

/** The prefix of a qualified name, empty where it has none. */
export function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

/** The name without its prefix. */
export const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
