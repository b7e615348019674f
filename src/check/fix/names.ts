/** eIds by the Naming Convention, for elements that have none or a wrong one. */
import { abbreviated, eIds, scopeOf } from '../../akn/eid.ts';
import { siblingNumbers } from '../../akn/number.ts';
import type { BodyBlock, Num, Section } from '../../ast.ts';
import { attr, child, children, textOf } from '../profile/view.ts';
import type { Element } from '../read.ts';

const LEVELS: readonly Section['level'][] = ['part', 'section', 'title', 'chapter', 'article', 'division'];
const POINTS = ['point', 'item', 'indent'];
/** What these hold has identifiers that begin with theirs. */
const SCOPES = ['attachment', 'component', 'embeddedStructure'];
/** There is one at most in what holds them, so they have no number. */
const SINGLE = ['content', 'intro', 'listIntroduction', 'wrapUp', 'listWrapUp', 'conclusions'];

/**
 * Names elements anew, and those below them whose identifiers begin with theirs.
 *
 * @param faulty the elements whose eIds are wrong or missing
 * @param elements all of the file, in its order
 * @returns the new eId of each element that gets one
 */
export function nameAnew(faulty: ReadonlySet<Element>, elements: readonly Element[]): ReadonlyMap<Element, string> {
  const named = new Map<Element, string>();
  const leaders = new Map(elements.map((element) => [element, leaderOf(element, faulty)]));
  const kept = (element: Element) => (faulty.has(element) || leaders.get(element) ? undefined : attr(element, 'eId'));
  const ordinals = ordinalsOf(elements, (element) => faulty.has(element) || attr(element, 'eId') !== undefined);
  const inBodies = new Map<Element, string>();
  const numbers = new Map<Element, string>();

  /** The identifier that an element has in the end, or would have if it had one. */
  const idOf = (element: Element): string => named.get(element) ?? kept(element) ?? proposal(element);

  const prefixOf = (element: Element, bears: (outer: Element) => boolean): string => {
    for (let outer = element.parent; outer; outer = outer.parent) if (bears(outer)) return `${idOf(outer)}__`;
    return '';
  };
  const within =
    (...names: readonly string[]) =>
    ({ local }: Element) =>
      names.includes(local);

  const proposal = (element: Element): string => {
    const { local, parent } = element;
    const inBody = local === 'paragraph' || levelOf(element) ? proposalInBody(element) : undefined;
    if (inBody !== undefined) return inBody;
    if (parent && POINTS.includes(local)) return `${idOf(parent)}__${local}_${numberOf(element, parent)}`;
    const bears = (outer: Element) => faulty.has(outer) || attr(outer, 'eId') !== undefined;
    const prefix = prefixOf(element, local === 'authorialNote' ? within('component') : bears);
    return `${prefix}${abbreviated(local)}${SINGLE.includes(local) ? '' : `_${ordinals.get(element)}`}`;
  };

  /** Paragraphs and sections of a text are named together: whether their numbers run through it, only the whole can tell. */
  const proposalInBody = (element: Element): string | undefined => {
    let top = element;
    while (top.parent && levelOf(top.parent)) top = top.parent;
    if (!inBodies.has(element) && top.parent) {
      const owners = new Map<BodyBlock, Element>();
      const given = (node: BodyBlock) => kept(owners.get(node) as Element);
      const { ids } = scopeOf(blocksOf(top.parent, owners), prefixOf(top, within(...SCOPES)), eIds(), given);
      for (const [node, id] of ids) inBodies.set(owners.get(node) as Element, id);
    }
    return inBodies.get(element);
  };

  const numberOf = (element: Element, parent: Element): string => {
    if (!numbers.has(element)) {
      const siblings = children(parent, element.local);
      const cleaned = siblingNumbers(siblings.map((each) => numOf(each)?.value));
      for (const [index, sibling] of siblings.entries()) numbers.set(sibling, cleaned[index] as string);
    }
    return numbers.get(element) as string;
  };

  const register = eIds(() => elements.flatMap((element) => kept(element) ?? []));
  for (const element of elements) {
    const leader = leaders.get(element);
    if (faulty.has(element)) named.set(element, register.claim(proposal(element)));
    else if (leader) {
      const tail = (attr(element, 'eId') as string).slice((attr(leader, 'eId') as string).length);
      named.set(element, register.claim(`${named.get(leader)}${tail}`));
    }
  }
  return named;
}

/** The faulty element that the identifier of another begins with, which therefore changes with it. */
function leaderOf(element: Element, faulty: ReadonlySet<Element>): Element | undefined {
  const eId = attr(element, 'eId');
  if (eId === undefined || faulty.has(element)) return undefined;
  for (let outer = element.parent; outer; outer = outer.parent) {
    const start = faulty.has(outer) ? attr(outer, 'eId') : undefined;
    if (start !== undefined && eId.startsWith(`${start}__`)) return outer;
  }
  return undefined;
}

/** The place of each element among those of its name below the nearest one that bears an identifier. */
function ordinalsOf(elements: readonly Element[], bears: (element: Element) => boolean): Map<Element, number> {
  const ordinals = new Map<Element, number>();
  const nearest = new Map<Element | undefined, Element | undefined>();
  const counts = new Map<Element | undefined, Map<string, number>>();
  for (const element of elements) {
    const { parent } = element;
    const context = parent && bears(parent) ? parent : nearest.get(parent);
    nearest.set(element, context);
    const count = counts.get(context) ?? new Map<string, number>();
    counts.set(context, count);
    const name = abbreviated(element.local);
    const ordinal = (count.get(name) ?? 0) + 1;
    count.set(name, ordinal);
    ordinals.set(element, ordinal);
  }
  return ordinals;
}

const levelOf = ({ local }: Element): Section['level'] | undefined => LEVELS.find((level) => level === local);

const numOf = (element: Element): Num | undefined => {
  const num = child(element, 'num');
  return num && { type: 'num', value: textOf(num) };
};

/** The sections and paragraphs below an element, with what their names depend on. */
function blocksOf(element: Element, owners: Map<BodyBlock, Element>): BodyBlock[] {
  return children(element).flatMap((inner): BodyBlock[] => {
    const level = levelOf(inner);
    const num = numOf(inner);
    let block: BodyBlock;
    if (level) block = { type: 'section', level, ...(num && { num }), children: blocksOf(inner, owners) };
    else if (inner.local === 'paragraph') block = { type: 'paragraph', ...(num && { num }), children: [] };
    else return [];
    owners.set(block, inner);
    return [block];
  });
}
