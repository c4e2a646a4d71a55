import { isDeepStrictEqual } from 'node:util';
import type { EdgeElement, Elements, NodeElement } from '../record/elements.js';
import { isAppointmentId, membershipId } from '../words/appointments/ids.js';

/** What a change touches that the bounds of other seats and ties, or seats by virtue of an office, may depend on. */
export interface Touched {
  /** Ids of seats. */
  seats: Set<string>;
  /** Bodies that seats are in. */
  seated: Set<string>;
  /** Bodies whose existence or rules of term, or lists of whose members, or offices changed. */
  bodies: Set<string>;
  /** Bodies and calendars whose terms changed, or what they are part of, or follow. */
  turned: Set<string>;
  /** People whose death changed. */
  dead: Set<string>;
  /** People whose ties changed. */
  tied: Set<string>;
  /** Councils that govern another place. */
  councils: Set<string>;
  /** Seats whose neighbours changed: others replace them, or stand in for their holders, or these are on leave. */
  neighbours: Set<string>;
  /** People who hold seats that changed. */
  holders: Set<string>;
  /** Places and parties whose existence changed. */
  principals: Set<string>;
  /** Documents of another day, and passages that lie in another document. */
  documents: Set<string>;
  passages: Set<string>;
  /** Bodies and places whose territory changed. */
  territory: Set<string>;
  rules: boolean;
}

export const nothingTouched = (): Touched => ({
  seats: new Set(),
  seated: new Set(),
  bodies: new Set(),
  turned: new Set(),
  dead: new Set(),
  tied: new Set(),
  councils: new Set(),
  neighbours: new Set(),
  holders: new Set(),
  principals: new Set(),
  documents: new Set(),
  passages: new Set(),
  territory: new Set(),
  rules: false,
});

const BOUNDING = ['fromMin', 'fromMax', 'untilMin', 'untilMax', 'holdsOver', 'diedOn', 'kind', 'date'] as const;

const MOVING: Readonly<Record<string, (touched: Touched) => Set<string>>> = {
  Body: ({ bodies }) => bodies,
  Person: ({ dead }) => dead,
  Municipality: ({ principals }) => principals,
  Region: ({ principals }) => principals,
  Party: ({ principals }) => principals,
  Document: ({ documents }) => documents,
};

const boundsOf = (node: NodeElement | undefined): unknown[] => BOUNDING.map((column) => node?.properties[column] ?? null);

const nodesTouched = (touched: Touched, was: Elements, now: Elements): void => {
  const before = new Map(was.nodes.map((node) => [node.id, node]));
  const after = new Map(now.nodes.map((node) => [node.id, node]));
  for (const { id, label } of [...after.values(), ...was.nodes.filter((node) => !after.has(node.id))]) {
    if (label === 'Rule') touched.rules = true;
    const moved = MOVING[label]?.(touched);
    if (moved && !isDeepStrictEqual(boundsOf(before.get(id)), boundsOf(after.get(id)))) moved.add(id);
  }
};

/** Passages that lie in another document: what names them is told by another. */
const passagesTouched = ({ documents, passages }: Touched, was: Elements, now: Elements): void => {
  const before = new Map(was.edges.filter(({ type }) => type === 'IN').map(({ fromId, toId }) => [fromId, toId]));
  for (const { type, fromId, toId } of now.edges) {
    const earlier = before.get(fromId);
    if (type !== 'IN' || !earlier || earlier === toId) continue;
    documents.add(earlier).add(toId);
    passages.add(fromId);
  }
};

/** Adds what an edge touches. */
export const touchEdge = (touched: Touched, { type, id, fromId, toId }: EdgeElement): void => {
  switch (type) {
    case 'MEMBER_OF':
      touched.seats.add(id);
      touched.seated.add(toId);
      touched.holders.add(fromId);
      break;
    case 'HAS_TERM':
    case 'FOLLOWS':
    case 'PART_OF':
      touched.turned.add(fromId);
      break;
    case 'AFFILIATED_WITH':
      touched.tied.add(fromId);
      break;
    case 'REPLACES':
    case 'STOOD_IN':
      if (isAppointmentId(toId)) touched.neighbours.add(membershipId(toId));
      break;
    case 'ON_LEAVE':
      touched.neighbours.add(membershipId(fromId));
      break;
    case 'LISTS':
    case 'OFFICE_OF':
      touched.bodies.add(toId);
      break;
    case 'GOVERNS':
      touched.councils.add(fromId);
      touched.territory.add(toId);
      break;
    case 'COVERS':
    case 'LIES_IN':
      touched.territory.add(fromId).add(toId);
      break;
  }
};

/** Adds what a row touches that said one thing and says another. */
export const touch = (touched: Touched, was: Elements, now: Elements): void => {
  nodesTouched(touched, was, now);
  passagesTouched(touched, was, now);
  for (const edge of [...was.edges, ...now.edges]) touchEdge(touched, edge);
};
