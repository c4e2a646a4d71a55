import { describe, expect, test } from 'vitest';
import type { WordRow } from '../src/write/rows.js';
import { type Union, unionOf } from '../src/write/union.js';
import { compile } from '../src/write/rows.js';
import { random } from './random.js';

const SEAT = { id: 'membership:anna', person: 'person:anna', body: 'body:forum', role: 'MEMBER' };

type Said = Record<string, unknown>;

const together = (word: string, ...all: Said[]): Union =>
  unionOf(all.map((row, at) => ({ by: 'abc'[at] as string, row: { word, row } as unknown as WordRow }))) as Union;
const seats = (...all: Said[]) => together('memberships', ...all.map((one) => ({ ...SEAT, ...one })));
const rowOf = (union: Union): Said => {
  const { id: _, person: __, body: ___, ...said } = union.row.row as unknown as Said;
  return said;
};
const told = ({ conflicts }: Union) => conflicts.map(({ field, value, by }) => `${field}: ${value ?? 'nothing'}, says ${by}`);
const seen = (on: string) => ({ on, in: 'doc:1' });
const [A, B] = [{ sources: ['source:a'] }, { sources: ['source:b'] }];
const BOTH = ['source:a', 'source:b'];

describe('what two writers say of one thing', () => {
  test('adds up: sources, sightings, sentences that it is over', () => {
    const union = seats({ ...A, seen: [seen('2022-01-01')] }, { ...B, seen: [seen('2022-01-01'), seen('2022-02-01')], over: [seen('2022-09-01')] });
    expect(rowOf(union)).toEqual({
      role: 'MEMBER',
      sources: ['source:a', 'source:b'],
      seen: [seen('2022-01-01'), seen('2022-02-01')],
      over: [seen('2022-09-01')],
    });
    expect([union.writers, union.conflicts]).toEqual([['a', 'b'], []]);
  });

  test('of values that differ the first counts, and the other is a conflict with its own sources', () => {
    const union = seats({ ...A, title: 'medlem' }, { ...B, role: 'CHAIR', title: 'formand', ended: 'RESIGNED' });
    expect(rowOf(union)).toEqual({ role: 'MEMBER', title: 'medlem', ended: 'RESIGNED', sources: ['source:a', 'source:b'] });
    expect(union.conflicts).toEqual([
      { field: 'role', value: 'CHAIR', by: 'b', sources: ['source:b'] },
      { field: 'title', value: 'formand', by: 'b', sources: ['source:b'] },
    ]);
  });

  test('names and aliases add up by their text, and have the sources of who says them', () => {
    const party = { id: 'party:x', name: 'X' };
    const union = together(
      'parties',
      { ...party, ...A, aliases: [{ text: 'Xx' }, { text: 'Both' }], letters: [{ text: 'A', from: '2001', sources: ['source:a'] }] },
      {
        ...party,
        ...B,
        aliases: [{ text: 'Yy' }, { text: 'Both' }],
        letters: [
          { text: 'A', from: '2002', until: '2010', sources: ['source:b'] },
          { text: 'B', from: '2010', sources: ['source:b'] },
        ],
      },
    );
    expect(union.row.row).toMatchObject({
      aliases: [{ text: 'Xx', ...A }, { text: 'Both' }, { text: 'Yy', ...B }],
      letters: [
        { text: 'A', from: '2001', until: '2010', sources: ['source:a', 'source:b'] },
        { text: 'B', from: '2010' },
      ],
    });
    expect(union.conflicts).toEqual([{ field: 'letters.A.from', value: '2002', by: 'b', sources: ['source:b'] }]);
  });

  describe('of what comes back after a time are one where the days are', () => {
    const spell = (text: string, from: string | undefined, until: string | undefined, ...sources: string[]) => ({
      text,
      ...(from && { from }),
      ...(until && { until }),
      sources: sources.map((one) => `source:${one}`),
    });
    const back = (by: string) => [spell('A', undefined, '2000', by), spell('B', '2000', '2010', by), spell('A', '2010', undefined, by)];
    test.each<[string, object[], object[], object[], string[]]>([
      [
        'all of it, said twice',
        back('a'),
        back('b'),
        [spell('A', undefined, '2000', 'a', 'b'), spell('B', '2000', '2010', 'a', 'b'), spell('A', '2010', undefined, 'a', 'b')],
        [],
      ],
      ['said of the last time alone', back('a'), [spell('A', '2010', undefined, 'b')], [...back('a').slice(0, 2), spell('A', '2010', undefined, 'a', 'b')], []],
      [
        'said of the last time first',
        [spell('A', '2010', undefined, 'a')],
        back('b'),
        [spell('A', '2010', undefined, 'a', 'b'), spell('A', undefined, '2000', 'b'), spell('B', '2000', '2010', 'b')],
        [],
      ],
      [
        'said with another day',
        back('a'),
        [spell('A', '2012', undefined, 'b')],
        [...back('a').slice(0, 2), spell('A', '2010', undefined, 'a', 'b')],
        ['letters.A.from: 2012, says b'],
      ],
      [
        'said without days first',
        [spell('A', undefined, undefined, 'a')],
        back('b'),
        [spell('A', undefined, '2000', 'a', 'b'), spell('B', '2000', '2010', 'b'), spell('A', '2010', undefined, 'b')],
        [],
      ],
      ['said of a third time', back('a'), [spell('A', '2003', '2005', 'b')], [...back('a'), spell('A', '2003', '2005', 'b')], []],
    ])('%s', (_, first, other, expected, conflicts) => {
      const party = { id: 'party:x', name: 'X' };
      const union = together('parties', { ...party, ...A, letters: first }, { ...party, ...B, letters: other });
      expect([rowOf(union)['letters'], told(union)]).toEqual([expected, conflicts]);
      expect(() => compile(union.row)).not.toThrow();
    });

    test('also of identifiers, by their scheme and value', () => {
      const borne = (by: string) => back(by).map(({ text, ...said }) => ({ scheme: 'cvr', value: text, ...said }));
      const union = together(
        'bodies',
        { id: 'body:x', kind: 'FORUM', name: 'X', ...A, identifiers: borne('a') },
        { id: 'body:x', kind: 'FORUM', name: 'X', ...B, identifiers: borne('b') },
      );
      expect([(rowOf(union)['identifiers'] as unknown[]).length, told(union)]).toEqual([3, []]);
    });
  });

  test('a tie to the same principal has the sources of both; one to another is a conflict, and lends none', () => {
    const by = (principal: string, sources: string[], more: object = {}) => ({ appointment: { by: { principal, sources, ...more } } });
    const same = seats({ ...A, ...by('body:x', ['source:a']) }, { ...B, ...by('body:x', ['source:b']) });
    expect(rowOf(same)['appointment']).toEqual({ by: { principal: 'body:x', sources: BOTH }, sources: BOTH });
    const other = seats({ ...A, ...by('body:x', ['source:a']) }, { ...A, ...by('body:y', ['source:b']) });
    expect(rowOf(other)).toMatchObject({ appointment: { by: { principal: 'body:x', sources: ['source:a'] } } });
    expect(other.conflicts).toEqual([{ field: 'appointment.by.principal', value: 'body:y', by: 'b', sources: ['source:b'] }]);
  });

  test('what it depends on and whom it represents are one each, however many writers say so', () => {
    const dependsOn = (sources: string[], more: object = {}) => ({ dependsOn: [{ on: 'membership:office', sources, ...more }] });
    const union = seats({ ...A, ...dependsOn(['source:a'], { basis: 'INFERRED', reason: 'Vedtægten.' }) }, { ...B, ...dependsOn(['source:b']) });
    expect(rowOf(union)['dependsOn']).toEqual([{ on: 'membership:office', sources: ['source:a', 'source:b'], reason: 'Vedtægten.' }]);
    const represents = (principal: string, sources: string[]) => ({ appointment: { represents: [{ principal, sources }] } });
    const two = seats(
      { ...A, ...represents('body:x', ['source:a']) },
      { ...A, ...represents('body:x', ['source:b']) },
      { ...A, ...represents('body:y', ['source:c']) },
    );
    expect(rowOf(two)).toMatchObject({
      appointment: {
        represents: [
          { principal: 'body:x', sources: ['source:a', 'source:b'] },
          { principal: 'body:y', sources: ['source:c'] },
        ],
      },
    });
  });

  test('a person announced by one writer and reported by another appears once at an item', () => {
    const item = { id: 'item:1', meeting: 'meeting:1', title: 'Budget', sources: ['source:a'] };
    const at = (announced: boolean, sources: string[]) => ({ appearances: [{ person: 'person:anna', announced, reported: true, sources }] });
    const union = together('agenda-items', { ...item, ...at(true, ['source:a']) }, { ...item, ...at(false, ['source:b']) });
    expect(union.row.row).toMatchObject({ appearances: [{ person: 'person:anna', announced: true, sources: ['source:a', 'source:b'] }] });
    expect(told(union)).toEqual(['appearances.person:anna.announced: false, says b']);
    expect(() => compile(union.row)).not.toThrow();
  });
});

