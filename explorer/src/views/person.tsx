import { day, href, lens } from '../address';
import { useAnswer } from '../ask';
import { Duplicates } from '../edit/duplicates';
import { EditLink, editLinks } from '../edit/edit-link';
import { isErased } from '../erased';
import { PersonDocument, type PersonQuery } from '../generated/graphql';
import { Away, sayAway } from '../parts/away';
import { To, Tos, sayParty } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { Passages, saySources } from '../parts/sources';
import { Sure, Why } from '../parts/sure';
import { Timeline, sightingsOf } from '../parts/timeline';
import { Answered, View } from '../parts/view';
import { saySince, saySpan, saySureness, sayUntil, surenessOf } from '../sureness';
import { say, words } from '../words/words';
import { sayRole } from './members';
import { Absences } from './absences';
import { Unknown } from './unknown';

type Person = NonNullable<PersonQuery['person']>;

const awayEver = ({ leavesEver, stoodInEver, stoodInByEver }: Person['memberships']['nodes'][number]) => [...leavesEver, ...stoodInEver, ...stoodInByEver];

const Seats = ({ person }: { person: Person }) => {
  const w = words.value;
  const inForce = (row: Person['memberships']['nodes'][number]): number => (row.certainty === 'CERTAIN' ? 0 : row.certainty ? 1 : 2);
  const rows = [...person.memberships.nodes].sort((a, b) => inForce(a) - inForce(b) || (b.interval.fromMax ?? '').localeCompare(a.interval.fromMax ?? ''));
  return (
    <Sheet
      title={w.seatsHeld}
      name={`${person.name} ${w.seatsHeld}`}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { title: w.body, text: ({ body }) => body.name, cell: ({ body }) => <To thing={body} /> },
        {
          title: w.roleTitle,
          text: sayRole,
          cell: (row) => (
            <>
              {sayRole(row)}
              {row.substituteFor && (
                <>
                  {' '}
                  {w.for} <To thing={row.substituteFor.person} />
                </>
              )}
            </>
          ),
        },
        { title: w.represents, text: ({ represents }) => represents.map(({ name }) => name).join(', '), cell: ({ represents }) => <Tos things={represents} /> },
        { title: w.since, text: ({ from, interval }) => saySince(from, interval) },
        { title: w.till, text: ({ until, interval, ended }) => [sayUntil(until, interval), ended ? w.endCause[ended] : ''].filter(Boolean).join(', ') },
        {
          title: w.sure,
          text: (row) => (row.declined ? w.declined : [saySureness(surenessOf(row, day.value)), ...(row.certainty ? sayAway(row) : [])].join('; ')),
          cell: (row) => (
            <>
              {row.declined ? w.declined : <Sure row={row} />}
              {row.certainty && <Away row={row} />}
              <Why row={row} about={row.body.name} />
              <EditLink thing={row.id} about={row.body.name} />
            </>
          ),
        },
        { title: w.reason, text: ({ interval }) => saySpan(interval).join(' '), isHidden: true },
        { title: w.sources, text: ({ sources }) => saySources(sources), isHidden: true },
      ]}
    />
  );
};

const Ties = ({ person }: { person: Person }) => {
  const w = words.value;
  return (
    <Sheet
      title={w.ties}
      name={`${person.name} ${w.ties}`}
      rows={person.affiliations}
      keyOf={({ id }) => id}
      none={w.notStated}
      columns={[
        { title: w.tiedTo, text: (tie) => tie.with?.name ?? w.independent, cell: (tie) => (tie.with ? <To thing={tie.with} /> : w.independent) },
        { title: w.since, text: ({ from, interval }) => saySince(from, interval) },
        { title: w.till, text: ({ until, interval }) => sayUntil(until, interval) },
        {
          title: w.sure,
          text: (tie) => saySureness(surenessOf(tie, day.value)),
          cell: (tie) => (
            <>
              <Sure row={tie} />
              <Why row={tie} about={tie.with?.name ?? w.independent} />
              <EditLink thing={tie.id} about={tie.with?.name ?? w.independent} />
            </>
          ),
        },
      ]}
    />
  );
};

const Attendance = ({ attendance: { meetings, present, unknown } }: Person) => {
  const w = words.value;
  if (meetings === 0) return null;
  return (
    <section>
      <h2>{w.attendance}</h2>
      <p>
        {meetings > unknown && w.attendanceSays(present, meetings - unknown)} {unknown > 0 && w.attendanceUnknown(unknown)}
      </p>
    </section>
  );
};

const Shown = ({ person }: { person: Person }) => {
  const w = words.value;
  return (
    <View
      title={isErased(person.id) ? w.erasedPerson : person.name}
      says={
        <>
          {person.party ? <To thing={person.party} /> : sayParty(person)}
          {person.municipalities.length > 0 && (
            <>
              {' · '}
              <Tos things={person.municipalities} />
            </>
          )}
          {person.aliases.length > 0 && ` · ${w.alsoCalled} ${person.aliases.join(', ')}`}
          {person.diedOn && ` · ${w.died(say(person.diedOn))}`}
        </>
      }
      links={[
        { to: href('/changes', { people: person.id }), text: w.changesTitle },
        { to: href('/network', { around: person.id }), text: w.networkHere },
        ...editLinks(person.id),
      ]}
    >
      <Seats person={person} />
      <Timeline
        bars={person.memberships.nodes
          .filter(({ declined }) => !declined)
          .map((row) => ({
            id: row.id,
            label: row.body.name,
            thing: row.body,
            beside: sayRole(row),
            span: row.interval,
            sightings: sightingsOf(row.interval, [row.firstObserved, row.lastObserved], row.sources),
          }))}
        beside={[...person.affiliations, ...person.memberships.nodes.flatMap(awayEver)].map(({ interval }) => interval)}
      />
      <Absences person={person} />
      <Ties person={person} />
      <Sheet
        title={w.colleagues}
        name={`${person.name} ${w.colleagues}`}
        rows={person.colleagues.nodes}
        keyOf={({ person: { id }, body }) => `${id}${body.id}`}
        none={w.noMembers}
        columns={[
          { title: w.name, text: (row) => row.person.name, cell: (row) => <To thing={row.person} /> },
          { title: w.body, text: ({ body }) => body.name, cell: ({ body }) => <To thing={body} /> },
        ]}
        after={
          person.colleagues.totalCount > person.colleagues.nodes.length && (
            <p class="note">{w.of(person.colleagues.nodes.length, person.colleagues.totalCount)}</p>
          )
        }
      />
      <Attendance {...person} />
      <Duplicates person={person} />
      <Passages passages={person.sources} />
    </View>
  );
};

/** A person: all seats over time. */
export default ({ id }: { id: string }) => {
  const answer = useAnswer(PersonDocument, { id, ...lens.value });
  return <Answered answer={answer}>{({ person }) => (person ? <Shown person={person} /> : <Unknown id={id} />)}</Answered>;
};
