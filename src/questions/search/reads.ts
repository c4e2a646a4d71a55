import type { SearchType } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import type { Lens, NodeAt } from '../../read/lens.js';
import { nodeById } from '../../read/nodes.js';
import type { Match } from '../../words/names/match.js';
import { nearlyNamed } from '../../words/names/reads.js';

const LABELS: Readonly<Record<SearchType, string>> = {
  PERSON: 'Person',
  BODY: 'Body',
  MUNICIPALITY: 'Municipality',
  REGION: 'Region',
  PARTY: 'Party',
  DOCUMENT: 'Document',
  MEETING: 'Meeting',
};

export interface SearchHitAt {
  node: NodeAt;
  matched: string;
  match: Match;
  score: number;
}

/** Things by name, of any time, the best first. */
export const search = async (
  context: Context,
  text: string,
  types: readonly SearchType[] | null | undefined,
  first: number | null | undefined,
  lens: Lens,
): Promise<SearchHitAt[]> => {
  const size = first ?? 20;
  const labels = (types ?? (Object.keys(LABELS) as SearchType[])).map((type) => LABELS[type]);
  const found = (await nearlyNamed(context, text, labels, lens, size)).slice(0, size);
  const nodes = await Promise.all(found.map(({ id }) => nodeById(context, id, lens)));
  return found.flatMap(({ matched, match, score }, at): SearchHitAt[] => {
    const node = nodes[at];
    return node ? [{ node, matched, match, score }] : [];
  });
};
