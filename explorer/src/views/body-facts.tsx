import type { Answer } from '../ask';
import type { BodyQuery, BodyWorkQuery } from '../generated/graphql';
import { To } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { Count } from '../parts/sure';
import { Answered } from '../parts/view';
import { saySince, sayUntil } from '../sureness';
import { say, words } from '../words/words';

type Body = NonNullable<BodyQuery['body']>;
type Work = NonNullable<BodyWorkQuery['body']>;

const Lineage = ({ predecessors, successors }: Body) => {
  const w = words.value;
  if (predecessors.length + successors.length === 0) return null;
  const lines = [
    ...predecessors.map(({ predecessor, on, reason }) => ({ text: w.cameAfter, thing: predecessor, on, reason })),
    ...successors.map(({ successor, on, reason }) => ({ text: w.wasFollowedBy, thing: successor, on, reason })),
  ];
  return (
    <section>
      <h2>{w.lineage}</h2>
      <ul class="plain">
        {lines.map(({ text, thing, on, reason }) => (
          <li key={`${text}${thing.id}`}>
            {text} <To thing={thing} />
            {on && `, ${say(on)}`}
            {reason && <span class="beside"> ({reason})</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Parts = ({ parts }: Body) => {
  if (parts.length === 0) return null;
  return (
    <section>
      <h2>{words.value.parts}</h2>
      <ul class="plain">
        {parts.map((part) => (
          <li key={part.id}>
            <To thing={part} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Terms, seats by right, its parts, and what came before and after. */
export const BodyFacts = ({ body }: { body: Body }) => {
  const w = words.value;
  return (
    <>
      {body.seats.length > 0 && (
        <Sheet
          title={w.allotments}
          name={`${body.name} ${w.seats}`}
          rows={body.seats}
          keyOf={({ by, count }) => `${by.id}${count}`}
          columns={[
            { title: w.who, text: ({ by }) => by.name, cell: ({ by }) => <To thing={by} /> },
            { title: w.mayFill, text: ({ count }) => count, isNumber: true },
            { title: w.held, text: ({ held }) => held.lastKnown, cell: ({ held }) => <Count range={held} /> },
          ]}
        />
      )}
      {body.terms.length > 0 && (
        <Sheet
          title={w.terms}
          name={`${body.name} ${w.terms}`}
          rows={body.terms}
          keyOf={({ id }) => id}
          columns={[
            { title: w.name, text: ({ name }) => name },
            { title: w.since, text: ({ from, interval }) => saySince(from, interval) },
            { title: w.till, text: ({ until, interval }) => sayUntil(until, interval) },
          ]}
        />
      )}
      <Parts {...body} />
      <Lineage {...body} />
    </>
  );
};

const Meetings = ({ meetings: { nodes }, name }: { meetings: Work['meetings']; name: string }) => {
  const w = words.value;
  const decided = nodes.flatMap((meeting) => meeting.agendaItems.flatMap((item) => item.decisions.map((decision) => ({ meeting, item, decision }))));
  return (
    <>
      {nodes.length > 0 && (
        <Sheet
          title={w.meetings}
          name={`${name} ${w.meetings}`}
          rows={[...nodes].reverse()}
          keyOf={({ id }) => id}
          columns={[
            { title: w.date, text: ({ date }) => (date ? say(date) : w.noDate) },
            { title: w.name, text: ({ title }) => title ?? name, cell: (meeting) => <To thing={{ ...meeting, name: meeting.title ?? name }} /> },
            { title: w.agenda, text: ({ agendaItems }) => agendaItems.length, isNumber: true },
          ]}
        />
      )}
      {decided.length > 0 && (
        <Sheet
          title={w.decisions}
          name={`${name} ${w.decisions}`}
          rows={decided.reverse()}
          keyOf={({ decision }) => decision.id}
          columns={[
            { title: w.date, text: ({ meeting: { date } }) => (date ? say(date) : w.noDate) },
            { title: w.item, text: ({ item }) => item.title },
            { title: w.decision, text: ({ decision }) => decision.text },
            { title: w.what, text: ({ decision }) => w.outcome[decision.outcome] },
          ]}
        />
      )}
    </>
  );
};

/** What a body does: its meetings and decisions, and how it was elected. */
export const BodyWork = ({ answer, name }: { answer: Answer<BodyWorkQuery>; name: string }) => {
  const w = words.value;
  return (
    <Answered answer={answer}>
      {({ body }) =>
        body && (
          <>
            <Meetings meetings={body.meetings} name={name} />
            {body.elections.map(({ id: election, on, results }) => (
              <Sheet
                key={election}
                title={w.electionOf(say(on))}
                name={`${name} ${w.elections} ${on}`}
                rows={results}
                keyOf={({ list }) => list.id}
                columns={[
                  { title: w.letter, text: ({ list }) => list.letter },
                  { title: w.party, text: ({ list }) => list.name, cell: ({ list }) => <To thing={list} /> },
                  { title: w.votes, text: ({ votes }) => votes, isNumber: true },
                  { title: w.seats, text: ({ seats }) => seats ?? w.notStated, isNumber: true },
                ]}
              />
            ))}
          </>
        )
      }
    </Answered>
  );
};
