import { lens } from '../address';
import { useAnswer } from '../ask';
import { colourOf } from '../colours';
import { newLinks } from '../edit/edit-link';
import { PartiesDocument } from '../generated/graphql';
import { To } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { Answered, View } from '../parts/view';
import { words } from '../words/words';

/** Parties and local lists: the national ones first. */
export default () => {
  const w = words.value;
  const answer = useAnswer(PartiesDocument, lens.value);
  return (
    <View title={w.parties} links={newLinks('foundParty')}>
      <Answered answer={answer}>
        {({ parties: { nodes } }) =>
          (['NATIONAL', 'LOCAL'] as const).map((scope) => (
            <Sheet
              key={scope}
              title={w.partyScope[scope]}
              rows={nodes.filter((party) => party.scope === scope)}
              keyOf={({ id }) => id}
              columns={[
                {
                  title: w.party,
                  text: ({ name }) => name,
                  cell: (party) => (
                    <>
                      <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
                        <circle cx="5" cy="5" r="4.5" fill={colourOf(party)} />
                      </svg>
                      <To thing={party} />
                    </>
                  ),
                },
                { title: w.letter, text: ({ letter }) => letter },
                { title: w.municipality, text: ({ municipality }) => municipality?.name ?? '' },
              ]}
            />
          ))
        }
      </Answered>
    </View>
  );
};
