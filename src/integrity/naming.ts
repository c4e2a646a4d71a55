import { firstOverlap } from './days.js';
import type { DatedTie, Judgement } from './model.js';

/** Two that are certain on one day. */
const clash = <T extends DatedTie>(all: readonly T[], test?: (a: T, b: T) => boolean) => {
  const found = firstOverlap(all, test);
  return found?.verdict === 'BROKEN' ? found : null;
};

export const calledOnce = ({ id, names }: { id: string; names: readonly { r: DatedTie }[] }): Judgement[] => {
  const found = clash(names.map(({ r }) => r));
  return found ? [{ verdict: 'BROKEN', on: found.on, things: [id, ...found.pair.map(({ toId }) => toId)], says: `${id} has two names at a time` }] : [];
};

export const letterOfOne = (rows: readonly { letters: readonly { letter: string; r: DatedTie }[] }[]): Judgement[] => {
  const letters = rows.flatMap((row) => row.letters);
  return [...new Set(letters.map(({ letter }) => letter))].sort().flatMap((letter) => {
    const found = clash(
      letters.filter((one) => one.letter === letter).map(({ r }) => r),
      (a, b) => a.fromId !== b.fromId,
    );
    if (!found) return [];
    const parties = found.pair.map(({ fromId }) => fromId);
    return [{ verdict: 'BROKEN' as const, on: found.on, things: parties, says: `${parties.join(' and ')} both have the letter ${letter}` }];
  });
};

export const governedOnce = ({ id, governs }: { id: string; governs: readonly { r: DatedTie }[] }): Judgement[] => {
  const found = clash(governs.map(({ r }) => r));
  if (!found) return [];
  const others = found.pair.map(({ fromId, toId }) => (fromId === id ? toId : fromId));
  return [{ verdict: 'BROKEN', on: found.on, things: [id, ...others], says: `${id} governs or is governed by ${others.join(' and ')} at a time` }];
};
