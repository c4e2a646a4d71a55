import type { MunicipalityFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { bySortKey, recordedPage } from '../../read/recorded-page.js';
import { idsNamed } from '../names/reads.js';
import { relationsOf } from '../relations/reads.js';
import * as loaders from './loaders.js';
import type { MunicipalityConnectionAt, PlaceAt } from './model.js';

const CODE = /^\d{4}$/;

/** By exactly one of id and official code; null where unknown. */
export const municipality = async (context: Context, { id, code }: { id?: string | null; code?: string | null }, lens: Lens): Promise<PlaceAt | null> => {
  if ((id == null) === (code == null)) throw inputError('id', 'exactly one of id and code', { id, code });
  const loader = context.use(loaders.municipalities)(lens.knownAt);
  if (id != null) {
    const row = await loader.load(id);
    return row && { row, lens };
  }
  if (!CODE.test(code ?? '')) throw inputError('code', 'four digits', code);
  const [found] = await context.reader.read(queries.places.municipalityIdByCode, { code: code ?? '' });
  const row = found ? await loader.load(found.id) : null;
  return row && { row, lens };
};

const anchored = async (context: Context, filter: MunicipalityFilter, lens: Lens): Promise<string[] | null> => {
  const lists: Set<string>[] = [];
  if (filter.region != null) lists.push(new Set((await relationsOf(context, filter.region, lens, 'LIES_IN', 'to')).map(({ fromId }) => fromId)));
  if (filter.coveredBy != null) lists.push(new Set((await relationsOf(context, filter.coveredBy, lens, 'COVERS', 'from')).map(({ toId }) => toId)));
  if (filter.name?.trim()) lists.push(new Set(await idsNamed(context, filter.name, ['Municipality'], lens)));
  const [first, ...others] = lists;
  return first ? [...first].filter((id) => others.every((list) => list.has(id))) : null;
};

/** Municipalities by name. */
export const municipalities = async (context: Context, filter: MunicipalityFilter, lens: Lens, args: PageArguments): Promise<MunicipalityConnectionAt> => {
  const identity = ['municipalities', filter, lens.given];
  const { reader, use } = context;
  const ids = await anchored(context, filter, lens);
  if (!ids) {
    const all = bySortKey(
      reader,
      use(loaders.municipalities),
      queries.places.municipalitiesList,
      queries.places.municipalitiesListEarlier,
      queries.places.municipalitiesCount,
    );
    return recordedPage(identity, all, lens, args);
  }
  const rows = (await Promise.all(ids.map((id) => use(loaders.municipalities)(lens.knownAt).load(id)))).flatMap((row) => (row ? [{ row, lens }] : []));
  return pageOf(identity, 1, rows, ({ row }) => [row.sortKey], args, 50);
};
