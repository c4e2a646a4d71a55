import type { Body } from '../words/bodies/model.js';
import { changeById } from '../questions/changes/reads.js';
import type { Context } from './context.js';
import { correctionById } from '../questions/corrections/reads.js';
import { isMembershipId } from '../words/memberships/model.js';
import type { NodeLoader, StoredNode } from './node-loader.js';
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

type MaybePromise<T> = T | Promise<T>;
type Loaders = Context['loaders'];
type Find = (context: Context, id: string, lens: Lens) => MaybePromise<NodeAt | null>;
interface Finder {
  typename: string;
  find: Find;
}

/** By a loader of nodes. */
const nodes = (typename: string, loaderIn: (loaders: Loaders) => NodeLoader<StoredNode>): Finder => ({
  typename,
  find: ({ loaders }, id, lens) => {
    const found = loaderIn(loaders)(lens.knownAt).find(id);
    return found instanceof Promise ? found.then((row) => at(row, lens)) : at(found, lens);
  },
});

/** By a loader of dated edges. */
const edges = (typename: string, loaderIn: (loaders: Loaders) => (knownAt: number) => { load: (id: string) => Promise<{ id: string } | null> }): Finder => ({
  typename,
  find: async ({ loaders }, id, lens) => at(await loaderIn(loaders)(lens.knownAt).load(id), lens),
});

/** How a thing of each kind of id is found; the prefix of an id says what it is. */
const FINDERS: Readonly<Record<string, Finder>> = {
  person: nodes('Person', ({ people }) => people),
  body: nodes('Body', ({ bodies }) => bodies),
  municipality: nodes('Municipality', ({ municipalities }) => municipalities),
  region: nodes('Region', ({ regions }) => regions),
  party: nodes('Party', ({ parties }) => parties),
  term: nodes('Term', ({ terms }) => terms),
  name: nodes('Name', ({ names }) => names),
  membership: edges('Membership', ({ memberships }) => memberships),
  appointment: { typename: 'Appointment', find: async ({ loaders }, id, lens) => at(await recordedAppointment(loaders, id, lens), lens) },
  affiliation: edges('Affiliation', ({ affiliations }) => affiliations),
  doc: nodes('Document', ({ documents }) => documents),
  meeting: nodes('Meeting', ({ meetings }) => meetings),
  correction: { typename: 'Correction', find: correctionById },
  change: { typename: 'Change', find: changeById },
  item: nodes('AgendaItem', ({ items }) => items),
  decision: nodes('Decision', ({ decisions }) => decisions),
  agreement: nodes('Agreement', ({ agreements }) => agreements),
  allocation: nodes('Allocation', ({ allocations }) => allocations),
  statement: nodes('Statement', ({ statements }) => statements),
};

const recordedAppointment = async (loaders: Loaders, id: string, lens: Lens) => {
  const appointment = await loaders.appointments(lens.knownAt).load(id);
  return appointment?.recorded ? appointment : null;
};

export const isMunicipality = (id: string): boolean => id.startsWith('municipality:');
export const isParty = (id: string): boolean => id.startsWith('party:');

const finderOf = (id: string) => FINDERS[isMembershipId(id) ? 'membership' : id.slice(0, id.indexOf(':'))];

/** Any thing by its id; null where unknown. asOf hides nothing. */
export const nodeById = (context: Context, id: string, lens: Lens): MaybePromise<NodeAt | null> => finderOf(id)?.find(context, id, lens) ?? null;

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
export const referred = <T extends NodeAt>(context: Context, id: string, lens: Lens): MaybePromise<T> => {
  const node = nodeById(context, id, lens) as MaybePromise<T | null>;
  return node instanceof Promise ? node.then((one) => found(one, id)) : found(node, id);
};

export const bodyById = (context: Context, id: string, lens: Lens): MaybePromise<BodyAt> => referred<BodyAt>(context, id, lens);
export const placeById = (context: Context, id: string, lens: Lens): MaybePromise<PlaceAt> => referred<PlaceAt>(context, id, lens);
export const principalById = (context: Context, id: string, lens: Lens): MaybePromise<PrincipalAt> => referred<PrincipalAt>(context, id, lens);
