import type { NodeElement } from '../../record/elements.js';
import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';
import type { TermInterval } from '../../time/terms.js';
import { spanOf } from '../../time/partial.js';
import type { Dated } from '../../record/dated.js';
import type { Affiliation } from '../affiliations/model.js';
import type { Leave } from '../leaves/model.js';
import type { Membership } from '../memberships/model.js';
import { isParty } from '../parties/model.js';
import { isDerived } from '../rules/rules.js';
import type { StandIn } from '../stand-ins/model.js';
import { endCauseOf } from './causes.js';
import { type Days, type Edge, type Tells, daysMeet, edgeOf, sharedDays, tellsAlone } from './edges.js';
import { isDependent, tellsThrough } from './dependence.js';
import { type Told, eventElement } from './elements.js';
import { type Followed, type Link, type SeatEdges, followedBy } from './folding.js';
import { eventId } from './ids.js';
import type { BeginCause, EventKind } from './kinds.js';
import type { Mortal, Tied } from './model.js';
import { renamings } from './renaming.js';

/** What the events of people are read from. */
export interface Lives {
  people: readonly Mortal[];
  /** Their seats, and those that replace them or that they replace, of whomever. */
  seats: readonly Membership[];
  links: readonly Link[];
  /** Other seats, on which theirs depend. */
  causes: readonly Membership[];
  ties: readonly Affiliation[];
  /** The names of those who have had several. */
  names: readonly Tied[];
  standIns: readonly StandIn[];
  leaves: readonly Leave[];
  /** The terms of the bodies of seats. */
  termsOf: (body: string) => readonly TermInterval[];
  /** Whether another body succeeds a body. */
  isSucceeded: (body: string) => boolean;
  /** Seats that are held by virtue of an office. */
  exOfficio: ReadonlySet<string>;
}

const dies = ({ id, sortKey, diedOn, sources }: Mortal): NodeElement[] => {
  if (!diedOn) return [];
  const { first, last } = spanOf(diedOn);
  const edge: Edge = { earliest: first, latest: last, printed: diedOn, dated: true, told: true, deciders: [], basis: 'STATED' };
  return [eventElement({ of: id, edge: 'UNTIL', kind: 'DIED', name: sortKey, person: id, provenance: { reason: null, sources } }, edge)];
};

/** A time in which somebody stands in from a seat, or is on leave from it. */
interface Spell {
  row: Dated;
  seat: string;
  began: EventKind;
  ended: EventKind;
}

const spellsOf = ({ standIns, leaves }: Lives): Spell[] => [
  ...standIns.map((row): Spell => ({ row, seat: row.substitute, began: 'STOOD_IN', ended: 'STAND_IN_ENDED' })),
  ...leaves.map((row): Spell => ({ row, seat: row.membership, began: 'LEAVE_BEGAN', ended: 'LEAVE_ENDED' })),
];

const spelt = ({ row, began, ended }: Spell, name: string, seat: Membership, tells: Tells): NodeElement[] => {
  const said = { of: row.id, name, person: seat.person, body: seat.body, membership: seat.id, provenance: row };
  const [start, end] = [edgeOf(row, 'FROM', tells), edgeOf(row, 'UNTIL', tells)];
  return [
    ...(start ? [eventElement({ ...said, edge: 'FROM', kind: began }, start)] : []),
    ...(end ? [eventElement({ ...said, edge: 'UNTIL', kind: ended }, end)] : []),
  ];
};

/** Whether it says that the person is of no party, by no other end than the person. */
const isIndependent = ({ person, principal }: Affiliation): boolean => principal === person;

/** The kinds of the start and the end of a tie. That independence ends is told by the party that is joined, or not at all. */
const kindsOfTie = (row: Affiliation) =>
  isIndependent(row)
    ? (['BECAME_INDEPENDENT', 'PARTY_JOINED'] as const)
    : isParty(row.principal)
      ? (['PARTY_JOINED', 'PARTY_LEFT'] as const)
      : (['MOVED', 'MOVED'] as const);

/** The party that is joined as independence ends; null: none is. */
const joinedAtEnd = (end: Edge, of: Affiliation, ties: readonly Affiliation[]): string | null => {
  const joined = ties.filter((row) => row.person === of.person && isParty(row.principal)).map((row) => ({ id: row.id, start: edgeOf(row, 'FROM') }));
  const [first] = sortedBy(
    joined.filter(({ start }) => start && daysMeet(start, end)),
    ({ id }) => [id],
  );
  return first ? eventId(first.id, 'FROM') : null;
};

/** Who tells that a seat ends tells nothing of the party for which it was held. */
const tellsOfTie: Tells = (decider, edge) => tellsAlone(decider, edge) && !isDependent(decider);

