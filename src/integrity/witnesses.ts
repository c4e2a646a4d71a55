import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { grouped } from '../record/grouped.js';
import { appointmentId } from '../words/appointments/ids.js';
import type { Conflict } from '../words/conflicts/model.js';
import { SINGLE_ROLES, type Witness, areRivals, saidAgainst } from '../words/conflicts/rules.js';
import { firstOverlap } from './days.js';
import type { HeldMembership, Judgement, RuledBody } from './model.js';
import { presentRows } from './recorded.js';

interface Witnessed extends HeldMembership, Witness {}

interface Differing {
  membership: string;
  writers: string[];
  conflicts: string | null;
}

/** A body, its stated seats in roles for one person with who says them, and its seats of which writers say what differs. */
interface WitnessedRow {
  id: string;
  b: RuledBody;
  held: Witnessed[];
  differing: Differing[];
}

export const readWitnessed = async (reader: Reader, ids: string[], knownAt: number): Promise<WitnessedRow[]> => {
  const found = await presentRows(reader, await reader.read(queries.integrity.sourceConflict, { ids, roles: [...SINGLE_ROLES], knownAt }), knownAt);
  const seats = [...new Set(found.flatMap((row) => row.seats.map(({ m }) => appointmentId(m.id))))];
  const appointments = await presentRows(reader, await reader.read(queries.appointments.byIds, { ids: seats }), knownAt);
  const writers = new Map(appointments.map(({ a }) => [a.membership, a.writers]));
  const conflicting = await presentRows(reader, await reader.read(queries.appointments.conflictingByBodyIds, { ids, knownAt }), knownAt);
  const differing = grouped(conflicting, ({ body }) => body);
  return found.map(({ id, b, seats: stated, documents }) => {
    const documentOf = new Map(documents.map(({ source, document }) => [source, document]));
    const bySeat = grouped(stated, ({ m }) => m.id);
    const held = [...bySeat].flatMap(([seat, [first, ...others]]): Witnessed[] =>
      first ? [{ ...first.m, writers: writers.get(seat) ?? [], documents: [first, ...others].map(({ source }) => documentOf.get(source) ?? source) }] : [],
    );
    return { id, b, held, differing: (differing.get(id) ?? []).map(({ a }) => a) };
  });
};

/** Two that no one document states, or that no one data set says, on a day on which both are certain. */
const holdersConflict = ({ b, held }: WitnessedRow): Judgement[] => {
  const single = held.filter(({ role }) => !b.several?.includes(role));
  return [...grouped(single, ({ role }) => role)].flatMap(([role, some]): Judgement[] => {
    const found = firstOverlap(some, (one, other) => areRivals(one, other) && saidAgainst(one, other) !== null);
    if (!found) return [];
    const [first, second] = found.pair;
    const says = `${saidAgainst(first, second)} has ${first.person} as ${role} of ${b.id}, and ${saidAgainst(second, first)} ${second.person}`;
    return [{ verdict: 'BROKEN', on: found.on, things: [first.id, second.id], says }];
  });
};

const valuesConflict = ({ differing }: WitnessedRow): Judgement[] =>
  differing.flatMap(({ membership, writers, conflicts }) =>
    (JSON.parse(conflicts ?? '[]') as Conflict[]).map(({ field, value, by }): Judgement => ({
      verdict: 'BROKEN',
      on: null,
      things: [membership],
      says: `of ${membership} ${by} says ${value ?? 'nothing'} as ${field}, and what counts is what ${writers[0] ?? 'another'} says`,
    })),
  );

export const witnessesConflict = (row: WitnessedRow): Judgement[] => [...holdersConflict(row), ...valuesConflict(row)];
