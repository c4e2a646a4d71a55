import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { seedFolders } from '../src/exchange/seed.js';
import type { Graph } from '../src/graph/port.js';
import { officeOf } from './office.js';
import { asksWhatWasDecided } from './questions-decided.js';
import { asksWhatIsSo } from './questions.js';
import { emptyGraph } from './world.js';

type Row = { id: string; sources?: string[]; section?: string } & Record<string, unknown>;

const KKR = 'seeds/kkr';
const MOELLER = 'andreas-moeller';

/** Passages of item 4.1 of the minutes of 21 June 2022. */
const ITEM = (JSON.parse(readFileSync(join(KKR, 'sources.json'), 'utf8')) as Row[]).filter(({ section }) => section?.startsWith('4.1')).map(({ id }) => id);

/** What was so before the item was on the agenda, and is known from it alone: the two committees, and who had sat in them. */
const wasSo = ({ id }: Row): boolean => /^(body|relation):/.test(id) || (id.includes(MOELLER) && !id.startsWith('statement:'));

/** A row without what the item says of its end. */
const before = ({ over: _, until: __, untilBasis: ___, ...row }: Row): object => row;

const isOfItem = ({ sources = [] }: Row): boolean => sources.length > 0 && sources.every((source) => ITEM.includes(source));

/** The rows of a file of the data set as they were before the item. */
const withoutItem = (file: string): object => {
  const all = JSON.parse(readFileSync(join(KKR, file), 'utf8')) as Row[];
  if (!Array.isArray(all)) return all;
  return all.flatMap((row) => (isOfItem(row) ? (wasSo(row) ? [before(row)] : []) : [row]));
};

