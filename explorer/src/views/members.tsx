import type { ComponentChildren } from 'preact';
import { day } from '../address';
import { EditLink } from '../edit/edit-link';
import { Away, sayAway } from '../parts/away';
import type { MemberRow } from '../parts/composition';
import { To, Tos, sayParty } from '../parts/links';
import { type Column, Sheet } from '../parts/sheet';
import { saySources } from '../parts/sources';
import { Sure, Why } from '../parts/sure';
import { saySince, saySpan, saySureness, sayUntil, surenessOf } from '../sureness';
import { words } from '../words/words';

/** A role in words: the title as printed, where it says more than the role. */
export const sayRole = ({ role, title }: { role: MemberRow['role']; title: string | null }): string => {
  const known = words.value.role[role];
  if (!title) return known;
  return role === 'UNSTATED' || title.toLowerCase().includes(known) ? title : `${known} (${title})`;
};

const namesOf = (things: readonly { name: string }[]): string => things.map(({ name }) => name).join(', ');

/** What a download says beside what is seen. */
const hidden = (): Column<MemberRow>[] => {
  const w = words.value;
  return [
    { title: w.till, text: ({ until, interval }) => sayUntil(until, interval), isHidden: true },
    { title: w.reason, text: ({ interval, reason }) => [...saySpan(interval), reason ?? ''].join(' ').trim(), isHidden: true },
    { title: w.sources, text: ({ sources }) => saySources(sources), isHidden: true },
    { title: 'id', text: ({ person }) => person.id, isHidden: true },
  ];
};

const columnsOf = (): Column<MemberRow>[] => {
  const w = words.value;
  return [
    { title: w.member, text: ({ person }) => person.name, cell: ({ person }) => <To thing={person} /> },
    { title: w.roleTitle, text: sayRole },
    {
      title: w.party,
      text: ({ person }) => sayParty(person),
      cell: ({ person }) => (person.party ? <To thing={person.party} /> : <span class="beside">{sayParty(person)}</span>),
    },
    { title: w.municipality, text: ({ person }) => namesOf(person.municipalities), cell: ({ person }) => <Tos things={person.municipalities} /> },
    { title: w.represents, text: ({ represents }) => namesOf(represents), cell: ({ represents }) => <Tos things={represents} /> },
    {
      title: w.substituteFor,
      text: ({ substituteFor, substituteOf }) => substituteFor?.person.name ?? substituteOf?.name ?? '',
      cell: ({ substituteFor, substituteOf, rank }): ComponentChildren => (
        <>
          {substituteFor ? <To thing={substituteFor.person} /> : substituteOf && <To thing={substituteOf} />}
          {rank !== null && ` (${rank})`}
        </>
      ),
    },
    { title: w.since, text: ({ from, interval }) => saySince(from, interval) },
    {
      title: w.sure,
      text: (row) => [saySureness(surenessOf(row, day.value)), ...sayAway(row)].join('; '),
      cell: (row) => (
        <>
          <Sure row={row} />
          <Away row={row} />
          <Why row={row} about={row.person.name} />
          <EditLink thing={row.id} about={row.person.name} />
        </>
      ),
    },
    ...hidden(),
  ];
};

interface Given {
  title: string;
  name: string;
  rows: readonly MemberRow[];
  none?: string;
}

export const Members = ({ title, name, rows, none }: Given) => (
  <Sheet title={title} name={`${name} ${title}`} rows={rows} columns={columnsOf()} keyOf={({ id }) => id} none={none} />
);
