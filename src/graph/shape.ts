/** How a column comes back: as it is, as a list of a type's columns, as a list of named shapes, as a map of shapes, or as a list of one shape. */
export type Shape =
  | 'plain'
  | { readonly record: readonly string[] }
  | { readonly rows: readonly (readonly [string, Shape])[] }
  | { readonly map: Readonly<Record<string, Shape>> }
  | { readonly list: Shape };

type Row = Record<string, unknown>;

const blanks = new WeakMap<readonly string[], Row>();

/** A row of a type's columns without values. Copies of it are small and fast; a row to which many columns are added is kept as a hash table. */
export const blankOf = (columns: readonly string[]): Row => {
  const known = blanks.get(columns) ?? (JSON.parse(JSON.stringify(Object.fromEntries(columns.map((column) => [column, null])))) as Row);
  blanks.set(columns, known);
  return known;
};

const decode = (shape: Shape, value: unknown): unknown => {
  if (value === null || value === undefined) return null;
  if (shape === 'plain') return value;
  if ('list' in shape) return (value as unknown[]).map((one) => decode(shape.list, one));
  const row: Row = 'record' in shape ? { ...blankOf(shape.record) } : {};
  const values = value as unknown[];
  if ('map' in shape) for (const key in shape.map) row[key] = decode(shape.map[key] as Shape, (value as Record<string, unknown>)[key]);
  else if ('rows' in shape) for (const [at, [key, inner]] of shape.rows.entries()) row[key] = decode(inner, values[at]);
  else for (let at = 0; at < shape.record.length; at += 1) row[shape.record[at] as string] = values[at] ?? null;
  return row;
};

/** A row as an object, from its values in the order of the columns. */
export const decodeRow = <R>(columns: readonly string[], shapes: readonly Shape[], values: readonly unknown[]): R =>
  Object.fromEntries(columns.map((column, at) => [column, decode(shapes[at] ?? 'plain', values[at])])) as R;
