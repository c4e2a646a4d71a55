import type { NameResolvers } from '../../generated/api.js';
import { nodesOf } from '../../read/nodes.js';
import * as loaders from './loaders.js';

export const nodes = { name: nodesOf('Name', loaders.names) };

export const Name: NameResolvers = {
  text: ({ row }) => row.text,
  kind: ({ row }) => row.kind,
};
