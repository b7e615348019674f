/** The end matter: meeting and day of adoption, and the vote where it is printed. */
import type { Adoption, Conclusions, Inline, Vote, VoteGroup } from '../ast.ts';
import { element, isElement, mixed, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeP, encodeP } from './block.ts';
import { encodeDay } from './day.ts';
import { beside, childOf, type Decoding, factsOf, isBlank, nameOf } from './decoding.ts';
import { type Encoding, refer } from './encoding.ts';
import { writeAgain } from './held.ts';
import { decodeInlines, encodeInlines } from './inline.ts';
import { isDay } from './iri.ts';
import { append, hold, keep, nodesIn, opaqueOf, type Piece, type Shell, shell } from './kept.ts';
import { latinDigits } from './number.ts';

/** None when there is nothing in it. */
export function encodeConclusions(nodes: readonly Conclusions[], encoding: Encoding): XmlElement[] {
  const children = nodes.flatMap((conclusions) => conclusions.children).flatMap((node) => encodeConclusion(node, encoding));
  const eId = `${encoding.body.prefix}conclusions`;
  return children.length > 0 ? [element('conclusions', { eId: encoding.register.claim(eId) }, children)] : [];
}

export function encodeConclusion(node: Conclusions['children'][number], encoding: Encoding): readonly XmlNode[] {
  const again = writeAgain(node, encoding);
  if (again) return again;
  switch (node.type) {
    case 'adoption':
      return [encodeAdoption(node, encoding)];
    case 'vote':
      return [encodeVote(node, encoding)];
    case 'p':
      return [encodeP(node, encoding)];
    case 'opaque':
      return node.xml;
    default:
      throw new TypeError(`not of conclusions: ${(node as { type: unknown }).type}`);
  }
}

