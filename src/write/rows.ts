import type { BodyKind, BodyRules } from '../words/bodies/model.js';
import type { OwnEnding, Role } from '../words/memberships/model.js';
import type { RelationKind } from '../words/relations/model.js';
import type { Places } from '../words/rules/model.js';
import type { AnyRow, DatedFields, ProvenanceFields } from './row-fields.js';
import type { AgendaItemRow, AgreementRow, AllocationRow, DecisionRow, MeetingRow, StatementRow } from './minutes-rows.js';

export type { AnyRow, DatedFields, ProvenanceFields } from './row-fields.js';

export interface CalledFields extends DatedFields {
  text: string;
}

export interface NamedRow extends AnyRow {
  name: string;
  names?: CalledFields[];
  aliases?: CalledFields[];
  abbreviations?: CalledFields[];
  letters?: CalledFields[];
  code?: string;
}

export interface PersonRow extends NamedRow {
  diedOn?: string;
}

export interface BodyRow extends NamedRow, Partial<BodyRules> {
  kind: BodyKind;
  existence?: DatedFields;
}

export interface MunicipalityRow extends NamedRow {
  existence?: DatedFields;
}

export interface RelationRow extends AnyRow, DatedFields {
  id: string;
  kind: RelationKind;
  subject: string;
  object: string;
}

export interface TermRow extends AnyRow, DatedFields {
  id: string;
  body: string;
  name: string;
}

export interface SeatsRow extends AnyRow, DatedFields {
  id: string;
  body: string;
  by: string;
  count: number;
  exOfficio?: string;
  status?: string;
}

export interface RuleRow extends AnyRow, Pick<DatedFields, 'from' | 'until' | 'fromBasis' | 'untilBasis' | keyof ProvenanceFields> {
  id: string;
  sentence: string;
  body?: string;
  kind?: BodyKind;
  office: Role;
  council?: string;
  places?: Places;
  role: Role;
  substituteFor?: string;
}

export interface AffiliationRow extends AnyRow, DatedFields {
  id: string;
  person: string;
  with: string;
}

export interface PrincipalTie extends ProvenanceFields {
  principal: string;
}

export interface SeatTie extends ProvenanceFields {
  membership: string;
  rank?: number;
}

export interface AppointmentFields extends ProvenanceFields {
  designatedOn?: string;
  exOfficio?: string;
  by?: PrincipalTie;
  delegatedBy?: PrincipalTie;
  nominatedBy?: PrincipalTie;
  represents?: PrincipalTie[];
  substituteFor?: SeatTie;
  replaces?: SeatTie;
  decidedAt?: ProvenanceFields & { at: string };
}

export interface FootingFields extends ProvenanceFields {
  /** Id of a seat, or of a tie of the holder to a party or municipality. */
  on: string;
}

export interface MembershipRow extends AnyRow, DatedFields {
  id: string;
  person: string;
  body: string;
  role: Role;
  title?: string;
  term?: string;
  ending?: OwnEnding;
  restsOn?: FootingFields[];
  appointment?: AppointmentFields;
}

export interface StandInRow extends AnyRow, DatedFields {
  id: string;
  substitute: string;
  holder: string;
}

export interface DocumentRow extends AnyRow {
  title: string;
  kind: string;
  issuer?: string;
  date?: string;
  url?: string;
  sha256?: string;
  text?: string;
  meeting?: string;
}

export interface SourceRow extends AnyRow {
  document: string;
  section?: string;
  lines?: [number, number];
  quote: string;
}

export interface ListRow extends AnyRow {
  document: string;
  body: string;
  complete: boolean;
}

/** The rows of a data set by word: a word is the name of its file. */
export interface Rows {
  documents: DocumentRow[];
  sources: SourceRow[];
  regions: NamedRow[];
  municipalities: MunicipalityRow[];
  parties: NamedRow[];
  people: PersonRow[];
  bodies: BodyRow[];
  terms: TermRow[];
  relations: RelationRow[];
  seats: SeatsRow[];
  rules: RuleRow[];
  lists: ListRow[];
  affiliations: AffiliationRow[];
  meetings: MeetingRow[];
  'agenda-items': AgendaItemRow[];
  memberships: MembershipRow[];
  'stand-ins': StandInRow[];
  agreements: AgreementRow[];
  decisions: DecisionRow[];
  allocations: AllocationRow[];
  statements: StatementRow[];
}

export type Word = keyof Rows;

/** In the order in which one may refer to another. */
export const WORDS: readonly Word[] = [
  'documents',
  'sources',
  'regions',
  'municipalities',
  'parties',
  'people',
  'bodies',
  'terms',
  'relations',
  'seats',
  'rules',
  'lists',
  'affiliations',
  'meetings',
  'agenda-items',
  'memberships',
  'stand-ins',
  'agreements',
  'decisions',
  'allocations',
  'statements',
];
