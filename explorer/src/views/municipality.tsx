import { day, go, href, hrefHere, lens, param } from '../address';
import { byAlphabet } from '../alphabet';
import { useAnswer } from '../ask';
import { editLinks } from '../edit/edit-link';
import { MunicipalityDocument, type MunicipalityQuery } from '../generated/graphql';
import { Away, sayAway } from '../parts/away';
import { Composition, isCounted } from '../parts/composition';
import { To, Tos } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { Sure, Why } from '../parts/sure';
import { Answered, View } from '../parts/view';
import { saySince, saySureness, surenessOf } from '../sureness';
import { words } from '../words/words';
import { Members, sayRole } from './members';
import { Unknown } from './unknown';

type Municipality = NonNullable<MunicipalityQuery['municipality']>;

/** Who sits for it where, by body or by person. */
const Representatives = ({ place }: { place: Municipality }) => {
  const w = words.value;
  const isTurned = param('turned') === 'true';
  const rows = place.representatives.nodes;
  const bodyColumn = { title: w.body, text: ({ body }: (typeof rows)[number]) => body.name, cell: ({ body }: (typeof rows)[number]) => <To thing={body} /> };
  const personColumn = {
    title: w.name,
    text: ({ person }: (typeof rows)[number]) => person.name,
    cell: ({ person }: (typeof rows)[number]) => <To thing={person} />,
  };
  const byName = isTurned ? (row: (typeof rows)[number]) => row.person.name : (row: (typeof rows)[number]) => row.body.name;
  return (
    <Sheet
      title={w.represented(place.name)}
      rows={[...rows].sort((a, b) => byAlphabet(byName(a), byName(b)))}
      keyOf={({ membership, how }) => `${membership.id}${how.join()}`}
      none={w.noMembers}
      columns={[
        ...(isTurned ? [personColumn, bodyColumn] : [bodyColumn, personColumn]),
        { title: w.roleTitle, text: ({ membership }) => sayRole(membership) },
        { title: w.howTitle, text: ({ how }) => how.map((one) => w.how[one]).join(', ') },
        { title: w.since, text: ({ membership: { from, interval } }) => saySince(from, interval) },
        {
          title: w.sure,
          text: ({ certainty, membership }) => [saySureness(surenessOf({ ...membership, certainty }, day.value)), ...sayAway(membership)].join('; '),
          cell: ({ certainty, membership, person }) => (
            <>
              <Sure row={{ ...membership, certainty }} />
              <Away row={membership} />
              <Why row={membership} about={person.name} />
            </>
          ),
        },
      ]}
      after={
        rows.length > 1 && (
          <p>
            <button type="button" class="all" aria-pressed={isTurned} onClick={() => go(hrefHere({ turned: isTurned ? null : 'true' }), { replace: true })}>
              {w.turn}
            </button>
          </p>
        )
      }
    />
  );
};

const Shown = ({ place }: { place: Municipality }) => {
  const w = words.value;
  const { council } = place;
  const members = (council?.members.nodes ?? []).filter(isCounted);
  const mayors = members.filter(({ role }) => role === 'MAYOR');
  return (
    <View
      title={place.name}
      says={
        <>
          {w.municipality.toLowerCase()}
          {place.region && (
            <>
              {' · '}
              <To thing={place.region} />
            </>
          )}
          {place.coveredBy.length > 0 && (
            <>
              {' · '}
              {w.coveredBy.toLowerCase()} <Tos things={place.coveredBy} />
            </>
          )}
          {place.phase !== 'CURRENT' && ` · ${w.phase[place.phase]}`}
        </>
      }
      links={[
        ...(place.region ? [{ to: href(`/regions/${place.region.id.slice('region:'.length)}`), text: w.matrix }] : []),
        { to: href('/changes', { municipality: place.id }), text: w.changesHere },
        { to: href('/people', { municipality: place.id }), text: w.peopleTitle },
        ...editLinks(place.id),
      ]}
    >
      {mayors.map((row) => (
        <section key={row.id} class="fact">
          <h2>{w.mayor}</h2>
          <p>
            <To thing={row.person} />
            {row.person.party && (
              <>
                {', '}
                <To thing={row.person.party} />
              </>
            )}
            {' – '}
            <Sure row={row} />
          </p>
          <Away row={row} />
          <Why row={row} about={row.person.name} />
        </section>
      ))}
      <Representatives place={place} />
      {council && members.length > 0 && <Composition composition={council.composition} members={members} />}
      {council && (
        <>
          <p>
            {w.council}: <To thing={council} />
          </p>
          <Members title={w.membersTitle} name={council.name} rows={members} none={w.noMembers} />
        </>
      )}
      {place.predecessors.length + place.successors.length > 0 && (
        <section>
          <h2>{w.lineage}</h2>
          {place.predecessors.length > 0 && (
            <p>
              {w.cameAfter} <Tos things={place.predecessors} />
            </p>
          )}
          {place.successors.length > 0 && (
            <p>
              {w.wasFollowedBy} <Tos things={place.successors} />
            </p>
          )}
        </section>
      )}
    </View>
  );
};

/** A municipality: its mayor, who sits for it where, and its council. */
export default ({ id }: { id: string }) => {
  const answer = useAnswer(MunicipalityDocument, { id, ...lens.value });
  return <Answered answer={answer}>{({ municipality }) => (municipality ? <Shown place={municipality} /> : <Unknown id={id} />)}</Answered>;
};
