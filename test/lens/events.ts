import { FIRST, LAST, earliest, endsOf, latest, plus, startsOf } from './days.js';
import { type Placed, ROLES, danish, inOrder } from './model.js';
import type { Dates, Rows, SeatRow } from './rows.js';

/** The four bounds that the graph answers for a row, and what bounds them. */
export interface Answered {
  fromMin: string | null;
  fromMax: string | null;
  untilMin: string | null;
  untilMax: string | null;
  /** Whether it lasts for ever, or may: where its end is not known it may also be in force on no day. */
  lasts: boolean;
  boundedBy: { edge: string; date: string; cause: string; by: { id: string } | null }[];
}

/** An event as the model tells it. */
export interface Expected {
  id: string;
  kind: string;
  earliest: string | null;
  latest: string;
  told: boolean;
  person: string | null;
  body: string | null;
  before: string | null;
  with: string | null;
}

const KINDS =
  'JOINED LEFT REPLACED REELECTED ROLE_CHANGED STOOD_IN STAND_IN_ENDED LEAVE_BEGAN LEAVE_ENDED PARTY_JOINED PARTY_LEFT BECAME_INDEPENDENT MOVED RENAMED DIED BODY_ESTABLISHED BODY_DISSOLVED BODY_SUCCEEDED PARTY_FOUNDED PARTY_DISSOLVED PARTY_SUCCEEDED TERRITORY_CHANGED TERM_BEGAN'.split(
    ' ',
  );

/** A start or an end: its days, whether somebody tells of it, by a date of its own, and what else decided its last day. */
interface Edge {
  days: [string, string];
  told: boolean;
  own: boolean;
  by: { cause: string; id: string | undefined }[];
}

const meet = (a: readonly [string, string], b: readonly [string, string]): boolean => a[0] <= b[1] && b[0] <= a[1];
const alike = (a: Edge, b: Edge): boolean => a.days[0] === b.days[0] && a.days[1] === b.days[1];

const edgesOf = (dates: Dates, x: Answered): { start: Edge | null; end: Edge | null } => {
  const [fromMin, fromMax, untilMin, untilMax] = [x.fromMin ?? FIRST, x.fromMax ?? LAST, x.untilMin ?? FIRST, x.untilMax ?? LAST];
  if (fromMin >= untilMax || (x.untilMax === null && !x.lasts)) return { start: null, end: null };
  const { narrowed = {} } = dates;
  const decided = (edge: string, date: string): Edge['by'] =>
    x.boundedBy.filter((one) => one.edge === edge && one.date === date && one.cause !== 'OBSERVED').map(({ cause, by }) => ({ cause, id: by?.id }));
  const edge = (name: string, days: [string, string], said: [string, string] | null): Edge => {
    const own = said !== null && said[1] !== LAST && meet(said, [days[0], name === 'FROM' ? fromMax : untilMax]);
    const by = decided(name, name === 'FROM' ? fromMax : untilMax);
    return { days, own, by, told: own || by.some(({ cause }) => cause !== 'TERM') };
  };
  const from = dates.from ? startsOf(dates.from) : null;
  const until = dates.until ? endsOf(dates.until) : null;
  const over = (dates.over ?? []).map(({ on }) => on);
  const begun: [string, string] | null = from || narrowed.fromMax ? [narrowed.fromMin ?? from?.[0] ?? FIRST, narrowed.fromMax ?? from?.[1] ?? LAST] : null;
  const printedEnd = narrowed.untilMax ?? until?.[1];
  const ended: [string, string] | null =
    printedEnd || over.length ? [narrowed.untilMin ?? until?.[0] ?? FIRST, earliest(...(printedEnd ? [printedEnd] : []), ...over)] : null;
  const lastDay = until && dates.until?.length !== 10 && untilMax === until[1] && untilMin < untilMax ? plus(untilMax, -1) : untilMax;
  return {
    start: fromMax === LAST ? null : edge('FROM', [fromMin, fromMax], begun),
    end: untilMax === LAST ? null : edge('UNTIL', [untilMin === LAST ? FIRST : untilMin, lastDay], ended),
  };
};

interface Seat {
  row: SeatRow;
  fromMin: string;
  start: Edge | null;
  end: Edge | null;
}

interface Turn {
  id: string;
  days: [string, string];
  next: string;
  /** The last day that its printed end can mean. */
  printed: string;
}

/** What the dates and links of rows tell, given where the graph says that each lies. */
export class Happenings {
  private readonly found: Placed<Expected>[] = [];

