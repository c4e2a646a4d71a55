import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';
import type { Ending, Stated } from '../../time/bounds.js';
import { endByReplacement, endOfLife, endWith } from '../../time/endings.js';
import { type Tie, appointmentId, membershipId } from '../appointments/model.js';
import type { Person } from '../people/model.js';
import type { AllAround } from './surroundings.js';

const statedOf = ({ stated }: { stated: string }): Stated => JSON.parse(stated) as Stated;

/** Everything that seats depend on, at however many removes: the ties by the seat. */
const allDependencies = async (around: AllAround, seats: Iterable<string>): Promise<Map<string, Tie[]>> => {
  const dependencies = new Map<string, Tie[]>();
  for (let frontier = [...new Set(seats)]; frontier.length > 0;) {
    for (const id of frontier) dependencies.set(id, []);
    const found = await around.dependencies(frontier);
    for (const tie of found) dependencies.get(membershipId(tie.fromId))?.push(tie);
    frontier = [...new Set(found.flatMap(({ on, toId }) => (on && toId === appointmentId(on) && !dependencies.has(on) ? [on] : [])))];
  }
  return dependencies;
};

/** What a seat depends on, the nearest first and the root last. */
const dependenciesOf = (seat: string, dependencies: ReadonlyMap<string, readonly Tie[]>): string[] => {
  const found = new Set([seat]);
  for (const id of found) for (const { on } of sortedBy(dependencies.get(id) ?? [], (tie) => [tie.id])) if (on) found.add(on);
  return [...found].slice(1);
};

/** The end that nothing which somebody holds outlasts; none where no death is recorded. */
export const endOfHolder = (holder: Person | undefined): Ending[] => (holder?.diedOn ? [endOfLife(holder.id, holder.diedOn)] : []);

/** The ends that seats do not outlast: of what replaces them, of what they depend on, and of their holders' lives. */
export const endingsOf = async (
  around: AllAround,
  seats: readonly { id: string; person: string }[],
): Promise<(seat: { id: string; person: string }) => Ending[]> => {
  const ids = seats.map(({ id }) => id);
  const people = await around.people(seats.map(({ person }) => person));
  const dependencies = await allDependencies(around, ids);
  const replaces = sortedBy(await around.replacing(ids), ({ fromId }) => [fromId]);
  const replacing = grouped(replaces, ({ toId }) => membershipId(toId));
  const dependedOn = [...dependencies.values()].flat();
  const held = new Map(
    (await around.seats([...replaces.map(({ fromId }) => membershipId(fromId)), ...dependedOn.flatMap(({ on }) => on ?? [])])).map((m) => [m.id, m]),
  );
  const ties = new Map((await around.ties(dependedOn.flatMap(({ on }) => (on && !held.has(on) ? [on] : [])))).map((a) => [a.id, a]));
  const governing = await around.governing(dependedOn.flatMap(({ on }) => held.get(on ?? '')?.body ?? []));

  const endOf = (id: string): Ending[] => {
    const seat = held.get(id);
    if (seat) return [endWith(id, statedOf(seat), governing.has(seat.body) ? 'HOME_MANDATE' : 'RULE')];
    const tie = ties.get(id);
    return tie ? [endWith(id, statedOf(tie), 'RULE')] : [];
  };
  return ({ id, person }) => [
    ...(replacing.get(id) ?? []).flatMap(({ fromId }) => held.get(membershipId(fromId)) ?? []).map((seat) => endByReplacement(seat.id, statedOf(seat))),
    ...dependenciesOf(id, dependencies).flatMap(endOf),
    ...endOfHolder(people.get(person)),
  ];
};
