import { certaintyOf } from './bounds.js';
import { type Model, ROLES, type Seat, type Tie, inOrder, strongest, sureness, weakest } from './model.js';
import type { Basis, Certainty } from './rows.js';

export interface Filter {
  who?: string;
  whom?: string;
  where?: string;
  fromMunicipality?: string;
  ofParty?: string;
  how?: string[];
  certainty?: Certainty[];
  basis?: Basis[];
  includeSubstitutes?: boolean;
}
export interface Row {
  membership: string;
  principal: string;
  how: string[];
  certainty: Certainty;
  basis: Basis;
}

const HOW = ['REPRESENTS', 'APPOINTED_BY', 'NOMINATED_BY', 'COMES_FROM', 'BELONGS_TO'];

interface Way extends Tie {
  how: string;
}

/** Every way in which the holder of a seat stands for somebody on a day. */
const waysOf = (model: Model, seat: Seat, day: string): Way[] => {
  const certainty = certaintyOf(seat.interval, day);
  if (!certainty) return [];
  const { represents = [], by, nominatedBy } = seat.appointment ?? {};
  const own = model.governing(seat.body, day).map(({ to }) => to);
  const named = [
    ...represents.map((tie) => ({ how: 'REPRESENTS', tie })),
    ...(by ? [{ how: 'APPOINTED_BY', tie: by }] : []),
    ...(nominatedBy ? [{ how: 'NOMINATED_BY', tie: nominatedBy }] : []),
  ].map(({ how, tie }): Way => ({ how, to: tie.principal, certainty, basis: weakest(seat.basis, tie.basis) }));
  const held = [
    ...model
      .homes(seat.person, day)
      .filter(({ to }) => !own.includes(to))
      .map((tie) => ({ how: 'COMES_FROM', ...tie })),
    ...model.parties(seat.person, day).map((tie) => ({ how: 'BELONGS_TO', ...tie })),
  ].map((tie): Way => ({ ...tie, certainty: weakest(certainty, tie.certainty), basis: weakest(seat.basis, tie.basis) }));
  return [...named, ...held];
};

const conditionsOf = (model: Model, seat: Seat, day: string, { fromMunicipality, ofParty }: Filter): Tie[][] => [
  ...(fromMunicipality ? [model.homes(seat.person, day).filter(({ to }) => to === fromMunicipality)] : []),
  ...(ofParty ? [model.parties(seat.person, day).filter(({ to }) => to === ofParty)] : []),
];

/** Who represents whom where on a day. */
export const representations = (model: Model, day: string, filter: Filter): Row[] => {
  const rows = model.seats
    .filter(
      (seat) =>
        (!filter.who || seat.person === filter.who) &&
        (!filter.where || seat.body === filter.where) &&
        (filter.includeSubstitutes || seat.role !== 'SUBSTITUTE'),
    )
    .flatMap((seat) => {
      const ways = waysOf(model, seat, day).filter(({ how, to }) => (!filter.how || filter.how.includes(how)) && (!filter.whom || to === filter.whom));
      const conditions = conditionsOf(model, seat, day, filter);
      if (conditions.some(({ length }) => length === 0)) return [];
      return [...new Set(ways.map(({ to }) => to))].map((principal) => {
        const together = [ways.filter(({ to }) => to === principal), ...conditions];
        return {
          seat,
          row: {
            membership: seat.id,
            principal,
            how: HOW.filter((how) => ways.some((way) => way.to === principal && way.how === how)),
            certainty: weakest(...together.map((ties) => strongest(...ties.map(({ certainty }) => certainty)))),
            basis: weakest(...together.map((ties) => strongest(...ties.map(({ basis }) => basis)))),
          },
        };
      });
    })
    .filter(({ row }) => (!filter.certainty || filter.certainty.includes(row.certainty)) && (!filter.basis || filter.basis.includes(row.basis)));
  return inOrder(
    rows.map(({ seat, row }) => [
      row,
      sureness(row.certainty),
      ROLES.indexOf(seat.role),
      model.nameKey(seat.person),
      seat.person,
      row.membership,
      row.principal,
    ]),
  );
};
