import type { NodeElement } from '../../record/elements.js';
import { isBody } from '../bodies/model.js';
import { isPerson } from '../people/model.js';
import { edgeOf } from './edges.js';
import { eventElement } from './elements.js';
import type { Tied } from './model.js';

/** Where an event names what it is about. */
export const about = (id: string): { person?: string; body?: string; thing?: string } =>
  isPerson(id) ? { person: id } : isBody(id) ? { body: id } : { thing: id };

/** What somebody or something is called: a name is a new one where there was another before it. */
export const renamings = (ties: readonly Tied[], sortKey: string): NodeElement[] => {
  const names = ties.filter(({ relation, kind }) => relation === 'CALLED' && kind === 'NAME');
  return names.flatMap((name) => {
    const start = edgeOf(name, 'FROM');
    if (!start || !names.some(({ fromMin }) => fromMin < name.fromMin)) return [];
    return [eventElement({ of: name.id, edge: 'FROM', kind: 'RENAMED', name: sortKey, ...about(name.fromId), provenance: name }, start)];
  });
};
