const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== other)));
    row = next;
  }
  return row[b.length] ?? 0;
};

/** A question that names what is spelt nearly alike; nothing where nothing is. */
export const nearest = (given: string, known: readonly string[]): string => {
  const [best] = known.map((name) => ({ name, far: distance(given, name) })).sort((a, b) => a.far - b.far);
  return best && best.far <= 2 ? ` (did you mean ${best.name}?)` : '';
};
