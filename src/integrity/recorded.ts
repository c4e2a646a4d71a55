import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { earlierOf } from '../record/earlier.js';
import { NOW, isVisible } from '../record/time.js';

interface StoredNode {
  id: string;
  recordedAt: number;
  retractedAt: number;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Nodes are read with their recorded time; edges are chosen by the query itself, and read without. */
const isNode = (value: object): value is StoredNode => 'retractedAt' in value;

const isEdge = (value: object): boolean => 'id' in value;

/** The nodes of a row: its columns, and those in its lists. */
const nodesIn = (value: unknown): StoredNode[] => {
  if (!isObject(value)) return [];
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (isNode(value)) return [value];
  return isEdge(value) ? [] : nodesOf(value);
};

const nodesOf = (columns: object): StoredNode[] => Object.values(columns).flatMap(nodesIn);

/** Puts what the record had in the place of each node; undefined: it did not have it, nor what is told of it. */
const replaced = (value: unknown, then: (node: StoredNode) => unknown): unknown => {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => replaced(one, then)).filter((one) => one !== undefined);
  if (isNode(value)) return then(value);
  return isEdge(value) ? value : replacedIn(value, then);
};

const replacedIn = <Row extends object>(row: Row, then: (node: StoredNode) => unknown): Row | undefined => {
  const columns = Object.entries(row).map(([column, value]) => [column, replaced(value, then)] as const);
  return columns.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(columns) as Row);
};

/** Rows whose nodes are as the record had them at a time; rows, and items of their lists, with a node that it did not have are left out. */
export const presentRows = async <Row extends object>(reader: Reader, rows: readonly Row[], knownAt: number): Promise<Row[]> => {
  const past = rows.flatMap(nodesOf).filter((node) => !isVisible(node, knownAt));
  if (past.length === 0) return [...rows];
  const earlier = new Map<unknown, Record<string, unknown>>();
  const ids = [...new Set(past.map(({ id }) => id))];
  if (knownAt !== NOW) for (const { v } of await reader.read(queries.record.versions, { ids, knownAt })) earlier.set(v['id'], v);
  const then = (node: StoredNode): unknown => {
    if (isVisible(node, knownAt)) return node;
    const version = earlier.get(node.id);
    return version && earlierOf(node, version);
  };
  return rows.flatMap((row) => replacedIn(row, then) ?? []);
};
