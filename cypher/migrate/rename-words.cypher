// Gives the words of names the label that they have from format 4 on.
MATCH (w:Word)
SET w:SearchWord
REMOVE w:Word
