import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
  cycle?: { name: string }[];
}

const FILES = {
  'words/councils/model.ts': "import type { Seat } from '../seats/model.js';\nexport type Council = { seats: Seat[] };\n",
  'words/seats/model.ts': "import { type Holder } from '../holders/model.js';\nexport type Seat = { holder: Holder };\n",
  'words/holders/model.ts': "import type { Council } from '../councils/model.js';\nexport type Holder = { sitsIn: Council };\n",
  'words/seats/reads.ts': "import { changes } from '../../questions/changes/reads.js';\nexport const reads = changes;\n",
  'questions/changes/reads.ts': "import type { Page } from '../../read/page.js';\nexport const changes = (page: Page) => page;\n",
  'read/page.ts': "import type { Order } from '../record/order.js';\nexport type Page = Order;\n",
  'read/nodes.ts': "import type { Council } from '../words/councils/model.js';\nexport type Node = Council;\n",
  'record/order.ts': 'export type Order = string;\n',
  'record/time.ts': "import type { Node } from '../read/nodes.js';\nexport type Time = Node;\n",
  'http/server.ts': "export const server = 'server';\n",
  'api/schema.ts': "import { server } from '../http/server.js';\nexport const schema = server;\n",
  'words/seats/resolvers.ts': 'export const Seat = {};\nexport const nodes = {};\n',
  'words/holders/fields.ts': "import { Seat } from '../seats/resolvers.js';\nexport const fields = Seat;\n",
  'write/compile.ts': "import { reads } from '../words/seats/reads.js';\nexport const compile = reads;\n",
  'integrity/rule.ts': "import type { Page } from '../read/page.js';\nexport type Rule = Page;\n",
};

describe('imports between files', () => {
  let folder: string;
  let violations: Violation[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'imports-'));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, 'src', path)), { recursive: true });
      writeFileSync(join(folder, 'src', path), text);
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { module: 'NodeNext', moduleResolution: 'NodeNext' }, include: ['src'] }));
    const cruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const found = execFileSync(process.execPath, [cruise, 'src', '--config', join(ROOT, '.dependency-cruiser.js'), '--output-type', 'json'], { cwd: folder });
    violations = (JSON.parse(found.toString()) as { summary: { violations: Violation[] } }).summary.violations;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const brokenBy = (from: string): string[] =>
    violations
      .filter((one) => one.from === `src/${from}`)
      .map(({ to, rule }) => `${rule.name}: ${to.replace('src/', '')}`)
      .sort();

  test('a circle of three files is refused, by types alone too', () => {
    const circles = violations.filter(({ rule }) => rule.name === 'no-circles').map(({ cycle = [] }) => cycle.map(({ name }) => name).sort());
    expect(circles).toEqual([['councils', 'holders', 'seats'].map((word) => `src/words/${word}/model.ts`)]);
  });

  test.each([
    ['words/seats/reads.ts', 'words-imports-what-lies-below: questions/changes/reads.ts'],
    ['read/nodes.ts', 'read-imports-what-lies-below: words/councils/model.ts'],
    ['record/time.ts', 'record-imports-what-lies-below: read/nodes.ts'],
    ['api/schema.ts', 'api-imports-what-lies-below: http/server.ts'],
    ['integrity/rule.ts', 'integrity-imports-what-lies-below: read/page.ts'],
    ['words/holders/fields.ts', 'resolvers-are-put-together-by-the-api: words/seats/resolvers.ts'],
    ['write/compile.ts', 'writing-asks-no-lists: words/seats/reads.ts'],
  ])('%s breaks %s', (from, broken) => expect(brokenBy(from)).toEqual([broken]));

  test('what lies below may be imported', () => {
    for (const from of ['questions/changes/reads.ts', 'read/page.ts']) expect(brokenBy(from)).toEqual([]);
  });
});
