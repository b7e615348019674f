/** Running text: what may stand within a sentence. */
export const inline = `
%text          = (#text | %inline)*
%inline        = %typography | %reference | %modification | %annotation | %ofDocument | %ofCourt | %concept
               | %marker | %subFlow | inline

%typography    = b | i | u | sub | sup | span | abbr | a | decoration
b              = %text @ %core                                // bold
i              = %text @ %core                                // italic
u              = %text @ %core                                // underlined
sub            = %text @ %core                                // lowered
sup            = %text @ %core                                // raised
span           = %text @ %core                                // words that look otherwise; their class tells how
abbr           = %text @ %core                                // an abbreviation
a              = %text @ %core href! target                   // a link to anything on the web
decoration     = %text @ %core                                // an ornament: “* * *”
inline         = %text @ %core name!                          // words that the vocabulary has no name for

%reference     = ref | mref | rref | affectedDocument | relatedDocument
ref            = %text @ %core href!                          // a citation of a legal text
mref           = %text @ %core                                // several citations as one
rref           = %text @ %core from! upTo!                    // a citation of a range
affectedDocument = %text @ %core href!                        // the document that an amendment changes
relatedDocument = %text @ %core href!                         // another that it has to do with

%modification  = mod | mmod | rmod | ins | del | change | omissis
mod            = %modified @ %core for                        // words that order a change of another text
mmod           = %modified @ %core for                        // several changes ordered as one
rmod           = %modified @ %core for from! upTo!            // a change of a range
%modified      = (#text | %inline | quotedText | quotedStructure)*
quotedText     = %text @ %core %quotes for                    // words that a change puts in or takes out
ins            = %text @ %core                                // words put in by an editor
del            = %text @ %core                                // words taken out
change         = %text @ %core                                // what an amendment wants to be changed
omissis        = %text @ %core                                // the sign that words are left out

%annotation    = remark | recordedTime | vote | outcome | opinion | embeddedText | embeddedStructure
               | placeholder | fillIn
remark         = %text @ %core type:remarkType                // a comment of the clerk, editor or translator
recordedTime   = %text @ %core type:timeType time!            // the hour at which something happened
vote           = %text @ %core by! as choice                  // how somebody voted
outcome        = %text @ %core                                // how something was decided
opinion        = %text @ %core by! type:opinionType           // what a judge holds
embeddedText   = %text @ %core %quotes href                   // words quoted from elsewhere
placeholder    = %text @ %core originalText                   // words that replace those of the original
fillIn         = %text @ %core width:string                   // a blank to be filled in

%ofDocument    = docType | docTitle | docNumber | docDate | docAuthority | docProponent | docIntroducer
               | docCommittee | docStage | docStatus | docPurpose | docJurisdiction | docketNumber
               | legislature | session | shortTitle
docType        = %text @ %core                                // what kind of document it is
docTitle       = %text @ %core                                // its title
docNumber      = %text @ %core                                // its number or symbol
docDate        = %text @ %core date!                          // a day it bears
docAuthority   = %text @ %core                                // the body that issues it
docProponent   = %text @ %core as                             // who proposes it
docIntroducer  = %text @ %core                                // who introduces it
docCommittee   = %text @ %core value                          // the committee that deals with it
docStage       = %text @ %core                                // how far it has come
docStatus      = %text @ %core                                // its standing; its distribution
docPurpose     = %text @ %core                                // what it is for
docJurisdiction = %text @ %core                               // where it applies
docketNumber   = %text @ %core                                // its number in a register
legislature    = %text @ %core value                          // the legislature
session        = %text @ %core value                          // the session
shortTitle     = %text @ %core                                // the title it is cited by

%ofCourt       = courtType | neutralCitation | party | judge | lawyer | signature | argument
courtType      = %text @ %core                                // what court it is
neutralCitation = %text @ %core                               // how the judgment is cited, whoever publishes it
party          = %text @ %core refersTo! as                   // a party
judge          = %text @ %core refersTo! as                   // a judge
lawyer         = %text @ %core refersTo! as for:agentRef empoweredBy // a lawyer
signature      = %text @ %core                                // who signs
argument       = %text @ %core                                // a reason given

%concept       = date | time | person | organization | concept | object | event | location | process | role
               | term | quantity | def | entity
date           = %text @ %core date!                          // a day
time           = %text @ %core time!                          // an hour
person         = %text @ %core refersTo! as                   // a person
organization   = %text @ %core refersTo!                      // an organization
concept        = %text @ %core refersTo!                      // an idea
object         = %text @ %core refersTo!                      // a thing
event          = %text @ %core refersTo!                      // something that happens
location       = %text @ %core refersTo!                      // a place
process        = %text @ %core refersTo!                      // something that goes on
role           = %text @ %core refersTo!                      // what somebody acts as
term           = %text @ %core refersTo!                      // a word used as it is defined
quantity       = %text @ %core refersTo! normalized           // a number of something
def            = %text @ %core                                // a definition
entity         = %text @ %core refersTo! name!                // anything else that can be pointed at

%marker        = noteRef | eol | eop | img | br | marker
noteRef        = empty @ %core %note href!                    // the call of a note that stands elsewhere
eol            = empty @ %core %break                         // a line of the original ends
eop            = empty @ %core %break                         // a page of the original ends
img            = empty @ %core src! alt width height          // an image
br             = empty @ %core                                // a new line
marker         = empty @ %core name!                          // a place that the vocabulary has no name for
`;
