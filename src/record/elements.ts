import type { Stated } from '../time/bounds.js';

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
