import type {
  Basis,
  Because,
  BeginCause,
  BodyKind,
  BoundCause,
  EndCause,
  EventKind,
  NameKind,
  Outcome,
  PartyScope,
  Phase,
  PlaceKind,
  Presence,
  RelationKind,
  RepresentationKind,
  Role,
} from '../generated/graphql';

export const role: Record<Role, string> = {
  CHAIR: 'formand',
  VICE_CHAIR: 'næstformand',
  CO_CHAIR: 'medformand',
  CHAIRMANSHIP: 'i formandskabet',
  MEMBER: 'medlem',
  REPRESENTATIVE: 'repræsentant',
  SUBSTITUTE: 'suppleant',
  OBSERVER: 'observatør',
  MAYOR: 'borgmester',
  DEPUTY_MAYOR: 'viceborgmester',
  ALDERMAN: 'rådmand',
  COUNCILLOR: 'rådsmedlem',
  COMMITTEE_CHAIR: 'udvalgsformand',
  DIRECTOR: 'direktør',
  EMPLOYEE: 'ansat',
  UNSTATED: 'rolle ikke oplyst',
};

export const bodyKind: Record<BodyKind, string> = {
  COUNCIL: 'råd',
  FORUM: 'forum',
  COMMITTEE: 'udvalg',
  HEALTH_CLUSTER: 'sundhedsklynge',
  BOARD: 'bestyrelse',
  ORGANISATION: 'organisation',
};

export const phase: Record<Phase, string> = { UPCOMING: 'begynder senere', CURRENT: 'findes', FORMER: 'findes ikke længere' };

export const basis: Record<Basis, string> = { STATED: 'står i kilden', INFERRED: 'sluttet af kilderne', DERIVED: 'følger af en regel' };

export const because: Record<Because, string> = {
  RECORDED: 'indført',
  CHANGED: 'ændret i virkeligheden',
  LEARNT: 'mere blev kendt',
  CORRECTED: 'rettet',
  DERIVED: 'følger af en anden indførsel',
};

export const outcome: Record<Outcome, string> = {
  APPROVED: 'godkendt',
  REJECTED: 'afvist',
  NOTED: 'taget til efterretning',
  DECIDED: 'besluttet',
  DISCUSSED: 'drøftet',
  OPINION: 'udtalelse',
  REQUESTED: 'anmodet',
  REFERRED: 'sendt videre',
  POSTPONED: 'udsat',
  OTHER: 'andet',
};

export const presence: Record<Presence, string> = { PRESENT: 'til stede', ABSENT: 'fraværende', EXCUSED: 'afbud' };

export const partyScope: Record<PartyScope, string> = { NATIONAL: 'landsparti', LOCAL: 'lokalliste' };

export const how: Record<RepresentationKind, string> = {
  REPRESENTS: 'repræsenterer',
  APPOINTED_BY: 'udpeget af',
  NOMINATED_BY: 'indstillet af',
  COMES_FROM: 'kommer fra',
  BELONGS_TO: 'hører til',
};

export const eventKind: Record<EventKind, string> = {
  JOINED: 'trådte ind',
  LEFT: 'trådte ud',
  REPLACED: 'afløste',
  REELECTED: 'fortsatte efter valg',
  ROLE_CHANGED: 'fik en anden rolle',
  STOOD_IN: 'trådte ind som stedfortræder',
  STAND_IN_ENDED: 'holdt op som stedfortræder',
  LEAVE_BEGAN: 'gik på orlov',
  LEAVE_ENDED: 'orlov slut',
  PARTY_JOINED: 'gik ind i parti',
  PARTY_LEFT: 'forlod parti',
  BECAME_INDEPENDENT: 'blev løsgænger',
  MOVED: 'skiftede hjemkommune',
  RENAMED: 'skiftede navn',
  DIED: 'døde',
  BODY_ESTABLISHED: 'blev oprettet',
  BODY_DISSOLVED: 'blev nedlagt',
  BODY_SUCCEEDED: 'blev afløst',
  PARTY_FOUNDED: 'parti stiftet',
  PARTY_DISSOLVED: 'parti nedlagt',
  PARTY_SUCCEEDED: 'parti afløst',
  TERRITORY_CHANGED: 'område ændret',
  TERM_BEGAN: 'valgperiode begyndte',
};

export const beginCause: Record<BeginCause, string> = {
  ELECTED: 'valgt',
  BY_ELECTION: 'valgt ved suppleringsvalg',
  SUBSTITUTE_MOVED_UP: 'suppleant rykkede op',
  APPOINTED: 'udpeget',
  CO_OPTED: 'optaget af de siddende',
  EX_OFFICIO: 'født medlem',
  RECOUNT: 'ved fintælling',
  OTHER: 'på anden måde',
};

export const endCause: Record<EndCause, string> = {
  RESIGNED: 'trak sig',
  OWN_END: 'perioden udløb',
  NOT_REELECTED: 'ikke genvalgt',
  DID_NOT_STAND: 'stillede ikke op igen',
  LEFT_PARTY: 'forlod sit parti',
  REMOVED: 'afsat',
  DISQUALIFIED: 'mistede valgbarheden',
  RECALLED: 'trukket tilbage',
  LOST_OFFICE: 'mistede hvervet',
  ANNULLED: 'annulleret',
  TERM_ENDED: 'valgperioden sluttede',
  BODY_DISSOLVED: 'organet blev nedlagt',
  BODY_SUCCEEDED: 'organet blev afløst',
  OFFICE_ABOLISHED: 'hvervet blev nedlagt',
  RULE: 'følger af en regel',
  DIED: 'død',
  REPLACED: 'afløst',
  LISTED: 'ikke på den fuldstændige liste',
  OTHER: 'andet',
};

export const boundCause: Record<BoundCause, string> = {
  OBSERVED: 'set i',
  LISTED: 'fuldstændig liste i',
  BODY_EXISTENCE: 'organet fandtes',
  PARTY_EXISTENCE: 'partiet fandtes',
  PLACE_EXISTENCE: 'stedet fandtes',
  OFFICE_ABOLISHED: 'hvervet nedlagt',
  TERM: 'valgperiode',
  HOME_MANDATE: 'hviler på et andet hverv',
  REPLACED: 'afløser',
  DEATH: 'dødsfald',
  RULE: 'regel',
};

export const nameKind: Record<NameKind, string> = { NAME: 'navn', ALIAS: 'kaldes også', ABBREVIATION: 'forkortelse', LETTER: 'bogstav' };

export const placeKind: Record<PlaceKind, string> = { MUNICIPALITY: 'kommune', REGION: 'region' };

export const relationKind: Record<RelationKind, string> = {
  COVERS: 'dækker',
  PART_OF: 'er del af',
  LIES_IN: 'ligger i',
  GOVERNS: 'styrer',
  SUCCEEDS: 'kommer i stedet for',
  HAS_SEATS: 'har ret til pladser i',
  HAS_TERM: 'har valgperioden',
  CALLED: 'kaldes',
};
