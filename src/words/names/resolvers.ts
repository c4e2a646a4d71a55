import type { NameResolvers } from '../../generated/api.js';
import { node } from '../../read/node-fields.js';

export const Name: NameResolvers = {
  ...node,
  text: ({ row }) => row.text,
  kind: ({ row }) => row.kind,
};
