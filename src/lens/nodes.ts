import type { Body } from '../bodies/model.js';
import { changeById } from '../changes/reads.js';
import type { Context } from '../context.js';
import { correctionById } from '../corrections/reads.js';
import { isMembershipId } from '../memberships/model.js';
import type { At, Lens } from './lens.js';
import type { BodyAt, NodeAt, PlaceAt, PrincipalAt } from './parents.js';

const KINDS = {
  COUNCIL: 'Council',
  FORUM: 'Forum',
  COMMITTEE: 'Committee',
  HEALTH_CLUSTER: 'HealthCluster',
  BOARD: 'Board',
  ORGANISATION: 'Organisation',
} as const;

export const typenameOfBody = (kind: Body['kind']) => KINDS[kind];

const at = <T>(row: T | null, lens: Lens): At<T> | null => row && { row, lens };

type Find = (context: Context, id: string, lens: Lens) => Promise<NodeAt | null>;

/** How a thing of each kind of id is found; the prefix of an id says what it is. */
const FINDERS: Readonly<Record<string, { typename: string; find: Find }>> = {
  person: { typename: 'Person', find: async ({ loaders }, id, lens) => at(await loaders.people(lens.knownAt).load(id), lens) },
  body: { typename: 'Body', find: async ({ loaders }, id, lens) => at(await loaders.bodies(lens.knownAt).load(id), lens) },
  municipality: { typename: 'Municipality', find: async ({ loaders }, id, lens) => at(await loaders.municipalities(lens.knownAt).load(id), lens) },
  region: { typename: 'Region', find: async ({ loaders }, id, lens) => at(await loaders.regions(lens.knownAt).load(id), lens) },
  party: { typename: 'Party', find: async ({ loaders }, id, lens) => at(await loaders.parties(lens.knownAt).load(id), lens) },
  term: { typename: 'Term', find: async ({ loaders }, id, lens) => at(await loaders.terms(lens.knownAt).load(id), lens) },
  name: { typename: 'Name', find: async ({ loaders }, id, lens) => at(await loaders.names(lens.knownAt).load(id), lens) },
  membership: { typename: 'Membership', find: async ({ loaders }, id, lens) => at(await loaders.memberships(lens.knownAt).load(id), lens) },
  appointment: { typename: 'Appointment', find: async ({ loaders }, id, lens) => at(await recordedAppointment(loaders, id, lens), lens) },
  affiliation: { typename: 'Affiliation', find: async ({ loaders }, id, lens) => at(await loaders.affiliations(lens.knownAt).load(id), lens) },
  doc: { typename: 'Document', find: async ({ loaders }, id, lens) => at(await loaders.documents(lens.knownAt).load(id), lens) },
  meeting: { typename: 'Meeting', find: async ({ loaders }, id, lens) => at(await loaders.meetings(lens.knownAt).load(id), lens) },
  correction: { typename: 'Correction', find: correctionById },
  change: { typename: 'Change', find: changeById },
  item: { typename: 'AgendaItem', find: async ({ loaders }, id, lens) => at(await loaders.items(lens.knownAt).load(id), lens) },
  decision: { typename: 'Decision', find: async ({ loaders }, id, lens) => at(await loaders.decisions(lens.knownAt).load(id), lens) },
  agreement: { typename: 'Agreement', find: async ({ loaders }, id, lens) => at(await loaders.agreements(lens.knownAt).load(id), lens) },
  allocation: { typename: 'Allocation', find: async ({ loaders }, id, lens) => at(await loaders.allocations(lens.knownAt).load(id), lens) },
  statement: { typename: 'Statement', find: async ({ loaders }, id, lens) => at(await loaders.statements(lens.knownAt).load(id), lens) },
};

const recordedAppointment = async (loaders: Context['loaders'], id: string, lens: Lens) => {
  const appointment = await loaders.appointments(lens.knownAt).load(id);
  return appointment?.recorded ? appointment : null;
};

export const isMunicipality = (id: string): boolean => id.startsWith('municipality:');
export const isParty = (id: string): boolean => id.startsWith('party:');

const finderOf = (id: string) => FINDERS[isMembershipId(id) ? 'membership' : id.slice(0, id.indexOf(':'))];

/** Any thing by its id; null where unknown. asOf hides nothing. */
export const nodeById = async (context: Context, id: string, lens: Lens): Promise<NodeAt | null> =>
  (await finderOf(id)?.find(context, id, lens)) ?? null;

/** The type of a thing, from its id and, for a body, its kind. */
export const typenameOf = ({ row }: NodeAt): string => {
  const typename = finderOf(row.id)?.typename ?? 'Node';
  return typename === 'Body' ? typenameOfBody((row as Body).kind) : typename;
};

const found = <T>(node: T | null, id: string): T => {
  if (!node) throw new Error(`${id} is referred to and not there`);
  return node;
};

/** A thing that the graph refers to. */
export const referred = async <T extends NodeAt>(context: Context, id: string, lens: Lens): Promise<T> =>
  found((await nodeById(context, id, lens)) as T | null, id);

export const bodyById = (context: Context, id: string, lens: Lens): Promise<BodyAt> => referred<BodyAt>(context, id, lens);
export const placeById = (context: Context, id: string, lens: Lens): Promise<PlaceAt> => referred<PlaceAt>(context, id, lens);
export const principalById = (context: Context, id: string, lens: Lens): Promise<PrincipalAt> => referred<PrincipalAt>(context, id, lens);
