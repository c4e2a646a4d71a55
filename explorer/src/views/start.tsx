import { asOf, day, go, href, lang, pathOf, pickDay } from '../address';
import { useAnswer } from '../ask';
import { addDays, today } from '../dates';
import { StartDocument } from '../generated/graphql';
import { writeNumber } from '../numbers';
import { DateField } from '../parts/date-field';
import { Search } from '../parts/search';
import { Answered, View } from '../parts/view';
import { say, words } from '../words/words';

/** The front page: one field, one day, and doors. */
export default () => {
  const w = words.value;
  const answer = useAnswer(StartDocument, {});
  const figure = (n: number): string => writeNumber(n, lang.value);
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
      <Answered answer={answer}>
        {({ graph }) => (
          <section class="data">
            <p>{w.holds(figure(graph.people), figure(graph.bodies), figure(graph.memberships))}</p>
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
    </View>
  );
};
