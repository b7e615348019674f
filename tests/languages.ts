/** Whether two descriptions of an element say the same. */
import type { ElementRule, SimpleType } from '../src/akn/vocabulary.ts';
import type { State } from '../src/check/model.ts';

/**
 * A sequence of children that one automaton takes and the other does not, or that only one of them may end after; undefined where
 * they take the same language.
 */
export function difference(a: State, b: State): string[] | undefined {
  const met = new Map<State, Set<State>>();
  const walk = (left: State, right: State, path: readonly string[]): string[] | undefined => {
    const before = met.get(left) ?? new Set();
    if (before.has(right)) return undefined;
    met.set(left, before.add(right));
    if (left.final !== right.final) return [...path, '(end)'];
    for (const name of new Set([...left.expected, ...right.expected])) {
      const [next, other] = [left.after(name), right.after(name)];
      const found = next && other ? walk(next, other, [...path, name]) : [...path, name];
      if (found) return found;
    }
    return undefined;
  };
  return walk(a, b, []);
}

/** A type as the schema reader says it. */
function inWords(type: SimpleType): string {
  const named = (words: string) => (/^\w+$/.test(type.name) ? `${type.name}: ${words}` : words);
  switch (type.kind) {
    case 'builtin':
      return type.name;
    case 'restriction':
      return named(
        [type.base, ...(type.pattern ? [`/${type.pattern}/`] : []), ...(type.values ?? []).map((value) => `"${value}"`)].join(
          ' ',
        ),
      );
    case 'union':
      return type.of.map(inWords).join(' | ');
    case 'list':
      return `${inWords(type.of)}*`;
  }
}

/** The attributes of an element as the schema reader says them: name → type, use and default. */
export function attributeWords({ attributes }: ElementRule): Record<string, string> {
  const words = [...attributes.values()].map(
    ({ name, type, required, default: value = '' }) =>
      [name, `${inWords(type)} ${required ? 'required' : 'optional'} ${value}`.trim()] as const,
  );
  return Object.fromEntries(words);
}
