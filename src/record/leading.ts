/** Of what ids may lead to others: people, and what two records of one person both have. */
const LEADING = /^(event:|appointment:|rule:[^:]+:)?((?:person|membership|affiliation|attendance):[^@]+)(.*)$/s;

export const mayLead = (id: string): boolean => /^(?:person|membership|affiliation|attendance):/.test(id);

/** The id within an id that may lead to another, and the id with another in its place; null: there is none. */
export const leadingIn = (id: string): { leading: string; under: (other: string) => string } | null => {
  const [, before = '', leading, after = ''] = LEADING.exec(id) ?? [];
  return leading === undefined ? null : { leading, under: (other) => `${before}${other}${after}` };
};

/** An id in which what may lead to another is that: as `of` says, which knows ids that stand alone. */
export const ledBy =
  (of: (id: string) => string): ((id: string) => string) =>
  (id) => {
    if (mayLead(id)) return of(id);
    const within = leadingIn(id);
    return within ? within.under(of(within.leading)) : id;
  };
