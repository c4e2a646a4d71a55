import type { Stated } from '../time/stated.js';

export type Properties = Readonly<Record<string, unknown>>;

/** A node as it is to be recorded, without its recorded time. */
export interface NodeElement {
  label: string;
  id: string;
  properties: Properties;
}

/** An edge as it is to be recorded, without its recorded time. */
export interface EdgeElement {
  type: string;
  id: string;
  fromId: string;
  toId: string;
  properties: Properties;
  /** Of what lies around it bounds it: its dates as given, which its bounds are computed from. */
  stated?: Stated;
}

/** By what an edge is found. */
export type EdgeEnds = Pick<EdgeElement, 'id' | 'fromId' | 'toId'>;

export const endsOf = ({ id, fromId, toId }: EdgeEnds): EdgeEnds => ({ id, fromId, toId });

/** What a row becomes in the graph. */
export interface Elements {
  nodes: NodeElement[];
  edges: EdgeElement[];
}

/** Several rows' elements as one. */
export const allElements = (all: readonly Elements[]): Elements => ({
  nodes: all.flatMap(({ nodes }) => nodes),
  edges: all.flatMap(({ edges }) => edges),
});