describe('dates of two writers', () => {
  test.each([
    ['the end that only one says counts', { from: '2022' }, { until: '2026' }, { from: '2022', until: '2026' }, []],
    ['the start of the first counts', { from: '2022' }, { from: '2022-03' }, { from: '2022' }, ['from: 2022-03, says b']],
    ['open against an end', { open: true }, { until: '2026' }, { open: true }, ['until: 2026, says b']],
    ['an end against open', { until: '2026' }, { open: true }, { until: '2026' }, ['until: nothing, says b']],
    ['open and seen over is over', { open: true }, { over: [seen('2023-01-01')] }, { open: true, over: [seen('2023-01-01')] }, []],
    ['the same date is of the stronger basis', { from: '2022', fromBasis: 'INFERRED', reason: 'r' }, { from: '2022' }, { from: '2022', reason: 'r' }, []],
    ['the same date stays stated', { from: '2022' }, { from: '2022', fromBasis: 'INFERRED', reason: 'r' }, { from: '2022', reason: 'r' }, []],
    [
      'narrowed bounds add to the same date',
      { from: '2022' },
      { from: '2022', narrowed: { fromMin: '2022-03-01' }, reason: 'r' },
      { from: '2022', narrowed: { fromMin: '2022-03-01' }, reason: 'r' },
      [],
    ],
    ['an end before the start is told, and does not count', { from: '2022' }, { until: '2020' }, { from: '2022' }, ['until: 2020, says b']],
    [
      'of dates that contradict only the contradiction is left out',
      { from: '2022' },
      { until: '2020', seen: [seen('2023-01-01')] },
      { from: '2022', seen: [seen('2023-01-01')] },
      ['until: 2020, says b'],
    ],
    [
      'a sighting after it is over bounds nothing',
      { over: [seen('2022-01-01')] },
      { seen: [seen('2022-01-01')] },
      { over: [seen('2022-01-01')] },
      ['seen: {"on":"2022-01-01","in":"doc:1"}, says b'],
    ],
    ['what has a date is not undated', { undated: 'Not said.' }, { from: '2022' }, { from: '2022' }, []],
    ['two reasons', { basis: 'INFERRED', reason: 'r' }, { basis: 'INFERRED', reason: 's' }, { basis: 'INFERRED', reason: 'r' }, ['reason: s, says b']],
    ['the strongest basis', { basis: 'INFERRED', reason: 'r' }, {}, { reason: 'r' }, []],
  ])('%s', (_, first, other, expected, conflicts) => {
    const union = seats({ ...A, ...first }, { ...A, ...other });
    expect(rowOf(union)).toEqual({ role: 'MEMBER', sources: ['source:a'], ...expected });
    expect(told(union)).toEqual(conflicts);
    expect(() => compile(union.row)).not.toThrow();
  });

  test('of an existence, and of a name over time, that contradict are told as well', () => {
    const body = { id: 'body:forum', kind: 'FORUM', name: 'Forum' };
    const existence = together('bodies', { ...body, ...A, existence: { from: '2022' } }, { ...body, ...B, existence: { until: '2020' } });
    expect(existence.conflicts).toEqual([{ field: 'existence.until', value: '2020', by: 'b', sources: ['source:b'] }]);
    const named = (dates: object) => ({ ...body, ...A, names: [{ text: 'Forum', ...dates, sources: ['source:a'] }] });
    const names = together('bodies', named({ from: '2022' }), named({ until: '2020' }));
    expect(told(names)).toEqual(['names.Forum.until: 2020, says b']);
    for (const { row } of [existence, names]) expect(() => compile(row)).not.toThrow();
  });
});

