import type { AppointInput } from '../../generated/api.js';
import { areApart } from '../../words/merges/rules.js';
import { datesOf } from '../dates.js';
import type { Fields } from '../draft.js';
import { seatId } from '../ids.js';
import type { Act, Writing } from './act.js';
import { personOf, readsOfPerson } from './people.js';
import { type Known, sayDated, withDays } from './recorded.js';
import { appointment, depending, given, namedBy, rowsOf, within } from './rows.js';

/** Who sits where as what. */
export interface Seat {
  person: string;
  body: string;
  role: string;
}

const isSeat =
  ({ person, body, role }: Seat) =>
  (fields: Fields): boolean =>
    fields['person'] === person && fields['body'] === body && fields['role'] === role;

/** Whose substitute somebody is: of two they are two. */
const behind = (fields: Fields): string | null => namedBy(fields, 'substituteFor', 'membership') ?? namedBy(fields, 'substituteOf', 'principal');

const areTwo = (a: Fields, b: Fields): boolean => {
  const [one, other] = [behind(a), behind(b)];
  const several = a['role'] === 'COMMITTEE_CHAIR' && a['title'] !== undefined && b['title'] !== undefined && a['title'] !== b['title'];
  return areApart(a, b) || (a['declined'] ?? false) !== (b['declined'] ?? false) || (one !== null && other !== null && one !== other) || several;
};

/** The seats that are recorded of somebody in a body and role, but for those that are others by what is said of them. */
const seatsLike = async (writing: Writing, seat: Seat, said: Fields): Promise<Known[]> => {
  const recorded = await writing.draft.around.seatsOf(seat.person);
  const there = recorded.filter(({ of }) => of === seat.body);
  const rows = await rowsOf(writing, 'memberships', [...there.map(({ id }) => id), seatId(seat.body, seat.role, seat.person)]);
  return withDays(
    writing,
    rows.filter(({ fields }) => isSeat(seat)(fields) && !areTwo(fields, said)),
    new Map(there.map(({ id, days }) => [id, days])),
  );
};

/** Records a seat, or lets the one that is recorded gain what is new. */
export const saySeat = async (writing: Writing, id: string | null | undefined, seat: Seat, said: Fields): Promise<string | null> =>
  sayDated(writing, {
    word: 'memberships',
    id,
    made: seatId(seat.body, seat.role, seat.person),
    said,
    like: await seatsLike(writing, seat, said),
    isSame: isSeat(seat),
  });

/** What acts name of how a seat came about. */
type HowInput = Pick<
  AppointInput,
  'designatedOn' | 'exOfficio' | 'by' | 'delegatedBy' | 'nominatedBy' | 'decidedAt' | 'represents' | 'substituteFor' | 'substituteOf' | 'replaces' | 'rank'
>;

const PRINCIPALS = ['municipalities', 'regions', 'parties', 'bodies'] as const;

/** Whether what an act names of how a seat comes about is what it should be; what is not is told. */
export const namesThings = (writing: Writing, input: HowInput): boolean => {
  const principals = [
    ...(['by', 'delegatedBy', 'nominatedBy', 'substituteOf'] as const).map((field) => [[field], input[field]] as const),
    ...(input.represents ?? []).map((id, at) => [['represents', String(at)], id] as const),
  ];
  const seats = (['substituteFor', 'replaces'] as const).map((field) => [field, input[field]] as const);
  const all = [
    ...principals.map(([field, id]) => id == null || writing.known(id, PRINCIPALS, field, 'a body, party, municipality or region') !== null),
    ...seats.map(([field, id]) => id == null || writing.known(id, ['memberships'], field, 'a seat') !== null),
    input.decidedAt == null || writing.known(input.decidedAt, ['meetings', 'agenda-items'], 'decidedAt', 'a meeting or agenda item') !== null,
  ];
  return all.every(Boolean);
};

/** Whether all that a seat depends on is a seat or a tie; what is not is told. */
export const dependsOnThings = (writing: Writing, on: readonly string[] | null | undefined): boolean =>
  (on ?? []).map((id, at) => writing.known(id, ['memberships', 'affiliations'], ['dependsOn', String(at)], 'a seat or a tie') !== null).every(Boolean);

/** Ids that an act names of how a seat comes about. */
export const readsOfHow = (input: HowInput & Pick<AppointInput, 'dependsOn'>): (string | null | undefined)[] => [
  ...[input.by, input.delegatedBy, input.nominatedBy, input.decidedAt, input.substituteFor, input.substituteOf, input.replaces],
  ...(input.represents ?? []),
  ...(input.dependsOn ?? []),
];

/** How a seat came about, as an act says it. */
export const howOfInput = (input: HowInput): Fields => {
  const { rank, substituteFor, substituteOf } = input;
  return {
    designatedOn: input.designatedOn,
    exOfficio: input.exOfficio,
    by: within('principal', input.by),
    delegatedBy: within('principal', input.delegatedBy),
    nominatedBy: within('principal', input.nominatedBy),
    represents: input.represents?.map((id) => ({ principal: id })),
    substituteFor: substituteFor == null ? undefined : given({ membership: substituteFor, rank }),
    substituteOf: substituteOf == null ? undefined : given({ principal: substituteOf, rank }),
    replaces: within('membership', input.replaces),
    decidedAt: within('at', input.decidedAt),
  };
};

/** Somebody takes a seat. */
const appoint: Act<AppointInput> = {
  reads: (input) => [
    ...[input.id, input.body, input.term, ...readsOfPerson(input.person), ...readsOfHow(input)],
    ...readsOfPerson(input.person).map((person) => seatId(input.body, input.role, person)),
  ],
  apply: async (writing, input) => {
    const body = writing.known(input.body, ['bodies'], 'body', 'a body');
    const person = await personOf(writing, input.person, 'person', [input.body]);
    const hasTerm = input.term == null || writing.known(input.term, ['terms'], 'term', 'a term of office') !== null;
    if (!namesThings(writing, input) || !dependsOnThings(writing, input.dependsOn) || !body || person === null || !hasTerm) return;
    if (!writing.endsAfter(input)) return;
    if (input.declined && input.ends) {
      writing.refuse('BAD_VALUE', ['ends'], 'no end where the holder never sat', { given: JSON.stringify(input.ends) });
      return;
    }
    const passage = await writing.passage();
    const seat = { person, body: body.id, role: input.role };
    await saySeat(writing, input.id, seat, {
      ...seat,
      ...given({ title: input.title, term: input.term, district: input.district, began: input.began, declined: input.declined || null }),
      ...(input.declined ? given({ from: input.from }) : datesOf(input.from ?? null, input.ends, passage)),
      ...depending(input.dependsOn, passage.source),
      ...appointment(howOfInput(input), passage.source),
    });
  },
};

export const appointing = { appoint };
