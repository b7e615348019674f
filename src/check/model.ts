/**
 * Content models as deterministic automata. A state is the expression that still has to be matched, and its successor by an
 * element is the derivative of the expression (Brzozowski 1964), written in a form that makes equal expressions the same object.
 * States are made when a document first needs them, so nothing is compiled in advance.
 */
import { type Content, group } from '../akn/vocabulary.ts';

/** The sign that any element of another namespace is, in an automaton. */
export const FOREIGN = '#foreign';

/** What may still come, after the children so far. */
export interface State {
  /** Whether the element may end here. */
  readonly final: boolean;
  /** What may come next, in the order of the vocabulary: names of elements, or FOREIGN. */
  readonly expected: readonly string[];
  /** The state after this child; undefined where it may not come. */
  after(child: string): State | undefined;
}

interface Expression {
  /** The same for all expressions that are written the same. */
  readonly id: number;
  readonly shape:
    | { kind: 'name'; name: string }
    | { kind: 'sequence'; first: Expression; rest: Expression }
    | { kind: 'choice'; parts: readonly Expression[] }
    | { kind: 'star'; part: Expression }
    | { kind: 'nothing' }
    | { kind: 'end' };
  readonly nullable: boolean;
  state?: State | undefined;
}

const expressions = new Map<string, Expression>();

function make(key: string, shape: Expression['shape'], nullable: boolean): Expression {
  let expression = expressions.get(key);
  if (!expression) {
    expression = { id: expressions.size, shape, nullable };
    expressions.set(key, expression);
  }
  return expression;
}

/** No children at all can match. */
const NOTHING = make('nothing', { kind: 'nothing' }, false);
/** No more children. */
const END = make('end', { kind: 'end' }, true);

const named = (name: string): Expression => make(`name ${name}`, { kind: 'name', name }, false);

function sequence(first: Expression, rest: Expression): Expression {
  if (first === NOTHING || rest === NOTHING) return NOTHING;
  if (first === END) return rest;
  if (rest === END) return first;
  // one way to write it: a (b c), never (a b) c
  if (first.shape.kind === 'sequence') return sequence(first.shape.first, sequence(first.shape.rest, rest));
  return make(`${first.id} ${rest.id}`, { kind: 'sequence', first, rest }, first.nullable && rest.nullable);
}

function choice(alternatives: readonly Expression[]): Expression {
  const distinct = new Set<Expression>();
  for (const each of alternatives) {
    for (const part of each.shape.kind === 'choice' ? each.shape.parts : [each]) if (part !== NOTHING) distinct.add(part);
  }
  const parts = [...distinct];
  if (parts.length < 2) return parts[0] ?? NOTHING;
  const key = parts.map(({ id }) => id).sort((a, b) => a - b);
  return make(
    key.join('|'),
    { kind: 'choice', parts },
    parts.some(({ nullable }) => nullable),
  );
}

function star(part: Expression): Expression {
  if (part === NOTHING || part === END) return END;
  if (part.shape.kind === 'star') return part;
  return make(`${part.id}*`, { kind: 'star', part }, true);
}

function expressionOf(model: Content): Expression {
  switch (model.kind) {
    case 'element':
      return named(model.name);
    case 'foreign':
      return named(FOREIGN);
    case 'group':
      return expressionOf(group(model.name));
    case 'text':
      // characters are no children: whether they may stand here is the element's affair
      return END;
    case 'sequence':
      return model.parts.map(expressionOf).reduceRight((rest, first) => sequence(first, rest), END);
    case 'choice':
      return choice(model.parts.map(expressionOf));
    case 'optional':
      return choice([END, expressionOf(model.part)]);
    case 'repeated': {
      const part = expressionOf(model.part);
      return model.least === 0 ? star(part) : sequence(part, star(part));
    }
  }
}

/** What has to follow once `name` has come. */
function derivative(expression: Expression, name: string): Expression {
  const { shape } = expression;
  switch (shape.kind) {
    case 'name':
      return shape.name === name ? END : NOTHING;
    case 'sequence': {
      const taken = sequence(derivative(shape.first, name), shape.rest);
      return shape.first.nullable ? choice([taken, derivative(shape.rest, name)]) : taken;
    }
    case 'choice':
      return choice(shape.parts.map((part) => derivative(part, name)));
    case 'star':
      return sequence(derivative(shape.part, name), expression);
    default:
      return NOTHING;
  }
}

/** The names that `expression` may begin with. */
function first(expression: Expression, names = new Set<string>()): Set<string> {
  const { shape } = expression;
  if (shape.kind === 'name') names.add(shape.name);
  else if (shape.kind === 'choice') for (const part of shape.parts) first(part, names);
  else if (shape.kind === 'star') first(shape.part, names);
  else if (shape.kind === 'sequence') {
    first(shape.first, names);
    if (shape.first.nullable) first(shape.rest, names);
  }
  return names;
}

function stateOf(expression: Expression): State {
  expression.state ??= newState(expression);
  return expression.state;
}

function newState(expression: Expression): State {
  const successors = new Map<string, State>();
  let expected: readonly string[] | undefined;
  const state: State = {
    final: expression.nullable,
    get expected() {
      expected ??= [...first(expression)];
      return expected;
    },
    after(child) {
      const known = successors.get(child);
      if (known) return known;
      const rest = derivative(expression, child);
      const successor = rest === NOTHING ? undefined : stateOf(rest);
      // what may not come is not kept: names come from the document, and there are any number of them
      if (successor) successors.set(child, successor);
      return successor;
    },
  };
  return state;
}

const starts = new WeakMap<Content, State>();

/**
 * The automaton of a content model: the state before the first child.
 *
 * @example
 * const start = automaton(content('listIntroduction? item+'));
 * start.after('item').final // true
 * start.after('p') // undefined
 */
export function automaton(model: Content): State {
  let start = starts.get(model);
  if (!start) {
    start = stateOf(expressionOf(model));
    starts.set(model, start);
  }
  return start;
}