const DAYS = ['2020', '2021-03', '2022-01-01', '2022-06', '2023'];

const randomRow = (pick: (below: number) => number): Said => {
  const maybe = (said: () => Said): Said => (pick(2) ? said() : {});
  const day = () => DAYS[pick(DAYS.length)] as string;
  const sightings = () => ['2020-05-05', '2021-01-01', '2022-02-02'].filter(() => pick(2)).map(seen);
  const some = (key: string, all: unknown[]): Said => (all.length ? { [key]: all } : {});
  const row: Said = {
    ...SEAT,
    role: pick(3) ? 'MEMBER' : 'CHAIR',
    sources: [`source:${pick(4)}`],
    ...maybe(() => ({ title: `t${pick(2)}` })),
    ...maybe(() => ({ from: day() })),
    ...maybe(() => (pick(3) ? { until: day() } : { open: true })),
    ...maybe(() => some('seen', sightings())),
    ...maybe(() => some('over', sightings())),
    ...maybe(() => ({ basis: 'INFERRED', reason: `r${pick(2)}` })),
    ...maybe(() => ({ dependsOn: [{ on: `membership:${pick(2)}`, sources: [`source:${pick(3)}`] }] })),
    ...maybe(() => ({ appointment: { designatedOn: day(), ...maybe(() => ({ by: { principal: `body:${pick(2)}`, sources: [`source:${pick(3)}`] } })) } })),
  };
  return row;
};

