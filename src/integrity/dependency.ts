import { BEGINNING } from '../time/civil.js';
import { endOfLife } from '../time/endings.js';
import { firstOverlap, outside } from './days.js';
import type { HeldMembership, Judgement, MortalPerson, StoodIn } from './model.js';
import { unfounded } from './standing.js';

export const heldAlive = ({ p, seats }: { p: MortalPerson; seats: readonly { m: HeldMembership }[] }): Judgement[] => {
  const { id, diedOn } = p;
  if (diedOn === null) return [];
  const life = { fromMin: BEGINNING, fromMax: BEGINNING, ...endOfLife(id, diedOn) };
  return seats.flatMap(({ m }) => unfounded(m, [life], `${id} died on ${diedOn} and holds ${m.id} after it`, id));
};

export const withinDependency = ({ dependent }: { dependent: readonly { m: HeldMembership; dependency: HeldMembership }[] }): Judgement[] =>
  dependent.flatMap(({ m, dependency }) => unfounded(m, [dependency], `${m.id} depends on ${dependency.id} and is held without it`, dependency.id));

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
