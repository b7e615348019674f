/** The text's frame: hierarchical units, containers, what stands in them; the sections of debates, judgments and amendments. */
export const structure = `
%hierarchical  = title | subtitle | book | tome | part | subpart | chapter | subchapter | section | subsection
               | division | subdivision | article | clause | subclause | paragraph | subparagraph | rule | subrule
               | proviso | transitional | list | sublist | point | indent | alinea | level | hcontainer
%container     = %debateSection | div | container
%headed        = (num | heading | subheading)*
%units         = %headed (intro? (componentRef | %hierarchical | crossHeading)* wrapUp? | content)
%sections      = %headed (%container | componentRef | %speech | %block)*
%flow          = (componentRef | %hierarchical | %block | %container)+

num            = %text @ %core                                // the number of a unit, as printed
heading        = %text @ %core                                // the title of a unit
subheading     = %text @ %core                                // its second title
crossHeading   = %text @ %core                                // a title between units, of none of them
intro          = %block* @ %core                              // words before the units below this one
wrapUp         = %block* @ %core                              // words after them that close the sentence
content        = %block* @ %core                              // the text of a unit that holds no units

title          = %units @ %core                               // a title, as a division of a law
subtitle       = %units @ %core                               // a division of a title
book           = %units @ %core                               // a book of a code
tome           = %units @ %core                               // a volume of a code
part           = %units @ %core                               // a part
subpart        = %units @ %core                               // a division of a part
chapter        = %units @ %core                               // a chapter
subchapter     = %units @ %core                               // a division of a chapter
section        = %units @ %core                               // a section
subsection     = %units @ %core                               // a division of a section
division       = %units @ %core                               // a division, often with a heading and no number
subdivision    = %units @ %core                               // a division of a division
article        = %units @ %core                               // an article
clause         = %units @ %core                               // a clause
subclause      = %units @ %core                               // a division of a clause
paragraph      = %units @ %core                               // a paragraph; of a resolution, an operative one
subparagraph   = %units @ %core                               // a division of a paragraph
rule           = %units @ %core                               // a rule of procedure
subrule        = %units @ %core                               // a division of a rule
list           = %units @ %core                               // points that belong together
sublist        = %units @ %core                               // points below a point
point          = %units @ %core                               // an item of a list
indent         = %units @ %core                               // an item set in, mostly after a dash
alinea         = %units @ %core                               // text that goes on on a new line within a unit
proviso        = %units @ %core                               // an exception: “provided that …”
level          = %units @ %core                               // a level without a name
transitional   = %units @ %core                               // a transitional provision
hcontainer     = %units @ %core name!                         // a unit that the vocabulary has no name for

longTitle      = %block* @ %core                              // the full title of an act
formula        = %block* @ %core name!                        // fixed words: “The General Assembly,”
recitals       = %headed intro? (componentRef | recital)+ wrapUp? @ %core // the reasons given
recital        = %headed %block+ @ %core                      // one reason: “Whereas …”
citations      = %headed intro? (componentRef | citation)+ wrapUp? @ %core // the texts that are the legal basis
citation       = %headed %block+ @ %core                      // one of them: “Having regard to …”
container      = (%block | container)+ @ %core name!          // anything that holds blocks; a preambular paragraph
div            = %block* @ %core                              // a container without a meaning

%speech        = speechGroup | speech | question | answer | other | scene | narrative | summary
speechGroup    = %sections @ %core %speaker                   // speeches on one matter
speech         = %headed from? %block+ @ %core %speaker       // what one person says
question       = %headed from? %block+ @ %core %speaker       // a question put
answer         = %headed from? %block+ @ %core %speaker       // the answer to it
from           = %text @ %core                                // who speaks, as printed
other          = %block* @ %core                              // words that are no speech
scene          = %text @ %core                                // what happens in the room
narrative      = %text @ %core                                // what the clerk reports
summary        = %text @ %core                                // a speech in short

%debateSection = administrationOfOath | rollCall | prayers | oralStatements | writtenStatements | personalStatements
               | ministerialStatements | resolutions | nationalInterest | declarationOfVote | communication | petitions
               | papers | noticesOfMotion | questions | address | proceduralMotions | pointOfOrder | adjournment
               | debateSection
administrationOfOath  = %sections @ %core                     // new members are sworn in
rollCall              = %sections @ %core                     // who is present
prayers               = %sections @ %core                     // prayers
oralStatements        = %sections @ %core                     // statements made
writtenStatements     = %sections @ %core                     // statements handed in
personalStatements    = %sections @ %core                     // statements of members on their own behalf
ministerialStatements = %sections @ %core                     // statements of ministers
resolutions           = %sections @ %core                     // resolutions moved and passed
nationalInterest      = %sections @ %core                     // matters of national interest
declarationOfVote     = %sections @ %core                     // why a member voted so
communication         = %sections @ %core                     // messages from the chair
petitions             = %sections @ %core                     // petitions received
papers                = %sections @ %core                     // papers laid
noticesOfMotion       = %sections @ %core                     // motions announced
questions             = %sections @ %core                     // questions and their answers
address               = %sections @ %core                     // an address to the house
proceduralMotions     = %sections @ %core                     // motions on procedure
pointOfOrder          = %sections @ %core                     // points of order
adjournment           = %sections @ %core                     // the end of the sitting
debateSection         = %sections @ %core name!               // a section that the vocabulary has no name for

%judgmentPart  = introduction | background | arguments | remedies | motivation | decision
introduction   = %flow @ %core                                // what the case is
background     = %flow @ %core                                // the facts
arguments      = %flow @ %core                                // what the parties say
remedies       = %flow @ %core                                // what they ask for
motivation     = %flow @ %core                                // why the court decides so
decision       = %flow @ %core                                // what it decides

%amendmentPart = amendmentHeading | amendmentContent | amendmentReference | amendmentJustification
amendmentHeading       = %block* @ %core                      // who proposes
amendmentContent       = %block* @ %core                      // the change
amendmentReference     = %block* @ %core                      // where it applies
amendmentJustification = %block* @ %core                      // why
`;
