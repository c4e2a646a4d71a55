import type { AgreementFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { type Lens, below } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { allRecorded, bySortKey, recordedPage } from '../../read/recorded-page.js';
import { idsNamed } from '../names/reads.js';
import type { PrincipalAt } from '../principals/model.js';
import * as loaders from './loaders.js';
import type { AgreementAt, AgreementConnectionAt } from './model.js';

/** Agreements by title, in force on the lens's date or not. */
export const agreements = async (context: Context, filter: AgreementFilter, lens: Lens, args: PageArguments): Promise<AgreementConnectionAt> => {
  const identity = ['agreements', filter, lens.given];
  const all = bySortKey(context.reader, context.use(loaders.agreements), queries.agreements.list, queries.agreements.listEarlier, queries.agreements.count);
  if (filter.party == null && !filter.title) return recordedPage(identity, all, lens, args);
  const rows =
    filter.party != null
      ? (await context.use(loaders.agreementsOf)(lens.knownAt).load(filter.party)).map((row) => ({ row, lens }))
      : await allRecorded(all, lens);
  const named = filter.title ? new Set(await idsNamed(context, filter.title, ['Agreement'], lens)) : null;
  return pageOf(identity, 1, named ? rows.filter(({ row }) => named.has(row.id)) : rows, ({ row }) => [row.sortKey], args, 50);
};

/** Who concluded it, seen on a day on which it may be in force. */
export const partiesOf = (context: Context, { row, lens }: AgreementAt): Promise<PrincipalAt[]> =>
  Promise.all(row.parties.map((id) => referred<PrincipalAt>(context, id, below(lens, row))));
