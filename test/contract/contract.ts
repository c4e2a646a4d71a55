import { readFileSync, readdirSync } from 'node:fs';
import { type GraphQLSchema, buildSchema } from 'graphql';

const HERE = 'test/contract';

/** The SDL of a folder, as one schema. */
export const schemaIn = (folder: string): GraphQLSchema =>
  buildSchema(
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .sort()
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n'),
  );

/** What clients and checks rely on. */
export const contract = schemaIn(HERE);
