import type { Graph } from '../src/graph/port.js';
import { type World, ask } from './world.js';

const S = ['source:1'];

/** A seat `m-<name>`: who and where it is, unless it says otherwise, a member of the council. */
export const seat = (name: string, person: string, dates: object, more: object = {}) => ({
  id: `membership:${name}`,
  person: `person:${person}`,
  body: 'body:council',
  role: 'MEMBER',
  ...dates,
  sources: S,
  ...more,
});

export const seen = (...days: string[]) => days.map((on) => ({ on, in: 'doc:1' }));

export const replaces = (name: string) => ({ appointment: { replaces: { membership: `membership:${name}`, sources: S }, sources: S } });

export const term = (year: number, dates: object) => ({ id: `term:council-${year}`, body: 'body:council', name: `Term ${year}`, ...dates, sources: S });

export const row = (id: string, fields: object) => ({ id, ...fields, sources: S });

/** Two terms of four years that turn on a day. */
export const TERMS = [term(2018, { from: '2018-01-01', until: '2022-01-01' }), term(2022, { from: '2022-01-01', until: '2026-01-01' })];

interface Row {
  id: string;
}

/** A council with seats, and the people who hold them; more rows of other words. */
export const council = (
  memberships: readonly { person: string }[],
  { people = [], bodies = [], ...more }: Readonly<Record<string, readonly Row[]>> = {},
): World => {
  const holders = [...new Set(memberships.map(({ person }) => person))].filter((id) => !people.some((one) => one.id === id));
  return {
    documents: [
      { id: 'doc:1', title: 'Minutes', kind: 'minutes' },
      { id: 'doc:list', title: 'Members', kind: 'list', date: '2021-03-01' },
    ],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    memberships,
    ...more,
    people: [...holders.map((id) => row(id, { name: id.slice('person:'.length) })), ...people],
    bodies: [row('body:council', { kind: 'COUNCIL', name: 'Council' }), ...bodies],
  };
};

interface Listed {
  id: string;
  kind: string;
  certainty: string;
  earliest: string | null;
  latest: string;
  told: boolean;
  person: { id: string } | null;
  body: { id: string } | null;
  before: { id: string } | null;
  with: { id: string } | null;
}

const short = (one: { id: string } | null): string => one?.id.slice(one.id.indexOf(':') + 1) ?? '';

/** An event as a line: its days (one where it is known), what it is called, who, where with whom, and what was before. */
const lineOf = ({ kind, earliest, latest, told, person, body, before, with: thing }: Listed): string =>
  [
    earliest === latest ? latest : `${earliest ?? ''}..${latest}`,
    kind,
    short(person) || short(body),
    ...(thing ? [short(thing)] : []),
    ...(before ? [`< ${short(before)}`] : []),
    ...(told ? [] : ['untold']),
  ].join(' ');

export const FIELDS = 'id kind certainty earliest latest told person { id } body { id } before { id } with { id }';

/** The events of a period as lines, in their order. */
export const eventsIn = async (
  graph: Graph,
  { from = '0001-01-01', until = '9999-12-31', ...more }: { from?: string; until?: string; untold?: boolean; filter?: string; knownAt?: string } = {},
): Promise<string[]> => {
  const { untold = false, filter = '{}', knownAt = null } = more;
  const query = `query($k: DateTime) { events(from: "${from}", until: "${until}", untold: ${untold}, filter: ${filter}, first: 200, knownAt: $k) { nodes { ${FIELDS} } } }`;
  return ((await ask(graph, query, { k: knownAt })).events.nodes as Listed[]).map(lineOf);
};
