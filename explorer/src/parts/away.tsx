import { EditLink } from '../edit/edit-link';
import type { AwayFragment, AwayLeaveFragment, AwayStandInFragment } from '../generated/graphql';
import { saySince, sayUntil } from '../sureness';
import { words } from '../words/words';
import { Dated } from './dated';
import { To } from './links';

interface Line {
  id: string;
  says: string;
  /** Who sits in, or for whom. */
  who: { id: string; name: string } | null;
  dates: string;
}

/** From which day to which, as short as it can be said. */
const sayDates = ({ from, until, interval, certainty }: AwayLeaveFragment | AwayStandInFragment): string => {
  const w = words.value;
  const end = sayUntil(until, interval);
  const dates = [`${w.since.toLowerCase()} ${saySince(from, interval)}`, end && `${w.till.toLowerCase()} ${end}`].filter(Boolean).join(', ');
  return certainty === 'POSSIBLE' ? `${dates} (${w.possible})` : dates;
};

/** Who does not sit in a seat though it is theirs, who does, and for whom. */
const linesOf = ({ leaves, stoodIn, stoodInBy }: AwayFragment): Line[] => {
  const w = words.value;
  return [
    ...leaves.map((row) => ({ id: row.id, says: w.onLeave, who: null, dates: [sayDates(row), row.reason].filter(Boolean).join('; ') })),
    ...stoodInBy.map((row) => ({ id: row.id, says: w.standInIs, who: row.substitute.person, dates: sayDates(row) })),
    ...stoodIn.map((row) => ({ id: row.id, says: w.standsInFor, who: row.holder.person, dates: sayDates(row) })),
  ];
};

export const sayAway = (row: AwayFragment): string[] =>
  linesOf(row).map(({ says, who, dates }) => (who ? `${says} ${who.name}, ${dates}` : `${says} ${dates}`));

/** The same, with the ways to whom it names and to what ends or corrects it. */
export const Away = ({ row }: { row: AwayFragment }) => (
  <>
    {linesOf(row).map(({ id, says, who, dates }) => (
      <div key={id} class="away">
        {says} {who && <To thing={who} />}
        <span class="beside">
          {who && ', '}
          <Dated text={dates} />
        </span>
        <EditLink thing={id} about={[says, who?.name].filter(Boolean).join(' ')} />
      </div>
    ))}
  </>
);
