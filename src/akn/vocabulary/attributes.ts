/** Attributes: groups of them, the type that each has where no other is given, and the types. */
export const attributes = `
%ids            = eId wId GUID                                  // what an element is called by
%meta           = #foreign %ids                                 // attributes of other namespaces, and identifiers
%core           = %meta class style title period status refersTo alternativeTo xml:lang xml:space xml:id // what text may bear
%document       = name! contains=originalVersion                // what kind of document, and in how many versions
%link           = %meta href! showAs! shortForm                 // an entry that leads elsewhere
%value          = %meta value! refersTo showAs shortForm        // an entry that is a value
%argument       = %meta href pos exclusion incomplete upTo      // a place in a text
%modification   = %meta period status exclusion incomplete refersTo // a change
%ballot         = %meta outcome refersTo href                   // a vote
%speaker        = by! as startTime endTime to                   // who speaks, when, to whom
%quotes         = startQuote endQuote inlineQuote               // the marks around a quotation
%note           = marker placement placementBase                // the mark of a note, and where it is printed
%break          = number breakAt breakWith                      // where a line or page ended
`;

export const attributeTypes = `
eId wId GUID                              = noWhiteSpace
class style title alt name number target type value = string
showAs shortForm marker normalized originalText          = string
startQuote endQuote inlineQuote breakWith                = string
href                                      = anyURI
src                                       = manifestationURI
refersTo                                  = referenceRef*
includedIn dictionary                     = referenceRef
by source to empoweredBy                  = agentRef
as                                        = roleRef
choice                                    = voteRef
outcome                                   = conceptRef
period                                    = temporalGroupRef
start end                                 = eventRefRef
original                                  = wIdRef
current for from upTo alternativeTo placementBase        = eIdRef
language fromLanguage pivot               = language
contains                                  = versionType
status                                    = statusType
placement                                 = placementType
pos                                       = posType
date                                      = date | dateTime
time                                      = time | dateTime
startTime endTime                         = dateTime
duration                                  = duration
authoritative exclusion frozen incomplete originatingExpression = boolean
level breakAt width height border cellspacing cellpadding rowspan colspan = integer
xml:lang                                  = xsd:language | ""
xml:space                                 = NCName "default" | "preserve"
xml:base                                  = anyURI
xml:id                                    = ID
`;

export const types = `
noWhiteSpace      = string /[^\\s]+/
language          = string
eIdRef            = anyURI                                      // # and the eId of an element
wIdRef            = anyURI                                      // # and the wId of an element
agentRef          = anyURI                                      // # and the entry of a person or organization
roleRef           = anyURI                                      // # and the entry of a role
conceptRef        = anyURI                                      // # and the entry of a concept
voteRef           = anyURI                                      // # and the entry of a vote
referenceRef      = anyURI                                      // # and an entry of the references
eventRefRef       = anyURI                                      // # and an event of the lifecycle
temporalGroupRef  = anyURI                                      // # and a temporal group
manifestationURI  = anyURI                                      // the IRI of a file

versionType       = "originalVersion" | "singleVersion" | "multipleVersions"
placementType     = "side" | "left" | "right" | "bottom" | "inline"
posType           = "start" | "before" | "inside" | "after" | "end" | "unspecified"
statusType        = "removed" | "temporarilyRemoved" | "translated" | "editorial" | "edited" | "verbatim"
                  | "incomplete" | "unknown" | "undefined" | "ignored"
eventType         = "generation" | "amendment" | "repeal"
timeType          = "startEvent" | "endEvent"
remarkType        = "sceneDescription" | "phenomenon" | "caption" | "translation"
opinionType       = "dissenting" | "agreeing" | "null"
resultType        = "deny" | "dismiss" | "uphold" | "revert" | "replaceOrder" | "remit" | "decide" | "approve"
restrictionType   = "jurisdiction"
TextualMods       = "repeal" | "substitution" | "insertion" | "replacement" | "renumbering" | "split" | "join"
MeaningMods       = "variation" | "termModification" | "authenticInterpretation"
ScopeMods         = "exceptionOfScope" | "extensionOfScope"
ForceMods         = "entryIntoForce" | "endOfEnactment" | "postponementOfEntryIntoForce" | "prorogationOfForce"
                  | "reEnactment" | "unconstitutionality"
EfficacyMods      = "entryIntoEfficacy" | "endOfEfficacy" | "inapplication" | "retroactivity" | "extraefficacy"
                  | "postponementOfEfficacy" | "prorogationOfEfficacy"
LegalSystemMods   = "staticReference" | "implementation" | "ratification" | "application"
                  | "legislativeDelegation" | "deregulation" | "conversion" | "expiration" | "reiteration"
                  | "remaking" | "republication" | "coordination"
`;
