import type { EdgeElement } from '../record/elements.js';
import { statedIn, storedBounds } from '../record/dated-properties.js';
import { type Limit, type Surroundings, bounded, isBeside, isHeldBeyond } from '../time/bounds.js';
import { type Witnesses, ownDates } from '../time/own-dates.js';
import type { Affiliation } from '../words/affiliations/model.js';
import { appointmentId } from '../words/appointments/ids.js';
import { membershipId } from '../words/appointments/model.js';
import type { Membership } from '../words/memberships/model.js';
import { type Neighbours, limitByOffice, limitsOfTie, readNeighbours } from '../words/memberships/neighbours.js';
import type { Leave } from '../words/leaves/model.js';
import { type AllAround, type BoundedType, allDependents } from '../words/memberships/surroundings.js';
import { tellingOfEdges, tellingOfTies } from '../words/memberships/telling.js';
import { isDerived } from '../words/rules/rules.js';
import { type ActedIn, followersOf, readActedIn } from '../words/offices/acting.js';
import { stoodInFor } from '../words/stand-ins/ids.js';
import type { StandIn } from '../words/stand-ins/model.js';
import type { Touched } from './touched.js';

const elementOf = (type: BoundedType, row: Membership | Affiliation | StandIn | Leave, fromId: string, toId: string): EdgeElement => ({
  type,
  id: row.id,
  fromId,
  toId,
  properties: row as unknown as EdgeElement['properties'],
  stated: statedIn(row),
});
export const seatElement = (row: Membership): EdgeElement => elementOf('MEMBER_OF', row, row.person, row.body);
export const tieElement = (row: Affiliation): EdgeElement => elementOf('AFFILIATED_WITH', row, row.person, row.principal);
export const standInElement = (row: StandIn): EdgeElement => elementOf('STOOD_IN', row, appointmentId(row.substitute), stoodInFor(row));
const leaveElement = (row: Leave): EdgeElement => elementOf('ON_LEAVE', row, appointmentId(row.membership), row.id);

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Told by the documents that it names: on their days it is seen. */
const isOpen = (row: Pick<Membership, 'stated'>): boolean => statedIn(row).open ?? false;

/** The bodies all of whose seats a change may move. `told`: seats whose own dates it may move, where others hold over until they begin. */
const bodiesMoved = async (around: AllAround, touched: Touched, told: readonly Membership[]): Promise<Set<string>> => {
  const bodies = new Set([
    ...touched.bodies,
    ...touched.councils,
    ...(await around.turningWith(touched.turned)),
    ...(await around.listedBy(touched.documents)),
  ]);
  for (const [id, { holdsOver }] of await around.bodies([...touched.seated, ...told.map(({ body }) => body)])) if (holdsOver) bodies.add(id);
  for (const { fromId } of await around.governedBy(touched.principals)) bodies.add(fromId);
  return bodies;
};

/** Seats whose own dates or ends a change may move, and others that those who hold them have in the same body. */
const seatsMoved = async (around: AllAround, touched: Touched, told: readonly Membership[]): Promise<Membership[]> => {
  const named = [...told, ...(await around.seats(touched.neighbours))];
  const own = [...named, ...(await around.seatsIn(await bodiesMoved(around, touched, named))), ...(await around.seatsOf(touched.dead))];
  const replaced = await around.replaced([...touched.seats, ...touched.neighbours, ...idsOf(own)]);
  const moved = [...own, ...(await around.seats(replaced.map(({ toId }) => membershipId(toId))))];
  const places = new Set(moved.map(({ person, body }) => `${person} ${body}`));
  const isBeside = ({ person, body }: Membership): boolean => touched.seated.has(body) || places.has(`${person} ${body}`);
  return [...moved, ...(await around.seatsOf([...touched.holders, ...moved.map(({ person }) => person)])).filter(isBeside)];
};

/** The passages that tell of a thing on another day. */
export const passagesMoved = async (around: AllAround, touched: Touched): Promise<string[]> => [
  ...touched.passages,
  ...(await around.passagesOf(touched.documents)),
];

/** What tells of another day now, and the recorded edges beside seats and ties that name it. */
export interface Moved {
  passages: readonly string[];
  edges: readonly EdgeElement[];
}

