import { isMember } from '../words/memberships/rules.js';
import type { Stated } from '../time/stated.js';
import { type CivilDate, dayAfter, earliest, isCivilDate, latest } from '../time/civil.js';
import { firstOf, isCertainOn, isPossibleOn, spokenOf, turnsOf } from './days.js';
import type { BoundedMembership, DatedTie, Existing, Judgement } from './model.js';

interface ListedRow {
  id: string;
  lists: readonly { document: string; on: string | null }[];
  seats: readonly { m: BoundedMembership }[];
  sourced: readonly { membership: string; document: string }[];
}

interface List {
  document: string;
  on: CivilDate;
}

export const completeLists = ({ lists }: ListedRow): List[] => lists.flatMap(({ document, on }) => (on !== null && isCivilDate(on) ? [{ document, on }] : []));

/** Who is on a list: by a sighting of the document, or by a source in it. */
const namedIn = ({ seats, sourced }: ListedRow, { document }: List): Set<string> =>
  new Set(
    seats
      .filter(
        ({ m }) =>
          sourced.some((one) => one.membership === m.id && one.document === document) ||
          (JSON.parse(m.stated) as Stated).seen?.some((one) => one.in === document),
      )
      .map(({ m }) => m.person),
  );

/** From the day of one complete list to that of the next. */
export const listedBetween = (row: ListedRow): Judgement[] => {
  const lists = completeLists(row);
  return lists.slice(1).flatMap((second, at) => {
    const first = lists[at] as List;
    const named = new Set([...namedIn(row, first), ...namedIn(row, second)]);
    return row.seats
      .filter(({ m }) => isMember(m) && !named.has(m.person))
      .flatMap(({ m }): Judgement[] => {
        const found = (start: CivilDate, end: CivilDate): CivilDate | null => {
          const from = latest(start, first.on);
          return from < earliest(end, dayAfter(second.on)) ? from : null;
        };
        const certain = found(m.fromMax, m.untilMin);
        const { start, end } = spokenOf(m);
        const on = certain ?? found(start, end);
        return on
          ? [
              {
                verdict: certain ? 'BROKEN' : 'PERHAPS',
                on,
                things: [m.id, first.document, second.document],
                says: `${m.person} sits in ${row.id} and is on neither list`,
              },
            ]
          : [];
      });
  });
};

export const coversWhatExists = ({ id, covers }: { id: string; covers: readonly { r: DatedTie; place: Existing }[] }): Judgement[] =>
  covers.flatMap(({ r, place }) => {
    const on = firstOf(turnsOf([r, place]), (day) => isCertainOn(r, day) && !isPossibleOn(place, day));
    return on ? [{ verdict: 'BROKEN' as const, on, things: [id, place.id], says: `${id} covers ${place.id}, which does not exist` }] : [];
  });

/** Words without the breaks and hyphens of lines. */
const words = (text: string): string => text.replace(/[\s\u00ad-]+/g, '');

export const quotedFrom = ({
  id,
  text,
  sources,
}: {
  id: string;
  text: string | null;
  sources: readonly { source: string; lines: number[] | null; quote: string }[];
}): Judgement[] => {
  const lines = (text ?? '').split('\n');
  const at = (span: number[] | null): string => lines.slice((span?.[0] ?? 1) - 1, span?.[1] ?? lines.length).join('\n');
  return sources
    .filter((one) => !words(at(one.lines)).includes(words(one.quote)))
    .map(({ source, lines: span }) => ({
      verdict: 'BROKEN',
      on: null,
      things: [source, id],
      says: `the quote of ${source} does not stand in ${id}${span ? ` at lines ${span.join('-')}` : ''}`,
    }));
};
