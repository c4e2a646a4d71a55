import { readFileSync, statSync } from 'node:fs';

/** What takes longest begins first, so that no worker waits for it at the end; last where the first failure ends the run. */
const LONG = ['commands', 'faults', 'lens', 'fuzz', 'build', 'limits', 'response-cache'];

const rankOf = (path) => {
  const at = LONG.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
  if (at >= 0) return at;
  // Those that share the seeded graph stand together: on Neo4j it is seeded for the first of them.
  return readFileSync(path, 'utf8').includes('seededGraph()') ? LONG.length : LONG.length + 1;
};

/** The order of the test files: of jest's own, which follows the last run, nothing is kept. */
export default class {
  constructor({ globalConfig }) {
    this.towards = globalConfig.bail ? -1 : 1;
  }

  sort(tests) {
    const ranked = tests.map((test) => ({ test, rank: rankOf(test.path), size: statSync(test.path).size }));
    return ranked.sort((a, b) => this.towards * (a.rank - b.rank || b.size - a.size)).map(({ test }) => test);
  }

  cacheResults() {}
}
