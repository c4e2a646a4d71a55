import { go, hrefHere, knownAt, param } from '../address';
import { useAnswer } from '../ask';
import { addDays, readDate, today } from '../dates';
import { type Difference, differenceOf } from '../difference';
import { SittingDocument } from '../generated/graphql';
import { type MemberRow, isCounted } from '../parts/composition';
import { DateField } from '../parts/date-field';
import { To, sayParty } from '../parts/links';
import { Picked } from '../parts/picked';
import { Sheet } from '../parts/sheet';
import { saySources } from '../parts/sources';
import { Why } from '../parts/sure';
import { Answered, View } from '../parts/view';
import { saySureness, surenessOf } from '../sureness';
import { say, words } from '../words/words';
import { sayRole } from './members';
import { Unknown } from './unknown';

const sayState = (row: MemberRow | null, day: string): string =>
  row ? [sayRole(row), sayParty(row.person), saySureness(surenessOf(row, day))].join(', ') : '–';

const personOf = ({ before, after }: Difference): { id: string; name: string } => (after ?? before)?.person ?? { id: '', name: '' };

/** On which of the days somebody may have sat whom nobody names: who came or went may then have sat on both. */
const openDays = (differences: readonly Difference[], days: readonly { kind: Difference['kind']; day: string; isComplete: boolean }[]): string[] =>
  days.filter(({ kind, isComplete }) => !isComplete && differences.some((one) => one.kind === kind)).map(({ day }) => say(day));

const Differences = ({ id, from, until }: { id: string; from: string; until: string }) => {
  const w = words.value;
  const earlier = useAnswer(SittingDocument, { id, asOf: from, knownAt: knownAt.value });
  const later = useAnswer(SittingDocument, { id, asOf: until, knownAt: knownAt.value });
  return (
    <Answered answer={earlier}>
      {({ body: before }) => (
        <Answered answer={later}>
          {({ body: after }) => {
            if (!before || !after) return <Unknown id={id} />;
            const { differences, same } = differenceOf(
              { day: from, rows: before.members.nodes.filter(isCounted) },
              { day: until, rows: after.members.nodes.filter(isCounted) },
            );
            const open = openDays(differences, [
              { kind: 'came', day: from, isComplete: before.composition.complete },
              { kind: 'went', day: until, isComplete: after.composition.complete },
            ]);
            return (
              <Sheet
                title={after.name}
                name={after.name}
                period={{ from, until }}
                rows={differences}
                keyOf={(row) => personOf(row).id}
                none={w.noDifference}
                columns={[
                  { title: w.what, text: ({ kind }) => w[kind] },
                  { title: w.name, text: (row) => personOf(row).name, cell: (row) => <To thing={personOf(row)} /> },
                  { title: say(from), text: (row) => sayState(row.before, from) },
                  { title: say(until), text: (row) => sayState(row.after, until) },
                  {
                    title: w.reason,
                    text: (row) => saySources((row.after ?? row.before)?.sources ?? []),
                    cell: (row) => {
                      const seat = row.after ?? row.before;
                      return seat && <Why row={seat} about={seat.person.name} />;
                    },
                  },
                ]}
                after={
                  <>
                    {same > 0 && <p class="note">{w.stayed(same)}</p>}
                    {open.length > 0 && <p class="note">{w.moreMaySit(open)}</p>}
                  </>
                }
              />
            );
          }}
        </Answered>
      )}
    </Answered>
  );
};

/** Two days of a body, side by side. */
export default () => {
  const w = words.value;
  const id = param('body');
  const until = readDate(param('until') ?? '') ?? today();
  const from = readDate(param('from') ?? '') ?? addDays(until, -365);
  return (
    <View title={w.compareTitle} says={`${say(from)} – ${say(until)}`} links={[]} shows={{ from, until }}>
      <div class="fields">
        <Picked label={w.pickBody} id={id} types={['BODY']} onPick={(body) => go(hrefHere({ body }))} />
        <DateField label={w.firstDay} value={from} onPick={(day) => go(hrefHere({ from: day }))} />
        <DateField label={w.secondDay} value={until} onPick={(day) => go(hrefHere({ until: day }))} />
      </div>
      {from >= until ? (
        <p class="bad" role="alert">
          {w.daysTurned}
        </p>
      ) : (
        id && <Differences key={id} id={id} from={from} until={until} />
      )}
    </View>
  );
};
