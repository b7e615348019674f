/** Published files, changed in ways that change nothing of what they say: they come back as they are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromAkn, toAkn } from '../src/akn/index.ts';
import { readXml } from '../src/xml/read.ts';
import { isElement, type XmlElement, type XmlNode } from '../src/xml/tree.ts';
import { writeXml } from '../src/xml/write.ts';
import { canonical } from './canonical.ts';
import { CORPUS } from './gold.ts';

const hasCorpus = existsSync(CORPUS);
const goldFiles = hasCorpus ? readdirSync(CORPUS).filter((id) => existsSync(`${CORPUS}/${id}/gold.xml`)) : [];

const MUTATIONS = [
  'comment',
  'instruction',
  'foreign attribute',
  'foreign element',
  'order',
  'text',
  'unwrap',
  'drop',
  'twice',
] as const;
interface Mutation {
  kind: (typeof MUTATIONS)[number];
  /** Which element, as a share of all. */
  at: number;
  /** Where among its children, likewise. */
  child: number;
}
const mutations = fc.array(
  fc.record<Mutation>({
    kind: fc.constantFrom(...MUTATIONS),
    at: fc.double({ min: 0, max: 0.9999, noNaN: true }),
    child: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 25 },
);

function elementsOf(root: XmlElement): XmlElement[] {
  return [root, ...root.children.filter(isElement).flatMap(elementsOf)];
}

/** The documents are read anew for each run, so they may be changed in place. */
function mutate(root: XmlElement, { kind, at, child }: Mutation): void {
  const all = elementsOf(root);
  const element = all[Math.floor(at * all.length)] as XmlElement;
  const children = element.children as XmlNode[];
  const k = Math.floor(child * children.length);
  const attributes = element.attributes as Record<string, string>;
  switch (kind) {
    case 'comment':
      children.splice(k, 0, { comment: ' of nobody ' });
      return;
    case 'instruction':
      children.splice(k, 0, { target: 'page', instruction: 'number="2"' });
      return;
    case 'foreign attribute':
      Object.assign(attributes, { 'xmlns:x': 'urn:x', 'x:y': '<&"\n' });
      return;
    case 'foreign element':
      children.splice(k, 0, { name: 'x:z', attributes: { 'xmlns:x': 'urn:x' }, children: ['of another world'] });
      return;
    case 'order': {
      const entries = Object.entries(attributes).reverse();
      for (const name of Object.keys(attributes)) delete attributes[name];
      Object.assign(attributes, Object.fromEntries(entries));
      return;
    }
    case 'text':
      children.splice(k, 0, '  loose < text & more\t');
      return;
    case 'unwrap':
    case 'drop': {
      const inner = children[k];
      if (isElement(inner)) children.splice(k, 1, ...(kind === 'drop' ? [] : inner.children));
      return;
    }
    case 'twice':
      if (children[k]) children.splice(k, 0, structuredClone(children[k]));
  }
}

describe.skipIf(!hasCorpus)(`published files with changes${hasCorpus ? '' : ` (skipped: ${CORPUS} is not here)`}`, () => {
  test('in their elements, attributes, comments and text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...goldFiles), mutations, (id, list) => {
        const root = readXml(readFileSync(`${CORPUS}/${id}/gold.xml`, 'utf8')).root as XmlElement;
        for (const mutation of list) mutate(root, mutation);
        const xml = writeXml(root, { indent: false });
        const { tree } = fromAkn(xml);
        expect(canonical(toAkn(tree))).toBe(canonical(xml));
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test('in how the same characters are written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...goldFiles), fc.constantFrom('cdata', 'reference'), (id, way) => {
        const xml = readFileSync(`${CORPUS}/${id}/gold.xml`, 'utf8');
        const rewritten = xml.replace(/>([^<>&]+)</g, (whole, text: string) => {
          if (!/\S/.test(text)) return whole;
          if (way === 'cdata') return `>${text.slice(0, 1)}<![CDATA[${text.slice(1)}]]><`;
          return `>${text.replace(/[aeé的ا]/g, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`)}<`;
        });
        expect(rewritten).not.toBe(xml);
        expect(canonical(toAkn(fromAkn(rewritten).tree))).toBe(canonical(xml));
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
