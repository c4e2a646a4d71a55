import { spanOf } from '../../time/partial.js';
import { isOverBy } from '../dates.js';
import type { Fields, Thing } from '../draft.js';
import type { Writing } from './act.js';
import { howOf, namedBy, rowsOf, text } from './rows.js';

/** What belongs to one row and not to the one that goes on from it: its id, its own start, and who said so. */
const OWN = ['id', 'from', 'fromBasis', 'seen', 'narrowed', 'undated', 'sources', 'facts', 'basis', 'reason', 'began'];

const ENDED = { open: null, over: null, ended: null };

const startsBefore = (fields: Fields, from: string): boolean => {
  const start = text(fields, 'from');
  return start === null || spanOf(start).first < spanOf(from).first;
};

/** Lets rows go on, from a day, with other things than those that they name. */
class GoingOn {
  readonly #writing: Writing;
  readonly #from: string;
  /** Seats by those that go on from them. */
  readonly #next = new Map<string, string>();

  constructor(writing: Writing, from: string) {
    this.#writing = writing;
    this.#from = from;
  }

  nextOf = (id: string): string => this.#next.get(id) ?? id;

  moves(old: string, next: string): void {
    if (old !== next) this.#next.set(old, next);
  }

  /** Another row from that day on; a row that begins no earlier is itself moved. `again`: what never changes in a row is said by another one. Returns the id. */
  async goOn({ id, word, fields }: Thing, moved: Fields, again = false): Promise<string> {
    const { draft, act } = this.#writing;
    const isWhole = !startsBefore(fields, this.#from);
    if (isWhole && !again) {
      await this.#writing.carry(word, id, moved, 'CHANGED');
      return id;
    }
    const next = await draft.free(id);
    const rest = Object.fromEntries(Object.entries(fields).filter(([key]) => (isWhole ? key !== 'id' : !OWN.includes(key))));
    if (isWhole) draft.retract(act, id);
    else await this.#writing.carry(word, id, { until: this.#from, ...ENDED }, 'CHANGED');
    await this.#writing.carry(word, next, { ...rest, ...moved, ...(!isWhole && { from: this.#from }) }, 'CHANGED');
    return next;
  }

  /** The seats and other rows of a word that are linked to some seats and are not over. */
  async #linked(
    word: 'memberships' | 'stand-ins' | 'leaves',
    kinds: readonly ('substitutes' | 'dependents' | 'standIns' | 'leaves')[],
    seats: readonly string[],
  ): Promise<Thing[]> {
    const { draft } = this.#writing;
    await draft.load(seats);
    const ids: string[] = [];
    const ends = new Map<string, string>();
    for (const seat of seats) {
      const links = await draft.around.linksOf(seat);
      ids.push(...kinds.flatMap((kind) => links[kind]));
      for (const [id, until] of links.ends) ends.set(id, until);
    }
    const others = ids.filter((id) => draft.actsOf(id).length === 0);
    for (const [id, { untilMax }] of await draft.daysOf(others)) ends.set(id, untilMax);
    return (await rowsOf(this.#writing, word, ids)).filter((thing) => !this.#isOver(thing, ends));
  }

  /** Whether something is over by then, by its own end or by any other that is recorded. */
  #isOver({ id, fields }: Thing, ends: ReadonlyMap<string, string>): boolean {
    if (isOverBy(fields, this.#from)) return true;
    const until = ends.get(id);
    return until !== undefined && this.#writing.draft.actsOf(id).length === 0 && until <= spanOf(this.#from).first;
  }

  /** Those who step in for a seat. */
  substitutesOf(seat: string): Promise<Thing[]> {
    return this.#linked('memberships', ['substitutes'], [seat]).then((all) =>
      all.filter(({ fields }) => namedBy(fields, 'substituteFor', 'membership') === seat),
    );
  }

  /** Lets a substitute go on behind another seat; `gone`: ranks of those who do not. */
  async substitutes({ id, word, fields }: Thing, behind: string, gone: readonly number[]): Promise<void> {
    const how = howOf(fields);
    const before = how['substituteFor'] as Fields & { rank?: number };
    const rank = before.rank && before.rank - gone.filter((one) => one < (before.rank as number)).length;
    const substituteFor = { ...before, membership: behind, ...(rank !== undefined && { rank }) };
    const whole = startsBefore(fields, this.#from) ? how : (this.#writing.draft.editors(id)['appointment'] as Fields | undefined);
    this.moves(id, await this.goOn({ id, word, fields }, { appointment: { ...whole, substituteFor } }));
  }

  /** Lets seats go on that depend on substitutes' seats which go on in others: these have the same role. */
  async dependents(): Promise<void> {
    for (let moved = [...this.#next.keys()]; moved.length > 0;) {
      const before = new Set(this.#next.keys());
      for (const { id, word, fields } of await this.#linked('memberships', ['dependents'], moved)) {
        const on = (fields['dependsOn'] ?? []) as { on: string }[];
        if (before.has(id) || !on.some((one) => moved.includes(one.on))) continue;
        const dependsOn = on.map((one) => ({ ...one, on: this.nextOf(one.on) }));
        this.moves(id, await this.goOn({ id, word, fields }, { dependsOn }));
      }
      moved = [...this.#next.keys()].filter((id) => !before.has(id));
    }
  }

  /** Lets leaves and stand-ins of seats go on in those that go on from them; `ended`: a seat with which they end. */
  async absences(ended: string | null): Promise<void> {
    const seats = [...this.#next.keys()];
    for (const leave of await this.#linked('leaves', ['leaves'], seats)) {
      const membership = this.nextOf(leave.fields['membership'] as string);
      if (membership !== leave.fields['membership']) await this.goOn(leave, { membership }, true);
    }
    for (const standIn of await this.#linked('stand-ins', ['standIns'], seats)) {
      const { substitute, holder } = standIn.fields as { substitute: string; holder?: string };
      const moved = { substitute: this.nextOf(substitute), ...(holder !== undefined && { holder: this.nextOf(holder) }) };
      if (holder !== undefined && holder === ended) continue;
      if (moved.substitute !== substitute || moved.holder !== holder) await this.goOn(standIn, moved);
    }
  }
}

/** A seat that is left on a day for another. */
export interface Turn {
  old: string;
  next: string;
  from: string;
}

/** What stands in or substitutes for a seat goes on from the one in which its holder has another role; so do leaves. */
export const goOnInRole = async (writing: Writing, { old, next, from }: Turn): Promise<void> => {
  const going = new GoingOn(writing, from);
  for (const one of await going.substitutesOf(old)) await going.substitutes(one, next, []);
  await going.dependents();
  going.moves(old, next);
  await going.absences(null);
};

const rankOf = ({ fields }: Thing): number[] => {
  const { rank } = howOf(fields)['substituteFor'] as { rank?: number };
  return rank === undefined ? [] : [rank];
};

/** Substitutes of a seat go on for that of the new holder, but for those who move up: others close up. */
export const goOnForHolder = async (writing: Writing, { old, next, from }: Turn, movedUp: readonly Thing[]): Promise<void> => {
  const going = new GoingOn(writing, from);
  const gone = new Set(movedUp.map(({ id }) => id));
  const all = await going.substitutesOf(old);
  const ranks = movedUp.filter(({ fields }) => namedBy(fields, 'substituteFor', 'membership') === old).flatMap(rankOf);
  for (const one of all) if (!gone.has(one.id)) await going.substitutes(one, next, ranks);
  await going.dependents();
  await going.absences(old);
};
