import { go, hrefHere, knownAt, param } from '../address';
import { addDays, readDate, today } from '../dates';
import { type Because as Reason, EntriesDocument, type EntriesQuery } from '../generated/graphql';
import { Choice } from '../parts/choice';
import { DateField } from '../parts/date-field';
import { To } from '../parts/links';
import { More } from '../parts/more';
import { useList } from '../parts/pages';
import { Picked } from '../parts/picked';
import { Sheet } from '../parts/sheet';
import { sayVersion, thingOf } from '../parts/version';
import { Answered } from '../parts/view';
import { sayMoment, words } from '../words/words';

/** Why a row stands otherwise, and the writer's own words one click away. */
const Because = ({ row: { because, reason, is, was } }: { row: EntriesQuery['corrections']['nodes'][number] }) => {
  const w = words.value;
  return (
    <>
      {w.because[because]}
      {reason && (
        <details class="why">
          <summary aria-label={`${w.why} ${sayVersion(is ?? was)}`}>{w.why}</summary>
          <p class="note">{reason}</p>
        </details>
      )}
    </>
  );
};

/** What was recorded, learnt and corrected, by whichever writer, and why: all can read it. */
export const Corrected = () => {
  const w = words.value;
  const since = readDate(param('since') ?? '') ?? addDays(today(), -30);
  const because = param('because') as Reason | null;
  const body = param('bodies');
  const filter = { ...(because && { because: [because] }), ...(body && { bodies: [body] }) };
  const key = JSON.stringify([since, filter, knownAt.value]);
  const asked = { since: `${since}T00:00:00Z`, until: null, filter, knownAt: knownAt.value };
  const { answer, rows, hasMore, more, all } = useList(key, EntriesDocument, asked, (data) => data.corrections);
  return (
    <>
      <div class="fields">
        <DateField label={w.sinceMoment} value={since} onPick={(day) => go(hrefHere({ since: day }))} />
        <Picked label={w.body} id={body} types={['BODY']} onPick={(id) => go(hrefHere({ bodies: id }))} />
        <Choice label={w.cause} value={because ?? ''} options={[['', w.all], ...Object.entries(w.because)]} onPick={(one) => go(hrefHere({ because: one }))} />
      </div>
      <Answered answer={answer}>
        {({ corrections: { totalCount } }) => (
          <Sheet
            title={w.found(totalCount)}
            name={w.entriesTitle}
            rows={rows}
            whole={{ all, total: totalCount }}
            period={{ from: since, until: today() }}
            keyOf={({ id }) => id}
            columns={[
              { title: w.recorded, text: ({ recordedAt }) => sayMoment(recordedAt) },
              {
                title: w.about,
                text: (row) => thingOf(row.is ?? row.was)?.name ?? '',
                cell: (row) => {
                  const thing = thingOf(row.is ?? row.was);
                  return thing && <To thing={thing} />;
                },
              },
              { title: w.was, text: ({ was, is }) => (sayVersion(was) === sayVersion(is) ? '' : sayVersion(was)) },
              { title: w.is, text: (row) => (row.is ? sayVersion(row.is) : w.gone) },
              {
                title: w.cause,
                text: (row) => [w.because[row.because], row.reason ?? ''].filter(Boolean).join(': '),
                cell: (row) => <Because row={row} />,
              },
            ]}
            after={hasMore && <More shown={rows.length} total={totalCount} more={more} />}
          />
        )}
      </Answered>
    </>
  );
};
