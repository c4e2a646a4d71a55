import { givenInterval } from '../time/interval.js';
import { grouped } from '../record/grouped.js';
import { EVERLASTING } from '../time/interval.js';
import { clashesOf, overlapsOf } from './days.js';
import type { CalledName, Coded, DatedTie, Judgement, LetteredParty } from './model.js';

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

/** A letter of a list of one municipality means it only there. */
export const letterOfOne = (rows: readonly LettersRow[]): Judgement[] => {
  const letters = rows.flatMap(({ x, letters: own }) => own.map(({ n, r }) => ({ ...r, letter: n.text, within: meantIn(x) })));
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

/** Municipalities and regions have codes of their own. */
const kindOf = (id: string): string => id.slice(0, id.indexOf(':'));

/** A place of which nobody says when it exists has its code ever. */
export const codeOfOne = (rows: readonly { x: Coded }[]): Judgement[] => {
  const places = rows.flatMap(({ x }) => (x.code === null ? [] : [{ ...(givenInterval(x) ?? EVERLASTING), id: x.id, code: `${kindOf(x.id)} ${x.code}` }]));
  return [...grouped(places, ({ code }) => code)].flatMap(([code, some]) =>
    overlapsOf(some).map(({ verdict, on, pair }) => {
      const ids = pair.map(({ id }) => id);
      return { verdict, on, things: ids, says: `${ids.join(' and ')} both have the code of ${code}` };
    }),
  );
};

export const governedOnce = ({ id, governs }: { id: string; governs: readonly { r: DatedTie }[] }): Judgement[] =>
  clashesOf(governs.map(({ r }) => r)).map(({ verdict, on, pair }) => {
    const others = pair.map(({ fromId, toId }) => (fromId === id ? toId : fromId));
    return { verdict, on, things: [id, ...others], says: `${id} governs or is governed by ${others.join(' and ')} at a time` };
  });
