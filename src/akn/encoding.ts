/** What the encoders of one document share. */
import type { Metadata } from '../ast.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { EIds, Scope } from './eid.ts';
import type { Identity } from './identity.ts';
import type { ReferenceId } from './references.ts';
import type { Fitting } from './refill.ts';

export interface ToAknOptions {
  /** Elements on lines of their own (default). Running text is never broken or indented. */
  indent?: boolean;
  /**
   * Day of adoption, `YYYY-MM-DD`, of a document by its canonical symbol: turns citations without a date into references to the
   * Work. `adoptionDate` of `ntoso/dates` is one. What is no real day counts as unknown.
   */
  adoptionDate?: (symbol: string) => string | undefined;
  /** `nested` (default): a section holds what stands under its heading. `flat`: headings stand between paragraphs, as the UN publishes. */
  headings?: 'nested' | 'flat';
  /** Mark dates in running text as `date` (default). */
  dates?: boolean;
  /** Day of the mark-up, `YYYY-MM-DD`. Default: the day of the text itself, so that the same tree gives the same bytes. */
  markupDate?: string;
  /** Is told what could not be identified (`date-unknown`, `identity-unknown` …) or kept as it was (`too-deep`). */
  report?: (diagnostic: Diagnostic) => void;
}

export interface Encoding {
  metadata: Metadata;
  identity: Identity;
  options: ToAknOptions;
  /** Identifiers taken in this statement. */
  register: EIds;
  /** The text with a numbering of its own that is being written. */
  scope: Scope;
  /** The main body of the statement. Its prefix is that of the statement: empty, or `cmp_A__` for a part of a collection. */
  body: Scope;
  /** Entries of the ontology used so far. */
  used: Set<ReferenceId>;
  /** The last note so far with each marker: marker → eId. */
  notes: Map<string, string>;
  /** What is known of nodes that were read: whether they can be written as they were. */
  fitting: Fitting;
}

/** What the encoders of a document begin with. */
export function beginEncoding(
  metadata: Metadata,
  identity: Identity,
  options: ToAknOptions,
  register: EIds,
  body: Scope,
): Encoding {
  const nothingYet = { used: new Set<ReferenceId>(), notes: new Map(), fitting: new Map() };
  return { metadata, identity, options, register, scope: body, body, ...nothingYet };
}

/** A reference to an entry of the ontology, which will so be declared: `#adoption`. */
export function refer(encoding: Encoding, id: ReferenceId): string {
  encoding.used.add(id);
  return `#${id}`;
}
