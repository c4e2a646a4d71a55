import { slugOf } from '../../../src/mutations/ids';
import { lang } from '../address';
import { readDate, readPartial } from '../dates';
import type { PasteBodyQuery, Role } from '../generated/graphql';
import type { Candidate } from '../parts/alike';
import { isCounted } from '../parts/composition';
import type { Meaning, Table } from './columns';
import { type Candidates, type Described, ranked, recognisedBy, surely } from './people';
import { roleOf } from './roles';
import type { Named, Things } from './things';

export type Body = NonNullable<PasteBodyQuery['body']>;

/** What the rows are: a list of a day, with all or some of the members, or appointments. */
export const PURPOSES = ['complete', 'partial', 'appoint'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A row as it was pasted: the cells by what they mean. */
export interface Row {
  at: number;
  name: string;
  cells: Readonly<Partial<Record<Meaning, string>>>;
}

/** What was answered, by what was asked. */
export type Answers = Readonly<Record<string, string>>;

/** Answers that are no id. */
export const [NOBODY, SOMEBODY_NEW, ANOTHER, SAME] = ['none', 'new', 'another', 'same'] as const;

export type Question = { key: string; rows: readonly Row[] } & (
  | { kind: 'role' | 'party' | 'municipality' | 'represents' | 'from' | 'lastDay'; text: string }
  | { kind: 'person'; candidates: readonly Candidate[]; row: Row }
  | { kind: 'otherRole'; row: Row; said: Role; held: Role }
  | { kind: 'twice'; row: Row; first: Row }
  | { kind: 'sameNew'; row: Row; first: Row; mayBeSame: boolean }
);

/** Somebody new. `as`: the id by which several rows say that they mean the same one. */
export interface NewPerson {
  new: string;
  as: string | null;
}

/** A row with all that is known of it; null: nothing is said, or it is asked. */
export interface ReadRow extends Described {
  row: Row;
  isSkipped: boolean;
  /** Who is recorded was recognised, and not asked about: by the name alone, or also by what else the row says. */
  recognised: ReturnType<typeof recognisedBy>;
  person: { id: string; name: string; found: Candidate | null } | NewPerson | null;
  role: Role | null;
  represents: Named | null;
  from: string | null;
  lastDay: string | null;
}

export interface Reading {
  rows: readonly ReadRow[];
  questions: readonly Question[];
  /** How many of them are open. */
  open: number;
}

/** Turns a name round that is written with the surname first. */
const turned = (name: string): string => {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim());
  return first && more.length === 0 ? `${first} ${last}` : name;
};

export const rowsOf = (table: Table, meanings: readonly Meaning[]): Row[] =>
  table.map((raw, at) => {
    const cells = Object.fromEntries(meanings.map((meaning, column) => [meaning, raw[column] ?? ''])) as Partial<Record<Meaning, string>>;
    return { at, cells, name: turned(cells.name || [cells.firstName, cells.lastName].filter(Boolean).join(' ')) };
  });

interface Asked {
  rows: readonly Row[];
  purpose: Purpose;
  answers: Answers;
  things: Things;
  body: Body;
  found: Candidates;
}

/** Reads what a kind of cell says: of itself, by what was answered, or as a question that is asked once for all rows that say so. */
const cellReader = <Said>(questions: Map<string, Question>, kind: 'role' | 'party' | 'municipality' | 'represents' | 'from' | 'lastDay') => {
  return (row: Row, answers: Answers, read: (text: string) => Said | null, byAnswer: (answer: string) => Said | null): Said | null => {
    const text = row.cells[kind] ?? '';
    if (!text && kind !== 'role') return null;
    const said = text ? read(text) : null;
    if (said !== null) return said;
    const key = `${kind}:${text}`;
    const known = questions.get(key);
    questions.set(key, { key, kind, text, rows: [...(known?.rows ?? []), row] });
    const answer = answers[key];
    return answer && answer !== NOBODY ? byAnswer(answer) : null;
  };
};

const personOf = (row: Row, described: Described, candidates: readonly Candidate[], answers: Answers): ReadRow['person'] => {
  const answer = answers[`person:${row.at}`];
  if (answer === SOMEBODY_NEW) return { new: (answers[`name:${row.at}`] ?? row.name).trim(), as: null };
  const id = answer === ANOTHER ? answers[`other:${row.at}`] : answer;
  if (id && id !== NOBODY) {
    const found = candidates.find((one) => one.id === id) ?? null;
    return { id, name: found?.name ?? row.name, found };
  }
  const only = answer === undefined && !row.cells.name?.includes(',') ? surely(candidates, described) : null;
  return only && { id: only.id, name: only.name, found: only };
};

const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

const sayOther = (one: Named | null, other: Named | null): boolean => one !== null && other !== null && one.id !== other.id;

/** An id made from a name that nobody has who was found by it, and no other of these rows. */
const freeId = (name: string, candidates: readonly Candidate[], taken: ReadonlySet<string>): string => {
  const own = `person:${slugOf(name) || 'unnamed'}`;
  const isFree = (id: string): boolean => !taken.has(id) && candidates.every((one) => one.id !== id);
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? own : `${own}-${n}`;
    if (isFree(id)) return id;
  }
};

