import type { BodyKind, Outcome, PartyScope, Role, SearchType } from '../generated/graphql';
import { editWords } from '../words/edit';
import { words } from '../words/words';
import type { Field } from './form';

type Options = readonly (readonly [value: string, text: string])[];

const entries = <Name extends string>(texts: Readonly<Record<Name, string>>): Options => Object.entries<string>(texts);

// The fields that several forms ask for.
export const from: Field = { kind: 'day', name: 'from', label: 'from', isRequired: true };
export const mayBeFrom: Field = { ...from, isRequired: false };
export const ends: Field = { kind: 'lastDay', name: 'ends', label: 'ends' };
export const mustEnd: Field = { ...ends, isRequired: true, mayBeUnknown: true };
export const mayBeOver: Field = { ...ends, mayBeUnknown: true };
export const on: Field = { kind: 'day', name: 'on', label: 'on', isRequired: true };
export const seenOn: Field = { ...on, hasCome: true };
export const name: Field = { kind: 'text', name: 'name', label: 'name', isRequired: true };
/** The name of what is not recorded yet: what of these is called alike is offered. */
export const nameOfNew = (...types: SearchType[]): Field => ({ ...name, kind: 'newName', types });
export const reason: Field = { kind: 'text', name: 'reason', label: 'reason' };
export const title: Field = { kind: 'text', name: 'title', label: 'title' };
export const cause: Field = { kind: 'choice', name: 'cause', label: 'cause', isRequired: true, options: () => entries(words.value.endCause) };
export const role: Field = { kind: 'choice', name: 'role', label: 'role', isRequired: true, options: () => entries<Role>(words.value.role) };
export const kind: Field = { kind: 'choice', name: 'kind', label: 'kind', isRequired: true, options: () => entries<BodyKind>(words.value.bodyKind) };
export const outcome: Field = { kind: 'choice', name: 'outcome', label: 'outcome', isRequired: true, options: () => entries<Outcome>(words.value.outcome) };
export const scope: Field = { kind: 'choice', name: 'scope', label: 'scope', options: () => entries<PartyScope>(words.value.partyScope) };
export const calendar: Field = {
  kind: 'choice',
  name: 'calendar',
  label: 'calendar',
  isRequired: true,
  options: () => [
    ['calendar:municipal', editWords.value.calendars.municipal],
    ['calendar:regional', editWords.value.calendars.regional],
  ],
};
export const placeKind: Field = {
  kind: 'choice',
  name: 'kind',
  label: 'kind',
  isRequired: true,
  options: () => [
    ['MUNICIPALITY', words.value.municipality],
    ['REGION', words.value.region],
  ],
};
export const person: Field = { kind: 'person', name: 'person', label: 'person', isRequired: true };
export const municipality: Field = { kind: 'thing', name: 'municipality', label: 'municipality', types: ['MUNICIPALITY'] };
