import * as queries from '../generated/queries.js';
import type { EdgeElement } from '../record/elements.js';
import { NOW } from '../record/time.js';
import { today } from '../time/civil.js';
import { readSurroundings } from '../words/memberships/surroundings.js';
import { isDerived } from '../words/rules/rules.js';
import { boundBy, seatElement, standInElement, tieElement } from './bounds.js';
import { writeBounded, writeDerivedSeats, writeExistences, writtenBecause } from './deriving.js';
import { nothingHappened } from './events.js';
import { nothingTouched } from './touched.js';
import type { Recording } from './transaction.js';

const PAGE = 100;

/** All ids that a query gives in their order, some at a time. */
const byPages = async (read: (page: { after: string; limit: number }) => Promise<{ id: string }[]>, work: (ids: string[]) => Promise<void>): Promise<void> => {
  for (let after = ''; ;) {
    const ids = (await read({ after, limit: PAGE })).map(({ id }) => id);
    await work(ids);
    if (ids.length < PAGE) return;
    after = ids.at(-1) as string;
  }
};

const NONE: ReadonlySet<string> = new Set();

/** Derives the bounds of all that is recorded, by the rules of this format: what they move is a version of its own, so that the past stays as it was. */
export const deriveAnew = async (tx: Recording, at: number): Promise<void> => {
  const around = readSurroundings(tx, undefined, NOW, today(new Date(at)));
  const touched = { ...nothingTouched(), rules: true };
  const write = async (edges: readonly EdgeElement[]): Promise<void> => {
    const own = edges.filter(({ id }) => !isDerived(id));
    await writeBounded(tx, at, writtenBecause('DERIVED', await boundBy(around, own)), NONE);
  };
  await byPages(
    (page) => tx.read(queries.bodies.ids, page),
    async (ids) => {
      for (const id of ids) touched.bodies.add(id);
      const seats = await around.seatsIn(ids);
      await write(seats.map(seatElement));
      await write((await around.standInsFor(seats.map(({ id }) => id))).map(standInElement));
    },
  );
  await byPages(
    (page) => tx.read(queries.people.ids, page),
    async (ids) => write((await around.tiesOf(ids)).map(tieElement)),
  );
  await writeExistences(tx, at, around, touched, nothingHappened());
  await writeDerivedSeats(tx, at, touched, nothingHappened());
};
