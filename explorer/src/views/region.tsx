import { day, go, hrefHere, lens, param } from '../address';
import { byAlphabet } from '../alphabet';
import { useAnswer } from '../ask';
import { editLinks } from '../edit/edit-link';
import { RegionDocument, type RegionQuery } from '../generated/graphql';
import { To, Tos } from '../parts/links';
import { type Column, Sheet } from '../parts/sheet';
import { Count, Sure } from '../parts/sure';
import { Answered, View } from '../parts/view';
import { saySureness, surenessOf } from '../sureness';
import { words } from '../words/words';
import { Unknown } from './unknown';

type Region = NonNullable<RegionQuery['region']>;
type Place = Region['municipalities'][number];
type Seat = Place['representatives']['nodes'][number];

interface Thing {
  id: string;
  name: string;
}

interface Line {
  thing: Thing;
  seatsIn: (column: string) => readonly Seat[];
}

/** The bodies in which somebody sits for a municipality of the region, those of most first. */
const bodiesOf = (places: readonly Place[]): Thing[] => {
  const counted = new Map<string, { thing: Thing; count: number }>();
  for (const { body } of places.flatMap(({ representatives }) => representatives.nodes)) {
    const before = counted.get(body.id);
    counted.set(body.id, { thing: body, count: (before?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count || byAlphabet(a.thing.name, b.thing.name)).map(({ thing }) => thing);
};

const seatsOf = (place: Place | undefined, body: string): Seat[] => (place?.representatives.nodes ?? []).filter((seat) => seat.body.id === body);

const Cell = ({ seats }: { seats: readonly Seat[] }) => (
  <>
    {seats.map((seat) => (
      <div key={seat.membership.id}>
        <To thing={seat.person} />{' '}
        <span class="beside">
          <Sure row={{ ...seat.membership, certainty: seat.certainty }} />
        </span>
      </div>
    ))}
  </>
);

const sayCell = (seats: readonly Seat[]): string =>
  seats.map(({ person, certainty, membership }) => `${person.name} (${saySureness(surenessOf({ ...membership, certainty }, day.value))})`).join(', ');

/** Who represents whom where: municipality by body, or turned. */
const Matrix = ({ region }: { region: Region }) => {
  const w = words.value;
  const isTurned = param('turned') === 'true';
  const bodies = bodiesOf(region.municipalities);
  const places = new Map(region.municipalities.map((place) => [place.id, place]));
  const lines: Line[] = isTurned
    ? bodies.map((thing) => ({ thing, seatsIn: (place) => seatsOf(places.get(place), thing.id) }))
    : region.municipalities.map((place) => ({ thing: place, seatsIn: (body) => seatsOf(place, body) }));
  const others: readonly Thing[] = isTurned ? region.municipalities.filter(({ representatives }) => representatives.nodes.length > 0) : bodies;
  const columns: Column<Line>[] = [
    { title: isTurned ? w.body : w.municipality, text: ({ thing }) => thing.name, cell: ({ thing }) => <To thing={thing} /> },
    ...others.map((other): Column<Line> => ({
      title: other.name,
      text: ({ seatsIn }) => sayCell(seatsIn(other.id)),
      cell: ({ seatsIn }) => <Cell seats={seatsIn(other.id)} />,
    })),
  ];
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={w.matrix}>
      <p>
        <button type="button" class="all" aria-pressed={isTurned} onClick={() => go(hrefHere({ turned: isTurned ? null : 'true' }), { replace: true })}>
          {w.turn}
        </button>
      </p>
      <Sheet title={w.matrix} name={`${w.matrix} ${region.name}`} rows={lines} columns={columns} keyOf={({ thing }) => thing.id} />
    </div>
  );
};

const Shown = ({ region }: { region: Region }) => {
  const w = words.value;
  return (
    <View
      title={region.name}
      says={
        <>
          {w.region.toLowerCase()}
          {region.phase !== 'CURRENT' && ` · ${w.phase[region.phase]}`}
          {region.predecessors.length > 0 && (
            <>
              {' · '}
              {w.cameAfter} <Tos things={region.predecessors} />
            </>
          )}
          {region.successors.length > 0 && (
            <>
              {' · '}
              {w.wasFollowedBy} <Tos things={region.successors} />
            </>
          )}
        </>
      }
      links={editLinks(region.id)}
    >
      {region.council && (
        <p>
          <To thing={region.council} />: <Count range={region.council.composition.filled} of={w.members} />
        </p>
      )}
      <Matrix region={region} />
    </View>
  );
};

/** A region: its council, and who represents its municipalities where. */
export default ({ id }: { id: string }) => {
  const answer = useAnswer(RegionDocument, { id, ...lens.value });
  return <Answered answer={answer}>{({ region }) => (region ? <Shown region={region} /> : <Unknown id={id} />)}</Answered>;
};
