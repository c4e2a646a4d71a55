import type { EntryInput } from '../generated/api.js';
import * as queries from '../generated/queries.js';
import type { Graph } from '../graph/port.js';
import type { Proposal } from '../words/proposals/model.js';
import { Answered } from './answers.js';
import type { Deed } from './deed.js';
import { type Recorded, enter } from './enter.js';
import { keepKey, requireNew } from './keys.js';
import type { Result } from './model.js';

const proposalOf = (number: number, { actor }: Deed, said: EntryInput, bodies: string[]): Proposal => ({
  id: `proposal:${number}`,
  number,
  at: Date.now(),
  actorId: actor.id,
  actor: JSON.stringify(actor),
  status: 'OPEN',
  said: JSON.stringify(said),
  bodies,
  reviewedBy: null,
  reviewNote: null,
  entry: null,
  result: null,
});

/** Keeps an entry for who may write it, where nothing but warnings stands against it. No revision comes of it. */
export const propose = async (graph: Graph, deed: Deed, said: EntryInput): Promise<Recorded> => {
  let bodies: string[] = [];
  const checked = await enter(graph, deed, async (_, __, touched) => {
    bodies = await touched();
  });
  if (checked.result.status !== 'CHECKED') return checked;
  try {
    return await graph.write(async (tx) => {
      await tx.run(queries.proposals.count, {});
      await requireNew(tx, deed);
      const number = (await tx.read(queries.proposals.counted, {}))[0]?.count as number;
      const row = proposalOf(number, deed, said, bodies);
      await tx.run(queries.proposals.keep, { row });
      const result: Result = { ...checked.result, status: 'PROPOSED', proposal: row.id };
      await keepKey(tx, deed, result);
      return { result, replayed: false };
    });
  } catch (error) {
    if (!(error instanceof Answered)) throw error;
    return { result: { ...checked.result, ...error.result }, replayed: error.isReplayed };
  }
};
