/** Blocks: paragraphs, lists, tables; and the flows of text that hang from a place in another. */
export const blocks = `
%block         = p | block | blockList | blockContainer | tblock | toc | ul | ol | table | foreign

p              = %text @ %core                                // a block of text
block          = %text @ %core name!                          // a block that the vocabulary has no name for
blockList      = listIntroduction? item+ listWrapUp? @ %core  // a list within a block of text
listIntroduction = %text @ %core                              // words before its items
listWrapUp     = %text @ %core                                // words after them
item           = %headed %block+ @ %core                      // one of them
blockContainer = %headed intro? (componentRef | %block | crossHeading)+ wrapUp? @ %core // blocks that belong together
tblock         = %headed %block+ @ %core                      // a block with a heading
toc            = tocItem+ @ %core                             // a table of contents
tocItem        = %text @ %core href! level!                   // a line of it
foreign        = #foreign* @ %meta href                       // XML of another vocabulary, such as a formula

ul             = li+ @ %core                                  // a list with bullets
ol             = li+ @ %core                                  // a list with numbers
li             = (#text | %inline | ul | ol | p)* @ %core value // an item of either
table          = caption? tr+ @ %core width border cellspacing cellpadding // a table
caption        = %text @ %core                                // its title
tr             = (th | td)+ @ %core                           // a row
th             = %block* @ %core rowspan=1 colspan=1          // a cell that heads a row or a column
td             = %block* @ %core rowspan=1 colspan=1          // a cell

%subFlow       = authorialNote | subFlow
%subFlowContent = %document | (%block | %container | %hierarchical | %speech | %part)+
%part          = tr | th | td | content | intro | wrapUp | num | heading | subheading | componentRef | documentRef
               | formula | longTitle | recitals | recital | citations | citation
authorialNote  = %subFlowContent @ %core %note                // a footnote of the author, where it is called
subFlow        = %subFlowContent @ %core name!                // any other text beside the text
embeddedStructure = %subFlowContent @ %core %quotes href      // parts of another document, as examples or proposals
quotedStructure = %subFlowContent @ %core %quotes for         // parts that an amendment puts in or takes out
`;