const tied = (row: Affiliation, name: string, { ties, isSucceeded }: Lives): NodeElement[] => {
  const [began, ended] = kindsOfTie(row);
  const said = { of: row.id, name, person: row.person, thing: isIndependent(row) ? null : row.principal, provenance: row };
  const [start, end] = [edgeOf(row, 'FROM', tellsOfTie), edgeOf(row, 'UNTIL', tellsOfTie)];
  const leadsTo = end && isIndependent(row) ? joinedAtEnd(end, row, ties) : null;
  return [
    ...(start ? [eventElement({ ...said, edge: 'FROM', kind: began }, start)] : []),
    ...(end && (leadsTo || !isIndependent(row))
      ? [eventElement({ ...said, edge: 'UNTIL', kind: ended, ended: endCauseOf(row, end, isSucceeded), leadsTo }, end)]
      : []),
  ];
};

/** The days that a start shares with the ends that are folded into it. */
const foldedDays = (start: Edge, folded: readonly Followed[]): Days =>
  folded.reduce<Days>((days, { ends }) => (ends && daysMeet(days, ends) ? sharedDays(days, ends) : days), start);

const began = ({ row }: SeatEdges, followed: readonly Followed[], { exOfficio }: Lives): BeginCause | null => {
  if (row.began) return row.began;
  if (isDerived(row.id) || exOfficio.has(row.id)) return 'EX_OFFICIO';
  const movesUp =
    followed.some(({ kind }) => kind === 'REPLACED') && followed.some(({ before }) => before.row.role === 'SUBSTITUTE' && row.role !== 'SUBSTITUTE');
  return movesUp ? 'SUBSTITUTE_MOVED_UP' : null;
};

const startsSeat = (seat: SeatEdges, name: string, followed: readonly Followed[], lives: Lives): NodeElement[] => {
  const { row, from } = seat;
  if (!from) return [];
  const [first] = followed;
  const folded = followed.filter(({ ends }) => ends);
  const ends = folded.flatMap(({ before }) => before.until ?? []);
  const told = from.told || first?.kind === 'REPLACED' || ends.some((end) => end.told);
  const sources = [...new Set([row, ...folded.map(({ before }) => before.row)].flatMap((one) => one.sources))];
  const ended = first?.ends && first.before.until ? endCauseOf(first.before.row, first.before.until, lives.isSucceeded) : null;
  const said: Told = {
    of: row.id,
    edge: 'FROM',
    kind: first?.kind ?? 'JOINED',
    name,
    person: row.person,
    body: row.body,
    membership: row.id,
    before: first?.before.row.id ?? null,
    began: began(seat, followed, lives),
    ended,
    provenance: { reason: row.reason, sources },
  };
  return [eventElement(said, { ...from, ...foldedDays(from, folded), told })];
};

const endsSeat = ({ row, until }: SeatEdges, name: string, leadsTo: string | null, { isSucceeded }: Lives): NodeElement[] =>
  until
    ? [
        eventElement(
          {
            of: row.id,
            edge: 'UNTIL',
            kind: 'LEFT',
            name,
            person: row.person,
            body: row.body,
            membership: row.id,
            ended: endCauseOf(row, until, isSucceeded),
            leadsTo,
            provenance: row,
          },
          until,
        ),
      ]
    : [];

/** The starts and ends of all that people are, as it is stored. */
export const eventsOfPeople = (lives: Lives): NodeElement[] => {
  const names = new Map(lives.people.map(({ id, sortKey }) => [id, sortKey]));
  const rows = new Map([...lives.causes, ...lives.ties, ...lives.seats].map((row) => [row.id, row]));
  const tells = tellsThrough((id) => rows.get(id));
  const seats = lives.seats.map((row): SeatEdges => ({ row, from: edgeOf(row, 'FROM', tells), until: edgeOf(row, 'UNTIL', tells) }));
  const followed = followedBy(seats, lives.links, lives.termsOf);
  const leadsTo = new Map(
    [...followed].flatMap(([seat, all]) => all.flatMap(({ ends, before }): [string, string][] => (ends ? [[before.row.id, eventId(seat, 'FROM')]] : []))),
  );
  const seatsById = new Map(lives.seats.map((row) => [row.id, row]));
  const namesOf = grouped(lives.names, ({ fromId }) => fromId);
  return [
    ...lives.people.flatMap(dies),
    ...lives.people.flatMap(({ id, sortKey }) => renamings(namesOf.get(id) ?? [], sortKey)),
    ...spellsOf(lives).flatMap((spell) => {
      const seat = seatsById.get(spell.seat);
      return seat ? spelt(spell, names.get(seat.person) ?? '', seat, tells) : [];
    }),
    ...lives.ties.flatMap((row) => tied(row, names.get(row.person) ?? '', lives)),
    ...seats.flatMap((seat) => {
      const name = names.get(seat.row.person);
      if (name === undefined) return [];
      const { id } = seat.row;
      return [...startsSeat(seat, name, followed.get(id) ?? [], lives), ...endsSeat(seat, name, leadsTo.get(id) ?? null, lives)];
    }),
  ];
};
