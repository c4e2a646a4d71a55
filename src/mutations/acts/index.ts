import type { ActInput } from '../../generated/api.js';
import { absences } from './absences.js';
import type { Act } from './act.js';
import { amends } from './amends.js';
import { appointing } from './appointing.js';
import { elections } from './elections.js';
import { erasing } from './erasing.js';
import { ending } from './ending.js';
import { identifying } from './identifying.js';
import { listing } from './listing.js';
import { founding } from './founding.js';
import { meetings } from './meetings.js';
import { naming } from './naming.js';
import { people } from './people.js';
import { relating } from './relating.js';
import { replacing } from './replacing.js';
import { rights } from './rights.js';
import { roles } from './roles.js';
import { stating } from './stating.js';
import { succeeding } from './succeeding.js';
import { terms } from './terms.js';
import { ties } from './ties.js';

type Acts = { readonly [K in keyof ActInput]-?: Act<NonNullable<ActInput[K]>> };

/** What each kind of act does. */
export const acts: Acts = {
  ...appointing,
  ...ending,
  ...replacing,
  ...roles,
  ...absences,
  ...ties,
  ...people,
  ...listing,
  ...rights,
  ...naming,
  ...meetings,
  ...founding,
  ...relating,
  ...succeeding,
  ...stating,
  ...amends,
  ...identifying,
  ...terms,
  ...elections,
  ...erasing,
};
