/** What is known about a document: what it is, where and when it was published, what happened to it, what it speaks of. */
export const metadata = `
%about            = publication? classification* lifecycle* workflow* analysis* temporalData* references* notes*
                    proprietary* presentation*
meta              = identification %about                          // all that is known about the document

identification    = FRBRWork FRBRExpression FRBRManifestation FRBRItem? @ source! // which document it is
%properties       = FRBRthis FRBRuri+ FRBRalias* FRBRdate+ FRBRauthor+ componentInfo? preservation?
%workProperties   = FRBRcountry FRBRsubtype? FRBRnumber* FRBRname* FRBRprescriptive? FRBRauthoritative?
%wordProperties   = FRBRversionNumber? FRBRauthoritative? FRBRmasterExpression? FRBRlanguage+ FRBRtranslation*
FRBRWork          = %properties %workProperties                    // the text, in whatever words
FRBRExpression    = %properties %wordProperties                    // its words
FRBRManifestation = %properties FRBRportion? FRBRformat?           // those words in a format
FRBRItem          = %properties                                    // a copy of that file
FRBRthis          = empty @ %value                                 // the IRI of this component
FRBRuri           = empty @ %value                                 // the IRI of the whole document
FRBRalias         = empty @ %value name!                           // another name of it
FRBRdate          = empty @ %meta date! name!                      // a day that matters, and for what
FRBRauthor        = empty @ %meta href! as                         // who made it
FRBRcountry       = empty @ %value                                 // the country or organization it belongs to
FRBRsubtype       = empty @ %value                                 // its kind, as the IRI has it
FRBRnumber        = empty @ %value                                 // its number, as the IRI has it
FRBRname          = empty @ %value                                 // its name, as the IRI has it
FRBRprescriptive  = empty @ %meta value:boolean!                   // whether it lays down what is to be done
FRBRauthoritative = empty @ %meta value:boolean!                   // whether it is the authentic text
FRBRversionNumber = empty @ %value                                 // the number of this version
FRBRmasterExpression = empty @ %link                               // the expression that this one follows
FRBRlanguage      = empty @ %meta language!                        // a language of the text
FRBRtranslation   = empty @ %meta href! fromLanguage! authoritative pivot by! // what it was translated from, and by whom
FRBRportion       = empty @ %meta refersTo showAs shortForm from! upTo // the part of the document that this is
FRBRformat        = empty @ %value                                 // the format, as a media type
componentInfo     = componentData*                                 // the components of the document
componentData     = componentData* @ %meta name! href! showAs! shortForm // one of them
preservation      = #foreign* @ %meta href                          // what archives need to know

publication       = empty @ %meta date! showAs! shortForm name! number refersTo // where and when it was published
classification    = keyword+ @ source!                             // what it is about
keyword           = empty @ %meta href value! showAs! shortForm refersTo dictionary! // a word for that, of a thesaurus
lifecycle         = eventRef+ @ source!                            // what happened to the text
eventRef          = #foreign* @ %meta href date! source! refersTo type:eventType originatingExpression // one such event
workflow          = step+ @ source!                                // how it was adopted
step              = #foreign* @ %meta href date! by! as refersTo outcome // one step towards it

temporalData      = temporalGroup+ @ source!                       // when its parts hold
temporalGroup     = timeInterval+ @ %meta                          // the times of one part
timeInterval      = empty @ %meta start end duration refersTo!     // one of them, between two events

references        = (%relation | %ontology)+ @ source!             // the documents and things it speaks of
%relation         = original | passiveRef | activeRef | jurisprudence | hasAttachment | attachmentOf
original          = empty @ %link                                  // the document as it first was
passiveRef        = empty @ %link                                  // a document that changes this one
activeRef         = empty @ %link                                  // a document that this one changes
jurisprudence     = empty @ %link                                  // a judgment that has to do with it
hasAttachment     = empty @ %link type                             // a document attached to it
attachmentOf      = empty @ %link type                             // the document it is attached to
%ontology         = TLCPerson | TLCOrganization | TLCRole | TLCConcept | TLCObject | TLCEvent | TLCLocation
                  | TLCProcess | TLCTerm | TLCReference
TLCPerson         = empty @ %link                                  // a person
TLCOrganization   = empty @ %link                                  // an organization
TLCRole           = empty @ %link                                  // a role
TLCConcept        = empty @ %link                                  // an idea
TLCObject         = empty @ %link                                  // a thing
TLCEvent          = empty @ %link                                  // an event
TLCLocation       = empty @ %link                                  // a place
TLCProcess        = empty @ %link                                  // a process
TLCTerm           = empty @ %link                                  // a term
TLCReference      = empty @ %link name!                            // a thing of another class

notes             = note+ @ source! xml:lang xml:space xml:id      // notes that are called with noteRef
note              = %subFlowContent @ %core %note                  // one of them
proprietary       = #foreign* @ %meta href source!                  // what one publisher adds
presentation      = #foreign* @ %meta href source!                  // how the document is to look
`;
