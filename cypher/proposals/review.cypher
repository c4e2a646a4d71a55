// Says what became of a proposal.
// @param {string} id
// @param {string} status
// @param {string} reviewedBy
// @param {string | null} reviewNote
// @param {string | null} entry
// @param {string} result
MATCH (p:Proposal {id: $id})
SET p.status = $status, p.reviewedBy = $reviewedBy, p.reviewNote = $reviewNote, p.entry = $entry, p.result = $result
