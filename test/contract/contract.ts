import { readFileSync, readdirSync } from 'node:fs';
import { type GraphQLSchema, buildSchema, isInterfaceType, isObjectType } from 'graphql';

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

/** What of the contract is not built yet; a line is taken away with what it names, and none is added. */
export const notYet = readFileSync(`${HERE}/not-yet.txt`, 'utf8').trim().split('\n');

/** Whether something is not built yet: it is listed, or an interface of its type is listed with the same field. */
export const isNotYet = (at: string): boolean => {
  const [name = '', field] = at.split('.');
  const type = contract.getType(name);
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  return notYet.includes(at) || interfaces.some((one) => notYet.includes(`${one.name}.${field}`));
};
