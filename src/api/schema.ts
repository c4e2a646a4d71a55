import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import * as affiliations from '../words/affiliations/resolvers.js';
import * as agreements from '../words/agreements/resolvers.js';
import * as allocations from '../words/allocations/resolvers.js';
import * as appointments from '../words/appointments/resolvers.js';
import * as bodies from '../words/bodies/resolvers.js';
import { spendOnLists } from './budget.js';
import * as changes from '../questions/changes/resolvers.js';
import * as colleagues from '../questions/colleagues/resolvers.js';
import * as composition from '../questions/composition/resolvers.js';
import * as consequences from '../questions/consequences/resolvers.js';
import * as corrections from '../questions/corrections/resolvers.js';
import * as decisions from '../words/decisions/resolvers.js';
import * as documents from '../words/documents/resolvers.js';
import * as entitlements from '../questions/entitlements/resolvers.js';
import type { Resolvers } from '../generated/api.js';
import { typeDefs } from '../generated/schema.js';
import * as integrity from '../questions/integrity/resolvers.js';
import * as lineage from '../questions/lineage/resolvers.js';
import * as meetings from '../words/meetings/resolvers.js';
import * as memberships from '../words/memberships/resolvers.js';
import * as names from '../words/names/resolvers.js';
import * as node from './node.js';
import * as parties from '../words/parties/resolvers.js';
import * as paths from '../questions/paths/resolvers.js';
import * as people from '../words/people/resolvers.js';
import * as places from '../words/places/resolvers.js';
import * as relations from '../words/relations/resolvers.js';
import * as representations from '../questions/representations/resolvers.js';
import { scalars } from './scalars.js';
import * as search from '../questions/search/resolvers.js';
import * as seats from '../words/seats/resolvers.js';
import * as standIns from '../words/stand-ins/resolvers.js';
import * as statements from '../words/statements/resolvers.js';
import * as terms from '../words/terms/resolvers.js';
import * as time from '../read/dated-fields.js';
import * as turnover from '../questions/turnover/resolvers.js';

export { contextFor, type Context } from '../read/context.js';

/** What each of the six kinds of body answers. */
const bodyFields = { ...bodies.bodyFields, ...turnover.bodyFields, ...changes.bodyFields, ...lineage.bodyFields, ...composition.bodyFields };

const resolvers: Resolvers = {
  ...scalars,
  Query: {
    ...node.Query,
    ...people.Query,
    ...bodies.Query,
    ...places.Query,
    ...parties.Query,
    ...representations.Query,
    ...search.Query,
    ...meetings.Query,
    ...documents.Query,
    ...decisions.Query,
    ...agreements.Query,
    ...allocations.Query,
    ...statements.Query,
    ...paths.Query,
    ...changes.Query,
    ...consequences.Query,
    ...corrections.Query,
    ...integrity.Query,
    ...composition.Query,
  },
  Node: node.Node,
  Principal: node.Principal,
  Body: bodies.Body,
  Council: bodyFields,
  Forum: bodyFields,
  Committee: bodyFields,
  HealthCluster: bodyFields,
  Board: bodyFields,
  Organisation: bodyFields,
  Person: { ...people.Person, ...colleagues.Person, ...turnover.Person },
  Affiliation: affiliations.Affiliation,
  Municipality: { ...places.Municipality, ...turnover.principalFields },
  Region: { ...places.Region, ...turnover.principalFields },
  Party: { ...parties.Party, ...turnover.principalFields },
  Membership: { ...memberships.Membership, ...standIns.Membership },
  StandIn: standIns.StandIn,
  Appointment: appointments.Appointment,
  Tie: appointments.Tie,
  Footing: appointments.Footing,
  Representation: representations.Representation,
  Relation: relations.Relation,
  Succession: relations.Succession,
  SeatAllotment: seats.SeatAllotment,
  Term: terms.Term,
  Name: names.Name,
  Composition: { ...composition.Composition, ...entitlements.Composition },
  PartyEntitlement: entitlements.PartyEntitlement,
  Vacancy: composition.Vacancy,
  Change: changes.Change,
  Correction: corrections.Correction,
  Interval: time.Interval,
  Bound: time.Bound,
  Finding: integrity.Finding,
  Meeting: meetings.Meeting,
  AgendaItem: meetings.AgendaItem,
  Recommendation: decisions.Recommendation,
  Decision: decisions.Decision,
  Appearance: meetings.Appearance,
  Agreement: agreements.Agreement,
  Allocation: allocations.Allocation,
  Statement: statements.Statement,
  Document: documents.Document,
  Source: documents.Source,
};

/** The API: the SDL of `schema/` with its resolvers. */
export const schema: GraphQLSchema = spendOnLists(
  makeExecutableSchema({ typeDefs, resolvers, resolverValidationOptions: { requireResolversToMatchSchema: 'error' } }),
);
