import type { Query, Reader } from '../graph/port.js';
import { EVER, type Window } from '../time/in-force.js';
import { Batched } from './at-hand.js';
import { type Lens, windowOf } from './lens.js';

/** Which versions of dated edges a list holds: those recorded at `knownAt` that are possible in `window`. */
export interface Scope {
  knownAt: number;
  window: Window;
}

export interface ScopeArguments {
  all?: boolean | null;
  during?: { from: string; until: string } | null;
}

const ofDay = new WeakMap<Lens, Scope>();

/** The lens's day, or the period asked for, or all time. Of the same lens it is the same one. */
export const scopeOf = (lens: Lens, { all, during }: ScopeArguments = {}): Scope => {
  if (during) return { knownAt: lens.knownAt, window: { start: during.from, end: during.until } };
  if (all) return { knownAt: lens.knownAt, window: EVER };
  const scope = ofDay.get(lens) ?? { knownAt: lens.knownAt, window: windowOf(lens) };
  ofDay.set(lens, scope);
  return scope;
};

/** One loader for each state of the record, or for each scope: loaders live as long as a request. */
export const perScope = <S extends Scope | number, L>(make: (scope: S) => L): ((scope: S) => L) => {
  const made = new Map<string | number, L>();
  let last: { scope: S; loader: L } | null = null;
  return (scope) => {
    if (last?.scope === scope) return last.loader;
    const key = typeof scope === 'number' ? scope : `${scope.knownAt} ${scope.window.start} ${scope.window.end}`;
    const loader = made.get(key) ?? make(scope);
    made.set(key, loader);
    last = { scope, loader };
    return loader;
  };
};

/** One loader for each scope and list of what else narrows it. */
export const perScopeAnd = <A, V>(make: (scope: Scope, narrowed: readonly A[]) => Batched<V>): ((scope: Scope, narrowed: readonly A[]) => Batched<V>) => {
  const made = new Map<string, (scope: Scope) => Batched<V>>();
  return (scope, narrowed) => {
    const key = narrowed.join();
    const loaders = made.get(key) ?? perScope((one: Scope) => make(one, narrowed));
    made.set(key, loaders);
    return loaders(scope);
  };
};

export const batched = <V>(load: (ids: string[]) => Promise<V[]>): Batched<V> => new Batched(load);

/** What a batch query found, in the order of the ids. */
export const inOrder = <R extends { id: string }, V>(ids: readonly string[], rows: readonly R[], value: (row: R) => V, none: V): V[] => {
  const found = new Map(rows.map((row) => [row.id, value(row)]));
  return ids.map((id) => found.get(id) ?? none);
};

/** What hangs on things, as recorded. */
export const recordedLoader = <R extends { id: string }, V>(
  reader: Reader,
  query: Query<'read', { ids: string[]; knownAt: number }, R>,
  value: (row: R, knownAt: number) => V,
  none: V,
): ((knownAt: number) => Batched<V>) =>
  perScope((knownAt: number) => batched(async (ids) => inOrder(ids, await reader.read(query, { ids, knownAt }), (row) => value(row, knownAt), none)));

/** What hangs on things in a scope. */
export const scopedLoader = <R extends { id: string }, V>(
  reader: Reader,
  query: Query<'read', { ids: string[]; start: string; end: string; knownAt: number }, R>,
  value: (row: R, knownAt: number) => V,
  none: V,
): ((scope: Scope) => Batched<V>) =>
  perScope(({ knownAt, window }: Scope) =>
    batched(async (ids) => inOrder(ids, await reader.read(query, { ids, ...window, knownAt }), (row) => value(row, knownAt), none)),
  );

/** Reads things with the lists that are asked along with them, in one query: the loaders of these have them afterwards. It gives nothing itself. */
export const prefetch = <R>(
  reader: Reader,
  query: Query<'read', { ids: string[]; start: string; end: string; knownAt: number }, R>,
  keep: (rows: R[], scope: Scope, ids: readonly string[]) => void,
): ((scope: Scope) => Batched<null>) =>
  perScope((scope: Scope) =>
    batched<null>(async (ids) => {
      keep(await reader.read(query, { ids, ...scope.window, knownAt: scope.knownAt }), scope, ids);
      return ids.map(() => null);
    }),
  );
