import { edgeTypes, nodeTypes } from '../generated/words.js';
import { ANY_EDGE, type Kinds } from '../graph/kinds.js';
import type { EdgeElement, NodeElement } from '../record/elements.js';
import type { Because } from '../record/model.js';
import { isAppointmentId, membershipId } from '../words/appointments/ids.js';
import { marksOfEdge, marksOfNode } from '../integrity/marks.js';

/** A thing that a transaction wrote or took away, as far as the feed tells of it. */
export interface Noted {
  id: string;
  /** The label of a node, or the type of an edge. */
  type: string;
  /** Why it is written; null: it is gone. */
  because: Because | null;
  /** Of an edge: the node at which it begins. */
  fromId: string | null;
  /** The id of what began or ended, where that is told of it: of a term that of its node. */
  row: string;
  person: string | null;
  body: string | null;
  municipalities: string[];
  /** The seat, meeting or agenda item through which it is about a body. */
  through: string | null;
  /** Of an event: its place among those of one revision, and its day. */
  event: { sortKey: string; latest: string } | null;
}

type Said = Readonly<Partial<Record<string, unknown>>>;

/** Names and followers are told with the things themselves. Who wrote is told to those who may. */
const UNTOLD = new Set(['CALLED', 'FOLLOWS', 'Entry']);

const isTold = (type: string): boolean => {
  const [node, edge] = [nodeTypes[type as keyof typeof nodeTypes], edgeTypes[type as keyof typeof edgeTypes]];
  return !UNTOLD.has(type) && ((node && !node.part) || edge?.dated || type === 'DECLINED');
};

/** What succeeds a body, or has seats in it, is about that one. */
const LEADS_TO_ITS_BODY = new Set(['SUCCEEDS', 'HAS_SEATS']);

const NAMING = ['person', 'body', 'principal', 'thing', 'municipality'] as const;
const THROUGH = ['membership', 'substitute', 'item', 'meeting'] as const;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const about = (said: Said, ids: readonly string[]): Pick<Noted, 'person' | 'body' | 'municipalities' | 'through'> => {
  const named = [...NAMING.map((column) => said[column]), ...ids].filter((id) => typeof id === 'string');
  const first = (prefix: string): string | null => named.find((id) => id.startsWith(prefix)) ?? null;
  return {
    person: first('person:'),
    body: first('body:'),
    municipalities: [...new Set(named.filter((id) => id.startsWith('municipality:')))],
    through: text(THROUGH.map((column) => said[column]).find((id) => typeof id === 'string')),
  };
};

/** How a node is noted; null: nothing is told of it. */
export const notedNode = (label: string, id: string, said: Said, because: Because | null): Noted | null => {
  const isEvent = label === 'Event';
  if (isEvent ? because === null || !said['told'] || said['leadsTo'] != null : !isTold(label)) return null;
  return {
    id,
    type: label,
    because,
    fromId: null,
    row: isEvent ? id.slice('event:'.length, id.lastIndexOf('@')) : id,
    ...about(said, [id]),
    event: isEvent ? { sortKey: String(said['sortKey']), latest: String(said['latest']) } : null,
  };
};

/** How an edge is noted; null: nothing is told of it. */
export const notedEdge = (type: string, id: string, fromId: string, toId: string, said: Said, because: Because | null): Noted | null =>
  isTold(type)
    ? {
        id,
        type,
        because,
        fromId,
        row: type === 'HAS_TERM' ? toId : id,
        ...about(said, LEADS_TO_ITS_BODY.has(type) ? [toId, fromId] : [fromId, toId]),
        event: null,
      }
    : null;

/** What a transaction has written and taken away. */
export interface Journal {
  node: (element: NodeElement, because: Because | null, isNew?: boolean) => void;
  edge: (element: EdgeElement, because: Because | null) => void;
  noted: () => ReadonlyMap<string, Noted>;
  /** Of what kinds that is, which each label of a node says, and what it is beside; what was said before, and when it was recorded, included. */
  kinds: () => Kinds;
  /** Whether a seat by rule was not there before. */
  isBegun: (seat: string) => boolean;
  /** Notes what was noted as it is said from now on. */
  sayAnew: (say: <T>(told: T) => T) => void;
  forget: () => void;
}

/** What every transaction writes: its revision, and the versions that were. */
const KEPT_ALWAYS = ['Revision', 'RevisionTime', 'Version'];

const labelsOf = (label: string): string[] => ['Node', label, ...(nodeTypes[label as keyof typeof nodeTypes]?.also ?? [])];

export const newJournal = (): Journal => {
  const noted = new Map<string, Noted>();
  const kinds = new Set(KEPT_ALWAYS);
  const begun = new Set<string>();
  const note = (id: string, one: Noted | null): void => {
    const before = noted.get(id);
    // What a rule moves of what is written anyway is written for what it was.
    if (one) noted.set(id, one.because === 'DERIVED' && before?.because ? { ...one, because: before.because } : one);
    else noted.delete(id);
  };
  return {
    node: ({ label, id, properties }, because, isNew = false) => {
      for (const kind of labelsOf(label)) kinds.add(kind);
      if (because) for (const mark of marksOfNode({ label, id, properties }, isNew)) kinds.add(mark);
      if (label === 'Event' || isTold(label)) note(id, notedNode(label, id, properties, because));
      if (isNew && isAppointmentId(id)) begun.add(membershipId(id));
    },
    edge: (edge, because) => {
      const { type, id, fromId, toId, properties } = edge;
      kinds.add(type).add(ANY_EDGE);
      if (because) for (const mark of marksOfEdge(edge, because)) kinds.add(mark);
      if (isTold(type)) note(id, notedEdge(type, id, fromId, toId, properties, because));
    },
    noted: () => noted,
    kinds: () => kinds,
    isBegun: (seat) => begun.has(seat),
    sayAnew: (say) => {
      const [all, seats] = [[...noted.values()].map(say), [...begun].map(say)];
      noted.clear();
      begun.clear();
      for (const one of all) noted.set(one.id, one);
      for (const seat of seats) begun.add(seat);
    },
    forget: () => {
      noted.clear();
      begun.clear();
    },
  };
};
