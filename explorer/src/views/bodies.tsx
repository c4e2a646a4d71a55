import { go, hrefHere, lens, listParam, param } from '../address';
import { useAnswer } from '../ask';
import { newLinks } from '../edit/edit-link';
import { BodiesDocument, type BodyKind } from '../generated/graphql';
import { Check, Choice } from '../parts/choice';
import { To } from '../parts/links';
import { Picked } from '../parts/picked';
import { Sheet } from '../parts/sheet';
import { Answered, View } from '../parts/view';
import { say, words } from '../words/words';

/** Bodies by kind, region and municipality. */
export default () => {
  const w = words.value;
  const kinds = listParam('kinds') as BodyKind[];
  const filter = { ...(kinds.length > 0 && { kinds }), region: param('region'), covers: param('covers') };
  const answer = useAnswer(BodiesDocument, { filter, all: param('all') === 'true', after: null, ...lens.value });
  return (
    <View title={kinds[0] === 'FORUM' ? w.forums : w.bodies} links={newLinks('establishFree')}>
      <div class="fields">
        <Choice
          label={w.kind}
          value={kinds[0] ?? ''}
          options={[['', w.allKinds], ...Object.entries(w.bodyKind)]}
          onPick={(kind) => go(hrefHere({ kinds: kind }))}
        />
        <Picked label={w.region} id={param('region')} types={['REGION']} onPick={(region) => go(hrefHere({ region }))} />
        <Check label={w.alsoFormer} isOn={param('all') === 'true'} onPick={(isOn) => go(hrefHere({ all: isOn ? 'true' : null }))} />
      </div>
      <Answered answer={answer}>
        {({ bodies: { nodes, totalCount } }) => (
          <Sheet
            title={w.found(totalCount)}
            name={w.bodies}
            rows={nodes}
            whole={{ all: () => Promise.resolve(nodes), total: totalCount }}
            keyOf={({ id }) => id}
            columns={[
              { title: w.name, text: ({ name }) => name, cell: (body) => <To thing={body} /> },
              { title: w.kind, text: ({ kind }) => w.bodyKind[kind] },
              { title: w.phaseTitle, text: ({ phase }) => w.phase[phase] },
              { title: w.lastObserved, text: ({ lastObserved }) => (lastObserved ? say(lastObserved) : '') },
              { title: 'id', text: ({ id }) => id, isHidden: true },
            ]}
            after={nodes.length < totalCount && <p class="note">{w.of(nodes.length, totalCount)}</p>}
          />
        )}
      </Answered>
    </View>
  );
};
