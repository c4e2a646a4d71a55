import { groupedBy, slugOf } from './tables.js';

/** @typedef {import('./people.js').Person} Person */

/**
 * Those who share a name, on the ballot or in full, and are known to be different people: each was elected elsewhere on one day.
 * @param {readonly Person[]} people
 */
export const namesakes = (people) => {
  const called = people.flatMap((person) => [...new Set([person.name, ...person.names])].map((name) => ({ name, person })));
  const shared = [...groupedBy(called, ({ name }) => name)].filter(([, all]) => all.length > 1);
  const groups = new Map(shared.map(([name, all]) => [all.map(({ person }) => person.id).join(' '), { name, all }]));
  return [...groups.values()].map(({ name, all }) => ({
    id: `merge:not-${slugOf(name)}`,
    different: all.map(({ person }) => person.id),
    basis: 'INFERRED',
    reason: 'Each was elected with a candidacy of their own on one day, in another place or for another list.',
    sources: [...new Set(all.flatMap(({ person }) => person.seats.map(({ source }) => source)))],
  }));
};
