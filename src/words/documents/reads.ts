import type { DocumentFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { allRecorded, bySortKey, recordedPage } from '../../read/recorded-page.js';
import { liesIn } from '../meetings/reads.js';
import { idsNamed } from '../names/reads.js';
import * as loaders from './loaders.js';
import type { DocumentConnectionAt } from './model.js';

const isFiltered = ({ title, issuer, from, until }: DocumentFilter): boolean => Boolean(title?.trim()) || [issuer, from, until].some((one) => one != null);

/** Documents by title. */
export const documents = async (context: Context, filter: DocumentFilter, lens: Lens, args: PageArguments): Promise<DocumentConnectionAt> => {
  const identity = ['documents', filter, lens.given];
  const loader = context.use(loaders.documents);
  const all = bySortKey(context.reader, loader, queries.documents.list, queries.documents.listEarlier, queries.documents.count);
  if (!isFiltered(filter)) return recordedPage(identity, all, lens, args);
  const named = filter.title?.trim() ? new Set(await idsNamed(context, filter.title, ['Document'], lens)) : null;
  const rows = named
    ? (await Promise.all([...named].map((id) => loader(lens.knownAt).load(id)))).flatMap((row) => (row ? [{ row, lens }] : []))
    : await allRecorded(all, lens);
  const wanted = rows.filter(({ row }) => (filter.issuer == null || row.issuer === filter.issuer) && liesIn(row.date, filter.from, filter.until));
  return pageOf(identity, 1, wanted, ({ row }) => [row.sortKey], args, 50);
};
