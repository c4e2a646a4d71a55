import type { CivilDate } from '../../time/civil.js';
import { type Certainty, certaintyOn, strongestCertainty } from '../../time/in-force.js';
import type { ExistenceBounds } from '../intervals/model.js';
import { whileThere } from '../principals/existence.js';
import type { Called, NameKind, Named } from './model.js';

type Calling = Pick<Named, 'called'>;

const parsed = new WeakMap<Calling, Called[]>();

const allOf = (thing: Calling): Called[] => {
  if (!thing.called) return [];
  const all = parsed.get(thing) ?? (JSON.parse(thing.called) as Called[]);
  parsed.set(thing, all);
  return all;
};

const calledAs = (thing: Calling, kinds: readonly NameKind[]): Called[] => allOf(thing).filter(({ kind }) => kinds.includes(kind));

/** Those that are in force most surely. */
const strongestOn = (all: readonly Called[], date: CivilDate): Called[] => {
  const certainties = all.map((one) => certaintyOn(one, date));
  const strongest: Certainty | null = strongestCertainty(certainties);
  return strongest ? all.filter((_, at) => certainties[at] === strongest) : [];
};

const distance = ({ fromMin, untilMax }: Called, date: CivilDate): number => Math.abs(Date.parse(date < fromMin ? fromMin : untilMax) - Date.parse(date));

/** The name in force on a date, else the nearest; where several are equally strong, the latest. */
export const nameOn = (thing: Named, date: CivilDate): string => {
  const names = calledAs(thing, ['NAME']);
  if (names.length < 2) return thing.name;
  const inForce = strongestOn(names, date);
  if (inForce.length) return (inForce.find(({ text }) => text === thing.name) ?? (inForce[0] as Called)).text;
  return names.reduce((near, one) => (distance(one, date) < distance(near, date) ? one : near)).text;
};

/** Whether a thing has, or had, another name. */
export const hasSeveralNames = (thing: Calling): boolean => calledAs(thing, ['NAME']).length > 1;

/** Every other spelling and abbreviation, of any time. */
export const aliasesOf = (thing: Named): string[] => calledAs(thing, ['ALIAS', 'ABBREVIATION']).map(({ text }) => text);

type Lettered = Calling & ExistenceBounds;

/** The letters of a party, each on the days on which the party is there. */
const lettersOf = (party: Lettered): Called[] => calledAs(party, ['LETTER']).map((one) => whileThere(one, party));

/** How surely a party holds a letter on a date; null: not. */
export const letterCertainty = (party: Lettered, letter: string, date: CivilDate): Certainty | null =>
  strongestCertainty(
    lettersOf(party)
      .filter(({ text }) => text === letter)
      .map((one) => certaintyOn(one, date)),
  );

/** The letter on a date; null where there is none, or several are equally strong. */
export const letterOn = (party: Lettered, date: CivilDate): string | null => {
  const letters = new Set(strongestOn(lettersOf(party), date).map(({ text }) => text));
  return letters.size === 1 ? ([...letters][0] as string) : null;
};
