import { eachInParts } from '../../graph/turns.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { pageOf, readPage } from '../../read/page.js';
import { scopeOf } from '../../read/scope.js';
import { type CivilDate, FOREVER } from '../../time/civil.js';
import { bodyMembers } from '../../words/memberships/loaders.js';
import type { MembershipAt, MembershipConnectionAt, MembershipSummary } from '../../words/memberships/model.js';
import { sits } from '../../words/memberships/rules.js';
import { seatsAnchoredAt } from '../representations/reads.js';
import { waysOf } from '../representations/ways.js';

/** What lasts for ever does not expire. */
const LAST_END: CivilDate = '9999-12-30';

export interface ExpiringArguments {
  before: CivilDate;
  body?: string | null;
  whom?: string | null;
  first?: number | null;
  after?: string | null;
}

/** The seats of a body, or those that stand for a principal, on the lens's date. */
const anchoredSeats = async (context: Context, { body, whom }: ExpiringArguments, lens: Lens): Promise<MembershipSummary[]> => {
  if (whom == null) return (await context.use(bodyMembers)(scopeOf(lens)).load(String(body))).map(({ m }) => m);
  const seats = (await seatsAnchoredAt(context, whom, lens, scopeOf(lens))).filter((m) => body == null || m.body === body);
  const ways = await eachInParts(context, seats, (m) => waysOf(context, m, lens, {}));
  return seats.filter((_, at) => ways[at]?.get(whom)?.length);
};

/** Seats in force that end by a day, whatever their unknown dates are: the soonest first. */
export const expiring = async (context: Context, args: ExpiringArguments, lens: Lens): Promise<MembershipConnectionAt> => {
  const { body, whom, first, after } = args;
  const before = args.before === FOREVER ? LAST_END : args.before;
  const identity = ['expiring', { before, body, whom }, lens.given];
  if (body != null || whom != null) {
    const rows = (await anchoredSeats(context, args, lens)).filter((m) => sits(m) && m.untilMax <= before).map((row): MembershipAt => ({ row, lens }));
    return {
      ...pageOf(identity, rows, ({ row }) => [row.untilMax, row.id], { first, after }, 50),
      peopleCount: () => new Set(rows.map(({ row }) => row.person)).size,
    };
  }
  const { window, knownAt } = scopeOf(lens);
  const params = { ...window, before, knownAt };
  const count = async () => (await context.reader.read(queries.memberships.expiringCount, params))[0] ?? { seats: 0, people: 0 };
  const read = async (key: readonly (string | number)[] | null, limit: number) => {
    const [afterEnd, afterId] = [String(key?.[0] ?? ''), String(key?.[1] ?? '')];
    const rows = await context.reader.read(queries.memberships.expiring, { ...params, afterEnd, afterId, limit });
    return rows.map(({ ends, id, m }) => ({ key: [ends, id], node: { row: m, lens } }));
  };
  return {
    ...(await readPage(identity, read, async () => (await count()).seats, { first, after }, 50)),
    peopleCount: async () => (await count()).people,
  };
};
