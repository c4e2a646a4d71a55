import { identifiersOf } from '../../words/identifiers/definition.js';
import { type NameKind, type NamedRow, namesOf } from '../../words/names/definition.js';
import type { Fields, Thing } from '../draft.js';
import { SCHEME_AND_VALUE } from './identifying.js';
import { LISTS, TEXT, callingsOf, isDatedKind, itemsOf } from './naming.js';

/** A name or identifier, which is a part of what bears it. */
export interface Part {
  thing: Thing;
  list: string;
  item: Fields;
  keys: readonly string[];
  isDated: boolean;
}

const PART = /^(?:name|identifier):((?:person|body|party|municipality|region):[^:]+):/;

/** The id of what bears a name or identifier of an id; null: it is none of these. */
export const bearerIn = (id: string): string | null => PART.exec(id)?.[1] ?? null;

type Listed = Omit<Part, 'thing'>;

const namesIn = (thing: Thing): Listed[] =>
  (Object.entries(LISTS) as [NameKind, string][]).flatMap(([kind, list]) =>
    callingsOf(thing, list).map((item) => ({ list, item, keys: TEXT, isDated: isDatedKind(kind) })),
  );

/** The name or identifier of a thing that has an id; null: there is none. */
export const partOf = (thing: Thing, id: string): Part | null => {
  const row = { ...thing.fields, id: thing.id } as unknown as NamedRow;
  const isName = id.startsWith('name:');
  const nodes = isName ? namesOf(row).elements.nodes : identifiersOf(row).nodes;
  const listed = isName
    ? namesIn(thing)
    : itemsOf(thing.fields, 'identifiers').map((item) => ({ list: 'identifiers', item, keys: SCHEME_AND_VALUE, isDated: true }));
  const at = nodes.findIndex((node) => node.id === (isName ? `name:${thing.id}:` : `identifier:${thing.id}:`) + id.split(':').slice(3).join(':'));
  return at < 0 ? null : { thing, ...(listed[at] as Listed) };
};
