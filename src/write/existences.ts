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

/** These nodes, those of bodies with the bounds of their existence: none is there longer than the last place that it governs. */
export const withExistence = async (around: AllAround, nodes: readonly NodeElement[]): Promise<NodeElement[]> => {
  const limits = await limitsByPlaces(
    around,
    nodes.flatMap(({ id, label }) => (label === 'Body' ? [id] : [])),
  );
  return nodes.map((node) => {
    if (node.label !== 'Body') return node;
    const stated = statedIn(node.properties as unknown as Dated);
    return { ...node, properties: { ...node.properties, ...storedBounds(bounded(stated, { limits: limits.get(node.id) ?? [] })) } };
  });
};

/** The bodies whose existence a change may move: as they are recorded, with its bounds as they are now. */
export const existencesMoved = async (tx: Transaction, around: AllAround, { councils, bodies, principals }: Touched): Promise<NodeElement[]> => {
  const governing = await around.governedBy(principals);
  const found: NodeElement[] = [];
  await inBatches([...new Set([...councils, ...bodies, ...governing.map(({ fromId }) => fromId)])], async (ids) => {
    for (const { n } of await tx.read(queries.record.nodes, { ids }))
      if (isVisible(n as never, NOW)) found.push({ label: 'Body', id: n['id'] as string, properties: n as NodeElement['properties'] });
  });
  return withExistence(around, found);
};
