import type { Basis } from './model.js';
import { type Bounded, bounded } from '../time/bounds.js';
import { type Stated, statedInterval } from '../time/stated.js';
import type { Dated } from './dated.js';

export interface StatedEdge extends Stated {
  fromBasis?: Basis;
  untilBasis?: Basis;
  basis?: Basis;
  reason?: string;
  sources?: string[];
}

/** The bounds as an edge stores them. */
export const storedBounds = (
  x: Bounded,
): Pick<Dated, 'open' | 'fromMin' | 'fromMax' | 'untilMin' | 'untilMax' | 'boundEdges' | 'boundDates' | 'boundCauses' | 'boundBys'> => ({
  open: x.open,
  fromMin: x.fromMin,
  fromMax: x.fromMax,
  untilMin: x.untilMin,
  untilMax: x.untilMax,
  boundEdges: x.boundedBy.map(({ edge }) => edge),
  boundDates: x.boundedBy.map(({ date }) => date),
  boundCauses: x.boundedBy.map(({ cause }) => cause),
  boundBys: x.boundedBy.map(({ by }) => by),
});

/** The dates as given, of what is stored. */
export const statedIn = ({ stated }: Pick<Dated, 'stated'>): Stated => JSON.parse(stated) as Stated;

/** What is kept of the dates as given. */
export const statedOf = ({ from, until, open, exact, narrowed, seen, over, undated }: Stated): Stated => ({
  ...(from && { from }),
  ...(until && { until }),
  ...(open && { open }),
  ...(exact && { exact }),
  ...(narrowed && { narrowed }),
  ...(seen?.length && { seen }),
  ...(over?.length && { over }),
  ...(undated && { undated }),
});

type DatedColumns = Omit<Dated, 'id' | 'recordedAt' | 'retractedAt' | 'because'>;

const columnsOf = (row: StatedEdge, stated: Stated, bounds: ReturnType<typeof storedBounds>): DatedColumns => ({
  from: row.from ?? null,
  until: row.until ?? null,
  fromBasis: row.fromBasis ?? (row.from ? 'STATED' : null),
  untilBasis: row.untilBasis ?? (row.until ? 'STATED' : null),
  seenOn: [...new Set((row.seen ?? []).map(({ on }) => on))].sort(),
  stated: JSON.stringify(stated),
  ...bounds,
  basis: row.basis ?? 'STATED',
  reason: row.reason ?? null,
  sources: row.sources ?? [],
});

/** The bounds of what nobody dates, as most names and identifiers are. */
const UNDATED = bounded({});

const isDated = (stated: Stated): boolean => Object.keys(stated).length > 0;

/** A dated edge's properties, without those of its recorded time. @throws RangeError where the dates contradict each other. */
export const datedProperties = (row: StatedEdge): DatedColumns => {
  const stated = statedOf(row);
  return columnsOf(row, stated, storedBounds(isDated(stated) ? bounded(stated) : UNDATED));
};

/** The same, of an edge that what lies around it bounds when it is written: as printed. @throws RangeError where the dates contradict each other. */
export const printedProperties = (row: StatedEdge): DatedColumns =>
  columnsOf(row, statedOf(row), storedBounds({ ...statedInterval(row), open: row.open ?? false, boundedBy: [], notApplied: [] }));
