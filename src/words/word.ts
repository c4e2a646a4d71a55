import Type, { type Static, type TObject, type TProperties, type TString } from 'typebox';
import type { EdgeElement, Elements, NodeElement } from '../record/elements.js';
import type { Recorded } from '../record/model.js';
import type { Stated } from '../time/stated.js';

/** What every row carries. */
export interface AnyRow {
  id: string;
}

/** What is stored of a node or edge, without its recorded time. */
export type Columns<T extends { columns: TObject }> = Static<T['columns']>;

/** A node or edge as it is stored. */
export type Stored<T extends { columns: TObject }> = Columns<T> & Recorded;

type Own<P extends TProperties, Given extends string> = Omit<Static<TObject<P>>, Given>;

/** A kind of node: its columns are all that is stored of it. */
export interface NodeType<P extends TProperties = TProperties> {
  readonly label: string;
  readonly columns: TObject<{ id: TString } & P>;
  /** Labels beside its own. */
  readonly also: readonly string[];
  /** Columns, beside `id`, by which nodes are found or in whose order they are read. */
  readonly indexes: readonly string[];
  /** It only says how another thing came about, is called or is known, and is corrected with that. */
  readonly part: boolean;
  of(id: string, properties: Own<P, 'id'>): NodeElement;
}

export const nodeType = <P extends TProperties>(
  label: string,
  columns: P,
  { also = [], indexes = [], part = false }: { also?: readonly string[]; indexes?: readonly (keyof P & string)[]; part?: boolean } = {},
): NodeType<P> => ({
  label,
  columns: Type.Object({ id: Type.String(), ...columns }) as unknown as NodeType<P>['columns'],
  also,
  indexes,
  part,
  of: (id, properties) => ({ label, id, properties: { id, ...properties } }),
});

/** What an edge of a type joins: the labels that its start and its end may have, and the columns that hold their ids. */
export interface Ends<F extends string = string, T extends string = string> {
  from: readonly string[];
  to: readonly string[];
  fromColumn: F;
  toColumn: T;
}

/** A kind of edge: its columns are all that is stored of it. */
export interface EdgeType<P extends TProperties = TProperties, F extends string = string, T extends string = string> {
  readonly type: string;
  readonly ends: Ends<F, T>;
  /** In force between dates: a list of it is asked for a day or a period. */
  readonly dated: boolean;
  /** The rows of both its ends may say it. */
  readonly shared: boolean;
  readonly columns: TObject<{ id: TString } & { [K in F | T]: TString } & P>;
  of(id: string, fromId: string, toId: string, properties: Own<P, 'id' | F | T>, stated?: Stated): EdgeElement;
  /** An edge that says no more than that it joins two things: its id is made of theirs. */
  between(fromId: string, toId: string, properties: Own<P, 'id' | F | T>): EdgeElement;
}

type EndColumns<F extends string, T extends string> = { fromColumn: F; toColumn: T };

export const edgeType = <P extends TProperties, F extends string = 'fromId', T extends string = 'toId'>(
  type: string,
  from: string | readonly string[],
  to: readonly string[],
  columns: P,
  {
    dated = false,
    shared = false,
    columns: { fromColumn, toColumn } = { fromColumn: 'fromId', toColumn: 'toId' } as EndColumns<F, T>,
  }: {
    dated?: boolean;
    shared?: boolean;
    columns?: EndColumns<F, T>;
  } = {},
): EdgeType<P, F, T> => {
  const prefix = type.toLowerCase().replaceAll('_', '-');
  const of: EdgeType<P, F, T>['of'] = (id, fromId, toId, properties, stated) => ({
    type,
    id,
    fromId,
    toId,
    properties: { id, [fromColumn]: fromId, [toColumn]: toId, ...properties },
    ...(stated && { stated }),
  });
  return {
    type,
    ends: { from: [from].flat(), to, fromColumn, toColumn },
    dated,
    shared,
    columns: Type.Object({ id: Type.String(), [fromColumn]: Type.String(), [toColumn]: Type.String(), ...columns }) as unknown as EdgeType<P, F, T>['columns'],
    of,
    between: (fromId, toId, properties) => of(`${prefix}:${fromId}>${toId}`, fromId, toId, properties),
  };
};

/** An edge that says no more than that it joins two things, where a row names the other. */
export const linkTo = (type: Pick<EdgeType<Record<never, never>>, 'between'>, fromId: string, toId: string | undefined): EdgeElement[] =>
  toId === undefined ? [] : [type.between(fromId, toId, {})];

/** A word: what its rows say, and what they become in the graph. Everything else that depends on it is read from here. */
export interface Word<R extends AnyRow = never> {
  /** Its name, which is that of its files. */
  readonly word: string;
  /** What its rows are, in a few words. */
  readonly title: string;
  /** What begins the id of each of its rows. */
  readonly prefix: string;
  /** What a row says, as JSON Schema. */
  readonly row: TObject;
  /** Fields of a row that never change: with another value it is another row. */
  readonly fixed: readonly string[];
  /** Names that fields had in earlier releases: files that have them are read. */
  readonly formerly: Readonly<Record<string, string>>;
  /** Values that fields had in earlier releases, by the field as it is called now. */
  readonly saidFormerly: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** @throws RangeError where its dates, or what it says elsewhere, contradict each other. */
  readonly compile: (row: R) => Elements;
}

interface WordParts<S extends TObject> {
  word: string;
  title: string;
  prefix: string;
  row: S;
  fixed?: readonly (keyof Static<S> & string)[];
  formerly?: Readonly<Record<string, keyof Static<S> & string>>;
  saidFormerly?: { readonly [F in keyof Static<S> & string]?: Readonly<Record<string, Static<S>[F] & string>> };
  compile: (row: Static<S>) => Elements;
}

export const defineWord = <S extends TObject>({ fixed = [], formerly = {}, saidFormerly = {}, ...parts }: WordParts<S>): Word<Static<S> & AnyRow> => ({
  ...parts,
  fixed,
  formerly,
  saidFormerly: saidFormerly as Word['saidFormerly'],
});

/** The type of a word's rows. */
export type RowOf<W> = W extends Word<infer R> ? R : never;
