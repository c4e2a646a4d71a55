import type { GraphQLError } from 'graphql';
import { overloaded, unansweredError } from '../errors.js';

/** Who holds rows until it is over. */
interface Holder {
  end(error: GraphQLError): void;
}

/** What all operations hold together. */
export interface HeldRows {
  /** More rows of one. Where all hold too many, the one that holds most has ended. */
  add(holder: Holder, rows: number): void;
  /** It is over. */
  release(holder: Holder): void;
}

/** Counts the rows of operations, of which all together may hold so many: what each may hold bounds no memory where many do. */
export const heldRows = (most: number): HeldRows => {
  const held = new Map<Holder, number>();
  let total = 0;
  const release = (holder: Holder): void => {
    total -= held.get(holder) ?? 0;
    held.delete(holder);
  };
  return {
    release,
    add: (holder, rows) => {
      total += rows;
      held.set(holder, (held.get(holder) ?? 0) + rows);
      while (total > most) {
        const [largest] = [...held].reduce((a, b) => (b[1] > a[1] ? b : a));
        release(largest);
        largest.end(unansweredError(overloaded(most)));
      }
    },
  };
};
