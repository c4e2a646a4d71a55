import { go, hrefHere, lens, listParam, param } from '../address';
import { newLinks } from '../edit/edit-link';
import { PeopleDocument, type Role } from '../generated/graphql';
import { Choice } from '../parts/choice';
import { To, Tos } from '../parts/links';
import { More } from '../parts/more';
import { useList } from '../parts/pages';
import { Picked } from '../parts/picked';
import { Sheet } from '../parts/sheet';
import { Answered, View } from '../parts/view';
import { words } from '../words/words';

/** People by place, party, body and role. */
export default () => {
  const w = words.value;
  const roles = listParam('roles') as Role[];
  const filter = {
    name: param('name'),
    municipality: param('municipality'),
    party: param('party'),
    body: param('body'),
    region: param('region'),
    ...(roles.length > 0 && { roles }),
  };
  const key = JSON.stringify([filter, lens.value]);
  const { answer, rows, hasMore, more, all } = useList(key, PeopleDocument, { filter, ...lens.value }, (data) => data.people);
  return (
    <View title={w.peopleTitle} links={newLinks('addPerson')}>
      <div class="fields">
        <Picked label={w.municipality} id={param('municipality')} types={['MUNICIPALITY']} onPick={(municipality) => go(hrefHere({ municipality }))} />
        <Picked label={w.party} id={param('party')} types={['PARTY']} onPick={(party) => go(hrefHere({ party }))} />
        <Choice
          label={w.roleTitle}
          value={roles[0] ?? ''}
          options={[['', w.all], ...Object.entries(w.role)]}
          onPick={(role) => go(hrefHere({ roles: role }))}
        />
      </div>
      <Answered answer={answer}>
        {({ people: { totalCount } }) => (
          <Sheet
            title={w.people(totalCount)}
            name={w.peopleTitle}
            rows={rows}
            whole={{ all, total: totalCount }}
            keyOf={({ id }) => id}
            columns={[
              { title: w.name, text: ({ name }) => name, cell: (person) => <To thing={person} /> },
              { title: w.party, text: ({ party }) => party?.name ?? '', cell: ({ party }) => party && <To thing={party} /> },
              {
                title: w.municipality,
                text: ({ municipalities }) => municipalities.map(({ name }) => name).join(', '),
                cell: ({ municipalities }) => <Tos things={municipalities} />,
              },
              { title: 'id', text: ({ id }) => id, isHidden: true },
            ]}
            after={hasMore && <More shown={rows.length} total={totalCount} more={more} />}
          />
        )}
      </Answered>
    </View>
  );
};
