import { type PageArguments, pageOf } from '../../read/page.js';
import { allRecorded, bySortKey, recordedPage } from '../../read/recorded-page.js';
import type { Context } from '../../read/context.js';
import type { AgreementFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { type Lens, below } from '../../read/lens.js';
import { principalById } from '../../read/nodes.js';
import type { AgreementAt, AgreementConnectionAt, PrincipalAt } from '../../read/parents.js';
import { idsNamed } from '../../questions/search/reads.js';

/** Agreements by title, in force on the lens's date or not. */
export const agreements = async (context: Context, filter: AgreementFilter, lens: Lens, args: PageArguments): Promise<AgreementConnectionAt> => {
  const identity = ['agreements', filter, lens.given];
  const all = bySortKey(context.reader, context.loaders.agreements, queries.agreements.list, queries.agreements.listEarlier, queries.agreements.count);
  if (filter.party == null && !filter.title) return recordedPage(identity, all, lens, args);
  const rows =
    filter.party != null ? (await context.loaders.agreementsOf(lens.knownAt).load(filter.party)).map((row) => ({ row, lens })) : await allRecorded(all, lens);
  const named = filter.title ? new Set(await idsNamed(context, filter.title, ['Agreement'], lens)) : null;
  return pageOf(identity, 1, named ? rows.filter(({ row }) => named.has(row.id)) : rows, ({ row }) => [row.sortKey], args, 50);
};

/** Who concluded it, seen on a day on which it may be in force. */
export const partiesOf = (context: Context, { row, lens }: AgreementAt): Promise<PrincipalAt[]> =>
  Promise.all(row.parties.map((id) => principalById(context, id, below(lens, row))));
