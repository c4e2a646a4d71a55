import type { QueryProposalsArgs } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { actorOf } from '../../read/identity.js';
import { type Lens, lensOf } from '../../read/lens.js';
import { readPage } from '../../read/page.js';
import { mayDo } from '../../record/roles.js';
import { readerOf } from '../entries/reads.js';
import type { Proposal, ProposalAt, ProposalConnectionAt } from './model.js';

// A proposal moves no revision: nothing that is kept by revision says what became of it.

/** A proposal by its id, for those who may read it; null to others. */
export const proposalById = async (context: Context, id: string, lens: Lens): Promise<ProposalAt | null> => {
  const actor = actorOf(context);
  const [found] = actor ? await context.graph.read(queries.proposals.byIds, { ids: [id] }) : [];
  return actor && found && mayDo(actor, 'READ', { by: found.p.actorId }) ? { row: found.p, lens } : null;
};

/** What was proposed, newest first. */
export const proposals = (context: Context, { status, body, ...args }: QueryProposalsArgs): Promise<ProposalConnectionAt> => {
  const { only } = readerOf(context);
  const filter = { statuses: status ?? null, body: body ?? null, actor: only };
  const lens = lensOf({});
  const at = (row: Proposal): { key: [number]; node: ProposalAt } => ({ key: [row.number], node: { row, lens } });
  return readPage(
    ['proposals', filter],
    async (after, limit) =>
      (await context.graph.read(queries.proposals.list, { ...filter, before: Number(after?.[0] ?? Number.MAX_SAFE_INTEGER), limit })).map(({ p }) => at(p)),
    async () => (await context.graph.read(queries.proposals.countAll, { ...filter, before: Number.MAX_SAFE_INTEGER }))[0]?.count ?? 0,
    args,
  );
};
