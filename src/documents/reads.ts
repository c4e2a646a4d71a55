import { type PageArguments, pageOf, readPage } from '../connections/page.js';
import type { Context } from '../context.js';
import type { DocumentFilter } from '../generated/api.js';
import * as queries from '../generated/queries.js';
import type { Lens } from '../lens/lens.js';
import type { DocumentConnectionAt } from '../lens/parents.js';
import { listAsRecorded } from '../loaders/lists.js';
import { asRecorded } from '../loaders/nodes.js';
import { liesIn } from '../meetings/reads.js';
import { idsNamed } from '../search/reads.js';

const isFiltered = ({ title, issuer, from, until }: DocumentFilter): boolean => Boolean(title?.trim()) || [issuer, from, until].some((one) => one != null);

/** Documents by title. */
export const documents = async (context: Context, filter: DocumentFilter, lens: Lens, args: PageArguments): Promise<DocumentConnectionAt> => {
  const identity = ['documents', filter, lens.given];
  const { knownAt } = lens;
  const list = (after: string, limit: number) => listAsRecorded(context.reader, queries.documents.list, queries.documents.listEarlier, { after, limit, knownAt });
  const load = (ids: readonly string[]) => Promise.all(ids.map((id) => context.loaders.documents(knownAt).load(id)));
  if (isFiltered(filter)) {
    const ids = filter.title?.trim()
      ? await idsNamed(context, filter.title, ['Document'], lens)
      : (await list('', Number.MAX_SAFE_INTEGER)).map(({ d }) => d.id);
    const wanted = (await load(ids)).flatMap((row) =>
      row && (filter.issuer == null || row.issuer === filter.issuer) && liesIn(row.date, filter.from, filter.until) ? [{ row, lens }] : [],
    );
    return pageOf(identity, 1, wanted, ({ row }) => [row.sortKey], args, 50);
  }
  return readPage(
    identity,
    1,
    async (after, limit) => {
      const found = await list(String(after?.[0] ?? ''), limit);
      const rows = await asRecorded(context.loaders.documents, knownAt, found.map(({ d }) => d));
      return rows.flatMap((row, at) => (row ? [{ key: [found[at]?.key ?? ''], node: { row, lens } }] : []));
    },
    async () => (await context.reader.read(queries.documents.count, { knownAt }))[0]?.count ?? 0,
    args,
  );
};
