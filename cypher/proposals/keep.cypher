// Keeps a proposal.
// @param {Proposal} row
CREATE (p:Proposal)
SET p = $row
