import { day, go, hrefHere, lens, param } from '../address';
import { useAnswer } from '../ask';
import { addDays, readDate } from '../dates';
import { ExpiringDocument, VacanciesDocument } from '../generated/graphql';
import { DateField } from '../parts/date-field';
import { To } from '../parts/links';
import { More } from '../parts/more';
import { useList } from '../parts/pages';
import { Picked } from '../parts/picked';
import { Sheet } from '../parts/sheet';
import { Count, Sure, Why } from '../parts/sure';
import { Answered, View } from '../parts/view';
import { sayRange, saySureness, sayUntil, surenessOf } from '../sureness';
import { say, words } from '../words/words';
import { sayRole } from './members';

const Vacant = () => {
  const w = words.value;
  const answer = useAnswer(VacanciesDocument, { body: param('body'), by: param('whom'), ...lens.value });
  return (
    <Answered answer={answer}>
      {({ vacancies }) => (
        <Sheet
          title={w.vacanciesNow}
          rows={vacancies}
          keyOf={({ body, by }) => `${body.id}${by.id}`}
          none={w.noVacancies}
          columns={[
            { title: w.body, text: ({ body }) => body.name, cell: ({ body }) => <To thing={body} /> },
            { title: w.rightOf, text: ({ by }) => by.name, cell: ({ by }) => <To thing={by} /> },
            { title: w.seats, text: ({ seats }) => seats.lastKnown, cell: ({ seats }) => <Count range={seats} /> },
            { title: w.sure, text: ({ seats }) => sayRange(seats), isHidden: true },
            { title: w.since, text: ({ since }) => (since ? w.atLatestOn(say(since)) : w.notStated) },
            {
              title: w.lastHolder,
              text: ({ lastHolder }) => lastHolder?.person.name ?? '',
              cell: ({ lastHolder }) => lastHolder && <To thing={lastHolder.person} />,
            },
          ]}
        />
      )}
    </Answered>
  );
};

const Expiring = ({ before }: { before: string }) => {
  const w = words.value;
  const filter = { before, body: param('body'), whom: param('whom'), ...lens.value };
  const key = JSON.stringify(filter);
  const { answer, rows, hasMore, more, all } = useList(key, ExpiringDocument, filter, (data) => data.expiring);
  return (
    <Answered answer={answer}>
      {({ expiring: { totalCount } }) => (
        <Sheet
          title={w.expiringTitle(say(addDays(before, -1)))}
          rows={rows}
          whole={{ all, total: totalCount }}
          keyOf={({ id }) => id}
          none={w.noExpiring}
          columns={[
            { title: w.till, text: ({ until, interval }) => sayUntil(until, interval) },
            { title: w.name, text: ({ person }) => person.name, cell: ({ person }) => <To thing={person} /> },
            { title: w.roleTitle, text: sayRole },
            { title: w.body, text: ({ body }) => body.name, cell: ({ body }) => <To thing={body} /> },
            {
              title: w.sure,
              text: (row) => saySureness(surenessOf(row, day.value)),
              cell: (row) => (
                <>
                  <Sure row={row} />
                  <Why row={row} about={row.person.name} />
                </>
              ),
            },
          ]}
          after={hasMore && <More shown={rows.length} total={totalCount} more={more} />}
        />
      )}
    </Answered>
  );
};

/** For a secretariat's week: seats that nobody holds, and seats that run out. */
export default () => {
  const w = words.value;
  const nextYear = `${Number(day.value.slice(0, 4)) + 1}-01-01`;
  const before = readDate(param('before') ?? '') ?? nextYear;
  return (
    <View title={w.vacanciesTitle} says={w.asOfSays(say(day.value))} links={[]} shows={{ before }}>
      <div class="fields">
        <Picked label={w.pickBody} id={param('body')} types={['BODY']} onPick={(body) => go(hrefHere({ body }))} />
        <DateField label={w.lastDayBefore} value={addDays(before, -1)} onPick={(last) => go(hrefHere({ before: addDays(last, 1) }))} />
      </div>
      <Vacant />
      <Expiring before={before} />
    </View>
  );
};
