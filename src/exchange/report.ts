import type { Because } from '../record/model.js';
import type { Committed } from '../write/change-set.js';

/** What seeding a data set wrote: rows by why, and `derived`: seats that a rule gave, and seats and ties whose bounds moved with a cause. */
export interface SeedReport {
  dataSet: string;
  rows: number;
  recorded: number;
  changed: number;
  learnt: number;
  corrected: number;
  /** Rows whose change changes nothing, as what another writer says of the same counts. */
  kept: number;
  retracted: number;
  derived: number;
  /** Null: nothing of it had changed. */
  committed: Committed | null;
}

export const reportOf = ({ id, rows }: { id: string; rows: readonly unknown[] }, committed: Committed | null): SeedReport => {
  const changes = committed?.changes ?? [];
  const counted = (because: Because): number => changes.filter((one) => !one.isOnlyKept && one.because === because).length;
  return {
    dataSet: id,
    rows: rows.length,
    recorded: counted('RECORDED'),
    changed: counted('CHANGED'),
    learnt: counted('LEARNT'),
    corrected: counted('CORRECTED'),
    kept: changes.filter(({ isOnlyKept }) => isOnlyKept).length,
    retracted: committed?.retracted.length ?? 0,
    derived: committed?.derived ?? 0,
    committed,
  };
};