  constructor(
    private readonly rows: Rows,
    private readonly answered: ReadonlyMap<string, Answered>,
  ) {
    this.seats();
    for (const row of rows.affiliations) {
      const [began, ended] = row.with.startsWith('party:') ? ['PARTY_JOINED', 'PARTY_LEFT'] : ['MOVED', 'MOVED'];
      this.both(row.id, row, began as string, ended as string, row.person, { person: row.person, with: row.with });
    }
    for (const row of rows.terms) this.both(row.id, row, 'TERM_BEGAN', null, row.body, { body: row.body });
    for (const row of rows.relations) {
      if (row.kind === 'COVERS') this.both(row.id, row, 'TERRITORY_CHANGED', 'TERRITORY_CHANGED', row.subject, { body: row.subject, with: row.object });
      if (row.kind === 'LIES_IN') this.both(row.id, row, 'TERRITORY_CHANGED', 'TERRITORY_CHANGED', row.subject, { with: row.subject });
    }
    for (const { id, existence = {} } of rows.bodies) this.body(id, existence);
    for (const person of rows.people as (typeof rows.people)[number][] & { diedOn?: string }[])
      if (person.diedOn) this.add(person.id, 'UNTIL', 'DIED', { days: startsOf(person.diedOn), told: true }, person.id, { person: person.id });
  }

  /** All of them in their order. */
  all(): Expected[] {
    return inOrder(this.found);
  }

  private at(id: string): Answered {
    return this.answered.get(id) as Answered;
  }

  private add(of: string, edge: 'FROM' | 'UNTIL', kind: string, { days, told }: Pick<Edge, 'days' | 'told'>, whose: string, about: Partial<Expected>): void {
    const id = `event:${of}@${edge}`;
    const event = {
      person: null,
      body: null,
      before: null,
      with: null,
      ...about,
      id,
      kind,
      earliest: days[0] === FIRST ? null : days[0],
      latest: days[1],
      told,
    };
    this.found.push([event, days[1], event.earliest ?? '', KINDS.indexOf(kind), this.nameOf(whose), id]);
  }

  private nameOf(id: string): string {
    const all = [...this.rows.people, ...this.rows.bodies, ...this.rows.municipalities];
    return `${danish((all.find((one) => one.id === id) as { name: string }).name)}\t${id}`;
  }

  private both(of: string, dates: Dates, began: string, ended: string | null, whose: string, about: Partial<Expected>): void {
    const { start, end } = edgesOf(dates, this.at(of));
    if (start) this.add(of, 'FROM', began, start, whose, about);
    if (end && ended) this.add(of, 'UNTIL', ended, end, whose, about);
  }

  private body(id: string, existence: Dates): void {
    const { start, end } = edgesOf(existence, this.at(id));
    if (start) this.add(id, 'FROM', 'BODY_ESTABLISHED', start, id, { body: id });
    const successions = inOrder(this.rows.relations.filter(({ kind, object }) => kind === 'SUCCEEDS' && object === id).map((row) => [row, row.id] as const));
    const known = successions.map((row) => ({ row, start: edgesOf(row, this.at(row.id)).start }));
    let isFolded = false;
    for (const { row, start: begun } of known) {
      if (!begun) continue;
      const shares = end !== null && meet(begun.days, end.days);
      isFolded ||= shares;
      const days: [string, string] = shares ? [latest(begun.days[0], end.days[0]), earliest(begun.days[1], end.days[1])] : begun.days;
      this.add(row.id, 'FROM', 'BODY_SUCCEEDED', { days, told: begun.told || (shares && end.told) }, id, { body: id, with: row.subject });
    }
    if (!end || isFolded) return;
    const by = known.find((one) => !one.start && (this.at(one.row.id).fromMin ?? FIRST) <= end.days[1])?.row.subject;
    this.add(id, 'UNTIL', by ? 'BODY_SUCCEEDED' : 'BODY_DISSOLVED', end, id, { body: id, with: by ?? null });
  }

  /** The days on which the terms of a body turn. */
  private turns(body: string): Turn[] {
    const terms = inOrder(
      this.rows.terms
        .filter((term) => term.body === body)
        .map(({ id, until }) => ({ id, until, x: this.at(id) }))
        .map((term) => [term, term.x.fromMin ?? FIRST, term.x.fromMax ?? LAST, term.id] as const),
    );
    return terms.flatMap(({ id, until, x }): Turn[] => {
      const next = terms.find((one) => one.id !== id && (one.x.fromMax ?? LAST) >= (x.untilMin ?? FIRST));
      const days: [string, string] = [x.untilMin ?? FIRST, x.untilMax ?? LAST];
      const printed = until && endsOf(until)[1] === days[1] && startsOf(until)[1] >= days[0] ? startsOf(until)[1] : days[1];
      return x.untilMax === null ? [] : [{ id, days, printed, next: next?.x.untilMax ?? LAST }];
    });
  }

