import { isAffiliationId } from '../words/affiliations/model.js';
import type { SeedProblem } from './errors.js';
import type { DataSetFiles } from '../exchange/data-set.js';

/** The ids of the ties to parties and municipalities that seats of a data set rest on. */
export const tiesRestedOn = ({ rows }: DataSetFiles): string[] =>
  (rows.memberships ?? []).flatMap(({ restsOn = [] }) => restsOn.map(({ on }) => on).filter(isAffiliationId));

/** Whose the ties of a data set are. */
export const holdersOfTies = ({ rows }: DataSetFiles): [string, string][] => (rows.affiliations ?? []).map(({ id, person }) => [id, person]);

/** Seats that rest on a tie which is not known, or is not their holder's. */
export const footingProblems = ({ id, rows }: DataSetFiles, holders: ReadonlyMap<string, string>): SeedProblem[] =>
  (rows.memberships ?? []).flatMap(({ person, restsOn = [] }, row) =>
    restsOn.flatMap(({ on }, at) =>
      isAffiliationId(on) && holders.get(on) !== person
        ? [{ file: `${id}/memberships.json`, path: `/${row}/restsOn/${at}/on`, required: `a tie of ${person} to a party or municipality`, given: on }]
        : [],
    ),
  );
