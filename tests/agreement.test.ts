/** The published file and the plain text of one document give the same tree, as far as the two say the same. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromAkn, fromText } from '../src/index.ts';
import { agreementOf } from './agreement.ts';
import { CORPUS, documents } from './gold.ts';

const hasCorpus = existsSync(CORPUS);
const PARTS = new Set(['coverPage', 'preface', 'preamble', 'mainBody', 'conclusions', 'attachment', 'resolution']);
/** Reached: shares of the nodes of both trees. The aim is 0.97 in every language. */
const FLOORS: Readonly<Record<string, number>> = { eng: 0.985, fra: 0.93, spa: 0.94, rus: 0.955, ara: 0.875, zho: 0.86 };

describe.skipIf(!hasCorpus)(`the two readers${hasCorpus ? '' : ` (skipped: ${CORPUS} is not here)`}`, () => {
  test.each(Object.entries(FLOORS))('agree: %s', (language, floor) => {
    let [agreed, nodes] = [0, 0];
    const kinds = new Map<string, number>();
    for (const { id } of documents().filter((document) => document.language === language)) {
      const published = fromAkn(readFileSync(`${CORPUS}/${id}/gold.xml`, 'utf8')).tree;
      const text = fromText(readFileSync(`${CORPUS}/${id}/clean.txt`, 'utf8')).tree;
      const found = agreementOf(published, text, PARTS);
      agreed += found.agreed;
      nodes += found.nodes;
      for (const difference of found.differences) {
        const kind = difference.replace(/\(.*/s, '');
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
    }
    const most = [...kinds].sort((a, b) => b[1] - a[1]).slice(0, 8);
    console.info(
      `${language}: ${((100 * agreed) / nodes).toFixed(1)} % of ${nodes} nodes; ${most.map(([kind, n]) => `${n} × ${kind}`).join(', ')}`,
    );
    expect(agreed / nodes).toBeGreaterThanOrEqual(floor);
  });
});
