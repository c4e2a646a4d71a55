import * as queries from '../../generated/queries.js';
import { Batched } from '../../read/at-hand.js';
import type { Loading } from '../../read/loading.js';
import { asRecorded, prime } from '../../read/node-loader.js';
import { type Scope, inOrder, perScope } from '../../read/scope.js';
import { grouped } from '../../record/grouped.js';
import { inIdOrder } from '../../record/order.js';
import { EVER, isCertain, isPossible } from '../../time/in-force.js';
import { seatRules } from '../../words/bodies/loaders.js';
import type { SeatRules } from '../../words/bodies/model.js';
import { SINGLE_ROLES } from '../../words/conflicts/rules.js';
import type { Leave } from '../../words/leaves/model.js';
import { type Turns, isOfTerm, mayTurnIn, termsOf } from '../../words/memberships/alternatives.js';
import { bodyMembers } from '../../words/memberships/loaders.js';
import type { AlternativeSeat, Link, Sitting } from '../../words/memberships/model.js';
import { offices as officesById } from '../../words/offices/loaders.js';
import type { Office } from '../../words/offices/model.js';
import type { StandIn } from '../../words/stand-ins/model.js';
import { edgesById as termEdgesById } from '../../words/terms/loaders.js';
import { carriedApart, mayGoOn } from './carried.js';
import type { AbsencesInBody } from './model.js';

interface Row {
  id: string;
  b: SeatRules;
  offices: { x: Office }[];
  links: Link[];
  seats: { m: AlternativeSeat }[];
  standIns: { s: StandIn }[];
  leaves: { l: Leave }[];
}

export interface Alternatives {
  /** Those that are possible. */
  seats: Sitting[];
  /** Those that say which others may be held. */
  beside: AlternativeSeat[];
  offices: Office[];
  links: Link[];
  /** When those terms are that some of these seats name. */
  turns: Turns;
  absences: AbsencesInBody;
}

const NOTHING: Alternatives = {
  seats: [],
  beside: [],
  offices: [],
  links: [],
  turns: new Map(),
  absences: { standIns: [], leaves: [], carried: [] },
};

/** As many bodies are asked of at once: each comes with all its seats. */
const BODIES_AT_ONCE = 25;

/** Seats that bear on who holds others: where one in a term is only possible, all that are in terms then. */
const besideIn = ({ offices, links, seats: all }: Row, { knownAt, window }: Scope): AlternativeSeat[] => {
  const linked = new Set(links.flatMap(({ earlier, later }) => [earlier, later]));
  const roles = new Set([...SINGLE_ROLES, ...offices.flatMap(({ x }) => (x.holders === 1 || x.recordedAt > knownAt ? [x.role] : []))]);
  const beside: AlternativeSeat[] = [];
  const certain: AlternativeSeat[] = [];
  for (const { m } of all) (!isCertain(m, window) || roles.has(m.role) || linked.has(m.id) ? beside : certain).push(m);
  return mayTurnIn(beside, window) ? [...beside, ...certain.filter(isOfTerm)] : beside;
};

/** The terms that seats name, where these are of several and one may turn: what bounds them need not say when that is. In a body that holds over none ends. */
const namedTerms = ({ b }: Row, beside: readonly AlternativeSeat[], { window }: Scope): string[] => {
  if (b.holdsOver || !mayTurnIn(beside, window)) return [];
  const named = new Set(beside.flatMap(({ term }) => term ?? []));
  return new Set(beside.flatMap(termsOf)).size > 1 ? [...named] : [];
};

/** The seats of a body, with what says which of them may not be held at a time. What the body says of its seats is kept. */
export const alternatives = ({ reader, use }: Loading) =>
  perScope((scope: Scope) => {
    const { knownAt, window } = scope;
    const termEdges = use(termEdgesById)(knownAt);
    const everIn = use(bodyMembers)({ knownAt, window: EVER });
    const turnsOf = async (ids: readonly string[]): Promise<Turns> => {
      const all = await Promise.all(ids.map((id) => termEdges.load(id)));
      return new Map(all.flatMap((one) => (one ? [[one.toId, { start: one.fromMin, end: one.untilMax }] as const] : [])));
    };
    const alternativesOf = async (row: Row, offices: Office[]): Promise<Alternatives> => {
      const beside = besideIn(row, scope);
      const seats = row.seats.map(({ m }) => m).filter((m) => isPossible(m, window));
      const said = { standIns: row.standIns.map(({ s }) => s), leaves: row.leaves.map(({ l }) => l) };
      const ever = mayGoOn(said, seats) ? (await everIn.load(row.id)).map(({ m }) => m) : null;
      const absences = ever ? carriedApart(said, ever) : { ...said, carried: [] };
      return {
        seats: inIdOrder(seats),
        beside,
        offices,
        links: row.links,
        turns: await turnsOf(namedTerms(row, beside, scope)),
        absences: { ...absences, standIns: inIdOrder(absences.standIns), leaves: inIdOrder(absences.leaves) },
      };
    };
    return new Batched<Alternatives>(async (ids) => {
      const rows: Row[] = await reader.read(queries.composition.alternatives, { ids, roles: [...SINGLE_ROLES], ...window, knownAt });
      prime(
        use(seatRules),
        knownAt,
        rows.map(({ b }) => b),
      );
      const found = rows.flatMap((row) => row.offices.map(({ x }) => x));
      const offices = grouped(
        (await asRecorded(use(officesById), knownAt, found)).filter((one) => one !== null),
        ({ body }) => body,
      );
      const all = await Promise.all(rows.map(async (row) => ({ id: row.id, around: await alternativesOf(row, offices.get(row.id) ?? []) })));
      return inOrder(ids, all, ({ around }) => around, NOTHING);
    }, BODIES_AT_ONCE);
  });
