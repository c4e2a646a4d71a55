// What the log says of acts of every kind: words of the page, and no names of enums, ids or days as programs write them.
import { expect, test } from 'vitest';
import { type GraphQLInputObjectType, getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { schema } from '../../src/mutations/schema.js';
import { type Explorer, LANGUAGES, rowsOf } from './explorer.js';
import { oddGraph } from './odd-world.js';
import { openAs, sendAs, servingSignedIn, tokenOf } from './signed-in.js';

Object.assign(globalThis, { location: { pathname: '/', search: '' }, addEventListener: () => undefined });
const path = '../../explorer/src/log/values.js';
const { enumsOf } = (await import(path)) as { enumsOf: () => Record<string, Record<string, string>> };

/** The values of each field of an act that is one of few words. */
const listedIn = (input: GraphQLInputObjectType, seen = new Set<string>()): [field: string, value: string][] => {
  seen.add(input.name);
  return Object.values(input.getFields()).flatMap(({ name, type }) => {
    const named = getNamedType(type);
    if (isEnumType(named)) return named.getValues().map((value): [string, string] => [name, value.name]);
    return isInputObjectType(named) && !seen.has(named.name) ? listedIn(named, seen) : [];
  });
};

/** What is not told of a person at all. */
const UNTOLD = ['gender'];

test('every word that an act can say has one of the page', () => {
  const listed = listedIn(schema.getType('ActInput') as GraphQLInputObjectType);
  expect(listed.length).toBeGreaterThan(50);
  const said = enumsOf();
  expect(listed.filter(([field, value]) => !UNTOLD.includes(field) && !said[field]?.[value])).toEqual([]);
});

const ACTS = [
  { rename: { thing: 'body:stor', name: 'Stort Råd', from: '2025-01-01', kind: 'NAME' } },
  { relate: { id: 'relation:del', subject: 'body:stor', kind: 'PART_OF', object: 'body:kort', from: '2020-01-01' } },
  {
    hold: {
      id: 'meeting:m1',
      body: 'body:kort',
      date: '2026-05-05',
      items: [{ id: 'item:m1-1', number: '1', title: 'Punkt et' }],
      attendance: [
        { person: 'person:ida', presence: 'PRESENT' },
        { person: 'person:uffe', presence: 'EXCUSED' },
        { person: 'person:orla', presence: 'ABSENT' },
      ],
    },
  },
  { decide: { item: 'item:m1-1', outcome: 'POSTPONED', text: 'Udsat til juni' } },
  { openOffice: { body: 'body:kort', role: 'MAYOR', from: '2010-01-01' } },
  { foundParty: { id: 'party:lok', name: 'Lokallisten', scope: 'LOCAL', municipality: 'municipality:kort', from: '2021-01-01' } },
  { establish: { id: 'body:nyt', name: 'Nyt Udvalg', kind: 'HEALTH_CLUSTER', from: '2024-02-01' } },
  { identify: { thing: 'person:ida', identifier: { scheme: 'wikidata', value: 'Q123' } } },
  { correct: { thing: 'membership:ida', set: { began: 'ELECTED' }, why: 'valgt' } },
  { end: { thing: 'membership:uffe', ends: { until: '2026-06-01' }, cause: 'RESIGNED' } },
  { state: { about: ['body:stor'], subject: 'antal', text: 'Rådet har fem pladser', value: '5' } },
];

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), oddGraph);

const SAID = {
  da: [
    'er del af',
    'til stede',
    'afbud',
    'fraværende',
    'udsat',
    'borgmester',
    'lokalliste',
    'sundhedsklynge',
    'valgt',
    'trak sig',
    'udsagn:',
    '5. maj 2026',
    'sidste dag 31. maj 2026',
  ],
  en: [
    'is part of',
    'present',
    'excused',
    'absent',
    'postponed',
    'mayor',
    'local list',
    'health cluster',
    'elected',
    'resigned',
    'statement:',
    '5 May 2026',
    'last day 31 May 2026',
  ],
};

test('the log, and what an entry made, are said in both languages', async () => {
  const told = await sendAs(explorer, tokenOf(), 'Record', { entry: { key: 'many', mode: 'WRITE', note: 'mange slags', acts: ACTS } });
  expect(told.status).toBe('WRITTEN');
  for (const lang of LANGUAGES) {
    const page = await openAs(explorer, tokenOf(), `/entries?entry=${told.entry?.id}&lang=${lang}`, 1280);
    const acts = (await page.locator('dl.told').innerText()).toLowerCase();
    // The days that an act says are told once, and not those that a seat has since.
    expect(acts.split(lang === 'da' ? 'sidste dag' : 'last day').length).toBe(2);
    expect(SAID[lang].filter((one) => !acts.includes(one.toLowerCase()))).toEqual([]);
    const made = (await rowsOf(page, /Før og efter|Before and after/)).flat();
    expect(made.length).toBeGreaterThan(30);
    const raw = [...made, await page.locator('dl.told').innerText()].flatMap(
      (text) => text.match(/\b[A-Z]+_[A-Z_]+\b|\b[A-Z]{4,}\b|\d{4}-\d\d|\b[a-z]+:[a-z0-9]\S*/g) ?? [],
    );
    expect(raw).toEqual([]);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  }
});
