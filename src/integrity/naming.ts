import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { grouped } from '../record/grouped.js';
import { BEGINNING, FOREVER } from '../time/civil.js';
import { EVERLASTING, type Interval, type MaybeInterval, givenInterval } from '../time/interval.js';
import { daysBorne, isOfMunicipalities, schemeOfCode } from '../words/identifiers/rules.js';
import { whileThere } from '../words/principals/existence.js';
import { clashesOf, overlapsOf } from './days.js';
import type { BorneIdentifier, CalledName, Coded, DatedTie, Judgement, LetteredParty } from './model.js';

export const calledOnce = ({ id, names }: { id: string; names: readonly { r: DatedTie }[] }): Judgement[] =>
  clashesOf(names.map(({ r }) => r)).map(({ verdict, on, pair }) => ({
    verdict,
    on,
    things: [id, ...pair.map(({ toId }) => toId)],
    says: `${id} has two names at a time`,
  }));

interface LettersRow {
  x: LetteredParty;
  letters: readonly { n: CalledName; r: DatedTie }[];
}

/** Where a party's letter means it: in the country, or in the municipality of a local list; null: nobody says in which. */
const meantIn = ({ scope, municipality }: LetteredParty): string | null => (scope === 'LOCAL' ? municipality : 'the country');

/** A letter of a list of one municipality means it only there, and none means a party on a day on which that is not there. */
export const letterOfOne = (rows: readonly LettersRow[]): Judgement[] => {
  const letters = rows.flatMap(({ x, letters: own }) => own.map(({ n, r }) => ({ ...whileThere(r, x), letter: n.text, within: meantIn(x) })));
  return [...new Set(letters.map(({ letter }) => letter))].sort().flatMap((letter) =>
    clashesOf(
      letters.filter((one) => one.letter === letter),
      (a, b) => a.fromId !== b.fromId && a.within !== null && a.within === b.within,
    ).map(({ verdict, on, pair }) => {
      const parties = pair.map(({ fromId }) => fromId);
      return { verdict, on, things: parties, says: `${parties.join(' and ')} both have the letter ${letter} in ${pair[0].within}` };
    }),
  );
};

/** The parties that have any of the letters too. */
export const ofSameLetters = async (reader: Reader, rows: readonly LettersRow[], knownAt: number): Promise<string[]> => {
  const ids: string[] = [];
  for (const letter of new Set(rows.flatMap(({ letters }) => letters.map(({ n }) => n.text))))
    ids.push(...(await reader.read(queries.parties.idsByLetter, { letter, knownAt })).map(({ id }) => id));
  return ids;
};

/** A thing of which nobody says when it begins, or ends, bears what has no dates ever. */
const everWhereUnknown = (x: MaybeInterval): Interval => {
  const days = givenInterval(x) ?? EVERLASTING;
  const { fromMin, fromMax, untilMin, untilMax } = days;
  return { fromMin, fromMax: fromMin === BEGINNING ? BEGINNING : fromMax, untilMin: untilMax === FOREVER ? FOREVER : untilMin, untilMax };
};

interface IdentifiedRow {
  x: Coded;
  identifiers: readonly { i: BorneIdentifier }[];
}

interface Bearing extends Interval {
  id: string;
  /** The scheme and the value. */
  identifier: string;
}

/** What a thing is identified by: a code that is said with dates of its own, and without, is one. */
const bearingsOf = ({ x, identifiers }: IdentifiedRow): Bearing[] => {
  const ever = everWhereUnknown(x);
  const own = identifiers.map(({ i }) => ({ ...daysBorne(i, ever), id: x.id, identifier: `${i.scheme} ${i.value}` }));
  const code = x.code === null ? null : `${schemeOfCode(x.id)} ${x.code}`;
  return code === null || own.some(({ identifier }) => identifier === code) ? own : [...own, { ...ever, id: x.id, identifier: code }];
};

export const identifiedOnce = (rows: readonly IdentifiedRow[]): Judgement[] =>
  [...grouped(rows.flatMap(bearingsOf), ({ identifier }) => identifier)].flatMap(([identifier, some]) =>
    overlapsOf(some, (a, b) => a.id !== b.id).map(({ verdict, on, pair }) => {
      const ids = pair.map(({ id }) => id);
      return { verdict, on, things: ids, says: `${ids.join(' and ')} both have ${identifier}` };
    }),
  );

/** What bears any of the identifiers too, also as its code. */
export const identifiedAlike = async (reader: Reader, rows: readonly IdentifiedRow[], knownAt: number): Promise<string[]> => {
  const identifiers = rows.flatMap(({ x, identifiers: own }) => [
    ...own.map(({ i: { scheme, value } }) => ({ scheme, value })),
    ...(x.code === null ? [] : [{ scheme: schemeOfCode(x.id), value: x.code }]),
  ]);
  if (identifiers.length === 0) return [];
  const ids = (await reader.read(queries.identifiers.bySchemes, { identifiers, knownAt })).map(({ id }) => id);
  const codes = new Set(identifiers.filter(({ scheme }) => isOfMunicipalities(scheme)).map(({ value }) => value));
  for (const code of codes) ids.push(...(await reader.read(queries.places.municipalityIdsByCode, { code })).map(({ id }) => id));
  return ids;
};

export const governedOnce = ({ id, governs }: { id: string; governs: readonly { r: DatedTie }[] }): Judgement[] =>
  clashesOf(governs.map(({ r }) => r)).map(({ verdict, on, pair }) => {
    const others = pair.map(({ fromId, toId }) => (fromId === id ? toId : fromId));
    return { verdict, on, things: [id, ...others], says: `${id} governs or is governed by ${others.join(' and ')} at a time` };
  });