/** Rows that name the same new person say so by one id, and each all that they say together. */
const asOne = (rows: readonly ReadRow[], firsts: ReadonlyMap<number, number>, found: Candidates): ReadRow[] => {
  const groups = new Map<number, ReadRow[]>();
  for (const read of rows) {
    const first = firsts.get(read.row.at);
    if (first !== undefined) groups.set(first, [...(groups.get(first) ?? []), read]);
  }
  const taken = new Set<string>();
  const said = new Map<number, Pick<ReadRow, 'person' | 'party' | 'municipality'>>();
  for (const group of groups.values()) {
    const name = group[0]?.person && 'new' in group[0].person ? group[0].person.new : '';
    const as = group.length > 1 ? freeId(name, found.get(group[0]?.row.name ?? '') ?? [], taken) : null;
    if (as) taken.add(as);
    const one = {
      person: { new: name, as },
      party: group.find(({ party }) => party)?.party ?? null,
      municipality: group.find(({ municipality }) => municipality)?.municipality ?? null,
    };
    for (const { row } of group) said.set(row.at, one);
  }
  return rows.map((read) => ({ ...read, ...said.get(read.row.at) }));
};

/** Reads all rows, and asks wherever one says something that is not clear. */
export const readRows = ({ rows, purpose, answers, things, body, found }: Asked): Reading => {
  const texts = new Map<string, Question>();
  const people: Question[] = [];
  const others: Question[] = [];
  const everHere = new Set([...body.members.nodes, ...body.ever.nodes].map(({ person }) => person.id));
  const byId = (all: readonly Named[]) => (id: string) => all.find((one) => one.id === id) ?? null;
  const role = cellReader<Role>(texts, 'role');
  const party = cellReader<Named>(texts, 'party');
  const municipality = cellReader<Named>(texts, 'municipality');
  const represents = cellReader<Named>(texts, 'represents');
  const from = cellReader<string>(texts, 'from');
  const lastDay = cellReader<string>(texts, 'lastDay');
  const seen = new Map<string, Row>();
  const newcomers: { name: string; row: Row; described: Described }[] = [];
  /** Of who is new, the first row that names them. */
  const firsts = new Map<number, number>();
  const read = rows.map((row): ReadRow => {
    const key = `person:${row.at}`;
    const isSkipped = answers[key] === NOBODY;
    const nothing = { row, recognised: null, person: null, role: null, party: null, municipality: null, represents: null, from: null, lastDay: null };
    if (isSkipped) {
      people.push({ key, kind: 'person', row, rows: [row], candidates: found.get(row.name) ?? [] });
      return { ...nothing, isSkipped };
    }
    const described = {
      party: party(row, answers, things.partyOf, byId(things.parties)),
      municipality: municipality(row, answers, things.municipalityOf, byId(things.municipalities)),
    };
    const candidates = ranked(found.get(row.name) ?? [], described, everHere);
    const person = personOf(row, described, candidates, answers);
    const isAsked = answers[key] !== undefined || (!person && (!row.name || found.has(row.name)));
    if (isAsked) people.push({ key, kind: 'person', row, rows: [row], candidates });
    let as = role(row, answers, roleOf, (answer) => answer as Role);
    if (person && 'id' in person && as && purpose !== 'appoint') {
      const held = body.members.nodes.filter((one) => one.person.id === person.id && isCounted(one)).map((one) => one.role);
      const [other] = held;
      if (other && !held.includes(as)) {
        const asked = `otherRole:${row.at}:${as}`;
        others.push({ key: asked, kind: 'otherRole', row, rows: [row], said: as, held: other });
        as = (answers[asked] as Role | undefined) ?? as;
      }
    }
    if (person && 'new' in person) {
      const first = newcomers.find(({ name }) => name === folded(person.new));
      const asked = `sameNew:${row.at}`;
      if (first) {
        const mayBeSame = !sayOther(first.described.party, described.party) && !sayOther(first.described.municipality, described.municipality);
        others.push({ key: asked, kind: 'sameNew', row, rows: [row], first: first.row, mayBeSame });
      } else newcomers.push({ name: folded(person.new), row, described });
      firsts.set(row.at, first && answers[asked] === SAME ? first.row.at : row.at);
    }
    const who = person && ('id' in person ? person.id : `new ${firsts.get(row.at) ?? row.at}`);
    if (who && as) {
      const first = seen.get(`${who} ${as}`);
      if (first) others.push({ key: `twice:${row.at}`, kind: 'twice', row, rows: [row], first });
      else seen.set(`${who} ${as}`, row);
    }
    return {
      row,
      isSkipped: answers[`twice:${row.at}`] === NOBODY,
      recognised: isAsked ? null : recognisedBy(person, described, everHere),
      person,
      role: as,
      ...described,
      represents: represents(row, answers, things.principalOf, byId(things.principals)),
      from:
        purpose === 'appoint'
          ? from(
              row,
              answers,
              (text) => readPartial(text, lang.value),
              (answer) => answer,
            )
          : null,
      lastDay:
        purpose === 'appoint'
          ? lastDay(
              row,
              answers,
              (text) => readDate(text, lang.value),
              (answer) => answer,
            )
          : null,
    };
  });
  const questions = [...texts.values(), ...people, ...others];
  return { rows: asOne(read, firsts, found), questions, open: questions.filter((one) => !isAnswered(one, answers)).length };
};

/** Whether a question is answered whole. */
export const isAnswered = ({ key, kind, rows }: Question, answers: Answers): boolean => {
  const answer = answers[key];
  if (!answer) return false;
  if (kind !== 'person') return true;
  const [row] = rows;
  if (answer === ANOTHER) return Boolean(answers[`other:${row?.at ?? ''}`]);
  return answer !== SOMEBODY_NEW || (answers[`name:${row?.at ?? ''}`] ?? row?.name ?? '').trim() !== '';
};
