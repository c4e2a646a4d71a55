import type { QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { interlocks, path } from './reads.js';

const USUAL_STEPS = 6;

export const Query: Pick<QueryResolvers, 'path' | 'interlocks'> = {
  path: (_, { from, to, maxSteps, ...lens }, context) => path(context, from, to, maxSteps ?? USUAL_STEPS, lensOf(lens)),
  interlocks: (_, { bodies, ...lens }, context) => interlocks(context, bodies, lensOf(lens)),
};
