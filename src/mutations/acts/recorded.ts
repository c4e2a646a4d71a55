import { isDeepStrictEqual } from 'node:util';
import { bounded } from '../../time/bounds.js';
import { type CivilDate, FOREVER, dayBefore, latest } from '../../time/civil.js';
import { certaintyOn } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import { type PartialDate, type Span, endSpanOf, isPartOf, spanOf } from '../../time/partial.js';
import type { Sighting, Stated } from '../../time/stated.js';
import type { WordName } from '../../write/rows.js';
import { isAlike, withoutSources } from '../alike.js';
import { documentDay, withSighting } from '../dates.js';
import type { Fields, Thing } from '../draft.js';
import type { Writing } from './act.js';
import { text } from './rows.js';

/** Something that is recorded, and when it is in force. */
export interface Known {
  thing: Thing;
  days: Interval;
}

/** Things with the days that are recorded of them; of what the entry says itself or moves, those on which it leaves them. */
export const withDays = async ({ draft }: Writing, things: readonly Thing[], recorded: ReadonlyMap<string, Interval>): Promise<Known[]> => {
  const left = await draft.daysOf(things.flatMap(({ id, word }) => (word === 'memberships' || word === 'affiliations' ? [id] : [])));
  return things.map((thing) => {
    const days = left.get(thing.id) ?? (draft.actsOf(thing.id).length === 0 ? recorded.get(thing.id) : undefined);
    return { thing, days: days ?? bounded(thing.fields as Stated) };
  });
};

/** Whether one of two partial dates lies within the other, and which is known more exactly. */
type Agreement = 'SAME' | 'NARROWER' | 'WIDER' | 'OTHERWISE';

const agreement = (known: PartialDate, said: PartialDate, of: (date: PartialDate) => Span): Agreement => {
  if (known === said) return 'SAME';
  const [a, b] = [of(known), of(said)];
  if (isPartOf(b, a)) return 'NARROWER';
  return isPartOf(a, b) ? 'WIDER' : 'OTHERWISE';
};

/** The day on which what has no start is said to be in force. */
const dayOf = (said: Fields, on: CivilDate): CivilDate => {
  const until = text(said, 'until');
  return until === null || endSpanOf(until).first > on ? on : dayBefore(endSpanOf(until).first);
};

/** Whether what is recorded is what is meant: it may begin alike, or it lasts at the start of that, or begins while that lasts. `on`: when that is said. */
const isMeant = ({ days }: Known, said: Fields, on: CivilDate): boolean => {
  const from = text(said, 'from');
  if (from === null) return certaintyOn(days, dayOf(said, on)) !== null;
  const { first, last } = spanOf(from);
  if (first <= days.fromMax && last >= days.fromMin) return true;
  const until = text(said, 'until');
  return certaintyOn(days, first) === 'CERTAIN' || (first < days.fromMin && (until === null ? FOREVER : endSpanOf(until).first) > days.fromMax);
};

/** Fields that say how dates are known, or that add up. */
const ADDED = ['open', 'seen', 'over', 'narrowed', 'reason', 'undated', 'from', 'until'];

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** Of two lists all, each once whatever its sources. */
const all = (known: readonly unknown[], said: readonly unknown[]): unknown[] => [
  ...known,
  ...said.filter((one) => !known.some((other) => isAlike(other, one))),
];

/** What is said of fields that nobody said anything of, and which are said otherwise. */
const compared = (known: Fields, said: Fields): { news: Fields; otherwise: string[] } => {
  const news: Record<string, unknown> = {};
  const otherwise: string[] = [];
  for (const [key, value] of Object.entries(said)) {
    const before = known[key];
    if (before === undefined) news[key] = value;
    else if (isList(before) && isList(value)) {
      const both = all(before, value);
      if (both.length > before.length) news[key] = both;
    } else if (key === 'appointment') {
      const how = compared(before as Fields, value as Fields);
      if (Object.keys(how.news).length > 0) news[key] = how.news;
      otherwise.push(...how.otherwise);
    } else if (!isAlike(before, value)) otherwise.push(key);
  }
  return { news, otherwise };
};

