/** Trees that were read and then changed: what is written is valid, and has every word. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textIn } from '../src/akn/decoding.ts';
import { heldBy } from '../src/akn/depth.ts';
import { fromAkn, toAkn } from '../src/akn/index.ts';
import { forgetful } from '../src/akn/kept.ts';
import type { Node, Resolution } from '../src/ast.ts';
import { readXml } from '../src/xml/read.ts';
import type { XmlElement } from '../src/xml/tree.ts';
import { CORPUS } from './gold.ts';
import { validate } from './xsd.ts';

const hasCorpus = existsSync(CORPUS);
const note = hasCorpus ? '' : ` (skipped: ${CORPUS} is not here)`;
const files = hasCorpus ? readdirSync(CORPUS).filter((id) => existsSync(`${CORPUS}/${id}/gold.xml`)) : [];
const goldOf = (id: string) => readFileSync(`${CORPUS}/${id}/gold.xml`, 'utf8');

type Parent = Node & { children: Node[] };
const nodesOf = (node: Node): Node[] => [node, ...heldBy(node).flatMap(nodesOf)];
const isParent = (node: Node): node is Parent => node.type !== 'opaque' && 'children' in node && node.children.length > 0;

/** Each changes the children of a node at one of them. */
const EDITS: Readonly<Record<string, (parent: Parent, k: number) => void>> = {
  remove: ({ children }, k) => void children.splice(k, 1),
  copy: ({ children }, k) => void children.splice(k, 0, structuredClone(children[k] as Node)),
  'copy without its XML': ({ children }, k) => void children.splice(k, 0, forgetful(structuredClone(children[k] as Node))),
  swap: ({ children }, k) => void children.push(...children.splice(k, 1)),
  empty: ({ children }) => void children.splice(0),
};

/** A kind of edit, and two numbers that choose the parent and the child. */
const edit = fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(), fc.nat());

function change(tree: Resolution, [name, parent, child]: [string, number, number]): void {
  const parents = nodesOf(tree).filter(isParent);
  const chosen = parents[parent % parents.length];
  if (chosen) EDITS[name]?.(chosen, child % chosen.children.length);
}

/** How often each character stands in a text, white space aside. */
function lettersOf(text: string): Map<string, number> {
  const letters = new Map<string, number>();
  for (const letter of text.replace(/\s/g, '')) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  return letters;
}

/** The characters that come in a tree more often than in its XML. An edit may have put parts out of order, which the schema has not. */
function lost(tree: Node, xml: string): string[] {
  const words = nodesOf(tree).map((node) => ('value' in node && node.type !== 'mastheadLine' ? node.value : ''));
  const written = lettersOf(textIn(readXml(xml).root as XmlElement));
  return [...lettersOf(words.join(''))].flatMap(([letter, count]) => (count > (written.get(letter) ?? 0) ? [letter] : []));
}

describe.skipIf(!hasCorpus)(`published files, changed${note}`, () => {
  // those of several documents have more that can go wrong
  const some = files.filter((id, k) => k % 4 === 0 || goldOf(id).includes('<components>'));
  const valid = some.filter((id) => validate(goldOf(id)).length === 0);

  test.each(valid)('%s stays valid, and keeps its words', { timeout: 60_000 }, (id) => {
    const xml = goldOf(id);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const tree = fromAkn(xml).tree as Resolution;
        for (const each of edits) change(tree, each);
        const written = toAkn(tree);
        expect(validate(written)).toEqual([]);
        expect(lost(tree, written)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});
