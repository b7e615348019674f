/** From bytes to characters: UTF-8, UTF-16 that says so, Windows-1252; else a reason, never mojibake. */

/** How files that are not text begin, and what the user can do about it. */
const formats: readonly [magic: string, name: string][] = [
  ['%PDF-', 'a PDF; extract its text first, with pdftotext for instance'],
  ['PK\x03\x04', 'a ZIP or Word document; save it as plain text first'],
  ['\xd0\xcf\x11\xe0', 'an old Word document; save it as plain text first'],
  ['{\\rtf', 'an RTF document; save it as plain text first'],
];

/** Control characters that no text has, and the five bytes that Windows-1252 leaves undefined. */
const NOT_WINDOWS_1252 = /[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\x81\x8d\x8f\x90\x9d]/;

/** 0x80 to 0x9f, where Windows-1252 differs from Latin-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Decodes a file.
 *
 * @param bytes the whole file
 * @returns the text without byte order mark, or in one line why there is none
 * @example
 * decode(new Uint8Array([0xff, 0xfe, 0x41, 0x00])) // { text: 'A' }
 */
export function decode(bytes: Uint8Array): { text: string } | { reason: string } {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).toString('latin1');
  if (start.startsWith('\xff\xfe\0\0') || start.startsWith('\0\0\xfe\xff')) return { reason: 'UTF-32 is not supported' };
  if (start.startsWith('\xff\xfe')) return decodeAs('utf-16le', bytes);
  if (start.startsWith('\xfe\xff')) return decodeAs('utf-16be', bytes);
  const format = formats.find(([magic]) => start.startsWith(magic));
  if (format) return { reason: `this is ${format[1]}` };
  if (bytes.includes(0)) return { reason: 'a binary file: it has NUL bytes (UTF-16 needs a byte order mark)' };
  const utf8 = decodeAs('utf-8', bytes);
  return 'text' in utf8 || start.startsWith('\xef\xbb\xbf') ? utf8 : decodeWindows1252(bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): { text: string } | { reason: string } {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { reason: `not valid ${encoding.toUpperCase()}` };
  }
}

/** Any bytes can be read as Windows-1252; most would be rubbish. These are signs that they are something else. */
function decodeWindows1252(bytes: Uint8Array): { text: string } | { reason: string } {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (NOT_WINDOWS_1252.test(latin1)) return { reason: 'neither UTF-8 nor Windows-1252: a binary file or an unknown encoding' };

  // one bad byte in a UTF-8 text: the other letters beyond ASCII would come out as `Ã©`
  const damaged = new TextDecoder().decode(bytes);
  const wrong = damaged.match(/\ufffd/g)?.length ?? 0;
  const right = damaged.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  if (right > wrong) return { reason: `damaged UTF-8: not valid on line ${lineOf(damaged, damaged.indexOf('\ufffd'))}` };

  // French has one accented letter in twenty-five; Cyrillic or Arabic code pages are nearly all such bytes
  const letters = latin1.match(/[A-Za-z\x80-\xff]/g)?.length ?? 0;
  const accented = latin1.match(/[\x80-\xff]/g)?.length ?? 0;
  if (accented > letters / 3) return { reason: 'neither UTF-8 nor Windows-1252: another code page; convert it to UTF-8 first' };
  // not by TextDecoder: Node 20 takes Windows-1252 for Latin-1, and ’ becomes a control character
  return { text: latin1.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] as string) };
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
