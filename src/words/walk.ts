/** The schema of a value, as far as the words' own readings of it go. */
export interface FieldSchema {
  properties?: Readonly<Record<string, FieldSchema>>;
  items?: FieldSchema;
  refersTo?: readonly string[];
  /** `true`, or the fields that tell one item of a list from another, with a blank between. */
  addsUp?: true | string;
  openEnded?: true;
  /** The one value that there is. */
  const?: unknown;
  asNamed?: true;
}

/** Visits a value and everything within it, each with its schema and its place as a JSON pointer. */
export const walk = (schema: FieldSchema, value: unknown, visit: (schema: FieldSchema, value: unknown, path: string) => void, path = ''): void => {
  visit(schema, value, path);
  if (Array.isArray(value)) {
    if (schema.items) for (const [at, one] of value.entries()) walk(schema.items, one, visit, `${path}/${at}`);
  } else if (schema.properties && typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      const field = schema.properties[key];
      if (field) walk(field, one, visit, `${path}/${key}`);
    }
  }
};
