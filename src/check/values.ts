/** Values of simple types: XML Schema Part 2 (second edition), as far as Akoma Ntoso uses it. */
import type { Builtin, SimpleType } from '../akn/vocabulary.ts';

const collapse = (value: string): string =>
  /^[ \t\n\r]|[ \t\n\r]$|[\t\n\r]| {2}/.test(value) ? value.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '') : value;

const ZONE = String.raw`(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?`;
const DAY = String.raw`(-?(?:[1-9]\d{3,17}|0\d{3}))-(\d\d)-(\d\d)`;
const HOUR = String.raw`(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)`;
const DATE = new RegExp(`^${DAY}${ZONE}$`);
const DATE_TIME = new RegExp(`^${DAY}T${HOUR}${ZONE}$`);
const TIME = new RegExp(`^${HOUR}${ZONE}$`);
const DURATION = /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** A day that there is: leap years count, and there is no year 0. */
function isDay(match: RegExpExecArray | null): boolean {
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year === 0 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/**
 * RFC 3986, after XML Schema's escaping: what lies outside ASCII, and blanks and brackets that a URI may not have, are escaped
 * first, so they are allowed. A `%` needs two hexadecimal digits, there is one `#` at most, and no colon in the first segment
 * unless it ends the scheme. Where implementations may choose (square brackets after `#`, a colon without port, how long numbers
 * may be), this does as libxml2 does.
 */
const ESCAPED = String.raw`[^\u0000-\u007f]|[\u0000-\u0020"<>\\^\u0060{|}\u007f]`;
const PCHAR = String.raw`(?:[\w.~!$&'()*+,;=:@-]|%[\da-fA-F]{2}|${ESCAPED})`;
const NO_COLON = PCHAR.replace(':@', '@');
const USER = PCHAR.replace(':@', ':');
const HOST = String.raw`(?:\[[^\]]*\]|${PCHAR.replace(':@', '')}*)`;
const AUTHORITY = `//(?:${USER}*@)?${HOST}(?::\\d{1,9})?(?:/${PCHAR}*)*`;
const TAIL = `(?:\\?(?:${PCHAR}|[/?])*)?(?:#(?:${PCHAR}|[/?[\\]])*)?`;
const PATH = `(?:${AUTHORITY}|/(?:${PCHAR}+(?:/${PCHAR}*)*)?|`;
const URI = new RegExp(`^[A-Za-z][A-Za-z\\d+.-]*:${PATH}${PCHAR}+(?:/${PCHAR}*)*|)${TAIL}$`);
const RELATIVE = new RegExp(`^${PATH}${NO_COLON}+(?:/${PCHAR}*)*|)${TAIL}$`);

const NAME_START =
  'A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}';
const NC_NAME = new RegExp(`^[${NAME_START}][${NAME_START}.\\d\u00b7\u0300-\u036f\u203f\u2040-]*$`, 'u');
const LANGUAGE = /^[a-zA-Z]{1,8}(?:-[a-zA-Z\d]{1,8})*$/;

const builtins: Readonly<Record<Builtin, (value: string) => boolean>> = {
  string: () => true,
  boolean: (value) => /^(?:true|false|[01])$/.test(collapse(value)),
  integer: (value) => /^[+-]?0*\d{1,24}$/.test(collapse(value)),
  date: (value) => isDay(DATE.exec(collapse(value))),
  dateTime: (value) => isDay(DATE_TIME.exec(collapse(value))),
  time: (value) => TIME.test(collapse(value)),
  duration: (value) => DURATION.test(collapse(value)),
  anyURI: (value) => {
    const uri = collapse(value);
    return RELATIVE.test(uri) || URI.test(uri);
  },
  NCName: (value) => NC_NAME.test(collapse(value)),
  ID: (value) => NC_NAME.test(collapse(value)),
  'xsd:language': (value) => LANGUAGE.test(collapse(value)),
};

/**
 * The test of a type.
 *
 * @returns tells whether a value, after the normalisation that every XML reader does, is one of the type
 * @example
 * testOf(simpleType('date | dateTime'))('2023-02-29') // false
 */
export function testOf(type: SimpleType): (value: string) => boolean {
  switch (type.kind) {
    case 'builtin':
      return builtins[type.name];
    case 'restriction': {
      const base = builtins[type.base];
      const values = type.values && new Set(type.values);
      // what counts as white space is defined by XML, not by JavaScript
      const pattern = type.pattern && new RegExp(`^(?:${type.pattern.replaceAll('\\s', ' \\t\\n\\r')})$`, 'u');
      const normal = type.base === 'string' ? (value: string) => value : collapse;
      return (value) => base(value) && (!values || values.has(normal(value))) && (!pattern || pattern.test(normal(value)));
    }
    case 'union': {
      const members = type.of.map(testOf);
      return (value) => members.some((test) => test(value));
    }
    case 'list': {
      const member = testOf(type.of);
      return (value) => {
        const whole = collapse(value);
        return whole === '' || whole.split(' ').every(member);
      };
    }
  }
}

const WORDS: Readonly<Record<Builtin, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  date: 'a day that exists, YYYY-MM-DD',
  dateTime: 'a day and a time, YYYY-MM-DDThh:mm:ss',
  time: 'a time, hh:mm:ss',
  duration: 'a duration, such as P1Y2M or PT30M',
  anyURI: 'a URI',
  NCName: 'a name without colon',
  ID: 'a name without colon that is nowhere else in the file',
  'xsd:language': 'a language tag, such as fr or zh-Hans',
};

/** What a value of the type looks like, in words: `one of "side", "left"`. */
export function inWords(type: SimpleType): string {
  switch (type.kind) {
    case 'builtin':
      return WORDS[type.name];
    case 'restriction':
      if (type.values)
        return `${type.values.length > 1 ? 'one of ' : ''}${type.values.map((value) => `"${value}"`).join(', ')}`;
      return type.pattern ? 'at least one character, and no blank' : WORDS[type.base];
    case 'union':
      return type.of.map(inWords).join(', or ');
    case 'list':
      return `any number of values with blanks between them, each ${inWords(type.of)}`;
  }
}
