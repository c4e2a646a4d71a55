import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { grouped } from '../record/grouped.js';
import { appointmentId } from '../words/appointments/ids.js';
import { SINGLE_ROLES, type Witness, areRivals, saidAgainst } from '../words/conflicts/rules.js';
import { clashesOf } from './days.js';
import type { Office } from '../words/offices/model.js';
import { byPost } from '../words/offices/rules.js';
import type { Judgement, RuledBody, SeatInOffice } from './model.js';
import { presentRows } from './recorded.js';

interface Witnessed extends SeatInOffice, Witness {}

/** A body with its offices, and its stated seats in roles for one person and in those of offices with who says them. */
interface WitnessedRow {
  id: string;
  b: RuledBody;
  offices: readonly Office[];
  held: Witnessed[];
}

export const readWitnessed = async (reader: Reader, ids: string[], knownAt: number): Promise<WitnessedRow[]> => {
  const found = await presentRows(reader, await reader.read(queries.integrity.sourceConflict, { ids, roles: [...SINGLE_ROLES], knownAt }), knownAt);
  const seats = [...new Set(found.flatMap((row) => row.seats.map(({ m }) => appointmentId(m.id))))];
  const appointments = await presentRows(reader, await reader.read(queries.appointments.byIds, { ids: seats }), knownAt);
  const writers = new Map(appointments.map(({ a }) => [a.membership, a.writers]));
  return found.map(({ id, b, offices, seats: stated, documents }) => {
    const documentOf = new Map(documents.map(({ s }) => [s.id, s.document]));
    const bySeat = grouped(stated, ({ m }) => m.id);
    const held = [...bySeat].flatMap(([seat, [first, ...others]]): Witnessed[] =>
      first ? [{ ...first.m, writers: writers.get(seat) ?? [], documents: [first, ...others].map(({ source }) => documentOf.get(source) ?? source) }] : [],
    );
    return { id, b, offices: offices.map(({ x }) => x), held };
  });
};

/** Two that no one document states, or that no one data set says, on a day on which both are certain. */
export const holdersConflict = ({ b, offices, held }: WitnessedRow): Judgement[] =>
  [...byPost(held, { offices, several: b.several }).values()].flatMap((seats) =>
    clashesOf(seats, (one, other) => areRivals(one, other) && saidAgainst(one, other) !== null).map(({ verdict, on, pair: [first, second] }) => ({
      verdict,
      on,
      things: [first.id, second.id],
      says: `${saidAgainst(first, second)} has ${first.person} as ${first.role} of ${b.id}, and ${saidAgainst(second, first)} ${second.person}`,
    })),
  );
