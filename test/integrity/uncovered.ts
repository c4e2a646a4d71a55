import type { World } from '../world.js';
import { S, body, named, relation, seat, tied, world } from './cases.js';

/** What the finding of that world is about. */
export const FOUND = ['membership:anna', 'municipality:by', 'body:forum'];

/** A statement: its id, which it contradicts, and what it is about, all of the finding unless it is said. */
export type Said = readonly [id: string, conflictsWith: readonly string[], about?: readonly string[]];

/** Anna represents By in a body that covers another municipality, and statements tell of it. */
export const uncovered = (...statements: Said[]): World =>
  world({
    municipalities: [named('municipality:by', { code: '0999' }), named('municipality:other', { code: '0998' })],
    bodies: [body('forum'), body('council')],
    relations: [relation('covers', 'COVERS', 'body:forum', 'municipality:other', { from: '2000-01-01', open: true })],
    memberships: [seat('anna', tied({ represents: [{ principal: 'municipality:by', ...S }] }))],
    statements: statements.map(([id, conflictsWith, about = FOUND]) => ({
      id: `statement:${id}`,
      about,
      subject: id,
      text: `${id}.`,
      ...(conflictsWith.length > 0 && { conflictsWith }),
      ...S,
    })),
  });
