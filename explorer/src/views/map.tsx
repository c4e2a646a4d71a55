import { go, hrefHere, lens, listParam, param } from '../address';
import { useAnswer } from '../ask';
import { type BodyKind, PlaceCountsDocument, type PlaceCountsQuery, PlacesDocument, type PlacesQuery, type Role } from '../generated/graphql';
import { Choice } from '../parts/choice';
import { To } from '../parts/links';
import { Picked } from '../parts/picked';
import { Sheet } from '../parts/sheet';
import { Count } from '../parts/sure';
import { Answered, View } from '../parts/view';
import { type Range, sayRange } from '../sureness';
import { words } from '../words/words';
import { MapOf, type Counted } from './map-picture';

type Place = PlacesQuery['municipalities']['nodes'][number];

const NONE: Range = { min: 0, max: 0, open: true, lastKnown: 0 };

const countedOf = (places: readonly Place[], { counts }: PlaceCountsQuery): Counted[] => {
  const byPlace = new Map(counts.flatMap(({ keys, people }) => keys.flatMap(({ thing }) => (thing ? [[thing.id, people] as const] : []))));
  return places.map(({ id, name, code }) => ({ id, name, code, people: byPlace.get(id) ?? NONE })).sort((a, b) => b.people.lastKnown - a.people.lastKnown);
};

/** The municipalities by how many people from them sit, and the same as a table. */
export default () => {
  const w = words.value;
  const kinds = listParam('kinds') as BodyKind[];
  const roles = listParam('roles') as Role[];
  const filter = {
    kinds: kinds.length > 0 ? kinds : (['COUNCIL'] as BodyKind[]),
    ofParty: param('ofParty'),
    bodies: listParam('bodies'),
    ...(roles.length > 0 && { roles }),
  };
  const counts = useAnswer(PlaceCountsDocument, {
    filter: { ...filter, bodies: filter.bodies.length > 0 ? filter.bodies : null, kinds: filter.bodies.length > 0 ? null : filter.kinds },
    ...lens.value,
  });
  const places = useAnswer(PlacesDocument, lens.value);
  return (
    <View title={w.mapTitle} says={w.mapSays} links={[]}>
      <div class="fields">
        <Choice
          label={w.kind}
          value={kinds[0] ?? 'COUNCIL'}
          options={Object.entries(w.bodyKind)}
          onPick={(kind) => go(hrefHere({ kinds: kind === 'COUNCIL' ? null : kind, bodies: null }))}
        />
        <Picked label={w.body} id={listParam('bodies')[0] ?? null} types={['BODY']} onPick={(body) => go(hrefHere({ bodies: body }))} />
        <Picked label={w.party} id={param('ofParty')} types={['PARTY']} onPick={(party) => go(hrefHere({ ofParty: party }))} />
        <Choice
          label={w.roleTitle}
          value={roles[0] ?? ''}
          options={[['', w.all], ...Object.entries(w.role)]}
          onPick={(role) => go(hrefHere({ roles: role }))}
        />
      </div>
      <Answered answer={places}>
        {({ municipalities: { nodes } }) => (
          <Answered answer={counts}>
            {(counted) => {
              const rows = countedOf(nodes, counted);
              return (
                <div class="beside-table">
                  <MapOf rows={rows} />
                  <Sheet
                    title={w.municipalities}
                    name={w.mapTitle}
                    rows={rows}
                    keyOf={({ id }) => id}
                    columns={[
                      { title: w.municipality, text: ({ name }) => name, cell: (row) => <To thing={row} /> },
                      { title: w.number, text: ({ people }) => people.lastKnown, cell: ({ people }) => <Count range={people} /> },
                      { title: w.sure, text: ({ people }) => sayRange(people), isHidden: true },
                    ]}
                  />
                </div>
              );
            }}
          </Answered>
        )}
      </Answered>
    </View>
  );
};
