import type { PageArguments } from '../../read/page.js';
import { recordedPage } from '../../read/recorded-page.js';
import type { Context } from '../../read/context.js';
import { filteredNodes, filteredOn } from '../../read/filtered-nodes.js';
import type { AgreementFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { type Lens, below } from '../../read/lens.js';
import { principalById } from '../../read/nodes.js';
import type { AgreementAt, AgreementConnectionAt, PrincipalAt } from '../../read/parents.js';
import { beginnings, searchWords } from '../names/fold.js';

/** Agreements by title, in force on the lens's date or not. */
export const agreements = async ({ reader, loaders }: Context, filter: AgreementFilter, lens: Lens, args: PageArguments): Promise<AgreementConnectionAt> => {
  const { party, title } = filter;
  const passing = { words: title ? beginnings(searchWords(title)) : null };
  const nodes =
    party != null
      ? filteredOn(reader, loaders.agreements, queries.agreementsOfParty, party, passing)
      : filteredNodes(reader, loaders.agreements, queries.agreements, passing);
  return recordedPage(['agreements', filter, lens.given], nodes, lens, args);
};

/** Who concluded it, seen on a day on which it may be in force. */
export const partiesOf = (context: Context, { row, lens }: AgreementAt): Promise<PrincipalAt[]> =>
  Promise.all(row.parties.map((id) => principalById(context, id, below(lens, row))));
