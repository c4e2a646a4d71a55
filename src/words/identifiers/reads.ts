import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import { exists } from '../../read/existence.js';
import { type Lens, type NodeAt, belowThing } from '../../read/lens.js';
import { asRecorded } from '../../read/node-loader.js';
import { nodeById } from '../../read/nodes.js';
import { sortedBy } from '../../record/order.js';
import { type Certainty, certaintyOn, certaintyRank } from '../../time/in-force.js';
import type { Place } from '../places/model.js';
import { municipalitiesOfCode, regionsOfCode } from '../places/reads.js';
import { daysOfExistence } from '../principals/existence.js';
import { identifierId } from './definition.js';
import * as loaders from './loaders.js';
import type { Identifier, IdentifierAt } from './model.js';
import { type Bearer, bearersOn, daysBorne, isOfMunicipalities, isOfRegions, schemeOfCode } from './rules.js';

/** The code that a place says of itself, as long as it exists: it is stored with the place alone. */
const codeOf = (place: Place): Identifier[] => {
  const { id, code } = place;
  if (code === null) return [];
  const scheme = schemeOfCode(id);
  const { fromMin, fromMax, untilMin, untilMax } = daysOfExistence(place);
  const borne = { id: identifierId(id, scheme, code), person: null, body: null, thing: id, scheme, value: code, url: null };
  return [{ ...borne, from: null, until: null, fromMin, fromMax, untilMin, untilMax, sources: null }];
};

const isPlace = (row: object): row is Place => 'code' in row;

/** What is said with dates of its own is told once. */
const withCode = (rows: readonly Identifier[], codes: readonly Identifier[]): Identifier[] => {
  const known = new Set(rows.map(({ id }) => id));
  return [...rows, ...codes.filter(({ id }) => !known.has(id))];
};

/** The identifiers that a thing bears on its day: certain first, then by scheme. */
export const identifiersAt = async (context: Context, at: NodeAt): Promise<IdentifierAt[]> => {
  const lens = belowThing(at);
  if (!exists({ row: at.row, lens })) return [];
  const rows = await context.use(loaders.identifiersOf)(lens.knownAt).load(at.row.id);
  const all = withCode(rows, isPlace(at.row) ? codeOf(at.row) : []).map((row) => ({ row, certainty: certaintyOn(daysBorne(row, at.row), lens.asOf) }));
  return sortedBy(
    all.filter(({ certainty }) => certainty !== null),
    ({ row, certainty }) => [certaintyRank(certainty), row.scheme, row.value, row.id],
  ).map(({ row }) => ({ row, lens }));
};

const CODE_ID = /^identifier:((?:municipality|region):[^:]+):/;

/** An identifier by id; null where unknown. */
export const identifier = async (context: Context, id: string, lens: Lens): Promise<IdentifierAt | null> => {
  const stored = await context.use(loaders.identifiers)(lens.knownAt).load(id);
  if (stored) return { row: stored, lens };
  const place = (await nodeById(context, CODE_ID.exec(id)?.[1] ?? '', lens))?.row as Place | undefined;
  const code = place && codeOf(place).find((one) => one.id === id);
  return code ? { row: code, lens } : null;
};

/** What bears a value, of one scheme or of any. */
const bearing = async ({ reader, use }: Context, value: string, scheme: string | null, { knownAt }: Lens): Promise<Identifier[]> => {
  const found = (await reader.read(queries.identifiers.byValue, { value, scheme })).map(({ i }) => i);
  return (await asRecorded(use(loaders.identifiers), knownAt, found)).flatMap((row) => row ?? []);
};

const placesOfCode = async (context: Context, scheme: string, code: string, lens: Lens): Promise<Place[]> => {
  if (isOfMunicipalities(scheme)) return municipalitiesOfCode(context, code, lens);
  return isOfRegions(scheme) ? regionsOfCode(context, code, lens) : [];
};

/** The only thing that bears an identifier most surely on the date, else nearest to it; null: none. @throws GraphQLError AMBIGUOUS where several do. */
export const find = async (context: Context, scheme: string, value: string, lens: Lens): Promise<NodeAt | null> => {
  const [rows, places] = await Promise.all([bearing(context, value, scheme, lens), placesOfCode(context, scheme, value, lens)]);
  const all = withCode(rows, places.flatMap(codeOf)).map(async (row): Promise<(Bearer & { at: NodeAt })[]> => {
    const at = await nodeById(context, (row.person ?? row.body ?? row.thing) as string, lens);
    return at ? [{ id: at.row.id, days: daysBorne(row, at.row), at }] : [];
  });
  const meant = new Map(bearersOn((await Promise.all(all)).flat(), lens.asOf).map(({ id, at }) => [id, at]));
  if (meant.size > 1)
    throw inputError('value', 'an identifier that one thing bears on the date, or nearest to it', value, 'AMBIGUOUS', { ids: [...meant.keys()].sort() });
  return [...meant.values()][0] ?? null;
};

/** Which people bear an identifier on the date, given as its value or as `scheme:value`, and how surely. */
export const peopleBearing = async (context: Context, given: string, lens: Lens): Promise<{ person: string; certainty: Certainty | null }[]> => {
  const [, scheme, value] = /^([^:]+):(.+)$/s.exec(given) ?? [];
  const found = await Promise.all([bearing(context, given, null, lens), value === undefined ? [] : bearing(context, value, scheme as string, lens)]);
  return found
    .flat()
    .flatMap((row) => (row.person === null ? [] : [{ person: row.person, certainty: certaintyOn(daysBorne(row, {}), lens.asOf) }]))
    .filter(({ certainty }) => certainty !== null);
};
