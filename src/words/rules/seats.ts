import { appointmentId } from '../appointments/model.js';
import * as queries from '../../generated/queries.js';
import type { Reader } from '../../graph/port.js';
import { nodeLoader } from '../../read/node-loader.js';
import { boundBy } from '../memberships/bounds.js';
import { readSurroundings } from '../memberships/surroundings.js';
import type { EdgeElement, Elements, NodeElement } from '../../write/elements.js';
import { NOW, isVisible } from '../../record/time.js';
import { inBatches } from '../../write/transaction.js';
import type { Written } from '../../write/versions.js';
import { compileRow, tie } from '../../write/compile.js';
import { link } from '../../write/make.js';
import { EVER } from '../../time/in-force.js';
import { OFFICES, type Rule } from './model.js';
import { type Circumstances, type GivenSeat, givenSeats, statedAs } from './rules.js';

type Offices = Omit<Circumstances, 'b' | 'elsewhere'>;

/** What the rules for bodies are about; `among`: only bodies that it names. */
export const readCircumstances = async (
  reader: Reader,
  rules: readonly Rule[],
  knownAt: number,
  among: (id: string) => boolean = () => true,
): Promise<Circumstances[]> => {
  const kinds = [...new Set(rules.flatMap(({ kind }) => kind ?? []))];
  const ofKinds = kinds.length ? await reader.read(queries.rules.bodyIds, { kinds }) : [];
  const named = [...rules.flatMap(({ body }) => body ?? []), ...ofKinds.map(({ id }) => id)].filter(among);
  const bodies = new Map(
    (await nodeLoader(reader, queries.bodies.byIds, 'b')(knownAt).loadMany([...new Set(named)])).flatMap((b) =>
      b && !(b instanceof Error) ? [[b.id, b]] : [],
    ),
  );
  const councils = bodies.size ? [...new Set(rules.flatMap(({ council }) => council ?? []))] : [];
  const others = councils.length ? await reader.read(queries.memberships.byBodyIds, { ids: councils, ...EVER, knownAt }) : [];
  const elsewhere = (await reader.read(queries.memberships.byIds, { ids: others.flatMap(({ members }) => members.map(({ m }) => m.id)), knownAt })).map(
    ({ m }) => m,
  );
  const found: Offices[] = [];
  await inBatches([...bodies.keys()].sort(), async (ids) => {
    found.push(...(await reader.read(queries.rules.officesByBodyIds, { ids, offices: OFFICES, knownAt })));
  });
  return found.flatMap((one) => {
    const b = bodies.get(one.id);
    return b ? [{ ...one, b, elsewhere }] : [];
  });
};

const elementsOf = ({ id, rule, cause, body, interval, standsBehind }: GivenSeat): Elements => {
  const how = { basis: 'DERIVED' as const, reason: rule.sentence, sources: [...new Set([...rule.sources, ...cause.sources])].sort() };
  const dates = statedAs(interval);
  const { nodes, edges } = compileRow('memberships', {
    id,
    person: cause.person,
    body,
    role: rule.role,
    ...dates,
    ...how,
    ...(dates.from && { fromBasis: 'DERIVED' }),
    ...(dates.until && { untilBasis: 'DERIVED' }),
    appointment: { exOfficio: rule.sentence, ...how },
    restsOn: [{ on: cause.id, ...how }],
  } as never);
  const principals = standsBehind.map((seat) => tie('SUBSTITUTE_FOR', appointmentId(id), appointmentId(seat), how));
  return { nodes, edges: [...edges, link('GIVEN_BY', appointmentId(id), rule.id), ...principals] };
};

/** What is recorded of the seats that rules give. */
const presentElements = async (reader: Reader): Promise<Elements> => {
  const seats = await reader.read(queries.rules.givenSeats, { knownAt: NOW });
  const present: Elements = { nodes: [], edges: [] };
  for (const { rule, m } of seats) {
    const id = appointmentId(m.id);
    const seat: EdgeElement = { type: 'MEMBER_OF', id: m.id, fromId: m.person, toId: m.body, properties: {} };
    present.nodes.push({ label: 'Appointment', id, properties: {} });
    present.edges.push(seat, link('OF', id, m.person), link('TO', id, m.body), link('GIVEN_BY', id, rule));
  }
  await inBatches(
    present.nodes.map(({ id }) => id),
    async (ids) => {
      for (const { ties } of await reader.read(queries.appointments.tiesByIds, { ids, knownAt: NOW }))
        present.edges.push(...ties.map(({ t }): EdgeElement => ({ type: t.tie, id: t.id, fromId: t.fromId, toId: t.toId, properties: {} })));
    },
  );
  return present;
};

/** The seats that the rules give, as recorded now: what is to be written, a list of edges for each seat, and what is to be retracted. */
export interface Given {
  nodes: Written<NodeElement>[];
  rows: Written<EdgeElement>[][];
  gone: Elements;
}

export const readGiven = async (reader: Reader): Promise<Given> => {
  const rules = (await reader.read(queries.rules.all, {})).map(({ r }) => r).filter((rule) => isVisible(rule, NOW));
  const given = (await readCircumstances(reader, rules, NOW)).flatMap((one) => givenSeats(rules, one));
  const elements = given.map(elementsOf);
  const coming = { nodes: elements.flatMap(({ nodes }) => nodes), edges: elements.flatMap(({ edges }) => edges), gone: new Set<string>() };
  const withBounds = await boundBy(readSurroundings(reader, coming), coming.edges);
  const kept = new Set([...coming.nodes, ...coming.edges].map(({ id }) => id));
  const present = await presentElements(reader);
  return {
    nodes: coming.nodes.map((element) => ({ element, because: 'DERIVED' })),
    rows: elements.map(({ edges }) => edges.map((element) => ({ element: withBounds(element), because: 'DERIVED' }))),
    gone: { nodes: present.nodes.filter(({ id }) => !kept.has(id)), edges: present.edges.filter(({ id }) => !kept.has(id)) },
  };
};
