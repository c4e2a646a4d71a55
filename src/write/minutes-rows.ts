import type { Outcome } from '../words/decisions/model.js';
import type { AnyRow, DatedFields, ProvenanceFields } from './row-fields.js';

export interface MeetingRow extends AnyRow, ProvenanceFields {
  id: string;
  body?: string;
  title?: string;
  date?: string;
  documents?: string[];
}

export interface AgendaItemRow extends AnyRow {
  meeting: string;
  number?: string;
  title: string;
  caseNumber?: string;
  planned?: boolean;
  recommendations?: RecommendationFields[];
  appearances?: AppearanceFields[];
}

export interface RecommendationFields {
  text: string;
  outcome: Outcome;
  sources: string[];
}

export interface AppearanceFields {
  person: string;
  onBehalfOf?: string;
  announced: boolean;
  reported: boolean;
  sources: string[];
}

export interface DecisionRow extends AnyRow, ProvenanceFields {
  id: string;
  item?: string;
  body?: string;
  date?: string;
  text: string;
  outcome: Outcome;
}

export interface AgreementRow extends AnyRow, DatedFields {
  id: string;
  title: string;
  parties: string[];
  status?: string;
}

export interface AllocationRow extends AnyRow {
  municipality: string;
  subject: string;
  year: number;
  value: number | null;
  printed?: string;
  item?: string;
}

export interface StatementRow extends AnyRow, ProvenanceFields {
  id: string;
  about: string[];
  subject: string;
  text: string;
  value?: string;
  date?: string;
  conflictsWith?: string[];
}
