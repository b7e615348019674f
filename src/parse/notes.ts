/**
 * Where the notes are called. Extraction often leaves the call as a bare digit glued to a word, or to a year:
 * `à l’horizon 20304, le`. The notes of a document are called in order, so all calls are found together, at the least cost.
 */
import { type Excerpt, originOf } from '../source.ts';
import type { Footnote } from '../text/footnotes.ts';
import { assignCalls } from './assign.ts';
import {
  asteriskCandidates,
  type Call,
  type CallContext,
  type Candidate,
  plainCandidates,
  raisedCandidates,
  type Signs,
} from './candidates.ts';

/** From here on a call is reported. */
const DOUBTFUL = 2.5;

/**
 * Finds the calls of all notes.
 *
 * @param texts the texts of the document in order
 * @returns calls in order of the texts; of each note at most one call with `note`, further ones without; `uncalled` notes
 */
export function findCalls(
  texts: readonly Excerpt[],
  notes: readonly Footnote[],
  context: CallContext,
): { calls: Call[]; uncalled: Footnote[] } {
  const { language, wrapped, raisedOnly } = context;
  const markers = new Set(notes.map((note) => note.marker));
  const raised = texts.flatMap((text, k) => raisedCandidates(text, k, markers, context));
  const signs: Signs = {
    bracketed: notes.some((note) => /^[([]/.test(note.mark.value)),
    slashed: notes.some((note) => note.mark.value.endsWith('/')),
  };
  // where typography calls the notes, bare digits are numbers
  const inferred = raised.filter((call) => markers.has(call.marker)).length * 2 < notes.length;
  const plain = inferred
    ? texts.flatMap((text, k) => (raisedOnly.has(text) ? [] : plainCandidates(text, k, markers, signs, wrapped, language)))
    : [];
  const asterisks = [...markers].some((marker) => marker.startsWith('*')) ? texts.flatMap(asteriskCandidates) : [];
  const candidates = [...raised, ...plain, ...asterisks]
    .filter((candidate) => isWhole(texts[candidate.text] as Excerpt, candidate))
    .sort((a, b) => a.text - b.text || a.start - b.start || b.end - a.end);
  const chosen = assignCalls(candidates, notes);
  const calls: Call[] = [];
  const noteOf = new Map([...chosen].map(([note, candidate]) => [candidate, note]));
  const last = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const before = calls.at(-1);
    const overlaps = before !== undefined && before.text === candidate.text && candidate.start < before.end;
    const first = noteOf.has(candidate);
    if (first) last.set(candidate.marker, candidate);
    else if (overlaps || !callsAgain(candidate, last)) continue;
    if (overlaps && before.note) continue;
    if (overlaps) calls.pop();
    const note = first ? noteOf.get(candidate) : undefined;
    const { cost, ...call } = candidate;
    if (note && cost >= DOUBTFUL) call.doubtful = true;
    calls.push(note ? { ...call, note } : call);
  }
  const called = new Set(calls.map(({ note }) => note));
  return { calls, uncalled: notes.filter((note) => !called.has(note)) };
}

/** Whether a call stands in the source as it does here; the two of `^{1}<sup>1</sup>` are no call of note 11. */
const isWhole = (text: Excerpt, { start, end, at }: Call): boolean => originOf(text, end - 1) - at === end - 1 - start;

/** A bare digit calls a note again only where it can hardly be anything else, and after the note's first call. */
function callsAgain(candidate: Candidate, last: ReadonlyMap<string, Candidate>): boolean {
  if (candidate.raised) return true;
  return candidate.cost <= 1 && last.has(candidate.marker);
}
