import { RequestRefusal } from '../errors.js';

/** How much the JSON of a request may hold. */
export interface JsonLimits {
  values: number;
  /** Lists and objects in each other. */
  nesting: number;
}

/** @throws RequestRefusal where the JSON of a request holds too much, or too deep, to be looked at. */
export const requireSmallJson = (what: string, json: unknown, { values, nesting }: JsonLimits): void => {
  const waiting: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  for (let seen = 0; waiting.length > 0;) {
    const { value, depth } = waiting.pop() as { value: unknown; depth: number };
    if (typeof value !== 'object' || !value) continue;
    const inner = Object.values(value);
    if (depth === nesting && inner.length > 0)
      throw new RequestRefusal(400, 'TOO_DEEP', `lists and objects in ${what}`, `at most ${nesting} in each other`, 'more');
    if ((seen += inner.length) > values) throw new RequestRefusal(400, 'TOO_MANY_VALUES', `values in ${what}`, `at most ${values}`, 'more');
    for (const one of inner) waiting.push({ value: one, depth: depth + 1 });
  }
};
