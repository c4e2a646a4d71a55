import * as queries from '../../generated/queries.js';
import type { Reader } from '../../graph/port.js';
import { nodeLoader } from '../../read/node-loader.js';
import { inBatches } from '../../record/batches.js';
import { EVER } from '../../time/in-force.js';
import { OFFICES, type Rule } from './model.js';
import type { Circumstances } from './rules.js';

type Offices = Omit<Circumstances, 'b' | 'elsewhere'>;

/** The ids of the bodies that rules give seats in. */
export const ruledBodies = async (reader: Reader, rules: readonly Rule[]): Promise<string[]> => {
  const kinds = [...new Set(rules.flatMap(({ kind }) => kind ?? []))];
  const ofKinds = kinds.length ? await reader.read(queries.rules.bodyIds, { kinds }) : [];
  return [...new Set([...rules.flatMap(({ body }) => body ?? []), ...ofKinds.map(({ id }) => id)])];
};

/** What the rules for bodies are about. */
export const readCircumstances = async (reader: Reader, rules: readonly Rule[], knownAt: number, ids: readonly string[]): Promise<Circumstances[]> => {
  const loaded = await nodeLoader(reader, queries.bodies.byIds, 'b')(knownAt).loadMany([...ids]);
  const bodies = new Map(loaded.flatMap((b) => (b && !(b instanceof Error) ? [[b.id, b]] : [])));
  const councils = bodies.size ? [...new Set(rules.flatMap(({ council }) => council ?? []))] : [];
  const others = councils.length ? await reader.read(queries.memberships.byBodyIds, { ids: councils, ...EVER, knownAt }) : [];
  const held = others.flatMap(({ members }) => members.map(({ m }) => m.id));
  const elsewhere = held.length ? (await reader.read(queries.memberships.byIds, { ids: held, knownAt })).map(({ m }) => m) : [];
  const found: Offices[] = [];
  await inBatches([...bodies.keys()].sort(), async (some) => {
    found.push(...(await reader.read(queries.rules.officesByBodyIds, { ids: some, offices: [...OFFICES], knownAt })));
  });
  return found.flatMap((one) => {
    const b = bodies.get(one.id);
    return b ? [{ ...one, b, elsewhere }] : [];
  });
};
