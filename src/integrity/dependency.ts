import { grouped } from '../record/grouped.js';
import { lifeUntil } from '../time/endings.js';
import { leavesNoDay } from '../time/stated.js';
import { firstOverlap, outside } from './days.js';
import type { HeldMembership, Judgement, MortalPerson, StoodIn } from './model.js';
import { unfounded } from './standing.js';

/** Seats that would begin after the death of their holder: they are in force on no day. */
export const heldAlive = ({ p, seats }: { p: MortalPerson; seats: readonly { m: HeldMembership }[] }): Judgement[] => {
  const { id, diedOn } = p;
  if (diedOn === null) return [];
  const { untilMax } = lifeUntil(id, diedOn);
  return seats
    .filter(({ m }) => leavesNoDay(m) && m.fromMin >= untilMax)
    .map(({ m }) => ({ verdict: 'BROKEN', on: m.fromMin, things: [m.id, id], says: `${id} died on ${diedOn} and holds ${m.id} after it` }));
};

interface DependentRow {
  /** For each seat that the holder of the other has or had. */
  dependent: readonly { m: HeldMembership; on: string; role: boolean; held: HeldMembership }[];
}

/** What depends on a seat lies within its holder's sitting in that body, in that role or another. */
export const withinDependency = ({ dependent }: DependentRow): Judgement[] =>
  [...grouped(dependent, ({ m, on }) => `${m.id} ${on}`).values()].flatMap((rows) => {
    const { m, on } = rows[0] as DependentRow['dependent'][number];
    const dependency = rows.find(({ held }) => held.id === on);
    const behind = rows.filter(({ held }) => (dependency?.role ? held.id === on : held.body === dependency?.held.body)).map(({ held }) => held);
    return dependency ? unfounded(m, behind, `${m.id} depends on ${on} and is held without it`, on) : [];
  });

interface StandInsRow {
  standIns: readonly { s: StoodIn; m: HeldMembership }[];
}

export const standsInWithin = ({ standIns }: StandInsRow): Judgement[] => {
  const all = standIns.map(({ s }) => s);
  const overlaps = [...new Set(all.map(({ holder }) => holder))].flatMap((holder): Judgement[] => {
    const found = firstOverlap(all.filter((one) => one.holder === holder));
    if (!found) return [];
    const substitutes = found.pair.map(({ substitute }) => substitute);
    return [{ verdict: found.verdict, on: found.on, things: [holder, ...substitutes], says: `${substitutes.join(' and ')} stand in for ${holder} at a time` }];
  });
  const outsiders = standIns.flatMap(({ s, m }): Judgement[] => {
    const found = outside(s, m);
    return found ? [{ ...found, things: [m.id, s.holder], says: `${s.id} lies outside ${m.id}, the seat of the substitute` }] : [];
  });
  return [...outsiders, ...overlaps];
};
