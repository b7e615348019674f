/**
 * The notation of the vocabulary: `name = content @ attributes // what it is`, a line each. A line that begins with a blank goes
 * on with the one before.
 *
 *     a b? c* d+      one after the other: once, at most once, any number, at least once
 *     a | b           one of them
 *     %group          what the line `%group = …` says, in its place
 *     #text           characters; where it is missing, only white space may stand between the children
 *     #foreign        an element, or after the @ any attributes, of other namespaces
 *     empty           nothing, not even white space
 *     @ a b! c=x d:T  attributes: optional, required, with a default, with another type than an attribute of this name mostly has
 */

/** What may stand in an element. Groups are left as references. */
export type Content =
  | { kind: 'element'; name: string }
  | { kind: 'group'; name: string }
  | { kind: 'foreign' }
  | { kind: 'text' }
  | { kind: 'sequence'; parts: readonly Content[] }
  | { kind: 'choice'; parts: readonly Content[] }
  | { kind: 'optional'; part: Content }
  | { kind: 'repeated'; part: Content; least: 0 | 1 };

/** The mention of an attribute, as it is written. */
export interface AttributeUse {
  name: string;
  required: boolean;
  /** Where it is not the usual one. */
  type?: string;
  default?: string;
}

/** One line of the vocabulary. */
export interface Definition {
  name: string;
  /** What stands between `=` and `@`. */
  definition: string;
  /** What stands after the `@`, word by word; a word that begins with `%` is a group. */
  attributes: string[];
  description: string;
}

/** Reads the lines of one table of the vocabulary. */
export function definitions(table: string): Definition[] {
  const lines = table.replace(/\n +(?=\S)/g, ' ').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [rule, description] = halves(line, '//');
      const [name, said] = halves(rule, ' = ');
      if (name === '' || said === '') throw new Error(`not a line of the vocabulary: ${line}`);
      const [definition, attributes] = halves(said, '@ ');
      return { name, definition, attributes: attributes.split(' ').filter(Boolean), description };
    });
}

/** What stands on the two sides of a sign; the second is empty where there is none. */
function halves(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + sign.length).trim()];
}

/** Reads a mention of an attribute: `href!`, `type:resultType!`, `rowspan=1`. */
export function attributeUse(written: string): AttributeUse {
  const match = /^((?:xml:)?\w+)(?::(\w+))?(!)?(?:=(\w+))?$/.exec(written);
  if (!match) throw new Error(`not an attribute: ${written}`);
  const [, name = '', type, required, value] = match;
  return { name, required: required === '!', ...(type && { type }), ...(value && { default: value }) };
}

/** Reads a content model. */
export function content(written: string): Content {
  const tokens = written.match(/[%#]?\w+|[()|?*+]|\S/g) ?? [];
  let next = 0;

  const choice = (): Content => {
    const parts = [sequence()];
    while (tokens[next] === '|') {
      next++;
      parts.push(sequence());
    }
    return parts.length === 1 ? (parts[0] as Content) : { kind: 'choice', parts };
  };
  const sequence = (): Content => {
    const parts: Content[] = [];
    while (next < tokens.length && tokens[next] !== '|' && tokens[next] !== ')') parts.push(repetition());
    return parts.length === 1 ? (parts[0] as Content) : { kind: 'sequence', parts };
  };
  const repetition = (): Content => {
    const part = single();
    const sign = tokens[next];
    if (sign !== '?' && sign !== '*' && sign !== '+') return part;
    next++;
    return sign === '?' ? { kind: 'optional', part } : { kind: 'repeated', part, least: sign === '+' ? 1 : 0 };
  };
  const single = (): Content => {
    const token = tokens[next++] ?? '';
    if (token === '(') {
      const inner = choice();
      if (tokens[next++] !== ')') throw new Error(`a bracket is not closed: ${written}`);
      return inner;
    }
    if (token === '#text') return { kind: 'text' };
    if (token === '#foreign') return { kind: 'foreign' };
    if (token === 'empty') return { kind: 'sequence', parts: [] };
    if (token.startsWith('%')) return { kind: 'group', name: token };
    if (!/^\w+$/.test(token)) throw new Error(`not a content model: ${written}`);
    return { kind: 'element', name: token };
  };

  const model = choice();
  if (next < tokens.length) throw new Error(`not a content model: ${written}`);
  return model;
}
