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
    if (!name.startsWith('xmlns') || !/^xmlns(?::|$)/.test(name)) continue;
    scope ??= new Map(outer);
    scope.set(name.slice('xmlns:'.length), attributes[name] ?? '');
  }
  return scope ?? outer;
}

/** The prefix of a qualified name, empty where it has none. */
export const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')));
