import type { EntryResolvers, MadeResolvers, QueryResolvers } from '../../generated/api.js';
import type { Actor } from '../../record/actor.js';
import { nodeById } from '../../read/nodes.js';
import { sources } from '../documents/loaders.js';
import { entries, entryById, madeBy, undoes, undoneBy } from './reads.js';

export const nodes = { entry: { typename: 'Entry', find: entryById } };

export const Query: Pick<QueryResolvers, 'entries'> = {
  entries: (_, { filter, ...args }, context) => entries(context, filter ?? {}, args),
};

export const Entry: EntryResolvers = {
  number: ({ row }) => row.number,
  at: ({ row }) => new Date(row.at),
  actor: ({ row, lens }) => ({ row: JSON.parse(row.actor) as Actor, lens }),
  revision: ({ row }) => row.revision,
  acts: ({ row }) => JSON.parse(row.acts) as unknown,
  note: ({ row }) => row.note,
  source: async ({ row, lens }, _, { use }) => {
    const then = { ...lens, knownAt: row.at };
    const source = row.source === null ? null : await use(sources)(then.knownAt).load(row.source);
    return source && { row: source, lens: then };
  },
  made: madeBy,
  undoes: (at, _, context) => undoes(context, at),
  undoneBy: (at, _, context) => undoneBy(context, at),
};

export const Made: MadeResolvers = {
  act: ({ made }) => made.act,
  because: ({ made }) => made.because,
  node: ({ made, lens }, _, context) => (made.is ? nodeById(context, made.gone ?? made.id, lens) : null),
  was: ({ made, before }, _, context) => (made.was ? nodeById(context, made.gone ?? made.id, before) : null),
};
