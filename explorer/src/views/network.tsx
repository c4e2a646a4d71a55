import { useMemo } from 'preact/hooks';
import { day, go, hrefHere, lens, param } from '../address';
import { useAnswer } from '../ask';
import {
  AroundBodyDocument,
  type AroundBodyQuery,
  AroundPersonDocument,
  type AroundPersonQuery,
  PathDocument,
  type Role,
  type SitsFragment,
} from '../generated/graphql';
import { MOST_THINGS, type Tie, placed, thingsOf } from '../graph';
import { To } from '../parts/links';
import { Picked, useNames } from '../parts/picked';
import { Sheet } from '../parts/sheet';
import { Answered, View } from '../parts/view';
import { SUREST_FIRST, type Sureness, saySureness, surenessOf } from '../sureness';
import { words } from '../words/words';
import { Drawn } from './network-picture';
import { Unknown } from './unknown';

interface Seat extends Tie {
  role: Role;
  sureness: Sureness;
}

const tieOf = (person: Tie['person'], body: Tie['body'], seat: SitsFragment): Seat => {
  const sureness = surenessOf(seat, day.value);
  return { person, body, role: seat.role, sureness, isSure: sureness.kind === 'certain' };
};

const ofPerson = ({ person }: AroundPersonQuery): Seat[] | null =>
  person &&
  person.memberships.nodes.flatMap((seat) => [
    tieOf(person, seat.body, seat),
    ...seat.body.members.nodes.map((other) => tieOf(other.person, seat.body, other)),
  ]);

const ofBody = ({ body }: AroundBodyQuery): Seat[] | null =>
  body &&
  body.members.nodes.flatMap((seat) => [
    tieOf(seat.person, body, seat),
    ...seat.person.memberships.nodes.map((other) => tieOf(seat.person, other.body, other)),
  ]);

/** Each tie once, the surest. */
const once = (ties: readonly Seat[]): Seat[] => {
  const found = new Map<string, Seat>();
  for (const tie of ties) {
    const key = `${tie.person.id} ${tie.body.id}`;
    const before = found.get(key);
    if (!before || SUREST_FIRST.indexOf(tie.sureness.kind) < SUREST_FIRST.indexOf(before.sureness.kind)) found.set(key, tie);
  }
  return [...found.values()];
};

const Ties = ({ around, ties }: { around: string; ties: readonly Seat[] }) => {
  const w = words.value;
  const { things, shown } = useMemo(() => {
    const most = thingsOf(around, once(ties));
    return { things: placed(most.things, most.shown), shown: most.shown };
  }, [around, ties]);
  if (things.length === 0) return <p>{w.noMembers}</p>;
  return (
    <>
      <Drawn things={things} ties={shown} />
      <p class="note">{w.networkLimit(MOST_THINGS)}</p>
      <Sheet
        title={w.networkTitle}
        rows={shown}
        keyOf={({ person, body }) => `${person.id}${body.id}`}
        columns={[
          { title: w.name, text: ({ person }) => person.name, cell: ({ person }) => <To thing={person} /> },
          { title: w.body, text: ({ body }) => body.name, cell: ({ body }) => <To thing={body} /> },
          { title: w.roleTitle, text: ({ role }) => w.role[role] },
          { title: w.sure, text: ({ sureness }) => saySureness(sureness) },
        ]}
      />
    </>
  );
};

const Around = ({ id }: { id: string }) => {
  const isPerson = id.startsWith('person:');
  const person = useAnswer(AroundPersonDocument, isPerson ? { id, ...lens.value } : null);
  const body = useAnswer(AroundBodyDocument, isPerson ? null : { id, ...lens.value });
  const ofAny = useMemo(() => (person.data ? ofPerson(person.data) : body.data && ofBody(body.data)), [person.data, body.data]);
  return <Answered<unknown> answer={isPerson ? person : body}>{() => (ofAny ? <Ties around={id} ties={ofAny} /> : <Unknown id={id} />)}</Answered>;
};

const Way = ({ from, to }: { from: string; to: string }) => {
  const w = words.value;
  const name = useNames([from, to]);
  const answer = useAnswer(PathDocument, { from, to, ...lens.value });
  return (
    <Answered answer={answer}>
      {({ path }) => (
        <Sheet
          title={w.pathSays(name(from), name(to))}
          rows={path?.steps ?? []}
          keyOf={({ person, body }) => `${person.id}${body.id}`}
          none={w.noPath}
          columns={[
            { title: w.name, text: ({ person }) => person.name, cell: ({ person }) => <To thing={person} /> },
            { title: w.together, text: ({ body }) => body.name, cell: ({ body }) => <To thing={body} /> },
            { title: w.and, text: ({ next }) => next.name, cell: ({ next }) => <To thing={next} /> },
            { title: w.sure, text: ({ certainty }) => (certainty === 'CERTAIN' ? w.certain : w.possible) },
          ]}
        />
      )}
    </Answered>
  );
};

/** People and bodies around one of them, and the way from one person to another. */
export default () => {
  const w = words.value;
  const around = param('around');
  const to = param('to');
  const name = useNames(around ? [around] : []);
  return (
    <View title={around ? `${w.networkTitle}: ${name(around)}` : w.networkTitle} links={[]}>
      <div class="fields">
        <Picked label={w.pickCentre} id={around} types={['PERSON', 'BODY']} onPick={(id) => go(hrefHere({ around: id, to: null }))} />
        {around?.startsWith('person:') && <Picked label={w.pathTo} id={to} types={['PERSON']} onPick={(id) => go(hrefHere({ to: id }))} />}
      </div>
      {around && to && <Way from={around} to={to} />}
      {around && <Around key={around} id={around} />}
    </View>
  );
};
