import type { BodyResolvers } from '../../generated/api.js';
import { lineageOf } from './reads.js';

export const Body: Pick<BodyResolvers, 'lineage'> = {
  lineage: (at, _, context) => lineageOf(context, at),
};
