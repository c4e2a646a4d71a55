import { GraphQLError } from 'graphql';
import { type Actor, type ActorRole, spelt } from '../record/actor.js';
import type { ErrorCode } from './errors.js';

/** Why who asks is nobody who may write. */
export interface Denial {
  code: ErrorCode & ('UNAUTHENTICATED' | 'FORBIDDEN');
  what: string;
  required: string;
  given: string;
}

/** Who asks. */
export type Identity = Actor | Denial;

/** Who shows no token. */
export const NOBODY: Denial = { code: 'UNAUTHENTICATED', what: 'Authorization', required: 'Bearer, and a token that this server takes', given: 'nothing' };

/** What knows who asks, such as the context of a request. */
export interface Asked {
  identity: () => Identity;
}

export const isActor = (who: Identity): who is Actor => 'role' in who;

/** Who asks; null: nobody who may write. */
export const actorOf = ({ identity }: Asked): Actor | null => {
  const who = identity();
  return isActor(who) ? who : null;
};

const denied = ({ code, what, required, given }: Denial): GraphQLError =>
  new GraphQLError(`${what}: required: ${required}; given: ${given}`, { extensions: { code, required, given } });

/** Their role may not do this at all. */
export const forbidden = (what: string, required: string, given: string): GraphQLError => denied({ code: 'FORBIDDEN', what, required, given });

/**
 * Who asks, where they have one of the roles, or any where none is named.
 * @throws GraphQLError UNAUTHENTICATED where nobody is known by a token, FORBIDDEN where their role may not do this at all
 */
export const requireActor = ({ identity }: Asked, ...roles: readonly ActorRole[]): Actor => {
  const who = identity();
  if (!isActor(who)) throw denied(who);
  if (roles.length > 0 && !roles.includes(who.role)) throw forbidden('role', roles.map(spelt).join(' or '), spelt(who.role));
  return who;
};
