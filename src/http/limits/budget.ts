import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  responsePathAsArray,
} from 'graphql';
import { type Budget, listsObjects } from '../../api/budget.js';
import type { Allowance } from '../../graph/turns.js';
import { type Unanswered, deadlineExceeded, responseTooLarge, tooManyRows, unansweredError } from '../errors.js';
import type { Limits } from '../settings.js';
import { fieldOf } from './cost.js';
import { selectedBy } from './fragments.js';
import type { HeldRows } from './held-rows.js';
import { isLeftOut } from './left-out.js';

/** The most fields that one row of a type has, without those of the lists in it: their own rows are counted. */
const fieldsOfRow = (set: SelectionSetNode | undefined, type: GraphQLCompositeType, info: GraphQLResolveInfo): number => {
  let fields = 0;
  /** A row is of one type only: of what fragments on several types select, the most counts. */
  const onTypes = new Map<string, number>();
  for (const selection of set?.selections ?? []) {
    if (isLeftOut(selection, info.variableValues)) continue;
    if (selection.kind === Kind.FIELD) {
      const field = fieldOf(type, selection.name.value);
      const inner = field && !listsObjects(field) ? getNamedType(field.type) : null;
      fields += 1 + (isCompositeType(inner) ? fieldsOfRow(selection.selectionSet, inner, info) : 0);
      continue;
    }
    const selected = selectedBy(selection, type, info.schema, (name) => info.fragments[name]);
    if (!selected) continue;
    const inner = fieldsOfRow(selected.set, selected.type, info);
    if (isAbstractType(type) && isObjectType(selected.type)) onTypes.set(selected.type.name, (onTypes.get(selected.type.name) ?? 0) + inner);
    else fields += inner;
  }
  return fields + Math.max(0, ...onTypes.values());
};

/** However small answers are, so many rows may be read for one. */
const LEAST_ROWS = 1_000;

/** How many rows there are, and objects in lists of theirs. All that is read comes by here. */
const heldIn = (rows: readonly unknown[]): number => {
  let held = rows.length;
  for (const row of rows as readonly Record<string, unknown>[]) {
    if (typeof row !== 'object') continue;
    for (const name in row) {
      const one = row[name];
      if (Array.isArray(one) && typeof one[0] === 'object') held += one.length;
    }
  }
  return held;
};

/** What one operation may use, and how it ends before its answer is whole. */
export interface OperationBudget extends Budget, Allowance {
  /** Ends it: the error is its answer, unless it had ended. */
  end(error: GraphQLError): void;
  /** It is answered: what it held is free for others, and what it still waits for is nobody's. */
  release(): void;
  /** Why it ended before it was answered; else pending. */
  ended: Promise<GraphQLError>;
  /** It ended, or is answered. */
  over: Promise<void>;
}

/**
 * What one operation may use until `end`, of `performance.now()`. The estimate of its cost takes a list to be as long as lists usually
 * are; this counts how long they are. It also ends an operation whose time is over while it computes: the graph's deadline only ends
 * what it asks.
 */
export const budgetUntil = (
  end: number,
  { answer: fields, allRows }: Pick<Limits, 'answer' | 'allRows'>,
  deadlineMs: number,
  all: HeldRows,
): OperationBudget => {
  let left = fields;
  const rowsHeld = Math.min(Math.max(fields, LEAST_ROWS), allRows);
  let leftToHold = rowsHeld;
  let isOver = false;
  let tell: (error: GraphQLError) => void;
  let leave: () => void;
  const ended = new Promise<GraphQLError>((resolve) => (tell = resolve));
  const over = new Promise<void>((resolve) => (leave = resolve));
  const known = new Map<FieldNode, number>();
  const fieldsOfNode = (node: FieldNode, info: GraphQLResolveInfo): number => {
    const of = known.get(node) ?? fieldsOfRow(node.selectionSet, getNamedType(info.returnType) as GraphQLCompositeType, info);
    known.set(node, of);
    return of;
  };
  const fieldsOf = (info: GraphQLResolveInfo): number => info.fieldNodes.reduce((sum, node) => sum + fieldsOfNode(node, info), 0);
  const release = (): void => {
    isOver = true;
    all.release(holder);
    leave();
  };
  const holder = {
    end: (error: GraphQLError): void => {
      release();
      tell(error);
    },
  };
  const { end: endWith } = holder;
  const endAt = (unanswered: Unanswered, { fieldNodes, path }: GraphQLResolveInfo): void =>
    endWith(unansweredError(unanswered, { nodes: fieldNodes, path: responsePathAsArray(path) }));
  return {
    ended,
    over,
    end: endWith,
    release,
    isOver: () => isOver,
    fieldsOf,
    hold: (rows) => {
      if (isOver) return false;
      const held = heldIn(rows);
      leftToHold -= held;
      if (leftToHold < 0) endWith(unansweredError(tooManyRows(rowsHeld)));
      else all.add(holder, held);
      return !isOver;
    },
    spend: (rows, info) => {
      if (rows > 0) left -= rows * fieldsOf(info);
      if (!isOver && left < 0) endAt(responseTooLarge(fields), info);
      if (!isOver && performance.now() > end) endAt(deadlineExceeded(deadlineMs), info);
      return !isOver;
    },
  };
};
