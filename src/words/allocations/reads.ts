import type { AllocationFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { filteredOn } from '../../read/filtered-nodes.js';
import type { Lens } from '../../read/lens.js';
import { countAsRecorded } from '../../read/lists.js';
import { prime } from '../../read/node-loader.js';
import type { PageArguments } from '../../read/page.js';
import { type OrderedNodes, allRecorded, recordedPage } from '../../read/recorded-page.js';
import { compareKeys, sortedBy } from '../../record/order.js';
import { NOW } from '../../record/time.js';
import type { AgendaItemAt } from '../meetings/model.js';
import { municipalities } from '../places/loaders.js';
import type { PlaceAt } from '../places/model.js';
import * as loaders from './loaders.js';
import type { Allocation, AllocationAt, AllocationConnectionAt } from './model.js';

type Passing = { subject: string | null; year: number | null };

/** An empty subject is none. */
const passing = ({ subject, year }: AllocationFilter): Passing => ({ subject: subject || null, year: year ?? null });

/** By municipality as it was called, with the municipalities. */
const byMunicipality = ({ reader, use }: Context, filter: Passing): OrderedNodes<Allocation> => ({
  loader: use(loaders.allocations),
  read: async (after, limit, knownAt) => {
    const [place, key] = after ?? ['', ''];
    const lists = knownAt === NOW ? [queries.allocations.list] : [queries.allocations.listPast, queries.allocations.listEarlier];
    const page = { ...filter, place: String(place), after: String(key), limit, knownAt };
    const rows = (await Promise.all(lists.map((query) => reader.read(query, page)))).flat();
    prime(
      use(municipalities),
      knownAt,
      rows.map(({ m }) => m),
    );
    const keyed = rows.map((row) => ({ key: [row.place, row.key], row: row.x }));
    return keyed.sort((a, b) => compareKeys(a.key, b.key)).slice(0, limit);
  },
  count: (knownAt) => countAsRecorded(reader, queries.allocations.count, queries.allocations.countEarlier, { ...filter, knownAt }),
});

const ofMunicipality = ({ reader, use }: Context, id: string, filter: AllocationFilter): OrderedNodes<Allocation> =>
  filteredOn(reader, use(loaders.allocations), queries.allocationsOfMunicipality, id, passing(filter));

/** Those of one municipality, keyed as those of all are. */
const inMunicipality = (context: Context, id: string, filter: AllocationFilter): OrderedNodes<Allocation> => {
  const nodes = ofMunicipality(context, id, filter);
  return {
    ...nodes,
    read: async (after, limit, knownAt) => {
      const [rows, place] = await Promise.all([nodes.read(after, limit, knownAt), context.use(municipalities)(knownAt).load(id)]);
      return rows.map(({ key, row }) => ({ key: [place?.sortKey ?? '', ...key], row }));
    },
  };
};

/** Numbers given to municipalities: by municipality, then by year and subject. */
export const allocations = async (context: Context, filter: AllocationFilter, lens: Lens, args: PageArguments): Promise<AllocationConnectionAt> => {
  const { municipality } = filter;
  const nodes = municipality != null ? inMunicipality(context, municipality, filter) : byMunicipality(context, passing(filter));
  return recordedPage(['allocations', filter, lens.given], nodes, lens, args, 100);
};

/** The numbers given to one municipality, by year and subject. */
export const allocationsTo = (context: Context, { row, lens }: PlaceAt, filter: AllocationFilter): Promise<AllocationAt[]> =>
  allRecorded(ofMunicipality(context, row.id, filter), lens);

const withPlaces = async (context: Context, all: readonly AllocationAt[]): Promise<(AllocationAt & { place: string })[]> =>
  Promise.all(all.map(async (at) => ({ ...at, place: (await context.use(municipalities)(at.lens.knownAt).load(at.row.municipality))?.sortKey ?? '' })));

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