/** A graph that was seeded without the item. */
const seededWithout = async (): Promise<Graph> => {
  const folder = mkdtempSync(join(tmpdir(), 'mandat-kkr-'));
  try {
    for (const file of readdirSync(KKR).filter((name) => name.endsWith('.json'))) writeFileSync(join(folder, file), JSON.stringify(withoutItem(file)));
    const graph = await emptyGraph();
    await seedFolders(graph, ['seeds/denmark', folder, 'seeds/sundhed']);
    return graph;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const passage = (line: number, to: number, section: string, quote: string) => ({
  source: { passage: { document: { id: 'doc:001' }, section: `4.1${section}`, lines: [line, to], quote } },
});
const OPENING = passage(1651, 1653, '', '4.1. Ny udpegning SAG-2022-01655 bel');
const LEFT = { source: { recorded: 'source:001-1659' } };
const LEFT_TOO = { source: { recorded: 'source:001-1661' } };
const FOLLOWING = { source: { recorded: 'source:001-1675' } };
const IN_OFFICE = { source: { recorded: 'source:001-1685' } };
const IN_KKR = passage(
  1679,
  1683,
  ' / Sagsfremstilling',
  '– Nyt medlem i KKR Syddanmark bliver byrådsmedlem, Jonas René Jensen (D), Middelfart, med byrådsmedlem Anja Karlsson (D), Varde, som suppleant.',
);
const DENTISTS = passage(1689, 1691, ' / Sagsfremstilling', '– Nyt medlem i Koordinationsudvalget for Tandlæger bliver Jack Odgaard, (O), Faaborg-Midtfyn.');
const NOTED = passage(1697, 1697, ' / Beslutning', 'KKR Syddanmark tog orientering til efterretning.');

const DAY = '2022-06-21';
const AGENDA_ITEM = 'item:kkr-syddanmark-2022-06-21-4.1';
const seat = (body: string, role: string, name: string): string => `membership:${body}-${role}-${name}`;
const FORUM = 'kkr-syddanmark';
const OFFICE = 'kkr-syddanmark-forretningsudvalg';
const COMMITTEE = 'koordinationsudvalget-for-tandlaeger';
const unknown = { unknown: true };
const tie = (person: string, to: string) => ({ affiliate: { person: `person:${person}`, with: to, ends: unknown } });
const councillor = (person: string, town: string) => ({
  appoint: { person: { id: `person:${person}` }, body: `body:kommunalbestyrelse-${town}`, role: 'COUNCILLOR', title: 'byrådsmedlem', ends: unknown, ...IN_KKR },
});
const over = (thing: string, said: object) => ({ end: { thing, ends: unknown, ...said } });
const taken = (body: string, person: string, said: object, more: object = {}) => ({
  replace: {
    id: seat(body, 'member', person),
    membership: seat(body, 'member', MOELLER),
    newHolder: { id: `person:${person}` },
    title: 'medlem',
    from: DAY,
    ends: unknown,
    cause: 'LEFT_PARTY',
    began: 'APPOINTED',
    decidedAt: AGENDA_ITEM,
    ...said,
    ...more,
  },
});
const OF_PARTY = { represents: ['party:nye-borgerlige'] };

const ACTS = [
  {
    hold: {
      id: 'meeting:kkr-syddanmark-2022-06-21',
      body: `body:${FORUM}`,
      date: DAY,
      items: [{ id: AGENDA_ITEM, number: '4.1', title: 'Ny udpegning' }],
      ...OPENING,
    },
  },
  over(`affiliation:${MOELLER}-nye-borgerlige`, LEFT),
  over(seat(FORUM, 'member', MOELLER), { cause: 'LEFT_PARTY', ...LEFT }),
  over(seat(OFFICE, 'member', MOELLER), { cause: 'LEFT_PARTY', ...IN_OFFICE }),
  { end: { thing: seat(COMMITTEE, 'member', MOELLER), ends: { until: DAY }, cause: 'LEFT_PARTY', ...LEFT_TOO } },
  ...[
    ['jonas-rene-jensen', 'Jonas René Jensen', IN_KKR],
    ['anja-karlsson', 'Anja Karlsson', IN_KKR],
    ['jack-odgaard', 'Jack Odgaard', DENTISTS],
  ].map(([id, name, said]) => ({ addPerson: { id: `person:${String(id)}`, name, ...(said as object) } })),
  { affiliate: { ...tie('jonas-rene-jensen', 'party:nye-borgerlige').affiliate, id: 'affiliation:jonas-rene-jensen-nye-borgerlige', ...IN_KKR } },
  { affiliate: { ...tie('jonas-rene-jensen', 'municipality:middelfart').affiliate, ...IN_KKR } },
  { affiliate: { ...tie('anja-karlsson', 'party:nye-borgerlige').affiliate, id: 'affiliation:anja-karlsson-nye-borgerlige', ...IN_KKR } },
  { affiliate: { ...tie('anja-karlsson', 'municipality:varde').affiliate, ...IN_KKR } },
  { affiliate: { ...tie('jack-odgaard', 'party:dansk-folkeparti').affiliate, ...DENTISTS } },
  { affiliate: { ...tie('jack-odgaard', 'municipality:faaborg-midtfyn').affiliate, ...DENTISTS } },
  councillor('jonas-rene-jensen', 'middelfart'),
  councillor('anja-karlsson', 'varde'),
  taken(FORUM, 'jonas-rene-jensen', IN_KKR, { ...OF_PARTY, dependsOn: ['affiliation:jonas-rene-jensen-nye-borgerlige'] }),
  {
    appoint: {
      id: seat(FORUM, 'substitute', 'anja-karlsson'),
      person: { id: 'person:anja-karlsson' },
      body: `body:${FORUM}`,
      role: 'SUBSTITUTE',
      title: 'suppleant',
      from: DAY,
      ends: unknown,
      substituteFor: seat(FORUM, 'member', 'jonas-rene-jensen'),
      rank: 1,
      dependsOn: ['affiliation:anja-karlsson-nye-borgerlige'],
      decidedAt: AGENDA_ITEM,
      ...OF_PARTY,
      ...IN_KKR,
    },
  },
  taken(OFFICE, 'jonas-rene-jensen', IN_OFFICE, { ...OF_PARTY, dependsOn: [seat(FORUM, 'member', 'jonas-rene-jensen')] }),
  taken(COMMITTEE, 'jack-odgaard', DENTISTS),
  { decide: { item: AGENDA_ITEM, outcome: 'NOTED', text: 'KKR Syddanmark tog orienteringen om ændringerne til efterretning.', ...NOTED } },
  {
    state: {
      about: ['person:andreas-moeller', 'party:nye-borgerlige', `body:${FORUM}`, AGENDA_ITEM],
      subject: 'Ny udpegning',
      text: 'Andreas Møllers udtræden af Nye Borgerlige fører til nye medlemmer i KKR Syddanmark, dets forretningsudvalg og Koordinationsudvalget for Tandlæger.',
      ...FOLLOWING,
    },
  },
];

describe('a graph without an item of the minutes, told of it in one entry', () => {
  const told = async (): Promise<Graph> => {
    const graph = await seededWithout();
    const office = await officeOf(graph);
    try {
      const { events, findings } = await office.write(ACTS, FOLLOWING.source);
      expect(findings).toEqual([]);
      expect(events.length).toBeGreaterThan(0);
    } finally {
      await office.close();
    }
    return graph;
  };

  // Who ends a seat says that it was held.
  asksWhatIsSo(told, 'STATED');
  asksWhatWasDecided(told);
});
