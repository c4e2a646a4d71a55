import type { EraseInput } from '../../generated/api.js';
import type { Act } from './act.js';

const IS_ERASED = /^person:erased-\d+$/;

/** Somebody is erased, by whatever id: when all that the entry says is written. */
const erase: Act<EraseInput> = {
  reads: ({ person }) => [person],
  apply: async (writing, { person }) => {
    const { draft, act } = writing;
    const known = writing.known(person, ['people'], 'person', 'a person');
    if (!known || IS_ERASED.test(known.id)) return;
    if (draft.erased.some(({ ids }) => ids.includes(known.id))) return;
    const [seats, ties] = [await draft.around.seatsOf(known.id), await draft.around.tiesOf(known.id)];
    draft.erased.push({ act, ids: draft.idsOf(known.id), things: [known.id, ...[...seats, ...ties].map(({ id }) => id)] });
  },
};

export const erasing = { erase };
