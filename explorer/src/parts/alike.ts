import { useEffect, useState } from 'preact/hooks';
import { ask } from '../ask';
import { AlikeDocument, type CandidateFragment } from '../generated/graphql';
import { words } from '../words/words';
import { ownPart } from '../ids';

type Found = Extract<CandidateFragment['node'], { memberships: unknown }>;

/** Somebody recorded who may be meant. */
export interface Candidate extends Found {
  /** Called so, letter for letter but for case and accents. */
  isVeryName: boolean;
}

export const candidatesOf = (hits: readonly CandidateFragment[]): Candidate[] =>
  hits.map(({ node, match, score }) => ({ ...(node as Found), isVeryName: match === 'EXACT' && score === 1 }));

/** What tells somebody from namesakes: party, home and seats; else the id. */
export const sayApart = ({ id, party, municipalities, memberships }: Pick<Candidate, 'id' | 'party' | 'municipalities' | 'memberships'>): string => {
  const seats = memberships.nodes.map(({ role, body }) => `${words.value.role[role]}, ${body.name}`);
  const apart = [party?.name, ...municipalities.map(({ name }) => name), ...seats].filter(Boolean);
  return (apart.length > 0 ? apart : [ownPart(id)]).join(' · ');
};

export const sayCandidate = (one: Candidate): string => `${one.name} · ${sayApart(one)}`;

/** So many letters and words a search takes. */
const MOST_LETTERS = 200;
const MOST_WORDS = 12;
export const searchable = (name: string): string => name.trim().split(/\s+/).slice(0, MOST_WORDS).join(' ').slice(0, MOST_LETTERS);

const REST_MS = 200;

/** People who are called as somebody is, or nearly so. */
export const useAlike = (name: string): readonly Candidate[] => {
  const [found, setFound] = useState<readonly Candidate[]>([]);
  const text = searchable(name);
  useEffect(() => {
    let isWanted = true;
    const set = (candidates: readonly Candidate[]): void => {
      if (isWanted) setFound(candidates);
    };
    if (text.length < 2) {
      set([]);
      return () => void (isWanted = false);
    }
    const look = (): Promise<void> =>
      ask(AlikeDocument, { text }).then(
        ({ search }) => set(candidatesOf(search)),
        () => set([]),
      );
    const timer = setTimeout(() => void look(), REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  return found;
};
