import * as queries from '../generated/queries.js';
import type { Params, Query } from '../graph/port.js';
import type { EdgeType, Label } from '../record/elements.js';

export { EDGE_ENDS, type EdgeElement, type EdgeType, type Elements, type Label, type NodeElement, type Properties } from '../record/elements.js';

type Create = Query<'write', { rows: never[] } & Params, Record<string, never>>;

/** How a node of each label is written; the order is that in which they are. */
export const NODE_CREATORS = {
  Document: queries.documents.create,
  Source: queries.documents.createSources,
  Region: queries.places.createRegions,
  Municipality: queries.places.createMunicipalities,
  Party: queries.parties.create,
  Person: queries.people.create,
  Body: queries.bodies.create,
  Term: queries.terms.create,
  Name: queries.names.create,
  Meeting: queries.meetings.create,
  AgendaItem: queries.meetings.createItems,
  Appointment: queries.appointments.create,
  Recommendation: queries.meetings.createRecommendations,
  Agreement: queries.agreements.create,
  Decision: queries.decisions.create,
  Allocation: queries.allocations.create,
  Statement: queries.statements.create,
  Rule: queries.rules.create,
} satisfies Record<string, unknown> as unknown as Record<Label, Create>;

/** How an edge of each type is written. */
export const EDGE_CREATORS = {
  IN: queries.documents.createIn,
  ISSUED_BY: queries.documents.createIssuedBy,
  REPORTS: queries.documents.createReports,
  LISTS: queries.documents.createLists,
  HELD_BY: queries.meetings.createHeldBy,
  ON_AGENDA_OF: queries.meetings.createOnAgendaOf,
  CALLED: queries.relations.createCalled,
  HAS_TERM: queries.relations.createHasTerm,
  COVERS: queries.relations.createCovers,
  PART_OF: queries.relations.createPartOf,
  LIES_IN: queries.relations.createLiesIn,
  GOVERNS: queries.relations.createGoverns,
  SUCCEEDS: queries.relations.createSucceeds,
  HAS_SEATS: queries.seats.create,
  AFFILIATED_WITH: queries.affiliations.create,
  MEMBER_OF: queries.memberships.create,
  OF: queries.appointments.createOf,
  TO: queries.appointments.createTo,
  BY: queries.appointments.createBy,
  DELEGATED_BY: queries.appointments.createDelegatedBy,
  NOMINATED_BY: queries.appointments.createNominatedBy,
  REPRESENTING: queries.appointments.createRepresenting,
  SUBSTITUTE_FOR: queries.appointments.createSubstituteFor,
  REPLACES: queries.appointments.createReplaces,
  DECIDED_AT: queries.appointments.createDecidedAt,
  RESTS_ON: queries.appointments.createRestsOn,
  STOOD_IN: queries.standIns.create,
  GIVEN_BY: queries.rules.createGivenBy,
  RECOMMENDED_AT: queries.meetings.createRecommendedAt,
  APPEARED_AT: queries.meetings.createAppearedAt,
  CONCLUDED_BY: queries.agreements.createConcludedBy,
  TAKEN_AT: queries.decisions.createTakenAt,
  TAKEN_BY: queries.decisions.createTakenBy,
  GIVEN_TO: queries.allocations.createGivenTo,
  GIVEN_AT: queries.allocations.createGivenAt,
  ABOUT: queries.statements.createAbout,
  CONFLICTS_WITH: queries.statements.createConflictsWith,
} satisfies Record<string, unknown> as unknown as Record<EdgeType, Create>;
