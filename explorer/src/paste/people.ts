import { useEffect, useRef, useState } from 'preact/hooks';
import { type Failure, ask, failureOf } from '../ask';
import { FindPeopleDocument, type FindPeopleQueryVariables } from '../generated/graphql';
import { type Candidate, candidatesOf, searchable } from '../parts/alike';
import type { Named } from './things';

export type Candidates = ReadonlyMap<string, readonly Candidate[]>;

const SLOTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;
/** Those who are called by some names, ten names a question. */
const find = async (names: readonly string[], asOf: string | null): Promise<(readonly [string, readonly Candidate[]])[]> => {
  const texts = Object.fromEntries(SLOTS.map((slot, at) => [slot, searchable(names[at] ?? names[0] ?? '')])) as Omit<FindPeopleQueryVariables, 'asOf'>;
  const answer = await ask(FindPeopleDocument, { ...texts, asOf });
  return names.map((name, at) => [name, candidatesOf(answer[SLOTS[at] ?? 'a'])]);
};

/** Looks up names as they come; what was found once is kept. */
export const useCandidates = (names: readonly string[], asOf: string | null): { found: Candidates; failure: Failure | null } => {
  const kept = useRef(new Map<string, readonly Candidate[]>());
  const [found, setFound] = useState<Candidates>(new Map());
  const [failure, setFailure] = useState<Failure | null>(null);
  const key = JSON.stringify([asOf, names]);
  const day = useRef(asOf);
  useEffect(() => {
    let isWanted = true;
    if (day.current !== asOf) kept.current.clear();
    day.current = asOf;
    const look = async (): Promise<void> => {
      const missing = names.filter((name) => !kept.current.has(name));
      for (let at = 0; at < missing.length && isWanted; at += SLOTS.length) {
        for (const [name, candidates] of await find(missing.slice(at, at + SLOTS.length), asOf)) kept.current.set(name, candidates);
        if (isWanted) setFound(new Map(kept.current));
      }
      if (isWanted) setFound(new Map(kept.current));
    };
    setFailure(null);
    look().catch((error: unknown) => isWanted && setFailure(failureOf(error)));
    return () => void (isWanted = false);
  }, [key]);
  return { found, failure };
};

/** What a row says of a person beside the name. */
export interface Described {
  party: Named | null;
  municipality: Named | null;
}

/** Whether what is recorded of somebody says otherwise than the row. */
export const differs = ({ party, municipalities }: Candidate, said: Described): boolean => {
  const otherParty = said.party !== null && party !== null && party.id !== said.party.id;
  const otherPlace = said.municipality !== null && municipalities.length > 0 && !municipalities.some(({ id }) => id === said.municipality?.id);
  return otherParty || otherPlace;
};

/**
 * How somebody recorded was recognised: by nothing but the name, where neither party nor place of the row is theirs and they never were in the
 * body, or by more. null: nobody recorded was.
 */
export const recognisedBy = (person: { found: Candidate | null } | object | null, said: Described, members: ReadonlySet<string>): 'name' | 'more' | null => {
  const found = person && 'found' in person ? person.found : null;
  if (!found) return null;
  const hasParty = said.party !== null && said.party.id === found.party?.id;
  const isOfPlace = found.municipalities.some(({ id }) => id === said.municipality?.id);
  return members.has(found.id) || hasParty || isOfPlace ? 'more' : 'name';
};

/** Those of the body first, then of the place, then of the party; else as they were found. */
export const ranked = (candidates: readonly Candidate[], said: Described, members: ReadonlySet<string>): Candidate[] => {
  const rank = (one: Candidate): number =>
    (members.has(one.id) ? 8 : 0) +
    (one.isVeryName ? 4 : 0) +
    (one.municipalities.some(({ id }) => id === said.municipality?.id) ? 2 : 0) +
    (said.party && one.party?.id === said.party.id ? 1 : 0);
  return [...candidates].sort((a, b) => rank(b) - rank(a));
};

/** The one who is called so and of whom nothing says otherwise; null: it must be asked. */
export const surely = (candidates: readonly Candidate[], said: Described): Candidate | null => {
  const called = candidates.filter(({ isVeryName }) => isVeryName);
  const [only] = called;
  return only && called.length === 1 && !differs(only, said) ? only : null;
};
