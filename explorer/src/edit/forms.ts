import type { ActInput, SearchType } from '../generated/graphql';
import type { EditWords } from '../words/edit-da';
import { words } from '../words/words';

/** What a form asks for. Its name is that of the field of the act. */
export type Field = {
  name: string;
  label: keyof EditWords['fields'];
  isRequired?: boolean;
} & (
  | { kind: 'day' | 'lastDay' | 'text' | 'person' | 'seat' | 'members' }
  | { kind: 'choice'; options: () => readonly (readonly [value: string, text: string])[] }
  | { kind: 'thing'; types: SearchType[] }
);

/** Something happened, or something was written wrong. */
export type Nature = 'change' | 'correction';

export interface Form {
  name: keyof EditWords['forms'];
  nature: Nature;
  act: keyof ActInput;
  /** The field of the act that takes the thing whose page it is. */
  subject: string;
  fields: readonly Field[];
  /** What the act says in any case. */
  fixed?: object;
}

type Values = Readonly<Record<string, string>>;

const from: Field = { kind: 'day', name: 'from', label: 'from', isRequired: true };
const ends: Field = { kind: 'lastDay', name: 'ends', label: 'ends' };
const mustEnd: Field = { ...ends, isRequired: true };
const name: Field = { kind: 'text', name: 'name', label: 'name', isRequired: true };
const cause: Field = { kind: 'choice', name: 'cause', label: 'cause', isRequired: true, options: () => Object.entries<string>(words.value.endCause) };
const role: Field = { kind: 'choice', name: 'role', label: 'role', isRequired: true, options: () => Object.entries<string>(words.value.role) };
const kind: Field = { kind: 'choice', name: 'kind', label: 'kind', isRequired: true, options: () => Object.entries<string>(words.value.bodyKind) };

const correctDates: Form = {
  name: 'correctDates',
  nature: 'correction',
  act: 'correct',
  subject: 'thing',
  fields: [{ ...from, isRequired: false }, ends],
};
const retract: Form = { name: 'retract', nature: 'correction', act: 'retract', subject: 'thing', fields: [] };
const rename: Form = { name: 'rename', nature: 'change', act: 'rename', subject: 'thing', fields: [name, from] };
const correctName: Form = { name: 'correctName', nature: 'correction', act: 'correct', subject: 'thing', fields: [name] };

/** The forms of a thing, by its type. */
export const FORMS: Readonly<Record<string, readonly Form[]>> = {
  Membership: [
    {
      name: 'replace',
      nature: 'change',
      act: 'replace',
      subject: 'membership',
      fields: [{ kind: 'person', name: 'newHolder', label: 'newHolder', isRequired: true }, from, cause],
    },
    { name: 'end', nature: 'change', act: 'end', subject: 'thing', fields: [mustEnd, cause] },
    { name: 'changeRole', nature: 'change', act: 'changeRole', subject: 'membership', fields: [role, from] },
    { name: 'leave', nature: 'change', act: 'leave', subject: 'membership', fields: [from, ends, { kind: 'text', name: 'reason', label: 'reason' }] },
    {
      name: 'standIn',
      nature: 'change',
      act: 'standIn',
      subject: 'holder',
      fields: [{ kind: 'seat', name: 'substitute', label: 'substitute', isRequired: true }, from, ends],
    },
    correctDates,
    { name: 'correctRole', nature: 'correction', act: 'correct', subject: 'thing', fields: [role] },
    retract,
  ],
  Affiliation: [{ name: 'endTie', nature: 'change', act: 'end', subject: 'thing', fields: [mustEnd] }, correctDates, retract],
  Person: [
    {
      name: 'affiliate',
      nature: 'change',
      act: 'affiliate',
      subject: 'person',
      fields: [{ kind: 'thing', name: 'with', label: 'with', isRequired: true, types: ['PARTY', 'MUNICIPALITY'] }, from],
    },
    { name: 'independent', nature: 'change', act: 'affiliate', subject: 'person', fields: [from], fixed: { independent: true } },
    rename,
    { name: 'die', nature: 'change', act: 'die', subject: 'person', fields: [{ kind: 'day', name: 'on', label: 'on', isRequired: true }] },
    correctName,
    {
      name: 'merge',
      nature: 'correction',
      act: 'mergePeople',
      subject: 'keep',
      fields: [{ kind: 'thing', name: 'gone', label: 'gone', isRequired: true, types: ['PERSON'] }],
    },
  ],
  Body: [
    {
      name: 'appoint',
      nature: 'change',
      act: 'appoint',
      subject: 'body',
      fields: [{ kind: 'person', name: 'person', label: 'person', isRequired: true }, role, from, ends],
    },
    {
      name: 'list',
      nature: 'change',
      act: 'list',
      subject: 'body',
      fields: [
        { kind: 'day', name: 'on', label: 'on', isRequired: true },
        { kind: 'members', name: 'members', label: 'members', isRequired: true },
      ],
      fixed: { complete: true },
    },
    rename,
    { name: 'establish', nature: 'change', act: 'establish', subject: 'partOf', fields: [name, kind, from] },
    { name: 'dissolve', nature: 'change', act: 'dissolve', subject: 'thing', fields: [mustEnd] },
    correctName,
  ],
};

/** Acts that say why themselves. */
const WITH_WHY: readonly (keyof ActInput)[] = ['correct', 'retract', 'mergePeople'];

const NEW = 'new:';
/** A person who is not recorded yet, as the value of a field. */
export const newPerson = (called: string): string => `${NEW}${called}`;
export const newName = (value: string): string | null => (value.startsWith(NEW) ? value.slice(NEW.length) : null);

const valueOf = ({ kind: of }: Field, value: string): unknown => {
  if (of === 'lastDay') return { lastDay: value };
  if (of === 'members') return JSON.parse(value) as unknown;
  if (of !== 'person') return value;
  const called = newName(value);
  return called === null ? { id: value } : { new: { name: called.trim() } };
};

/** The act that a form says. */
export const actOf = ({ act, subject, fields, fixed }: Form, thing: string, values: Values, why: string): ActInput => {
  const said = Object.fromEntries(fields.flatMap((field) => (values[field.name] ? [[field.name, valueOf(field, values[field.name] ?? '')] as const] : [])));
  const own = act === 'correct' ? { set: said } : said;
  return { [act]: { [subject]: thing, ...own, ...fixed, ...(WITH_WHY.includes(act) && { why }) } } as unknown as ActInput;
};
