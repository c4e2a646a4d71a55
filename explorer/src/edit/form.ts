import type { ActInput, ActorRole, SearchType } from '../generated/graphql';
import type { EditWords } from '../words/edit-da';

/** What a form asks for. Its name is that of the field of the act; a point leads into what the field holds. */
export type Field = {
  name: string;
  label: keyof EditWords['fields'];
  isRequired?: boolean;
  /** Of an end: whether it can be said to be over since nobody knows when. */
  mayBeUnknown?: true;
  /** Shown once it is asked for: the plain case does without. */
  isMore?: true;
  /** Of a day: whether it has come, as what is told of it was seen. */
  hasCome?: true;
  /** Asked for only where another field has a value. */
  onlyWith?: { name: string; value: string };
} & (
  | { kind: 'day' | 'wholeDay' | 'lastDay' | 'text' | 'longText' | 'number' | 'check' | 'person' | 'samePerson' | 'seat' | 'members' | 'confirm' }
  | { kind: 'choice'; options: () => readonly (readonly [value: string, text: string])[] }
  | { kind: 'thing' | 'things' | 'newName'; types: SearchType[] }
);

/** Something happened, more is known of what is right, or something was written wrong. */
export const NATURES = ['change', 'more', 'correction'] as const;
export type Nature = (typeof NATURES)[number];

export interface Form {
  name: keyof EditWords['forms'];
  nature: Nature;
  act: keyof ActInput;
  /** The field of the act that takes the thing whose page it is; absent: it is about nothing that is there. */
  subject?: string;
  /** Where that field takes several. */
  isListed?: true;
  fields: readonly Field[];
  /** What the act says in any case. */
  fixed?: object;
  /** Who alone may. */
  onlyFor?: ActorRole;
  /** What is said before anything is asked, and that it cannot be taken back. */
  warning?: keyof EditWords['warnings'];
}

/** Acts that say why themselves. */
const WITH_WHY: readonly (keyof ActInput)[] = ['learn', 'correct', 'retract', 'mergePeople', 'erase'];
/** Acts whose fields are those of a thing. */
const AMENDING: readonly (keyof ActInput)[] = ['learn', 'correct'];

export const needsWhy = ({ act }: Form): boolean => WITH_WHY.includes(act);

const NEW = 'new:';
/** A person who is not recorded yet, as the value of a field. */
export const newPerson = (called: string): string => `${NEW}${called}`;
export const newName = (value: string): string | null => (value.startsWith(NEW) ? value.slice(NEW.length) : null);

/** Several ids, as the value of a field. */
export const idsIn = (value: string): string[] => value.split(' ').filter(Boolean);

/** Under which name is kept what is written in a field and says no value. */
export const unreadOf = (name: string): string => `${name} unread`;

export type Values = Readonly<Record<string, string>>;

/** An end that nobody knows the day of, as the value of a field. */
export const UNKNOWN_DAY = 'unknown';

/** An end as the API takes it: a last day, or the month or year in which it is no longer so, or that it is over. */
const endOf = (value: string): object => {
  if (value === UNKNOWN_DAY) return { unknown: true };
  return value.length === 10 ? { lastDay: value } : { until: value };
};

/** Whether a field is asked for, as the others are filled in. */
export const isAsked = ({ onlyWith }: Field, values: Values): boolean => !onlyWith || values[onlyWith.name] === onlyWith.value;

const valueOf = ({ kind }: Field, value: string): unknown => {
  switch (kind) {
    case 'lastDay':
      return endOf(value);
    case 'members':
      return JSON.parse(value) as unknown;
    case 'number':
      return Number(value);
    case 'check':
      return true;
    case 'things':
      return idsIn(value);
    case 'person': {
      const called = newName(value);
      return called === null ? { id: value } : { new: { name: called.trim() } };
    }
    default:
      return value.trim();
  }
};

/** What is said in fields, the one within the other where their names lead there. */
const nested = (said: readonly (readonly [name: string, value: unknown])[]): Record<string, unknown> => {
  const whole: Record<string, unknown> = {};
  for (const [name, value] of said) {
    const [outer = '', inner] = name.split('.');
    whole[outer] = inner === undefined ? value : { ...(whole[outer] as object | undefined), [inner]: value };
  }
  return whole;
};

/** Whether a field that must be filled is not, or what is written in one cannot be read: a name that confirms is the very name. */
export const isMissing = ({ kind, name, isRequired }: Field, values: Values, about: string): boolean => {
  const value = values[name] ?? '';
  if (kind === 'confirm') return value.trim() !== about;
  if (values[unreadOf(name)]) return true;
  return Boolean(isRequired) && !(newName(value) ?? value).trim();
};

/** The act that a form says. */
export const actOf = ({ act, subject, isListed, fields, fixed }: Form, thing: string | null, values: Values, why: string): ActInput => {
  const said = fields.flatMap((field) =>
    field.kind !== 'confirm' && isAsked(field, values) && values[field.name] ? [[field.name, valueOf(field, values[field.name] ?? '')] as const] : [],
  );
  const own = AMENDING.includes(act) ? { set: nested(said) } : nested(said);
  const about = subject && thing ? { [subject]: isListed ? [thing] : thing } : {};
  return { [act]: { ...about, ...own, ...fixed, ...(WITH_WHY.includes(act) && { why }) } } as unknown as ActInput;
};