/** `53rd plenary meeting ⏎ 17 December 2024`: the line with the date is the day, the one before it the meeting. */
function encodeAdoption(node: Adoption, encoding: Encoding): XmlElement {
  const lines: Inline[][] = [[]];
  for (const child of node.children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  const dated = lines.findIndex((line) => line.some((child) => child.type === 'date' && isDay(child.date)));
  const day = dated < 0 && isDay(node.date) && (lines.length > 1 || node.meeting === undefined) ? lines.length - 1 : dated;
  const meeting = node.meeting !== undefined && lines.length > 1 ? (day === 0 ? 1 : 0) : -1;
  const children = lines.flatMap((line, k): XmlNode[] => {
    const before = k > 0 ? [mixed('eol')] : [];
    if (k === meeting) return [...before, encodeMeeting(line, node.meeting as string, encoding)];
    if (k === day) return [...before, ...encodeDay(line, node.date, 'adoptionDate', encoding)];
    return [...before, ...encodeInlines(line, encoding)];
  });
  const event = mixed('event', { refersTo: refer(encoding, 'adoption') }, children);
  const { meeting: number, date } = node;
  return mixed('p', beside(adoptionIn(event), { meeting: number, date }), [event]);
}

function encodeMeeting(nodes: readonly Inline[], number: string, encoding: Encoding): XmlElement {
  return mixed('location', { refersTo: refer(encoding, 'adoptionMeeting'), title: number }, encodeInlines(nodes, encoding));
}

// ------------------------------------------------------------------------------------------------- vote

/** How a vote ended, for the body and for the metadata. */
export interface VoteResult {
  outcome: 'adoptedWithoutVote' | 'adoptedRecordedVote';
  /** Printed in the statement; where they are not, the number of States listed. */
  counts: { side: Side; value: string }[];
  /** Whether the counts are the numbers of the statement, in order. */
  printed: boolean;
}
type Side = Exclude<VoteGroup['side'], 'statement'>;
const SIDES: readonly Side[] = ['inFavour', 'against', 'abstaining'];
const NUMBER = /[0-9٠-٩۰-۹]+/g;

/**
 * Reads a vote. In all languages a statement gives three numbers in the order for, against, abstaining (“by a recorded vote of 29 to
 * 14, with 4 abstentions”); with words among them (“45 to none”) it is not read.
 */
export function resultOf(vote: Vote): VoteResult {
  const numbers = vote.children
    .filter((group) => group.side === 'statement')
    .flatMap((group) => group.children)
    .flatMap((node) => (node.type === 'text' ? (node.value.match(NUMBER) ?? []) : []));
  const listed = vote.children.filter((group) => group.side !== 'statement');
  const printed = numbers.length === SIDES.length;
  const counts = printed
    ? SIDES.map((side, k) => ({ side, value: latinDigits(numbers[k] as string) }))
    : listed.map((group) => ({ side: group.side as Side, value: String(statesIn(group.children)) }));
  const recorded = numbers.length > 0 || listed.length > 0;
  return { outcome: recorded ? 'adoptedRecordedVote' : 'adoptedWithoutVote', counts, printed };
}

function encodeVote(node: Vote, encoding: Encoding): XmlElement {
  const { outcome, counts, printed } = resultOf(node);
  let number = 0;
  const children = node.children.flatMap((group, k): XmlNode[] => {
    if (group.side !== 'statement') {
      const inner = mixed('outcome', { refersTo: refer(encoding, group.side) }, encodeStates(group.children, encoding));
      return k > 0 ? [mixed('eol'), inner] : [inner];
    }
    if (!printed) return encodeInlines(group.children, encoding);
    return group.children.flatMap((child) => {
      if (child.type !== 'text') return encodeInlines([child], encoding);
      return splitAround(child.value, NUMBER, (text) => {
        const { side, value } = counts[number++] as VoteResult['counts'][number];
        return mixed('quantity', { normalized: value, refersTo: refer(encoding, side) }, [text]);
      });
    });
  });
  const eId = encoding.register.next(encoding.body.prefix, 'vote');
  const by = refer(encoding, encoding.metadata.organ);
  const whole = mixed('outcome', { refersTo: refer(encoding, outcome) }, children);
  return mixed('p', {}, [mixed('vote', { eId, by, as: refer(encoding, 'author') }, [whole])]);
}

/** Text with some stretches made into elements. */
function splitAround(text: string, pattern: RegExp, make: (stretch: string) => XmlElement): XmlNode[] {
  const parts: XmlNode[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(at, match.index), make(match[0]));
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at));
  return parts.filter((part) => part !== '');
}

// what stands between commas, without the blanks and the stop around it
const STATE = /[^\s,،、，;；.\]。](?:[^,،、，;；\]]*[^\s,،、，;；.\]。])?/gu;

/** The number of States named after the colon of `In favour: Algeria, Bangladesh, …`. */
function statesIn(nodes: readonly Inline[]): number {
  const lists = afterColon(nodes).map(({ node, colon }) => (node.type === 'text' ? node.value.slice(colon) : ''));
  return lists.reduce((sum, list) => sum + (list.match(STATE)?.length ?? 0), 0);
}

/** Each node with the offset in it from which it is past the colon; all of it where there is no colon. */
function afterColon(nodes: readonly Inline[]): { node: Inline; colon: number }[] {
  const ends = nodes.map((node) => (node.type === 'text' ? node.value.search(/[:：]/) + 1 : 0));
  const first = ends.findIndex((end) => end > 0);
  return nodes.map((node, k) => ({ node, colon: k < first ? Infinity : k === first ? (ends[k] as number) : 0 }));
}

function encodeStates(nodes: readonly Inline[], encoding: Encoding): XmlNode[] {
  return afterColon(nodes).flatMap(({ node, colon }): XmlNode[] => {
    if (node.type !== 'text' || colon >= node.value.length) return encodeInlines([node], encoding);
    const label = node.value.slice(0, colon);
    const states = splitAround(node.value.slice(colon), STATE, (state) => {
      return mixed('organization', { refersTo: refer(encoding, 'memberState') }, [state]);
    });
    return label === '' ? states : [label, ...states];
  });
}

// ---------------------------------------------------------------------------------------------- decoding

