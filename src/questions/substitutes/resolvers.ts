import type { BodyResolvers } from '../../generated/api.js';
import { belowBody } from '../../words/bodies/reads.js';
import { nextSubstitutes } from './reads.js';

export const Body: Pick<BodyResolvers, 'nextSubstitutes'> = {
  nextSubstitutes: (at, { list }, context) => nextSubstitutes(context, at.row.id, list, belowBody(at)),
};
