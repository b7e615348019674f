/** Paragraphs that are numbered with a word, as agendas and programmes of work are: `Item 1. Social development`, `Item 2.` … */
import type { Block } from '../text/blocks.ts';

const NUMBERED = /^(\p{Lu}\p{L}{2,15}) (\d{1,3})\. ?\P{Ll}/u;

/** The blocks of such series: two at least, each with the word of the one before and the next number. */
export function findSeries(blocks: readonly Block[]): ReadonlySet<Block> {
  const found = new Set<Block>();
  let last: { block: Block; word: string; number: number } | undefined;
  for (const block of blocks) {
    const [, word = '', digits] = (block.num || block.lines[0]?.heading ? null : NUMBERED.exec(block.text.value)) ?? [];
    const number = Number(digits);
    if (word === '') continue;
    if (last?.word === word && last.number + 1 === number) found.add(last.block).add(block);
    last = { block, word, number };
  }
  return found;
}
