/** What is known about the sense of a document: what it changes, how it was judged, how it was voted on. */
export const analysis = `
%findings          = activeModifications? passiveModifications? restrictions? judicial? parliamentary? mappings?
                     otherReferences* otherAnalysis*
analysis           = %findings @ source!                           // all that

activeModifications  = %change+                                    // what it changes elsewhere
passiveModifications = %change+                                    // what is changed in it
%change            = textualMod | meaningMod | scopeMod | forceMod | efficacyMod | legalSystemMod
%changed           = source+ destination+ force? efficacy? application? duration? condition?
textualMod         = %changed previous? old* new* @ %modification type:TextualMods! // of words
meaningMod         = %changed domain? @ %modification type:MeaningMods! // of sense
scopeMod           = %changed domain? @ %modification type:ScopeMods! // of what it applies to
forceMod           = %changed @ %modification type:ForceMods!      // of being in force
efficacyMod        = %changed @ %modification type:EfficacyMods!   // of having effect
legalSystemMod     = %changed @ %modification type:LegalSystemMods! // of its place among other laws
source             = #foreign* @ %argument                         // what makes the change
destination        = #foreign* @ %argument                         // what is changed
force              = #foreign* @ %meta href period                 // when it is in force
efficacy           = #foreign* @ %meta href period                 // when it has effect
application        = #foreign* @ %meta href period                 // when it is applied
duration           = #foreign* @ %meta href period                 // how long
condition          = #foreign* @ %meta href frozen                 // under what condition
previous           = #foreign* @ %meta href                        // where it stood before
old                = #foreign* @ %meta href                        // the words before
new                = #foreign* @ %meta href                        // the words after
domain             = #foreign* @ %meta href                        // what it applies to

restrictions       = restriction+ @ source!                        // limits of where it holds
restriction        = #foreign* @ %meta href refersTo type:restrictionType! // one of them

judicial           = result (%precedent)+                          // what a judgment does with other decisions
%precedent         = supports | isAnalogTo | applies | extends | restricts | derogates | contrasts | overrules
                   | dissentsFrom | putsInQuestion | distinguishes
%judged            = source+ destination+ condition?
result             = #foreign* @ %meta href type:resultType!       // how the case ends
supports           = %judged @ %modification                       // it agrees with them
isAnalogTo         = %judged @ %modification                       // it decides a like case
applies            = %judged @ %modification                       // it applies them
extends            = %judged @ %modification                       // it takes them further
restricts          = %judged @ %modification                       // it limits them
derogates          = %judged @ %modification                       // it makes an exception
contrasts          = %judged @ %modification                       // it decides otherwise
overrules          = %judged @ %modification                       // it sets them aside
dissentsFrom       = %judged @ %modification                       // it disagrees with them
putsInQuestion     = %judged @ %modification                       // it doubts them
distinguishes      = %judged @ %modification                       // it finds the case another

parliamentary      = (quorumVerification | voting | recount)+      // how a body decided
quorumVerification = %tally @ %ballot                              // whether enough were present
voting             = %tally @ %ballot                              // a vote
recount            = %tally @ %ballot                              // its counting again
%tally             = (quorum | count)+
quorum             = #foreign* @ %meta href value! refersTo        // how many were needed
count              = #foreign* @ %meta href value! refersTo        // how many voted so

mappings           = mapping+ @ source!                            // what became of the parts of an earlier version
mapping            = empty @ %meta original current start end      // of one of them
otherReferences    = (implicitReference | alternativeReference)+ @ source! // references that the text does not spell out
implicitReference  = #foreign* @ %meta href for refersTo showAs shortForm // one that is meant
alternativeReference = #foreign* @ %meta href for refersTo showAs shortForm // one that serves instead
otherAnalysis      = #foreign* @ %meta href source!                // anything else
`;
