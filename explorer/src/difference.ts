import type { MemberRow } from './parts/composition';
import { type Sureness, surenessOf } from './sureness';

export interface Difference {
  /** `surer`: nothing but how sure it is. */
  kind: 'came' | 'went' | 'changed' | 'surer';
  before: MemberRow | null;
  after: MemberRow | null;
}

const partyOf = ({ person }: MemberRow): string => `${person.partyStatus} ${person.party?.id ?? ''}`;

const sureOn = (row: MemberRow, day: string): Sureness['kind'] => surenessOf(row, day).kind;

/** The seats of each person by role: somebody may have several. */
const bySeat = (rows: readonly MemberRow[]): Map<string, MemberRow[]> => {
  const seats = new Map<string, MemberRow[]>();
  for (const row of rows) seats.set(row.person.id, [...(seats.get(row.person.id) ?? []), row]);
  return seats;
};

const rolesOf = (rows: readonly MemberRow[]): string =>
  rows
    .map(({ role, title }) => `${role} ${title ?? ''}`)
    .sort()
    .join();

/** Who came, who went, and whose role, party or sureness is another; all others are the same. */
export const differenceOf = (
  before: { day: string; rows: readonly MemberRow[] },
  after: { day: string; rows: readonly MemberRow[] },
): { differences: Difference[]; same: number } => {
  const earlier = bySeat(before.rows);
  const later = bySeat(after.rows);
  const differences: Difference[] = [];
  let same = 0;
  for (const id of new Set([...earlier.keys(), ...later.keys()])) {
    const was = earlier.get(id) ?? [];
    const is = later.get(id) ?? [];
    const [first = null] = was;
    const [last = null] = is;
    if (!first) differences.push({ kind: 'came', before: null, after: last });
    else if (!last) differences.push({ kind: 'went', before: first, after: null });
    else if (rolesOf(was) !== rolesOf(is) || partyOf(first) !== partyOf(last)) differences.push({ kind: 'changed', before: first, after: last });
    else if (sureOn(first, before.day) !== sureOn(last, after.day)) differences.push({ kind: 'surer', before: first, after: last });
    else same += 1;
  }
  const order = ['came', 'went', 'changed', 'surer'];
  return { same, differences: differences.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)) };
};
