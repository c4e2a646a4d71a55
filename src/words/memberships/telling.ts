import { statedIn } from '../../record/dated-properties.js';
import type { Dated } from '../../record/dated.js';
import { type EdgeElement, endsOf } from '../../record/elements.js';
import { grouped } from '../../record/grouped.js';
import { type CivilDate, isCivilDate } from '../../time/civil.js';
import type { Told, Witnesses } from '../../time/own-dates.js';
import { isDerived } from '../rules/rules.js';
import type { Membership } from './model.js';
import type { AllAround } from './surroundings.js';

type OpenRow = Pick<Dated, 'id' | 'stated' | 'sources'>;

/** What tells of an open row beside itself: the documents with a day that it names, else the day on which it was recorded. */
export type Telling = (row: Pick<Dated, 'id'>) => Pick<Witnesses, 'documents' | 'recordedOn'>;

/** `recordedOn` reads when rows that name no such document were recorded. */
const tellingOf = async <R extends OpenRow>(
  around: AllAround,
  rows: readonly R[],
  recordedOn: (untold: readonly R[]) => Promise<(id: string) => CivilDate>,
): Promise<Telling> => {
  const open = rows.filter((row) => statedIn(row).open && !isDerived(row.id));
  const dates = grouped(await around.documentDates(open.flatMap(({ sources }) => sources)), ({ id }) => id);
  const documentsOf = ({ sources }: R): Told[] =>
    sources.flatMap((source) => (dates.get(source) ?? []).map(({ document, date }) => ({ on: date, in: document }))).filter(({ on }) => isCivilDate(on));
  const told = new Map(open.map((row) => [row.id, documentsOf(row)]));
  const recorded = await recordedOn(open.filter(({ id }) => told.get(id)?.length === 0));
  return ({ id }) => {
    const documents = told.get(id);
    return documents ? { documents, recordedOn: recorded(id) } : {};
  };
};

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** What tells of open seats. */
export const tellingOfSeats = (around: AllAround, seats: readonly Membership[]): Promise<Telling> =>
  tellingOf(around, seats, (untold) => around.recordedOn(idsOf(untold)));

/** What tells of open ties. */
export const tellingOfTies = (around: AllAround, ties: readonly (OpenRow & Pick<Membership, 'person'>)[]): Promise<Telling> =>
  tellingOf(around, ties, (untold) => around.tiesRecordedOn(untold.map(({ person }) => person)));

/** What tells of other open edges. */
export const tellingOfEdges = (around: AllAround, edges: readonly EdgeElement[]): Promise<Telling> =>
  tellingOf(
    around,
    edges.map(({ id, fromId, toId, properties: { stated, sources } }) => ({ id, fromId, toId, stated, sources }) as OpenRow & EdgeElement),
    (untold) => around.edgesRecordedOn(untold.map(endsOf)),
  );
