import type { AffiliationResolvers } from '../../generated/api.js';
import { below } from '../../read/lens.js';
import { principalById, referred } from '../../read/nodes.js';
import type { PersonAt } from '../../read/parents.js';
import { node } from '../../read/node-fields.js';
import { certaintyAt, dated } from '../../read/dated-fields.js';

export const Affiliation: AffiliationResolvers = {
  ...node,
  ...dated,
  person: ({ row, lens }, _, context) => referred<PersonAt>(context, row.person, below(lens, row)),
  with: ({ row, lens }, _, context) => principalById(context, row.principal, below(lens, row)),
  certainty: certaintyAt,
};
