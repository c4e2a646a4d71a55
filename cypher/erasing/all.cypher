// By what seeding knows what was erased, in order.
// @row {Erasure} e
MATCH (e:Erasure)
WITH e ORDER BY e.number
RETURN e{.*} AS e
