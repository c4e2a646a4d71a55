import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { filteredNodes, filteredOn } from '../../read/filtered-nodes.js';
import { periodOf } from '../../read/filters.js';
import type { Lens } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import type { PageArguments } from '../../read/page.js';
import { type OrderedNodes, allRecorded, recordedPage } from '../../read/recorded-page.js';
import type { AppointmentAt } from '../appointments/model.js';
import { tiesOf } from '../appointments/reads.js';
import type { MembershipAt } from '../memberships/model.js';
import { inSeatOrder } from '../memberships/reads.js';
import type { PartyAt } from '../parties/model.js';
import * as loaders from './loaders.js';
import type { Elected, Election, ElectionAt, ElectionConnectionAt, ResultAt } from './model.js';

interface Asked {
  body?: string | null;
  from?: string | null;
  until?: string | null;
}

const ordered = ({ reader, use }: Context, { body, ...period }: Asked): OrderedNodes<Election> => {
  const { from, to } = periodOf(period);
  const loader = use(loaders.elections);
  return body != null
    ? filteredOn(reader, loader, queries.electionsOfBody, body, { from, to })
    : filteredNodes(reader, loader, queries.elections, { from, to });
};

/** Every election that passes, oldest first. */
export const elections = (context: Context, asked: Asked, lens: Lens, args: PageArguments): Promise<ElectionConnectionAt> =>
  recordedPage(['elections', asked, lens.given], ordered(context, asked), lens, args);

/** The elections of a body, oldest first. */
export const electionsOf = (context: Context, body: string, lens: Lens): Promise<ElectionAt[]> => allRecorded(ordered(context, { body }), lens);

/** What the lists got, in the order of the source. */
export const resultsOf = ({ row, lens }: ElectionAt): ResultAt[] =>
  (JSON.parse(row.results) as ResultAt['row'][]).map((result) => ({ row: { ...result, election: row.id, sources: result.sources ?? row.sources }, lens }));

/** The seats that an election filled, those that pass, in the order of seats. */
export const electedBy = async (context: Context, election: string, lens: Lens, passes: (one: Elected) => boolean = () => true): Promise<MembershipAt[]> =>
  inSeatOrder(context, (await context.use(loaders.elected)(lens.knownAt).load(election)).filter(passes), lens);

export const electedFor = (context: Context, { row, lens }: ResultAt): Promise<MembershipAt[]> =>
  electedBy(context, row.election, lens, ({ list }) => list === row.list);

/** The election by which a seat was filled. */
export const electionOf = async (context: Context, { row, lens }: AppointmentAt): Promise<ElectionAt | null> => {
  const [tie] = await tiesOf(context, row.id, lens, 'ELECTED_AT');
  return tie ? referred<ElectionAt>(context, tie.toId, lens) : null;
};

/** The list for which its holder was elected. */
export const listOf = async (context: Context, { row, lens }: AppointmentAt): Promise<PartyAt | null> => {
  const [tie] = await tiesOf(context, row.id, lens, 'ELECTED_AT');
  return tie?.list ? referred<PartyAt>(context, tie.list, lens) : null;
};