/** What comes to light of dates, and which are said otherwise. */
const comparedDates = ({ thing: { fields }, days }: Known, said: Fields): { news: Fields; otherwise: string[] } => {
  const news: Record<string, unknown> = {};
  const otherwise: string[] = [];
  const [from, until] = [text(said, 'from'), text(said, 'until')];
  const [knownFrom, knownUntil] = [text(fields, 'from'), text(fields, 'until')];
  const start = from === null ? null : knownFrom === null ? (spanOf(from).first > days.fromMax ? 'OTHERWISE' : 'NARROWER') : agreement(knownFrom, from, spanOf);
  const end =
    until === null ? null : knownUntil === null ? (endSpanOf(until).last <= days.fromMin ? 'OTHERWISE' : 'NARROWER') : agreement(knownUntil, until, endSpanOf);
  if (start === 'NARROWER') news['from'] = from;
  if (end === 'NARROWER') Object.assign(news, { until, open: fields['open'] === undefined ? undefined : null });
  if (start === 'OTHERWISE') otherwise.push('from');
  if (end === 'OTHERWISE') otherwise.push('until');
  if (said['open'] && knownUntil === null && fields['over'] === undefined && fields['open'] === undefined) news['open'] = true;
  return { news, otherwise };
};

/** What an act says of something dated. */
export interface Saying {
  word: WordName;
  /** The id that it is given; null: it is made of names. */
  id: string | null | undefined;
  made: string;
  said: Fields;
  /** What one that is recorded for the first time has besides. */
  first?: Fields;
  /** What is recorded of the same. */
  like: readonly Known[];
  /** Whether a thing of the given id is the same. */
  isSame: (fields: Fields) => boolean;
}

const shown = (fields: Fields, keys: readonly string[]): string => keys.map((key) => JSON.stringify(withoutSources(fields[key]))).join(', ');

const taken = (writing: Writing, id: string): null => writing.refuse('ID_TAKEN', ['id'], 'an id that nothing else has', { given: id, things: [id] });

const latestDay = (fields: Fields): CivilDate => ((fields['seen'] ?? []) as Sighting[]).reduce((day, { on }) => latest(day, spanOf(on).last), '');

/** Records something dated; what is so already gains what is new, and the source. Returns its id; null: it is recorded otherwise, which is told. */
export const sayDated = async (writing: Writing, { word, id, made, said, first, like, isSame }: Saying): Promise<string | null> => {
  const { draft } = writing;
  const named = id == null ? null : draft.thing(id);
  if (named && (named.word !== word || !isSame(named.fields))) return taken(writing, named.id);
  const on = documentDay(await writing.passage()) ?? draft.today;
  const seen = latestDay(said) || on;
  const known =
    (named && (like.find(({ thing }) => thing.id === named.id) ?? { thing: named, days: bounded(named.fields as Stated) })) ??
    like.find((one) => isMeant(one, said, seen));
  if (!known) {
    const free = id ?? (await draft.free(made));
    await writing.say(word, free, { ...first, ...said }, 'CHANGED');
    return free;
  }
  const { fields } = known.thing;
  const own = compared(fields, Object.fromEntries(Object.entries(said).filter(([key]) => !ADDED.includes(key))));
  const dates = comparedDates(known, said);
  const otherwise = [...own.otherwise, ...dates.otherwise];
  if (otherwise.length > 0) {
    const recorded = { ...(fields['appointment'] as Fields | undefined), ...fields };
    const required = `what is recorded, whose ${otherwise.join(', ')} is ${shown(recorded, otherwise)}`;
    return writing.refuse('ALREADY_HELD', [], required, {
      given: shown({ ...(said['appointment'] as Fields | undefined), ...said }, otherwise),
      things: [known.thing.id],
    });
  }
  const editors = draft.editors(known.thing.id);
  const how = own.news['appointment'] as Fields | undefined;
  const sightings = ((said['seen'] ?? []) as Sighting[]).filter(
    (one) => !((fields['seen'] ?? []) as Sighting[]).some((other) => isDeepStrictEqual(one, other)),
  );
  const news: Fields = {
    ...own.news,
    ...dates.news,
    ...(how && { appointment: { ...((editors['appointment'] ?? {}) as Fields), ...how } }),
    ...(sightings.length > 0 && { seen: sightings.reduce((list, one) => withSighting({ seen: list }, 'seen', one), (editors['seen'] ?? []) as Sighting[]) }),
  };
  await writing.say(word, known.thing.id, news, 'LEARNT');
  return known.thing.id;
};
