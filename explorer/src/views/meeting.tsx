import { lens } from '../address';
import { useAnswer } from '../ask';
import { MeetingDocument, type MeetingQuery } from '../generated/graphql';
import { To } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { Passages } from '../parts/sources';
import { Answered, View } from '../parts/view';
import { say, words } from '../words/words';
import { Unknown } from './unknown';

type Meeting = NonNullable<MeetingQuery['meeting']>;
type Item = Meeting['agendaItems'][number];

const Decisions = ({ item }: { item: Item }) => {
  const w = words.value;
  return (
    <>
      {item.decisions.map(({ id, text, outcome, sources }) => (
        <div key={id}>
          <p>
            <strong>{w.outcome[outcome]}</strong>: {text}
          </p>
          {sources.length > 0 && (
            <details class="why">
              <summary aria-label={`${w.sources}: ${item.title}`}>{w.sources}</summary>
              <Passages passages={sources} />
            </details>
          )}
        </div>
      ))}
    </>
  );
};

const Shown = ({ meeting }: { meeting: Meeting }) => {
  const w = words.value;
  const { title, body, date, agendaItems, attendance, documents, reason } = meeting;
  return (
    <View
      title={title ?? body?.name ?? w.meetings}
      says={
        <>
          {date ? say(date) : w.noDate}
          {body && (
            <>
              {' · '}
              <To thing={body} />
            </>
          )}
          {reason && ` · ${reason}`}
        </>
      }
      links={[]}
    >
      <Sheet
        title={w.agenda}
        rows={agendaItems}
        keyOf={({ id }) => id}
        none={w.notStated}
        columns={[
          { title: w.item, text: ({ number, title: item }) => [number, item].filter(Boolean).join(' ') },
          { title: w.case, text: ({ caseNumber }) => caseNumber },
          {
            title: w.decision,
            text: ({ decisions }) => decisions.map(({ text, outcome }) => `${w.outcome[outcome]}: ${text}`).join(' | '),
            cell: (item) => <Decisions item={item} />,
          },
        ]}
      />
      {attendance.length > 0 && (
        <Sheet
          title={w.attendance}
          rows={attendance}
          keyOf={({ id }) => id}
          columns={[
            { title: w.name, text: ({ person }) => person.name, cell: ({ person }) => <To thing={person} /> },
            { title: w.attendance, text: ({ presence }) => w.presence[presence] },
          ]}
        />
      )}
      {documents.length > 0 && (
        <section>
          <h2>{w.documents}</h2>
          <ul class="plain">
            {documents.map((document) => (
              <li key={document.id}>
                <To thing={document} />
                {document.date && `, ${say(document.date)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Passages passages={meeting.sources} />
    </View>
  );
};

/** A meeting: what was on its agenda, what was decided, and who was there. */
export default ({ id }: { id: string }) => {
  const answer = useAnswer(MeetingDocument, { id, ...lens.value });
  return <Answered answer={answer}>{({ meeting }) => (meeting ? <Shown meeting={meeting} /> : <Unknown id={id} />)}</Answered>;
};
