import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { prime } from '../../read/node-loader.js';
import { type Scope, prefetch, scopedLoader } from '../../read/scope.js';
import { grouped } from '../../record/grouped.js';
import { inIdOrder, sortedBy } from '../../record/order.js';
import { isPossible } from '../../time/in-force.js';
import { partyHistory, personSides } from '../../words/affiliations/loaders.js';
import { seatRules } from '../../words/bodies/loaders.js';
import type { SeatRules } from '../../words/bodies/model.js';
import type { Sitting } from '../../words/memberships/model.js';
import { homes } from '../../words/places/loaders.js';

interface Row {
  id: string;
  b: SeatRules;
  seats: { m: Sitting }[];
}

const keptRules = ({ use }: Loading, rows: readonly Row[], knownAt: number): void =>
  prime(
    use(seatRules),
    knownAt,
    rows.map(({ b }) => b),
  );

const seatsIn = ({ seats }: Row): Sitting[] => inIdOrder(seats.map(({ m }) => m));

/** The seats of a body, without what only lists of them show. What the body says of its seats is kept. */
export const countedSeats = (loading: Loading) =>
  scopedLoader(
    loading.reader,
    queries.counts.seats,
    (row, knownAt) => {
      keptRules(loading, [row], knownAt);
      return seatsIn(row);
    },
    [],
  );

/** Those who hold the seats of bodies with their homes. */
export const seatsWithHomes = (loading: Loading) =>
  prefetch(loading.reader, queries.counts.seatsWithHomes, (rows, scope: Scope) => {
    keptRules(loading, rows, scope.knownAt);
    const [seats, places] = [loading.use(countedSeats)(scope), loading.use(homes)(scope)];
    for (const row of rows) {
      seats.prime(row.id, seatsIn(row));
      const held = grouped(row.seats, ({ m }) => m.person);
      for (const { m, homes: ties, elsewhere } of row.seats) {
        const here = (held.get(m.person) ?? []).flatMap((seat) => row.governs.map(({ r }) => ({ m: seat.m, r })));
        const governed = [...here, ...elsewhere.map(({ c, r }) => ({ m: c, r }))];
        places.prime(m.person, { affiliations: inIdOrder(ties.map(({ a }) => a)), governed: sortedBy(governed, (one) => [one.m.id, one.r.id]) });
      }
    }
  });

/** The seats of bodies with what is said of the parties of who holds them. */
export const seatsWithParties = (loading: Loading) =>
  prefetch(loading.reader, queries.counts.seatsWithParties, (rows, scope: Scope) => {
    keptRules(loading, rows, scope.knownAt);
    const [seats, sides, histories] = [loading.use(countedSeats)(scope), loading.use(personSides)(scope), loading.use(partyHistory)(scope.knownAt)];
    for (const row of rows) {
      seats.prime(row.id, seatsIn(row));
      for (const { m, ties } of row.seats) {
        const history = inIdOrder(ties.map(({ a }) => a));
        histories.prime(m.person, history);
        sides.prime(
          m.person,
          history.filter((a) => isPossible(a, scope.window)),
        );
      }
    }
  });
