/** What follows the prefix of an id, as a pattern. */
export const ID_NAME = '[a-z0-9]+([.-][a-z0-9]+)*';

const BODY_ID = new RegExp(`^body:${ID_NAME}$`);

/** Whether a value is the id of a body, recorded or not. */
export const isBodyId = (value: unknown): value is string => typeof value === 'string' && BODY_ID.test(value);