export function decodeConclusions(element: XmlElement, decoding: Decoding): Conclusions {
  const pieces = element.children.map((child): Piece => {
    if (!isElement(child)) return opaqueOf(child);
    if (!decoding.ours && isBlank(child)) return child;
    if (childOf(child, 'vote')) return decodeVote(child, decoding) ?? decodeP(child, decoding);
    return isAdoption(child) ? decodeAdoption(child, decoding) : decodeP(child, decoding);
  });
  return hold({ type: 'conclusions', children: [] }, [shell(element, pieces)]);
}

const isAdoption = (line: XmlElement): boolean =>
  line.children.some((child) => {
    if (!isElement(child)) return false;
    return (
      nameOf(child) === 'event' || child.attributes.name === 'adoptionMeeting' || child.attributes.refersTo === '#adoptionDate'
    );
  });

function decodeAdoption(element: XmlElement, decoding: Decoding): Adoption {
  const pieces = decodeInlines(element.children, decoding);
  const found = adoptionIn(element);
  // “1re”, “第46次”
  if (!decoding.ours && found.meeting) found.meeting = /\d+/.exec(latinDigits(found.meeting))?.[0];
  const facts = factsOf(element, ['meeting', 'date'] as const, found);
  return hold({ type: 'adoption', ...facts, children: [] }, [shell(element, pieces)]);
}

/** The meeting and the day that elements under an element name. */
function adoptionIn(element: XmlElement): { meeting?: string | undefined; date?: string | undefined } {
  const found: { meeting?: string | undefined; date?: string | undefined } = {};
  for (const child of element.children) {
    if (!isElement(child)) continue;
    const { title, date, refersTo, name } = child.attributes;
    if (refersTo === '#adoptionMeeting' || name === 'adoptionMeeting') found.meeting ??= title;
    if (nameOf(child) === 'docDate') found.date ??= date;
    if (nameOf(child) === 'event') Object.assign(found, adoptionIn(child));
  }
  return found;
}

/** The statement is what stands beside the nested outcomes; a line end before one is not the statement's. */
function decodeVote(line: XmlElement, decoding: Decoding): Vote | undefined {
  const vote = childOf(line, 'vote');
  const outcome = childOf(vote, 'outcome');
  if (!vote || !outcome) return undefined;
  const groups: Piece[] = [];
  let words: XmlNode[] = [];
  const close = (isBeforeSide: boolean) => {
    const last = words.at(-1);
    const lineEnd = isBeforeSide && isElement(last) && nameOf(last) === 'eol' ? [words.pop() as XmlNode] : [];
    const pieces = decodeInlines(words, decoding);
    const children = nodesIn<Inline>(pieces);
    if (children.length > 0) groups.push(keep({ type: 'voteGroup', side: 'statement', children }, pieces), ...lineEnd);
    else append(groups, [...words, ...lineEnd]);
    words = [];
  };
  for (const child of outcome.children) {
    const side = isElement(child) && nameOf(child) === 'outcome' ? sideOf(child) : undefined;
    if (!side) {
      words.push(child);
      continue;
    }
    close(true);
    const pieces = decodeInlines((child as XmlElement).children, decoding);
    groups.push(hold({ type: 'voteGroup', side, children: [] }, [shell(child as XmlElement, pieces)]));
  }
  close(false);
  const statement = (child: XmlNode): Piece => {
    return isBlank(child)
      ? child
      : hold({ type: 'voteGroup', side: 'statement', children: [] }, decodeInlines([child], decoding));
  };
  const within = (outer: XmlElement, inner: XmlElement, by: Piece): Shell =>
    shell(
      outer,
      outer.children.map((child) => (child === inner ? by : statement(child))),
    );
  return hold({ type: 'vote', children: [] }, [within(line, vote, within(vote, outcome, shell(outcome, groups)))]);
}

const sideOf = ({ attributes }: XmlElement): Side | undefined =>
  SIDES.find((side) => attributes.refersTo?.replace(/^#/, '') === side);
