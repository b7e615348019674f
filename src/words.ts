/** What nodes say, without how it is set. */
import type { Inline } from './ast.ts';

/** The words of inline nodes, without notes, white space collapsed: for what stands in attributes and metadata. */
export function plainText(nodes: readonly Inline[]): string {
  return wordsOf(nodes)
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}

function wordsOf(nodes: readonly Inline[]): string {
  let words = '';
  for (const node of nodes) {
    if (node.type === 'text') words += node.value;
    else if (node.type === 'break') words += ' ';
    else if (node.type !== 'authorialNote' && node.type !== 'noteRef') words += wordsOf(node.children);
  }
  return words;
}
