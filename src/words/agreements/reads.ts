import type { AgreementFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { filteredNodes, filteredOn } from '../../read/filtered-nodes.js';
import { type Lens, below } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import type { PageArguments } from '../../read/page.js';
import { recordedPage } from '../../read/recorded-page.js';
import { titleAsked } from '../names/asked.js';
import type { PrincipalAt } from '../principals/model.js';
import * as loaders from './loaders.js';
import type { AgreementAt, AgreementConnectionAt } from './model.js';

/** Agreements by title, in force on the lens's date or not. */
export const agreements = async ({ reader, use }: Context, filter: AgreementFilter, lens: Lens, args: PageArguments): Promise<AgreementConnectionAt> => {
  const { party, title } = filter;
  const passing = { words: title ? titleAsked(title) : null };
  const nodes =
    party != null
      ? filteredOn(reader, use(loaders.agreements), queries.agreementsOfParty, party, passing)
      : filteredNodes(reader, use(loaders.agreements), queries.agreements, passing);
  return recordedPage(['agreements', filter, lens.given], nodes, lens, args);
};

/** Who concluded it, seen on a day on which it may be in force. */
export const partiesOf = (context: Context, { row, lens }: AgreementAt): Promise<PrincipalAt[]> =>
  Promise.all(row.parties.map((id) => referred<PrincipalAt>(context, id, below(lens, row))));
