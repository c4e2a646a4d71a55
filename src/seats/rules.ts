const NO_RIGHT = /^(superseded|proposed|rejected)/i;

/** The rights to fill seats by who has them: what is superseded, rejected or only proposed is none. */
export const rightsByHolder = <A extends { fromId: string; status: string | null }>(allotments: readonly A[]): Map<string, A[]> => {
  const rights = new Map<string, A[]>();
  for (const one of allotments) if (!NO_RIGHT.test(one.status ?? '')) rights.set(one.fromId, [...(rights.get(one.fromId) ?? []), one]);
  return rights;
};
