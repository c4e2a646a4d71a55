import type { Actor, ActorRole } from './actor.js';

/** How far somebody may go: not at all, in what is their own, in what lies within their bodies, in all. */
export type Extent = 'NONE' | 'OWN' | 'WITHIN_BODIES' | 'ALL';

/** What may be done. MERGE and ERASE are acts that WRITE alone does not allow; READ is of entries and proposals, as all else is public. */
export type Permission = 'CHECK' | 'PROPOSE' | 'WRITE' | 'MERGE' | 'ERASE' | 'REVIEW' | 'WITHDRAW' | 'UNDO' | 'READ';

const TABLE: Readonly<Record<ActorRole, Readonly<Record<Permission, Extent>>>> = {
  PROPOSER: {
    CHECK: 'ALL',
    PROPOSE: 'ALL',
    WRITE: 'NONE',
    MERGE: 'NONE',
    ERASE: 'NONE',
    REVIEW: 'NONE',
    WITHDRAW: 'OWN',
    UNDO: 'NONE',
    READ: 'OWN',
  },
  EDITOR: {
    CHECK: 'ALL',
    PROPOSE: 'ALL',
    WRITE: 'WITHIN_BODIES',
    MERGE: 'WITHIN_BODIES',
    ERASE: 'NONE',
    REVIEW: 'WITHIN_BODIES',
    WITHDRAW: 'WITHIN_BODIES',
    UNDO: 'WITHIN_BODIES',
    READ: 'ALL',
  },
  IMPORT: {
    CHECK: 'ALL',
    PROPOSE: 'ALL',
    WRITE: 'ALL',
    MERGE: 'NONE',
    ERASE: 'NONE',
    REVIEW: 'NONE',
    WITHDRAW: 'NONE',
    UNDO: 'OWN',
    READ: 'ALL',
  },
  ADMIN: {
    CHECK: 'ALL',
    PROPOSE: 'ALL',
    WRITE: 'ALL',
    MERGE: 'ALL',
    ERASE: 'ALL',
    REVIEW: 'ALL',
    WITHDRAW: 'ALL',
    UNDO: 'ALL',
    READ: 'ALL',
  },
};

/** The roles that may do something at all: for `requireActor`, so that the others get FORBIDDEN. */
export const rolesFor = (permission: Permission): ActorRole[] => (Object.keys(TABLE) as ActorRole[]).filter((role) => TABLE[role][permission] !== 'NONE');

/** How far who writes may go in something. An editor of all bodies goes as far as all. */
export const extentFor = ({ role, bodies }: Pick<Actor, 'role' | 'bodies'>, permission: Permission): Extent => {
  const extent = TABLE[role][permission];
  return extent === 'WITHIN_BODIES' && bodies === null ? 'ALL' : extent;
};

/** Whether who writes may do something to a thing: by whom it was made, and whether it lies within their bodies, where that is asked. */
export const mayDo = (actor: Actor, permission: Permission, { by, isWithin = false }: { by?: string; isWithin?: boolean } = {}): boolean =>
  ({ NONE: false, OWN: by === actor.id, WITHIN_BODIES: isWithin, ALL: true })[extentFor(actor, permission)];
