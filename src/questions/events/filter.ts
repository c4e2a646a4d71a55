import type { EventFilter } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { windowAround } from '../../time/in-force.js';
import { type TiesOf, hasMany, homeTies, mayBelong, partyTies } from '../../words/affiliations/reads.js';
import type { Event } from '../../words/events/model.js';
import { tiedSeats } from '../../words/memberships/loaders.js';
import { membershipsById } from '../../words/memberships/reads.js';
import { bodiesAmong, mayBeAmong, placesAmong, withinRegion } from '../../words/relations/region.js';
import { peopleTiedTo } from '../representations/reads.js';
import type { Anchors } from './sources.js';

/** Whether an event passes a part of a filter. */
type Passes = (event: Event) => boolean | Promise<boolean>;

/** Where to look for events, and what they must pass that no query asks. */
export interface Narrowed {
  anchors: Anchors;
  passes: Passes[];
}

const holds = (list: readonly string[] | null | undefined, one: string | null): boolean => !list || (one !== null && list.includes(one));

const ofWhom = async (context: Context, whom: string, lens: Lens): Promise<Narrowed> => {
  const ids = await context.use(tiedSeats)(lens.knownAt).load(whom);
  const seats = await membershipsById(context, ids, lens);
  const known = new Set(ids);
  return { anchors: { people: [...new Set(seats.map(({ person }) => person))] }, passes: [({ membership }) => membership !== null && known.has(membership)] };
};

/** What is about a party or municipality, or about who may have belonged to it. */
const ofPrincipal = async (context: Context, principal: string, lens: Lens, tiesOf: TiesOf): Promise<Narrowed> => {
  const belongs = async ({ thing, person, latest }: Event): Promise<boolean> =>
    thing === principal || (person !== null && mayBelong(context, person, principal, lens, windowAround(latest), tiesOf));
  if (await hasMany(context, principal, lens)) return { anchors: {}, passes: [belongs] };
  const people = await peopleTiedTo(context, principal, scopeOf(lens, { all: true }));
  return { anchors: { people: [...new Set(people)], things: [principal] }, passes: [belongs] };
};

const ofRegion = async (context: Context, region: string, lens: Lens): Promise<Narrowed> => {
  const within = await withinRegion(context, region, scopeOf(lens, { all: true }));
  const lies = ({ latest }: Event, subject: string | null): boolean => mayBeAmong(within, subject, windowAround(latest));
  return {
    anchors: { bodies: bodiesAmong(within), things: placesAmong(within) },
    passes: [(event) => lies(event, event.body) || lies(event, event.thing)],
  };
};

/** Every part of a filter that names something: the first says where to look, the others are passed. */
export const narrowed = async (context: Context, filter: EventFilter, lens: Lens): Promise<Narrowed> => {
  const { people, bodies, whom, municipality, region, party } = filter;
  const parts: Narrowed[] = [
    ...(people ? [{ anchors: { people }, passes: [({ person }: Event) => holds(people, person)] }] : []),
    ...(bodies ? [{ anchors: { bodies }, passes: [({ body }: Event) => holds(bodies, body)] }] : []),
    ...(whom != null ? [await ofWhom(context, whom, lens)] : []),
    ...(municipality != null ? [await ofPrincipal(context, municipality, lens, homeTies)] : []),
    ...(party != null ? [await ofPrincipal(context, party, lens, partyTies)] : []),
    ...(region != null ? [await ofRegion(context, region, lens)] : []),
  ];
  const [first, ...others] = parts;
  if (!first) return { anchors: {}, passes: [] };
  const isWhole = people || bodies;
  return { anchors: first.anchors, passes: [...(isWhole ? [] : first.passes), ...others.flatMap(({ passes }) => passes)] };
};
