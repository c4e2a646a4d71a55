import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { type Scope, batched, inOrder, perScope } from '../../read/scope.js';
import { SINGLE_ROLES } from '../../words/conflicts/rules.js';
import { grouped } from '../../record/grouped.js';
import { asRecorded } from '../../read/node-loader.js';
import { inIdOrder } from '../../record/order.js';
import type { Leave } from '../../words/leaves/model.js';
import { mayTurnIn } from '../../words/memberships/alternatives.js';
import type { AlternativeSeat, Link } from '../../words/memberships/model.js';
import { offices as officesById } from '../../words/offices/loaders.js';
import type { Office } from '../../words/offices/model.js';
import type { StandIn } from '../../words/stand-ins/model.js';

interface Alternatives {
  offices: Office[];
  links: Link[];
  seats: AlternativeSeat[];
  standIns: StandIn[];
  leaves: Leave[];
}

const membershipsIn = (seats: readonly { m: AlternativeSeat }[]): AlternativeSeat[] => seats.map(({ m }) => m);

/** What says of the seats of a body which may not be held at a time: where one in a term is only possible, with all that are in terms then. */
export const alternatives = ({ reader, use }: Loading) =>
  perScope(({ knownAt, window }: Scope) =>
    batched<Alternatives>(async (ids) => {
      const rows = await reader.read(queries.composition.alternatives, { ids, roles: [...SINGLE_ROLES], ...window, knownAt });
      const found = rows.flatMap(({ offices }) => offices.map(({ x }) => x));
      const offices = grouped(
        (await asRecorded(use(officesById), knownAt, found)).filter((one) => one !== null),
        ({ body }) => body,
      );
      const turning = rows.filter(({ seats }) => mayTurnIn(membershipsIn(seats), window)).map(({ id }) => id);
      const inTerms = turning.length ? await reader.read(queries.composition.inTerms, { ids: turning, ...window, knownAt }) : [];
      const beside = new Map(inTerms.map(({ id, seats }) => [id, membershipsIn(seats)]));
      const rowOf = ({ id, links, seats, standIns, leaves }: (typeof rows)[number]): Alternatives => ({
        offices: offices.get(id) ?? [],
        links,
        seats: [...new Map([...membershipsIn(seats), ...(beside.get(id) ?? [])].map((m) => [m.id, m])).values()],
        standIns: inIdOrder(standIns.map(({ s }) => s)),
        leaves: inIdOrder(leaves.map(({ l }) => l)),
      });
      return inOrder(ids, rows, rowOf, { offices: [], links: [], seats: [], standIns: [], leaves: [] });
    }),
  );
