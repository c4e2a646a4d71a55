import type { BodyResolvers, RegisterResolvers } from '../../generated/api.js';
import { nodesOf } from '../../read/nodes.js';
import { belowBody } from '../bodies/reads.js';
import { sourcesOf } from '../documents/fields.js';
import * as loaders from './loaders.js';
import { registersOn } from './reads.js';

export const nodes = { register: nodesOf('Register', loaders.registers) };

export const Body: Pick<BodyResolvers, 'registers'> = { registers: (at, _, context) => registersOn(context, at.row.id, belowBody(at)) };

export const Register: RegisterResolvers = {
  by: ({ row }) => row.by,
  from: ({ row }) => row.from,
  until: ({ row }) => row.until,
  sources: (at, _, context) => sourcesOf(at, context),
};
