import type { CorrectionFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import { type Lens, type NodeAt, lensOfVersion } from '../../read/lens.js';
import { type PageArguments, readPage } from '../../read/page.js';
import type { EdgeElement } from '../../record/elements.js';
import { NOW } from '../../record/time.js';
import { isAffiliationId } from '../../words/affiliations/model.js';
import { versions as seatVersions } from '../../words/memberships/loaders.js';
import { isMembershipId } from '../../words/memberships/model.js';
import type { CorrectionAt, CorrectionConnectionAt, Version } from './model.js';
import { correctionsOf } from './rules.js';
import { type Asked, type Place, countPlaces, keyOfPlace, placeOf, placesAfter } from './sources.js';

/** Every version of things that was recorded up to a time of the record. */
export const versionsOf = async ({ reader, use }: Context, things: readonly string[], { knownAt }: Pick<Lens, 'knownAt'>): Promise<Version[]> => {
  const ids = [...new Set(things)];
  const seats = ids.filter(isMembershipId);
  const ties = ids.filter(isAffiliationId);
  const nodes = ids.filter((id) => !isMembershipId(id) && !isAffiliationId(id));
  const [ofSeats, ofTies, last, earlier] = await Promise.all([
    Promise.all(seats.map((id) => use(seatVersions)(knownAt).load(id))),
    ties.length ? reader.read(queries.corrections.affiliationsByIds, { ids: ties }) : [],
    nodes.length ? reader.read(queries.record.nodes, { ids: nodes }) : [],
    nodes.length ? reader.read(queries.corrections.versionsByIds, { ids: nodes }) : [],
  ]);
  return [...ofSeats.flat(), ...ofTies.map(({ a }) => a), ...([...last.map(({ n }) => n), ...earlier.map(({ v }) => v)] as unknown as Version[])];
};

/** An edge, and the node at which it begins. */
export type EdgeBeginning = Pick<EdgeElement, 'id' | 'fromId'>;

/** Every version of edges that led from these nodes; of some of them also those that led from another node to the same one. */
export const versionsOfEdges = async ({ reader }: Context, all: readonly EdgeBeginning[], alsoFromOthers: readonly EdgeBeginning[]): Promise<Version[]> => {
  const once = (edges: readonly EdgeBeginning[]) => [...new Map(edges.map((edge) => [`${edge.id} ${edge.fromId}`, edge])).values()];
  const [own, others] = await Promise.all([
    all.length ? reader.read(queries.feed.versions, { edges: once(all) }) : [],
    alsoFromOthers.length ? reader.read(queries.feed.otherVersions, { edges: once(alsoFromOthers) }) : [],
  ]);
  return [...own, ...others].map(({ r }) => r as unknown as Version);
};

/** The corrections at some places, in their order. */
const correctionsAt = async (context: Context, places: readonly Place[], lens: Lens): Promise<CorrectionAt[]> => {
  const edges = places.flatMap(({ id, fromId }) => (fromId === undefined ? [] : [{ id, fromId }]));
  const things = places.flatMap(({ id, fromId }) => (fromId === undefined ? [id] : []));
  const [ofThings, ofEdges] = await Promise.all([versionsOf(context, things, lens), versionsOfEdges(context, edges, edges)]);
  const found = new Map(correctionsOf([...ofThings, ...ofEdges]).map((row) => [row.id, row]));
  return places.flatMap(({ id, at }) => {
    const row = found.get(`correction:${id}@${at}`);
    return row ? [{ row, lens }] : [];
  });
};

/** @throws GraphQLError BAD_USER_INPUT where `since` is after `until`. */
export const corrections = async (
  context: Context,
  since: Date,
  until: Date | null | undefined,
  filter: CorrectionFilter,
  lens: Lens,
  args: PageArguments,
): Promise<CorrectionConnectionAt> => {
  if (until && since > until) throw inputError('since', 'a time not after until', { since, until });
  const end = lens.knownAt === NOW ? NOW : lens.knownAt + 1;
  const asked: Asked = { since: since.getTime(), until: Math.min(until?.getTime() ?? NOW, end), filter };
  return readPage(
    ['corrections', since, until ?? null, filter, lens.given],
    async (after, limit) => {
      const places = await placesAfter(context, asked, after, limit);
      const rows = await correctionsAt(context, places, lens);
      return rows.map((node, at) => ({ key: keyOfPlace(places[at] as Place), node }));
    },
    () => countPlaces(context, asked),
    args,
    50,
  );
};

/** A version as the record knew it. */
export const versionAt = (version: Version | null, lens: Lens): NodeAt | null => version && { row: version, lens: lensOfVersion(version, lens) };

const ID = /^correction:(.+)@(\d+)$/;

/** A correction by its id; null where there is none at that time. */
export const correctionById = async (context: Context, id: string, lens: Lens): Promise<CorrectionAt | null> => {
  const [, thing, time] = ID.exec(id) ?? [];
  const at = Number(time);
  if (!thing || !context.nodes.has(thing.slice(0, thing.indexOf(':'))) || !Number.isSafeInteger(at) || at > lens.knownAt) return null;
  return (await correctionsAt(context, [await placeOf(context, thing, at)], lens))[0] ?? null;
};
