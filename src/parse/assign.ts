/** Which of the texts that may call a note do. */
import { originOf } from '../source.ts';
import type { Footnote } from '../text/footnotes.ts';
import { firstWhere } from '../text/matches.ts';
import type { Candidate } from './candidates.ts';

/** What it costs to leave a note without a call. */
const MISSING = 8;
/** As many ways to call the notes so far are followed. */
const MOST_STATES = 64;

interface State {
  /** Index of the last candidate used, -1 before the first. */
  last: number;
  cost: number;
  back: State | undefined;
  note: Footnote | undefined;
}

/**
 * The cheapest way to give each note a call, in order: dynamic programming over the notes.
 *
 * @param candidates in the order of the texts
 * @param notes in the order of the source; a note is called above it, at most a page before
 * @returns the notes that are called, each with its call
 */
export function assignCalls(candidates: readonly Candidate[], notes: readonly Footnote[]): Map<Footnote, Candidate> {
  const byMarker = new Map<string, number[]>();
  candidates.forEach(({ marker }, k) => {
    const own = byMarker.get(marker);
    if (own) own.push(k);
    else byMarker.set(marker, [k]);
  });
  const cheaper = nextCheaper(candidates, byMarker);
  const zones = zoneStarts(notes);
  // states of one column, by rising `last` and falling cost: no other can be part of the best
  let frontier: State[] = [{ last: -1, cost: 0, back: undefined, note: undefined }];
  for (const note of notes) {
    const from = zones[note.zone - 2] ?? -1;
    const to = zones[note.zone] as number;
    const next = frontier.map((back): State => ({ last: back.last, cost: back.cost + MISSING, back, note: undefined }));
    const own = byMarker.get(note.marker) ?? [];
    const end = firstWhere(own, (index) => (candidates[index] as Candidate).at > to);
    let k = 0;
    for (let c = firstWhere(own, (index) => (candidates[index] as Candidate).at >= from); c < end; ) {
      const index = own[c] as number;
      while (k + 1 < frontier.length && (frontier[k + 1] as State).last < index) k++;
      const state = frontier[k] as State;
      const isBehind = state.last < index;
      if (isBehind) next.push({ last: index, cost: state.cost + (candidates[index] as Candidate).cost, back: state, note });
      // behind the same state, a later candidate is part of the best only if it costs less
      const after = isBehind ? frontier[k + 1] : state;
      const beyond = after ? firstWhere(own, (other) => other > after.last, c + 1) : end;
      c = isBehind ? Math.min(beyond, cheaper[index] ?? end) : beyond;
    }
    next.sort((a, b) => a.last - b.last || a.cost - b.cost);
    frontier = [];
    for (const state of next) if (frontier.length === 0 || state.cost < (frontier.at(-1) as State).cost) frontier.push(state);
    // the cheapest are the last
    if (frontier.length > MOST_STATES) frontier = frontier.slice(-MOST_STATES);
  }
  const chosen = new Map<Footnote, Candidate>();
  for (let state = frontier.at(-1); state; state = state.back) {
    if (state.note) chosen.set(state.note, candidates[state.last] as Candidate);
  }
  return chosen;
}

/** By the index of a candidate: where among those of its marker the next stands that costs less. */
function nextCheaper(
  candidates: readonly Candidate[],
  byMarker: ReadonlyMap<string, readonly number[]>,
): (number | undefined)[] {
  const next: (number | undefined)[] = [];
  for (const own of byMarker.values()) {
    const waiting: number[] = [];
    own.forEach((index, c) => {
      const { cost } = candidates[index] as Candidate;
      while (waiting.length > 0 && (candidates[waiting.at(-1) as number] as Candidate).cost > cost)
        next[waiting.pop() as number] = c;
      waiting.push(index);
    });
  }
  return next;
}

/** Offset in the source where each zone of notes begins: its notes are called above it. */
function zoneStarts(notes: readonly Footnote[]): number[] {
  const starts: number[] = [];
  for (const note of notes) starts[note.zone] ??= originOf(note.mark, 0);
  return starts;
}
