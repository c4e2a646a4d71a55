import { readFileSync, statSync } from 'node:fs';
import { BaseSequencer } from 'vitest/node';

/** What takes longest begins first, so that no worker waits for it at the end; last where the first failure ends the run. */
const LONG = ['socket', 'build', 'commands', 'docker', 'faults', 'lens', 'fuzz', 'limits', 'response-cache'];

const rankOf = (path) => {
  const at = LONG.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
  if (at >= 0) return at;
  // Those that share the seeded graph stand together: on Neo4j it is seeded for the first of them.
  return readFileSync(path, 'utf8').includes('seededGraph()') ? LONG.length : LONG.length + 1;
};

/** The order of the test files: of the runner's own, which follows the last run, nothing is kept. */
export default class extends BaseSequencer {
  /** @override @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    const towards = this.ctx.config.bail ? -1 : 1;
    const ranked = files.map((file) => ({ file, rank: rankOf(file.moduleId), size: statSync(file.moduleId).size }));
    return ranked.sort((a, b) => towards * (a.rank - b.rank || b.size - a.size)).map(({ file }) => file);
  }
}
