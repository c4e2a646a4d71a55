import type { CountRange } from '../../generated/api.js';
import { grouped } from '../../record/grouped.js';
import type { CivilDate } from '../../time/civil.js';
import { type Claim, type Range, headcount } from '../../time/headcount.js';
import { atMost, countRange, lastKnownOf } from '../composition/rules.js';
import type { CountedBody, Group, Key, Member } from './model.js';

const keyText = (keys: readonly Key[]): string => keys.map(({ thing, value }) => `${thing} ${value}`).join(' ');

const productOf = (lists: readonly (readonly Key[])[]): Key[][] =>
  lists.every(({ length }) => length === 1)
    ? [lists.flat()]
    : lists.reduce<Key[][]>((rows, keys) => rows.flatMap((row) => keys.map((key) => [...row, key])), [[]]);

export interface Placed extends Member {
  /** Where the seat lies, by dimension. */
  keys: readonly (readonly Key[])[];
}

/** Seats by where they lie in all dimensions together. */
export const groupsOf = (placed: readonly Placed[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const { counted, occupant, sure, isLastKnown, keys: lists } of placed)
    for (const keys of productOf(lists)) {
      const text = keyText(keys);
      const group = groups.get(text) ?? { keys, members: [] };
      groups.set(text, group);
      group.members.push({
        counted,
        occupant,
        sure: sure && keys.every((key) => key.sure),
        isLastKnown: isLastKnown && keys.every((key) => key.isLastKnown),
      });
    }
  return [...groups.values()];
};

const NOT_KNOWN: Key = { thing: null, value: null, sure: false, isLastKnown: false };

const isUnknown = ({ keys }: Group): boolean => keys.some(({ thing, value }) => thing === null && value === null);

const sum = (ranges: readonly Range[]): Range => ({
  min: ranges.reduce((total, { min }) => total + min, 0),
  max: ranges.reduce((total, { max }) => total + max, 0),
});

const claimsBy = (members: readonly Member[], ofWhat: (member: Member) => string): Claim[] =>
  [...grouped(members, ofWhat)].map(([person, own]) => ({ person, parts: own.map(({ occupant }) => occupant.part), sure: own.every(({ sure }) => sure) }));

const byBody = (members: readonly Member[]): [CountedBody, Member[]][] => [...grouped(members, ({ counted }) => counted)];

const personOf = ({ occupant }: Member): string => occupant.m.person;

const inEach = (members: readonly Member[], ofWhat: (member: Member) => string, day: CivilDate): Range[] =>
  byBody(members).map(([{ occupancy }, own]) => headcount(occupancy.worlds, claimsBy(own, ofWhat), day));

const peopleInEach = (members: readonly Member[], day: CivilDate): Range[] =>
  byBody(members).map(([{ occupancy, most }, own]) => atMost(headcount(occupancy.worlds, claimsBy(own, personOf), day), most));

/** People, each once in however many bodies. */
const peopleOf = (members: readonly Member[], day: CivilDate): Range => {
  const spread = [...grouped(members, personOf)].filter(([, [first, ...others]]) => others.some(({ counted }) => counted !== first?.counted));
  const abroad = new Set(spread.map(([person]) => person));
  const inSeveral = spread.map(([, own]): Range => {
    const ranges = peopleInEach(own, day);
    return { min: Math.max(...ranges.map(({ min }) => min)), max: Math.max(...ranges.map(({ max }) => max)) };
  });
  const inOne = members.filter((one) => !abroad.has(personOf(one)));
  const { min, max } = sum([...inSeveral, ...peopleInEach(inOne, day)]);
  return { min, max: spread.length ? Math.min(max, sum(peopleInEach(members, day)).max) : max };
};

/**
 * Whether more may belong to a group: as its bodies are open, or as somebody may belong to it of whom it is not known where they belong, or whether
 * they count at all (`unsaid`). Who surely does not sit on the day belongs to none. `ofBody`: which of the dimensions tells bodies apart.
 */
export const opennessIn = (
  bodies: readonly CountedBody[],
  ofBody: number,
  isOpenElsewhere: boolean,
  groups: readonly Group[],
  unsaid: readonly Group[],
  day: CivilDate,
): ((group: Group) => boolean) => {
  const open = new Set(bodies.filter((one) => one.open).map(({ body }) => body));
  const unknown = grouped([...groups.filter(isUnknown), ...unsaid], ({ keys }) => keyText(keys));
  const isCounted = ({ members }: Group): boolean => peopleOf(members, day).max > 0;
  const mayGain = ({ keys }: Group): boolean => productOf(keys.map((key) => [key, NOT_KNOWN])).some((other) => unknown.get(keyText(other))?.some(isCounted));
  const isOpen = ({ keys }: Group): boolean => (ofBody < 0 ? open.size > 0 || isOpenElsewhere : open.has(keys[ofBody]?.thing ?? ''));
  return (group) => isOpen(group) || mayGain(group);
};

/** The places of bodies as last known. */
export const lastKnownIn = (bodies: readonly CountedBody[], day: CivilDate): Set<object> =>
  new Set(bodies.flatMap(({ occupancy: { worlds, rivals }, occupants }): object[] => lastKnownOf(worlds, rivals, occupants, day)));

/** How many people and seats a group has. */
export const countedIn = (
  { members }: Group,
  lastKnown: ReadonlySet<object>,
  open: boolean,
  day: CivilDate,
): { people: CountRange; memberships: CountRange } => {
  const last = members.filter(({ occupant, isLastKnown }) => isLastKnown && lastKnown.has(occupant));
  const people = peopleOf(members, day);
  const haveOneEach = new Set(members.map(personOf)).size === members.length;
  return {
    people: countRange(people, open, new Set(last.map(personOf)).size),
    memberships: countRange(haveOneEach ? people : sum(inEach(members, ({ occupant }) => occupant.part.row, day)), open, last.length),
  };
};
