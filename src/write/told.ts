import { statedIn, storedBounds } from '../record/dated-properties.js';
import type { Dated } from '../record/dated.js';
import type { EdgeElement } from '../record/elements.js';
import { bounded } from '../time/bounds.js';
import type { AllAround } from '../words/memberships/surroundings.js';
import { tellingOfEdges } from '../words/memberships/telling.js';
import type { Written } from './versions.js';

const TYPES: ReadonlySet<string> = new Set(['COVERS', 'PART_OF', 'LIES_IN', 'GOVERNS', 'SUCCEEDS', 'FOLLOWS', 'HAS_TERM', 'HAS_SEATS']);

/** Whether it is an open relation, term or right to seats: what it names tells of it, and nothing around it bounds it. */
export const isTold = ({ type, properties }: EdgeElement): boolean => TYPES.has(type) && statedIn(properties as unknown as Dated).open === true;

/** These, as the documents that they name and the days on which they were recorded tell of them. */
export const asTold = async (around: AllAround, written: readonly Written<EdgeElement>[]): Promise<Written<EdgeElement>[]> => {
  const telling = await tellingOfEdges(
    around,
    written.map(({ element }) => element),
  );
  return written.map(({ element, because }) => {
    const bounds = storedBounds(bounded(statedIn(element.properties as unknown as Dated), telling(element)));
    return { element: { ...element, properties: { ...element.properties, ...bounds } }, because };
  });
};
