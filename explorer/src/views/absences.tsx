import { day } from '../address';
import { EditLink } from '../edit/edit-link';
import type { PersonQuery } from '../generated/graphql';
import { To } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { Sure, Why } from '../parts/sure';
import { saySince, saySureness, sayUntil, surenessOf } from '../sureness';
import { words } from '../words/words';

type Person = NonNullable<PersonQuery['person']>;

const absencesOf = ({ memberships }: Person) => {
  const w = words.value;
  return memberships.nodes
    .flatMap(({ body, leavesEver, stoodInEver, stoodInByEver }) => [
      ...leavesEver.map((row) => ({ ...row, body, says: w.onLeave, who: null })),
      ...stoodInByEver.map((row) => ({ ...row, body, says: w.standInIs, who: row.substitute.person })),
      ...stoodInEver.map((row) => ({ ...row, body, says: w.standsInFor, who: row.holder.person })),
    ])
    .sort((a, b) => (b.interval.fromMax ?? '').localeCompare(a.interval.fromMax ?? ''));
};

/** When somebody was on leave, who sat in, and for whom they did. */
export const Absences = ({ person }: { person: Person }) => {
  const w = words.value;
  const rows = absencesOf(person);
  if (rows.length === 0) return null;
  return (
    <Sheet
      title={w.absences}
      name={`${person.name} ${w.absences}`}
      rows={rows}
      keyOf={({ id, says }) => `${id}${says}`}
      columns={[
        {
          title: w.what,
          text: ({ says, who }) => [says, who?.name].filter(Boolean).join(' '),
          cell: ({ says, who }) => (
            <>
              {says} {who && <To thing={who} />}
            </>
          ),
        },
        { title: w.body, text: ({ body }) => body.name, cell: ({ body }) => <To thing={body} /> },
        { title: w.since, text: ({ from, interval }) => saySince(from, interval) },
        { title: w.till, text: ({ until, interval }) => sayUntil(until, interval) },
        { title: w.reason, text: ({ reason }) => reason ?? '' },
        {
          title: w.sure,
          text: (row) => saySureness(surenessOf(row, day.value)),
          cell: (row) => {
            const about = [row.says, row.who?.name].filter(Boolean).join(' ');
            return (
              <>
                <Sure row={row} />
                <Why row={row} about={about} />
                <EditLink thing={row.id} about={about} />
              </>
            );
          },
        },
      ]}
    />
  );
};
