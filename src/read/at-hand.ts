import DataLoader from 'dataloader';

export type MaybePromise<T> = T | Promise<T>;

/** Goes on with a value: at once where it is at hand, for who need not wait makes no promise. */
export const goOn = <T, R>(value: MaybePromise<T>, work: (value: T) => MaybePromise<R>): MaybePromise<R> =>
  value instanceof Promise ? value.then(work) : work(value);

/** All of some values: at once where they all are at hand. */
export const allOf = <T>(values: readonly MaybePromise<T>[]): MaybePromise<T[]> =>
  values.some((one) => one instanceof Promise) ? Promise.all(values) : (values as T[]);

/** As many ids as a query is given: what waits for its rows goes on with all of them at once, and nothing else meanwhile. */
export const BATCH = 100;

/** What belongs to ids, asked for in batches; what was asked for, or brought along by something else, is at hand. */
export class Batched<V> extends DataLoader<string, V> {
  readonly #atHand = new Map<string, V>();

  constructor(load: (ids: string[]) => Promise<V[]>, size = BATCH) {
    super(
      async (ids) => {
        const values = await load([...ids]);
        for (const [at, value] of values.entries()) this.#atHand.set(ids[at] as string, value);
        return values;
      },
      { maxBatchSize: size },
    );
  }

  /** Keeps what was brought along, so that nobody asks for it again; a promise of it is made for who wants one. */
  override prime(id: string, value: V): this {
    if (!this.#atHand.has(id)) this.#atHand.set(id, value);
    return this;
  }

  override load(id: string): Promise<V> {
    if (this.#atHand.has(id)) super.prime(id, this.#atHand.get(id) as V);
    return super.load(id);
  }

  /** The same, at once where it is at hand. */
  find(id: string): MaybePromise<V> {
    return this.#atHand.has(id) ? (this.#atHand.get(id) as V) : this.load(id);
  }
}
