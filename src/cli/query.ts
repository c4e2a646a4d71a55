import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { graphql } from 'graphql';
import { contextFor } from '../api/context.js';
import { schema } from '../mutations/schema.js';
import { readConfig } from './config.js';
import { onGraph, seedIfEmpty } from './graph.js';
import { Refusal } from './refusal.js';

const HELP = `mandat query [GraphQL] [--file F] [--variables JSON]: prints the answer to a query, without a server

The query is the argument, a file, or standard input. A graph that is empty is seeded first. Exit code 1 where the answer has errors.`;

const variablesOf = (json: string | undefined): Record<string, unknown> => {
  try {
    return JSON.parse(json ?? '{}') as Record<string, unknown>;
  } catch {
    throw new Refusal(`--variables: required: JSON; given: ${json ?? ''}`, 2);
  }
};

export const query = async (args: string[]): Promise<void> => {
  const options = { file: { type: 'string' }, variables: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const variableValues = variablesOf(values.variables);
  const source = positionals[0] ?? (values.file ? await readFile(values.file, 'utf8') : await text(process.stdin));
  await onGraph(readConfig().graph, async (graph) => {
    await seedIfEmpty(graph);
    const answer = await graphql({ schema, source, variableValues, contextValue: contextFor(graph) });
    console.log(JSON.stringify(answer, null, 2));
    if (answer.errors) process.exitCode = 1;
  });
};
