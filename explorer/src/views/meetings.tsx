import { go, hrefHere, lens, param } from '../address';
import { MeetingsDocument } from '../generated/graphql';
import { To } from '../parts/links';
import { More } from '../parts/more';
import { useList } from '../parts/pages';
import { Picked } from '../parts/picked';
import { Sheet } from '../parts/sheet';
import { Answered, View } from '../parts/view';
import { say, words } from '../words/words';

/** Meetings, of one body or all. */
export default () => {
  const w = words.value;
  const filter = { body: param('body'), from: param('from'), until: param('until') };
  const key = JSON.stringify([filter, lens.value]);
  const { answer, rows, hasMore, more, all } = useList(key, MeetingsDocument, { filter, ...lens.value }, (data) => data.meetings);
  return (
    <View title={w.meetingsTitle} links={[]}>
      <div class="fields">
        <Picked label={w.pickBody} id={param('body')} types={['BODY']} onPick={(body) => go(hrefHere({ body }))} />
      </div>
      <Answered answer={answer}>
        {({ meetings: { totalCount } }) => (
          <Sheet
            title={w.found(totalCount)}
            name={w.meetingsTitle}
            rows={rows}
            whole={{ all, total: totalCount }}
            keyOf={({ id }) => id}
            none={w.noMeetings}
            columns={[
              { title: w.date, text: ({ date }) => (date ? say(date) : w.noDate) },
              {
                title: w.name,
                text: ({ title, body }) => title ?? body?.name ?? '',
                cell: (meeting) => <To thing={{ ...meeting, name: meeting.title ?? meeting.body?.name ?? '' }} />,
              },
              { title: w.body, text: ({ body }) => body?.name ?? '', cell: ({ body }) => body && <To thing={body} /> },
            ]}
            after={hasMore && <More shown={rows.length} total={totalCount} more={more} />}
          />
        )}
      </Answered>
    </View>
  );
};
