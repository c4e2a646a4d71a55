import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = (file, ...args) => execFileSync(process.execPath, [join(root, file), ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

const main = join(root, 'dist/main.js');

// npx links the project to find its command, and prepares it anew: what npm ci built is not built again.
if (process.env.npm_command === 'exec' && existsSync(main)) process.exit(0);

run('tools/generate.js');
run('node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.yml');
rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
chmodSync(main, 0o755);
