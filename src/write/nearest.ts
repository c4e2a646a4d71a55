const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== other)));
    row = next;
  }
  return row[b.length] ?? 0;
};

/** A word may be misspelt in so many letters, a short one in fewer. */
const mostFor = (given: string): number => (given.length > 3 ? 2 : 1);

/** What is spelt nearly alike, the nearest first. */
export const nearestOf = <Name extends string>(given: string, known: readonly Name[]): Name[] =>
  known
    .map((name) => ({ name, far: distance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ far }) => far <= mostFor(given))
    .sort((a, b) => a.far - b.far)
    .map(({ name }) => name);

/** A question that names what is spelt nearly alike; nothing where nothing is. */
export const nearest = (given: string, known: readonly string[]): string => {
  const [best] = nearestOf(given, known);
  return best ? ` (did you mean ${best}?)` : '';
};
