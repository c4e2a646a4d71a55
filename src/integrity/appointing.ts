import { BEGINNING, FOREVER } from '../time/civil.js';
import { spanOf } from '../time/partial.js';
import { firstDay, known } from './days.js';
import type { Designated, Existing, HeldMembership, Judgement, OfDay } from './model.js';

interface Appointing {
  /** When it was designated or decided; null: not known. */
  on: string | null;
  body: Existing;
}

interface Deciding {
  membership: string;
  x: OfDay;
  body: Existing;
}

interface AppointersRow {
  seats: readonly { m: HeldMembership }[];
  appointers: readonly { a: Designated; body: Existing }[];
  met: readonly Deciding[];
  itemised: readonly Deciding[];
}

/** Whether a body exists on no day on which it can have acted: on the day itself, or else by when the seat was held. */
const isAbsent = ({ body, on }: Appointing, m: HeldMembership): boolean => {
  const { first, last } = on === null ? { first: BEGINNING, last: m.fromMax } : spanOf(on);
  return (last !== FOREVER && body.fromMin > last) || body.untilMax <= first;
};

export const appointerIsThere = ({ seats, appointers, met, itemised }: AppointersRow): Judgement[] =>
  seats.flatMap(({ m }) => {
    const decided = [...met, ...itemised].filter(({ membership }) => membership === m.id).map(({ x, body }): Appointing => ({ on: x.date, body }));
    const day = decided.find(({ on }) => on !== null)?.on ?? null;
    const appointed = appointers.filter(({ a }) => a.membership === m.id).map(({ a, body }): Appointing => ({ on: a.designatedOn ?? day, body }));
    const acted = [...appointed, ...decided];
    const absent = new Map(acted.filter((one) => isAbsent(one, m)).map((one) => [one.body.id, one]));
    return [...absent.values()].map(({ body, on }) => ({
      verdict: 'BROKEN' as const,
      on: on === null ? known(m.fromMax) : spanOf(on).first,
      things: [m.id, body.id],
      says: `${body.id} appointed to ${m.id}, and did not exist then`,
    }));
  });

interface DecidedRow {
  id: string;
  appointed: readonly { m: HeldMembership; by: string }[];
  entitled: readonly { by: string }[];
  met: readonly { membership: string; x: OfDay; by: string }[];
  itemised: readonly { membership: string; x: OfDay; by: string }[];
  councils: readonly { by: string; of: string }[];
}

/** A body decides for whom it appoints, for the place that it governs, by a right to seats, and on its own seats. */
export const decidedByEntitled = ({ id, appointed, entitled, met, itemised, councils }: DecidedRow): Judgement[] => {
  const seats = new Map(appointed.map(({ m }) => [m.id, m]));
  return [...met, ...itemised].flatMap(({ membership, x, by }) => {
    const m = seats.get(membership);
    if (!m) return [];
    const appointers = appointed.filter((one) => one.m.id === membership).map((one) => one.by);
    const governing = councils.filter(({ of }) => appointers.includes(of)).map((one) => one.by);
    if ([id, ...appointers, ...governing, ...entitled.map((one) => one.by)].includes(by)) return [];
    const day = x.date === null ? firstDay(m) : spanOf(x.date).first;
    return [
      {
        verdict: 'BROKEN' as const,
        on: day,
        things: [membership, by],
        says: `${by} decided on ${membership}, and neither appointed to it nor may fill seats in ${id}`,
      },
    ];
  });
};
