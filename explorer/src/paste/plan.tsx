import type { OutcomeFragment } from '../generated/graphql';
import { sayApart } from '../parts/alike';
import { isCounted } from '../parts/composition';
import { To } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { pasteWords } from '../words/paste';
import { say, words } from '../words/words';
import { sayRole } from '../views/members';
import type { Body, ReadRow, Reading } from './reading';

/** What becomes of a row: of who is recorded what tells them from namesakes, so that a clerk sees whether it is the one. */
const stateOf = ({ isSkipped, person }: ReadRow): string => {
  const w = pasteWords.value;
  if (isSkipped) return w.isSkipped;
  if (!person) return w.isAsked;
  if (!('id' in person)) return w.isNew;
  return person.found ? `${w.isKnown}: ${sayApart(person.found)}` : w.isKnown;
};

const nameOf = ({ person }: ReadRow): string => (person ? ('id' in person ? person.name : person.new) : '');

const Who = ({ read, onDoubt }: { read: ReadRow; onDoubt: () => void }) => {
  const w = pasteWords.value;
  const { person, isSkipped } = read;
  if (!person || isSkipped || !('id' in person)) return <>{nameOf(read)}</>;
  return (
    <>
      <To thing={person} />{' '}
      <button type="button" class="beneath" onClick={onDoubt} aria-label={`${w.notThis}: ${person.name}`}>
        {w.notThis}
      </button>
    </>
  );
};

/** Who was recognised without a question, those by the name alone first: whoever pastes sees whom, and says where it is another. */
const Recognised = ({ rows, onDoubt }: { rows: readonly ReadRow[]; onDoubt: (row: ReadRow) => void }) => {
  const w = pasteWords.value;
  const byName = rows.filter(({ recognised }) => recognised === 'name');
  const all = [...byName, ...rows.filter(({ recognised }) => recognised === 'more')].filter(({ isSkipped }) => !isSkipped);
  if (all.length === 0) return null;
  return (
    <details class="field" open={byName.length > 0}>
      <summary>{w.recognised(all.length, byName.length)}</summary>
      <ul class="plain">
        {all.map((read) => (
          <li key={read.row.at}>
            {w.row(read.row.at + 1)}: <Who read={read} onDoubt={() => onDoubt(read)} /> <span class="beside">{stateOf(read)}</span>
            {read.recognised === 'name' && <strong> {w.byName}</strong>}
          </li>
        ))}
      </ul>
    </details>
  );
};

const dayOf = (day: string | null): string => (day ? say(day) : '');

/** Every row as it is read: who is new, who is recorded, and as what. */
export const Plan = ({ reading: { rows }, onDoubt }: { reading: Reading; onDoubt: (row: ReadRow) => void }) => {
  const w = pasteWords.value;
  const kept = rows.filter(({ isSkipped }) => !isSkipped);
  const known = new Set(kept.flatMap(({ person }) => (person && 'id' in person ? [person.id] : []))).size;
  const fresh = new Set(kept.flatMap(({ row, person }) => (person && 'new' in person ? [person.as ?? String(row.at)] : []))).size;
  return (
    <>
      <Recognised rows={rows} onDoubt={onDoubt} />
      <Sheet
        title={w.read}
        rows={rows}
        keyOf={({ row }) => String(row.at)}
        columns={[
          { title: w.number, text: ({ row }) => row.at + 1, isNumber: true },
          { title: w.inTable, text: ({ row }) => row.name || w.empty },
          { title: w.who, text: nameOf, cell: (read) => <Who read={read} onDoubt={() => onDoubt(read)} /> },
          { title: w.whatHappens, text: stateOf },
          { title: words.value.roleTitle, text: ({ role, row }) => (role ? sayRole({ role, title: row.cells.role || null }) : '') },
          { title: words.value.party, text: ({ party }) => party?.name ?? '' },
          { title: words.value.municipality, text: ({ municipality }) => municipality?.name ?? '' },
          { title: words.value.represents, text: ({ represents }) => represents?.name ?? '' },
          { title: words.value.from, text: ({ from }) => dayOf(from) },
          { title: words.value.till, text: ({ lastDay }) => dayOf(lastDay) },
        ]}
      />
      <p>{w.plan(fresh, known, rows.length - kept.length)}</p>
    </>
  );
};

interface MissingGiven {
  reading: Reading;
  body: Body;
  /** What was checked; null: nothing yet. */
  outcome: OutcomeFragment | null;
}

/** Seats that are held on the day and are not on a complete list, and what becomes of them. */
export const MissingFromList = ({ reading: { rows }, body, outcome }: MissingGiven) => {
  const w = pasteWords.value;
  const listed = new Set(rows.flatMap(({ person, role, isSkipped }) => (person && 'id' in person && !isSkipped ? [`${person.id} ${role ?? ''}`] : [])));
  const missing = body.members.nodes.filter((seat) => isCounted(seat) && !listed.has(`${seat.person.id} ${seat.role}`));
  const isChecked = outcome?.status === 'CHECKED';
  const happens = (seat: string): string => {
    if (outcome?.problems.some(({ things }) => things.some(({ id }) => id === seat))) return w.contradicts;
    if (!outcome || !isChecked) return w.seeFirst;
    const end = outcome.carried.find(({ id }) => id.startsWith(`event:${seat}@`));
    if (!end) return w.stays;
    return end.latest ? w.ends(say(end.latest)) : w.endsSome;
  };
  if (missing.length === 0) return <p>{w.noneMissing}</p>;
  return (
    <Sheet
      title={w.missing}
      rows={missing}
      keyOf={({ id }) => id}
      columns={[
        { title: words.value.member, text: ({ person }) => person.name, cell: ({ person }) => <To thing={person} /> },
        { title: words.value.roleTitle, text: sayRole },
        { title: w.whatHappens, text: ({ id }) => happens(id) },
      ]}
    />
  );
};
