/**
 * Whether the time is linear: each trap of tests/traps.ts at two lengths. Four times the text may take four times as long;
 * squared time takes sixteen.
 */
import { validateAkn } from '../src/check/akn.ts';
import { fromAkn, fromText, type Root, toAkn, toText } from '../src/index.ts';
import { trapOf, traps } from '../tests/traps.ts';

/** The longer text has so many times the characters of the shorter. */
const LONGER = 4;
/** More than this is growth, not noise. */
const GROWTH = 2 * LONGER;
/** Seconds: less is too short to be compared. */
const LEAST = 0.05;
/** Other work on the machine only adds to a time: the least of two turns, of more when it looks like growth. */
const [TURNS, MOST_TURNS] = [2, 6];

interface Input {
  text: string;
  tree: Root;
  xml: string;
}

const stages: Record<string, (input: Input) => unknown> = {
  fromText: ({ text }) => fromText(text),
  toAkn: ({ tree }) => toAkn(tree),
  fromAkn: ({ xml }) => fromAkn(xml),
  toText: ({ tree }) => toText(tree, { dialect: 'markdown', wrap: 78 }),
  validateAkn: ({ xml }) => validateAkn(xml),
};

function inputOf(text: string): Input {
  const { tree } = fromText(text);
  return { text, tree, xml: toAkn(tree) };
}

/** Seconds of the processor. */
function secondsOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** How many times as long the longer input takes, and the seconds of the shorter. */
function growthOf(stage: (input: Input) => unknown, short: Input, long: Input): { seconds: number; growth: number } {
  let [seconds, longer] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const growth = () => longer / Math.max(seconds, LEAST);
  for (let turn = 0; turn < TURNS || (turn < MOST_TURNS && growth() > GROWTH); turn++) {
    seconds = Math.min(
      seconds,
      secondsOf(() => stage(short)),
    );
    longer = Math.min(
      longer,
      secondsOf(() => stage(long)),
    );
  }
  return { seconds, growth: growth() };
}

/**
 * Prints a table of the traps: of each stage, the milliseconds that the shorter text takes and how many times as long the longer.
 * The process fails when one is not linear.
 *
 * @param characters of the shorter text; the longer has four times as many
 * @param names of the traps wanted; none means all
 */
export function benchTraps(characters: number, names: readonly string[]): void {
  const unknown = names.filter((name) => !(name in traps));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: none of ${Object.keys(traps).join(', ')}`);
  const columns = Object.keys(stages);
  console.log(`\ntraps of ${characters} characters: ms, and how many times as long ${LONGER} times as many take\n`);
  console.log(`| trap | ${columns.join(' | ')} | |\n|---|${'--:|'.repeat(columns.length)}---|`);
  for (const [name, trap] of Object.entries(traps)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const [short, long] = [characters, LONGER * characters].map((size) => inputOf(trapOf(trap, size))) as [Input, Input];
    const growths = Object.values(stages).map((stage) => growthOf(stage, short, long));
    const isLinear = growths.every(({ growth }) => growth <= GROWTH);
    if (!isLinear) process.exitCode = 1;
    const figures = growths.map(({ seconds, growth }) => `${(seconds * 1000).toFixed(0)} ×${growth.toFixed(1)}`);
    console.log(`| ${[name, ...figures, isLinear ? '' : 'NOT LINEAR'].join(' | ')} |`);
  }
}
