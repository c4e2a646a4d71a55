import type { MunicipalityFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import { filteredNodes } from '../../read/filtered-nodes.js';
import { type Lens, windowOf } from '../../read/lens.js';
import { asRecorded } from '../../read/node-loader.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { recordedPage } from '../../read/recorded-page.js';
import { surestOf } from '../../read/surest.js';
import { sortedBy } from '../../record/order.js';
import { NOW } from '../../record/time.js';
import { certaintyOn, isPossible } from '../../time/in-force.js';
import { idsNamed } from '../names/reads.js';
import { daysOfExistence } from '../principals/existence.js';
import { relatedIds } from '../relations/reads.js';
import * as loaders from './loaders.js';
import type { MunicipalityConnectionAt, Place, PlaceAt } from './model.js';

const CODE = /^\d{4}$/;

/** The municipalities that ever have a code. */
export const municipalitiesOfCode = async ({ reader, use }: Context, code: string, lens: Lens): Promise<Place[]> => {
  const found = await reader.read(queries.places.municipalityIdsByCode, { code });
  if (lens.knownAt !== NOW) found.push(...(await reader.read(queries.places.municipalityIdsByCodeEarlier, { code, knownAt: lens.knownAt })));
  const rows = await Promise.all([...new Set(found.map(({ id }) => id))].map((id) => use(loaders.municipalities)(lens.knownAt).load(id)));
  return rows.flatMap((row) => (row?.code === code ? [row] : []));
};

/** Who has a code most surely on the date. @throws GraphQLError AMBIGUOUS where several do. */
const byCode = async (context: Context, code: string, lens: Lens): Promise<PlaceAt | null> => {
  if (!CODE.test(code)) throw inputError('code', 'four digits', code);
  const row = surestOf(await municipalitiesOfCode(context, code, lens), (one) => certaintyOn(daysOfExistence(one), lens.asOf), {
    argument: 'code',
    required: 'a code that one municipality has on the date',
    given: code,
  });
  return row && { row, lens };
};

/** By exactly one of id and official code; null where unknown. */
export const municipality = async (context: Context, { id, code }: { id?: string | null; code?: string | null }, lens: Lens): Promise<PlaceAt | null> => {
  if ((id == null) === (code == null)) throw inputError('id', 'exactly one of id and code', { id, code });
  const loader = context.use(loaders.municipalities)(lens.knownAt);
  if (id != null) {
    const row = await loader.load(id);
    return row && { row, lens };
  }
  return byCode(context, code ?? '', lens);
};

const anchored = async (context: Context, filter: MunicipalityFilter, lens: Lens): Promise<string[] | null> => {
  const lists: Set<string>[] = [];
  if (filter.region != null) lists.push(new Set(await relatedIds(context, filter.region, lens, 'LIES_IN', 'to')));
  if (filter.coveredBy != null) lists.push(new Set(await relatedIds(context, filter.coveredBy, lens, 'COVERS', 'from')));
  if (filter.name?.trim()) lists.push(new Set(await idsNamed(context, filter.name, ['Municipality'], lens)));
  const [first, ...others] = lists;
  return first ? [...first].filter((id) => others.every((list) => list.has(id))) : null;
};

/** Municipalities that may exist on the lens's date, by name. */
export const municipalities = async (context: Context, filter: MunicipalityFilter, lens: Lens, args: PageArguments): Promise<MunicipalityConnectionAt> => {
  const identity = ['municipalities', filter, lens.given];
  const { reader, use } = context;
  const ids = await anchored(context, filter, lens);
  if (!ids) {
    return recordedPage(identity, filteredNodes(reader, use(loaders.municipalities), queries.placesMunicipalities, windowOf(lens)), lens, args);
  }
  const rows = (await Promise.all(ids.map((id) => use(loaders.municipalities)(lens.knownAt).load(id)))).flatMap((row) =>
    row && isPossible(daysOfExistence(row), windowOf(lens)) ? [{ row, lens }] : [],
  );
  return pageOf(identity, rows, ({ row }) => [row.sortKey], args, 50);
};

const allRegions = async ({ reader, use }: Context, { knownAt }: Lens): Promise<Place[]> => {
  const found = (await reader.read(queries.places.regions, {})).map(({ x }) => x);
  return (await asRecorded(use(loaders.regions), knownAt, found)).flatMap((row) => row ?? []);
};

/** The regions that ever have a code. */
export const regionsOfCode = async (context: Context, code: string, lens: Lens): Promise<Place[]> =>
  (await allRegions(context, lens)).filter((row) => row.code === code);

/** Regions that may exist on the lens's date, by name. */
export const regions = async (context: Context, lens: Lens): Promise<PlaceAt[]> => {
  const rows = await allRegions(context, lens);
  return sortedBy(
    rows.filter((row) => isPossible(daysOfExistence(row), windowOf(lens))),
    ({ sortKey }) => [sortKey],
  ).map((row) => ({ row, lens }));
};
