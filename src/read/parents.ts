import type { Affiliation } from '../words/affiliations/model.js';
import type { Appointment, Tie } from '../words/appointments/model.js';
import type { Body } from '../words/bodies/model.js';
import type { Agreement } from '../words/agreements/model.js';
import type { Allocation } from '../words/allocations/model.js';
import type { Decision } from '../words/decisions/model.js';
import type { Change } from '../questions/changes/model.js';
import type { Correction } from '../questions/corrections/model.js';
import type { Document, Source } from '../words/documents/model.js';
import type { AgendaItem, Appearance, Meeting, Recommendation } from '../words/meetings/model.js';
import type { Seat } from '../words/memberships/model.js';
import type { Name } from '../words/names/model.js';
import type { Connection } from './page.js';
import type { Party } from '../words/parties/model.js';
import type { Person } from '../words/people/model.js';
import type { Place } from '../words/places/model.js';
import type { Relation } from '../words/relations/model.js';
import type { RepresentationAt } from '../questions/representations/model.js';
import type { SeatAllotment } from '../words/seats/model.js';
import type { StandIn } from '../words/stand-ins/model.js';
import type { Statement } from '../words/statements/model.js';
import type { Term } from '../words/terms/model.js';
import type { Bound } from '../time/interval.js';
import type { Dated } from '../record/dated.js';
import type { At, Lens } from './lens.js';

// What the resolvers of each type are given: a stored row and its lens.
export type PersonAt = At<Person>;
export type BodyAt = At<Body>;
export type PlaceAt = At<Place>;
export type PartyAt = At<Party>;
export type TermAt = At<Term>;
export type NameAt = At<Name>;
/** `listedBy` is the lens of the history that lists a version. */
export type MembershipAt = At<Seat> & { listedBy?: Lens };
export type StandInAt = At<StandIn>;
export type AppointmentAt = At<Appointment>;
export type TieAt = At<Tie>;
export type AffiliationAt = At<Affiliation>;
export type RelationAt = At<Relation>;
export type SeatAllotmentAt = At<SeatAllotment>;
export type DocumentAt = At<Document>;
export type SourceAt = At<Source>;
export type MeetingAt = At<Meeting>;
export type AgendaItemAt = At<AgendaItem>;
export type RecommendationAt = At<Recommendation>;
export type AppearanceAt = At<Appearance>;
export type DecisionAt = At<Decision>;
export type AgreementAt = At<Agreement>;
export type AllocationAt = At<Allocation>;
export type StatementAt = At<Statement>;
export type ChangeAt = At<Change>;
export type CorrectionAt = At<Correction>;
export type DatedAt = At<Dated>;

export type PrincipalAt = BodyAt | PlaceAt | PartyAt;
export type BoundAt = At<Bound>;

/** Anything with an id. */
export type NodeAt = At<{ id: string }>;

export type PersonConnectionAt = Connection<PersonAt>;
export type BodyConnectionAt = Connection<BodyAt>;
export type MunicipalityConnectionAt = Connection<PlaceAt>;
export type PartyConnectionAt = Connection<PartyAt>;
export type MembershipConnectionAt = Connection<MembershipAt> & { peopleCount: () => number | Promise<number> };
export type RepresentationConnectionAt = Connection<RepresentationAt>;
export type MeetingConnectionAt = Connection<MeetingAt>;
export type DocumentConnectionAt = Connection<DocumentAt>;
export type DecisionConnectionAt = Connection<DecisionAt>;
export type AgreementConnectionAt = Connection<AgreementAt>;
export type AllocationConnectionAt = Connection<AllocationAt>;
export type StatementConnectionAt = Connection<StatementAt>;
export type ChangeConnectionAt = Connection<ChangeAt>;
export type CorrectionConnectionAt = Connection<CorrectionAt>;
