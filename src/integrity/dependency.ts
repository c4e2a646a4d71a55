import { statedIn } from '../record/dated-properties.js';
import { grouped } from '../record/grouped.js';
import { bounded } from '../time/bounds.js';
import type { Interval } from '../time/interval.js';
import { OFFICES } from '../words/rules/model.js';
import { firstDay, firstOf, isCertainOn, isPossibleOn, outside, overlapsOf, turnsOf } from './days.js';
import type { Office } from '../words/offices/model.js';
import { officeOf } from '../words/offices/rules.js';
import type { HeldMembership, Judgement, SeatInOffice, StoodIn } from './model.js';
import { unfounded } from './standing.js';

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

/** The seat that is stood in for, or the office that is acted in. */
const placeOf = ({ holder, office }: StoodIn): string => holder ?? (office as string);

export const standsInWithin = ({ standIns }: StandInsRow): Judgement[] => {
  const overlaps = overlapsOf(
    standIns.map(({ s }) => s),
    (one, other) => placeOf(one) === placeOf(other),
  ).map(({ verdict, on, pair }): Judgement => {
    const place = placeOf(pair[0]);
    const substitutes = pair.map(({ substitute }) => substitute);
    return { verdict, on, things: [place, ...substitutes], says: `${substitutes.join(' and ')} stand in for ${place} at a time` };
  });
  const outsiders = standIns.flatMap(({ s, m }): Judgement[] => {
    const found = outside(s, m);
    return found ? [{ ...found, things: [m.id, placeOf(s)], says: `${s.id} lies outside ${m.id}, the seat of the substitute` }] : [];
  });
  return [...outsiders, ...overlaps];
};

/** By its own dates; until further notice is as long as the seat. */
const ownOf = ({ stated }: StoodIn): Interval => bounded({ ...statedIn({ stated }), open: false });

const isOffice = ({ role }: HeldMembership): boolean => (OFFICES as readonly string[]).includes(role);

interface HeldForRow {
  standIns: readonly { s: StoodIn; m: SeatInOffice; h: HeldMembership }[];
  /** Who acts in offices. */
  acting: readonly { s: StoodIn; m: SeatInOffice; x: Office }[];
  offices: readonly { x: Office }[];
  /** Who holds offices in the body. */
  held: readonly { m: SeatInOffice }[];
}

/** Somebody acts in an office of the same body, which is not their own, while nobody certainly holds it. */
const actsInUnheld = ({ acting, offices, held }: HeldForRow): Judgement[] =>
  acting.flatMap(({ s, m, x }): Judgement[] => {
    const broken = (on: string | null, says: string): Judgement => ({ verdict: 'BROKEN', on, things: [m.id, x.id], says });
    if (m.body !== x.body) return [broken(firstDay(s), `${s.id} is for ${x.id}, an office in ${x.body}`)];
    const all = offices.map((one) => one.x);
    const officeIdOf = (seat: SeatInOffice): string | undefined => officeOf(seat, all)?.id;
    if (officeIdOf(m) === x.id) return [broken(firstDay(s), `${m.person} stands in for themselves by ${s.id}`)];
    const own = ownOf(s);
    const holders = held.map((one) => one.m).filter((seat) => officeIdOf(seat) === x.id);
    const on = firstOf(turnsOf([own, ...holders]), (day) => isCertainOn(own, day) && holders.some((one) => isCertainOn(one, day)));
    return on ? [broken(on, `${s.id} is for ${x.id} while that is held`)] : [];
  });

const standsInForSeat = ({ standIns, held }: HeldForRow): Judgement[] =>
  standIns.flatMap(({ s, m, h }): Judgement[] => {
    const broken = (on: string | null, says: string): Judgement => ({ verdict: 'BROKEN', on, things: [m.id, h.id], says });
    if (m.person === h.person) return [broken(firstDay(s), `${m.person} stands in for themselves by ${s.id}`)];
    if (m.body !== h.body) return [broken(firstDay(s), `${s.id} is for ${h.id}, a seat in ${h.body}`)];
    const own = ownOf(s);
    const alike = held.map((one) => one.m).filter(({ role }) => role === h.role);
    const isVacant = (day: string): boolean => isOffice(h) && !alike.some((one) => isCertainOn(one, day));
    const on = firstOf(turnsOf([own, h, ...alike]), (day) => isCertainOn(own, day) && !isPossibleOn(h, day) && !isVacant(day));
    return on ? [broken(on, `${s.id} is for ${h.id} while that is not held`)] : [];
  });

export const standsInForHeld = (row: HeldForRow): Judgement[] => [...standsInForSeat(row), ...actsInUnheld(row)];
