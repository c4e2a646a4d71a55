import type { AllocationFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { prime } from '../../read/node-loader.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { type OrderedNodes, allRecorded, countOf, recordedPage } from '../../read/recorded-page.js';
import { sortedBy } from '../../record/order.js';
import type { AgendaItemAt } from '../meetings/model.js';
import { municipalities } from '../places/loaders.js';
import type { PlaceAt } from '../places/model.js';
import * as loaders from './loaders.js';
import type { Allocation, AllocationAt, AllocationConnectionAt } from './model.js';

/** By municipality, with the municipalities. */
const byMunicipality = ({ reader, use }: Context): OrderedNodes<Allocation> => ({
  loader: use(loaders.allocations),
  parts: 2,
  read: async (after, limit, knownAt) => {
    const [place, key] = after ?? ['', ''];
    const rows = await reader.read(queries.allocations.list, { place: String(place), after: String(key), limit, knownAt });
    prime(
      use(municipalities),
      knownAt,
      rows.map(({ m }) => m),
    );
    return rows.map((row) => ({ key: [row.place, row.key], row: row.x }));
  },
  count: (knownAt) => countOf(reader, queries.allocations.count, knownAt),
});

const passes = (row: Allocation, { subject, year }: AllocationFilter): boolean => (!subject || row.subject === subject) && (year == null || row.year === year);

const withPlaces = async (context: Context, all: readonly AllocationAt[]): Promise<(AllocationAt & { place: string })[]> =>
  Promise.all(all.map(async (at) => ({ ...at, place: (await context.use(municipalities)(at.lens.knownAt).load(at.row.municipality))?.sortKey ?? '' })));

/** Numbers given to municipalities: by municipality, then by year and subject. */
export const allocations = async (context: Context, filter: AllocationFilter, lens: Lens, args: PageArguments): Promise<AllocationConnectionAt> => {
  const identity = ['allocations', filter, lens.given];
  const all = byMunicipality(context);
  if (filter.municipality == null && !filter.subject && filter.year == null) return recordedPage(identity, all, lens, args, 100);
  const rows =
    filter.municipality != null
      ? (await context.use(loaders.allocationsTo)(lens.knownAt).load(filter.municipality)).map((row) => ({ row, lens }))
      : await allRecorded(all, lens);
  const wanted = await withPlaces(
    context,
    rows.filter(({ row }) => passes(row, filter)),
  );
  return pageOf(identity, 2, wanted, ({ place, row }) => [place, row.sortKey], args);
};

/** The numbers given to one municipality, by year and subject. */
export const allocationsTo = async (context: Context, { row, lens }: PlaceAt, filter: AllocationFilter): Promise<AllocationAt[]> => {
  const rows = await context.use(loaders.allocationsTo)(lens.knownAt).load(row.id);
  return sortedBy(
    rows.filter((one) => passes(one, filter)),
    ({ sortKey }) => [sortKey],
  ).map((one) => ({ row: one, lens }));
};

/** The numbers that an item gave, by municipality. */
export const allocationsAt = async (context: Context, { row, lens }: AgendaItemAt): Promise<AllocationAt[]> => {
  const rows = await context.use(loaders.allocationsAt)(lens.knownAt).load(row.id);
  return sortedBy(
    await withPlaces(
      context,
      rows.map((one) => ({ row: one, lens })),
    ),
    ({ place, row: { sortKey } }) => [place, sortKey],
  );
};
