/** saxes, with the namespaces looked up here. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { isDeclaration, localOf, namespaceOf, OUTERMOST, type Scope, scopeIn, XML, XMLNS } from './namespaces.ts';

/** Characters of names that none begins with (XML 1.0, production 4a). */
const NEVER_FIRST = /^(?:[-.0-9\u00b7\u203f\u2040]|[\u0300-\u036f])/u;

/** In published files most elements have it, and there is nothing to look up: no other prefix can be that of XML. */
const ALWAYS_BOUND = 'xml:space';

/**
 * Makes an object without properties, inherited ones included: an attribute may be called `constructor` or `__proto__`. What saxes
 * makes, Object.create(null), V8 keeps as a hash table, and to go through it is a quarter of the time of writing.
 */
function AttributeRecord(): void {}
AttributeRecord.prototype = Object.create(null);
const Attributes = AttributeRecord as unknown as new () => Record<string, string>;

/**
 * The parser of all XML that is read. saxes can see to namespaces too, but then takes twice as long, for it makes a set and several
 * objects for each tag; few tags of a document have a prefix or a declaration, and only they are looked at here.
 *
 * The class of our own is what keeps it fast, besides: `on` adds a property by a computed name for each handler, and of a bare
 * SaxesParser V8 makes a hash table with the seventh, which reads at a seventh of the speed.
 */
export class XmlParser extends SaxesParser<{ xmlns: false }> {
  /** The declarations in force. */
  scope: Scope = OUTERMOST;
  /** Whether the name of the last start tag has a prefix. */
  hasPrefix = false;
  /** The namespace of names without a prefix. */
  private unprefixed = '';
  /** Of the open elements that declare namespaces, outermost first: how deep each is, and what is in force around it. */
  private readonly declaring: { depth: number; outer: Scope }[] = [];
  private depth = 0;

  constructor() {
    super({ xmlns: false });
    this.on('opentagstart', (tag) => {
      tag.attributes = new Attributes();
    });
  }

  /**
   * To be called for each start tag. What breaks the rules of Namespaces in XML 1.0 fails as what breaks those of XML does.
   *
   * @returns the namespace of the element
   */
  enter({ name, attributes }: SaxesTagPlain): string {
    this.depth++;
    let declares = false;
    let prefixed: string[] | undefined;
    for (const each in attributes) {
      if (isDeclaration(each)) declares = true;
      else if (each.includes(':') && each !== ALWAYS_BOUND) {
        prefixed ??= [];
        prefixed.push(each);
      }
    }
    if (declares) {
      this.declaring.push({ depth: this.depth, outer: this.scope });
      this.inForce(scopeIn(this.scope, attributes));
      for (const each in attributes) if (isDeclaration(each)) this.checkDeclaration(each, attributes[each] as string);
    }
    this.hasPrefix = name.includes(':');
    if (this.hasPrefix) this.checkName(name);
    if (prefixed) {
      for (const each of prefixed) this.checkName(each);
      if (prefixed.length > 1) this.checkRepeated(prefixed);
    }
    return this.hasPrefix ? namespaceOf(name, this.scope) : this.unprefixed;
  }

  /** To be called for each end tag. */
  leave(): void {
    const declaring = this.declaring[this.declaring.length - 1];
    if (declaring?.depth === this.depth) {
      this.inForce(declaring.outer);
      this.declaring.pop();
    }
    this.depth--;
  }

  private inForce(scope: Scope): void {
    this.scope = scope;
    this.unprefixed = scope.get('') ?? '';
  }

  /** To be called for each processing instruction. */
  checkTarget(target: string): void {
    if (target.includes(':')) this.fail(`malformed name: ${target}.`);
  }

  private checkDeclaration(name: string, uri: string): void {
    const prefix = name.slice('xmlns:'.length);
    if (name !== 'xmlns' && !isLocal(prefix)) this.fail(`malformed name: ${name}.`);
    else if (uri === '' && prefix !== '') this.fail(`namespace prefix may not be undeclared: ${JSON.stringify(prefix)}.`);
    else if ((prefix === 'xml') !== (uri === XML)) this.fail(`prefix "xml" and no other is bound to ${XML}.`);
    else if (prefix === 'xmlns' || uri === XMLNS) this.fail(`${XMLNS} may not be declared.`);
  }

  private checkName(name: string): void {
    const colon = name.indexOf(':');
    const prefix = name.slice(0, colon);
    if (colon === 0 || !isLocal(name.slice(colon + 1))) this.fail(`malformed name: ${name}.`);
    else if (!this.scope.has(prefix)) this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
    else if (prefix === 'xmlns') this.fail('tags may not have "xmlns" as prefix.');
  }

  /** Two prefixes may stand for one namespace. */
  private checkRepeated(names: readonly string[]): void {
    const seen = new Set<string>();
    for (const name of names) {
      const expanded = `{${namespaceOf(name, this.scope)}}${localOf(name)}`;
      if (seen.has(expanded)) this.fail(`duplicate attribute: ${expanded}.`);
      seen.add(expanded);
    }
  }
}

/** Whether what stands on one side of a colon can stand there. */
const isLocal = (name: string): boolean => name !== '' && !name.includes(':') && !NEVER_FIRST.test(name);
