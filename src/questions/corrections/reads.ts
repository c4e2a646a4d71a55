import type { CorrectionFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { nodeTypes } from '../../generated/words.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import { type Lens, type NodeAt, lensOfVersion } from '../../read/lens.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { NOW } from '../../record/time.js';
import type { Correction, CorrectionAt, CorrectionConnectionAt, Version } from './model.js';
import { correctionsOf } from './rules.js';

/** Kinds of node that are corrected with what they are part of. */
const PARTS = Object.values(nodeTypes)
  .filter(({ part }) => part)
  .map(({ label }) => label);

const versionsBetween = async ({ reader }: Context, since: number, until: number, { knownAt }: Lens): Promise<Version[]> => {
  const params = { since, until, knownAt };
  const [seats, affiliations, nodes, earlier] = await Promise.all([
    reader.read(queries.corrections.seats, params),
    reader.read(queries.corrections.affiliations, params),
    reader.read(queries.corrections.nodes, { ...params, without: PARTS }),
    reader.read(queries.corrections.versions, { ...params, without: PARTS }),
  ]);
  const things = [...nodes.map(({ n }) => n), ...earlier.map(({ v }) => v)] as unknown as Version[];
  return [...seats.map(({ m }) => m), ...affiliations.map(({ a }) => a), ...things];
};

const isAsked = ({ was, is, because }: Correction, filter: CorrectionFilter): boolean => {
  const version = is ?? was;
  return (
    (!filter.because || filter.because.includes(because)) &&
    (filter.person == null || filter.person === (version?.person ?? version?.id)) &&
    (!filter.bodies || filter.bodies.includes(version?.body ?? version?.id ?? ''))
  );
};

const correctionsBetween = async (context: Context, since: number, until: number, lens: Lens): Promise<CorrectionAt[]> => {
  const end = Math.min(until, lens.knownAt === NOW ? NOW : lens.knownAt + 1);
  return correctionsOf(await versionsBetween(context, since, end, lens), since, end).map((row) => ({ row, lens }));
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
  const all = await correctionsBetween(context, since.getTime(), until?.getTime() ?? NOW, lens);
  const list = ['corrections', since, until ?? null, filter, lens.given];
  return pageOf(
    list,
    all.filter(({ row }) => isAsked(row, filter)),
    ({ row }) => [row.recordedAt, row.id],
    args,
    50,
  );
};

/** A version as the record knew it. */
export const versionAt = (version: Version | null, lens: Lens): NodeAt | null => version && { row: version, lens: lensOfVersion(version, lens) };

const ID = /^correction:.+@(\d+)$/;

/** A correction by its id; null where there is none at that time. */
export const correctionById = async (context: Context, id: string, lens: Lens): Promise<CorrectionAt | null> => {
  const at = Number(ID.exec(id)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(at)) return null;
  return (await correctionsBetween(context, at, at + 1, lens)).find(({ row }) => row.id === id) ?? null;
};
