import { isAffiliationId } from '../words/affiliations/model.js';
import type { SeedProblem } from './errors.js';
import type { Rows } from './rows.js';

/** The rows of a data set. */
interface DataSet {
  id: string;
  rows: Partial<Rows>;
}

/** The ids of the ties to parties and municipalities that seats of a data set rest on. */
export const tiesRestedOn = ({ rows }: DataSet): string[] =>
  (rows.memberships ?? []).flatMap(({ restsOn = [] }) => restsOn.map(({ on }) => on).filter(isAffiliationId));

/** Whose the ties of a data set are. */
export const holdersOfTies = ({ rows }: DataSet): [string, string][] => (rows.affiliations ?? []).map(({ id, person }) => [id, person]);

/** Seats that rest on a tie which is not known, or is not their holder's. */
export const footingProblems = ({ id, rows }: DataSet, holders: ReadonlyMap<string, string>): SeedProblem[] =>
  (rows.memberships ?? []).flatMap(({ person, restsOn = [] }, row) =>
    restsOn.flatMap(({ on }, at) =>
      isAffiliationId(on) && holders.get(on) !== person
        ? [{ file: `${id}/memberships.json`, path: `/${row}/restsOn/${at}/on`, required: `a tie of ${person} to a party or municipality`, given: on }]
        : [],
    ),
  );
