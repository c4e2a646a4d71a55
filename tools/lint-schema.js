import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { boundProblems } from './bounds.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'schema');
const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
const problems = boundProblems(buildSchema(files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')));
for (const problem of problems) console.error(problem);
console.log(`${files.length} files of the schema, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
