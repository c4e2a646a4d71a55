import { expect, test } from 'vitest';
import { datedProperties } from '../src/record/dated-properties.js';
import type { Affiliation } from '../src/words/affiliations/model.js';
import { type Lives, eventsOfPeople } from '../src/words/events/people.js';

const tie = (id: string, principal: string, dates: object): Affiliation => ({
  id: `affiliation:${id}`,
  person: 'person:anna',
  principal,
  dependsOn: null,
  ...datedProperties({ ...dates, sources: ['source:1'] }),
  recordedAt: 0,
  retractedAt: 1,
  because: 'RECORDED',
});

const told = (ties: readonly Affiliation[]): string[] => {
  const lives: Lives = {
    people: [{ id: 'person:anna', sortKey: 'anna', diedOn: null, called: null, sources: [], recordedAt: 0, retractedAt: 1 }],
    seats: [],
    links: [],
    causes: [],
    standIns: [],
    leaves: [],
    names: [],
    ties,
    termsOf: () => [],
    isSucceeded: () => false,
    exOfficio: new Set(),
  };
  return eventsOfPeople(lives).map(({ id, properties: { kind, latest, thing, leadsTo } }) => [id, kind, latest, thing ?? leadsTo ?? ''].join(' '));
};

test.each<[string, Affiliation[], string[]]>([
  [
    'is an event as it begins, and ends with the party that is joined',
    [tie('i', 'person:anna', { from: '2020-01-01', until: '2022-01-01' }), tie('p', 'party:p', { from: '2022-01-01' })],
    [
      'event:affiliation:i@FROM BECAME_INDEPENDENT 2020-01-01 ',
      'event:affiliation:i@UNTIL PARTY_JOINED 2022-01-01 event:affiliation:p@FROM',
      'event:affiliation:p@FROM PARTY_JOINED 2022-01-01 party:p',
    ],
  ],
  [
    'has no end of its own',
    [tie('i', 'person:anna', { from: '2020-01-01', until: '2022-01-01' }), tie('p', 'party:p', { from: '2022-02-01' })],
    ['event:affiliation:i@FROM BECAME_INDEPENDENT 2020-01-01 ', 'event:affiliation:p@FROM PARTY_JOINED 2022-02-01 party:p'],
  ],
])('independence %s', (_, ties, expected) => expect(told(ties)).toEqual(expected));
