/** What a file of resolvers exports: the fields that it answers, by their type, and other things in lower case. */
export type Answers = Readonly<Record<string, object>>;

const isType = (name: string): boolean => /^[A-Z]/.test(name);

/** The fields that several files answer, by their type; files by their names. @throws Error where two of them answer the same one. */
export const joined = (files: Readonly<Record<string, Answers>>): Record<string, Record<string, unknown>> => {
  const types = new Map<string, Map<string, unknown>>();
  const answeredIn = new Map<string, string>();
  for (const [file, answers] of Object.entries(files))
    for (const [type, fields] of Object.entries(answers).filter(([name]) => isType(name)))
      for (const [field, resolve] of Object.entries(fields)) {
        const other = answeredIn.get(`${type}.${field}`);
        if (other !== undefined) throw new Error(`${type}.${field}: required: one file that answers it; given: ${other} and ${file}`);
        answeredIn.set(`${type}.${field}`, file);
        types.set(type, (types.get(type) ?? new Map<string, unknown>()).set(field, resolve));
      }
  return Object.fromEntries([...types].map(([type, fields]) => [type, Object.fromEntries(fields)]));
};
