import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { EVER, type Window, together } from '../../time/in-force.js';
import { EVERLASTING, type Interval } from '../../time/interval.js';
import type { RelationKind } from './model.js';
import { relationsOf } from './reads.js';

/** Something that belongs to a region, and when. */
export interface Within {
  id: string;
  interval: Interval;
}

/** A region, the municipalities that lie in it, the bodies that govern these, and their parts, as far as they may be so in a window. */
export const withinRegion = async (context: Context, region: string, lens: Lens, window: Window = EVER): Promise<{ places: Within[]; bodies: Within[] }> => {
  const to = async (all: readonly Within[], kind: RelationKind): Promise<Within[]> => {
    const found = all.map(async ({ id, interval }) =>
      (await relationsOf(context, id, lens, kind, 'to', window)).map((row) => ({ id: row.fromId, interval: together(interval, row) })),
    );
    return (await Promise.all(found)).flat();
  };
  const whole = [{ id: region, interval: EVERLASTING }];
  const places = [...whole, ...(await to(whole, 'LIES_IN'))];
  const governing = await to(places, 'GOVERNS');
  return { places, bodies: [...governing, ...(await to(governing, 'PART_OF'))] };
};
