import { labelled } from '../generated/labelled.js';
import { integrity } from '../generated/queries.js';
import { edgeTypes } from '../generated/words.js';
import type { Reader } from '../graph/port.js';
import type { Ends } from '../words/word.js';
import { isUnreasoned } from './marks.js';
import type { EdgeVersion, Founded, FoundedNode, Judgement } from './model.js';

const broken = (says: string, ...things: string[]): Judgement => ({ verdict: 'BROKEN', on: null, things, says });

interface UnsourcedRow {
  seats: readonly string[];
  ties: readonly { membership: string; kind: string; toId: string }[];
}

export const unsourced = ({ seats, ties }: UnsourcedRow): Judgement[] => [
  ...seats.map((id) => broken(`${id} names no source`, id)),
  ...ties.map(({ membership, kind, toId }) => broken(`the tie ${kind} of ${membership} to ${toId} names no source`, membership, toId)),
];

interface FoundedRow {
  id: string;
  n: FoundedNode;
  edges: readonly { toId: string; r: Founded }[];
}

export const unreasoned = ({ id, n, edges }: FoundedRow): Judgement[] => [
  ...(isUnreasoned(n) ? [broken(`${id} is inferred or derived and does not say why`, id)] : []),
  ...edges.filter(({ r }) => isUnreasoned(r)).map(({ toId, r }) => broken(`${r.id} is inferred or derived and does not say why`, r.id, id, toId)),
];

interface VersionsRow {
  id: string;
  last: readonly { n: EdgeVersion }[];
  earlier: readonly { v: EdgeVersion }[];
  edges: readonly { versions: readonly { r: EdgeVersion }[] }[];
}

/** All versions up to a time, each as it was recorded: none stands for another. */
export const readVersions = (reader: Reader, ids: string[], knownAt: number): Promise<VersionsRow[]> =>
  reader.read(integrity.versionsDisjoint, { ids, knownAt });

const overlapping = (versions: readonly EdgeVersion[]): boolean => {
  const sorted = [...versions].sort((a, b) => a.recordedAt - b.recordedAt);
  return sorted.some(({ recordedAt }, at) => at > 0 && recordedAt < (sorted[at - 1] as EdgeVersion).retractedAt);
};

export const versionsOverlap = ({ id, last, earlier, edges }: VersionsRow): Judgement[] => [
  ...(overlapping([...last.map(({ n }) => n), ...earlier.map(({ v }) => v)]) ? [broken(`two versions of ${id} are recorded at one time`, id)] : []),
  ...edges.flatMap(({ versions }) => {
    const [first] = versions;
    return first && overlapping(versions.map(({ r }) => r)) ? [broken(`two versions of ${first.r.id} are recorded at one time`, first.r.id, id)] : [];
  }),
];

interface IdentityRow {
  id: string;
  nodes: number;
  /** The same nodes, found by what they are. */
  labelled: number;
  edges: readonly { type: string; edge: string; starts: string[]; ends: string[]; toId: string }[];
}

const joins = (type: string, starts: readonly string[], ends: readonly string[]): boolean => {
  const allowed = (edgeTypes as Partial<Record<string, { ends: Ends }>>)[type]?.ends;
  const isOne = (labels: readonly string[], given: readonly string[]): boolean => labels.some((label) => given.includes(label));
  return !allowed || (isOne(allowed.from, starts) && isOne(allowed.to, ends));
};

export const readIdentities = async (reader: Reader, ids: string[], knownAt: number): Promise<IdentityRow[]> => {
  const found = new Map((await reader.read(labelled, { ids })).map(({ id, nodes }) => [id, nodes]));
  return (await reader.read(integrity.idUnique, { ids, knownAt })).map((row) => ({ ...row, labelled: found.get(row.id) ?? 0 }));
};

/** Two nodes with an id, or an edge between other things than its type joins. */
export const mistaken = ({ id, nodes, labelled: byLabel, edges }: IdentityRow): Judgement[] => [
  ...(nodes === 1 && byLabel === 1 ? [] : [broken(`${Math.max(nodes, byLabel)} nodes have the id ${id}`, id)]),
  ...edges
    .filter(({ type, starts, ends }) => !joins(type, starts, ends))
    .map(({ type, edge, starts, ends, toId }) => broken(`${edge} is ${type} from ${starts.sort().join(' ')} to ${ends.sort().join(' ')}`, edge, id, toId)),
];

export const recordedTooLate = ({ nodes, edges }: { nodes: readonly string[]; edges: readonly string[] }): Judgement[] =>
  [...nodes, ...edges].map((id) => broken(`${id} is recorded or retracted after the newest revision, or retracted before it was recorded`, id));
