/** How many letters of a text that was given are shown. */
const MOST_LETTERS = 200;
/** How many values of a list or object that was given are shown, and in how many letters. */
const MOST_VALUES = 20;
const MOST_WRITTEN = 1_000;

/** A text that was given, short enough to be said. */
export const cutText = (text: string): string =>
  text.length > MOST_LETTERS ? `${[...text.slice(0, 2 * MOST_LETTERS)].slice(0, MOST_LETTERS).join('')}…` : text;

const holdsMany = (value: unknown): boolean => {
  const waiting = [value];
  for (let seen = 0; waiting.length > 0; seen += 1) {
    const one = waiting.pop();
    const inner = typeof one === 'object' && one ? Object.values(one) : [];
    if (seen + waiting.length + inner.length > MOST_VALUES) return true;
    waiting.push(...inner);
  }
  return false;
};

/** Any value that was given, short enough to be said: of one that holds much, how much. */
export const cutGiven = (value: unknown): unknown => {
  if (typeof value === 'string') return cutText(value);
  if (typeof value !== 'object' || !value) return value ?? null;
  const told = Array.isArray(value) ? `a list of ${value.length}` : `an object of ${Object.keys(value).length} fields`;
  if (holdsMany(value)) return told;
  const written = JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? cutText(one) : one));
  return written.length > MOST_WRITTEN ? told : (JSON.parse(written) as unknown);
};
