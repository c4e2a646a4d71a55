import type { EraseInput } from '../../generated/api.js';
import type { Draft } from '../draft.js';
import type { Act } from './act.js';

const IS_ERASED = /^person:erased-\d+$/;

/** A person, and all whom the entry so far says to be the same: who stays first. */
const oneWith = (draft: Draft, person: string): string[] => {
  const merges = [...draft.said()].flatMap(({ word, fields }) =>
    word === 'merges' && fields['gone'] !== undefined ? [[fields['keep'], fields['gone']].map((id) => draft.idOf(id as string)) as [string, string]] : [],
  );
  const ids = new Set([person]);
  for (const one of ids) for (const pair of merges) if (pair.includes(one)) for (const id of pair) ids.add(id);
  const gone = new Set(merges.map(([, id]) => id));
  return [...ids].sort((a, b) => Number(gone.has(a)) - Number(gone.has(b)));
};

/** Somebody is erased, by whatever id: when all that the entry says is written. */
const erase: Act<EraseInput> = {
  reads: ({ person }) => [person],
  apply: async (writing, { person }) => {
    const { draft, act } = writing;
    const known = writing.known(person, ['people'], 'person', 'a person');
    if (!known || IS_ERASED.test(known.id)) return;
    if (draft.erased.some(({ ids }) => ids.includes(known.id))) return;
    const people = oneWith(draft, known.id);
    const things = [people[0] as string];
    for (const one of people) things.push(...[...(await draft.around.seatsOf(one)), ...(await draft.around.tiesOf(one))].map(({ id }) => id));
    draft.erased.push({ act, ids: people.flatMap(draft.idsOf), things });
  },
};

export const erasing = { erase };
