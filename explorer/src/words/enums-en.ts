import type * as da from './enums-da';

type Enums = typeof da;

export const role: Enums['role'] = {
  CHAIR: 'chair',
  VICE_CHAIR: 'vice chair',
  CO_CHAIR: 'co-chair',
  CHAIRMANSHIP: 'in the chairmanship',
  MEMBER: 'member',
  REPRESENTATIVE: 'representative',
  SUBSTITUTE: 'substitute',
  OBSERVER: 'observer',
  MAYOR: 'mayor',
  DEPUTY_MAYOR: 'deputy mayor',
  ALDERMAN: 'alderman',
  COUNCILLOR: 'councillor',
  COMMITTEE_CHAIR: 'committee chair',
  DIRECTOR: 'director',
  EMPLOYEE: 'employee',
  UNSTATED: 'role not stated',
};

export const bodyKind: Enums['bodyKind'] = {
  COUNCIL: 'council',
  FORUM: 'forum',
  COMMITTEE: 'committee',
  HEALTH_CLUSTER: 'health cluster',
  BOARD: 'board',
  ORGANISATION: 'organisation',
};

export const phase: Enums['phase'] = { UPCOMING: 'begins later', CURRENT: 'exists', FORMER: 'no longer exists' };

export const basis: Enums['basis'] = { STATED: 'stated by the source', INFERRED: 'concluded from the sources', DERIVED: 'follows from a rule' };

export const because: Enums['because'] = {
  RECORDED: 'recorded',
  CHANGED: 'changed in the world',
  LEARNT: 'more became known',
  CORRECTED: 'corrected',
  DERIVED: 'follows from another entry',
};

export const outcome: Enums['outcome'] = {
  APPROVED: 'approved',
  REJECTED: 'rejected',
  NOTED: 'noted',
  DECIDED: 'decided',
  DISCUSSED: 'discussed',
  OPINION: 'opinion',
  REQUESTED: 'requested',
  REFERRED: 'referred',
  POSTPONED: 'postponed',
  OTHER: 'other',
};

export const presence: Enums['presence'] = { PRESENT: 'present', ABSENT: 'absent', EXCUSED: 'excused' };

export const partyScope: Enums['partyScope'] = { NATIONAL: 'national party', LOCAL: 'local list' };

export const how: Enums['how'] = {
  REPRESENTS: 'represents',
  APPOINTED_BY: 'appointed by',
  NOMINATED_BY: 'nominated by',
  COMES_FROM: 'comes from',
  BELONGS_TO: 'belongs to',
};

export const eventKind: Enums['eventKind'] = {
  JOINED: 'joined',
  LEFT: 'left',
  REPLACED: 'replaced',
  REELECTED: 'went on after an election',
  ROLE_CHANGED: 'changed role',
  STOOD_IN: 'began to stand in',
  STAND_IN_ENDED: 'ceased to stand in',
  LEAVE_BEGAN: 'went on leave',
  LEAVE_ENDED: 'leave ended',
  PARTY_JOINED: 'joined a party',
  PARTY_LEFT: 'left a party',
  BECAME_INDEPENDENT: 'became independent',
  MOVED: 'changed home municipality',
  RENAMED: 'changed name',
  DIED: 'died',
  BODY_ESTABLISHED: 'was established',
  BODY_DISSOLVED: 'was dissolved',
  BODY_SUCCEEDED: 'was succeeded',
  PARTY_FOUNDED: 'party founded',
  PARTY_DISSOLVED: 'party dissolved',
  PARTY_SUCCEEDED: 'party succeeded',
  TERRITORY_CHANGED: 'territory changed',
  TERM_BEGAN: 'term began',
};

export const beginCause: Enums['beginCause'] = {
  ELECTED: 'elected',
  BY_ELECTION: 'elected at a by-election',
  SUBSTITUTE_MOVED_UP: 'substitute moved up',
  APPOINTED: 'appointed',
  CO_OPTED: 'co-opted',
  EX_OFFICIO: 'ex officio',
  RECOUNT: 'at a recount',
  OTHER: 'otherwise',
};

export const endCause: Enums['endCause'] = {
  RESIGNED: 'resigned',
  OWN_END: 'the seat ran out',
  NOT_REELECTED: 'not re-elected',
  DID_NOT_STAND: 'did not stand again',
  LEFT_PARTY: 'left the party',
  REMOVED: 'removed',
  DISQUALIFIED: 'disqualified',
  RECALLED: 'recalled',
  LOST_OFFICE: 'lost the office',
  ANNULLED: 'annulled',
  TERM_ENDED: 'the term ended',
  BODY_DISSOLVED: 'the body was dissolved',
  BODY_SUCCEEDED: 'the body was succeeded',
  OFFICE_ABOLISHED: 'the office was abolished',
  RULE: 'follows from a rule',
  DIED: 'died',
  REPLACED: 'replaced',
  LISTED: 'not on the complete list',
  OTHER: 'other',
};

export const boundCause: Enums['boundCause'] = {
  OBSERVED: 'seen in',
  LISTED: 'complete list in',
  BODY_EXISTENCE: 'the body existed',
  PARTY_EXISTENCE: 'the party existed',
  PLACE_EXISTENCE: 'the place existed',
  OFFICE_ABOLISHED: 'office abolished',
  TERM: 'term of office',
  HOME_MANDATE: 'rests on another office',
  REPLACED: 'successor',
  DEATH: 'death',
  RULE: 'rule',
};

export const nameKind: Enums['nameKind'] = { NAME: 'name', ALIAS: 'also called', ABBREVIATION: 'short form', LETTER: 'letter' };

export const placeKind: Enums['placeKind'] = { MUNICIPALITY: 'municipality', REGION: 'region' };

export const relationKind: Enums['relationKind'] = {
  COVERS: 'covers',
  PART_OF: 'is part of',
  LIES_IN: 'lies in',
  GOVERNS: 'governs',
  SUCCEEDS: 'takes the place of',
  HAS_SEATS: 'may fill seats of',
  HAS_TERM: 'has the term',
  CALLED: 'is called',
};
