/** In the order in which events of the same days are listed. */
export const EVENT_KINDS = [
  'JOINED',
  'LEFT',
  'REPLACED',
  'REELECTED',
  'ROLE_CHANGED',
  'STOOD_IN',
  'STAND_IN_ENDED',
  'LEAVE_BEGAN',
  'LEAVE_ENDED',
  'PARTY_JOINED',
  'PARTY_LEFT',
  'BECAME_INDEPENDENT',
  'MOVED',
  'RENAMED',
  'DIED',
  'BODY_ESTABLISHED',
  'BODY_DISSOLVED',
  'BODY_SUCCEEDED',
  'PARTY_FOUNDED',
  'PARTY_DISSOLVED',
  'PARTY_SUCCEEDED',
  'TERRITORY_CHANGED',
  'TERM_BEGAN',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const BEGIN_CAUSES = ['ELECTED', 'BY_ELECTION', 'SUBSTITUTE_MOVED_UP', 'APPOINTED', 'CO_OPTED', 'EX_OFFICIO', 'RECOUNT', 'OTHER'] as const;
export type BeginCause = (typeof BEGIN_CAUSES)[number];

/** What befalls the seat itself: not what lies around it, nor what comes after it. */
export const OWN_END_CAUSES = [
  'RESIGNED',
  'OWN_END',
  'NOT_REELECTED',
  'DID_NOT_STAND',
  'LEFT_PARTY',
  'REMOVED',
  'DISQUALIFIED',
  'RECALLED',
  'LOST_OFFICE',
  'ANNULLED',
] as const;

export const END_CAUSES = [
  ...OWN_END_CAUSES,
  'TERM_ENDED',
  'BODY_DISSOLVED',
  'BODY_SUCCEEDED',
  'OFFICE_ABOLISHED',
  'RULE',
  'DIED',
  'REPLACED',
  'LISTED',
  'OTHER',
] as const;
export type EndCause = (typeof END_CAUSES)[number];
