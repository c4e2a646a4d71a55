import { useMemo } from 'preact/hooks';
import { day, href, hrefHere, lens, knownAt } from '../address';
import { addDays } from '../dates';
import { type Answer, useAnswer } from '../ask';
import { BodyDocument, type BodyQuery, BodyTimeDocument, type BodyTimeQuery, BodyWorkDocument, type BodyWorkQuery } from '../generated/graphql';
import { editLinks, pasteLinks } from '../edit/edit-link';
import { Composition, isCounted } from '../parts/composition';
import { Tos } from '../parts/links';
import { Passages } from '../parts/sources';
import { Timeline, sightingsOf } from '../parts/timeline';
import { Answered, View } from '../parts/view';
import { saySince, sayUntil } from '../sureness';
import { say, words } from '../words/words';
import { BodyFacts, BodyWork } from './body-facts';
import { Members, sayRole } from './members';
import { Unknown } from './unknown';

type Body = NonNullable<BodyQuery['body']>;

/** What begins and ends in a body beside its seats. */
const besideSeats = ({ existence, terms, members }: NonNullable<BodyTimeQuery['body']>) => [
  existence,
  ...terms.map(({ interval }) => interval),
  ...members.nodes.flatMap(({ leaves, stoodIn }) => [...leaves, ...stoodIn].map(({ interval }) => interval)),
];

const Time = ({ answer }: { answer: Answer<BodyTimeQuery> }) => (
  <Answered answer={answer}>
    {({ body }) => (
      <Timeline
        bars={(body?.members.nodes ?? [])
          .filter(({ declined }) => !declined)
          .map((row) => ({
            id: row.id,
            label: row.person.name,
            thing: row.person,
            beside: sayRole(row),
            span: row.interval,
            sightings: sightingsOf(row.interval, [row.firstObserved, row.lastObserved], row.sources),
          }))}
        beside={body ? besideSeats(body) : []}
      />
    )}
  </Answered>
);

/** Of a body that is not there on the day: the nearest day on which it is for certain. */
const nearestDay = ({ phase, existence: { fromMax, untilMin } }: Body): string | null => {
  if (phase === 'CURRENT') return null;
  return fromMax && fromMax > day.value ? fromMax : untilMin && untilMin <= day.value ? addDays(untilMin, -1) : null;
};

const linksOf = (body: Body) => {
  const { id } = body;
  const nearest = nearestDay(body);
  const w = words.value;
  const year = Number(day.value.slice(0, 4));
  return [
    ...(nearest ? [{ to: hrefHere({ asOf: nearest }), text: w.whoSatOn(say(nearest)) }] : []),
    { to: href('/changes', { bodies: id, from: `${year - 1}-12-31`, until: `${year}-12-31` }), text: w.changesHere },
    { to: href('/compare', { body: id, from: `${year - 1}-01-01`, until: day.value }), text: w.compareHere },
    { to: href('/network', { around: id }), text: w.networkHere },
    { to: href('/vacancies', { body: id, before: `${year + 1}-01-01` }), text: w.vacanciesHere },
    ...editLinks(id),
    ...pasteLinks(id),
  ];
};

/** From when to when it exists, as far as is known. */
const existenceOf = ({ existence }: Body): string[] => {
  const w = words.value;
  const [since, end] = [saySince(null, existence), sayUntil(null, existence)];
  return [since !== w.notStated ? `${w.since.toLowerCase()} ${since}` : '', end && end !== w.notStated ? `${w.till.toLowerCase()} ${end}` : ''].filter(Boolean);
};

const noneOf = ({ phase, name, lastObserved }: Body): string => {
  const w = words.value;
  return [phase === 'CURRENT' ? '' : w.wasNot(name), w.noMembers, lastObserved ? w.sawLast(say(lastObserved)) : ''].filter(Boolean).join(' ');
};

interface Given {
  body: Body;
  time: Answer<BodyTimeQuery>;
  work: Answer<BodyWorkQuery>;
}

/** Who sits in it. */
const Seats = ({ body }: { body: Body }) => {
  const w = words.value;
  const members = body.members.nodes.filter(isCounted);
  const substitutes = body.members.nodes.filter(({ role, declined }) => role === 'SUBSTITUTE' && !declined);
  const others = body.members.nodes.filter((row) => !members.includes(row) && !substitutes.includes(row));
  return (
    <>
      {members.length > 0 && <Composition composition={body.composition} members={members} />}
      <Members title={w.membersTitle} name={body.name} rows={members} none={noneOf(body)} />
      {substitutes.length > 0 && <Members title={w.substitutesTitle} name={body.name} rows={substitutes} />}
      {others.length > 0 && <Members title={w.othersTitle} name={body.name} rows={others} />}
    </>
  );
};

const Shown = ({ body, time, work }: Given) => {
  const w = words.value;
  // Three answers arrive one after the other: what shows one is not made again for the next.
  const seats = useMemo(() => <Seats body={body} />, [body]);
  const course = useMemo(() => <Time answer={time} />, [time]);
  return (
    <View
      title={w.whoSits(body.name, say(day.value))}
      says={
        <>
          {w.bodyKind[body.kind]}
          {[body.phase === 'CURRENT' ? '' : w.phase[body.phase], ...existenceOf(body)].filter(Boolean).map((said) => ` · ${said}`)}
          {body.governs && (
            <>
              {' · '}
              {w.governs.toLowerCase()} <Tos things={[body.governs]} />
            </>
          )}
          {body.partOf.length > 0 && (
            <>
              {' · '}
              {w.partOf.toLowerCase()} <Tos things={body.partOf} />
            </>
          )}
          {body.aliases.length > 0 && ` · ${w.alsoCalled.toLowerCase()} ${body.aliases.join(', ')}`}
        </>
      }
      links={linksOf(body)}
    >
      {seats}
      {course}
      <BodyFacts body={body} />
      <BodyWork answer={work} name={body.name} />
      <Passages passages={body.sources} />
    </View>
  );
};

/** A body on a day. */
export default ({ id }: { id: string }) => {
  const answer = useAnswer(BodyDocument, { id, ...lens.value });
  const time = useAnswer(BodyTimeDocument, { id, knownAt: knownAt.value });
  const work = useAnswer(BodyWorkDocument, { id, ...lens.value });
  return <Answered answer={answer}>{({ body }) => (body ? <Shown body={body} time={time} work={work} /> : <Unknown id={id} />)}</Answered>;
};