/** The recorded seats, personal ties, stand-ins and leaves whose bounds may move with what a change touches, those aside that it writes itself. */
export const movedBy = async (around: AllAround, touched: Touched, { passages, edges }: Moved, isWritten: (id: string) => boolean): Promise<EdgeElement[]> => {
  const seats = await seatsMoved(around, touched, (await around.seatsNaming(passages)).filter(isOpen));
  const roots = new Set([...touched.seats, ...idsOf(seats)]);
  const told = (await around.tiesNaming(passages)).filter(isOpen);
  const own = [...told, ...(await around.tiesOf(touched.dead)), ...(await around.tiesTo(touched.principals))];
  const { seats: dependents, ties: dependentTies } = await allDependents(around, roots, [...touched.tied, ...own.map(({ person }) => person)]);
  const ties = [...own, ...dependentTies];
  const successors = (await around.replacing(roots)).map(({ fromId }) => membershipId(fromId));
  const others = await around.seats([...dependents, ...successors]);
  const held = [...roots, ...dependents];
  const acting = await around.actingIn([...touched.seated, ...touched.bodies, ...seats.map(({ body }) => body)]);
  const standIns = [...(await around.standInsOf(held)), ...acting].map(standInElement);
  const leaves = (await around.leavesFrom(held)).map(leaveElement);
  const named = edges.filter((edge) => dependsOn(edge) !== null && edge.stated?.open);
  const found = [...[...seats, ...others].map(seatElement), ...ties.map(tieElement), ...standIns, ...leaves, ...named];
  return [...new Map(found.filter(({ id }) => !isWritten(id) && !isDerived(id)).map((edge) => [edge.id, edge])).values()];
};

const rowOf = <R>({ id, properties, fromId, toId }: EdgeElement, from: string, to: string): R =>
  ({ ...properties, id, [from]: fromId, [to]: toId }) as unknown as R;

const standInOf = ({ type, properties }: EdgeElement): StandIn | null => (type === 'STOOD_IN' ? (properties as unknown as StandIn) : null);

/** The seats on all of which a stand-in or a leave depends; null: it is neither. */
const dependsOn = (edge: EdgeElement): string[] | null => {
  const standIn = standInOf(edge);
  if (standIn) return [standIn.substitute, ...(standIn.holder === null ? [] : [standIn.holder])];
  return edge.type === 'ON_LEAVE' ? [edge.properties['membership'] as string] : null;
};

/** What lies around a stand-in or a leave: a life or an existence of its seats beyond which it is held holds against it; any other reaches it through them. */
const whileSeated = (near: Neighbours, { stated }: EdgeElement, told: Witnesses, seats: readonly string[]): { limits: Limit[] } & Surroundings => {
  const around = near.onSeats(seats);
  const own = stated && ownDates(stated, told);
  return { ...told, ...around, limits: own ? around.limits.filter((one) => isBeside(own, one) || isHeldBeyond(own, one)) : [] };
};

/** Who acts in an office does so while that is there, until somebody holds it. */
const whileUnheld = (near: Neighbours, edge: EdgeElement, told: Witnesses, { office, seats }: ActedIn): Surroundings => {
  const { limits, ends = [], ...around } = whileSeated(near, edge, told, dependsOn(edge) ?? []);
  const next = idsOf(followersOf(edge.properties as unknown as StandIn, office, seats));
  return { ...around, limits: [...limits, ...limitByOffice(office)], ends: [...ends, ...near.startsOf(next)] };
};

/** What lies around each seat, tie, stand-in and leave. */
const surroundingsOf = async (around: AllAround, edges: readonly EdgeElement[]): Promise<(edge: EdgeElement) => Surroundings> => {
  const ofType = (type: BoundedType): EdgeElement[] => edges.filter((edge) => edge.type === type);
  const seatOf = (edge: EdgeElement): Membership => rowOf<Membership>(edge, 'person', 'body');
  const acted = await readActedIn(
    around,
    edges.flatMap((edge) => standInOf(edge) ?? []),
  );
  const tieOf = (edge: EdgeElement): Affiliation => rowOf<Affiliation>(edge, 'person', 'principal');
  const ties = ofType('AFFILIATED_WITH').map(tieOf);
  const near = await readNeighbours(around, ofType('MEMBER_OF').map(seatOf), [
    ...edges.flatMap((edge) => dependsOn(edge) ?? []),
    ...[...acted.values()].flatMap(({ seats }) => idsOf(seats)),
    ...ties.flatMap((tie) => tie.dependsOn ?? []),
  ]);
  const telling = await tellingOfTies(around, ties);
  const tellingOfOthers = await tellingOfEdges(
    around,
    edges.filter((edge) => dependsOn(edge) !== null),
  );
  const people = await around.people(ties.map(({ person }) => person));
  const principals = await around.principals(ties.map(({ principal }) => principal));
  return (edge) => {
    const actedIn = acted.get(standInOf(edge)?.office ?? '');
    if (actedIn) return whileUnheld(near, edge, tellingOfOthers(edge), actedIn);
    const seats = dependsOn(edge);
    if (seats) return whileSeated(near, edge, tellingOfOthers(edge), seats);
    if (edge.type === 'MEMBER_OF') return near.ofSeat(seatOf(edge));
    return { ...telling(edge), limits: limitsOfTie(people.get(edge.fromId), principals.get(edge.toId)), ends: near.endsOfTie(tieOf(edge)) };
  };
};

/** These seats, ties, stand-ins and leaves, bounded by what lies around them. */
export const boundBy = async (around: AllAround, edges: readonly EdgeElement[]): Promise<EdgeElement[]> => {
  const of = await surroundingsOf(around, edges);
  return edges.map((edge) => (edge.stated ? { ...edge, properties: { ...edge.properties, ...storedBounds(bounded(edge.stated, of(edge))) } } : edge));
};
