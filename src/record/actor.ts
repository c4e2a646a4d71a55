import { isBodyId } from './ids.js';

/** Who only proposes, who writes for some bodies, what writes by itself, who may do all. */
export const ACTOR_ROLES = ['PROPOSER', 'EDITOR', 'IMPORT', 'ADMIN'] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];

/** Who writes, as their token says. */
export interface Actor {
  /** The `sub` of the token. */
  id: string;
  name: string | null;
  role: ActorRole;
  /** Ids of the bodies that an editor may write, with all that is part of them; null: all. */
  bodies: readonly string[] | null;
}

/** A role as tokens and people write it. */
export const spelt = (role: ActorRole): string => role.toLowerCase();

/** The role of a word; null: it is none. */
export const roleOf = (word: unknown): ActorRole | null => ACTOR_ROLES.find((role) => spelt(role) === word) ?? null;

/** Claims of a token that was verified. */
export type Claims = Readonly<Record<string, unknown>>;

const areBodies = (value: unknown): value is string[] | undefined => value === undefined || (Array.isArray(value) && value.every(isBodyId));

/** Who bears a token that says these things of `id`; null: they have no role here, or it is not said for which bodies. */
export const bearerOf = (id: string, { name, mandat_role, mandat_bodies }: Claims): Actor | null => {
  const role = roleOf(mandat_role);
  if (!role || !areBodies(mandat_bodies)) return null;
  return { id, name: typeof name === 'string' && name ? name : null, role, bodies: mandat_bodies ?? null };
};
