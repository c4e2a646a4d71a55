import * as queries from '../../generated/queries.js';
import type { Reader } from '../../graph/port.js';
import { grouped } from '../../record/grouped.js';
import type { Entry } from './model.js';

/** By which entry each of some is taken back; those that hold, as they never were taken back or were done again, are not there. */
export const undoneBy = async (reader: Reader, ids: readonly string[]): Promise<Map<string, Entry>> => {
  const undoing: Entry[] = [];
  for (let asked = [...ids]; asked.length > 0;) {
    const found = (await reader.read(queries.entries.undoing, { ids: asked })).map(({ e }) => e);
    undoing.push(...found);
    asked = found.map(({ id }) => id);
  }
  const of = grouped(undoing, ({ undoes }) => undoes);
  const by = (id: string): Entry | undefined => of.get(id)?.find((one) => !by(one.id));
  return new Map(
    ids.flatMap((id): [string, Entry][] => {
      const one = by(id);
      return one ? [[id, one]] : [];
    }),
  );
};
