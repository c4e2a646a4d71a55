import { day, lens } from '../address';
import { useAnswer } from '../ask';
import { newLinks } from '../edit/edit-link';
import { MunicipalitiesDocument } from '../generated/graphql';
import { To } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { Sure } from '../parts/sure';
import { Answered, View } from '../parts/view';
import { saySureness, surenessOf } from '../sureness';
import { words } from '../words/words';

/** All municipalities, and who is mayor of each. */
export default () => {
  const w = words.value;
  const answer = useAnswer(MunicipalitiesDocument, lens.value);
  return (
    <View title={w.municipalities} links={newLinks('addPlace')}>
      <Answered answer={answer}>
        {({ municipalities: { nodes, totalCount } }) => (
          <Sheet
            title={w.found(totalCount)}
            name={w.municipalities}
            rows={nodes.map((place) => ({ ...place, mayors: place.council?.members.nodes ?? [] }))}
            keyOf={({ id }) => id}
            columns={[
              { title: w.municipality, text: ({ name }) => name, cell: (place) => <To thing={place} /> },
              { title: w.region, text: ({ region }) => region?.name ?? '', cell: ({ region }) => region && <To thing={region} /> },
              {
                title: w.mayor,
                text: ({ mayors }) => mayors.map(({ person }) => person.name).join(', '),
                cell: ({ mayors }) =>
                  mayors.map((row) => (
                    <div key={row.id}>
                      <To thing={row.person} /> {row.person.party && <span class="beside">({row.person.party.letter ?? row.person.party.name})</span>}
                    </div>
                  )),
              },
              {
                title: w.sure,
                text: ({ mayors }) => mayors.map((row) => saySureness(surenessOf(row, day.value))).join(', '),
                cell: ({ mayors }) =>
                  mayors.map((row) => (
                    <div key={row.id}>
                      <Sure row={row} />
                    </div>
                  )),
              },
              { title: w.code, text: ({ code }) => code, isHidden: true },
              { title: w.population, text: ({ population }) => population, isHidden: true },
            ]}
          />
        )}
      </Answered>
    </View>
  );
};
