import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDefinitions } from './definitions.js';
import { edgeNames, problemsOf } from './dialect.js';
import { readQueryFiles } from './queries.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = readQueryFiles(join(root, 'cypher'));
const edges = edgeNames((await readDefinitions(root)).edges.map(({ of }) => of));
const problems = files.flatMap((query) => problemsOf(query, edges).map((sentence) => `cypher/${query.name}.cypher: ${sentence}`));
for (const problem of problems) console.error(problem);
console.log(`${files.length} Cypher files, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
