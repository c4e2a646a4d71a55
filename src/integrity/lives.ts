import { givenInterval } from '../time/interval.js';
import { statedIn } from '../record/dated-properties.js';
import { bounded } from '../time/bounds.js';
import { BEGINNING, FOREVER } from '../time/civil.js';
import { lifeUntil } from '../time/endings.js';
import type { Interval } from '../time/interval.js';
import type { BoundedMembership, Judgement, Lasting, MortalPerson, StatedTie } from './model.js';
import { unfounded } from './standing.js';

type Told = Interval & { id: string; stated: string };

/** The days on which somebody tells that a thing is held: its start and its sightings, whatever its end. */
const toldOf = ({ stated }: Told): Interval => {
  const { from, seen, over, narrowed } = statedIn({ stated });
  const { fromMin, fromMax } = narrowed ?? {};
  return bounded({
    ...(from && { from }),
    ...(seen && { seen }),
    ...(over && { over }),
    narrowed: { ...(fromMin && { fromMin }), ...(fromMax && { fromMax }) },
  });
};

/** A thing that begins after an end, or is seen after it. */
const heldAfter = (held: Told, { untilMin, untilMax }: Pick<Interval, 'untilMin' | 'untilMax'>, says: string, by: string): Judgement[] => {
  const told = { ...toldOf(held), id: held.id };
  if (told.fromMin >= untilMax) return [{ verdict: 'BROKEN', on: told.fromMin, things: [held.id, by], says }];
  return unfounded(told, [{ fromMin: BEGINNING, fromMax: BEGINNING, untilMin, untilMax }], says, by);
};

/** A thing that is held for certain before a start. */
const heldBefore = (held: Told, { fromMin, fromMax }: Pick<Interval, 'fromMin' | 'fromMax'>, says: string, by: string): Judgement[] =>
  unfounded({ ...toldOf(held), id: held.id }, [{ fromMin, fromMax, untilMin: FOREVER, untilMax: FOREVER }], says, by);

const afterDeath = (held: Told, { id, diedOn }: MortalPerson): Judgement[] =>
  diedOn === null ? [] : heldAfter(held, lifeUntil(id, diedOn), `${id} died on ${diedOn} and holds ${held.id} after it`, id);

export const heldAlive = ({ p, seats }: { p: MortalPerson; seats: readonly { m: BoundedMembership }[] }): Judgement[] =>
  seats.flatMap(({ m }) => afterDeath(m, p));

interface TiesRow {
  p: MortalPerson;
  ties: readonly { r: StatedTie; x: Lasting }[];
}

/** Whether anybody says when the person died, or when a party or place of theirs ended. */
export const mayEnd = ({ p, ties }: TiesRow): boolean => ties.length > 0 && (p.diedOn !== null || ties.some(({ x }) => givenInterval(x) !== null));

export const tiedAlive = ({ p, ties }: TiesRow): Judgement[] =>
  ties.flatMap(({ r, x }) => {
    const existence = givenInterval(x);
    if (!existence) return afterDeath(r, p);
    const after = heldAfter(r, existence, `${r.id} goes on after the end of ${x.id}`, x.id);
    return [...afterDeath(r, p), ...(after.length > 0 ? after : heldBefore(r, existence, `${r.id} begins before ${x.id} does`, x.id))];
  });
