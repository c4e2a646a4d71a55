import { describe, expect, test } from 'vitest';
import type { Actor, ActorRole } from '../src/record/actor.js';
import { type Permission, extentFor, mayDo, rolesFor } from '../src/record/roles.js';

const actor = (role: ActorRole, bodies: readonly string[] | null = ['body:a']): Actor => ({ id: 'anna', name: null, role, bodies });
const OF_SOMEBODY = { by: 'bo', isWithin: false };

/** A letter for each: whatever it is, their own, within their bodies; `-` for neither. */
const allowed = (who: Actor, permission: Permission): string => {
  if (mayDo(who, permission, OF_SOMEBODY)) return 'all';
  const [own, within] = [mayDo(who, permission, { ...OF_SOMEBODY, by: 'anna' }), mayDo(who, permission, { ...OF_SOMEBODY, isWithin: true })];
  return own && within ? 'own or within' : own ? 'own' : within ? 'within' : '-';
};

const PERMISSIONS: readonly Permission[] = ['CHECK', 'PROPOSE', 'WRITE', 'MERGE', 'ERASE', 'REVIEW', 'WITHDRAW', 'UNDO', 'READ'];

describe('who may do what', () => {
  test.each<[string, Actor, string[]]>([
    ['a proposer', actor('PROPOSER'), ['all', 'all', '-', '-', '-', '-', 'own', '-', 'own']],
    ['a proposer of all bodies', actor('PROPOSER', null), ['all', 'all', '-', '-', '-', '-', 'own', '-', 'own']],
    ['an editor', actor('EDITOR'), ['all', 'all', 'within', 'within', '-', 'within', 'within', 'within', 'all']],
    ['an editor of no body', actor('EDITOR', []), ['all', 'all', 'within', 'within', '-', 'within', 'within', 'within', 'all']],
    ['an editor of all bodies', actor('EDITOR', null), ['all', 'all', 'all', 'all', '-', 'all', 'all', 'all', 'all']],
    ['an import', actor('IMPORT'), ['all', 'all', 'all', '-', '-', '-', '-', 'own', 'all']],
    ['an admin', actor('ADMIN'), ['all', 'all', 'all', 'all', 'all', 'all', 'all', 'all', 'all']],
  ])('%s', (_, who, expected) => {
    expect(PERMISSIONS.map((permission) => allowed(who, permission))).toEqual(expected);
    for (const permission of PERMISSIONS) expect(rolesFor(permission).includes(who.role)).toBe(extentFor(who, permission) !== 'NONE');
  });

  test('whose role may not at all is none of those who may', () => {
    expect(PERMISSIONS.map((permission) => rolesFor(permission).join(' '))).toEqual([
      'PROPOSER EDITOR IMPORT ADMIN',
      'PROPOSER EDITOR IMPORT ADMIN',
      'EDITOR IMPORT ADMIN',
      'EDITOR ADMIN',
      'ADMIN',
      'EDITOR ADMIN',
      'PROPOSER EDITOR ADMIN',
      'EDITOR IMPORT ADMIN',
      'PROPOSER EDITOR IMPORT ADMIN',
    ]);
  });
});
