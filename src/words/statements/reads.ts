import { nodeIdOf } from '../appointments/model.js';
import { type PageArguments, sortedBy } from '../../read/page.js';
import { recordedPage } from '../../read/recorded-page.js';
import type { Context } from '../../read/context.js';
import { filteredNodes, filteredOn } from '../../read/filtered-nodes.js';
import type { StatementFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Lens } from '../../read/lens.js';
import { nodeById } from '../../read/nodes.js';
import type { NodeAt, StatementAt, StatementConnectionAt } from '../../read/parents.js';
import { isMembershipId } from '../memberships/model.js';
import { beginnings, foldedWords } from '../names/fold.js';

/** The statements that contradict one, whichever of the two says so. */
export const conflictsOf = async (context: Context, { row, lens }: StatementAt): Promise<StatementAt[]> =>
  sortedBy(await context.loaders.conflictsOf(lens.knownAt).load(row.id), ({ sortKey }) => [sortKey]).map((one) => ({ row: one, lens }));

/** What documents say that is no edge of the graph, by subject. */
export const statements = async ({ reader, loaders }: Context, filter: StatementFilter, lens: Lens, args: PageArguments): Promise<StatementConnectionAt> => {
  const { about, document = null, text, conflicting = null } = filter;
  const passing = { document, conflicting, words: text ? beginnings(foldedWords(text)) : null };
  const nodes =
    about != null
      ? filteredOn(reader, loaders.statements, queries.statementsAbout, nodeIdOf(about), { ...passing, seat: isMembershipId(about) ? about : null })
      : filteredNodes(reader, loaders.statements, queries.statements, passing);
  return recordedPage(['statements', filter, lens.given], nodes, lens, args);
};

/** The things that a statement is about; asOf hides none of them. */
export const thingsOf = async (context: Context, { row, lens }: StatementAt): Promise<NodeAt[]> =>
  (await Promise.all(row.about.map((id) => nodeById(context, id, lens)))).flatMap((thing) => thing ?? []);
