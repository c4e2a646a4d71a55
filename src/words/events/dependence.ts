import type { DatedRow, Decider, Tells } from './edges.js';
import { edgeOf, tellsAlone } from './edges.js';

interface Cause extends DatedRow {
  id: string;
}

/** By what depends on another: it is told where that is. */
const DEPENDENT = ['HOME_MANDATE', 'RULE'];

export const isDependent = ({ cause }: Pick<Decider, 'cause'>): boolean => DEPENDENT.includes(cause);

/** What tells of an edge, and of one that depends on another row only where somebody tells of that. */
export const tellsThrough = (causeOf: (id: string) => Cause | undefined): Tells => {
  const tells = (decider: Decider, edge: Parameters<Tells>[1], passed: ReadonlySet<string>): boolean => {
    const row = isDependent(decider) ? causeOf(decider.by) : undefined;
    if (!row || passed.has(row.id)) return tellsAlone(decider, edge);
    const before = new Set([...passed, row.id]);
    return edgeOf(row, edge, (inner, at) => tells(inner, at, before))?.told ?? true;
  };
  return (decider, edge) => tells(decider, edge, new Set());
};
