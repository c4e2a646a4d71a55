import type { StatementFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { filteredNodes, filteredOn } from '../../read/filtered-nodes.js';
import type { Lens, NodeAt } from '../../read/lens.js';
import { thoseKnown } from '../../read/nodes.js';
import type { PageArguments } from '../../read/page.js';
import { type OrderedNodes, recordedPage } from '../../read/recorded-page.js';
import { sortedBy } from '../../record/order.js';
import { nodeIdOf } from '../appointments/model.js';
import { isMembershipId } from '../memberships/model.js';
import { wordsAsked } from '../names/asked.js';
import * as loaders from './loaders.js';
import type { Statement, StatementAt, StatementConnectionAt } from './model.js';

/** The statements that contradict one, whichever of the two says so. */
export const conflictsOf = async (context: Context, { row, lens }: StatementAt): Promise<StatementAt[]> =>
  sortedBy(await context.use(loaders.conflicts)(lens.knownAt).load(row.id), ({ sortKey }) => [sortKey]).map((one) => ({ row: one, lens }));

/** Those that pass, from where there are fewest: what they are about, then the document that says them. */
const passing = ({ reader, use }: Context, { about, document, text, conflicting = null }: StatementFilter): OrderedNodes<Statement> => {
  const filter = { conflicting, words: text ? wordsAsked(text) : null };
  if (about != null) {
    const narrowed = { ...filter, document: document ?? null, seat: isMembershipId(about) ? about : null };
    return filteredOn(reader, use(loaders.statements), queries.statementsAbout, nodeIdOf(about), narrowed);
  }
  return document != null
    ? filteredNodes(reader, use(loaders.statements), queries.statementsOfDocument, { ...filter, document })
    : filteredNodes(reader, use(loaders.statements), queries.statements, filter);
};

/** What documents say that is no edge of the graph, by subject. */
export const statements = async (context: Context, filter: StatementFilter, lens: Lens, args: PageArguments): Promise<StatementConnectionAt> =>
  recordedPage(['statements', filter, lens.given], passing(context, filter), lens, args);

/** The things that a statement is about; asOf hides none of them. */
export const thingsOf = (context: Context, { row, lens }: StatementAt): Promise<NodeAt[]> => thoseKnown(context, row.about, lens);
