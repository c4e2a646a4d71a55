import { isDeepStrictEqual } from 'node:util';
import type { PersonInput, PersonRef } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { NOW } from '../../record/time.js';
import type { Fields, Thing } from '../draft.js';
import { slugOf } from '../ids.js';
import type { Act, Writing } from './act.js';
import { namesakesOf, saysDifferent } from './namesakes.js';
import { given } from './rows.js';
import { sayTie, tieId } from './ties.js';

const personId = ({ id, name }: PersonInput): string => id ?? `person:${slugOf(name) || 'unnamed'}`;

const readsOfNew = (person: PersonInput): string[] => {
  const ties = [person.party, person.municipality].filter((id) => id != null);
  return [personId(person), ...ties, ...ties.map((other) => tieId(personId(person), other))];
};

/** Ids of people that a reference names, or may make. */
export const readsOfPerson = ({ id, new: person }: PersonRef): string[] => (person ? readsOfNew(person) : [id as string]);

/** What is said of somebody beside the ties. */
const saidOf = ({ name, aliases, gender, identifiers }: PersonInput): Fields => ({
  name,
  ...given({
    aliases: aliases?.length ? aliases.map((text) => ({ text })) : null,
    gender,
    identifiers: identifiers?.length ? identifiers.map(({ scheme, value }) => ({ scheme, value })) : null,
  }),
});

const holds = (known: unknown, said: unknown): boolean => {
  if (!Array.isArray(said)) return isDeepStrictEqual(known, said);
  const items = Array.isArray(known) ? (known as Fields[]) : [];
  return (said as Fields[]).every((one) => items.some((other) => Object.entries(one).every(([key, value]) => other[key] === value)));
};

/** Whether somebody is recorded as all that is said. */
const isSo = ({ fields }: Thing, said: Fields): boolean => Object.entries(said).every(([key, value]) => holds(fields[key], value));

/** Whether none of some identifiers is another's; one that is, is told. */
const bearsAlone = async (writing: Writing, { identifiers }: PersonInput, person: string, field: readonly string[]): Promise<boolean> => {
  if (!identifiers?.length) return true;
  const { draft } = writing;
  const borne = await draft.reader.read(queries.identifiers.bySchemes, {
    identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })),
    knownAt: NOW,
  });
  const made = [...draft.said()].flatMap(({ id, fields }) =>
    ((fields['identifiers'] ?? []) as { scheme: string; value: string }[]).map(({ scheme, value }) => ({ id, scheme, value })),
  );
  const taken = [...borne, ...made].filter(({ id }) => id !== person);
  for (const [at, { scheme, value }] of identifiers.entries()) {
    const other = taken.find((one) => one.scheme === scheme && one.value === value);
    if (other)
      writing.refuse('ID_TAKEN', [...field, 'identifiers', String(at)], 'an identifier that nobody else has', {
        given: `${scheme} ${value}`,
        things: [other.id],
      });
  }
  return !identifiers.some(({ scheme, value }) => taken.some((one) => one.scheme === scheme && one.value === value));
};

const areKnown = (writing: Writing, { party, municipality }: PersonInput, field: readonly string[]): boolean => {
  const isParty = party == null || writing.known(party, ['parties'], [...field, 'party'], 'a party') !== null;
  const isPlace = municipality == null || writing.known(municipality, ['municipalities'], [...field, 'municipality'], 'a municipality') !== null;
  return isParty && isPlace;
};

/** Asks whether somebody is who is recorded by the same name. */
const askWho = async (writing: Writing, person: PersonInput, id: string, places: readonly string[], field: readonly string[]): Promise<void> => {
  const { name, aliases, municipality } = person;
  const others = await namesakesOf(writing, [name, ...(aliases ?? [])], [...places, ...(municipality == null ? [] : [municipality])]);
  if (others.length === 0) return;
  const required = 'somebody who is not recorded yet; accepted, they are different people';
  writing.refuse('POSSIBLE_DUPLICATE', [...field, 'name'], required, { severity: 'WARNING', given: name, things: others, candidates: others });
  await saysDifferent(writing, id, others);
};

/** Records somebody for the first time, with ties to party and home; who is recorded by that id as all that is said only gains the source. Returns the id. */
const sayPerson = async (around: Writing, person: PersonInput, places: readonly string[], field: readonly string[]): Promise<string | null> => {
  const writing = field.length > 0 ? await around.within(person.source, field) : around;
  if (!writing || !areKnown(writing, person, field)) return null;
  const { draft } = writing;
  const said = saidOf(person);
  const known = person.id == null ? null : draft.thing(person.id);
  if (known && (known.word !== 'people' || !isSo(known, said)))
    return writing.refuse('ID_TAKEN', [...field, 'id'], 'an id that nothing else has', { given: known.id, things: [known.id] });
  const id = known?.id ?? (await draft.free(personId(person)));
  if (!(await bearsAlone(writing, person, id, field))) return null;
  if (!known) await askWho(writing, person, id, places, field);
  await writing.say('people', id, known ? {} : said, 'LEARNT');
  for (const other of [person.party, person.municipality]) if (other != null) await sayTie(writing, { person: id, with: other, from: person.from });
  return id;
};

/** The id of somebody who is recorded, or is from now on; `places`: bodies in which that one has or gets a seat. */
export const personOf = async (writing: Writing, { id, new: person }: PersonRef, field: string, places: readonly string[]): Promise<string | null> => {
  if (person) return sayPerson(writing, person, places, [field, 'new']);
  return writing.known(id as string, ['people'], [field, 'id'], 'a person')?.id ?? null;
};

/** Somebody is recorded. */
const addPerson: Act<PersonInput> = {
  reads: readsOfNew,
  apply: async (writing, person) => {
    await sayPerson(writing, person, [], []);
  },
};

export const people = { addPerson };
