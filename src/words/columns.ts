import Type, { type TSchema } from 'typebox';
import { BASES, type Basis } from '../record/model.js';
import { BOUND_CAUSES, EDGES } from '../time/interval.js';

// What columns hold: an engine stores texts, numbers, booleans, and lists of one of these; null is stored as nothing.

export const text = Type.String();
export const number = Type.Number();
export const yes = Type.Boolean();
export const texts = Type.Array(Type.String());

export const oneOf = <const V extends readonly string[]>(values: V) => Type.Unsafe<V[number]>(Type.Enum([...values]));

export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** The four bounds, civil dates. */
export const interval = { fromMin: text, fromMax: text, untilMin: text, untilMax: text };

/** How it is known; `sources`: ids of passages. */
export const provenance = { basis: oneOf(BASES), reason: nullable(text), sources: texts };

/** Dates as printed, the bounds that follow from them, and what narrowed these, as parallel lists. `stated`: the dates as given, as JSON. */
export const dated = {
  from: nullable(text),
  until: nullable(text),
  fromBasis: nullable(oneOf(BASES)),
  untilBasis: nullable(oneOf(BASES)),
  open: yes,
  seenOn: texts,
  stated: text,
  ...interval,
  boundEdges: Type.Array(oneOf(EDGES)),
  boundDates: texts,
  boundCauses: Type.Array(oneOf(BOUND_CAUSES)),
  boundBys: texts,
  ...provenance,
};

/** What has a name; `called`: all its names as JSON, null where it has one for all time. */
export const named = { name: text, sortKey: text, called: nullable(text), sources: texts };

type Maybe<C extends Record<string, TSchema>> = { [K in keyof C]: ReturnType<typeof nullable<C[K]>> };

/** Columns that a thing may have all of, or none. */
export const maybe = <C extends Record<string, TSchema>>(columns: C): Maybe<C> =>
  Object.fromEntries(Object.entries(columns).map(([name, schema]) => [name, nullable(schema)])) as Maybe<C>;

/** When a thing exists, where it says so. */
export const existence = maybe(dated);

/** The values of such columns. */
export const orNull = <C extends Record<string, TSchema>, V extends { [K in keyof C]: unknown }>(
  columns: C,
  values: V | undefined,
): { [K in keyof C]: V[K] | null } => values ?? (Object.fromEntries(Object.keys(columns).map((name) => [name, null])) as { [K in keyof C]: null });

/** The values of the columns of provenance; what says nothing of its basis is STATED. */
export const provenanceOf = ({ basis, reason, sources }: { basis?: Basis | undefined; reason?: string | undefined; sources?: string[] | undefined }) => ({
  basis: basis ?? ('STATED' as const),
  reason: reason ?? null,
  sources: sources ?? [],
});
