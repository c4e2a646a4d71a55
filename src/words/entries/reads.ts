import type { Context } from '../../read/context.js';
import { isActor } from '../../read/identity.js';
import type { Lens } from '../../read/lens.js';
import { NOW } from '../../record/time.js';
import { today } from '../../time/civil.js';
import * as loaders from './loaders.js';
import type { Entry, EntryAt, Made, MadeAt } from './model.js';

const seenAt = (knownAt: number): Lens => ({ asOf: today(), knownAt, given: '' });

/** Things that were written at a time, as they were right after it and right before it. */
export const madeAt = (made: readonly Made[], at: number, isPresent = false): MadeAt[] =>
  made.map((one) => ({ made: one, lens: seenAt(isPresent ? NOW : at), before: seenAt(at - 1) }));

export const madeBy = ({ row }: EntryAt): MadeAt[] => madeAt(JSON.parse(row.made) as Made[], row.at);

/** An entry by its id, for those who may write; null to others. */
export const entryById = async (context: Context, id: string, lens: Lens): Promise<EntryAt | null> => {
  const row = isActor(context.identity()) ? ((await context.use(loaders.entries)(lens.knownAt).load(id)) as Entry | null) : null;
  return row && { row, lens };
};

/** The entry that one takes back; null: it takes none back. */
export const undoes = async (context: Context, { row, lens }: EntryAt): Promise<EntryAt | null> =>
  row.undoes === null ? null : entryById(context, row.undoes, lens);

/** The entry that takes one back; null: it holds. */
export const undoneBy = async (context: Context, { row, lens }: EntryAt): Promise<EntryAt | null> => {
  const by = await context.use(loaders.undoneBy).load(row.id);
  return by && { row: by, lens };
};
