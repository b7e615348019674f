/** What a file holds: documents, their parts in order, and what they are put together from. */
export const documents = `
%document           = act | bill | amendment | statement | doc | debate | debateReport | judgment
                    | amendmentList | officialGazette | documentCollection | portion
%ending             = conclusions? attachments? components?

akomaNtoso          = %document components?                                   // the root of every file

act                 = meta coverPage? preface? preamble? body %ending @ %document // a law in force, or that was
bill                = meta coverPage? preface? preamble? body %ending @ %document // a law that is proposed
statement           = meta coverPage? preface? preamble? mainBody %ending @ %document // what a body declares: a resolution
doc                 = meta coverPage? preface? preamble? mainBody %ending @ %document // any other document; an annex
debateReport        = meta coverPage? preface? preamble? mainBody %ending @ %document // a report on a debate, not its record
debate              = meta coverPage? preface? debateBody %ending @ %document // the record of a sitting
amendment           = meta coverPage? preface? amendmentBody %ending @ %document // a proposal to change a bill
judgment            = meta coverPage? header judgmentBody %ending @ %document // the decision of a court
amendmentList       = meta coverPage? preface? preamble? collectionBody %ending @ %document // amendments to one document
officialGazette     = meta coverPage? preface? preamble? collectionBody %ending @ %document // an issue of a gazette
documentCollection  = meta coverPage? preface? preamble? collectionBody %ending @ %document // documents published together
portion             = meta portionBody @ includedIn!                          // a fragment of a document

coverPage           = (%block | longTitle | formula | container)+ @ %core     // the masthead
preface             = (%block | longTitle | formula | container)+ @ %core     // number and title
preamble            = (%block | recitals | citations | formula | container)+ @ %core // why the body acts, and who
header              = %block* @ %core                                         // the opening of a judgment
conclusions         = (%block | longTitle | formula | container)+ @ %core     // what closes: place, day, signatures

body                = (componentRef | %hierarchical)+ @ %core                 // the articles of an act or bill
mainBody            = %flow @ %core                                           // the substance of a document
debateBody          = %debateSection+ @ %core                                 // the sections of a sitting
judgmentBody        = %judgmentPart+ @ %core                                  // the parts of a judgment
amendmentBody       = %amendmentPart+ @ %core                                 // the parts of an amendment
collectionBody      = component+ @ %core                                      // the documents of a collection
portionBody         = %fragment @ %core                                       // the one thing that is a fragment
%fragment           = %container | %hierarchical | %speech | coverPage | preface | preamble
                    | recitals | recital | citations | citation | longTitle | formula

attachments         = attachment+                                             // annexes and schedules
attachment          = %component @ %core                                      // one annex: a document of its own
components          = component+ @ %ids                                       // documents stored in the same file
component           = %component @ %core                                      // one document of several
componentRef        = empty @ %meta src! alt showAs! shortForm                // a part that is stored elsewhere, put in here
documentRef         = empty @ %link                                           // a document that is stored elsewhere
interstitial        = %block* @ %core                                         // words between the documents of a collection
%component          = %headed (%document | interstitial | toc | documentRef)
`;
