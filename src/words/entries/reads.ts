import type { EntryFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { actorOf, requireActor } from '../../read/identity.js';
import { type Lens, lensOf } from '../../read/lens.js';
import { type PageArguments, readPage } from '../../read/page.js';
import { extentFor, mayDo, rolesFor } from '../../record/roles.js';
import { NOW } from '../../record/time.js';
import { today } from '../../time/civil.js';
import * as loaders from './loaders.js';
import type { EntryAt, EntryConnectionAt, Made, MadeAt } from './model.js';
import { by, named, within, written } from './subjects.js';

const seenAt = (knownAt: number): Lens => ({ asOf: today(), knownAt, given: '' });

/** Things that were written at a time, as they were right after it and right before it. */
export const madeAt = (made: readonly Made[], at: number, isPresent = false): MadeAt[] =>
  made.map((one) => ({ made: one, lens: seenAt(isPresent ? NOW : at), before: seenAt(at - 1) }));

export const madeBy = ({ row }: EntryAt): MadeAt[] => madeAt(JSON.parse(row.made) as Made[], row.at);

/** An entry by its id, for those who may read it; null to others. */
export const entryById = async (context: Context, id: string, lens: Lens): Promise<EntryAt | null> => {
  const actor = actorOf(context);
  const row = actor && (await context.use(loaders.entries)(lens.knownAt).load(id));
  return row && mayDo(actor, 'READ', { by: row.actorId }) ? { row, lens } : null;
};

/** Who reads, and of whom alone; null: of all. */
export const readerOf = (context: Context): { only: string | null } => {
  const actor = requireActor(context, ...rolesFor('READ'));
  return { only: extentFor(actor, 'READ') === 'ALL' ? null : actor.id };
};

/** The number of no entry: after all of them. */
const AFTER_ALL = Number.MAX_SAFE_INTEGER;

interface Narrowed {
  actor: string | null;
  bodies: string[] | null;
  since: number;
  until: number;
}

/** Those that pass, from where there are fewest: what they wrote or name, then where it lies, then who wrote them. */
const passing = ({ reader }: Context, { thing }: EntryFilter, filter: Narrowed) => {
  const { actor, bodies } = filter;
  const subjects = thing != null ? [written(thing), named(thing)] : (bodies?.map(within) ?? (actor === null ? null : [by(actor)]));
  const { entries } = queries;
  return {
    read: (page: { before: number; limit: number }) =>
      subjects ? reader.read(entries.listOn, { ...filter, ...page, subjects }) : reader.read(entries.list, { ...filter, ...page }),
    count: () => (subjects ? reader.read(entries.countOn, { ...filter, subjects }) : reader.read(entries.countAll, { ...filter })),
  };
};

/** The log, newest first. */
export const entries = (context: Context, filter: EntryFilter, args: PageArguments): Promise<EntryConnectionAt> => {
  const { only } = readerOf(context);
  const { actor = null, bodies = null, since, until } = filter;
  const isOfOthers = only !== null && actor !== null && actor !== only;
  const of = passing(context, filter, {
    actor: only ?? actor,
    bodies,
    since: since?.getTime() ?? 0,
    until: isOfOthers ? 0 : (until?.getTime() ?? NOW),
  });
  const lens = lensOf({});
  return readPage(
    ['entries', filter, only],
    async (after, limit) => {
      const rows = await of.read({ before: Number(after?.[0] ?? AFTER_ALL), limit });
      return rows.map(({ e }) => ({ key: [e.number], node: { row: e, lens } }));
    },
    async () => (await of.count())[0]?.count ?? 0,
    args,
  );
};

/** The entry that one takes back; null: it takes none back. */
export const undoes = async (context: Context, { row, lens }: EntryAt): Promise<EntryAt | null> =>
  row.undoes === null ? null : entryById(context, row.undoes, lens);

/** The entry that takes one back; null: it holds. */
export const undoneBy = async (context: Context, { row, lens }: EntryAt): Promise<EntryAt | null> => {
  const by = await context.use(loaders.undoneBy).load(row.id);
  return by && { row: by, lens };
};
