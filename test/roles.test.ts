import { describe, expect, test } from '@jest/globals';
import type { Actor, ActorRole } from '../src/record/actor.js';
import { type Deed, extentFor, mayDo, rolesFor } from '../src/record/roles.js';

const actor = (role: ActorRole, bodies: readonly string[] | null = ['body:a']): Actor => ({ id: 'anna', name: null, role, bodies });
const OF_SOMEBODY = { by: 'bo', isWithin: false };

/** A letter for each: whatever it is, their own, within their bodies; `-` for neither. */
const allowed = (who: Actor, deed: Deed): string => {
  if (mayDo(who, deed, OF_SOMEBODY)) return 'all';
  const [own, within] = [mayDo(who, deed, { ...OF_SOMEBODY, by: 'anna' }), mayDo(who, deed, { ...OF_SOMEBODY, isWithin: true })];
  return own && within ? 'own or within' : own ? 'own' : within ? 'within' : '-';
};

const DEEDS: readonly Deed[] = ['CHECK', 'PROPOSE', 'WRITE', 'MERGE', 'ERASE', 'REVIEW', 'WITHDRAW', 'UNDO', 'READ'];

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
    expect(DEEDS.map((deed) => allowed(who, deed))).toEqual(expected);
    for (const deed of DEEDS) expect(rolesFor(deed).includes(who.role)).toBe(extentFor(who, deed) !== 'NONE');
  });

  test('whose role may not at all is none of those who may', () => {
    expect(DEEDS.map((deed) => rolesFor(deed).join(' '))).toEqual([
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
