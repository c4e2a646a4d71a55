import { grouped } from '../../record/grouped.js';

const NO_RIGHT = /^(superseded|proposed|rejected)/i;

/** The rights to fill seats by who has them: what is superseded, rejected or only proposed is none. */
export const rightsByHolder = <A extends { fromId: string; status: string | null }>(allotments: readonly A[]): Map<string, A[]> =>
  grouped(
    allotments.filter(({ status }) => !NO_RIGHT.test(status ?? '')),
    ({ fromId }) => fromId,
  );
