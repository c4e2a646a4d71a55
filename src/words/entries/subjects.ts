// Under what entries are found.

/** Those that wrote a thing. */
export const written = (id: string): string => `written ${id}`;

/** Those that name a thing. */
export const named = (id: string): string => `named ${id}`;

/** Those that wrote something in a body. */
export const within = (body: string): string => `in ${body}`;

/** Those of somebody. */
export const by = (actor: string): string => `by ${actor}`;
