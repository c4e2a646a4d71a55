import type { PersonInput, PersonRef } from '../../generated/api.js';
import { slugOf } from '../ids.js';
import type { Writing } from './act.js';

const personId = ({ id, name }: PersonInput): string => id ?? `person:${slugOf(name)}`;

/** Ids of people that a reference names, or may make. */
export const readsOfPerson = ({ id, new: person }: PersonRef): string[] => (person ? [personId(person)] : [id as string]);

/** Records somebody for the first time. Returns the id. */
export const addPerson = async (writing: Writing, person: PersonInput, ...field: string[]): Promise<string | null> => {
  const id = personId(person);
  if (writing.draft.thing(id) && person.id != null) return writing.refuse('ID_TAKEN', [...field, 'id'], 'an id that nothing has', { given: id, things: [id] });
  const free = await writing.draft.free(id);
  await writing.say('people', free, { name: person.name }, 'LEARNT');
  return free;
};

/** The id of somebody who is recorded, or is from now on. */
export const personOf = async (writing: Writing, { id, new: person }: PersonRef, field: string): Promise<string | null> => {
  if (person) return addPerson(writing, person, field, 'new');
  const known = writing.draft.thing(id as string);
  if (known?.word === 'people') return known.id;
  return writing.refuse(known ? 'WRONG_TYPE' : 'UNKNOWN_ID', [field, 'id'], 'the id of a person', { given: id });
};
