import { asOf, day, go, href, knownAt, lens, pathOf, pickDay } from '../address';
import { useAnswer } from '../ask';
import { addDays, today } from '../dates';
import { StartDocument, StartThenDocument } from '../generated/graphql';
import { DateField } from '../parts/date-field';
import { Search } from '../parts/search';
import { Answered, View } from '../parts/view';
import { say, words } from '../words/words';

/** What the record held at an earlier time: how many seats nobody counts for it, and what data came since is not of it. */
const Then = () => {
  const w = words.value;
  const answer = useAnswer(StartThenDocument, lens.value);
  return <Answered answer={answer}>{({ people, bodies }) => <p>{w.heldThen(people.totalCount, bodies.totalCount)}</p>}</Answered>;
};

/** What the record holds, and where it is from. */
const Now = () => {
  const w = words.value;
  const answer = useAnswer(StartDocument, {});
  return (
    <Answered answer={answer}>
      {({ graph }) => (
        <section class="data">
          <p>{w.holds(graph.people, graph.bodies, graph.memberships)}</p>
          <details>
            <summary>{w.dataFrom}</summary>
            <ul class="plain">
              {graph.dataSets.map(({ id, title, date }) => (
                <li key={id}>
                  {title}
                  {date && <span class="beside"> ({w.dated(say(date))})</span>}
                </li>
              ))}
            </ul>
          </details>
        </section>
      )}
    </Answered>
  );
};

/** The front page: one field, one day, and doors. */
export default () => {
  const w = words.value;
  const doors = [
    { to: href('/bodies', { kinds: 'FORUM' }), text: w.forums },
    { to: href('/bodies'), text: w.bodies },
    { to: href('/municipalities'), text: w.municipalities },
    { to: href('/people'), text: w.peopleTitle },
    { to: href('/parties'), text: w.parties },
    { to: href('/map'), text: w.mapTitle },
    { to: href('/changes', { from: addDays(today(), -365), until: today() }), text: w.changesDoor },
    { to: href('/vacancies'), text: w.vacanciesTitle },
    { to: href('/meetings'), text: w.meetingsTitle },
  ];
  return (
    <View title={w.siteSays}>
      <div class="first">
        <div role="search" class="find">
          <Search
            label={w.search}
            isBig
            onPick={({ id }) => {
              const path = pathOf(id);
              if (path) go(href(path));
            }}
          />
        </div>
        <DateField label={w.day} value={day.value} isToday={asOf.value === null} onPick={pickDay} />
      </div>
      <nav aria-label={w.doors}>
        <ul class="doors">
          {doors.map(({ to, text }) => (
            <li key={to}>
              <a href={to}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      {knownAt.value ? <Then /> : <Now />}
    </View>
  );
};
