import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { prime } from '../../read/node-loader.js';
import { type Scope, scopedLoader } from '../../read/scope.js';
import { grouped } from '../../record/grouped.js';
import { inIdOrder, sortedBy } from '../../record/order.js';
import { isPossible } from '../../time/in-force.js';
import { partyHistory, personSides } from '../../words/affiliations/loaders.js';
import type { Belonging } from '../../words/affiliations/model.js';
import type { Sitting } from '../../words/memberships/model.js';
import { homes, municipalities } from '../../words/places/loaders.js';
import type { Governing } from '../../words/relations/model.js';
import { alternatives } from '../composition/loaders.js';

interface AroundHolders {
  governs: readonly Governing[];
  homes: ReadonlyMap<string, Belonging[]>;
  /** Their seats in other bodies, and what these govern. */
  elsewhere: ReadonlyMap<string, { m: Sitting; r: Governing }[]>;
}

/** What a body governs, and where those are at home, by their ids, who hold its seats. */
export const homesOfHolders = ({ reader, use }: Loading) =>
  scopedLoader(
    reader,
    queries.counts.homes,
    ({ governs, homes: all, elsewhere }, knownAt): AroundHolders => {
      prime(
        use(municipalities),
        knownAt,
        [...governs, ...all, ...elsewhere].map(({ x }) => x),
      );
      return {
        governs: governs.map(({ r }) => r),
        homes: grouped(
          all.map(({ a }) => a),
          ({ person }) => person,
        ),
        elsewhere: grouped(
          elsewhere.map(({ c, r }) => ({ m: c, r })),
          ({ m }) => m.person,
        ),
      };
    },
    { governs: [], homes: new Map(), elsewhere: new Map() },
  );

/** The ties to parties of those who hold the seats of a body. */
const partiesOfHolders = ({ reader }: Loading) => scopedLoader(reader, queries.counts.parties, (row): Belonging[] => row.ties.map(({ a }) => a), []);

/** Keeps something of each of those who hold seats of bodies, by what is around these. */
const keepOfHolders = async <A>(
  { use }: Loading,
  bodies: readonly string[],
  scope: Scope,
  around: (body: string) => Promise<A>,
  keeping: (around: A) => (person: string, seats: readonly Sitting[]) => void,
): Promise<void> => {
  const seatsOf = use(alternatives)(scope);
  const keep = async (body: string): Promise<void> => {
    const [found, { seats }] = await Promise.all([around(body), seatsOf.load(body)]);
    const keepOf = keeping(found);
    for (const [person, own] of grouped(seats, (m) => m.person)) keepOf(person, own);
  };
  await Promise.all(bodies.map(keep));
};

/** Keeps where those are at home who hold seats of bodies. */
export const keepHomes = (loading: Loading, bodies: readonly string[], scope: Scope): Promise<void> => {
  const [kept, around] = [loading.use(homes)(scope), loading.use(homesOfHolders)(scope)];
  return keepOfHolders(
    loading,
    bodies,
    scope,
    (body) => around.load(body),
    ({ governs, homes: ties, elsewhere }) =>
      (person, seats) => {
        const governed = [...seats.flatMap((m) => governs.map((r) => ({ m, r }))), ...(elsewhere.get(person) ?? [])];
        kept.prime(person, {
          affiliations: inIdOrder(ties.get(person) ?? []),
          governed: governed.length > 1 ? sortedBy(governed, ({ m, r }) => [m.id, r.id]) : governed,
        });
      },
  );
};

const keepsHistory = ({ use }: Loading, scope: Scope): ((person: string, ties: Belonging[]) => void) => {
  const [ever, sides] = [use(partyHistory)(scope.knownAt), use(personSides)(scope)];
  return (person, ties) => {
    const history = inIdOrder(ties);
    ever.prime(person, history);
    sides.prime(
      person,
      history.filter((a) => isPossible(a, scope.window)),
    );
  };
};

/** Keeps of which parties those are who hold seats of bodies. */
export const keepParties = (loading: Loading, bodies: readonly string[], scope: Scope): Promise<void> => {
  const around = loading.use(partiesOfHolders)(scope);
  const keep = keepsHistory(loading, scope);
  return keepOfHolders(
    loading,
    bodies,
    scope,
    (body) => around.load(body),
    (all) => {
      const ties = grouped(all, ({ person }) => person);
      return (person) => keep(person, ties.get(person) ?? []);
    },
  );
};

/** Who may be of a party and sits, and where. */
export interface OfParty {
  people: ReadonlySet<string>;
  bodies: ReadonlySet<string>;
}

/** Who may be of a party and sits anywhere. Of which parties they are is kept. */
export const peopleOfParty = async (loading: Loading, party: string, scope: Scope): Promise<OfParty> => {
  const rows = await loading.reader.read(queries.counts.peopleOfParty, { party, ...scope.window, knownAt: scope.knownAt });
  const keep = keepsHistory(loading, scope);
  for (const { id, ties } of rows)
    keep(
      id,
      ties.map(({ t }) => t),
    );
  return { people: new Set(rows.map(({ id }) => id)), bodies: new Set(rows.flatMap(({ bodies }) => bodies)) };
};
