/** Paragraphs set otherwise than in the corpus, as other programs and typists set them. */

export type Setting = (paragraphs: readonly string[]) => string;

/** Breaks each line of a paragraph at its blanks; the rows of a table stay as they are. */
function wrap(paragraph: string, columns: number, indent = ''): string[] {
  if (paragraph.includes('\t')) return [paragraph];
  return paragraph.split('\n').flatMap((whole) => {
    const lines: string[] = [];
    let line = indent;
    for (const word of whole.split(' ')) {
      if (line.trim() !== '' && line.length + word.length > columns) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += `${word} `;
    }
    return [...lines, line.trimEnd()];
  });
}

const LINES = 45;

/** Pages with a number at the foot and the symbol at the head of the next. */
function paginate(lines: readonly string[], symbol: string): string {
  const pages: string[][] = [];
  for (let k = 0; k < lines.length; k += LINES) pages.push(lines.slice(k, k + LINES));
  return pages
    .map((page, k) => [...(k > 0 ? [symbol, `Page ${k + 1}`, ''] : []), ...page, '', `- ${k + 1} -`].join('\n'))
    .join('\n\f');
}

const symbolOf = (paragraphs: readonly string[]) =>
  paragraphs.find((paragraph) => /^[AES]\/[\w/()]*\d/.test(paragraph))?.split(' ')[0] ?? 'A/RES/1/1';

export const SETTINGS: Readonly<Record<string, Setting>> = {
  'a line for each paragraph': (paragraphs) => paragraphs.join('\n'),
  'lines of 70 columns': (paragraphs) => paragraphs.map((paragraph) => wrap(paragraph, 70).join('\n')).join('\n\n'),
  'the same without blank lines': (paragraphs) => paragraphs.flatMap((paragraph) => wrap(paragraph, 70)).join('\n'),
  'first lines indented': (paragraphs) => paragraphs.flatMap((paragraph) => wrap(paragraph, 70, '     ')).join('\n'),
  'blank lines between all lines': (paragraphs) =>
    paragraphs.map((paragraph) => wrap(paragraph, 70).join('\n\n')).join('\n\n\n'),
  pages: (paragraphs) =>
    paginate(
      paragraphs.flatMap((paragraph) => [...wrap(paragraph, 80), '']),
      symbolOf(paragraphs),
    ),
};

/** The paragraphs of a text that has a blank line between them. */
export const paragraphsOf = (text: string): string[] => text.split(/\n{2,}/).map((paragraph) => paragraph.trim());