const isSound = (row: Said): boolean => {
  try {
    compile({ word: 'memberships', row } as unknown as WordRow);
    return true;
  } catch {
    return false;
  }
};

/** Every value that a row says, by its path; what adds up, one by one. */
const valuesOf = (said: unknown, path = ''): string[] => {
  if (Array.isArray(said))
    return said.flatMap((one) => (one.on || typeof one === 'string' ? [`${path}=${JSON.stringify(one.in ? one : (one.on ?? one))}`] : valuesOf(one, path)));
  if (typeof said === 'object' && said !== null) return Object.entries(said).flatMap(([key, one]) => valuesOf(one, path ? `${path}.${key}` : key));
  return [`${path}=${String(said)}`];
};

test('every value that anybody says is in the row or a conflict, and what counts is sound, whoever says what', () => {
  for (let seed = 1; seed <= 3_000; seed += 1) {
    const pick = random(seed);
    const rows: Said[] = [];
    while (rows.length < 2 + (seed % 2)) {
      const row = randomRow(pick);
      if (isSound(row)) rows.push(row);
    }
    const union = together('memberships', ...rows);
    expect(isSound(union.row.row as unknown as Said)).toBe(true);
    const kept = new Set(valuesOf(union.row.row));
    for (const [at, row] of rows.entries()) {
      const own = union.conflicts.filter(({ by }) => by === 'abc'[at]).map(({ field, value }) => `${field}=${value}`);
      const lost = valuesOf(row).filter((one) => {
        const [path = '', value] = one.split('=');
        if (kept.has(one) || own.includes(one)) return false;
        if (path === 'open') return !own.includes('until=null') && !kept.has('over') && !JSON.stringify(union.row.row).includes('"over"');
        if (path === 'basis') return false;
        if (path.endsWith('.sources')) return !own.some((said) => said.startsWith('appointment.by.principal='));
        return value !== undefined;
      });
      expect({ seed, at, lost }).toEqual({ seed, at, lost: [] });
    }
    expect(union.writers).toEqual(['a', 'b', 'c'].slice(0, rows.length));
  }
});
