import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemsOf } from './dialect.js';
import { readQueryFiles } from './queries.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../cypher');
const files = readQueryFiles(folder);
const problems = files.flatMap((query) => problemsOf(query).map((sentence) => `cypher/${query.name}.cypher: ${sentence}`));
for (const problem of problems) console.error(problem);
console.log(`${files.length} Cypher files, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
