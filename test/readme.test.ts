import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actorCalled, askAs } from './recording.js';
import { ask, seededGraph } from './world.js';

const readme = readFileSync('README.md', 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1] ?? '';

test("the README's question has the README's answer", async () => {
  const graph = await seededGraph();
  expect({ data: await ask(graph, block('graphql')) }).toEqual(JSON.parse(block('json')));
  await graph.close();
});

test("the README's entry can be written as it stands", async () => {
  const graph = await seededGraph();
  const entry = [...readme.matchAll(/```graphql\n([^]*?)```/g)].map(([, text]) => text as string).find((text) => text.startsWith('mutation')) as string;
  const { data, errors } = await askAs(graph, actorCalled('editor'), entry);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    record: { status: 'CHECKED', problems: [], events: [{ kind: 'LEFT', latest: '2022-07-01', person: { name: 'Mads Skau' } }], carried: [] },
  });
  await graph.close();
});

test('the commands and folders that the README names are there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm run (\w+)/g)].map((match) => match[1] as string);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const folders = [...readme.matchAll(/\| `([\w/]+\/)`/g)].map((match) => match[1] as string);
  expect(folders.length).toBeGreaterThan(5);
  expect(folders.filter((folder) => !existsSync(folder))).toEqual([]);
});
