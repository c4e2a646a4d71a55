import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';
import type { Ending, Stated } from '../../time/bounds.js';
import { endByReplacement, endOfLife, endWith } from '../../time/endings.js';
import { type Tie, appointmentId, membershipId } from '../appointments/model.js';
import type { Person } from '../people/model.js';
import type { AllAround } from './surroundings.js';

const statedOf = ({ stated }: { stated: string }): Stated => JSON.parse(stated) as Stated;

/** Everything that seats rest on, at however many removes: the ties by the seat. */
const allGrounds = async (around: AllAround, seats: Iterable<string>): Promise<Map<string, Tie[]>> => {
  const grounds = new Map<string, Tie[]>();
  for (let frontier = [...new Set(seats)]; frontier.length > 0;) {
    for (const id of frontier) grounds.set(id, []);
    const found = await around.dependencies(frontier);
    for (const tie of found) grounds.get(membershipId(tie.fromId))?.push(tie);
    frontier = [...new Set(found.flatMap(({ on, toId }) => (on && toId === appointmentId(on) && !grounds.has(on) ? [on] : [])))];
  }
  return grounds;
};

/** What a seat rests on, the nearest first and the root last. */
const groundsOf = (seat: string, grounds: ReadonlyMap<string, readonly Tie[]>): string[] => {
  const found = new Set([seat]);
  for (const id of found) for (const { on } of sortedBy(grounds.get(id) ?? [], (tie) => [tie.id])) if (on) found.add(on);
  return [...found].slice(1);
};

/** The end that nothing which somebody holds outlasts; none where no death is recorded. */
export const endOfHolder = (holder: Person | undefined): Ending[] => (holder?.diedOn ? [endOfLife(holder.id, holder.diedOn)] : []);

/** The ends that seats do not outlast: of what replaces them, of what they rest on, and of their holders' lives. */
export const endingsOf = async (
  around: AllAround,
  seats: readonly { id: string; person: string }[],
): Promise<(seat: { id: string; person: string }) => Ending[]> => {
  const ids = seats.map(({ id }) => id);
  const people = await around.people(seats.map(({ person }) => person));
  const grounds = await allGrounds(around, ids);
  const replaces = sortedBy(await around.replacing(ids), ({ fromId }) => [fromId]);
  const replacing = grouped(replaces, ({ toId }) => membershipId(toId));
  const restedOn = [...grounds.values()].flat();
  const held = new Map(
    (await around.seats([...replaces.map(({ fromId }) => membershipId(fromId)), ...restedOn.flatMap(({ on }) => on ?? [])])).map((m) => [m.id, m]),
  );
  const ties = new Map((await around.ties(restedOn.flatMap(({ on }) => (on && !held.has(on) ? [on] : [])))).map((a) => [a.id, a]));
  const governing = await around.governing(restedOn.flatMap(({ on }) => held.get(on ?? '')?.body ?? []));

  const endOf = (id: string): Ending[] => {
    const seat = held.get(id);
    if (seat) return [endWith(id, statedOf(seat), governing.has(seat.body) ? 'HOME_MANDATE' : 'RULE')];
    const tie = ties.get(id);
    return tie ? [endWith(id, statedOf(tie), 'RULE')] : [];
  };
  return ({ id, person }) => [
    ...(replacing.get(id) ?? []).flatMap(({ fromId }) => held.get(membershipId(fromId)) ?? []).map((seat) => endByReplacement(seat.id, statedOf(seat))),
    ...groundsOf(id, grounds).flatMap(endOf),
    ...endOfHolder(people.get(person)),
  ];
};
