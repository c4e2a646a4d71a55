import * as queries from '../generated/queries.js';
import type { Params, Query } from '../graph/port.js';
import type { Stated } from '../time/bounds.js';

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

export type Label =
  | 'Document'
  | 'Source'
  | 'Region'
  | 'Municipality'
  | 'Party'
  | 'Person'
  | 'Body'
  | 'Term'
  | 'Name'
  | 'Meeting'
  | 'AgendaItem'
  | 'Appointment'
  | 'Recommendation'
  | 'Agreement'
  | 'Decision'
  | 'Allocation'
  | 'Statement'
  | 'Rule';

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

export type EdgeType =
  | 'IN'
  | 'ISSUED_BY'
  | 'REPORTS'
  | 'LISTS'
  | 'HELD_BY'
  | 'ON_AGENDA_OF'
  | 'CALLED'
  | 'HAS_TERM'
  | 'COVERS'
  | 'PART_OF'
  | 'LIES_IN'
  | 'GOVERNS'
  | 'SUCCEEDS'
  | 'HAS_SEATS'
  | 'AFFILIATED_WITH'
  | 'MEMBER_OF'
  | 'OF'
  | 'TO'
  | 'BY'
  | 'DELEGATED_BY'
  | 'NOMINATED_BY'
  | 'REPRESENTING'
  | 'SUBSTITUTE_FOR'
  | 'REPLACES'
  | 'DECIDED_AT'
  | 'RESTS_ON'
  | 'STOOD_IN'
  | 'GIVEN_BY'
  | 'RECOMMENDED_AT'
  | 'APPEARED_AT'
  | 'CONCLUDED_BY'
  | 'TAKEN_AT'
  | 'TAKEN_BY'
  | 'GIVEN_TO'
  | 'GIVEN_AT'
  | 'ABOUT'
  | 'CONFLICTS_WITH';

/** What an edge of each type joins: a label of its start, and the labels that its end may have. */
export const EDGE_ENDS: Readonly<Record<EdgeType, readonly [string, readonly string[]]>> = {
  IN: ['Source', ['Document']],
  ISSUED_BY: ['Document', ['Principal']],
  REPORTS: ['Document', ['Meeting']],
  LISTS: ['Document', ['Body']],
  HELD_BY: ['Meeting', ['Body']],
  ON_AGENDA_OF: ['AgendaItem', ['Meeting']],
  CALLED: ['Node', ['Name']],
  HAS_TERM: ['Body', ['Term']],
  COVERS: ['Body', ['Municipality']],
  PART_OF: ['Body', ['Body']],
  LIES_IN: ['Municipality', ['Region']],
  GOVERNS: ['Body', ['Municipality', 'Region']],
  SUCCEEDS: ['Body', ['Body']],
  HAS_SEATS: ['Principal', ['Body']],
  AFFILIATED_WITH: ['Person', ['Party', 'Municipality']],
  MEMBER_OF: ['Person', ['Body']],
  OF: ['Appointment', ['Person']],
  TO: ['Appointment', ['Body']],
  BY: ['Appointment', ['Principal']],
  DELEGATED_BY: ['Appointment', ['Principal']],
  NOMINATED_BY: ['Appointment', ['Principal']],
  REPRESENTING: ['Appointment', ['Principal']],
  SUBSTITUTE_FOR: ['Appointment', ['Appointment']],
  REPLACES: ['Appointment', ['Appointment']],
  DECIDED_AT: ['Appointment', ['Meeting', 'AgendaItem']],
  RESTS_ON: ['Appointment', ['Appointment', 'Person']],
  STOOD_IN: ['Appointment', ['Appointment']],
  GIVEN_BY: ['Appointment', ['Rule']],
  RECOMMENDED_AT: ['Recommendation', ['AgendaItem']],
  APPEARED_AT: ['Person', ['AgendaItem']],
  CONCLUDED_BY: ['Agreement', ['Principal']],
  TAKEN_AT: ['Decision', ['AgendaItem']],
  TAKEN_BY: ['Decision', ['Body']],
  GIVEN_TO: ['Allocation', ['Municipality']],
  GIVEN_AT: ['Allocation', ['AgendaItem']],
  ABOUT: ['Statement', ['Node']],
  CONFLICTS_WITH: ['Statement', ['Statement']],
};

export type Properties = Readonly<Record<string, unknown>>;

/** A node or edge as it is to be recorded, without its recorded time. */
export interface NodeElement {
  label: Label;
  id: string;
  properties: Properties;
}

export interface EdgeElement {
  type: EdgeType;
  id: string;
  fromId: string;
  toId: string;
  properties: Properties;
  /** On MEMBER_OF and AFFILIATED_WITH: what its bounds are computed from once its surroundings are known. */
  stated?: Stated;
}

export interface Elements {
  nodes: NodeElement[];
  edges: EdgeElement[];
}
