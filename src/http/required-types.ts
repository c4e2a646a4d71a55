import { type GraphQLInputType, getNullableType, isEnumType, isInputObjectType, isListType } from 'graphql';

/** How many values of an enum are told. */
const MOST_TOLD = 30;

const OF_SCALARS: Readonly<Record<string, string>> = {
  Int: 'a whole number of at most 32 bits',
  Float: 'a number',
  String: 'a text',
  ID: 'an id: a text',
  Boolean: 'true or false',
};

/** What is required of a value of a type. */
export const requiredBy = (given: GraphQLInputType): string => {
  const type = getNullableType(given);
  if (isListType(type)) return `a list, or one of it: ${requiredBy(type.ofType)}`;
  if (isInputObjectType(type)) return `an object of ${type.name}`;
  if (!isEnumType(type)) return OF_SCALARS[type.name] ?? `a value of ${type.name}`;
  const names = type.getValues().map(({ name }) => name);
  return `a value of ${type.name}: ${names.slice(0, MOST_TOLD).join(', ')}${names.length > MOST_TOLD ? ' …' : ''}`;
};
