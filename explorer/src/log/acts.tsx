import { type ActInput, RecordedsDocument } from '../generated/graphql';
import { sayVersion } from '../parts/version';
import { useAnswer } from '../ask';
import { logWords } from '../words/log';
import { sayOwn } from './values';
import { ownPart } from '../ids';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The kind of an act, and what it says. */
interface Act {
  kind: keyof ActInput;
  fields: Json;
}

const MOST_ACTS = 4;
const MOST_IDS = 500;
const ID = /^[a-z-]+:[^\s]+$/;

/** The acts of an entry, as they were given. */
export const actsOf = (acts: unknown): Act[] =>
  (acts as Record<string, Json>[]).flatMap((act) => Object.entries(act).map(([kind, fields]) => ({ kind: kind as keyof ActInput, fields })));

export const hasSource = ({ fields }: Act): boolean => typeof fields === 'object' && fields !== null && 'source' in fields && fields.source !== null;

/** What is said where, and what the page alone needs, is not told again. */
const UNTOLD = ['source', 'id', 'gender', 'identifiers', 'because'];

const valuesOf = (json: Json, name = ''): { name: string; value: string }[] => {
  if (json === true && name === 'unknown') return [{ name, value: 'true' }];
  if (json === null || typeof json === 'boolean') return [];
  if (typeof json !== 'object') return [{ name, value: String(json) }];
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap((one) => valuesOf(one, name));
  const isRef = 'id' in json && Object.keys(json).length === 1;
  return Object.entries(json).flatMap(([key, value]) => (UNTOLD.includes(key) && !isRef ? [] : valuesOf(value as Json, key)));
};

const idsIn = (all: readonly Act[]): string[] => [
  ...new Set(all.flatMap(({ fields }) => valuesOf(fields).flatMap(({ value }) => (ID.test(value) ? [value] : [])))),
];

/** Says acts in words, with the names of the things that they name. */
export const useSayActs = (entries: readonly { acts: unknown }[]): ((acts: unknown, most?: number) => string[]) => {
  const ids = idsIn(entries.flatMap(({ acts }) => actsOf(acts))).slice(0, MOST_IDS);
  const { data } = useAnswer(RecordedsDocument, ids.length > 0 ? { ids } : null);
  const names = new Map((data?.nodes ?? []).flatMap((node) => (node ? [[node.id, sayVersion(node, null)] as const] : [])));
  const sayValue = ({ name, value }: { name: string; value: string }): string => {
    const said = sayOwn(name, value);
    if (said) return said;
    return ID.test(value) && !value.startsWith('http') ? (names.get(value) ?? ownPart(value)) : value;
  };
  return (acts, most = MOST_ACTS) => {
    const all = actsOf(acts);
    const told = all.slice(0, most).map(({ kind, fields }) => `${logWords.value.act[kind]}: ${valuesOf(fields).map(sayValue).join(', ')}`);
    return all.length > most ? [...told, logWords.value.others(all.length - most)] : told;
  };
};

/** Acts in words, one a line. */
export const Acts = ({ lines }: { lines: readonly string[] }) => (
  <ul class="plain">
    {lines.map((line, at) => (
      <li key={at}>{line}</li>
    ))}
  </ul>
);
