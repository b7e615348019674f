/** The ontology: every `#id` that our Akoma Ntoso refers to, and its declaration. Only those used are declared. */
import type { LanguageCode, Organ } from '../ast.ts';
import { element, type XmlElement } from '../xml/tree.ts';

type Entry = readonly [element: string, path: string, showAs: string];

const ENTRIES = {
  tool: ['TLCOrganization', 'organization/ntoso', 'ntoso'],

  un: ['TLCOrganization', 'organization/un', 'United Nations'],
  ga: ['TLCOrganization', 'organization/un/generalAssembly', 'General Assembly'],
  sc: ['TLCOrganization', 'organization/un/securityCouncil', 'Security Council'],
  ecosoc: ['TLCOrganization', 'organization/un/economicAndSocialCouncil', 'Economic and Social Council'],
  hrc: ['TLCOrganization', 'organization/un/humanRightsCouncil', 'Human Rights Council'],
  firstCommittee: ['TLCOrganization', 'organization/un/generalAssembly/firstCommittee', 'First Committee'],
  secondCommittee: ['TLCOrganization', 'organization/un/generalAssembly/secondCommittee', 'Second Committee'],
  thirdCommittee: ['TLCOrganization', 'organization/un/generalAssembly/thirdCommittee', 'Third Committee'],
  fourthCommittee: ['TLCOrganization', 'organization/un/generalAssembly/fourthCommittee', 'Fourth Committee'],
  fifthCommittee: ['TLCOrganization', 'organization/un/generalAssembly/fifthCommittee', 'Fifth Committee'],
  sixthCommittee: ['TLCOrganization', 'organization/un/generalAssembly/sixthCommittee', 'Sixth Committee'],
  plenaryMeeting: ['TLCOrganization', 'organization/un/plenaryMeeting', 'Plenary meeting'],
  noMainCommittee: ['TLCConcept', 'concept/un/noMainCommittee', 'Without reference to a Main Committee'],
  memberState: ['TLCConcept', 'concept/un/memberState', 'Member State'],

  author: ['TLCRole', 'role/un/author', 'Author'],
  issuer: ['TLCRole', 'role/un/issuer', 'Issuer'],
  editor: ['TLCRole', 'role/un/editor', 'Editor'],
  publisher: ['TLCRole', 'role/un/publisher', 'Publisher'],
  issuingBody: ['TLCRole', 'role/un/issuingBody', 'Issuing body'],
  subsidiaryBody: ['TLCRole', 'role/un/subsidiaryBody', 'Subsidiary body'],

  symbol: ['TLCConcept', 'concept/un/symbol', 'Symbol'],
  generalDistribution: ['TLCConcept', 'concept/un/generalDistribution', 'General distribution'],
  dateOfIssuance: ['TLCConcept', 'concept/un/dateOfIssuance', 'Date of issuance'],
  adoptionDate: ['TLCConcept', 'concept/un/dateOfAdoption', 'Date of adoption'],
  startDate: ['TLCConcept', 'concept/un/startDate', 'First day'],
  endDate: ['TLCConcept', 'concept/un/endDate', 'Last day'],
  agendaItem: ['TLCConcept', 'concept/un/agendaItem', 'Agenda item'],
  agendaItemTitle: ['TLCConcept', 'concept/un/agendaItemTitle', 'Agenda item title'],
  resolutionNumber: ['TLCConcept', 'concept/un/resolutionNumber', 'Resolution number'],
  resolutionTitle: ['TLCConcept', 'concept/un/resolutionTitle', 'Resolution title'],
  decisionNumber: ['TLCConcept', 'concept/un/decisionNumber', 'Decision number'],
  decisionTitle: ['TLCConcept', 'concept/un/decisionTitle', 'Decision title'],
  sponsors: ['TLCConcept', 'concept/un/sponsors', 'Sponsors'],
  publicationJobNumber: ['TLCConcept', 'concept/un/publicationJobNumber', 'Publication job number'],
  preamble: ['TLCConcept', 'concept/un/preamble', 'Preamble'],
  preambularPhrase: ['TLCConcept', 'concept/un/preambularPhrase', 'Preambular phrase'],
  operativeVerb: ['TLCConcept', 'concept/un/operativeVerb', 'Operative verb'],

  english: ['TLCConcept', 'concept/un/language/english', 'English'],
  french: ['TLCConcept', 'concept/un/language/french', 'French'],
  spanish: ['TLCConcept', 'concept/un/language/spanish', 'Spanish'],
  russian: ['TLCConcept', 'concept/un/language/russian', 'Russian'],
  arabic: ['TLCConcept', 'concept/un/language/arabic', 'Arabic'],
  chinese: ['TLCConcept', 'concept/un/language/chinese', 'Chinese'],

  adopted: ['TLCConcept', 'concept/un/adopted', 'Adopted'],
  adoptedWithoutVote: ['TLCConcept', 'concept/un/voting/adoptedWithoutVote', 'Adopted without a vote'],
  adoptedRecordedVote: ['TLCConcept', 'concept/un/voting/adoptedRecordedVote', 'Adopted by a recorded vote'],
  inFavour: ['TLCConcept', 'concept/un/voting/inFavour', 'In favour'],
  against: ['TLCConcept', 'concept/un/voting/against', 'Against'],
  abstaining: ['TLCConcept', 'concept/un/voting/abstaining', 'Abstaining'],

  adoption: ['TLCEvent', 'event/un/adoption', 'Adoption'],
  adoptionMeeting: ['TLCEvent', 'event/un/meeting', 'Adoption meeting'],
  session: ['TLCEvent', 'event/un/session', 'Session'],
  generalAssemblySession: ['TLCEvent', 'event/un/generalAssembly/session', 'Session of the General Assembly'],
  economicAndSocialCouncilSession: ['TLCEvent', 'event/un/economicAndSocialCouncil/session', 'Session of the Council'],
  humanRightsCouncilSession: ['TLCEvent', 'event/un/humanRightsCouncil/session', 'Session of the Human Rights Council'],
} as const satisfies Record<string, Entry>;

export type ReferenceId = keyof typeof ENTRIES;

/** Whether the ontology has an entry of this name: `thirdCommittee`. */
export function isReferenceId(id: string): id is ReferenceId {
  return Object.hasOwn(ENTRIES, id);
}

/** The event that a session of an organ is. */
export const sessions: Readonly<Record<Organ, ReferenceId>> = {
  ga: 'generalAssemblySession',
  sc: 'session',
  ecosoc: 'economicAndSocialCouncilSession',
  hrc: 'humanRightsCouncilSession',
  un: 'session',
};

/** The entry for a language. A map, for the key comes from the text. */
export const languages: ReadonlyMap<string, ReferenceId> = new Map<LanguageCode, ReferenceId>([
  ['eng', 'english'],
  ['fra', 'french'],
  ['spa', 'spanish'],
  ['rus', 'russian'],
  ['ara', 'arabic'],
  ['zho', 'chinese'],
]);

/** `references`: the entries used, in the order of the table. */
export function references(used: ReadonlySet<ReferenceId>): XmlElement {
  const declarations = (Object.keys(ENTRIES) as ReferenceId[])
    .filter((id) => used.has(id))
    .map((id) => {
      const [name, path, showAs] = ENTRIES[id];
      return element(name, { eId: id, href: `/akn/ontology/${path}`, showAs });
    });
  return element('references', { source: '#tool' }, declarations);
}
