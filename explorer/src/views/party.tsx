import { href, lens } from '../address';
import { byAlphabet } from '../alphabet';
import { type Answer, useAnswer } from '../ask';
import { editLinks } from '../edit/edit-link';
import { PartyDocument, type PartyQuery, PartySeatsDocument, type PartySeatsQuery } from '../generated/graphql';
import { To, Tos, nameOf } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { Count } from '../parts/sure';
import { Answered, View } from '../parts/view';
import { sayRange } from '../sureness';
import { words } from '../words/words';
import { Unknown } from './unknown';

type Party = NonNullable<PartyQuery['party']>;
type Row = PartySeatsQuery['counts'][number];

const thingOf = ({ keys }: Row, by: 'MUNICIPALITY' | 'BODY'): { id: string; name: string } | null => {
  const thing = keys.find((key) => key.by === by)?.thing;
  return thing ? { id: thing.id, name: nameOf(thing) } : null;
};

const Seats = ({ party, answer }: { party: Party; answer: Answer<PartySeatsQuery> }) => {
  const w = words.value;
  const placeOf = (row: Row): string => thingOf(row, 'MUNICIPALITY')?.name ?? w.homeUnknown;
  return (
    <Answered answer={answer}>
      {({ counts }) => (
        <Sheet
          title={w.seatsByPlace}
          name={`${party.name} ${w.seats}`}
          rows={[...counts].sort((a, b) => byAlphabet(placeOf(a), placeOf(b)))}
          keyOf={({ keys }) => keys.map(({ thing }) => thing?.id ?? '').join()}
          none={w.noMembers}
          columns={[
            {
              title: w.municipality,
              text: placeOf,
              cell: (row) => {
                const place = thingOf(row, 'MUNICIPALITY');
                return place ? <To thing={place} /> : <span class="beside">{w.homeUnknown}</span>;
              },
            },
            {
              title: w.body,
              text: (row) => thingOf(row, 'BODY')?.name ?? '',
              cell: (row) => {
                const body = thingOf(row, 'BODY');
                return body && <To thing={body} />;
              },
            },
            { title: w.number, text: ({ people }) => people.lastKnown, cell: ({ people }) => <Count range={people} /> },
            { title: w.sure, text: ({ people }) => sayRange(people), isHidden: true },
          ]}
        />
      )}
    </Answered>
  );
};

const Shown = ({ party, seats }: { party: Party; seats: Answer<PartySeatsQuery> }) => {
  const w = words.value;
  return (
    <View
      title={party.name}
      says={
        <>
          {w.partyScope[party.scope]}
          {party.letter && ` · ${w.letter.toLowerCase()} ${party.letter}`}
          {party.municipality && (
            <>
              {' · '}
              <To thing={party.municipality} />
            </>
          )}
          {party.predecessors.length > 0 && (
            <>
              {' · '}
              {w.cameAfter} <Tos things={party.predecessors} />
            </>
          )}
          {party.successors.length > 0 && (
            <>
              {' · '}
              {w.wasFollowedBy} <Tos things={party.successors} />
            </>
          )}
        </>
      }
      links={[
        { to: href('/people', { party: party.id }), text: w.peopleTitle },
        { to: href('/map', { ofParty: party.id }), text: w.mapTitle },
        { to: href('/changes', { party: party.id }), text: w.changesTitle },
        ...editLinks(party.id),
      ]}
    >
      <Seats party={party} answer={seats} />
    </View>
  );
};

/** A party: its seats by municipality and body. */
export default ({ id }: { id: string }) => {
  const answer = useAnswer(PartyDocument, { id, ...lens.value });
  const seats = useAnswer(PartySeatsDocument, { filter: { ofParty: id }, ...lens.value });
  return <Answered answer={answer}>{({ party }) => (party ? <Shown party={party} seats={seats} /> : <Unknown id={id} />)}</Answered>;
};
