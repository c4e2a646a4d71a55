import * as queries from '../generated/queries.js';
import type { Transaction } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { statedIn, storedBounds } from '../record/dated-properties.js';
import type { Dated } from '../record/dated.js';
import type { NodeElement } from '../record/elements.js';
import { NOW, isVisible } from '../record/time.js';
import { bounded } from '../time/bounds.js';
import { limitsByPlaces } from '../words/memberships/bodies-around.js';
import type { AllAround } from '../words/memberships/surroundings.js';
import type { Touched } from './touched.js';
import type { Written } from './versions.js';

/** What is written, of bodies with the bounds of their existence: none is there longer than the last place that it governs. */
export const withExistence = async (around: AllAround, nodes: readonly Written<NodeElement>[]): Promise<Written<NodeElement>[]> => {
  const limits = await limitsByPlaces(
    around,
    nodes.flatMap(({ element: { id, label } }) => (label === 'Body' ? [id] : [])),
  );
  return nodes.map(({ element, because }) => {
    if (element.label !== 'Body') return { element, because };
    const stated = statedIn(element.properties as unknown as Dated);
    const bounds = storedBounds(bounded(stated, { limits: limits.get(element.id) ?? [] }));
    return { element: { ...element, properties: { ...element.properties, ...bounds } }, because };
  });
};

/** The bodies whose existence a change may move: as they are recorded, with its bounds as they are now. */
export const existencesMoved = async (tx: Transaction, around: AllAround, { councils, bodies, principals }: Touched): Promise<Written<NodeElement>[]> => {
  const governing = await around.governedBy(principals);
  const found: Written<NodeElement>[] = [];
  await inBatches([...new Set([...councils, ...bodies, ...governing.map(({ fromId }) => fromId)])], async (ids) => {
    for (const { n } of await tx.read(queries.record.nodes, { ids }))
      if (isVisible(n as never, NOW))
        found.push({ element: { label: 'Body', id: n['id'] as string, properties: n as NodeElement['properties'] }, because: 'DERIVED' });
  });
  return withExistence(around, found);
};