  private seats(): void {
    const seats = this.rows.memberships.map((row): Seat => ({ row, fromMin: this.at(row.id).fromMin ?? FIRST, ...edgesOf(row, this.at(row.id)) }));
    const before = new Map<Seat, { kind: string; seat: Seat; folds: boolean }[]>();
    const gone = new Set<Seat>();
    const follow = (seat: Seat, kind: string, of: Seat, folds: boolean): void => {
      before.set(seat, [...(before.get(seat) ?? []), { kind, seat: of, folds }]);
      if (folds) gone.add(of);
    };
    const turnOf = ({ row, end }: Seat): Turn | undefined => {
      const term = end?.by.find(({ cause }) => cause === 'TERM');
      const turns = this.turns(row.body);
      if (end?.own) return turns.find(({ days }) => days[0] <= end.days[0] && end.days[1] <= days[1]);
      return (
        term &&
        (turns.find(({ id }) => id === term.id) ?? { id: String(term.id), days: end?.days as [string, string], printed: end?.days[1] ?? LAST, next: LAST })
      );
    };
    const endOf = (of: Seat): [string, string] => {
      const [end, turn] = [of.end as Edge, turnOf(of)];
      const isTurn = turn !== undefined && !end.own && end.days[1] === turn.days[1] && end.days[0] <= turn.printed;
      return isTurn ? [end.days[0], turn.printed] : end.days;
    };
    const folds = (of: Seat, { start, row }: Seat, isLinked: boolean): boolean => {
      const { end } = of;
      if (!end || !start) return false;
      if (alike(end, start)) return true;
      if (isLinked && of.row.until && of.row.until === row.from) return meet(end.days, start.days);
      const turn = turnOf(of);
      const only = end.by.every(({ cause, id }) => (cause === 'TERM' && turn) || (isLinked && cause === 'REPLACED' && id === row.id));
      return meet(endOf(of), start.days) && only && (end.own ? turn !== undefined : end.by.length > 0);
    };
    const linked = inOrder(seats.filter(({ row }) => row.appointment?.replaces).map((seat) => [seat, seat.start?.days[1] ?? LAST, seat.row.id] as const));
    for (const seat of linked) {
      const of = seats.find(({ row }) => row.id === seat.row.appointment?.replaces?.membership);
      if (of) follow(seat, 'REPLACED', of, !gone.has(of) && folds(of, seat, true));
    }
    const pairs = seats.flatMap((of) =>
      seats.flatMap((seat): Placed<{ of: Seat; seat: Seat; kind: string; fold: boolean }>[] => {
        const { end } = of;
        if (of === seat || !end || !seat.start || gone.has(of) || seat.fromMin < of.fromMin) return [];
        if (of.row.person !== seat.row.person || of.row.body !== seat.row.body) return [];
        if (before.get(seat)?.some((one) => one.seat === of)) return [];
        const turn = turnOf(of);
        const inNext = turn !== undefined && turn.days[0] <= seat.start.days[1] && seat.start.days[1] < turn.next;
        const [kind, fold] = [of.row.role === seat.row.role ? 'REELECTED' : 'ROLE_CHANGED', folds(of, seat, false)];
        if (!alike(end, seat.start) && !inNext) return [];
        if (kind === 'ROLE_CHANGED' && !fold) return [];
        const key = [kind, fold ? 0 : 1, seat.start.days[1], ROLES.indexOf(seat.row.role), of.row.id, seat.row.id] as const;
        return [[{ of, seat, kind, fold }, ...key]];
      }),
    );
    const [ends, starts] = [new Set<Seat>(), new Set<Seat>()];
    for (const { of, seat, kind, fold } of inOrder(pairs)) {
      if (ends.has(of) || starts.has(seat)) continue;
      ends.add(of);
      starts.add(seat);
      follow(seat, kind, of, fold);
    }
    for (const seat of seats) {
      const { row, start, end } = seat;
      const about = { person: row.person, body: row.body };
      const followed = before.get(seat) ?? [];
      if (start) {
        let days = start.days;
        for (const { seat: of, folds: shares } of followed)
          if (shares && of.end && meet(days, endOf(of))) days = [latest(days[0], endOf(of)[0]), earliest(days[1], endOf(of)[1])];
        const told = start.told || followed[0]?.kind === 'REPLACED' || followed.some((one) => one.folds && one.seat.end?.told === true);
        this.add(row.id, 'FROM', followed[0]?.kind ?? 'JOINED', { days, told }, row.person, { ...about, before: followed[0]?.seat.row.id ?? null });
      }
      if (end && !gone.has(seat)) this.add(row.id, 'UNTIL', 'LEFT', end, row.person, about);
    }
  }
}
