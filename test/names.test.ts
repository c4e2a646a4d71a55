import { describe, expect, test } from 'vitest';
import { nameOn, letterOn } from '../src/words/names/called.js';
import { nameAsked, titleAsked } from '../src/words/names/asked.js';
import { fold, sortKey } from '../src/words/names/fold.js';
import type { ExistenceBounds } from '../src/words/intervals/model.js';
import type { Named } from '../src/words/names/model.js';

describe('Danish order', () => {
  test('æ and ä, ø and ö, å and aa come last, ü sorts as y, other accents do not count', () => {
    const sorted = ['Aabenraa', 'Ærø', 'Århus', 'Ølgod', 'Zealand', 'André', 'Andersen', 'Yding', 'Übel', 'Ängel', 'Öster', 'Anders And', 'Anders'];
    expect([...sorted].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
      'Anders',
      'Anders And',
      'Andersen',
      'André',
      'Übel',
      'Yding',
      'Zealand',
      'Ängel',
      'Ærø',
      'Ølgod',
      'Öster',
      'Aabenraa',
      'Århus',
    ]);
  });
});

describe('folding', () => {
  test.each([
    ['SØNDERBORG', 'soenderborg'],
    ['Åbenrå', 'Aabenraa'],
    ['René', 'rene'],
    ['Klöcker', 'kloecker'],
    ['Ærø', 'aeroe'],
    ['Längerich', 'laengerich'],
    ['Düsseldorf', 'Dusseldorf'],
    ['Noël', 'Noel'],
    ['Aäron', 'Aaron'],
    ['Guðrún Þór', 'Gudrun Thor'],
    ['Łukasz Groß', 'lukasz gross'],
    ['İzmir Işıl', 'izmir isil'],
    ['\u200bMa\u00adbu\u2060za\ufeff', 'mabuza'],
    ['ﬁn ＡＢＣ', 'fin abc'],
  ])('%s is found as %s', (one, other) => expect(fold(one)).toBe(fold(other)));

  test('generic words are optional, unless there is no other', () => {
    const begins = (text: string) => nameAsked(text).telling.map(({ begins }) => begins);
    expect([begins('Sønderborg Kommune'), begins('Region'), begins('byrådet i Ribe')]).toEqual([['sonderborg'], ['region'], ['i', 'ribe']]);
    expect([titleAsked('Region Nord'), titleAsked('byrådet i Ribe')]).toEqual([[' nord'], [' byradet', ' i', ' ribe']]);
  });
});

describe('names over time', () => {
  const years = (from: number, until: number) => ({
    fromMin: `${from}-01-01`,
    fromMax: `${from}-01-01`,
    untilMin: `${until}-01-01`,
    untilMax: `${until}-01-01`,
  });
  const thing = {
    name: 'Ny',
    called: JSON.stringify([
      { kind: 'NAME', text: 'Gammel', ...years(2000, 2005) },
      { kind: 'NAME', text: 'Ny', ...years(2010, 2015) },
      { kind: 'LETTER', text: 'D', ...years(2000, 2015) },
      { kind: 'LETTER', text: 'O', ...years(2010, 2015) },
    ]),
    fromMin: null,
    fromMax: null,
    untilMin: null,
    untilMax: null,
  } as unknown as Named & ExistenceBounds;

  test.each([
    ['2001-01-01', 'Gammel'],
    ['2012-01-01', 'Ny'],
    ['1990-01-01', 'Gammel'],
    ['2020-01-01', 'Ny'],
    ['2009-06-01', 'Ny'],
    ['2005-06-01', 'Gammel'],
  ])('on %s it is called %s: the name in force, else the nearest', (date, name) => expect(nameOn(thing, date)).toBe(name));

  test('of two letters that are equally strong neither is its letter', () => {
    expect([letterOn(thing, '2001-01-01'), letterOn(thing, '2012-01-01'), letterOn(thing, '2020-01-01')]).toEqual(['D', null, null]);
  });

  test('a party has a letter only on days on which it is there', () => {
    const there = { ...thing, ...years(2005, 2008) };
    expect(['2004-12-31', '2005-01-01', '2007-12-31', '2008-01-01'].map((date) => letterOn(there, date))).toEqual([null, 'D', 'D', null]);
  });
});
