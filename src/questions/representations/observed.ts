import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { statedIn } from '../../record/dated-properties.js';
import { type CivilDate, isCivilDate } from '../../time/civil.js';
import { dayWindow, isPossible } from '../../time/in-force.js';
import { spanOf } from '../../time/partial.js';
import { documents, sources } from '../../words/documents/loaders.js';
import { memberships } from '../../words/memberships/loaders.js';
import type { Membership } from '../../words/memberships/model.js';

/** The days of the documents that an open seat names, as far as it may be held on them: they show that it is. */
const namedOn = async ({ use }: Context, m: Membership, { knownAt }: Lens): Promise<CivilDate[]> => {
  const days = m.sources.map(async (id) => {
    const source = await use(sources)(knownAt).load(id);
    return source && (await use(documents)(knownAt).load(source.document))?.date;
  });
  return (await Promise.all(days)).filter((day): day is CivilDate => isCivilDate(day ?? '') && isPossible(m, dayWindow(day as CivilDate)));
};

/** Whether its end is printed, or its start to be on the day or after it. */
const isPrinted = (m: Membership, since: CivilDate): boolean =>
  m.untilBasis === 'STATED' || (m.fromBasis === 'STATED' && m.from !== null && spanOf(m.from).first >= since);

/** Whether a source shows a seat held on a day or after it, or its dates are printed: if not, nobody has seen it for long. */
export const isObserved = async (context: Context, id: string, since: CivilDate, lens: Lens): Promise<boolean> => {
  const m = await context.use(memberships)(lens.knownAt).load(id);
  if (!m) return false;
  const isSince = (on: string): boolean => spanOf(on).first >= since;
  return isPrinted(m, since) || m.seenOn.some(isSince) || (Boolean(statedIn(m).open) && (await namedOn(context, m, lens)).some(isSince));
};
