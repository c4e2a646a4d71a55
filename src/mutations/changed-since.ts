import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { type EdgeElement, endsOf } from '../record/elements.js';
import type { Actor } from '../record/actor.js';
import type { Revision } from '../record/revision.js';
import { NEVER, NOW } from '../record/time.js';
import { nodeIdOf } from '../words/appointments/ids.js';
import { SINGLE_ROLES } from '../words/conflicts/rules.js';
import { written } from '../words/entries/subjects.js';
import type { Role } from '../words/memberships/roles.js';
import { compile } from '../write/rows.js';
import type { Draft, Fields, Thing } from './draft.js';
import { type Problem, problemOf } from './problems.js';

/** Where an act stands in its entry, and what it names. */
export interface Naming {
  path: readonly string[];
  ids: readonly string[];
}

type Times = { recordedAt: number; retractedAt: number } & { id: string };

const isAnew = ({ recordedAt, retractedAt }: Times, since: number): boolean => recordedAt > since || (retractedAt !== NEVER && retractedAt > since);

const edgesOf = ({ id, word, fields }: Thing): EdgeElement[] => compile({ word, row: fields as never }).edges.filter((edge) => edge.id === id);

/** Those of some things of which there is another version since a time. */
const anewOf = async (draft: Draft, ids: readonly string[], since: number): Promise<string[]> => {
  const { reader } = draft;
  const edges = ids.flatMap((id) => draft.before(id) ?? []).flatMap(edgesOf);
  const nodes = (await reader.read(queries.record.nodes, { ids: ids.map(nodeIdOf) })).map(({ n }) => n as unknown as Times);
  const present = edges.length > 0 ? await reader.read(queries.record.edges, { edges: edges.map(endsOf), never: NEVER }) : [];
  const anew = new Set([...nodes, ...present.map(({ r }) => r as unknown as Times)].flatMap((one) => (isAnew(one, since) ? [one.id] : [])));
  return ids.filter((id) => anew.has(id) || anew.has(nodeIdOf(id)));
};

/** Whether one person at a time holds what a seat is in. */
const isOfOne = (draft: Draft, { body, role, office }: Fields): boolean => {
  if (typeof office === 'string') return (draft.thing(office)?.fields['holders'] ?? 1) === 1;
  const several = (draft.thing(body as string)?.fields['several'] ?? []) as Role[];
  return SINGLE_ROLES.includes(role as Role) && !several.includes(role as Role);
};

/** Seats that others have in the offices that an entry fills, which one person holds at a time. */
const rivalsOf = async (draft: Draft, pathOf: (act: number) => readonly string[]): Promise<Naming[]> => {
  const made = [...draft.said()].filter(({ id, word }) => word === 'memberships' && draft.before(id) === null);
  await draft.load(made.flatMap(({ fields: { body, office } }) => [body, office].filter((id) => typeof id === 'string')));
  const filled = made.filter(({ fields }) => isOfOne(draft, fields));
  if (filled.length === 0) return [];
  const ids = [...new Set(filled.map(({ fields }) => fields['body'] as string))];
  const seats = (await draft.reader.read(queries.memberships.singleByBodyIds, { ids, roles: [...SINGLE_ROLES], knownAt: NOW })).flatMap((row) => row.seats);
  const rivals = filled.map(({ id, fields }) => {
    const others = seats.filter(({ m }) => m.body === fields['body'] && m.role === fields['role'] && m.office === (fields['office'] ?? null));
    return { path: pathOf(draft.actsOf(id)[0] ?? 0), ids: others.map(({ m }) => m.id) };
  });
  await draft.load(rivals.flatMap((one) => one.ids));
  return rivals;
};

const nameOf = (actor: string): string => {
  const { id, name } = JSON.parse(actor) as Actor;
  return name ?? id;
};

/** By whom a thing was recorded anew since a revision, and in which entries. */
const whoDid = async (reader: Reader, id: string, seen: number): Promise<{ given: string; entries: string[] }> => {
  const entries = (await reader.read(queries.entries.laterOn, { subjects: [written(id)], number: 0 })).map(({ e }) => e);
  const since = entries.filter(({ revision }) => revision > seen);
  const who = [...new Set(since.map(({ actor }) => nameOf(actor)))];
  return { given: `recorded anew since by ${who.length > 0 ? who.join(' and ') : 'a data set or by rule'}`, entries: since.map(({ id: one }) => one) };
};

/** What acts name, and who holds the offices for one that they fill, that was recorded anew since a revision: warnings of who did. */
export const changedSince = async (draft: Draft, seen: number, last: Revision, naming: readonly Naming[]): Promise<Problem[]> => {
  if (seen >= last.number) return [];
  const since = (await draft.reader.read(queries.record.timeOf, { number: seen }))[0]?.at ?? 0;
  const all = [...naming, ...(await rivalsOf(draft, (act) => naming[act]?.path ?? []))].map(({ path, ids }) => ({ path, ids: ids.map(draft.idOf) }));
  const anew = await anewOf(draft, [...new Set(all.flatMap(({ ids }) => ids))], since);
  const who = new Map(await Promise.all(anew.map(async (id) => [id, await whoDid(draft.reader, id, seen)] as const)));
  return all.flatMap(({ path, ids }) =>
    [...new Set(ids)].flatMap((id): Problem[] => {
      const by = who.get(id);
      if (!by) return [];
      const required = `${id} as it was at revision ${seen}`;
      return [problemOf({ code: 'CHANGED_SINCE', severity: 'WARNING', path, required, given: by.given, things: [id, ...by.entries] })];
    }),
  );
};
