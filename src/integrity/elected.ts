import type { ResultFields } from '../words/elections/definition.js';
import { spanOf } from '../time/partial.js';
import type { HeldElection, Judgement } from './model.js';

/** The elections of a body, and whom each elected for which list. */
export interface ElectedRow {
  elections: readonly { e: HeldElection }[];
  elected: readonly { election: string; list: string; person: string; membership: string }[];
}

/** A list that won so many seats fills no more by that election: of seats in several bodies or roles each holder is one. */
export const withinResults = ({ elections, elected }: ElectedRow): Judgement[] =>
  elections.flatMap(({ e }) =>
    (JSON.parse(e.results) as ResultFields[]).flatMap(({ list, seats }): Judgement[] => {
      const filled = elected.filter((one) => one.election === e.id && one.list === list);
      const people = new Set(filled.map(({ person }) => person)).size;
      if (seats === undefined || people <= seats) return [];
      const things = [list, e.id, ...filled.map(({ membership }) => membership)];
      return [{ verdict: 'BROKEN', on: spanOf(e.on).first, things, says: `${list} has ${people} people elected by ${e.id}, and won ${seats} seats` }];
    }),
  );
