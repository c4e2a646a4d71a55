import { useState } from 'preact/hooks';
import { day } from '../address';
import { type Bounded, type Judged, type Range, lastDay, sayRange, saySpan, saySureness, surenessOf } from '../sureness';
import { say, sayNumber, words } from '../words/words';
import { Dated } from './dated';
import { To, nameOf } from './links';
import { type Passage, Passages } from './sources';

/** A number as it is known last, and the range beside it. */
export const Count = ({ range, of = sayNumber }: { range: Range; of?: (n: number) => string }) => {
  const beside = sayRange(range);
  return (
    <span>
      <strong>{of(range.lastKnown)}</strong>
      {beside && <span class="beside"> ({beside})</span>}
    </span>
  );
};

/** How sure it is, as a word. */
export const Sure = ({ row, on = day.value }: { row: Judged; on?: string }) => {
  const sureness = surenessOf(row, on);
  return (
    <span class={`sure ${sureness.kind}`}>
      <Dated text={saySureness(sureness)} />
    </span>
  );
};

export interface Reasoned {
  interval: Bounded;
  basis: string;
  reason: string | null;
  sources: readonly Passage[];
  conflicts?: readonly { field: string; value: string | null; other: { id: string; person: { id: string; name: string } } | null }[];
}

const Limits = ({ interval }: { interval: Bounded }) => {
  const w = words.value;
  return (
    <>
      <p>{w.limits}:</p>
      <ul>
        {interval.boundedBy.map(({ edge, date, cause, by }) => (
          <li key={`${edge}${date}${cause}`}>
            {edge === 'FROM' ? `${w.from} ${say(date)}` : `${w.till.toLowerCase()} ${lastDay(date)}`}: {w.boundCause[cause]}
            {by !== null && (
              <>
                {' '}
                <To thing={{ ...(by as { id: string; url?: string }), name: nameOf(by as object) }} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

const Reasons = ({ row }: { row: Reasoned }) => {
  const w = words.value;
  return (
    <div class="reasons">
      <p>{saySpan(row.interval).join(' ')}</p>
      {row.interval.boundedBy.length > 0 && <Limits interval={row.interval} />}
      {row.reason && (
        <p>
          {w.reason}: <span lang="">{row.reason}</span>
        </p>
      )}
      {(row.conflicts ?? []).map(({ field, value, other }) => (
        <p key={field}>
          {w.conflicts}: {other ? <To thing={other.person} /> : (value ?? w.unknown)}
        </p>
      ))}
      <Passages passages={row.sources} />
    </div>
  );
};

/** Why it is so: one click away, and made only then. */
export const Why = ({ row, about }: { row: Reasoned; about: string }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="why" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={`${words.value.why} ${about}`}>{words.value.why}</summary>
      {isOpen && <Reasons row={row} />}
    </details>
  );
};
